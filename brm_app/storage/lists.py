"""Long lists of ids in an order: the first of them by an index at once, or all, each with or without words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, select

from brm_app.domain.fields import Kind, by_name
from brm_app.domain.records import Record
from brm_app.domain.text import words_of
from brm_app.storage import fulltext
from brm_app.storage.found import Listed, Order
from brm_app.storage.schema import TABLES, searched
from brm_app.storage.slices import IDS, slices


def listed(connection: Connection, cls: type[Record], words: str, order: Order, most: int | None) -> Listed:
    """The ids of a collection whose texts hold the words; at most so many, or more where all were at hand."""
    if not words.strip():
        return _cut(_in_order(connection, cls, order, most and most + 1), most)
    match = fulltext.expression(words, (cls.collection,))
    if not match:
        return Listed((), True)
    numbers = fulltext.hits(connection, match, fulltext.FEW + 1)
    if len(numbers) <= fulltext.FEW:
        return Listed(_sorted(connection, cls, order, numbers), True)
    if most is None:
        return Listed(_all_fitting(connection, cls, order, match), True)
    return _cut(_walked(connection, cls, order, fulltext.phrases_of(words), most + 1), most)


def _cut(ids: Sequence[str], most: int | None) -> Listed:
    return Listed(tuple(ids[:most]), most is None or len(ids) <= most)


def _parts(cls: type[Record], order: Order, *more: Any) -> list[Select[Any]]:
    """Statements that one after the other give all ids in order; a link is sorted by the title of what it leads to."""
    table = TABLES[cls.collection]
    spec = by_name(cls).get(order.field)
    if spec is None or spec.kind is not Kind.LINK:
        return [select(table.c.id, *more).order_by(*_keys(order, table.c[order.field or "sort_key"], table.c.id))]
    other, own = TABLES[spec.target], table.c[order.field]
    # The text added to the id keeps SQLite from looking it up: it has to walk the titles in their order instead.
    linked = select(table.c.id, *more).join_from(other, table, own == other.c.id.concat(""))
    linked = linked.order_by(*_keys(order, other.c.sort_key, other.c.id, table.c.id))
    return [linked, select(table.c.id, *more).where(own.is_(None)).order_by(table.c.id)]


def _keys(order: Order, *columns: Column[Any]) -> list[ColumnElement[Any]]:
    return [column.desc() if order.descending else column for column in columns]


def _in_order(connection: Connection, cls: type[Record], order: Order, most: int | None) -> list[str]:
    ids: list[str] = []
    for part in _parts(cls, order):
        rest = None if most is None else most - len(ids)
        ids += connection.execute(part.limit(rest)).scalars() if rest != 0 else ()
    return ids


def _sorted(connection: Connection, cls: type[Record], order: Order, numbers: list[int]) -> tuple[str, ...]:
    """Few hits: their ids are looked up and then sorted."""
    ids: list[str] = []
    for some in slices(numbers, IDS):
        ids += connection.execute(select(searched.c.record_id).where(searched.c.number.in_(some))).scalars()
    held = TABLES[cls.collection].c.id.in_(ids)
    return tuple(key for part in _parts(cls, order) for key in connection.execute(part.where(held)).scalars())


def _all_fitting(connection: Connection, cls: type[Record], order: Order, match: str) -> tuple[str, ...]:
    held = TABLES[cls.collection].c.id.in_(select(searched.c.record_id).where(fulltext.FITTING))
    parts = [connection.execute(part.where(held), {"match": match}) for part in _parts(cls, order)]
    return tuple(key for part in parts for key in part.scalars())


def _walked(connection: Connection, cls: type[Record], order: Order, phrases: list[str], most: int) -> list[str]:
    """Many hits: the list is walked in its order until enough are met."""
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
