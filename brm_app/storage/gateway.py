"""Records out of their tables, in plain statements made from the descriptions of their fields.

Nothing here needs SQLAlchemy, so the first page shows before it is imported; `writing` puts records in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import attrs

from brm_app.domain.fields import Kind, Spec, by_name, specs
from brm_app.domain.records import RECORDS, Record, links_to
from brm_app.domain.text import fold
from brm_app.storage.cells import ID, Cell, cell, values
from brm_app.storage.driver import Rows, column, rows
from brm_app.storage.slices import IDS, slices
from brm_app.storage.values import stored

R = TypeVar("R", bound=Record)


@cache
def _reading(collection: str) -> tuple[str, tuple[Cell, ...]]:
    """The statement that reads all of a collection, and what makes values of its columns."""
    made = (ID, *(cell(spec) for spec in specs(RECORDS[collection])))
    return f'SELECT {_names(made)} FROM "{collection}"', made


def _names(cells: Iterable[Cell]) -> str:
    return ", ".join(f'"{each.name}"' for each in cells)


def _records(connection: Rows, cls: type[R], rest: str, *given: Any) -> list[R]:
    """The records of a collection, with the rest of the statement."""
    start, cells = _reading(cls.collection)
    names = [each.attr for each in cells]
    found = rows(connection, start + rest, *given)
    return [cls(**dict(zip(names, row, strict=True))) for row in values(cls.collection, cells, found)]


def _among(name: str, some: Sequence[Any]) -> str:
    return f'"{name}" IN ({", ".join("?" * len(some))})'


def get(connection: Rows, cls: type[R], record_id: str) -> R | None:
    """One record by its id, or None."""
    found = get_many(connection, cls, [record_id])
    return found[0] if found else None


def get_many(connection: Rows, cls: type[R], ids: Iterable[str]) -> list[R]:
    """The records of these ids that exist, in no promised order."""
    return holding(connection, cls, "id", ids)


def holding(connection: Rows, cls: type[R], field: str, ids: Iterable[str]) -> list[R]:
    """The records of which a field, such as a link, is one of these, in no promised order."""
    found: list[R] = []
    for chunk in slices(ids, IDS):
        found += _records(connection, cls, f" WHERE {_among(field, chunk)}", *chunk)
    return found


def find(
    connection: Rows,
    cls: type[R],
    limit: int | None = None,
    words: str = "",
    equals: dict[str, Any] | None = None,
    sort: str = "",
    descending: bool = False,
) -> list[R]:
    """The records in whose texts every word occurs and whose fields equal values, sorted by a field or the title."""
    given: list[Any] = fold(words).split()
    conditions = ['instr("search_key", ?) > 0'] * len(given)
    for name, value in (equals or {}).items():
        spec = by_name(cls)[name]
        conditions.append(f'"{spec.name}" IS NULL' if value is None else f'"{spec.name}" = ?')
        given += [] if value is None else [stored(spec.kind, value)]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    key = sort if sort == "id" else by_name(cls)[sort].name if sort else "sort_key"
    way = " DESC" if descending else ""
    order = f' ORDER BY "{key}"{way}, "id"{way} LIMIT ?'
    return _records(connection, cls, where + order, *given, -1 if limit is None else limit)


def values_of(connection: Rows, cls: type[Record], *fields: str) -> Iterator[tuple[Any, ...]]:
    """The id and these fields of every record, in the order of the ids; much quicker than whole records."""
    cells = (ID, *(cell(by_name(cls)[name]) for name in fields))
    found = rows(connection, f'SELECT {_names(cells)} FROM "{cls.collection}" ORDER BY "id"')
    return map(tuple, values(cls.collection, cells, found))


def count(connection: Rows, cls: type[Record]) -> int:
    """How many records the collection has."""
    return int(column(connection, f'SELECT count(*) FROM "{cls.collection}"')[0])


def existing(connection: Rows, collection: str, ids: Iterable[str]) -> set[str]:
    """Those of `ids` that exist."""
    found: set[str] = set()
    for chunk in slices(ids, IDS):
        found.update(column(connection, f'SELECT "id" FROM "{collection}" WHERE {_among("id", chunk)}', *chunk))
    return found


@attrs.frozen
class Mention:
    """One field of one record that holds the id of another."""

    cls: type[Record]
    owner: str
    spec: Spec
    target: str


def mentions_of(connection: Rows, records: Iterable[Record]) -> Iterator[Mention]:
    """Every stored field that refers to one of these records."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        ids[record.collection].append(record.id)
    for collection, some in ids.items():
        for chunk in slices(some, IDS):
            for cls, spec in links_to(collection):
                for owner, target in _holders(connection, cls, spec, chunk):
                    yield Mention(cls, owner, spec, target)


def _holders(connection: Rows, cls: type[Record], spec: Spec, targets: Sequence[str]) -> Sequence[Any]:
    if spec.kind is Kind.LINK:
        held = f'SELECT "id", "{spec.name}" FROM "{cls.collection}" WHERE {_among(spec.name, targets)}'
        return rows(connection, held, *targets)
    held = (
        f"SELECT owner_id, target_id FROM links WHERE {_among('target_id', targets)} AND owner_kind = ? AND field = ?"
    )
    return rows(connection, held, *targets, cls.collection, spec.name)


def linked_ids(connection: Rows, cls: type[Record], field: str, target_id: str) -> list[str]:
    """Ids of the records of `cls` whose field of several links holds `target_id`."""
    held = "SELECT owner_id FROM links WHERE target_id = ? AND owner_kind = ? AND field = ?"
    return column(connection, held, target_id, cls.collection, field)
