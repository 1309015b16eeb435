"""Days as a screen writes them; a document writes them by its organisation's locale."""

from __future__ import annotations

import datetime as dt

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = tuple(name[:3] for name in DAY_NAMES)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS = tuple(name[:3] for name in MONTH_NAMES)


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


def spoken_day(value: dt.date) -> str:
    """`Thursday 19 November 2026`, for ears."""
    return f"{DAY_NAMES[value.weekday()]} {value.day} {MONTH_NAMES[value.month - 1]} {value.year}"
