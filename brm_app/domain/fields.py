"""The one description of a field: what it is called, what it holds, its limits, and who may be shown it.

Table columns, forms, validation, import, export, history wording, search and the audience
projection all read it. It holds facts only: no callbacks and no layout.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs


class Kind(StrEnum):
    """What a field holds, with its Python type and its empty value."""

    TEXT = "text"  # str, one line; ""
    NOTE = "note"  # str, many lines; ""
    CHOICE = "choice"  # str out of `choices`; ""
    CHOICES = "choices"  # tuple[str, ...] out of `choices`; ()
    FLAG = "flag"  # bool; False
    WHOLE = "whole"  # int; None
    NUMBER = "number"  # Decimal of at most 15 significant digits; None
    MONEY = "money"  # int, minor units of the organisation's currency; None
    DATE = "date"  # datetime.date; None
    MOMENT = "moment"  # datetime.datetime with UTC; None
    COLOUR = "colour"  # "#RRGGBB"; ""
    LINK = "link"  # id of a record of `target`; None
    LINKS = "links"  # tuple of ids of `target`, in order; ()
    BYTES = "bytes"  # bytes; b""


Readers = frozenset[str]
LENSES = ("time", "money", "risk", "quality")
INTERNAL: Readers = frozenset()
EVERYONE: Readers = frozenset({"everyone"})
OWN: Readers = frozenset({"own audience"})
"""Only the audience that the record belongs to (`record.audience`, or the audience record itself)."""
PROMISED: Readers = frozenset({"promised audience"})
"""Only the audience of the message in which the promise was made (`promise.message`)."""


def lens(*names: str) -> Readers:
    """Readers for the audiences that have any of these lenses."""
    unknown = set(names) - set(LENSES)
    if unknown:
        raise ValueError(f"no such lens: {unknown}")
    return frozenset(names)


@attrs.frozen
class Spec:
    """The facts of one field; `name` is its word in commands, columns and files, `attr` its Python name."""

    label: str
    kind: Kind
    name: str = ""
    attr: str = ""
    readers: Readers = INTERNAL
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    target: str = ""
    least: int | None = None
    most: int | None = None
    length: int = 0
    unit: str = ""
    help: str = ""
    also: tuple[str, ...] = ()

    @property
    def textual(self) -> bool:
        """True where a person types free text."""
        return self.kind in (Kind.TEXT, Kind.NOTE)


_EMPTY: Mapping[Kind, Any] = {
    Kind.TEXT: "",
    Kind.NOTE: "",
    Kind.CHOICE: "",
    Kind.COLOUR: "",
    Kind.CHOICES: (),
    Kind.LINKS: (),
    Kind.FLAG: False,
    Kind.BYTES: b"",
}
_LENGTH = {Kind.TEXT: 4_000, Kind.NOTE: 1_000_000}


def empty(kind: Kind) -> Any:
    """The value of a field that nobody filled in."""
    return _EMPTY.get(kind)


def _decimal(value: Any) -> Any:
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _in_utc(value: Any) -> Any:
    # In its own zone the hour that a clock repeats, or skips, equals no moment of another zone.
    return value.astimezone(dt.UTC) if isinstance(value, dt.datetime) and value.tzinfo else value


def _tuple(value: Any) -> Any:
    return tuple(value)


# Made once: attrs works out the signature of each converter, and that of a bare function anew for each field.
_SEVERAL = attrs.Converter(_tuple)
_CONVERTERS: Mapping[Kind, Any] = {
    Kind.NUMBER: attrs.Converter(_decimal),
    Kind.MOMENT: attrs.Converter(_in_utc),
    Kind.LINKS: _SEVERAL,
    Kind.CHOICES: _SEVERAL,
}


def field(kind: Kind, label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """An attrs attribute that carries its description; `facts` are the other attributes of `Spec`."""
    facts.setdefault("default", empty(kind))
    facts.setdefault("length", _LENGTH.get(kind, 0))
    spec = Spec(label=label, kind=kind, readers=readers, **facts)
    return attrs.field(default=spec.default, metadata={"spec": spec}, converter=_CONVERTERS.get(kind))


def text(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """One line of text."""
    return field(Kind.TEXT, label, readers, **facts)


def note(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """Text of many lines."""
    return field(Kind.NOTE, label, readers, **facts)


def choice(label: str, choices: tuple[str, ...], readers: Readers = INTERNAL, **facts: Any) -> Any:
    """One of a few words; the first `default` is the empty choice unless another is named."""
    return field(Kind.CHOICE, label, readers, choices=choices, **facts)


def flag(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """Yes or no."""
    return field(Kind.FLAG, label, readers, **facts)


def whole(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """A whole number."""
    return field(Kind.WHOLE, label, readers, **facts)


def number(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """A decimal number of at most 15 significant digits."""
    return field(Kind.NUMBER, label, readers, **facts)


def money(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """An amount in minor units of the organisation's currency."""
    return field(Kind.MONEY, label, readers, **facts)


def date(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """A calendar day."""
    return field(Kind.DATE, label, readers, **facts)


def moment(label: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """A point in time, kept in UTC."""
    return field(Kind.MOMENT, label, readers, **facts)


def link(label: str, target: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """The id of one record of the collection `target`."""
    return field(Kind.LINK, label, readers, target=target, **facts)


def links(label: str, target: str, readers: Readers = INTERNAL, **facts: Any) -> Any:
    """The ids of several records of `target`, in order."""
    return field(Kind.LINKS, label, readers, target=target, **facts)


_SPECS: dict[type, tuple[Spec, ...]] = {}
_NAMES: dict[type, Mapping[str, Spec]] = {}


def specs(record: type) -> tuple[Spec, ...]:
    """The fields of a record class in their declared order, `id` left out."""
    if record not in _SPECS:
        _SPECS[record] = tuple(
            attrs.evolve(a.metadata["spec"], name=a.name.rstrip("_"), attr=a.name)
            for a in attrs.fields(record)
            if "spec" in a.metadata
        )
    return _SPECS[record]


def by_name(record: type) -> Mapping[str, Spec]:
    """The same fields by the name that commands and files use."""
    if record not in _NAMES:
        _NAMES[record] = {spec.name: spec for spec in specs(record)}
    return _NAMES[record]
