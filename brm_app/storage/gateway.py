"""Rows to records and back: the only place that reads and writes record tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar, cast

import attrs
from sqlalchemy import Connection, Delete, Insert, RowMapping, Select, Update, delete, func, insert, select, update
from sqlalchemy import bindparam as bind

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS, Record, links_to
from brm_app.domain.text import fold
from brm_app.storage import fulltext
from brm_app.storage.schema import TABLES, links
from brm_app.storage.slices import IDS, execute_many, slices

R = TypeVar("R", bound=Record)
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


def to_record(cls: type[R], row: RowMapping) -> R:
    """The record of a table row."""
    return cls(id=row["id"], **{spec.attr: row[spec.name] for spec in specs(cls)})


@cache
def _all(collection: str) -> Select[Any]:
    """Select of what a record is made from. Statements used at each save are made once: that is half their time."""
    table = TABLES[collection]
    return select(table.c.id, *(table.c[spec.name] for spec in specs(RECORDS[collection])))


@cache
def _by_id(collection: str) -> Select[Any]:
    return _all(collection).where(TABLES[collection].c.id.in_(bind("ids", expanding=True)))


@cache
def _writers(collection: str) -> tuple[Insert, Update, Delete]:
    table = TABLES[collection]
    same = table.c.id == bind("row_id")
    return insert(table), update(table).where(same), delete(table).where(same)


def get(connection: Connection, cls: type[R], record_id: str) -> R | None:
    """One record by its id, or None."""
    found = get_many(connection, cls, [record_id])
    return found[0] if found else None


def get_many(connection: Connection, cls: type[R], ids: Iterable[str]) -> list[R]:
    """The records of these ids that exist, in no promised order."""
    found: list[R] = []
    for chunk in slices(ids, IDS):
        rows = connection.execute(_by_id(cls.collection), {"ids": chunk}).mappings()
        found += [to_record(cls, row) for row in rows]
    return found


def query(
    cls: type[Record],
    words: str = "",
    equals: dict[str, Any] | None = None,
    sort: str = "",
    descending: bool = False,
) -> Select[Any]:
    """Select of one collection: every word occurs in its texts, fields equal values, sorted by a field or the title."""
    table = TABLES[cls.collection]
    statement = _all(cls.collection)
    for word in fold(words).split():
        statement = statement.where(table.c.search_key.contains(word, autoescape=True))
    for name, value in (equals or {}).items():
        statement = statement.where(table.c[name] == value)
    keys = (table.c[sort] if sort else table.c.sort_key, table.c.id)
    return statement.order_by(*(key.desc() if descending else key for key in keys))


def find(connection: Connection, cls: type[R], limit: int | None = None, **how: Any) -> list[R]:
    """The records of a `query`, at most `limit`."""
    rows = connection.execute(query(cls, **how).limit(limit)).mappings()
    return [to_record(cls, row) for row in rows]


def count(connection: Connection, cls: type[Record]) -> int:
    """How many records the collection has."""
    return int(connection.execute(select(func.count()).select_from(TABLES[cls.collection])).scalar_one())


def existing(connection: Connection, collection: str, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that exist."""
    table, found = TABLES[collection], set()
    for chunk in slices(ids, IDS):
        found |= set(connection.execute(select(table.c.id).where(table.c.id.in_(chunk))).scalars())
    return found


@attrs.frozen
class Mention:
    """One field of one record that holds the id of another."""

    cls: type[Record]
    owner: str
    spec: Spec
    target: str


def mentions_of(connection: Connection, records: Iterable[Record]) -> Iterator[Mention]:
    """Every stored field that refers to one of these records."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        ids[record.collection].append(record.id)
    for collection, some in ids.items():
        for chunk in slices(some, IDS):
            for cls, spec in links_to(collection):
                for owner, target in connection.execute(_holders(cls, spec, chunk)).all():
                    yield Mention(cls, owner, spec, target)


def _holders(cls: type[Record], spec: Spec, targets: Sequence[str]) -> Select[Any]:
    if spec.kind is Kind.LINK:
        table = TABLES[cls.collection]
        return select(table.c.id, table.c[spec.name]).where(table.c[spec.name].in_(targets))
    held = (links.c.owner_kind == cls.collection) & (links.c.field == spec.name)
    return select(links.c.owner_id, links.c.target_id).where(links.c.target_id.in_(targets), held)


def linked_ids(connection: Connection, cls: type[Record], field: str, target_id: str) -> list[str]:
    """Ids of the records of `cls` whose field of several links holds `target_id`."""
    held = (links.c.owner_kind == cls.collection) & (links.c.field == field) & (links.c.target_id == target_id)
    return list(connection.execute(select(links.c.owner_id).where(held)).scalars())


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
