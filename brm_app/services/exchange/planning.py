"""The dry run: what every row of a table would do to the workspace, and why a row can't go in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from brm_app.domain.currency import digits
from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.fields import Kind, Spec, by_name, empty, specs
from brm_app.domain.records import Organisation, Record
from brm_app.domain.values import fault
from brm_app.services.approval import signed
from brm_app.services.exchange.cells import Cells
from brm_app.services.exchange.mapping import ID, Mapping, exported_here
from brm_app.services.exchange.matching import Keys, check_key, folded, held, new_id_for
from brm_app.services.exchange.naming import Registry
from brm_app.services.exchange.source import Line, Source
from brm_app.services.workspace import Workspace

Progress = Callable[[int, int], None]
BEAT = 1_000  # rows between two reports of progress


@attrs.frozen
class Reason:
    """Why a row was refused, by its number in the file and the column."""

    row: int
    column: str
    reason: str


@attrs.define
class Row:
    """What a row does: `action` is create, update, unchanged or refused. `base` is the record before an update."""

    line: Line
    action: str = "create"
    record: Record | None = None
    base: Record | None = None
    mended: bool = False
    reasons: list[Reason] = attrs.Factory(list)
    values: dict[str, Any] = attrs.field(factory=dict, repr=False)

    @property
    def state(self) -> str:
        """How it came in: ok, mended or refused."""
        return "refused" if self.reasons else "mended" if self.mended else "ok"


@attrs.frozen
class Plan:
    """A dry run of one table into one kind of record; `run` carries it out."""

    cls: type[Record]
    source: Source
    mapping: Mapping
    key: str
    rows: tuple[Row, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason, in the order of the rows."""
        return tuple(reason for row in self.rows for reason in row.reasons)


def plan(
    workspace: Workspace, cls: type[Record], source: Source, mapping: Mapping, key: str = "",
    on_progress: Progress | None = None, cancelled: Callable[[], bool] | None = None,
) -> Plan:  # fmt: skip
    """Works out every row without writing. Rows whose field `key` matches a record change it, the others are new.

    An empty cell leaves a field as it is; only in a file that `export` wrote is it an empty value.
    Such a file is matched on `id` unless a key is named. Raises `WrongMapping` or `Cancelled`.
    """
    key = key or (ID if exported_here(cls, source.columns) and ID in mapping.fields else "")
    check_key(cls, mapping, key)
    work = _Work(workspace, cls, source, mapping, key)
    rows = []
    for place, line in enumerate(source.rows):
        if place % BEAT == 0:
            if cancelled and cancelled():
                raise Cancelled
            if on_progress:
                on_progress(place, len(source.rows))
        rows.append(work.read(line))
    work.settle(rows)
    return Plan(cls, source, mapping, key, tuple(rows))


class _Work:
    """The tables that one dry run looks things up in."""

    def __init__(self, workspace: Workspace, cls: type[Record], source: Source, mapping: Mapping, key: str) -> None:
        self._workspace, self._cls, self._key = workspace, cls, key
        self._verbatim = exported_here(cls, source.columns)
        self._registry = Registry(workspace)
        minor = digits(workspace.organisation.currency)
        self._cells = Cells(self._registry, minor, bool(source.encoding), self._verbatim, cls.collection)
        self._keys = Keys(workspace, cls, key)
        self._seen: dict[Any, int] = {}
        self._width = len(source.columns)
        place = {column: number for number, column in enumerate(source.columns)}
        fields = by_name(cls)
        self._used = {name: [(place[c], c) for c in columns] for name, columns in mapping.fields.items()}
        self._specs = [fields[name] for name in mapping.fields if name != ID]
        self._later = [spec for spec in self._specs if spec.target == cls.collection]
        self._now = [spec for spec in self._specs if spec not in self._later]

    def _cell(self, name: str, line: Line) -> tuple[str, str]:
        """The first cell that is not blank of the columns of a field, and its column."""
        for place, column in self._used.get(name, ()):
            if place < len(line.cells) and line.cells[place].strip():
                return line.cells[place], column
        if self._verbatim and name in self._used and self._used[name][0][0] < len(line.cells):
            return line.cells[self._used[name][0][0]], self._used[name][0][1]
        return "", self._column(name)

    def _column(self, name: str) -> str:
        return self._used[name][0][1] if name in self._used else name

    def read(self, line: Line) -> Row:
        """The row with the values of its cells; links among the rows themselves are settled later."""
        row = Row(line)
        if any(cell.strip() for cell in line.cells[self._width :]):
            row.reasons.append(Reason(line.number, "", f"It has {len(line.cells)} cells for {self._width} headings."))
        for spec in self._now:
            self._fill(row, spec)
        if self._key:
            self._match(row)
        return row

    def _fill(self, row: Row, spec: Spec) -> None:
        cell, column = self._cell(spec.name, row.line)
        if not cell.strip() and not self._verbatim:
            return
        try:
            value, mended = self._cells.read(spec, cell) if cell else (empty(spec.kind), False)
        except Refused as refused:
            row.reasons.append(Reason(row.line.number, column, str(refused)))
            return
        row.values[spec.attr] = value
        row.mended = row.mended or mended

    def _match(self, row: Row) -> None:
        """Finds the record that the row is about, and refuses what is in the file twice."""
        try:
            found = self._found(row, self._key_value(row))
        except Refused as refused:
            row.reasons.append(Reason(row.line.number, self._column(self._key), str(refused)))
            return
        if found:
            row.action = "update"
            row.values["id"] = found

    def _key_value(self, row: Row) -> Any:
        if self._key == ID:
            return self._cell(ID, row.line)[0].strip()
        return row.values.get(by_name(self._cls)[self._key].attr)

    def _found(self, row: Row, value: Any) -> str:
        if row.reasons or (self._key == ID and not value):
            return ""
        if value in (None, ""):
            raise Refused("The key is empty, so the row can’t be matched.")
        found = self._keys.find(value)
        first = self._seen.setdefault(("id", found) if found else folded(value), row.line.number)
        if first != row.line.number:
            raise Refused(f"Same as row {first}.")
        if not found and self._key == ID:
            row.values["id"] = new_id_for(value)
        return found

    def settle(self, rows: list[Row]) -> None:
        """Makes the records, with the links among the rows of this very file."""
        wanted = [row.values["id"] for row in rows if row.action == "update"]
        bases = held(self._workspace, self._cls, wanted)
        for row in rows:
            row.base = bases.get(row.values["id"]) if row.action == "update" else None
            self._make(row)
        if self._later:
            self._link(rows)
        now = dt.datetime.now(dt.UTC)
        for row in rows:
            row.record = row.record and signed(row.base, row.record, self._workspace.who, now)
            if row.reasons:
                row.action, row.record = "refused", None
            elif row.record == row.base:
                row.action = "unchanged"
            row.values = {}

    def _make(self, row: Row) -> None:
        if row.reasons:
            return
        if row.base is not None:
            base, values = row.base, row.values
            row.record = attrs.evolve(base, **{a: v for a, v in values.items() if not _same(v, getattr(base, a))})
            return
        row.record = self._cls(**row.values)
        if self._cls is Organisation:
            row.reasons.append(Reason(row.line.number, "", "There is one organisation already; match its name."))
        for spec in specs(self._cls):
            if spec.required and spec.attr not in row.values and (why := fault(spec, getattr(row.record, spec.attr))):
                row.reasons.append(Reason(row.line.number, self._column(spec.name), why))

    def _link(self, rows: list[Row]) -> None:
        """Rows may refer to each other in any order; a refused row takes with it those that need it."""
        names = self._registry.of(self._cls.collection)
        for row in rows:
            if row.record is not None and not row.reasons:
                code = getattr(row.record, self._cls.code_field) if self._cls.code_field else ""
                names.put(row.record.id, row.record.title, code)
        settled = False
        while not settled:
            settled = True
            for row in rows:
                if row.record is not None and not row.reasons and not self._linked(row):
                    settled = False
                    if row.base is None:
                        names.drop(row.record.id)

    def _linked(self, row: Row) -> bool:
        assert row.record is not None
        before, row.values = row.values, {}
        for spec in self._later:
            self._fill(row, spec)
            if row.record.id in (row.values.get(spec.attr), *_listed(spec, row)):
                row.reasons.append(Reason(row.line.number, self._column(spec.name), "It names itself."))
        row.record = attrs.evolve(row.record, **row.values)
        row.values = before
        return not row.reasons


def _listed(spec: Spec, row: Row) -> tuple[str, ...]:
    return row.values.get(spec.attr, ()) if spec.kind is Kind.LINKS else ()


def _same(value: Any, held_value: Any) -> bool:
    """Spaces around a text that is held are no difference."""
    return bool(value == (held_value.strip() if isinstance(value, str) and isinstance(held_value, str) else held_value))
