"""The page of touchpoints: the newest first, and a form that can make a promise in the same write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from brm_app.domain.days import day, short_day
from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.records import Promise, Record, Touchpoint
from brm_app.domain.values import fault
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Cell, Groups, RecordForm
from brm_app.ui.editing.making import make_editor
from brm_app.ui.listing import Column
from brm_app.ui.marks import kind_icon, mood_words
from brm_app.ui.moodcell import MoodCell
from brm_app.ui.promisesmade import promises_panel
from brm_app.ui.recordspage import RecordsPage
from brm_app.ui.widgets import Panel, clear_layout
from brm_app.ui.words import capital, clip

PROMISED = ("words", "due", "owner")


class TouchpointForm(RecordForm):
    """The form of a touchpoint with a line for one new promise below it."""

    def __init__(self, desk: Desk, cls: type[Record], groups: Groups, columns: int) -> None:
        self.promise: dict[str, Cell] = {}
        super().__init__(desk, cls, groups, columns)
        known = by_name(Promise)
        panel = Panel("A promise made there")
        for name in PROMISED:
            cell = self.promise[name] = Cell(make_editor(known[name], desk, ""), desk)
            cell.editor.field.setObjectName(f"promise-{name}")
            cell.editor.changed.connect(self._on_edit)
            panel.body.addWidget(cell)
        self.box.insertWidget(self.box.count() - 1, panel)
        self.with_it = self._promise_of
        self._made: dict[str, Any] = {}

    def show_record(self, record: Record, new: bool = False) -> None:
        """Shows a touchpoint and an empty promise line."""
        for name, cell in self.promise.items():
            cell.editor.load("" if name == "words" else None)
            cell.show_fault("")
        super().show_record(record, new)

    def _values(self) -> dict[str, Any] | None:
        """The values of the touchpoint, once the promise has no fault either."""
        values = super()._values()
        return values if self._read_promise() else None

    def _read_promise(self) -> bool:
        known, good = by_name(Promise), True
        self._made = {}
        for name, cell in self.promise.items():
            try:
                self._made[name] = cell.editor.read()
            except Refused as refused:
                cell.show_fault(str(refused))
                return False
        given = any(self._made.values())
        for name, cell in self.promise.items():
            sentence = fault(known[name], self._made[name]) if given else ""
            cell.show_fault(sentence)
            good = good and not sentence
        if not given:
            self._made = {}
        return good

    def _promise_of(self, record: Record) -> list[Record]:
        assert isinstance(record, Touchpoint)
        if not self._made:
            return []
        whom = record.people[0] if record.people else None
        return [Promise(touchpoint=record.id, to_whom=whom, **self._made)]


class TouchpointsPage(RecordsPage):
    """What happened between IT and the business."""

    name = "touchpoints"
    cls = Touchpoint
    order = (0, True)
    empty_words = "No touchpoints yet.\nA meeting, a visit, a call: note it, and what you promised."
    concerns = frozenset({"units", "people", "projects", "promises"})
    groups = (
        ("", ("happened_at", "kind", "unit", "people", "projects", "minutes", "mood", "summary")),
        ("What they said", ("quote", "speaker_role", "consent", "our_answer")),
        ("More", ("site", "channel", "stage", "people_affected", "planned", "note", "internal")),
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pane.table.setItemDelegateForColumn(4, MoodCell(desk.theme, self.pane.table))

    def title(self) -> str:
        """The words of this place."""
        return "Touchpoints"

    def make_form(self) -> RecordForm:
        """The form with its promise line."""
        return TouchpointForm(self.desk, self.cls, self.groups, 1)

    def columns(self) -> Sequence[Column]:
        """When, what kind, where, what happened, and how they felt."""
        return (
            Column("When", lambda t: short_day(t.happened_at, self.desk.clock.today()), 104, sort="happened_at"),
            Column("Kind", lambda t: capital(t.kind), 168, sort="kind", icon=lambda t: kind_icon(t.kind)),
            Column("Unit", lambda t: self.desk.title_of("units", t.unit), 152, sort="unit", needs=600),
            Column("What happened", lambda t: clip(t.summary or t.quote), muted=False, sort=""),
            Column(
                "Mood", lambda t: str(t.mood or ""), 72, sort="mood", spoken=lambda t: mood_words(t.mood), needs=480
            ),
        )

    def blank(self) -> Touchpoint:
        """Now."""
        return Touchpoint(happened_at=self.desk.clock.now_utc())

    def open_record(self, record_id: str) -> None:
        """Shows a touchpoint; `new:` and the id of a project begins one of that project."""
        word, _, project = record_id.partition(":")
        if word != "new":
            super().open_record(record_id)
            return
        self.begin(attrs.evolve(self.blank(), projects=(project,)))

    def headline(self, record: Record) -> str:
        """Its kind and day."""
        assert isinstance(record, Touchpoint)
        return f"{capital(record.kind)}, {day(record.happened_at)}"

    def summary(self, record: Record) -> str:
        """The unit."""
        assert isinstance(record, Touchpoint)
        return self.desk.title_of("units", record.unit)

    def show_around(self, record: Record | None) -> None:
        """The promises made there."""
        clear_layout(self.side)
        promises = self.desk.workspace.find(Promise, equals={"touchpoint": record.id}, sort="due") if record else []
        if promises:
            self.side.addWidget(promises_panel(self.desk, promises))
