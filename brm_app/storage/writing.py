"""Records into their tables, and writes into the history: what the write door calls, and nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Connection, Delete, Insert, Update, delete, insert, null, update
from sqlalchemy import bindparam as bind

from brm_app.domain.fields import Kind, specs
from brm_app.domain.records import RECORDS, Record
from brm_app.domain.text import fold
from brm_app.storage import fulltext
from brm_app.storage.history import Change, Values, Write
from brm_app.storage.schema import TABLES, changes, links, writes
from brm_app.storage.slices import execute_many

SORTED = 100  # characters of a title that count in sorting; the title of some records is a text of many pages


def to_row(record: Record) -> dict[str, Any]:
    """The table row of a record, with its keys for sorting and searching."""
    described = specs(type(record))
    row = {spec.name: getattr(record, spec.attr) for spec in described}
    words = "\n".join(str(row[spec.name]) for spec in described if spec.textual and row[spec.name])
    return {"id": record.id, **row, "sort_key": fold(record.title[:SORTED]), "search_key": fold(words)}


def _changed_row(record: Record) -> dict[str, Any]:
    row = to_row(record)
    row["row_id"] = row.pop("id")  # the key itself is not written again: all that refers to it would be checked
    return row


@cache
def _writers(collection: str) -> tuple[Insert, Update, Delete]:
    """Statements used at each save are made once: that is half their time."""
    table = TABLES[collection]
    same = table.c.id == bind("row_id")
    return insert(table), update(table).where(same), delete(table).where(same)


def write_rows(
    connection: Connection, new: Sequence[Record], changed: Sequence[Record], gone: Sequence[Record]
) -> None:
    """Inserts, updates and deletes records; links and search are kept in step. Only the write door calls this."""
    kinds = {type(record) for group in (new, changed, gone) for record in group}
    for cls in filter(kinds.__contains__, RECORDS.values()):  # in the order in which one may refer to another
        inserts, updates, deletes = ([r for r in group if type(r) is cls] for group in (new, changed, gone))
        adding, changing, deleting = _writers(cls.collection)
        execute_many(connection, adding, map(to_row, inserts))
        execute_many(connection, changing, map(_changed_row, updates))
        execute_many(connection, deleting, ({"row_id": r.id} for r in deletes))
        _write_links(connection, cls, inserts, updates, deletes)
        fulltext.keep(connection, cls, inserts, updates, deletes)


def _write_links(
    connection: Connection, cls: type[Record], new: list[Record], changed: list[Record], gone: list[Record]
) -> None:
    fields = [spec for spec in specs(cls) if spec.kind is Kind.LINKS]
    if not fields:
        return
    old = ({"row_id": r.id} for r in (*changed, *gone))
    execute_many(connection, delete(links).where(links.c.owner_id == bind("row_id")), old)
    rows = (
        {"owner_id": r.id, "field": s.name, "position": n, "owner_kind": cls.collection, "target_id": target}
        for r in (*new, *changed)
        for s in fields
        for n, target in enumerate(cast(tuple[str, ...], getattr(r, s.attr)))
    )
    execute_many(connection, insert(links), rows)


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


def mark_undone(connection: Connection, number: int, undone: bool) -> None:
    """Remembers whether a write stands."""
    connection.execute(update(writes).where(writes.c.number == number).values(undone=undone))


def forget_writes(connection: Connection) -> None:
    """Makes all writes so far the beginning, which nobody takes back."""
    connection.execute(update(writes).values(action="new"))
