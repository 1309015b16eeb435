"""The register of issues and their files: rows are added and never changed.

A file that somebody sent may hold anything in these tables: what can't be read is refused with a sentence.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.freezing import as_plain, from_plain
from brm_app.domain.issues import Certificate, Chosen, Issue
from brm_app.storage.driver import Rows, column, rows
from brm_app.storage.values import json_of, moment_of, stored_moment

_COLUMNS = tuple(field.name for field in attrs.fields(Issue))
_NAMES = ", ".join(_COLUMNS)
_SELECT = f"SELECT {_NAMES} FROM issues"
_INSERT = f"INSERT INTO issues ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_TYPES: dict[str, type] = {
    **dict.fromkeys(("year", "counted", "pages", "minutes"), int), "issued_at": dt.datetime, "scope": Chosen,
}  # fmt: skip
_EARLIEST, _LATEST = 1900, 9000  # years: at the ends of time no zone can tell its own
_DAMAGED = "The register of this workspace is damaged. Nothing was changed. Restore a backup."


def add(connection: Rows, issue: Issue, content: bytes, pdf: bytes, enclosed: Iterable[bytes] = ()) -> None:
    """Adds an issue with its frozen content, its bytes, and the files of others that are behind its pages."""
    connection.exec_driver_sql(_INSERT, tuple(_stored(getattr(issue, name)) for name in _COLUMNS))
    files = "INSERT INTO issue_files (number, content, pdf) VALUES (?, ?, ?)"
    connection.exec_driver_sql(files, (issue.number, content, pdf))
    for data in enclosed:
        enclosure = "INSERT OR IGNORE INTO issue_enclosures (sha256, data) VALUES (?, ?)"
        connection.exec_driver_sql(enclosure, (hashlib.sha256(data).hexdigest(), data))


def add_copy(connection: Rows, number: str, sha256: str) -> None:
    """Adds the hash of a locked copy of an issue."""
    connection.exec_driver_sql("INSERT INTO issue_copies (sha256, number) VALUES (?, ?)", (sha256, number))


def _stored(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return stored_moment(value)
    if isinstance(value, Chosen | Certificate) or value is None:
        return json.dumps(as_plain(value), ensure_ascii=False, sort_keys=True)
    return value


def newest_first(connection: Rows) -> list[Issue]:
    """The whole register."""
    return [_issue(row) for row in rows(connection, f"{_SELECT} ORDER BY issued_at DESC, year DESC, counted DESC")]


def named(connection: Rows) -> list[tuple[str, str, str, dt.datetime | None]]:
    """Number, title, audience and moment of each issue, newest first; what stands in them may be anything."""
    found = rows(connection, "SELECT number, title, audience_name, issued_at FROM issues ORDER BY issued_at DESC")
    return [(str(number), str(title), str(whom), _moment(at)) for number, title, whom, at in found]


def _moment(text: Any) -> dt.datetime | None:
    try:
        found = moment_of(text)
    except (ValueError, TypeError):
        return None
    return found if found and _EARLIEST <= found.year <= _LATEST else None


def one(connection: Rows, number: str) -> Issue | None:
    """The issue of this number, or None."""
    return next((_issue(row) for row in rows(connection, f"{_SELECT} WHERE number = ?", number)), None)


def with_hash(connection: Rows, sha256: str) -> Issue | None:
    """The issue whose bytes have this SHA-256, or None."""
    return next((_issue(row) for row in rows(connection, f"{_SELECT} WHERE sha256 = ?", sha256)), None)


def copied(connection: Rows, sha256: str) -> Issue | None:
    """The issue of which the bytes with this SHA-256 are a locked copy, or None."""
    of = f"{_SELECT} WHERE number = (SELECT number FROM issue_copies WHERE sha256 = ?)"
    return next((_issue(row) for row in rows(connection, of, sha256)), None)


def enclosure(connection: Rows, sha256: str) -> bytes | None:
    """The file of somebody else that has this SHA-256; None where it is not kept, or is another one."""
    held = next(iter(column(connection, "SELECT data FROM issue_enclosures WHERE sha256 = ?", sha256)), None)
    data = _bytes(held)
    return data if data is not None and hashlib.sha256(data).hexdigest() == sha256 else None


def files(connection: Rows, number: str) -> tuple[bytes | None, bytes | None]:
    """The frozen content and the bytes of an issue; None for what is not there or is no file."""
    found = rows(connection, "SELECT content, pdf FROM issue_files WHERE number = ?", number)
    content, pdf = found[0] if found else (None, None)
    return _bytes(content), _bytes(pdf)


def _bytes(value: Any) -> bytes | None:
    return bytes(value) if isinstance(value, bytes | memoryview) else None


def lengths(connection: Rows) -> list[tuple[str, int]]:
    """How long the bytes of each issue are, by number; the newest first."""
    joined = "FROM issue_files f JOIN issues i ON i.number = f.number ORDER BY i.issued_at DESC"
    found = rows(connection, f"SELECT f.number, length(f.pdf) {joined}")
    return [(str(number), int(size or 0)) for number, size in found]


def kept_pdfs(connection: Rows, numbers: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The bytes of these issues, one after the other."""
    for number in numbers:
        _, pdf = files(connection, number)
        if pdf is not None:
            yield number, pdf


def next_count(connection: Rows, audience: str, year: int) -> int:
    """The place that the next issue for this audience in this year has among them."""
    most = "SELECT max(counted) FROM issues WHERE audience = ? AND year = ?"
    (last,) = column(connection, most, audience, year)
    if not isinstance(last, int | None):
        raise Refused(_DAMAGED)
    return (last or 0) + 1


def codes_used(connection: Rows) -> set[tuple[str, str]]:
    """The ids of audiences with the beginnings of the numbers given for them, such as `MH-S`."""
    found = rows(connection, "SELECT DISTINCT audience, number FROM issues")
    return {(str(audience), str(number).rsplit("-", 2)[0]) for audience, number in found}


def _issue(row: Sequence[Any]) -> Issue:
    values: dict[str, Any] = dict(zip(_COLUMNS, row, strict=True))
    certificate = _certificate(values.pop("certificate"))
    try:
        values["issued_at"] = moment_of(values["issued_at"])
        values["scope"] = from_plain(json_of(values["scope"]), Chosen)
    except (Refused, ValueError, TypeError, RecursionError):
        raise Refused(_DAMAGED) from None
    if not _EARLIEST <= values["issued_at"].year <= _LATEST:
        raise Refused(_DAMAGED)
    if any(type(value) is not _TYPES.get(name, str) for name, value in values.items()):
        raise Refused(_DAMAGED)
    return Issue(**values, certificate=certificate)


def _certificate(text: Any) -> Certificate | None:
    """None where the register holds something else: the issue itself can be told all the same."""
    try:
        return from_plain(json_of(text), Certificate)
    except (Refused, ValueError, TypeError, RecursionError):
        return None
