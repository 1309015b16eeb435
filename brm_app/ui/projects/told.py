"""When a message was approved and told, and when it is due again, in words."""

from __future__ import annotations

import datetime as dt

from brm_app.domain.records import Audience, Message
from brm_app.domain.text import plural

MONTHS = 30.44
AGES = 99  # days that are counted as days


def ago(days: int) -> str:
    """`today`, `yesterday`, `9 days ago`, `5 months ago`."""
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{span(days)} ago"


def span(days: int) -> str:
    """Whole days up to 99, then months."""
    return plural(days, "day", "days") if days <= AGES else f"{round(days / MONTHS)} months"


def told_line(message: Message, audience: Audience, today: dt.date, told: dt.date | None = None) -> tuple[str, bool]:
    """When the audience was last told this and is told again; True where that day is past."""
    told = told or message.told_on
    if told is not None:
        days = (today - told).days
        if not audience.cadence_days:
            return f"Told {ago(days)}", False
        left = audience.cadence_days - days
        if left < 0:
            return f"Told {ago(days)}, {span(-left)} late", True
        return f"Told {ago(days)}, due again {'today' if left == 0 else f'in {span(left)}'}", False
    if message.approved_at is not None:
        return f"Approved {ago((today - message.approved_at.astimezone().date()).days)}, not told yet", False
    return {"in review": "Waits for approval", "returned": "Sent back to its writer"}.get(
        message.state, "Not handed in yet"
    ), False
