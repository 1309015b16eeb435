"""A short list of records in the settings: a line for each with Edit and Delete, and below them the form of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.records import Record
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.widgets import Panel, button, clear_layout, label


class SettingsList(Panel):
    """The records of one kind. `told` makes what stands in the line of one; `fresh` makes a new one."""

    def __init__(
        self,
        desk: Desk,
        heading: str,
        cls: type[Record],
        groups: Groups,
        told: Callable[[Record], Sequence[QWidget]],
        fresh: Callable[[], Record],
        about: str = "",
    ) -> None:
        super().__init__(heading)
        self._desk, self._cls, self._told, self._fresh, self._groups = desk, cls, told, fresh, groups
        self._noun = cls.noun.capitalize()
        article = "an" if cls.noun[0] in "aeiou" else "a"
        self.act(button(f"add{self._noun}", "Add", self.add, "link", f"Add {article} {cls.noun}"))
        if about:
            self.body.addWidget(label(about, "secondary", wrap=True))
        self.rows = QVBoxLayout()
        self.body.addLayout(self.rows)

    @cached_property
    def form(self) -> RecordForm:
        """The form, made when a record is first opened: its page is there sooner without."""
        form = RecordForm(self._desk, self._cls, self._groups, 1)
        form.hide()
        form.saved.connect(lambda _record: form.hide())
        form.cancelled.connect(form.hide)
        self.body.addWidget(form)
        return form

    @property
    def opened(self) -> RecordForm | None:
        """The form while it is open."""
        made: RecordForm | None = self.__dict__.get("form")
        return made if made is not None and not made.isHidden() else None

    def fold(self) -> None:
        """Closes the form."""
        if self.opened:
            self.opened.hide()

    def show_records(self, records: Sequence[Record]) -> None:
        """Shows these records; a form that is open stays."""
        clear_layout(self.rows)
        for number, record in enumerate(records):
            self.rows.addWidget(self._row(number, record))

    def _row(self, number: int, record: Record) -> QWidget:
        made = QWidget()
        box = QHBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for place, widget in enumerate(self._told(record)):
            box.addWidget(widget, place, Qt.AlignmentFlag.AlignVCenter)
        spoken = f"{self._cls.noun} {record.title}"
        edit = button(f"edit{self._noun}-{number}", "Edit", lambda: self.edit(record), "link", f"Edit {spoken}")
        gone = button(f"delete{self._noun}-{number}", "Delete", lambda: self.delete(record), "link", f"Delete {spoken}")
        box.addWidget(edit)
        box.addWidget(gone)
        return made

    def edit(self, record: Record) -> None:
        """Opens the form of a record."""
        self._open(record, new=False)

    def add(self) -> None:
        """Opens an empty form."""
        self._open(self._fresh(), new=True)

    def _open(self, record: Record, new: bool) -> None:
        if self.settle():
            self.form.show_record(record, new)
            self.form.show()
            self.form.focus_first()

    def delete(self, record: Record) -> None:
        """Deletes a record at once."""
        with self._desk.telling():
            self._desk.delete(record)

    def save(self) -> None:
        """Saves the form where something was typed into it."""
        if self.opened and self.opened.dirty:
            self.opened.save()

    def settle(self) -> bool:
        """Saves what was typed, or asks; False where the person stays."""
        return self.opened is None or self.opened.settle()
