"""XLSX workbooks: measured before they are opened, since a small file can unfold to fill the memory."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from brm_app.domain.errors import Refused

_ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
MOST_UNFOLDED = 256 * 2**20
MOST_ROWS = 500_000
MOST_COLUMNS = 1_000
MOST_CELLS = 10_000_000
_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Za-z]{1,8})(\d{1,12})["']""")
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d{1,12})["']""")


Lines = Iterator[tuple[int, list[str]]]


def read_workbook(path: Path, data: bytes, sheet: str = "") -> tuple[str, tuple[str, ...], Lines]:
    """The sheet that was read, the names of all, and each row with its number. Raises `Refused`."""
    _measure(path, data)
    try:
        book = CalamineWorkbook.from_object(io.BytesIO(data))
        # Sheets that hold a chart have no cells; hidden ones come last, so that none of them is read unasked.
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ is SheetTypeEnum.WorkSheet]
        sheets.sort(key=lambda sheet: sheet.visible is not SheetVisibleEnum.Visible)
        names = tuple(sheet.name for sheet in sheets)
        chosen = _chosen(path, names, sheet)
        rows = book.get_sheet_by_name(chosen).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise _damaged(path, str(error)) from None
    return chosen, names, ((number, [as_text(cell) for cell in row]) for number, row in enumerate(rows, 1))


def _damaged(path: Path, why: str) -> Refused:
    return Refused(f"{path.name} is not a whole XLSX workbook ({why}). Nothing was changed. Save it again, or as CSV.")


def _chosen(path: Path, names: tuple[str, ...], sheet: str) -> str:
    if sheet and sheet not in names:
        raise Refused(f"{path.name} has no sheet “{sheet}”. Nothing was changed. Its sheets are: {', '.join(names)}.")
    if not names:
        raise _damaged(path, "it has no sheet")
    return sheet or names[0]


def _measure(path: Path, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_UNFOLDED:
                raise Refused(
                    f"{path.name} unfolds to more than {MOST_UNFOLDED >> 20} MB. Nothing was read. Split the workbook."
                )
            for part in parts.infolist():
                # Reading checks the promised size and checksum, so the sum above can be believed.
                content = parts.read(part)
                if part.filename.lower().startswith("xl/worksheets/") and part.filename.lower().endswith(".xml"):
                    _measure_sheet(path, content)
    except _ZIP_FAULTS as error:
        raise _damaged(path, str(error)) from None


def _measure_sheet(path: Path, content: bytes) -> None:
    rows = max((int(found[1]) for found in _ROW.finditer(content)), default=0)
    columns = 0
    for found in _CELL.finditer(content):
        rows = max(rows, int(found[2]))
        columns = max(columns, _column_number(found[1].upper()))
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise Refused(
            f"A sheet of {path.name} reaches to row {rows:,}, column {columns:,}: more than can be read. "
            "Nothing was changed. Delete the far cells, or save the sheet as CSV."
        )


@cache
def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def as_text(cell: Any) -> str:
    """A cell as a person would type it: whole numbers without a point, dates in ISO form, yes and no."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{Decimal(f'{cell:.15g}'):f}"
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, dt.date | dt.time) else str(cell)
