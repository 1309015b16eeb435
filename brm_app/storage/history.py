"""The history of a workspace: each write, and per record what its fields held before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from sqlalchemy import ColumnElement, Connection, RowMapping, func, insert, null, select, update

from brm_app.storage.schema import changes, writes
from brm_app.storage.slices import IDS, execute_many, slices

Values = Mapping[str, Any]


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


def record_write(connection: Connection, write: Write, done: Iterable[Change]) -> int:
    """Keeps a write and its changes; returns its number (the one in `write` is ignored)."""
    row = {"at": write.at, "who": write.who, "label": write.label, "action": write.action, "of": write.of}
    number = connection.execute(insert(writes).values(**row, undone=False)).inserted_primary_key
    assert number is not None
    rows = (
        {"write": number[0], "kind": c.kind, "record_id": c.record_id, "before": _or_null(c.before),
         "after": _or_null(c.after)}
        for c in done
    )  # fmt: skip
    execute_many(connection, insert(changes), rows)
    return int(number[0])


def _or_null(values: Values | None) -> Any:
    return null() if values is None else values


def _write(row: RowMapping) -> Write:
    return Write(**{a.name: row[a.name] for a in attrs.fields(Write)})


def changes_of(connection: Connection, number: int) -> list[Change]:
    """The changes of one write, in their order."""
    rows = connection.execute(select(changes).where(changes.c.write == number).order_by(changes.c.number)).mappings()
    return [_change(row) for row in rows]


def _change(row: RowMapping) -> Change:
    return Change(row["kind"], row["record_id"], row["before"], row["after"])


def changes_to(connection: Connection, record_ids: Iterable[str]) -> list[tuple[int, Change]]:
    """The changes of some records, newest first, each with the number of its write."""
    found: list[tuple[int, Change]] = []
    for some in slices(record_ids, IDS):
        found += _numbered(connection, changes.c.record_id.in_(some))
    return sorted(found, key=lambda each: each[0], reverse=True)


def changes_after(connection: Connection, number: int, kinds: Iterable[str]) -> list[tuple[int, Change]]:
    """What later writes than this one changed in records of these kinds, newest first, with their numbers."""
    return _numbered(connection, (changes.c.write > number) & changes.c.kind.in_(list(kinds)))


def _numbered(connection: Connection, which: ColumnElement[bool]) -> list[tuple[int, Change]]:
    rows = connection.execute(select(changes).where(which).order_by(changes.c.number.desc())).mappings()
    return [(row["write"], _change(row)) for row in rows]


def story(connection: Connection, record_ids: Iterable[str], limit: int) -> list[tuple[Write, Change]]:
    """The newest changes of some records, each with its write."""
    joined = select(writes, changes.c.kind, changes.c.record_id, changes.c.before, changes.c.after)
    joined = joined.join(changes, changes.c.write == writes.c.number).where(changes.c.record_id.in_(list(record_ids)))
    rows = connection.execute(joined.order_by(changes.c.number.desc()).limit(limit)).mappings()
    return [(_write(row), _change(row)) for row in rows]


def recent(connection: Connection, limit: int | None = None, record_id: str = "") -> list[Write]:
    """The newest writes first; with `record_id` only those that touched it."""
    statement = select(writes).order_by(writes.c.number.desc()).limit(limit)
    if record_id:
        touching = select(changes.c.write).where(changes.c.record_id == record_id)
        statement = statement.where(writes.c.number.in_(touching))
    return [_write(row) for row in connection.execute(statement).mappings()]


def to_undo(connection: Connection, who: str) -> Write | None:
    """The last write of `who` that stands."""
    mine = (writes.c.who == who) & (writes.c.action == "do")
    statement = select(writes).where(mine, writes.c.undone.is_(False)).order_by(writes.c.number.desc()).limit(1)
    row = connection.execute(statement).mappings().first()
    return _write(row) if row else None


def to_redo(connection: Connection, who: str) -> Write | None:
    """The oldest write of `who` undone since their last new one: a new write ends the chance to redo."""
    mine, newest = writes.c.who == who, func.max(writes.c.number).label("newest")
    last = connection.execute(select(newest).where(mine, writes.c.action == "do")).scalar()
    if last is None:
        return None
    undone = select(writes.c.of, newest).where(mine, writes.c.action == "undo").group_by(writes.c.of).subquery()
    chosen = select(writes).join(undone, undone.c.of == writes.c.number)
    chosen = chosen.where(writes.c.undone.is_(True), undone.c.newest > last).order_by(writes.c.number).limit(1)
    row = connection.execute(chosen).mappings().first()
    return _write(row) if row else None


def last_of(connection: Connection, number: int, action: str) -> int:
    """The newest `undo` or `redo` of a write; for `redo` the write itself where it was never redone."""
    found = connection.execute(
        select(func.max(writes.c.number)).where(writes.c.of == number, writes.c.action == action)
    ).scalar()
    return int(found) if found is not None else number


def mark_undone(connection: Connection, number: int, undone: bool) -> None:
    """Remembers whether a write stands."""
    connection.execute(update(writes).where(writes.c.number == number).values(undone=undone))
