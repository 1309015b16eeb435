"""CSV as it is met: byte order marks, Windows code pages, `sep=` lines, and any of the usual delimiters."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from brm_app.domain.errors import Refused

DELIMITERS = ",;\t|"
MOST_CELL = 2_000_000  # characters in one cell
_SAMPLE = 65_536
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Spreadsheets run a cell that begins with one of these; an apostrophe before it makes it text.
_RISKY = re.compile("'*[=+\\-@\t\r\n]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n]")


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return "'" + text if _RISKY.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def decoded(path: Path, data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text of a file and the encoding it was read with: byte order mark, strict UTF-8, Windows-1252."""
    if encoding:
        return _decoded_as(path, data, encoding), encoding
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded_as(path, data, name), name
    # Half characters are let through here, so that their row and field can be named.
    for name, errors in (("utf-8", "strict"), ("utf-8", "surrogatepass"), ("cp1252", "strict")):
        try:
            return data.decode(name, errors), name
        except UnicodeDecodeError:
            continue
    raise Refused(
        f"{path.name} is neither UTF-8 nor Windows-1252 text. Nothing was changed. "
        "Save it as UTF-8, or name its encoding."
    )


def _decoded_as(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise Refused(f"There is no encoding “{encoding}”. Nothing was changed. Try utf-8 or cp1252.") from None
    except UnicodeDecodeError as error:
        raise Refused(
            f"{path.name} is not {encoding} text (byte {error.start + 1}). Nothing was changed. "
            "Choose another encoding."
        ) from None


def records(path: Path, text: str) -> tuple[str, Iterator[tuple[int, list[str]]]]:
    """The delimiter, and each row with its number. Raises `Refused` at a quote that is wrong."""
    named = re.match(r"sep=(.)\r?\n", text)
    if named:
        return named[1], _rows(path, text[named.end() :], named[1])
    delimiter = best_delimiter(text)
    return delimiter, _rows(path, text, delimiter)


def _rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for number, cells in enumerate(reader, 1):
            yield number, cells
    except csv.Error as error:
        where = "a quote is opened and never closed" if "end of data" in str(error) else str(error)
        raise Refused(
            f"{path.name} can’t be read after row {number}: {where}. Nothing was changed. Mend the file there."
        ) from None


def best_delimiter(text: str) -> str:
    """The delimiter that splits the first rows most evenly; then the one that makes most columns."""
    sample = text[:_SAMPLE]
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    csv.field_size_limit(MOST_CELL)
    widths = [len(row) for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), 100) if row]
    if len(sample) == _SAMPLE and len(widths) > 1:
        widths.pop()  # the sample may end in the middle of it
    if not widths or widths[0] == 1:
        return 0.0, 0
    return widths.count(widths[0]) / len(widths), widths[0]
