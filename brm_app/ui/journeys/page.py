"""Journeys: the list of all, and the map of one with the pane of its current stage."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from brm_app.domain.records import Audience, Journey
from brm_app.services import journeymaking as making
from brm_app.services.journeys import JourneyMap, journey_lines, read_map
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.form import RecordForm
from brm_app.ui.journeys import export
from brm_app.ui.journeys.header import MapHeader
from brm_app.ui.journeys.legend import Legend
from brm_app.ui.journeys.mapview import MapView
from brm_app.ui.journeys.said import LIST_HINTS, MAP_HINTS, MORE_KEYS, NO_OTHER, NO_STAGES, NONE_YET, notice
from brm_app.ui.journeys.stagepane import StagePane
from brm_app.ui.journeys.startlist import StartList
from brm_app.ui.page import Page
from brm_app.ui.widgets import Panel, button, label, sided

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

READS = frozenset({"journeys", "stages", "cards", "personas", "touchpoints", "promises", "projects", "units", "people"})
FIELDS = (("", ("name", "persona", "version", "project")),)
LIST, MAP = 0, 1


class JourneysPage(Page):
    """The list of journeys; Enter opens the map of one."""

    name = "journeys"
    keeps_choice = False  # without one it lists
    hints: tuple[tuple[str, str], ...] = LIST_HINTS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown: JourneyMap | None = None
        self.list = StartList(desk.theme)
        self.view = MapView(desk)
        self.pane = StagePane(desk, self.view.map_model)
        self.header = MapHeader(desk, self._actions())
        self.panel = Panel("New journey")
        self.panel.hide()
        self.empty, self.add_first = notice(NONE_YET, "emptyJourneys", "New journey", self.new_record)
        self.bare, self.add_stage = notice(NO_STAGES, "emptyStages", "Add the first stage", self._first_stage)
        self.lone, self.copy = notice(NO_OTHER, "emptyOther", "Copy the stages", self._copy_other)
        self._lay_out()
        self._connect()

    @cached_property
    def form(self) -> RecordForm:
        """The form of a new journey, made when one is first wanted: the page is there sooner without."""
        form = RecordForm(self.desk, Journey, FIELDS)
        self.panel.body.addWidget(form)
        form.saved.connect(self._on_made)
        form.cancelled.connect(self._close_form)
        return form

    def _connect(self) -> None:
        self.list.opened.connect(lambda journey: self.desk.go("journeys", journey))
        self.list.wants_delete.connect(self.delete_record)
        self.view.stepped.connect(self._on_step)
        self.header.version.chosen.connect(self._on_version)
        self.pane.composing.connect(self._compose)

    def _actions(self) -> tuple[QAction, ...]:
        made = []
        for name, words, act in (
            ("editJourney", "Edit journey", self._edit),
            ("exportPng", "Export as picture…", self._export),
            ("deleteJourney", "Delete journey", self._delete_journey),
        ):
            action = QAction(sided(words), self)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, do=act: do())
            made.append(action)
        return (*made[:-1], export.pdf_menu(self.desk, self, self._export).menuAction(), made[-1])

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        held = QVBoxLayout()
        held.setContentsMargins(24, 0, 24, 0)
        held.addWidget(self.panel)
        outer.addLayout(held)
        inner = QWidget()
        outer.addWidget(inner, 1)
        self.stack = QStackedLayout(inner)
        listed, mapped = QWidget(), QWidget()
        for side in (listed, mapped):
            self.stack.addWidget(side)  # while it is empty: what is moved is dressed again with all that is in it
        self._lay_out_list(listed)
        self._lay_out_map(mapped)

    def _lay_out_list(self, side: QWidget) -> None:
        box = QVBoxLayout(side)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        self.bar = QWidget()
        line = QHBoxLayout(self.bar)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(label("Journeys", "title"))
        line.addStretch()
        line.addWidget(button("newJourney", "New journey", self.new_record, "primary"))
        box.addWidget(self.bar)
        box.addWidget(self.list, 1)
        box.addWidget(self.empty, 1)
        box.addStretch()

    def _lay_out_map(self, side: QWidget) -> None:
        left = QWidget()
        line = QHBoxLayout(side)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(left, 1)
        line.addWidget(self.pane)
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.legend = Legend(self.desk.theme)
        box.addWidget(self.header)
        box.addWidget(self.view, 1)
        box.addWidget(self.legend)
        box.addWidget(self.bare, 1)
        box.addWidget(self.lone, 1)
        box.addStretch()

    # Showing

    def title(self) -> str:
        """The words of this place."""
        return "Journeys"

    def crumbs(self) -> tuple[str, ...]:
        """The list, then the journey."""
        return (self.title(), short(self.shown.journey)) if self.shown else (self.title(),)

    def shown_record(self) -> str:
        """The id of the open journey."""
        return self.shown.journey.id if self.shown else ""

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what the notice concerns."""
        if notice and (not self.isVisible() or not notice.kinds & READS):  # it reads again when it is shown
            return
        if self.shown:
            self._show(read_map(self.desk.workspace, self.shown.journey.id))
        if not self.shown:
            self._fill_list()

    def _fill_list(self) -> None:
        lines = journey_lines(self.desk.workspace)
        self.list.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.bar.setVisible(bool(lines))
        self.empty.setVisible(not lines and self.panel.isHidden())

    def open_record(self, record_id: str) -> None:
        """Shows the map of one journey, or the list."""
        fresh = record_id != self.shown_record()
        self._show(read_map(self.desk.workspace, record_id) if record_id else None)
        if self.shown is None:
            self._fill_list()
            (self.add_first if self.list.isHidden() else self.list).setFocus()
        elif fresh or not self.view.hasFocus():
            self.view.setFocus() if self.view.isVisible() else self.add_stage.setFocus()
        self.crumbs_changed.emit()

    def _show(self, shown: JourneyMap | None) -> None:
        self.shown = shown
        self.hints, self.more_keys = (MAP_HINTS, MORE_KEYS) if shown else (LIST_HINTS, ())
        self.stack.setCurrentIndex(MAP if shown else LIST)
        self.lone.hide()
        if shown is None:
            return
        self.header.show_map(shown)
        self.view.show_map(shown)
        self._show_grid(bool(shown.steps))
        if not self.view.currentIndex().isValid():
            self.pane.show_step(None)
        else:
            self.pane.show_step(self.view.map_model.step(self.view.currentIndex()))

    def _show_grid(self, grid: bool) -> None:
        self.view.setVisible(grid)
        self.legend.setVisible(grid)
        self.pane.setVisible(grid)
        self.bare.setVisible(not grid)

    def _on_step(self, step: object) -> None:
        if self.shown:
            self.pane.show_step(step)  # type: ignore[arg-type]

    def _on_version(self, _place: int) -> None:
        """Shows the other version, or offers to make it."""
        if self.shown is None or not self.settle():
            return
        if self.header.version.choice == int(self.shown.journey.version == "to-be"):
            self._show(self.shown)
        elif self.shown.other:
            self.desk.go("journeys", self.shown.other.id)
        else:
            self._show_grid(False)
            self.bare.hide()
            self.lone.show()

    def _copy_other(self) -> None:
        if self.shown:
            with self.desk.telling():
                made = making.copy_other(self.desk.workspace, self.shown)
                self.desk.status(f"Copied the stages of {short(made)}.", undo=True)
                self.desk.go("journeys", made.id)

    def _first_stage(self) -> None:
        self._show_grid(True)
        self.view.add_stage(0)

    # Commands

    def settle(self) -> bool:
        """Keeps what is typed on the map and in the pane, or asks in the form."""
        self.view.end_edit(keep=True)
        self.pane.settle()
        return self.panel.isHidden() or self.form.settle()

    def new_record(self) -> None:
        """Opens the form of a new journey."""
        if self.settle():
            self._open_form(Journey(), "New journey")

    def _edit(self) -> None:
        if self.shown and self.settle():
            self._open_form(self.shown.journey, "Edit journey")

    def _open_form(self, journey: Journey, heading: str) -> None:
        self.panel.heading.setText(heading)
        self.form.show_record(journey, new=not journey.name)
        self.empty.hide()
        self.panel.show()
        self.form.focus_first()

    def _close_form(self) -> None:
        self.panel.hide()
        self.refresh(None)

    def _on_made(self, record: Journey) -> None:
        self.panel.hide()
        self.desk.go("journeys", record.id)

    def save_record(self) -> None:
        """Saves what is typed."""
        if not self.panel.isHidden():
            self.form.save()
        else:
            self.settle()

    def delete_record(self) -> None:
        """Deletes the card of the current cell, or the journey that is chosen in the list."""
        if self.shown and self.view.currentIndex().isValid():
            self.view.acts.delete_card(self.view.currentIndex())
        elif not self.shown and self.list.current_id():
            journey = self.desk.workspace.get(Journey, self.list.current_id())
            if journey:
                with self.desk.telling():
                    self.desk.delete(journey)

    def _delete_journey(self) -> None:
        if self.shown and self.settle():
            journey = self.shown.journey
            self.desk.go("journeys")
            with self.desk.telling():
                self.desk.delete(journey)

    def escape(self) -> None:
        """Closes a form in which nothing was typed, then the map."""
        if not self.panel.isHidden():
            if not self.form.dirty:
                self._close_form()
        elif self.view.editing:
            self.view.end_edit(keep=False)
        elif self.shown and self.settle():
            self.desk.go("journeys")

    def _export(self, audience: Audience | None = None) -> None:
        if self.shown and self.settle():
            export.ask_and_save(self.desk, self.view, audience)

    def _compose(self) -> None:
        """Sees to it that journeys are in the board pack, and opens the composer."""
        from brm_app.services.briefs.onejourney import put_in_pack

        if self.settle():
            with self.desk.telling():
                self.desk.go("composer", put_in_pack(self.desk.workspace))
