"""Long lists of ids in an order: the first of them by an index at once, or all, each with or without words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, select

from brm_app.domain.fields import Kind, by_name
from brm_app.domain.records import Record
from brm_app.domain.text import words_of
from brm_app.storage import fulltext
from brm_app.storage.found import Listed, Order
from brm_app.storage.schema import TABLES, searched
from brm_app.storage.slices import IDS


def listed(connection: Connection, cls: type[Record], words: str, order: Order, most: int | None) -> Listed:
    """The ids of a collection whose texts hold the words; at most so many, or more where all were at hand."""
    if not words.strip():
        return _cut(_in_order(connection, cls, order, most and most + 1), most)
    some = fulltext.some(connection)
    # Hits of any kind are found several times as soon, and those of other kinds fall out when the records are met.
    for match in (fulltext.expression(words), fulltext.expression(words, (cls.collection,))):
        count = fulltext.counted(connection, match, some + 1) if match else 0
        if count <= fulltext.FEW:
            return Listed(tuple(_fitting(connection, cls, order, match, looked_up=True) if count else ()), True)
        if count <= some and most is not None:
            return _cut(_fitting(connection, cls, order, match, most + 1), most)
    if most is None:
        return Listed(tuple(_fitting(connection, cls, order, match)), True)
    return _cut(_walked(connection, cls, order, fulltext.phrases_of(words), most + 1), most)


def _cut(ids: Sequence[str], most: int | None) -> Listed:
    return Listed(tuple(ids[:most]), most is None or len(ids) <= most)


def _parts(cls: type[Record], order: Order, *more: Any, looked_up: bool = False) -> list[Select[Any]]:
    """Statements that one after the other give all ids in order; a link is sorted by the title of what it leads to.

    They walk an index of the order, unless the ids are to be looked up and sorted then.
    """
    table = TABLES[cls.collection]
    spec = by_name(cls).get(order.field)
    if spec is None or spec.kind is not Kind.LINK:
        return [select(table.c.id, *more).order_by(*_keys(order, table.c[order.field or "sort_key"], table.c.id))]
    other, own = TABLES[spec.target], table.c[order.field]
    linked = select(table.c.id, *more).join_from(other, table, own == (other.c.id if looked_up else _walking(other)))
    linked = linked.order_by(*_keys(order, other.c.sort_key, other.c.id, table.c.id))
    return [linked, select(table.c.id, *more).where(own.is_(None)).order_by(table.c.id)]


def _walking(table: Table) -> ColumnElement[str]:
    """The id with a text added, which keeps SQLite from looking it up: it has to walk the rows in their order."""
    return table.c.id.concat("")


def _keys(order: Order, *columns: Column[Any]) -> list[ColumnElement[Any]]:
    return [column.desc() if order.descending else column for column in columns]


def _in_order(connection: Connection, cls: type[Record], order: Order, most: int | None) -> list[str]:
    return _one_after_other(connection, _parts(cls, order), most)


def _fitting(
    connection: Connection,
    cls: type[Record],
    order: Order,
    match: str,
    most: int | None = None,
    looked_up: bool = False,
) -> list[str]:
    """Hits in order: few are looked up and sorted; else the order is walked until enough of them are met."""
    table = TABLES[cls.collection]
    hits = select(searched.c.record_id).where(fulltext.FITTING).params(match=match)
    key = table.c.id if looked_up else _walking(table)
    parts = _parts(cls, order, looked_up=looked_up)
    return _one_after_other(connection, [part.where(key.in_(hits)) for part in parts], most)


def _one_after_other(connection: Connection, parts: Sequence[Select[Any]], most: int | None) -> list[str]:
    ids: list[str] = []
    for part in parts:
        rest = None if most is None else most - len(ids)
        ids += connection.execute(part.limit(rest)).scalars() if rest != 0 else ()
    return ids


def _walked(connection: Connection, cls: type[Record], order: Order, phrases: list[str], most: int) -> list[str]:
    """Very many hits: the list is read in its order, and its texts are looked through, until enough are met."""
    key = TABLES[cls.collection].c.search_key
    parts = _parts(cls, order, key)
    for word in {word for phrase in phrases for word in phrase.split()}:
        parts = [part.where(key.contains(word)) for part in parts]
    found: list[str] = []
    for record_id, words in _rows(connection, parts):
        held = f" {' '.join(words_of(words))}"
        if all(f" {phrase}" in held for phrase in phrases):
            found.append(record_id)
            if len(found) == most:
                break
    return found


def _rows(connection: Connection, parts: list[Select[Any]]) -> Iterator[tuple[str, str]]:
    for part in parts:
        with connection.execute(part, execution_options={"yield_per": IDS}) as rows:
            yield from (tuple(row) for row in rows)
