"""One write in the making: what will be saved and deleted, and the transaction that does it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import attrs
from sqlalchemy import Connection

from brm_app.domain.errors import Cancelled, Conflict, Refused
from brm_app.domain.fields import Kind, specs
from brm_app.domain.records import Record
from brm_app.services.merging import change, check, merged
from brm_app.storage import gateway
from brm_app.storage.history import Change

SLICE = 2_000


class Batch:
    """Collects the records of one write; nothing happens until `apply`."""

    def __init__(self, cancelled: Callable[[], bool] | None = None) -> None:
        self._saves: dict[str, tuple[Record, Record | None]] = {}
        self._added: dict[str, Record] = {}
        self._deletes: dict[str, Record] = {}
        self._cancelled = cancelled or (lambda: False)

    def add(self, record: Record) -> None:
        """A record that is new for certain."""
        self._added[record.id] = record

    def save(self, record: Record, base: Record | None = None) -> None:
        """A record made or changed; `base` is what the person saw before the change, for a three-way merge."""
        if record.id in self._added:
            self._added[record.id] = record
        else:
            self._saves[record.id] = (record, base or self._saves.get(record.id, (None, None))[1])

    def delete(self, record: Record) -> None:
        """A record deleted: what needs it goes too, what merely mentions it lets go."""
        self._deletes[record.id] = record

    def apply(self, connection: Connection) -> list[Change]:
        """Carries the write out inside a transaction and returns its changes. Raises `Refused` or `Conflict`."""
        before: dict[str, Record | None] = dict.fromkeys(self._added)
        after: dict[str, Record | None] = dict(self._added)
        theirs = self._current(connection)
        for key, (mine, base) in self._saves.items():
            held = theirs.get(key)
            if held is None and base is not None:
                raise Conflict(f"“{base.title}” was deleted meanwhile. Yours is kept in the form. Save it as new.", ())
            before[key], after[key] = held, mine if held is None else merged(base, mine, held)
        for record in self._deletes.values():
            _delete(connection, record, before, after)
        return self._write(connection, before, after)

    def _current(self, connection: Connection) -> dict[str, Record]:
        wanted: defaultdict[type[Record], list[str]] = defaultdict(list)
        for mine, _ in self._saves.values():
            wanted[type(mine)].append(mine.id)
        return {r.id: r for cls, ids in wanted.items() for r in gateway.get_many(connection, cls, ids)}

    def _write(
        self, connection: Connection, before: dict[str, Record | None], after: dict[str, Record | None]
    ) -> list[Change]:
        done: list[Change] = []
        new: list[Record] = []
        changed: list[Record] = []
        gone: list[Record] = []
        for place, key in enumerate(after):
            if place % SLICE == 0 and self._cancelled():
                raise Cancelled
            old, now = before[key], after[key]
            step = change(old, now) if old is not None or now is not None else None
            if step is None:
                continue
            done.append(step)
            if now is None:
                gone += [old] if old else []
            else:
                check(now)
                (new if old is None else changed).append(now)
        _check_links(connection, [*new, *changed], {r.id for r in new})
        for group in (
            (new[n : n + SLICE], changed[n : n + SLICE]) for n in range(0, max(len(new), len(changed)), SLICE)
        ):
            if self._cancelled():
                raise Cancelled
            gateway.write_rows(connection, *group, [])
        gateway.write_rows(connection, [], [], gone)
        return done


def _delete(
    connection: Connection, record: Record, before: dict[str, Record | None], after: dict[str, Record | None]
) -> None:
    if record.id in after and after[record.id] is None:
        return
    held = gateway.get(connection, type(record), record.id)
    if held is None:
        return
    before.setdefault(record.id, held)
    after[record.id] = None
    for mention in list(gateway.mentions(connection, record.collection, [record.id])):
        owner = after[mention.owner] if mention.owner in after else gateway.get(connection, mention.cls, mention.owner)
        if owner is not None:
            _let_go(connection, owner, mention.field, record.id, before, after)


def _let_go(
    connection: Connection, owner: Record, field: str, target: str,
    before: dict[str, Record | None], after: dict[str, Record | None],
) -> None:  # fmt: skip
    spec = next(s for s in specs(type(owner)) if s.name == field)
    if spec.required:
        _delete(connection, owner, before, after)
        return
    held = getattr(owner, spec.attr)
    left: Any = tuple(i for i in held if i != target) if spec.kind is Kind.LINKS else None
    before.setdefault(owner.id, owner)
    after[owner.id] = attrs.evolve(owner, **{spec.attr: left})


def _check_links(connection: Connection, records: Iterable[Record], new: set[str]) -> None:
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for record in records:
        for spec in specs(type(record)):
            value = getattr(record, spec.attr) if spec.target else None
            if value:
                wanted[spec.target] |= {value} if spec.kind is Kind.LINK else set(value)
    for collection, ids in wanted.items():
        if missing := ids - new - gateway.existing(connection, collection, ids - new):
            raise Refused(f"There is no record {sorted(missing)[0]} among the {collection}. Nothing was changed.")
