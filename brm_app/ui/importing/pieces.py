"""The small parts of the import dialog: where a file is dropped, a count, a column's row, and the refused rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from brm_app.ui.editing.inputs import Choice
from brm_app.ui.importing.intake import Refusal, Use

_Index = QModelIndex | QPersistentModelIndex


def restyle(widget: QWidget, **properties: object) -> None:
    """Sets dynamic properties and lets the style sheet look at them again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def mark_steps(labels: Sequence[QLabel], now: int) -> None:
    """Ticks the steps before `now` (from 0) and marks that one as where the person is."""
    for place, label in enumerate(labels):
        name = label.text().split(maxsplit=1)[-1]
        label.setText(f"{'✓' if place < now else place + 1}   {name}")
        label.setAccessibleName(f"{name}, {'done' if place < now else 'now' if place == now else 'to do'}")
        restyle(label, role="step", state="done" if place < now else "now" if place == now else "todo")


class DropZone(QLabel):
    """A dashed field that takes a dropped file, and asks for one when clicked."""

    dropped = Signal(object)
    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask_again()
        self.setProperty("role", "drop")
        self.setAcceptDrops(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(220)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def ask_again(self) -> None:
        """Shows what it is for."""
        self.setText("Drop a CSV or XLSX file here, or press Enter to choose one")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Asks for a file."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask for a file."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes one local file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
            restyle(self, over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Looks as before."""
        restyle(self, over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hands on the path."""
        restyle(self, over=False)
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))


class Tile(QFrame):
    """A number with its name and a line about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.icon, self.number, self.name, self.about = QLabel(), QLabel(), QLabel(), QLabel()
        self.number.setProperty("role", "figure")
        self.name.setProperty("role", "strong")
        self.about.setProperty("role", "secondary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 10, 15, 10)
        row.setSpacing(12)
        row.addWidget(self.icon)
        row.addWidget(self.number)
        row.addLayout(words, 1)

    def show_count(self, count: int, name: str, about: str, bad: bool = False) -> None:
        """Shows a count with its words; `bad` gives it the edge of something to look at."""
        restyle(self, state="bad" if bad else "")
        self.number.setText(f"{count:,}")
        self.name.setText(name)
        self.about.setText(about)
        self.setAccessibleName(f"{count:,} {name}, {about}")


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
        name, arrow, example = QLabel(use.column), QLabel("→"), QLabel(_example(use, sample))
        for label in (name, example):
            label.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("role", "strong")
        name.setFixedWidth(190)
        name.setToolTip(use.column)
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
        self.field.setFixedWidth(220)
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


class Refusals(QAbstractTableModel):
    """The rows that will not go in, as a table."""

    HEADERS = ("Row", "In the file", "Why it is left out")

    def __init__(self, refusals: tuple[Refusal, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusals = refusals

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One row for each refused row of the file."""
        return 0 if parent.isValid() else len(self._refusals)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Row, content, reason."""
        return 0 if parent.isValid() else len(self.HEADERS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; the whole of it as tool tip."""
        refusal = self._refusals[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (str(refusal.row), refusal.held, refusal.why)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The column names."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.HEADERS[section]
        return None
