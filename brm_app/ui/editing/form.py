"""A form for any record, made from the descriptions of its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import attrs
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brm_app.domain.errors import Conflict, Refused
from brm_app.domain.fields import Kind, Spec, by_name
from brm_app.domain.records import Record
from brm_app.domain.values import fault
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.editors import Editor, FlagEditor
from brm_app.ui.editing.making import make_editor
from brm_app.ui.widgets import Panel, button, label, restyle

WIDE = (Kind.NOTE, Kind.LINKS, Kind.CHOICES)
Groups = Sequence[tuple[str, Sequence[str]]]
"""Headings with the names of their fields; a group without a heading stands on no panel of its own."""


class Cell(QWidget):
    """The label of a field, its editor, its help, and the error below."""

    def __init__(self, editor: Editor, desk: Desk) -> None:
        super().__init__()
        self.editor = editor
        self.fault = ""
        self._desk = desk
        spec = editor.spec
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        self.name = label(spec.label, "field")
        self.name.setBuddy(editor.field)
        if isinstance(editor, FlagEditor):
            self.name.setParent(self)  # a label without a place would be a window of its own, and outlive the form
            self.name.hide()
        else:
            box.addWidget(self.name)
        box.addWidget(editor)
        if spec.help:
            box.addWidget(label(spec.help, "caption", wrap=True))

    @cached_property
    def _line(self) -> tuple[QWidget, QLabel]:
        """The line below the field and the words in it, made for the first fault: most fields never have one."""
        made, mark, error = QWidget(), QLabel(), label("", "error", wrap=True)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        mark.setPixmap(self._desk.theme.icon("circle-alert", "bad").pixmap(16))
        error.setObjectName(f"error-{self.editor.spec.name}")
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(error, 1)
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(box.indexOf(self.editor) + (2 if self.editor.spec.help else 1), made)
        return made, error

    def show_fault(self, sentence: str) -> None:
        """Says below the field what to mend; an empty sentence takes it away."""
        if sentence == self.fault:
            return
        self.fault = sentence
        line, error = self._line
        error.setText(sentence)
        line.setVisible(bool(sentence))
        restyle(self.name, "error", "true" if sentence else "false")
        self.editor.mark(bool(sentence))
        self.editor.field.setAccessibleDescription(sentence)


class RecordForm(QWidget):
    """Edits some fields of one record; what is saved is the record with these fields changed."""

    saved = Signal(object)
    cancelled = Signal()
    edited = Signal(bool)

    def __init__(self, desk: Desk, cls: type[Record], groups: Groups, columns: int = 2) -> None:
        super().__init__()
        self.desk, self.cls = desk, cls
        self.base: Record | None = None
        self.start: Record | None = None
        self.with_it: Callable[[Record], list[Record]] = lambda _record: []
        self._dirty = self.loading = False
        currency = desk.workspace.organisation.currency
        self.cells: dict[str, Cell] = {}
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(12)
        self.trouble = label("", "error", wrap=True)
        self.trouble.setObjectName("formError")
        self.trouble.hide()
        self.box.addWidget(self.trouble)
        known = by_name(cls)
        for heading, fields in groups:
            grid = self._lay_out([known[name] for name in fields], currency, columns)
            if heading:
                panel = Panel(heading)
                panel.body.addLayout(grid)
                self.box.addWidget(panel)
            else:
                self.box.addLayout(grid)
        self.buttons = self._buttons()
        self.box.addWidget(self.buttons)

    def _lay_out(self, specs: Sequence[Spec], currency: str, columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        row, column = 0, 0
        for spec in specs:
            cell = self.cells[spec.name] = Cell(make_editor(spec, self.desk, currency), self.desk)
            cell.editor.changed.connect(self._on_edit)
            wide = spec.kind in WIDE or spec.target == "attachments" or columns == 1
            if wide and column:
                row, column = row + 1, 0
            grid.addWidget(cell, row, column, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
            column = 0 if wide else (column + 1) % columns
            row += column == 0
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return grid

    def _buttons(self) -> QWidget:
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        self.save_button = button("save", "Save", self.save, "primary")
        self.save_button.setToolTip("Ctrl+Enter")
        self.cancel_button = button("cancel", "Cancel", self.cancel)
        box.addWidget(self.save_button)
        box.addWidget(self.cancel_button)
        box.addStretch()
        return line

    # Showing

    def show_record(self, record: Record, new: bool = False) -> None:
        """Shows a record; `new` when it is not in the workspace yet."""
        self.base, self.start = None if new else record, record
        self.loading = True
        for spec, cell in self._fields():
            cell.editor.load(getattr(record, spec.attr))
            cell.show_fault("")
        self.loading = False
        self._trouble("")
        self._set_dirty(False)
        self.cancel_button.setVisible(True)

    def _fields(self) -> list[tuple[Spec, Cell]]:
        known = by_name(self.cls)
        return [(known[name], cell) for name, cell in self.cells.items()]

    def focus_first(self) -> None:
        """Puts the cursor into the first field."""
        next(iter(self.cells.values())).editor.field.setFocus()

    @property
    def dirty(self) -> bool:
        """True while something typed is not saved."""
        return self._dirty

    @property
    def new(self) -> bool:
        """True while the record is not in the workspace yet."""
        return self.start is not None and self.base is None

    def _on_edit(self) -> None:
        if not self.loading:
            self._set_dirty(True)

    def _set_dirty(self, dirty: bool) -> None:
        self._dirty = dirty
        self.edited.emit(dirty)

    def _trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    # Saving

    def save(self) -> Record | None:
        """Saves what was typed as one undo step; None, with the reasons shown, where it can't be."""
        if self.start is None:
            return None
        values = self._values()
        if values is None:
            return None
        record = attrs.evolve(self.start, **values)
        try:
            self._write(record)
        except Conflict as conflict:
            self._trouble(str(conflict))
            return None
        except Refused as refused:
            self._trouble(str(refused))
            return None
        held = self.desk.workspace.get(type(record), record.id)
        self.show_record(held or record)
        self.saved.emit(held or record)
        return record

    def _write(self, record: Record) -> None:
        words = f"{'Add' if self.base is None else 'Change'} {short(record)}"
        with self.desk.workspace.write(words, origin=self) as batch:
            for companion in [c for cell in self.cells.values() for c in cell.editor.companions()]:
                batch.add(companion)
            batch.save(record, base=self.base)
            for other in self.with_it(record):
                batch.add(other)
        self.desk.status(f"Saved {short(record)}.", undo=True)

    def _values(self) -> dict[str, Any] | None:
        """The typed values, or None with each fault shown below its field and the first of them focused."""
        values: dict[str, Any] = {}
        wrong: list[Cell] = []
        for spec, cell in self._fields():
            sentence = ""
            try:
                values[spec.attr] = cell.editor.read()
                sentence = fault(spec, values[spec.attr])
            except Refused as refused:
                sentence = str(refused)
            cell.show_fault(sentence)
            wrong += [cell] if sentence else []
        if wrong:
            wrong[0].editor.field.setFocus()
            return None
        return values

    def cancel(self) -> None:
        """Forgets what was typed."""
        if self.start is not None:
            self.show_record(self.start, new=self.base is None)
        self.cancelled.emit()

    def settle(self) -> bool:
        """Saves what was typed before the person leaves; asks where it can't be saved. False: they stay."""
        if not self._dirty or self.save() is not None:
            return True
        reasons = " ".join(cell.fault for cell in self.cells.values() if cell.fault) or self.trouble.text()
        noun = self.cls.noun
        if self.desk.ask.confirm(f"What you typed can’t be saved. {reasons} Leave this {noun} without it?", "Leave"):
            self.cancel()
            return True
        return False
