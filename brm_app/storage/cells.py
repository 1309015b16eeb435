"""What cells become in records; a file that somebody sent may hold anything in any of them, and is refused then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec
from brm_app.storage.values import READ

_SHOWN = 60  # characters of an id in a sentence
_WRONG = (ValueError, TypeError, ArithmeticError, RecursionError)
_TEXT = frozenset({str})
_HELD: Mapping[Kind, frozenset[type]] = {
    Kind.FLAG: frozenset({int}),
    Kind.WHOLE: frozenset({int, type(None)}),
    Kind.MONEY: frozenset({int, type(None)}),
    Kind.NUMBER: frozenset({float, int, type(None)}),
    Kind.DATE: frozenset({str, type(None)}),
    Kind.MOMENT: frozenset({str, type(None)}),
    Kind.LINK: frozenset({str, type(None)}),
    Kind.BYTES: frozenset({bytes}),
}


@attrs.frozen
class Cell:
    """One column: its name, the name of its field in Python, what it may hold, and what makes a value of that."""

    name: str
    attr: str
    held: frozenset[type] = _TEXT
    read: Callable[[Any], Any] | None = None


ID = Cell("id", "id")


def cell(spec: Spec) -> Cell:
    """The column of a field."""
    return Cell(spec.name, spec.attr, _HELD.get(spec.kind, _TEXT), READ.get(spec.kind))


def values(collection: str, cells: Sequence[Cell], found: Sequence[Any]) -> Iterator[list[Any]]:
    """The values of rows whose first column is the id. Raises `Refused` where a cell is not as we write it."""
    for each, held in zip(cells, zip(*found, strict=True), strict=bool(found)):
        if not each.held.issuperset(map(type, held)):  # a whole column at once: this is on the way of every page
            raise _refusal(collection, cells, found)
    reads = [each.read for each in cells]
    for row in found:
        try:
            yield [value if read is None else read(value) for read, value in zip(reads, row, strict=True)]
        except _WRONG as error:
            raise _refusal(collection, cells, [row]) from error


def _refusal(collection: str, cells: Sequence[Cell], found: Sequence[Any]) -> Refused:
    """Names the first cell that is wrong."""
    every = ((each, value, row[0]) for row in found for each, value in zip(cells, row, strict=True))
    name, key = next((each.name, key) for each, value, key in every if not _right(each, value))
    where = f"“{name}” of {collection}/{str(key)[:_SHOWN]}"
    return Refused(f"The field {where} is not as Liaison made it. Nothing was changed. Restore a backup.")


def _right(cell: Cell, value: Any) -> bool:
    """Whether a cell holds what we write."""
    try:
        if cell.read:
            cell.read(value)
    except _WRONG:
        return False
    return type(value) in cell.held
