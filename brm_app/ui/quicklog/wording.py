"""Words of the quick log: days, kinds, and where what is logged goes."""

from __future__ import annotations

import datetime as dt

from brm_app.domain.days import DAYS, MONTHS
from brm_app.services.quicklog.drafting import Entry

CHANNELS = {"Phone": "call", "Email": "email"}  # what a check-in in this way is called


def weekday(day: dt.date) -> str:
    """`Fri 20 Nov`."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def typed_day(day: dt.date) -> str:
    """The day as it is typed behind an @, to the year."""
    return f"{day.day} {MONTHS[day.month - 1].lower()} {day.year}"


def no_day(words: str) -> str:
    """What to write instead of what is no day; nothing where nothing was written."""
    return f"“{words}” is no day. Write fri, tomorrow, 12 dec, +3d or 2026-12-01." if words else ""


def kind_words(kind: str, channel: str = "") -> str:
    """`Outreach visit`; a check-in by phone is a `Call`."""
    words = CHANNELS.get(channel, kind)
    return f"{words[:1].upper()}{words[1:]}"


def destination(entry: Entry, unit: str, person: str) -> str:
    """Where it will be found, and when the promise comes back."""
    place = f"Goes on {unit or person}’s page." if unit or person else "Goes to the touchpoints."
    return f"{place} Comes back in Promises on {weekday(entry.due)}." if entry.due else place


def save_label(entry: Entry, unit: str, person: str) -> str:
    """The label of the write: `Log check-in with Pharmacy`."""
    whom = unit or person
    return f"Log {entry.kind}" + (f" with {whom}" if whom else "")
