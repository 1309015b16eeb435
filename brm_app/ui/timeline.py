"""A timeline: what happened, newest first, two lines a row, with moods and promises at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from brm_app.ui.desk import Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import (
    grown,
    mood_size,
    mood_words,
    paint_focus,
    paint_mood,
    paint_row,
    paint_tag,
    role_font,
    tag_size,
)
from brm_app.ui.moving import move_by_letter
from brm_app.ui.tips import plain_tip
from brm_app.ui.words import clip, isolated, one_line

Index = QModelIndex | QPersistentModelIndex
ROW = 56


@attrs.frozen
class TimelineItem:
    """One row: what a press opens, its day in words, icon, subject and second line, and what stands at the right."""

    id: str
    day: str
    icon: str
    subject: str
    second: str = ""
    mood: int | None = None
    tag: str = ""
    tag_kind: str = ""
    tag_icon: str = ""

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        parts = (self.day, self.subject, self.second, self.tag, mood_words(self.mood))
        return ". ".join(part.rstrip(".") for part in parts if part)


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.items: list[TimelineItem] = []

    def show(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = 0) -> Any:
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return item.spoken
        if role == Qt.ItemDataRole.DisplayRole:
            return item.subject
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(clip(item.second, 300))
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: Timeline) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        base = option.font
        lines = QFontMetrics(role_font(base, "subject")).height() + QFontMetrics(role_font(base, "secondary")).height()
        return QSize(0, max(grown(ROW, base), lines + grown(18, base)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Model)
        _Row(painter, option, self._theme, self._view.longest_day).paint(
            model.items[index.row()], self._view.hasFocus()
        )


class _Row:
    """Paints one row, mirrored where the writing runs from right to left."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, longest_day: str) -> None:
        self._painter, self._theme, self._longest_day = painter, theme, longest_day
        self._rect: QRect = option.rect
        self._base: QFont = option.font
        self._direction: Qt.LayoutDirection = option.direction
        state = option.state
        self._chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._under = bool(state & QStyle.StateFlag.State_MouseOver)
        self._current = bool(state & QStyle.StateFlag.State_HasFocus)

    def paint(self, item: TimelineItem, focused: bool) -> None:
        painter, base = self._painter, self._base
        chosen = self._chosen and focused
        paint_row(painter, self._rect.adjusted(1, 1, -1, -2), self._theme, chosen, self._under)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(self._rect.bottomLeft(), self._rect.bottomRight())
        pad, day = grown(14, base), self._day_width()
        icon, text = pad + day + grown(10, base), pad + day + grown(40, base)
        first = QFontMetrics(role_font(base, "subject")).height()
        second = QFontMetrics(role_font(base, "secondary")).height()
        top = (self._rect.height() - first - second - grown(2, base)) // 2
        quiet = "tx2" if chosen else "tx3"
        self._text(QRect(pad, top, day, first), item.day, "secondary", "tx2")
        self._icon(
            item.icon, QRect(icon, top + (first - grown(16, base)) // 2, grown(16, base), grown(16, base)), quiet
        )
        width = self._rect.width() - text - pad
        taken = self._right(item, top, first)
        self._text(QRect(text, top, width - taken, first), item.subject, "subject", "tx")
        under = QRect(text, top + first + grown(2, base), width - (taken if item.tag else 0), second)
        self._text(under, item.second, "secondary", "tx2")
        if self._current and focused:
            paint_focus(painter, self._rect.adjusted(1, 1, -1, -2), self._theme)

    def _day_width(self) -> int:
        return QFontMetrics(role_font(self._base, "secondary")).horizontalAdvance("30 Nov 2020"[:6]) + grown(
            8, self._base
        )

    def _right(self, item: TimelineItem, top: int, first: int) -> int:
        """Paints what stands at the right; returns the room it takes."""
        pad = grown(14, self._base)
        if item.tag:
            size = tag_size(item.tag, self._base, item.tag_icon)
            place = QRect(self._rect.width() - pad - size.width(), top - 1, size.width(), size.height())
            paint_tag(
                self._painter, self._mirrored(place), item.tag, item.tag_kind, self._theme, self._base, item.tag_icon
            )  # fmt: skip
        elif item.mood:
            size = mood_size(self._base)
            place = QRect(
                self._rect.width() - pad - size.width(), top + (first - size.height()) // 2, size.width(), size.height()
            )
            paint_mood(self._painter, self._mirrored(place), item.mood, self._theme)
        else:
            return 0
        return size.width() + grown(12, self._base)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._rect, place.translated(self._rect.topLeft()))

    def _icon(self, name: str, place: QRect, ink: str) -> None:
        self._theme.icon(name, ink).paint(self._painter, self._mirrored(place))

    def _text(self, place: QRect, words: str, role: str, ink: str) -> None:
        painter, font = self._painter, role_font(self._base, role)
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        shown = QFontMetrics(font).elidedText(one_line(words), Qt.TextElideMode.ElideRight, place.width())
        side = QStyle.visualAlignment(self._direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._mirrored(place), int(side | Qt.TextFlag.TextSingleLine), isolated(shown))


class Timeline(QListView):
    """The list; Enter or a click opens what a row stands for."""

    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = _Model()
        self.longest_day = ""  # the day that needs the widest column
        self.setModel(self._items)
        self.setItemDelegate(_Delegate(theme, self))
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("role", "timeline")
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def items(self) -> list[TimelineItem]:
        """What is shown."""
        return self._items.items

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Shows other rows; the current one stays current where it is still there."""
        row = self.currentIndex().row()
        held = self.items[row].id if 0 <= row < len(self.items) else ""
        self._items.show(items)
        self.longest_day = max((item.day for item in items), key=len, default="")
        again = next((n for n, item in enumerate(items) if item.id == held), 0)
        if items:
            self.setCurrentIndex(self._items.index(again, 0))

    def rows_height(self, most: int) -> int:
        """The height that the rows need, at most so many of them."""
        rows = min(most, max(1, len(self.items)))
        return rows * max(self.sizeHintForRow(0), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row, J and K move; other letters are for the page."""
        row = self.currentIndex().row()
        if event.key() in ENTER and not event.modifiers() and row >= 0:
            self.opened.emit(self.items[row].id)
        elif not move_by_letter(self, event):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the row under it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(self.items[index.row()].id)
