"""Rules of promises: how a due day is said, how a promise stands, and what it becomes when kept, broken or moved."""

from __future__ import annotations

import datetime as dt

import attrs

from brm_app.domain.days import DAYS, short_day
from brm_app.domain.records import Promise

SPOKEN_AGE = 99  # days late that are counted as days; then months


def due_words(promise: Promise, today: dt.date) -> str:
    """Today, Tomorrow, Fri, then 27 Nov; late reads `2 days late`."""
    if promise.due is None:
        return ""
    left = (promise.due - today).days
    if left < 0:
        return late_words(-left)
    if left < 2:
        return "Tomorrow" if left else "Today"
    if left < 7:
        return DAYS[promise.due.weekday()]
    return short_day(promise.due, today)


def standing(promise: Promise, today: dt.date) -> str:
    """How it stands, for a column of days: `Tomorrow`, `2 days late`, `Kept 19 Nov`."""
    if promise.state == "open":
        return due_words(promise, today)
    return f"{promise.state.capitalize()} {short_day(promise.closed_on, today)}".rstrip()


def standing_spoken(promise: Promise, today: dt.date) -> str:
    """How it stands, where no heading says what the day is: `Due tomorrow`, `2 days late`, `Kept 19 Nov`."""
    words = standing(promise, today)
    if promise.state != "open" or promise.due is None or promise.due < today:
        return words
    return f"Due {words.lower() if words in ('Today', 'Tomorrow') else words}"


def late_words(days: int) -> str:
    """`1 day late`, `34 days late`, `4 months late`."""
    if days > SPOKEN_AGE:
        return f"{days // 30} months late"
    return "1 day late" if days == 1 else f"{days} days late"


def promise_state(promise: Promise, today: dt.date) -> str:
    """The mark: bad when late or broken, warn when due today, good when kept, empty while there is time."""
    if promise.state != "open":
        return "good" if promise.state == "kept" else "bad"
    if promise.due is None or promise.due > today:
        return ""
    return "warn" if promise.due == today else "bad"


def keep(promise: Promise, on: dt.date) -> Promise:
    """The promise once it was kept."""
    return attrs.evolve(promise, state="kept", closed_on=on, reason="")


def break_(promise: Promise, on: dt.date, reason: str) -> Promise:
    """The promise once it is said to be broken, and why."""
    return attrs.evolve(promise, state="broken", closed_on=on, reason=reason)


def chase(promise: Promise, on: dt.date) -> Promise:
    """The promise once its owner was reminded."""
    return attrs.evolve(promise, chased_on=on)


def defer(promise: Promise, due: dt.date) -> Promise:
    """The promise with another day."""
    return attrs.evolve(promise, due=due)


def reopen(promise: Promise) -> Promise:
    """The promise as if it had not been closed."""
    return attrs.evolve(promise, state="open", closed_on=None, reason="")
