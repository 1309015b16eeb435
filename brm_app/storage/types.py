"""Column types that mean the same on every database."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Date, DateTime, Dialect, Float, LargeBinary, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

from brm_app.domain.fields import Kind
from brm_app.storage.values import number_of


class UtcMoment(TypeDecorator[dt.datetime]):
    """A point in time with UTC, kept without a zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """UTC without its zone."""
        return None if value is None else value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """The zone put back."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


class Number(TypeDecorator[Decimal]):
    """A decimal of at most 15 significant digits, which a double holds without loss."""

    impl = Float
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> float | None:
        """The nearest double."""
        return None if value is None else float(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """The shortest decimal that has this double."""
        return number_of(value)


class Words(TypeDecorator[tuple[str, ...]]):
    """A tuple of words or ids, kept as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> list[str]:
        """A list."""
        return list(value or ())

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """A tuple."""
        return tuple(value or ())


COLUMN_TYPES: dict[Kind, TypeEngine[Any]] = {
    Kind.TEXT: Text(),
    Kind.NOTE: Text(),
    Kind.CHOICE: Text(),
    Kind.COLOUR: Text(),
    Kind.LINK: Text(),
    Kind.CHOICES: Words(),
    Kind.LINKS: Words(),
    Kind.FLAG: Boolean(),
    Kind.WHOLE: BigInteger(),
    Kind.MONEY: BigInteger(),
    Kind.NUMBER: Number(),
    Kind.DATE: Date(),
    Kind.MOMENT: UtcMoment(),
    Kind.BYTES: LargeBinary(),
}
