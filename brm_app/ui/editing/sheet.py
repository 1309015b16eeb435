"""A sheet: the form of one record in place of its page, with a heading, Save and Cancel above it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brm_app.domain.records import Record
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.widgets import label


class Sheet(QScrollArea):
    """Opens a record for editing; tells when it was saved or left."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, cls: type[Record], groups: Groups, columns: int = 2) -> None:
        super().__init__()
        self._desk, self._cls, self._groups, self._columns = desk, cls, groups, columns
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "page")
        self.setWidget(inside)  # while it is empty: it is measured with all that is in it
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(24, 16, 24, 24)
        self._box.setSpacing(12)
        self.heading = label("", "title", wrap=True)
        self.head = QHBoxLayout()
        self.head.addWidget(self.heading, 1)
        self._box.addLayout(self.head)

    @cached_property
    def form(self) -> RecordForm:
        """The form, made when a record is first opened: its page is there sooner without."""
        form = RecordForm(self._desk, self._cls, self._groups, self._columns)
        form.saved.connect(self._on_saved)
        form.cancelled.connect(self._on_cancelled)
        self.head.insertWidget(1, form.buttons, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(form)
        self._box.addStretch()
        return form

    @property
    def held(self) -> RecordForm | None:
        """The form while there is a record in it."""
        made: RecordForm | None = self.__dict__.get("form")
        return made if made is not None and made.start is not None else None

    @property
    def new(self) -> bool:
        """True while a record is written that is not in the workspace yet."""
        return self.held is not None and self.held.new

    @property
    def dirty(self) -> bool:
        """True while something typed is not saved."""
        return self.held is not None and self.held.dirty

    def open(self, record: Record, new: bool) -> None:
        """Shows a record and puts the cursor into its first field."""
        self.form.show_record(record, new)
        self.heading.setText(f"New {self._cls.noun}" if new else f"Edit {short(record)}")
        self.verticalScrollBar().setValue(0)
        self.form.focus_first()

    def settle(self) -> bool:
        """Saves what was typed, or asks; where nothing was typed the sheet is closed. False: the person stays."""
        if self.held is not None and not self.held.settle():
            return False
        self.forget()
        return True

    def forget(self) -> None:
        """Forgets what was typed."""
        if form := self.held:
            assert form.start is not None
            form.show_record(form.start, new=form.base is None)
            form.start = form.base = None

    def _on_saved(self, record: Record) -> None:
        self.form.start = self.form.base = None
        self.saved.emit(record)

    def _on_cancelled(self) -> None:
        self.form.start = self.form.base = None
        self.cancelled.emit()
