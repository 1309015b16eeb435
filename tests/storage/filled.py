"""Records filled at random or with chosen texts, for tests that go through every field of every kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS, Record

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
IDS = st.uuids().map(str)
WHOLE = 2**62


def values(spec: Spec) -> st.SearchStrategy[Any]:
    """Everything the field may hold."""
    filled = _filled(spec)
    blank = st.nothing() if spec.required else st.just(spec.default)
    return filled | blank


def _filled(spec: Spec) -> st.SearchStrategy[Any]:
    low, high = spec.least, spec.most
    if spec.textual:
        texts = st.text(LETTERS, max_size=min(spec.length, 60))
        return texts.filter(lambda text: not spec.required or bool(text.strip()))
    if spec.kind in (Kind.WHOLE, Kind.MONEY):
        return st.integers(-WHOLE if low is None else low, WHOLE if high is None else high)
    if spec.kind is Kind.NUMBER:
        numbers = st.decimals(low, high, allow_nan=False, allow_infinity=False).map(_short)
        return numbers.filter(lambda n: (low is None or n >= low) and (high is None or n <= high))
    if spec.kind in (Kind.CHOICE, Kind.CHOICES):
        some = st.lists(st.sampled_from(spec.choices), min_size=1, unique=True).map(tuple)
        return some if spec.kind is Kind.CHOICES else st.sampled_from(spec.choices)
    return OTHERS[spec.kind]


OTHERS: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.FLAG: st.booleans(),
    Kind.DATE: st.dates(),
    Kind.MOMENT: st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 1, 1), timezones=st.timezones()),
    Kind.COLOUR: st.from_regex("#[0-9A-F]{6}", fullmatch=True),
    Kind.LINK: IDS,
    Kind.LINKS: st.lists(IDS, max_size=4).map(tuple),
    Kind.BYTES: st.binary(max_size=200),
}


def _short(number: Decimal) -> Decimal:
    """At most 15 significant digits, of a size that a double holds."""
    rounded = Decimal(f"{number:.14e}")
    return rounded if abs(rounded.adjusted()) <= 300 else Decimal(0)


def records(cls: type[Record]) -> st.SearchStrategy[Record]:
    """Any record of a kind; its links lead to ids that need not exist."""
    return st.builds(cls, id=IDS, **{spec.attr: values(spec) for spec in specs(cls)})


def one_of_each(text: Callable[[Spec], str]) -> dict[str, Record]:
    """A record of every kind, linked to the others as far as they come before it, its texts as `text` says."""
    made: dict[str, Record] = {}
    for cls in RECORDS.values():
        made[cls.collection] = cls(**{spec.attr: plain(spec, made, text) for spec in specs(cls)})
    return made


def plain(spec: Spec, made: Mapping[str, Record], text: Callable[[Spec], str]) -> Any:
    """One value that the field may hold, and not its empty one unless it can't be helped."""
    target = made.get(spec.target)
    if spec.textual:
        return text(spec)
    if spec.target:
        return target and target.id if spec.kind is Kind.LINK else (target.id,) if target else ()
    if spec.choices:
        return spec.choices if spec.kind is Kind.CHOICES else spec.choices[-1]
    return PLAIN.get(spec.kind, spec.least or 1)


PLAIN: dict[Kind, Any] = {
    Kind.FLAG: True,
    Kind.DATE: dt.date(2026, 10, 31),
    Kind.MOMENT: dt.datetime(2026, 10, 31, 9, 30, tzinfo=dt.UTC),
    Kind.COLOUR: "#2A5BC7",
    Kind.BYTES: b"\x00\xff bytes",
}
