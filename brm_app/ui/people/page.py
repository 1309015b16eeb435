"""The page of people in the business and in IT, and of who speaks for which unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from brm_app.domain.records import Assignment, Person, Record
from brm_app.ui.around import empty_page, stand_beside
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.sheet import Sheet
from brm_app.ui.keypresses import act_of
from brm_app.ui.page import Page
from brm_app.ui.people.directory import COVERAGE, Directory
from brm_app.ui.people.speaking import SpeakingSheet
from brm_app.ui.people.view import PersonView
from brm_app.ui.theme import scaled

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

CONCERNS = frozenset({"people", "units", "touchpoints", "promises", "assignments"})
EMPTY, GLANCE, FORM, ASSIGNMENT, NOTHING = range(5)
BESIDE = 750  # the width from which list and person stand beside each other
GROUPS = (
    ("Person", ("name", "name_consent", "job_title", "unit", "side", "kind", "email", "phone", "power_user")),
    ("VIP support", ("vip", "vip_delegate", "vip_availability", "vip_preference", "vip_contact_rule")),
    ("Notes", ("note", "internal")),
)


class PeoplePage(Page):
    """The directory at the left; at the right a person, a form, or who speaks for a unit."""

    name = "people"
    hints = (("C", "ask now"), ("E", "edit"), ("Ctrl N", "new"), ("Ctrl F", "filter"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.directory = Directory(desk)
        self.pane = self.directory.pane
        self.view = PersonView(desk)
        self.sheet = Sheet(desk, Person, GROUPS)
        self.speaking = SpeakingSheet(desk)
        self.stack = QStackedWidget()
        self.splitter = stand_beside(self, "peopleSplitter", self.directory, self.stack, (752, 480))
        words = "Nobody yet. People are who you ask, who you promise, and who owns a project."
        for widget in (
            empty_page(words, "New person", self.new_record),
            self.view,
            self.sheet,
            self.speaking,
            QWidget(),
        ):
            self.stack.addWidget(widget)
        self._listen()

    def minimumSizeHint(self) -> QSize:
        """As small as one of the two halves, which stand below each other in a narrow window."""
        return QSize(scaled(380), 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the person below the list where there is no room beside it."""
        super().resizeEvent(event)
        room = self.width() >= scaled(BESIDE)
        self.splitter.setOrientation(Qt.Orientation.Horizontal if room else Qt.Orientation.Vertical)

    def _listen(self) -> None:
        self.pane.table.chosen.connect(self._on_chosen)
        self.pane.table.opened.connect(lambda _id: self.view.happened.timeline.setFocus())
        self.pane.table.wants_delete.connect(self.delete_record)
        self.pane.wants_new.connect(self.new_record)
        self.directory.viewed.connect(self._on_viewed)
        covering = self.directory.covering
        covering.chosen.connect(self._on_cover)
        covering.opened.connect(self.speaking.ask_for_person)
        covering.wants_delete.connect(self.speaking.delete)
        self.view.wants_edit.connect(self.edit_record)
        self.view.wants_delete.connect(self.delete_record)
        self.view.wants_assignment.connect(self._open_assignment)
        self.sheet.saved.connect(self._on_saved)
        self.sheet.cancelled.connect(lambda: self._on_cancelled(self.pane.table))
        self.speaking.saved.connect(self._on_named)
        self.speaking.cancelled.connect(self._show_again)
        self.speaking.deleted.connect(self._on_unnamed)

    # Showing

    def title(self) -> str:
        """The words of this place."""
        return "People"

    def crumbs(self) -> tuple[str, ...]:
        """The list, then the person."""
        if self.directory.covers:
            return (self.title(), "Coverage")
        if self.sheet.new:
            return (self.title(), "New person")
        person = self.view.person
        return (self.title(), short(person)) if person else (self.title(),)

    def shown_record(self) -> str:
        """The id of the person that is shown."""
        return self.view.person.id if self.view.person and not self.directory.covers else ""

    @property
    def _editing(self) -> bool:
        return self.stack.currentIndex() in (FORM, ASSIGNMENT)

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what the notice concerns; what is being typed stays."""
        if notice and not notice.kinds & CONCERNS:
            return
        self.directory.reload()
        sheet = {FORM: self.sheet, ASSIGNMENT: self.speaking}.get(self.stack.currentIndex())
        if sheet is None or (not sheet.dirty and not sheet.new):
            self._show_again()

    def _show_again(self) -> None:
        for sheet in (self.sheet, self.speaking):
            sheet.forget()
        if self.directory.covers:
            self._show_row()
        else:
            self.show_id(self.view.person.id if self.view.person else "")

    def open_record(self, record_id: str) -> None:
        """Shows a person; `unit:` and an id the people of a unit, `cover:` and an id who speaks for it."""
        word, _, unit = record_id.partition(":")
        if word == "cover":
            self._show_cover(unit)
            return
        if word == "unit":
            self.directory.show_unit(unit)
            record_id = ""
        elif record_id:
            self.directory.reveal(record_id)
            self.directory.show_view(0 if self.directory.covers else self.directory.segments.choice)
        if self.directory.covers:
            self._on_cover()
        else:
            if record_id or word == "unit" or self._editing:  # else the page was read, and shows it already
                self.show_id(record_id or self.shown_record())
            nothing = self.stack.currentWidget() if self.stack.currentIndex() == EMPTY else None
            (nothing or self.pane.table).setFocus()

    def show_id(self, record_id: str) -> None:
        """Shows a person of the list, the first one where this one is not listed, or the empty state."""
        listed = self.pane.model.row_of(record_id) >= 0 if record_id else False
        person = self.desk.workspace.get(Person, record_id if listed else self.pane.model.id_at(0) or record_id)
        self.view.person = person
        self.pane.table.choose(person.id if person else "")
        if person is not None:
            self.view.show_person(person)
        self.stack.setCurrentIndex(EMPTY if person is None else GLANCE)
        self.crumbs_changed.emit()

    def _on_chosen(self, record_id: str) -> None:
        if not self.settle():
            self.pane.table.choose(self.shown_record())
        elif record_id:
            self.show_id(record_id)

    def _on_viewed(self, _number: int) -> None:
        if self.settle():
            self._show_again()

    # Editing people

    def edit_record(self) -> None:
        """Shows the form of the person in place of the glance."""
        person = self.view.person
        if person is not None and self.stack.currentIndex() == GLANCE:
            self._open_sheet(self.desk.workspace.get(Person, person.id) or person, new=False)

    def new_record(self) -> None:
        """Shows an empty form: of a person, or in the coverage of who speaks for the chosen unit."""
        if not self.settle():
            return
        if self.directory.covers:
            row = self.directory.covering.current()
            self._open_speaking(Assignment(unit=row.unit_id if row else None), new=True, write=True)
        else:
            self.pane.table.choose("")
            self._open_sheet(Person(), new=True)

    def _open_sheet(self, person: Person, new: bool) -> None:
        self.sheet.open(person, new)
        self.stack.setCurrentIndex(FORM)
        self.crumbs_changed.emit()

    def _on_saved(self, record: Record) -> None:
        self.directory.reload()
        self.directory.reveal(record.id)
        self.show_id(record.id)
        self.pane.table.setFocus()

    def _on_cancelled(self, place: QWidget) -> None:
        self._show_again()
        place.setFocus()

    def settle(self) -> bool:
        """Saves what was typed, or asks; a form in which nothing was typed is forgotten."""
        if not self.sheet.settle() or not self.speaking.settle():
            return False
        if self.stack.currentIndex() == FORM:
            self._show_again()
        return True

    def save_record(self) -> None:
        """Saves the form."""
        if self._editing:
            (self.sheet if self.stack.currentIndex() == FORM else self.speaking).form.save()

    def delete_record(self) -> None:
        """Deletes the shown person, or in the coverage the assignment."""
        if self.directory.covers:
            self.speaking.delete()
            return
        person = self.view.person
        if person is None or self.sheet.new:
            return
        self.sheet.forget()
        row = self.pane.model.row_of(person.id)
        with self.desk.telling():
            self.desk.delete(person)
            self.directory.reload()
            self.show_id(self.pane.model.id_at(row) or self.pane.model.id_at(row - 1))
            self.pane.table.setFocus()

    # Who speaks for whom

    def _show_cover(self, unit_id: str) -> None:
        """Shows the coverage with a unit chosen; where nobody speaks for it the cursor waits for a name."""
        self.directory.show_view(COVERAGE)
        self.directory.covering.choose(unit_id)
        self._on_cover()
        row = self.directory.covering.current()
        if row and row.hole:
            self.speaking.ask_for_person()
        else:
            self.directory.covering.table.setFocus()

    def _on_cover(self) -> None:
        if self.settle():
            self._show_row()

    def _show_row(self) -> None:
        covering = self.directory.covering
        if covering.current() is None and covering.model.rows:
            covering.choose("")
        row = covering.current()
        if row is None:
            self.stack.setCurrentIndex(NOTHING)
        else:
            self._open_speaking(row.assignment or Assignment(unit=row.unit_id), row.assignment is None, write=False)
        self.crumbs_changed.emit()

    def _open_speaking(self, assignment: Assignment, new: bool, write: bool) -> None:
        self.speaking.show_assignment(assignment, new, write)
        self.stack.setCurrentIndex(ASSIGNMENT)

    def _open_assignment(self, assignment_id: str) -> None:
        """Opens an assignment of the person that is shown; without an id a new one."""
        person = self.view.person
        if person is None or not self.settle():
            return
        held = self.desk.workspace.get(Assignment, assignment_id) if assignment_id else None
        made = Assignment(person=person.id, role=person.job_title)
        self._open_speaking(held or made, held is None, write=True)

    def _on_named(self, record: Record) -> None:
        assert isinstance(record, Assignment)
        self.directory.reload()
        if self.directory.covers:
            self.directory.covering.choose(record.unit or "", record.id)
            self.directory.covering.table.setFocus()
        self._show_again()

    def _on_unnamed(self) -> None:
        self.directory.reload()
        self._show_again()

    # Keys

    def find_words(self) -> None:
        """Puts the cursor into the filter."""
        if self.directory.covers:
            self.directory.show_view(0)
            self._show_again()
        self.pane.filter.take_cursor()

    def escape(self) -> None:
        """Empties the filter, leaves a form in which nothing was typed, or says how to leave one."""
        if self.pane.filter.let_go():
            return
        if self.sheet.dirty or self.speaking.dirty:
            self.desk.status("Not saved yet. Ctrl+Enter saves it, Cancel forgets it.")
        else:
            self._on_cancelled(self.directory.covering.table if self.directory.covers else self.pane.table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C asks and E edits, unless somebody types."""
        acts = {Qt.Key.Key_C: self.view.ask_now, Qt.Key.Key_E: self.edit_record}
        act = act_of(self, event, acts)
        if act and self.stack.currentIndex() == GLANCE:
            act()
        else:
            super().keyPressEvent(event)

    def close_down(self) -> None:
        """Stops what the list reads in the background."""
        self.pane.close_down()
