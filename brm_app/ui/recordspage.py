"""A page with a list of records at the left and the chosen one at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from brm_app.domain.records import Record
from brm_app.ui.desk import Desk, named, short
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.inspector import Inspector
from brm_app.ui.listing import FIRST, Column
from brm_app.ui.listpane import ListPane
from brm_app.ui.page import Page
from brm_app.ui.widgets import button, label

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice


class RecordsPage(Page):
    """Base of a page with a list that may be long: it knows the list, the form, and how they follow each other."""

    cls: ClassVar[type[Record]]
    groups: ClassVar[Groups]
    empty_words: ClassVar[str] = ""
    concerns: ClassVar[frozenset[str]] = frozenset()
    order: ClassVar[tuple[int, bool]] = (0, False)  # the column that sorts the list at first, descending or not
    hints = (("Ctrl N", "new"), ("Ctrl F", "filter"), ("Ctrl Enter", "save"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = ListPane(desk, self.cls, self.columns(), first=self.order)
        self.form = self.make_form()
        self.heading = label("", "heading", wrap=True)
        self.about = label("", "about", wrap=True)
        self.delete_button = button(
            "deleteRecord", "Delete", self.delete_record, "link", f"Delete this {self.cls.noun}"
        )
        self.side = QVBoxLayout()
        self.inspector = Inspector(desk.theme, f"{self.name}Inspector", self.cls.noun.capitalize())
        self.empty = self._empty_state()
        self._lay_out()
        self.pane.wants_new.connect(self.new_record)
        self.pane.table.chosen.connect(self._on_chosen)
        self.pane.table.opened.connect(lambda _id: self._enter_form())
        self.pane.table.wants_delete.connect(self.delete_record)
        self.form.saved.connect(lambda record: self.show_id(record.id))
        self.form.cancelled.connect(self._on_cancelled)
        self.form.edited.connect(self._on_edited)
        self._field: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    # What a page says

    def columns(self) -> Sequence[Column]:
        """The columns of the list."""
        raise NotImplementedError

    def make_form(self) -> RecordForm:
        """The form of one record."""
        return RecordForm(self.desk, self.cls, self.groups, 1)

    def blank(self) -> Record:
        """What a new record starts with."""
        return self.cls()

    def headline(self, record: Record) -> str:
        """What stands above the form."""
        return short(record)

    def summary(self, record: Record) -> str:
        """A line below the title."""
        return ""

    def show_around(self, record: Record | None) -> None:
        """Shows what belongs to the record above its form."""

    # Layout

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.pane, 1)
        box.addWidget(self.inspector)  # while it is empty: a pane that is moved is dressed again with all that is in it
        box.addWidget(self.empty, 1)
        self.pane.layout().setContentsMargins(24, 16, 24, 16)  # type: ignore[union-attr]
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.delete_button)
        top = QVBoxLayout()
        top.setSpacing(0)
        top.addLayout(head)
        top.addWidget(self.about)
        body = self.inspector.body
        body.setSpacing(12)
        body.addLayout(top)
        body.addLayout(self.side)
        body.addWidget(self.form)
        self.inspector.foot.addWidget(self.form.buttons)

    def _empty_state(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(24, 80, 24, 24)
        words = label(self.empty_words, "about", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(words)
        add = self.add_first = button("emptyAdd", f"New {self.cls.noun}", self.new_record, "primary")
        box.addWidget(add, 0, Qt.AlignmentFlag.AlignCenter)
        box.addStretch()
        return made

    def _show_empty(self, empty: bool) -> None:
        self.empty.setVisible(empty)
        self.pane.setHidden(empty)
        self.inspector.setHidden(empty)

    def hideEvent(self, event: QHideEvent) -> None:
        """The next visit begins without a filter."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.pane.forget_filter()

    def close_down(self) -> None:
        """Stops what reads in the background."""
        self.pane.close_down()

    # Showing

    def crumbs(self) -> tuple[str, ...]:
        """The list, then the record."""
        start = self.form.start
        if start is None:
            return (self.title(),)
        return (self.title(), f"New {self.cls.noun}" if self.form.new else named(start))

    def shown_record(self) -> str:
        """The id of the record in the form."""
        return self.form.base.id if self.form.base else ""

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what the notice concerns; what is being typed stays."""
        if notice and not notice.kinds & ({self.cls.collection} | self.concerns):
            return
        self.pane.reload(self._gone(notice) if notice else ())
        if not self.form.dirty and not self.form.new:
            self.show_id(self.shown_record())

    def _gone(self, notice: Notice) -> set[str]:
        """What the notice deleted; after a large write the list finds that out by itself."""
        touched = {key for kind, key in notice.touched if kind == self.cls.collection}
        if len(touched) > FIRST:
            return set()
        return touched - {record.id for record in self.desk.workspace.get_many(self.cls, touched)}

    def open_record(self, record_id: str) -> None:
        """Shows a record; without an id the one that was shown, or the first."""
        if record_id or self.form.dirty or self.form.new:  # else the page was read, and shows it already
            self.show_id(record_id or self.shown_record())
        (self.pane.table if self.empty.isHidden() else self.add_first).setFocus()

    def show_id(self, record_id: str) -> None:
        """Shows a record, the first of the list where there is none of that id, or the empty state."""
        get = self.desk.workspace.get
        record = get(self.cls, record_id) or get(self.cls, self.pane.model.id_at(0))
        self.pane.table.choose(record.id if record else "")
        if record is None:
            self.form.start = self.form.base = None
            self.inspector.hide()
            self._show_empty(not self.pane.filter.text())
        else:
            self._show(record, new=False)
        self.crumbs_changed.emit()

    def _show(self, record: Record, new: bool) -> None:
        self._show_empty(False)
        self.form.show_record(record, new)
        self.heading.setText(f"New {self.cls.noun}" if new else self.headline(record))
        about = "" if new else self.summary(record)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.delete_button.setVisible(not new)
        self._show_buttons(new)
        self.show_around(None if new else record)

    def _on_chosen(self, record_id: str) -> None:
        held = self.shown_record()
        if not self.settle():
            self.pane.table.choose(held)
        elif record_id:
            self.show_id(record_id)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now and self.form.isAncestorOf(now) and not self.form.buttons.isAncestorOf(now):
            self._field = now

    def _on_edited(self, dirty: bool) -> None:
        self._show_buttons(dirty or self.form.new)

    def _show_buttons(self, shown: bool) -> None:
        """Shows Save and Cancel, or hides them and leaves the cursor in the field that it came from."""
        focused = QApplication.focusWidget()
        if not shown and focused and self.form.buttons.isAncestorOf(focused):
            there = self._field is not None and isValid(self._field)
            (self._field if there else self.pane.table).setFocus()  # type: ignore[union-attr]
        self.form.buttons.setVisible(shown)
        self.inspector.below.setVisible(shown and self.inspector.opened)

    def _on_cancelled(self) -> None:
        if self.form.new:
            self.form.start = None
            self.show_id("")

    # Commands

    def settle(self) -> bool:
        """Saves what was typed, or asks; a new record in which nothing was typed is forgotten."""
        if self.form.new and not self.form.dirty:
            self.form.start = None
            return True
        return self.form.settle()

    def new_record(self) -> None:
        """Shows an empty form."""
        if self.settle():
            self.begin(self.blank())

    def begin(self, record: Record) -> None:
        """Shows the form of a record that is not in the workspace yet."""
        self.pane.table.choose("")
        self._show(record, new=True)
        self._enter_form()
        self.crumbs_changed.emit()

    def _enter_form(self) -> None:
        if not self.inspector.opened:
            self.inspector.toggle()
        self.form.focus_first()

    def save_record(self) -> None:
        """Saves the form."""
        self.form.save()

    def delete_record(self) -> None:
        """Deletes the shown record at once."""
        record = self.form.base
        if record is not None:
            row = self.pane.model.row_of(record.id)
            self.form.show_record(record)
            with self.desk.telling():
                self.desk.delete(record)
                self._show_neighbour(row)

    def _show_neighbour(self, row: int) -> None:
        model = self.pane.model
        self.show_id(model.id_at(min(row, model.rowCount() - 1)))
        self.pane.table.setFocus()

    def find_words(self) -> None:
        """Puts the cursor into the filter."""
        self.pane.filter.take_cursor()

    def escape(self) -> None:
        """Empties the filter, leaves a form in which nothing was typed, or says how to leave one."""
        if self.pane.filter.let_go():
            return
        if self.form.dirty:
            self.desk.status("Not saved yet. Ctrl+Enter saves it, Cancel forgets it.")
        else:
            self._on_cancelled()
            self.pane.table.setFocus()
