"""Days as they are typed behind an @: `fri`, `tomorrow`, `12 dec`, `2026-12-01`, `+3d`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

import attrs

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple("january february march april may june july august september october november december".split())
_SHORTEST = 3  # letters that name a month or a day of the week
_END = r"(?!\w)"
_NAME = r"([a-z]{3,9})"


@attrs.frozen
class Meant:
    """A day, and how many characters of the text say it."""

    day: dt.date
    length: int


def day_meant(text: str, today: dt.date, month_first: bool = False) -> Meant | None:
    """The day that `text` begins with, or None. A day without its year is the next one from today on."""
    for pattern, reader in _READERS:
        found = pattern.match(text)
        if found:
            try:
                day = reader(found, today, month_first)
            except (ValueError, OverflowError):
                day = None  # the 31st of a month that has none, or a day outside the calendar
            if day is not None:
                return Meant(day, found.end())
    return None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError("outside the calendar")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _one_of(names: tuple[str, ...], word: str) -> int | None:
    if len(word) < _SHORTEST:
        return None
    return next((n for n, name in enumerate(names) if name.startswith(word.lower())), None)


def _near(found: re.Match[str], today: dt.date, _month_first: bool) -> dt.date:
    return today if found[0].lower().startswith("tod") else today + dt.timedelta(1)


def _later(found: re.Match[str], today: dt.date, _month_first: bool) -> dt.date:
    count, unit = int(found[1]), found[2].lower()
    return months_later(today, count) if unit == "m" else today + dt.timedelta(count * (7 if unit == "w" else 1))


def _iso(found: re.Match[str], _today: dt.date, _month_first: bool) -> dt.date:
    return dt.date(int(found[1]), int(found[2]), int(found[3]))


def _numbers(found: re.Match[str], today: dt.date, month_first: bool) -> dt.date:
    first, second = int(found[1]), int(found[3])
    month_first = month_first and found[2] == "/"  # points stand in the order day, month everywhere
    month, day = (first, second) if month_first else (second, first)
    return _dated(day, month, found[4], today)


def _dated(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    if year:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for coming in range(today.year, today.year + 9):  # 29 Feb may be years away
        if day <= calendar.monthrange(coming, month)[1] and dt.date(coming, month, day) >= today:
            return dt.date(coming, month, day)
    raise ValueError("no such day")


def _day_month(found: re.Match[str], today: dt.date, _month_first: bool) -> dt.date | None:
    month = _one_of(_MONTHS, found[2])
    return None if month is None else _dated(int(found[1]), month + 1, found[3], today)


def _month_day(found: re.Match[str], today: dt.date, _month_first: bool) -> dt.date | None:
    month = _one_of(_MONTHS, found[1])
    return None if month is None else _dated(int(found[2]), month + 1, found[3], today)


def _weekday(found: re.Match[str], today: dt.date, _month_first: bool) -> dt.date | None:
    number = _one_of(_WEEKDAYS, found[2])
    if number is None:
        return None
    if found[1]:  # of the week that begins next Monday
        return today + dt.timedelta(7 - today.weekday() + number)
    return today + dt.timedelta((number - today.weekday() - 1) % 7 + 1)


def _of_month(found: re.Match[str], today: dt.date, _month_first: bool) -> dt.date:
    for months in range(12):
        first = months_later(today.replace(day=1), months)
        if int(found[1]) <= calendar.monthrange(first.year, first.month)[1]:
            day = first.replace(day=int(found[1]))
            if day >= today:
                return day
    raise ValueError("no such day")


Reader = Callable[[re.Match[str], dt.date, bool], dt.date | None]
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern + _END, re.IGNORECASE | re.ASCII), reader)
    for pattern, reader in (
        (r"(?:today|tod|tomorrow|tom|tmrw)", _near),
        (r"\+?(\d{1,3}) ?(d|w|m)", _later),
        (r"(\d{4})-(\d{1,2})-(\d{1,2})", _iso),
        (r"(\d{1,2})([./])(\d{1,2})(?:[./](\d{4}|\d{2}))?", _numbers),
        (rf"(\d{{1,2}})\.? ?{_NAME}\.?(?:,? (\d{{4}}))?", _day_month),
        (rf"{_NAME}\.? (\d{{1,2}})(?:,? (\d{{4}}))?", _month_day),
        (rf"(next )?{_NAME}", _weekday),
        (rf"(\d{{1,2}})(?![./-]\d)(?! ?(?:{'|'.join(name[:3] for name in _MONTHS)}))", _of_month),
    )
)
