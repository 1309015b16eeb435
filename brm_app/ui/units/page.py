"""The page of business units: their tree, and the chosen one at a glance or in its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from brm_app.domain.records import Record, Unit
from brm_app.ui.around import empty_page, stand_beside
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.sheet import Sheet
from brm_app.ui.keypresses import act_of
from brm_app.ui.page import Page
from brm_app.ui.theme import scaled
from brm_app.ui.units.overview import UnitOverview
from brm_app.ui.units.pane import UnitsPane

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

CONCERNS = frozenset({"units", "people", "touchpoints", "promises", "assignments", "sites"})
EMPTY, GLANCE, FORM = range(3)
GROUPS = (
    ("Unit", ("name", "code", "part_of", "kind", "headcount", "executive_seat")),
    ("How often we ask", ("cadence_tier", "cadence_days")),
    ("How it is going", ("they_say", "we_say", "said_on")),
    ("Whom they serve, and notes", ("customer_kinds", "note", "internal")),
)


class UnitsPage(Page):
    """Choosing a unit in the tree shows it; E edits, C asks."""

    name = "units"
    hints = (("C", "ask now"), ("E", "edit"), ("Ctrl N", "new"), ("Ctrl F", "filter"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = UnitsPane(desk)
        self.overview = UnitOverview(desk)
        self.sheet = Sheet(desk, Unit, GROUPS)
        self.stack = QStackedWidget()
        width = scaled(256)
        self.pane.setMinimumWidth(256)
        stand_beside(self, "unitsSplitter", self.pane, self.stack, (width, 4 * width))
        words = "No units yet. A unit is a part of the organisation that IT serves."
        for widget in (empty_page(words, "New unit", self.new_record), self.overview, self.sheet):
            self.stack.addWidget(widget)
        self.pane.tree.chosen.connect(self._on_chosen)
        self.pane.tree.opened.connect(lambda _id: self.overview.happened.timeline.setFocus())
        self.pane.tree.wants_delete.connect(self.delete_record)
        self.pane.wants_new.connect(self.new_record)
        self.pane.wants_name.connect(self._name_someone)
        self.overview.wants_edit.connect(self.edit_record)
        self.overview.wants_delete.connect(self.delete_record)
        self.overview.wants_name.connect(self._name_someone)
        self.sheet.saved.connect(self._on_saved)
        self.sheet.cancelled.connect(self._on_cancelled)

    # Showing

    def title(self) -> str:
        """The words of this place."""
        return "Business units"

    def crumbs(self) -> tuple[str, ...]:
        """The list, then the unit."""
        if self.sheet.new:
            return (self.title(), "New unit")
        unit = self.overview.unit
        return (self.title(), short(unit)) if unit else (self.title(),)

    def shown_record(self) -> str:
        """The id of the unit that is shown."""
        return self.overview.unit.id if self.overview.unit else ""

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what the notice concerns; what is being typed stays."""
        if notice and not notice.kinds & CONCERNS:
            return
        self.pane.reload()
        if self.stack.currentIndex() != FORM:
            self.show_id(self.shown_record())
        elif not self.sheet.new and not self.sheet.dirty:
            self._read_sheet()

    def _read_sheet(self) -> None:
        unit = self.desk.workspace.get(Unit, self.shown_record())
        if unit is not None:
            self.sheet.form.show_record(unit)
        else:
            self.sheet.forget()
            self.show_id("")

    def open_record(self, record_id: str) -> None:
        """Shows a unit; without an id the one that was shown, or the first."""
        if record_id or self.stack.currentIndex() == FORM:  # else the page was read, and shows it already
            self.show_id(record_id or self.shown_record())
        nothing = self.stack.currentWidget() if self.stack.currentIndex() == EMPTY else None
        (nothing or self.pane.tree).setFocus()

    def show_id(self, record_id: str) -> None:
        """Shows a unit, the first one where this one is not there, or the empty state."""
        unit = self.desk.workspace.get(Unit, record_id) if record_id else None
        first = next(iter(self.pane.tree.ids()), "")
        if unit is None and first:
            unit = self.desk.workspace.get(Unit, first)
        self.overview.unit = unit
        self.pane.tree.choose(unit.id if unit else "")
        if unit is not None:
            self.overview.show_unit(unit)
        self.stack.setCurrentIndex(EMPTY if unit is None else GLANCE)
        self.crumbs_changed.emit()

    def _on_chosen(self, record_id: str) -> None:
        if not self.settle():
            self.pane.tree.choose(self.shown_record())
        elif record_id:
            self.show_id(record_id)

    # Editing

    def edit_record(self) -> None:
        """Shows the form of the unit in place of the glance."""
        unit = self.overview.unit
        if unit is not None and self.stack.currentIndex() == GLANCE and self.overview.scale.settle():
            self._open_sheet(self.desk.workspace.get(Unit, unit.id) or unit, new=False)

    def new_record(self) -> None:
        """Shows an empty form."""
        if self.settle():
            self.pane.tree.choose("")
            self._open_sheet(Unit(), new=True)

    def _open_sheet(self, unit: Unit, new: bool) -> None:
        self.sheet.open(unit, new)
        self.stack.setCurrentIndex(FORM)
        self.crumbs_changed.emit()

    def _on_saved(self, record: Record) -> None:
        self.pane.reload()
        self.show_id(record.id)
        self.pane.tree.setFocus()

    def _on_cancelled(self) -> None:
        self.show_id(self.shown_record())
        self.pane.tree.setFocus()

    def settle(self) -> bool:
        """Saves what was typed, or asks; a new unit in which nothing was typed is forgotten."""
        if not self.overview.scale.settle() or not self.sheet.settle():
            return False
        if self.stack.currentIndex() == FORM:
            self.show_id(self.shown_record())
        return True

    def save_record(self) -> None:
        """Saves the form, or the two values of the scale."""
        if self.stack.currentIndex() == FORM:
            self.sheet.form.save()
        elif self.overview.scale.form is not None:
            self.overview.scale.form.save()

    def delete_record(self) -> None:
        """Deletes the shown unit at once."""
        unit = self.overview.unit
        if unit is None or self.sheet.new:
            return
        self.sheet.forget()
        ids = self.pane.tree.ids()
        row = ids.index(unit.id) if unit.id in ids else 0
        with self.desk.telling():
            self.desk.delete(unit)
            self.pane.reload()
            left = self.pane.tree.ids()
            self.show_id(left[min(row, len(left) - 1)] if left else "")
            self.pane.tree.setFocus()

    def _name_someone(self, unit_id: str) -> None:
        self.desk.go("people", f"cover:{unit_id}")

    # Keys

    def find_words(self) -> None:
        """Puts the cursor into the filter."""
        self.pane.filter.take_cursor()

    def escape(self) -> None:
        """Empties the filter, leaves a form in which nothing was typed, or says how to leave one."""
        scale = self.overview.scale.form
        if self.pane.filter.let_go():
            return
        if self.sheet.dirty or (scale is not None and scale.dirty):
            self.desk.status("Not saved yet. Ctrl+Enter saves it, Cancel forgets it.")
        elif self.stack.currentIndex() == FORM:
            self.sheet.forget()
            self._on_cancelled()
        elif scale is not None:
            scale.cancel()
        else:
            self.pane.tree.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C asks and E edits, unless somebody types."""
        acts = {Qt.Key.Key_C: self.overview.ask_now, Qt.Key.Key_E: self.edit_record}
        act = act_of(self, event, acts)
        if act and self.stack.currentIndex() == GLANCE:
            act()
        else:
            super().keyPressEvent(event)
