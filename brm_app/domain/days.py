"""Days as a screen writes them; a document writes them by its organisation's locale."""

from __future__ import annotations

import datetime as dt

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(value: dt.date | dt.datetime | None) -> str:
    """`19 Nov 2026`, or nothing; a moment is shown as the day it was here."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        value = value.astimezone()
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def short_day(value: dt.date | dt.datetime | None, today: dt.date) -> str:
    """`19 Nov` in the year of today, `19 Nov 2025` in any other."""
    return day(value).removesuffix(f" {today.year}")
