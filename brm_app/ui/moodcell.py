"""The cell of a table that shows a mood as bars."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown, mood_size, paint_mood

Index = QModelIndex | QPersistentModelIndex
PADDING = 11  # where the words of the other cells begin


class MoodCell(QStyledItemDelegate):
    """Paints a cell whose words are a number from 1 to 5 as bars; an empty one stays empty."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def displayText(self, _value: object, _locale: object) -> str:
        """No words: the bars stand for them."""
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground as in the other cells, then the bars."""
        super().paint(painter, option, index)
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if words:
            size, cell, inset = mood_size(option.font), option.rect, grown(PADDING, option.font)
            place = QRect(cell.left() + inset, cell.center().y() - size.height() // 2, size.width(), size.height())
            paint_mood(painter, QStyle.visualRect(option.direction, cell, place), int(words), self._theme)
