"""Records as CSV, XLSX or JSON: importing an exported table changes nothing."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from brm_app.domain.currency import digits
from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec
from brm_app.domain.records import Record
from brm_app.domain.values import to_plain, to_text
from brm_app.services.exchange.csv_text import guarded
from brm_app.services.exchange.files import write_whole
from brm_app.services.exchange.mapping import ID, importable
from brm_app.services.exchange.naming import SEPARATOR, Registry
from brm_app.services.workspace import Workspace

_NUMBERS = (Kind.WHOLE, Kind.NUMBER, Kind.MONEY)
_MOST_XLSX_CELL = 32_767  # UTF-16 units
_MOST_XLSX_DIGITS = 15


def plain_record(record: Record) -> dict[str, Any]:
    """A record as the JSON object that `list --json` and a JSON export hold: `id` and every field by its name."""
    return {ID: record.id, **{s.name: to_plain(s, getattr(record, s.attr)) for s in importable(type(record))}}


def export(workspace: Workspace, cls: type[Record], path: Path) -> int:
    """Writes all records of a kind; the ending of `path` chooses the format. Returns how many were written.

    Raises `Refused` where the file can't be written; a file that was there stays as it was.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise Refused(f"{path.name} ends in none of {', '.join(_WRITERS)}. Nothing was written. Add one of them.")
    workspace.keep_off(path)
    records = workspace.find(cls)
    write_whole(path, lambda part: write(workspace, cls, records, part))
    return len(records)


def _cells(workspace: Workspace, cls: type[Record], records: list[Record]) -> Iterator[list[str]]:
    registry, minor = Registry(workspace), digits(workspace.organisation.currency)
    for record in records:
        yield [record.id, *(_cell(registry, spec, getattr(record, spec.attr), minor) for spec in importable(cls))]


def _cell(registry: Registry, spec: Spec, value: Any, minor: int) -> str:
    if not spec.target:
        return to_text(spec, value, minor)
    ids = value if spec.kind is Kind.LINKS else (value,) if value else ()
    return f"{SEPARATOR} ".join(registry.of(spec.target).shortest(key) for key in ids)


def _headings(cls: type[Record]) -> list[str]:
    return [ID, *(spec.name for spec in importable(cls))]


def _write_csv(workspace: Workspace, cls: type[Record], records: list[Record], part: Path) -> None:
    """RFC 4180, in UTF-8; texts that a spreadsheet would run get an apostrophe, which the import takes off again."""
    bare = [False, *(spec.kind in _NUMBERS for spec in importable(cls))]
    with open(part, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(_headings(cls))
        for cells in _cells(workspace, cls, records):
            out.writerow([cell if free else guarded(cell) for cell, free in zip(cells, bare, strict=True)])


def _write_json(_workspace: Workspace, _cls: type[Record], records: list[Record], part: Path) -> None:
    text = json.dumps([plain_record(record) for record in records], ensure_ascii=False, indent=1)
    part.write_text(text + "\n", encoding="utf-8", newline="\n")


def _write_xlsx(workspace: Workspace, cls: type[Record], records: list[Record], part: Path) -> None:
    from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]  # slow to import, and only used here
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped, unused-ignore]

    described = (None, *importable(cls))
    rows = [
        [_fitting(cls, spec, cell) for cell, spec in zip(cells, described, strict=True)]
        for cells in _cells(workspace, cls, records)
    ]
    made = io.BytesIO()
    try:
        with Workbook(made, {"constant_memory": True}) as book:
            _fill(book.add_worksheet(cls.nouns.capitalize()[:31]), _headings(cls), rows, described)
    except FileCreateError as error:  # the library keeps its notes in files, for which there may be no room
        raise OSError(*error.args[0].args) from error
    part.write_bytes(made.getbuffer())


def _fill(sheet: Any, headings: list[str], rows: list[list[str]], described: tuple[Spec | None, ...]) -> None:
    sheet.freeze_panes(1, 1)
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading)
    for number, row in enumerate(rows, 1):
        for place, (cell, spec) in enumerate(zip(row, described, strict=True)):
            _write_cell(sheet, number, place, cell, spec)


def _write_cell(sheet: Any, number: int, place: int, cell: str, spec: Spec | None) -> None:
    if spec and spec.kind in _NUMBERS and 0 < len(cell.strip("-").replace(".", "")) <= _MOST_XLSX_DIGITS:
        sheet.write_number(number, place, float(Decimal(cell)))
    elif cell:
        sheet.write_string(number, place, cell)


def _fitting(cls: type[Record], spec: Spec | None, cell: str) -> str:
    reason = ""
    if len(cell.encode("utf-16-le")) // 2 > _MOST_XLSX_CELL:
        reason = f"is longer than {_MOST_XLSX_CELL:,} characters"
    elif "\ufffe" in cell or "\uffff" in cell:
        reason = "holds a character that is not allowed there"
    if reason:
        label = spec.label if spec else ID
        raise Refused(
            f"“{label}” of the {cls.noun} that begins “{cell[:40]}” {reason}, more than a cell of XLSX can hold. "
            "Nothing was written. Export to CSV or JSON instead."
        )
    return cell


_WRITERS: dict[str, Callable[[Workspace, type[Record], list[Record], Path], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
    ".json": _write_json,
}
