"""A sheet: the form of one record in place of its page, with a heading, Save and Cancel above it."""

from __future__ import annotations

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
        self._cls = cls
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form = RecordForm(desk, cls, groups, columns)
        self.heading = label("", "title", wrap=True)
        self.form.saved.connect(self._on_saved)
        self.form.cancelled.connect(self._on_cancelled)
        inside = QWidget()
        inside.setProperty("role", "page")
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 16, 24, 24)
        box.setSpacing(12)
        self.head = head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.form.buttons, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        box.addWidget(self.form)
        box.addStretch()
        self.setWidget(inside)

    def open(self, record: Record, new: bool) -> None:
        """Shows a record and puts the cursor into its first field."""
        self.form.show_record(record, new)
        self.heading.setText(f"New {self._cls.noun}" if new else f"Edit {short(record)}")
        self.verticalScrollBar().setValue(0)
        self.form.focus_first()

    def settle(self) -> bool:
        """Saves what was typed, or asks; where nothing was typed the sheet is closed. False: the person stays."""
        if self.form.start is not None and not self.form.settle():
            return False
        self.forget()
        return True

    def forget(self) -> None:
        """Forgets what was typed."""
        if self.form.start is not None:
            self.form.show_record(self.form.start, new=self.form.base is None)
        self.form.start = self.form.base = None

    def _on_saved(self, record: Record) -> None:
        self.form.start = self.form.base = None
        self.saved.emit(record)

    def _on_cancelled(self) -> None:
        self.form.start = self.form.base = None
        self.cancelled.emit()
