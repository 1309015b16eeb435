"""The list under “Before you issue”: marks with two lines each, to be followed to their cause."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
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

from brm_app.ui.composer.checks import Row
from brm_app.ui.composer.lists import have_items, paint_state
from brm_app.ui.desk import Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import grown, paint_focus, role_font
from brm_app.ui.tips import plain_tip
from brm_app.ui.words import isolated, one_line

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_TALL, _EDGE, _GAP, _END = 50, 16, 10, 8
_MOST = 5


class _RowDelegate(QStyledItemDelegate):
    """Paints the mark, and beside it a strong line over a quiet one."""

    theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As tall as its two lines."""
        return QSize(100, grown(_TALL, option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row, with a line over it and the ring of the keyboard around it."""
        row, theme = index.data(_ROW), self.theme
        if not isinstance(row, Row) or theme is None:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("accS" if chosen else "sunk"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        self._write(painter, option, row, theme, chosen)
        if focused:
            paint_focus(painter, option.rect, theme)
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, theme: Theme, chosen: bool) -> None:
        base, whole = option.font, QRect(option.rect)
        side, edge = grown(14, base), grown(_EDGE, base)
        mark = QRect(whole.left() + edge, whole.top() + grown(11, base), side, side)
        left = mark.right() + grown(_GAP, base)
        first = QRect(left, whole.top() + grown(6, base), whole.right() - grown(_END, base) - left, grown(20, base))
        second = first.translated(0, first.height())
        place = [QStyle.visualRect(option.direction, whole, each) for each in (mark, first, second)]
        paint_state(painter, place[0], row.state, theme)
        lines = ((place[1], row.title, base, "tx"), (place[2], row.detail, role_font(base, "secondary"), "tx2"))
        for rect, words, font, ink in lines:
            painter.setFont(font)
            painter.setPen(theme.colour("tx2" if chosen and ink == "tx3" else ink))
            fitting = painter.fontMetrics().elidedText(one_line(words), Qt.TextElideMode.ElideRight, rect.width())
            flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, int(QStyle.visualAlignment(option.direction, flags)), isolated(fitting))


class FindingList(QListWidget):
    """Tells `followed` with the row that was clicked, or on which Enter was pressed."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._paint = _RowDelegate(self)
        self.setItemDelegate(self._paint)
        self.setObjectName("findings")
        self.setProperty("role", "findings")
        self.setAccessibleName("Before you issue")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._follow)

    def wear(self, theme: Theme) -> None:
        """Takes up the colours of light or dark."""
        self._paint.theme = theme
        self.viewport().update()

    def fill(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the current one stays, or the one that took its place."""
        if tuple(rows) == self._rows:
            return
        here, chosen = self.currentRow(), bool(self.selectedItems())
        titles = [row.title for row in rows]
        held = self._rows[here].title if 0 <= here < len(self._rows) else ""
        self._rows = tuple(rows)
        with QSignalBlocker(self):
            have_items(self, len(rows))
            for place, row in enumerate(rows):
                self._show(self.item(place), row)
            self.setCurrentRow(titles.index(held) if held in titles else min(max(here, 0), len(rows) - 1))
            if not chosen:
                self.clearSelection()
        self.updateGeometry()

    def _show(self, item: QListWidgetItem, row: Row) -> None:
        item.setData(_ROW, row)
        item.setToolTip(plain_tip(f"{row.title}\n{row.detail}".strip()))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def blockers(self) -> list[int]:
        """Where the rows of blockers stand."""
        return [number for number, row in enumerate(self._rows) if row.state == "bad"]

    def step(self, by: int) -> Row | None:
        """Makes the next or the blocker before the current row, after the last the first; None without any."""
        places = self.blockers()
        if not places:
            return None
        here = self.currentRow() if self.selectedItems() else (-1 if by > 0 else len(self._rows))
        beyond = [p for p in places if (p > here if by > 0 else p < here)]
        chosen = (beyond or places)[0 if by > 0 else -1]
        self.setCurrentRow(chosen)
        return self._rows[chosen]

    def sizeHint(self) -> QSize:
        """Five rows; more of them scroll."""
        return QSize(100, sum(self.sizeHintForRow(row) for row in range(min(self.count(), _MOST))))

    def minimumSizeHint(self) -> QSize:
        """Two rows and a half show that there are more."""
        tall = self.sizeHintForRow(0) if self.count() else 0
        return QSize(100, min(self.sizeHint().height(), tall * 5 // 2))

    def _follow(self, item: QListWidgetItem) -> None:
        self.followed.emit(self._rows[self.row(item)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space lead to the cause; J and K move as the arrows do."""
        moves = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if event.key() in (*ENTER, Qt.Key.Key_Space) and not event.modifiers() and self.currentItem():
            self._follow(self.currentItem())
        elif event.key() in moves and not event.modifiers() and self.count():
            self.setCurrentRow(min(max(self.currentRow() + moves[Qt.Key(event.key())], 0), self.count() - 1))
        else:
            super().keyPressEvent(event)
