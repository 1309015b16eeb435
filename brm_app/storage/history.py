"""The history of a workspace: each write, and per record what its fields held before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from brm_app.storage.driver import Rows, column, rows
from brm_app.storage.slices import IDS, slices
from brm_app.storage.values import json_of, moment_of

Values = Mapping[str, Any]
_WRITE = 'w.number, w.at, w.who, w.label, w.action, w."of", w.undone'
_CHANGE = 'c.write, c.kind, c.record_id, c."before", c."after"'


@attrs.frozen
class Change:
    """What one write did to one record; `before` None: made, `after` None: deleted. Values are plain JSON."""

    kind: str
    record_id: str
    before: Values | None
    after: Values | None


@attrs.frozen
class Write:
    """One transaction: its number, when (UTC), who, what it was called, and whether it was undone since."""

    number: int
    at: dt.datetime
    who: str
    label: str
    action: str
    of: int | None
    undone: bool


def _write(row: Sequence[Any]) -> Write:
    number, at, who, label, action, of, undone = row
    moment = moment_of(at)
    assert moment is not None
    return Write(number, moment, who, label, action, of, bool(undone))


def _change(row: Sequence[Any]) -> Change:
    _, kind, record_id, before, after = row
    return Change(kind, record_id, json_of(before), json_of(after))


def changes_of(connection: Rows, number: int) -> list[Change]:
    """The changes of one write, in their order."""
    found = rows(connection, f"SELECT {_CHANGE} FROM changes c WHERE c.write = ? ORDER BY c.number", number)
    return [_change(row) for row in found]


def changes_to(connection: Rows, record_ids: Iterable[str]) -> list[tuple[int, Change]]:
    """The changes of some records, newest first, each with the number of its write."""
    found: list[tuple[int, Change]] = []
    for some in slices(record_ids, IDS):
        found += _numbered(connection, f"c.record_id IN ({_marks(some)})", *some)
    return sorted(found, key=lambda each: each[0], reverse=True)


def changes_after(connection: Rows, number: int, kinds: Iterable[str]) -> list[tuple[int, Change]]:
    """What later writes than this one changed in records of these kinds, newest first, with their numbers."""
    some = list(kinds)
    return _numbered(connection, f"c.write > ? AND c.kind IN ({_marks(some)})", number, *some)


def not_done(connection: Rows, numbers: Iterable[int]) -> set[int]:
    """Those of these writes that only took something back or did it again."""
    found: set[int] = set()
    for some in slices(numbers, IDS):
        chosen = f"number IN ({_marks(some)}) AND action IN ('undo', 'redo')"
        found.update(column(connection, f"SELECT number FROM writes WHERE {chosen}", *some))
    return found


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _numbered(connection: Rows, which: str, *values: Any) -> list[tuple[int, Change]]:
    found = rows(connection, f"SELECT {_CHANGE} FROM changes c WHERE {which} ORDER BY c.number DESC", *values)
    return [(row[0], _change(row)) for row in found]


def story(connection: Rows, record_ids: Iterable[str], limit: int) -> list[tuple[Write, Change]]:
    """The newest changes of some records, each with its write."""
    some = list(record_ids)
    joined = f"SELECT {_WRITE}, {_CHANGE} FROM writes w JOIN changes c ON c.write = w.number"
    chosen = f" WHERE c.record_id IN ({_marks(some)}) ORDER BY c.number DESC LIMIT ?"
    return [(_write(row[:7]), _change(row[7:])) for row in rows(connection, joined + chosen, *some, limit)]


def recent(connection: Rows, limit: int | None = None, record_id: str = "") -> list[Write]:
    """The newest writes first; with `record_id` only those that touched it."""
    touching = " WHERE w.number IN (SELECT write FROM changes WHERE record_id = ?)" if record_id else ""
    statement = f"SELECT {_WRITE} FROM writes w{touching} ORDER BY w.number DESC LIMIT ?"
    touched = (record_id,) if record_id else ()
    return [_write(row) for row in rows(connection, statement, *touched, -1 if limit is None else limit)]


def to_undo(connection: Rows, who: str) -> Write | None:
    """The last write of `who` that stands."""
    mine = "w.who = ? AND w.action = 'do' AND NOT w.undone"
    return _first(connection, f"SELECT {_WRITE} FROM writes w WHERE {mine} ORDER BY w.number DESC LIMIT 1", who)


def to_redo(connection: Rows, who: str) -> Write | None:
    """The oldest write of `who` undone since their last new one: a new write ends the chance to redo."""
    (last,) = column(connection, "SELECT max(number) FROM writes WHERE who = ? AND action = 'do'", who)
    if last is None:
        return None
    undone = 'SELECT "of", max(number) AS newest FROM writes WHERE who = ? AND action = \'undo\' GROUP BY "of"'
    chosen = f'SELECT {_WRITE} FROM writes w JOIN ({undone}) u ON u."of" = w.number'
    return _first(connection, f"{chosen} WHERE w.undone AND u.newest > ? ORDER BY w.number LIMIT 1", who, last)


def _first(connection: Rows, statement: str, *values: Any) -> Write | None:
    found = rows(connection, statement, *values)
    return _write(found[0]) if found else None


def last_of(connection: Rows, number: int, action: str) -> int:
    """The newest `undo` or `redo` of a write; for `redo` the write itself where it was never redone."""
    (found,) = column(connection, 'SELECT max(number) FROM writes WHERE "of" = ? AND action = ?', number, action)
    return int(found) if found is not None else number
