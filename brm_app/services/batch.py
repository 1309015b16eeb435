"""One write in the making: what will be saved and deleted, and the transaction that does it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection

from brm_app.domain.errors import Cancelled, Conflict, Refused
from brm_app.domain.records import Record
from brm_app.services.linking import dead_links, deleted_with, key_of
from brm_app.services.merging import change, check, merged
from brm_app.storage import gateway, writing
from brm_app.storage.history import Change

T = TypeVar("T")
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
        self._deletes.pop(record.id, None)
        self._added[record.id] = record

    def save(self, record: Record, base: Record | None = None) -> None:
        """A record made or changed; `base` is what the person saw before the change, for a three-way merge.

        Saved again in the same batch, a record keeps its first base.
        """
        self._deletes.pop(record.id, None)
        if record.id in self._added:
            self._added[record.id] = record
        else:
            first = self._saves.get(record.id)
            self._saves[record.id] = (record, first[1] if first else base)

    def delete(self, record: Record) -> None:
        """A record deleted: what needs it goes too, what merely mentions it lets go."""
        self._added.pop(record.id, None)
        self._saves.pop(record.id, None)
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
        deleted_with(connection, self._deletes.values(), before, after)
        return self._write(connection, before, after)

    def minded(self, items: Iterable[T]) -> Iterator[T]:
        """The items, asking before each slice of them whether to stop. Raises `Cancelled`."""
        for place, item in enumerate(items):
            if place % SLICE == 0 and self._cancelled():
                raise Cancelled
            yield item

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
        for key in self.minded(after):
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
        _check_links(connection, new, changed, gone)
        for start in range(0, max(len(new), len(changed)), SLICE):
            if self._cancelled():
                raise Cancelled
            part = slice(start, start + SLICE)
            writing.write_rows(connection, new[part], changed[part], [])
        writing.write_rows(connection, [], [], gone)
        return done


def _check_links(connection: Connection, new: list[Record], changed: list[Record], gone: list[Record]) -> None:
    """Raises `Refused` where a record would refer to one that is not there or that this very write deletes."""
    made, deleted = ({key_of(record) for record in group} for group in (new, gone))
    dead = dead_links(connection, [*new, *changed], made, deleted)
    if dead:
        link = dead[0]
        raise Refused(
            f"There is no record {link.target} among the {link.spec.target} "
            f"for {link.spec.label} of “{link.owner.title}”. Nothing was changed."
        )
