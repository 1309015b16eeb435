"""The coverage matrix as a table: projects down, audiences, units or days across."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from brm_app.services.telling.cells import MISSING, Cell
from brm_app.services.telling.matrix import Row
from brm_app.services.telling.views import Head, Spot, View, leading_lens
from brm_app.ui.messages.wording import spoken, spot_words, whereabouts
from brm_app.ui.tips import plain_tip

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Role = Qt.ItemDataRole


class MatrixModel(QAbstractTableModel):
    """The places of one view."""

    def __init__(self) -> None:
        super().__init__()
        self.view = View(dt.date.min, (), (), {})

    def show_view(self, view: View) -> bool:
        """Shows a view; True where rows and columns are the same as before, so that the current cell stays."""
        same = self._shape(view) == self._shape(self.view)
        if same:
            self.view = view
            if view.rows and view.heads:
                self.dataChanged.emit(self.index(0, 0), self.index(len(view.rows) - 1, len(view.heads) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(view.rows) - 1)
            return True
        self.beginResetModel()
        self.view = view
        self.endResetModel()
        return False

    @staticmethod
    def _shape(view: View) -> object:
        return [row.project.id for row in view.rows], [(h.words, h.audience and h.audience.id) for h in view.heads]

    # Cells

    def row(self, number: int) -> Row:
        """The project of a row."""
        return self.view.rows[number]

    def head(self, number: int) -> Head:
        """The head of a column."""
        return self.view.heads[number]

    def spot(self, index: AnyIndex) -> Spot | None:
        """What stands in a place; None where the project does not concern them."""
        return self.view.spots.get((index.row(), index.column())) if index.isValid() else None

    def cell(self, index: AnyIndex) -> Cell | None:
        """The cell that speaks in a place."""
        spot = self.spot(index)
        return spot.cell if spot else None

    def place_of(self, key: tuple[str, str, str]) -> QModelIndex:
        """Where a cell stands; invalid where it is not shown."""
        for (row, column), spot in self.view.spots.items():
            if any(part.key == key for part in spot.parts):
                return self.index(row, column)
        return QModelIndex()

    def next_missing(self, index: QModelIndex) -> QModelIndex:
        """The next place after this one, read row by row and round the end, where something is missing."""
        columns = len(self.view.heads)
        here = index.row() * columns + index.column() if index.isValid() else -1
        holes = sorted(
            row * columns + column for (row, column), spot in self.view.spots.items() if spot.state == MISSING
        )
        if not holes:
            return QModelIndex()
        goal = next((hole for hole in holes if hole > here), holes[0])
        return self.index(goal // columns, goal % columns)

    # What Qt asks

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """One row for each project."""
        return 0 if parent.isValid() else len(self.view.rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """One column for each head."""
        return 0 if parent.isValid() else len(self.view.heads)

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        """The words of a place, and how a screen reader says them."""
        if not index.isValid():
            return None
        if role == Role.DisplayRole:
            return spot_words(self.spot(index), self.view.today)
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            words = spoken(self.spot(index), self.row(index.row()), self.column_words(index.column()), self.view.today)
            return plain_tip(words) if role == Role.ToolTipRole else words
        return None

    def column_words(self, section: int) -> str:
        """A column as it is said: its unit, or its audience where that is told as a whole."""
        head = self.view.heads[section]
        if head.audience and head.words.startswith("in "):
            return f"{head.audience.name} {head.words}"
        return head.words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The names of projects, and of units, audiences or days."""
        if orientation == Qt.Orientation.Vertical:
            row = self.view.rows[section]
            told = f"{row.project.name}, {whereabouts(row, self.view.today)}"
            if role == Role.DisplayRole:
                return row.project.name
            return told if role == Role.AccessibleTextRole else plain_tip(told) if role == Role.ToolTipRole else None
        words = self.column_words(section)
        head = self.view.heads[section]
        if role == Role.AccessibleTextRole and head.unit and head.audience:
            return f"{head.audience.name} in {leading_lens(head.audience)}, {words}"
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return words
        return plain_tip(words) if role == Role.ToolTipRole else None
