"""Saving and importing beside the least that any program on the same database could do."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from pathlib import Path
from typing import Any

import attrs
from sqlalchemy import insert, text
from sqlcipher3 import dbapi2

from brm_app.domain.records import Person, Record, Touchpoint, Unit
from brm_app.domain.text import fold
from brm_app.services.merging import plain_values
from brm_app.services.workspace import Workspace
from brm_app.storage import writing
from brm_app.storage.engine import create_file
from brm_app.storage.schema import TABLES, changes, links, searched, writes
from tests.performance.stopwatch import seconds

ROWS = 100_000


class OneSave:
    """One field of one record, saved a hundred times: through the door, and as the same rows in plain SQLite."""

    TIMES = 100

    def __init__(self, folder: Path) -> None:
        self._workspace = Workspace.create(folder / "door.brm", "Meridian")
        self._unit = Unit(name="Pharmacy", note="x" * 500)
        with self._workspace.write("Add") as batch:
            batch.add(self._unit)
        self._raw = _raw_copy(self._workspace.path, folder / "raw.brm")
        self._numbers = itertools.count()

    def door(self) -> float:
        """Seconds of the door."""

        def work() -> None:
            for _ in range(self.TIMES):
                changed = attrs.evolve(self._unit, name=f"Pharmacy {next(self._numbers)}")
                with self._workspace.write("Rename") as batch:
                    batch.save(changed, base=self._unit)
                self._unit = changed

        return seconds(work)

    def raw(self) -> float:
        """Seconds of SQLite alone, as durable: the rows of the record, its history and the search."""

        def work() -> None:
            for _ in range(self.TIMES):
                name = f"Pharmacy {next(self._numbers)}"
                row = writing.to_row(attrs.evolve(self._unit, name=name))
                _save_raw(self._raw, row, json.dumps({"name": name}))

        return seconds(work)


def _raw_copy(path: Path, target: Path) -> Any:
    target.write_bytes(path.read_bytes())
    connection = dbapi2.connect(str(target), isolation_level=None)
    for pragma in ("journal_mode=TRUNCATE", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _save_raw(connection: Any, row: dict[str, Any], after: str) -> None:
    sets = ", ".join(f'"{name}"=?' for name in row if name != "id")
    plain = [json.dumps(v) if isinstance(v, tuple) else v for name, v in row.items() if name != "id"]
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("SELECT * FROM units WHERE id=?", (row["id"],)).fetchone()
    connection.execute(f"UPDATE units SET {sets} WHERE id=?", (*plain, row["id"]))
    number = connection.execute(
        "INSERT INTO writes (at, who, label, action, undone) VALUES (?, 'me', 'Rename', 'do', 0)",
        (dt.datetime.now(dt.UTC).isoformat(),),
    ).lastrowid
    connection.execute(
        'INSERT INTO changes ("write", kind, record_id, before, after) VALUES (?, ?, ?, ?, ?)',
        (number, "units", row["id"], after, after),
    )
    entry = (row["id"], row["sort_key"], row["search_key"])
    connection.execute(
        "INSERT OR REPLACE INTO search (rowid, kind, title, text) "
        "VALUES ((SELECT number FROM searched WHERE record_id=?), 'units', ?, ?)",
        entry,
    )
    connection.execute("COMMIT")


class ManyRows:
    """100,000 touchpoints with links and history in one write: through the door, and with Core's executemany."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = itertools.count()
        self._before: list[Record] = [Unit(name=f"Unit {n}") for n in range(20)]
        self._before += [Person(name=f"Person {n}") for n in range(200)]
        self._rows = [self._touchpoint(n) for n in range(ROWS)]

    def _touchpoint(self, n: int) -> Touchpoint:
        return Touchpoint(
            happened_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=n),
            unit=self._before[n % 20].id,
            people=(self._before[20 + n % 200].id,),
            summary=f"What happened at number {n}, in about as many words as a person types after a call",
            minutes=n % 60,
        )

    def door(self) -> float:
        """Seconds of the door."""
        workspace = Workspace.create(self._folder / f"door {next(self._files)}.brm", "Meridian")
        with workspace.write("Before") as batch:
            for record in self._before:
                batch.add(record)

        def work() -> None:
            with workspace.write("Import") as batch:
                for record in self._rows:
                    batch.add(record)

        taken = seconds(work)
        workspace.close()
        workspace.path.unlink()
        return taken

    def core(self) -> float:
        """Seconds of SQLAlchemy Core for the same rows, made from the same records."""
        path = self._folder / f"core {next(self._files)}.brm"
        engine = create_file(path)
        with engine.begin() as connection:
            writing.write_rows(connection, self._before, [], [])

        def work() -> None:
            with engine.execution_options(writing=True).begin() as connection:
                self._insert(connection)

        taken = seconds(work)
        engine.dispose()
        path.unlink()
        return taken

    def _insert(self, connection: Any) -> None:
        now = dt.datetime.now(dt.UTC)
        connection.execute(insert(TABLES["touchpoints"]), [writing.to_row(row) for row in self._rows])
        rows = [
            {"owner_id": row.id, "field": "people", "position": 0, "owner_kind": row.collection, "target_id": target}
            for row in self._rows
            for target in row.people
        ]
        connection.execute(insert(links), rows)
        connection.execute(insert(writes), {"at": now, "who": "me", "label": "Import", "action": "do", "undone": False})
        told = [
            {"write": 1, "kind": "touchpoints", "record_id": row.id, "before": None, "after": plain_values(row)}
            for row in self._rows
        ]
        connection.execute(insert(changes), told)
        known = [{"number": n + 1_000, "kind": row.collection, "record_id": row.id} for n, row in enumerate(self._rows)]
        connection.execute(insert(searched), known)
        put = text("INSERT INTO search (rowid, kind, title, text) VALUES (:number, 'touchpoints', '', :text)")
        entries = [{"number": n + 1_000, "text": fold(row.summary)} for n, row in enumerate(self._rows)]
        connection.execute(put, entries)
