"""What a person can do about a row that will not go in: choose what is meant, or type what was wrong (no Qt here)."""

from __future__ import annotations

import attrs

from brm_app.domain.fields import Kind, Spec, by_name
from brm_app.domain.records import Record, record_class
from brm_app.services.exchange import Mapping, Row, Source
from brm_app.services.exchange.source import Line


@attrs.frozen
class Fix:
    """A way to mend the cell `held` of a column; `everywhere` where the same cell of other rows means the same."""

    words: str
    column: str = ""
    held: str = ""
    target: str = ""  # the collection that the right record is chosen from
    choices: tuple[str, ...] = ()
    everywhere: bool = False


def fix_of(row: Row, cls: type[Record], source: Source, mapping: Mapping) -> Fix | None:
    """The fix for the first reason that names a column; None where only the file itself can be changed."""
    if any(reason.reason.startswith("Same as row") for reason in row.reasons):
        return Fix("Skipped")
    fields = by_name(cls)
    for reason in row.reasons:
        used = [name for name, columns in mapping.fields.items() if reason.column in columns and name in fields]
        if used and reason.column in source.columns:
            place = source.columns.index(reason.column)
            held = row.line.cells[place].strip() if place < len(row.line.cells) else ""
            return _fix(fields[used[0]], reason.column, held)
    return None


def _fix(spec: Spec, column: str, held: str) -> Fix:
    if spec.target:
        return Fix(f"Choose a {record_class(spec.target).noun}", column, held, spec.target, (), bool(held))
    if spec.kind is Kind.FLAG:
        return Fix("Choose yes or no", column, held, "", ("yes", "no"), bool(held))
    if spec.choices:
        return Fix(f"Choose the {spec.label.lower()}", column, held, "", tuple(spec.choices), bool(held))
    return Fix(f"Type the {spec.label.lower()}", column, held)


def mended(source: Source, number: int, fix: Fix, value: str) -> Source:
    """The table with the cell of a row replaced, and the same cell of every row where that means the same."""
    place = source.columns.index(fix.column)

    def line(row: Line) -> Line:
        cells = [*row.cells, *[""] * (place + 1 - len(row.cells))]
        if row.number != number and not (fix.everywhere and cells[place].strip() == fix.held):
            return row
        cells[place] = value
        return attrs.evolve(row, cells=tuple(cells))

    return attrs.evolve(source, rows=tuple(line(row) for row in source.rows))
