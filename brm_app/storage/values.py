"""How values stand in columns where that differs from their Python type; `types` says the same to SQLAlchemy."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from brm_app.domain.fields import Kind


def flag_of(value: Any) -> bool | None:
    """Yes or no."""
    return None if value is None else bool(value)


def day_of(value: Any) -> dt.date | None:
    """A calendar day."""
    return None if value is None else dt.date.fromisoformat(value)


def moment_of(value: Any) -> dt.datetime | None:
    """A point in time with UTC, which the column leaves out."""
    return None if value is None else dt.datetime.fromisoformat(value).replace(tzinfo=dt.UTC)


def number_of(value: Any) -> Decimal | None:
    """The shortest decimal that has this double."""
    if value is None:
        return None
    return Decimal(int(value)) if value == int(value) and abs(value) < 1e15 else Decimal(repr(value))


def json_of(value: Any) -> Any:
    """What a column of JSON holds."""
    return None if value is None else json.loads(value)


def words_of(value: Any) -> tuple[str, ...]:
    """A tuple of words or ids, of which the column holds a JSON list. Raises `ValueError` for other JSON."""
    held = json_of(value) or []
    if not isinstance(held, list) or not all(isinstance(each, str) for each in held):
        raise ValueError("not a list of words")
    return tuple(held)


READ: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.CHOICES: words_of,
    Kind.LINKS: words_of,
    Kind.FLAG: flag_of,
    Kind.NUMBER: number_of,
    Kind.DATE: day_of,
    Kind.MOMENT: moment_of,
}
"""What makes a value of what a column holds, for the kinds of fields where it is something else."""


def stored_moment(value: dt.datetime) -> str:
    """How a moment stands in its column."""
    return value.astimezone(dt.UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


_STORED: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.NUMBER: float,
    Kind.DATE: dt.date.isoformat,
    Kind.MOMENT: stored_moment,
}


def stored(kind: Kind, value: Any) -> Any:
    """What a column of this kind holds for a value, so that the two can be compared."""
    return _STORED[kind](value) if kind in _STORED else value
