"""The columns of a file, one row each: which field a column fills, with an example."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from brm_app.ui.drawn.import_dialog import Ui_ImportForm
from brm_app.ui.editing.inputs import Choice
from brm_app.ui.importing.intake import Intake, Use
from brm_app.ui.theme import scaled
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import Elided

_MOST_ROWS = 6  # before the rows scroll
_SHARE = 0.3  # of the dialog's height that they get


class Columns(QObject):
    """The panel of the columns. `changed` tells that the rows have to be checked again."""

    changed = Signal()

    def __init__(self, form: Ui_ImportForm, intake: Intake, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._intake = form, intake
        self._rows = QVBoxLayout(form.columnRows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        form.columnsPanel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        form.key.activated.connect(lambda: self.match_on(form.key.currentData()))

    def show_columns(self) -> None:
        """Shows the columns of the file."""
        form, intake = self._form, self._intake
        at = form.columnRows.focusWidget()
        focus = at.objectName() if at else ""
        while (item := self._rows.takeAt(0)) is not None:
            if old := item.widget():
                old.setParent(None)
                old.deleteLater()
        fields, rows = intake.fields(), []
        for use in intake.uses():
            row = ColumnRow(use, fields, intake.sample(use.column), form.columnRows)
            row.assigned.connect(self._on_assigned)
            row.also.connect(self._on_also)
            self._rows.addWidget(row)
            rows.append(row)
        self._fit(rows)
        self._rows.addStretch(1)
        self._fill_keys()
        again = form.columnRows.findChild(QWidget, focus) if focus else None
        if again:
            again.setFocus()
        self.changed.emit()

    def _fit(self, rows: list[ColumnRow]) -> None:
        """The panel is as high as its rows, up to a point, and never cuts one."""
        area = self._form.columnsScroll
        room = int(area.window().height() * _SHARE)
        heights = [row.sizeHint().height() for row in rows[:_MOST_ROWS]]
        while len(heights) > 2 and sum(heights) > room:
            heights.pop()
        area.setFixedHeight(sum(heights) + 2)

    def _fill_keys(self) -> None:
        self._form.key.clear()
        for field, label in self._intake.key_choices():
            self._form.key.addItem(label, field)
        self._form.key.setCurrentIndex(max(self._form.key.findData(self._intake.key), 0))

    def match_on(self, field: str) -> None:
        """Matches rows with records on a field."""
        self._intake.choose_key(field)
        self._form.key.setCurrentIndex(max(self._form.key.findData(field), 0))
        self.changed.emit()

    def _on_assigned(self, column: str, old: str, new: str) -> None:
        self._intake.assign(column, old, new)
        self.changed.emit()
        # The row that told this is still in its own event: rebuild the rows after it.
        QTimer.singleShot(0, self, self.show_columns)

    def _on_also(self, column: str) -> None:
        self._intake.offer(column)
        QTimer.singleShot(0, self, self.show_columns)


class ColumnRow(QFrame):
    """One column of the file, the field it fills, and an example."""

    assigned = Signal(str, str, str)
    also = Signal(str)

    def __init__(self, use: Use, fields: Iterable[tuple[str, str]], sample: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.use = use
        self.setProperty("role", "row")
        self.field = Choice()
        self.more = QToolButton()
        self._fill(fields)
        name, arrow, example = Elided(use.column), QLabel("→"), Elided(_example(use, sample))
        for label in (name, example):
            label.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "strong")
        name.setFixedWidth(scaled(190))
        for label in (name, example):
            label.setToolTip(plain_tip(label.text()))
        example.setProperty("role", "secondary")
        example.setMinimumWidth(40)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 3, 15, 3)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(arrow)
        row.addWidget(self.field)
        row.addWidget(self.more)
        row.addWidget(example, 1)

    def _fill(self, fields: Iterable[tuple[str, str]]) -> None:
        self.field.setObjectName(f"field-{self.use.column}")
        self.field.setAccessibleName(f"Field for the column {self.use.column}")
        self.field.setFixedWidth(scaled(220))
        self.field.addItem("Do not import", "")
        for field, label in fields:
            self.field.addItem(label, field)
        self.field.setCurrentIndex(max(self.field.findData(self.use.field), 0))
        self.field.activated.connect(self._on_field)
        self.more.setText("+")
        self.more.setObjectName(f"also-{self.use.column}")
        self.more.setAccessibleName(f"Use the column {self.use.column} for one more field")
        self.more.setToolTip("Use this column for one more field")
        self.more.setEnabled(bool(self.use.field))
        self.more.clicked.connect(lambda: self.also.emit(self.use.column))

    def _on_field(self, _index: int) -> None:
        chosen = str(self.field.currentData())
        if chosen != self.use.field:
            before, self.use = self.use, attrs.evolve(self.use, field=chosen)
            self.assigned.emit(self.use.column, before.field, chosen)


def _example(use: Use, sample: str) -> str:
    quoted = f"“{sample}”" if sample else "(empty in every row)"
    return f"{quoted}, where “{use.before}” is empty" if use.rank > 1 else quoted
