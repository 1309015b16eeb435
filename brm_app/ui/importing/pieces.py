"""The small parts of the import dialog: where a file is dropped, and a count."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        label.setAccessibleName(f"{place + 1} {name}, {'done' if place < now else 'now' if place == now else 'to do'}")
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
