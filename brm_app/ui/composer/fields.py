"""A field that is kept by itself: when it is left, when Enter is pressed, or when another choice is made."""

from __future__ import annotations

from typing import Any

import attrs
from PySide6.QtCore import QEvent, QObject

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec
from brm_app.domain.records import Message, Record
from brm_app.domain.values import fault
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.editors import ChoiceEditor, NoteEditor, TextEditor
from brm_app.ui.editing.form import Cell
from brm_app.ui.editing.making import make_editor

KEPT = (
    Kind.TEXT, Kind.NOTE, Kind.NUMBER, Kind.WHOLE, Kind.MONEY, Kind.DATE, Kind.COLOUR, Kind.CHOICE,
)  # fmt: skip
"""The kinds of fields that keep themselves here."""


class KeptField(QObject):
    """The cell of one field of one record at a time; each change is one undo step."""

    def __init__(self, desk: Desk, spec: Spec, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.spec = desk, spec
        self.record: Record | None = None
        self._touched = False
        self.cell = Cell(make_editor(spec, desk, desk.workspace.organisation.currency), desk)
        self.field = self.cell.editor.field
        self.field.setObjectName(name)
        self._listen()

    def _listen(self) -> None:
        editor = self.cell.editor
        editor.changed.connect(self._on_changed)
        if isinstance(editor, ChoiceEditor):
            editor.combo.activated.connect(lambda _place: self.keep())
        elif isinstance(editor, TextEditor):
            editor.line.editingFinished.connect(self.keep)
        elif isinstance(editor, NoteEditor):
            editor.note.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text of many lines is kept when it is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        self._touched = True
        if isinstance(self.cell.editor, TextEditor) and not self.field.hasFocus():
            self.keep()  # a day that was taken from the calendar

    @property
    def typing(self) -> bool:
        """True while something stands in it that is not kept."""
        return self._touched

    def show(self, record: Record | None) -> None:
        """Shows a record's value; what is being typed about the same record stays."""
        same = record is not None and self.record is not None and record.id == self.record.id
        if same and self._touched and self.field.hasFocus():
            return
        self.record = record
        if record is not None:
            self.load(getattr(record, self.spec.attr))

    def load(self, value: Any) -> None:
        """Shows a value as one that was kept."""
        self.cell.editor.blockSignals(True)
        self.cell.editor.load(value)
        self.cell.editor.blockSignals(False)
        self._touched = False

    def keep(self) -> None:
        """Writes what was changed; says below the field what is wrong with it."""
        record = self.record
        if record is None or not self._touched:
            return
        try:
            value = self.cell.editor.read()
            sentence = fault(self.spec, value)
            if not sentence:
                self._touched = False
                self.write(record, value)
        except Refused as refused:
            sentence = str(refused)
        if sentence:
            self.cell.show_fault(sentence)

    def write(self, record: Record, value: Any) -> None:
        """Writes a value that is in order. Raises `Refused` or `Conflict`."""
        changed = with_value(record, self.spec, value)
        if changed != record:
            self.desk.save(changed, record, f"Change {self.spec.label.lower()} of {short(record)}")
            self.record = self.desk.workspace.get(type(record), record.id)


def with_value(record: Record, spec: Spec, value: Any) -> Record:
    """The record with another value; a message whose text is changed becomes a draft again."""
    changed = attrs.evolve(record, **{spec.attr: value})
    if isinstance(record, Message) and isinstance(changed, Message):
        from brm_app.services import approval

        return approval.rewritten(record, changed)
    return changed
