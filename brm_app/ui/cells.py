"""The cells of a table: words in their own order, and the colour of a state also where the row is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from brm_app.ui.words import isolated


class Cells(QStyledItemDelegate):
    """Paints the cells of a table as the style does."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # fmt: skip
        """A full stop stays at the end of its words, wherever lines begin; a colour of the model stays when chosen."""
        super().initStyleOption(option, index)
        option.text = isolated(option.text)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        if ink is not None:
            option.palette.setColor(QPalette.ColorRole.HighlightedText, ink)
