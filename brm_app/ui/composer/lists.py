"""The lists of the composer's outline: lines to tick, with a page number at the right, some to be put in order."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
NOTE = Qt.ItemDataRole.UserRole + 1
_NOTE_WIDTH = 40
_EDGES = 6  # the focus ring above and below
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@attrs.frozen
class Entry:
    """One line: `note` stands at the right; `fixed` lines can't be unticked."""

    id: str
    label: str
    on: bool
    note: str = ""
    fixed: bool = False
    depth: int = 0


class _LineDelegate(QStyledItemDelegate):
    """Paints the note at the right of a line, and gives lines their height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Lines are 32 high, more with larger text."""
        return QSize(100, max(32, option.fontMetrics.height() + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The line as the style paints it, shortened to leave room for the note."""
        note = str(index.data(NOTE) or "")
        super().paint(painter, option, index)
        if note:
            rect = QRect(option.rect)
            rect.setLeft(rect.right() - _NOTE_WIDTH)
            painter.save()
            painter.setPen(option.palette.color(option.palette.ColorRole.PlaceholderText))
            painter.drawText(
                rect.adjusted(0, 0, -12, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note
            )
            painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Elides the label before the note."""
        super().initStyleOption(option, index)
        if index.data(NOTE):
            room = option.rect.width() - _NOTE_WIDTH - 44
            elide = Qt.TextElideMode.ElideRight
            option.text = option.fontMetrics.elidedText(option.text, elide, room)


class OutlineList(QListWidget):
    """Tells `switched` when a line is ticked, `ordered` after a drag, `shifted` for Alt+Up and Alt+Down."""

    switched = Signal(str, bool)
    ordered = Signal(list)
    shifted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemChanged.connect(self._on_changed)
        # The moved line is in place only after the drop is over.
        self.model().rowsMoved.connect(lambda: QTimer.singleShot(0, self, self._on_moved))

    def let_order(self) -> None:
        """Lets lines be dragged into another order."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Shows these lines, keeping the current one and the scroll position."""
        here, scroll = self.key(self.currentItem()), self.verticalScrollBar().value()
        with QSignalBlocker(self):
            self.clear()
            for entry in entries:
                self._add(entry)
                if entry.id == here:
                    self.setCurrentRow(self.count() - 1)
        self.verticalScrollBar().setValue(scroll)

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem("    " * entry.depth + entry.label, self)
        item.setData(KEY, entry.id)
        item.setData(NOTE, entry.note)
        item.setToolTip(entry.label)
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if not entry.fixed:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if self.dragDropMode() == QAbstractItemView.DragDropMode.InternalMove and entry.on:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        item.setFlags(flags)
        item.setCheckState(Qt.CheckState.Checked if entry.on else Qt.CheckState.Unchecked)

    @staticmethod
    def key(item: QListWidgetItem | None) -> str:
        """The id of a line; empty for none."""
        return str(item.data(KEY)) if item else ""

    def ids(self, ticked_only: bool = False) -> list[str]:
        """The ids of the lines in their order."""
        items = [self.item(row) for row in range(self.count())]
        return [self.key(i) for i in items if not ticked_only or i.checkState() == Qt.CheckState.Checked]

    def show_all_lines(self) -> None:
        """Makes the list as high as its lines."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(self.count())) + _EDGES)

    def _on_changed(self, item: QListWidgetItem) -> None:
        self.switched.emit(self.key(item), item.checkState() == Qt.CheckState.Checked)

    def _on_moved(self) -> None:
        self.ordered.emit(self.ids(ticked_only=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move a line; the rest is as in every list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps and self.currentItem():
            self.shifted.emit(self.key(self.currentItem()), steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
