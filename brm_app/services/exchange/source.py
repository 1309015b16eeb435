"""A table file as columns and rows of text, whatever program wrote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import attrs

from brm_app.domain.errors import Refused
from brm_app.services.exchange import csv_text

MOST_BYTES = 256 * 2**20
MOST_COLUMNS = 1_000


@attrs.frozen
class Line:
    """One row of the file: its number as a spreadsheet shows it (the heading is usually 1) and its cells."""

    number: int
    cells: tuple[str, ...]


@attrs.frozen
class Source:
    """A table that was read. `encoding` and `delimiter` are empty for XLSX, `sheet` and `sheets` for CSV."""

    path: Path
    columns: tuple[str, ...]
    rows: tuple[Line, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""


def read_table(path: Path, sheet: str = "", encoding: str = "") -> Source:
    """Reads CSV (any delimiter) or XLSX; the first row that is not blank names the columns.

    `sheet` chooses one of a workbook (else the first), `encoding` overrides what the bytes suggest.
    Raises `Refused` where the file can't be read as one table.
    """
    data = _content(path)
    if data.startswith(b"PK\x03\x04"):
        from brm_app.services.exchange.workbook import read_workbook  # only workbooks need the library

        name, names, lines = read_workbook(path, data, sheet)
        return _table(path, lines, sheet=name, sheets=names)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(f"{path.name} is an old or protected workbook. Nothing was read. Save it as XLSX or CSV.")
    text, used = csv_text.decoded(path, data, encoding)
    delimiter, lines = csv_text.records(path, text)
    return _table(path, lines, encoding=used, delimiter=delimiter)


def _content(path: Path) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)  # what is no file on a disk has no size to ask for, and may never end
    except OSError as error:
        raise Refused(
            f"{path} can’t be read: {error.strerror or error}. Nothing was changed. Check the name."
        ) from error
    if len(data) > MOST_BYTES:
        raise Refused(f"{path.name} is larger than {MOST_BYTES >> 20} MB. Nothing was read. Split the file.")
    return data


def _table(path: Path, lines: Iterable[tuple[int, list[str]]], **facts: object) -> Source:
    numbered = [Line(number, tuple(cells)) for number, cells in lines if any(cell.strip() for cell in cells)]
    if not numbered:
        raise Refused(f"{path.name} has no rows. Nothing was changed. Choose a file with a row of headings.")
    return Source(path=path, columns=_columns(path, numbered[0].cells), rows=tuple(numbered[1:]), **facts)  # type: ignore[arg-type]


def _columns(path: Path, cells: tuple[str, ...]) -> tuple[str, ...]:
    if len(cells) > MOST_COLUMNS:
        raise Refused(f"{path.name} has more than {MOST_COLUMNS:,} columns. Nothing was read. Delete some columns.")
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    names = [cell.strip() or f"Column {place}" for place, cell in enumerate(cells, 1)]
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise Refused(
            f"Two columns of {path.name} are called “{twice[0]}”. Nothing was changed. Rename one of them in the file."
        )
    return tuple(names)
