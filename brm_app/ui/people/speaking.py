"""The sheet that says who speaks for a unit, from when to when, and who stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from brm_app.domain.records import Assignment
from brm_app.ui.desk import Desk
from brm_app.ui.editing.sheet import Sheet
from brm_app.ui.widgets import button

GROUPS = (
    ("Who speaks for whom", ("unit", "person", "backup", "role", "service_area", "share_of_time", "contact")),
    ("When", ("from", "to", "internal")),
)


class SpeakingSheet(Sheet):
    """Edits one liaison assignment, or begins one."""

    deleted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Assignment, GROUPS)
        self._remove = button("deleteAssignment", "Delete", self.delete, "link", "Delete this assignment")
        self.head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_assignment(self, assignment: Assignment, new: bool, write: bool) -> None:
        """Shows one; with `write` the cursor waits for the person, else the keyboard stays where it is."""
        focus = self.window().focusWidget()
        self.open(assignment, new)
        unit = self._desk.title_of("units", assignment.unit)
        self.heading.setText(f"Who speaks for {unit}" if unit else "Who speaks for a unit")
        self._remove.setVisible(not new)
        if write or focus is None:
            self.ask_for_person()
        else:
            focus.setFocus()

    def ask_for_person(self) -> None:
        """Puts the cursor where the person is named, or the unit where the person is known."""
        cells = self.form.cells
        held = self.form.start
        known = isinstance(held, Assignment) and held.person and not held.unit
        cells["unit" if known else "person"].editor.field.setFocus()

    def delete(self) -> None:
        """Deletes the assignment that is shown at once."""
        held = self.form.base
        if held is not None:
            self.forget()
            with self._desk.telling():
                self._desk.delete(held)
                self.deleted.emit()
