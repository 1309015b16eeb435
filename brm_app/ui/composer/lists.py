"""The lists of the composer's outline: lines to tick with their pages and marks, some to be put in order."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown, paint_mark
from brm_app.ui.tips import plain_tip
from brm_app.ui.words import isolated, one_line

_Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
NOTE = Qt.ItemDataRole.UserRole + 1
STATE = Qt.ItemDataRole.UserRole + 2
INDENT = 13  # before the check box
STATE_WORDS = {"good": "ready", "warn": "with a warning", "bad": "with a blocker"}
_EDGES = 6  # the focus ring above and below
_CHECK = [(-0.5, 0.0), (-0.1, 0.4), (0.55, -0.4)]


@attrs.frozen
class Entry:
    """One line: `note` stands at the right, and `state` as a mark behind it; `fixed` lines can't be unticked."""

    id: str
    label: str
    on: bool
    note: str = ""
    fixed: bool = False
    depth: int = 0
    state: str = ""


class _LineDelegate(QStyledItemDelegate):
    """Paints number and mark at the end of a line, and gives lines their height."""

    theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Lines are 32 high, more with larger text."""
        return QSize(100, max(32, option.fontMetrics.height() + 14))

    def _rooms(self, option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
        """Where the number and the mark stand."""
        line, side = QRect(option.rect), grown(16, option.font)
        number, mark = QRect(line), QRect(line)
        mark.setLeft(line.right() - side - 16)
        mark.setWidth(side)
        number.setRight(mark.left() - 10)
        number.setLeft(number.right() - grown(28, option.font))
        turned = option.direction
        return QStyle.visualRect(turned, line, number), QStyle.visualRect(turned, line, mark)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The line as the style paints it, with number and mark."""
        super().paint(painter, option, index)
        note, state = str(index.data(NOTE) or ""), str(index.data(STATE) or "")
        number, mark = self._rooms(option)
        painter.save()
        if note and self.theme:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setFont(_strong(option.font) if chosen else option.font)
            painter.setPen(self.theme.colour("tx" if chosen else "tx2"))
            painter.drawText(number, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), note)
        if state and self.theme:
            paint_state(painter, mark, state, self.theme)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Elides the label before the number, and writes the current line strong and lines left out fainter."""
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            option.font = _strong(option.font)
        elif self.theme and index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked:
            option.palette.setColor(QPalette.ColorRole.Text, self.theme.colour("tx2"))
        room = option.rect.width() - INDENT - grown(86, option.font)
        option.text = isolated(option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room))


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def paint_state(painter: QPainter, place: QRect, state: str, theme: Theme) -> None:
    """A check where all is well, else the mark of the state."""
    middle = QPointF(place.center())
    if state != "good":
        paint_mark(painter, middle, state, theme, place.height() and min(place.width(), 12))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(theme.colour("good"))
    pen.setWidthF(1.5)
    painter.setPen(pen)
    reach = place.width() / 1.8
    painter.drawPolyline([middle + QPointF(x, y) * reach for x, y in _CHECK])


def have_items(lines: QListWidget, number: int) -> None:
    """Gives a list so many items; those that are there stay, for making and measuring new ones takes long."""
    while lines.count() > number:
        lines.takeItem(lines.count() - 1)
    while lines.count() < number:
        QListWidgetItem(lines)


class OutlineList(QListWidget):
    """Tells `switched` when a line is ticked, `ordered` after a drag, `shifted` for Ctrl+Up and Ctrl+Down."""

    switched = Signal(str, bool)
    ordered = Signal(list)
    shifted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _LineDelegate(self)
        self._shown: tuple[Entry, ...] | None = None
        self.setItemDelegate(self._line)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemChanged.connect(self._on_changed)
        # The moved line is in place only after the drop is over.
        self.model().rowsMoved.connect(lambda: QTimer.singleShot(0, self, self._on_moved))

    def wear(self, theme: Theme) -> None:
        """Takes up the colours of light or dark."""
        self._line.theme = theme
        self.viewport().update()

    def let_order(self) -> None:
        """Lets lines be dragged into another order."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def fill(self, entries: Iterable[Entry]) -> None:
        """Shows these lines, keeping the current one and the scroll position."""
        entries = tuple(entries)
        if entries == self._shown:
            return
        self._shown = entries
        here, scroll = self.key(self.currentItem()), self.verticalScrollBar().value()
        selected = bool(self.selectedItems())
        with QSignalBlocker(self):
            have_items(self, len(entries))
            for row, entry in enumerate(entries):
                self._write(self.item(row), entry)
            self.setCurrentRow(next((row for row, entry in enumerate(entries) if entry.id == here), -1))
            if not selected:
                self.clearSelection()
        self.verticalScrollBar().setValue(scroll)

    def _write(self, item: QListWidgetItem, entry: Entry) -> None:
        label = one_line(entry.label)
        item.setText("    " * entry.depth + label)
        item.setData(KEY, entry.id)
        item.setData(NOTE, entry.note)
        item.setData(STATE, entry.state)
        item.setToolTip(plain_tip(entry.label))
        spoken = (label, f"page {entry.note}" if entry.note.isdigit() else "", STATE_WORDS.get(entry.state, ""))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(words for words in spoken if words))
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

    def choose(self, key: str) -> None:
        """Makes a line the current one without telling anybody; none for an unknown key."""
        with QSignalBlocker(self):
            if key in (ids := self.ids()):
                self.setCurrentRow(ids.index(key))
                self.scrollToItem(self.currentItem())
            else:
                self.clearSelection()
        self.viewport().update()

    def show_all_lines(self, most: int = 0) -> None:
        """Makes the list as high as its lines; of more than `most` it shows so many, and scrolls."""
        scrolls = 0 < most < self.count()
        asked = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(asked)
        shown = min(self.count(), most) if most else self.count()
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in range(shown)) + _EDGES)

    def _on_changed(self, item: QListWidgetItem) -> None:
        self._shown = None
        self.switched.emit(self.key(item), item.checkState() == Qt.CheckState.Checked)

    def _on_moved(self) -> None:
        self._shown = None
        self.ordered.emit(self.ids(ticked_only=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Up and Ctrl+Down move a line; the rest is as in every list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in steps and self.currentItem():
            self.shifted.emit(self.key(self.currentItem()), steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
