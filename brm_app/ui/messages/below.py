"""What stands below the matrix: what goes stale next, or the text that was approved beside the new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from brm_app.domain.text import plural
from brm_app.services.telling.cells import Cell
from brm_app.ui.desk import Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import grown
from brm_app.ui.messages.beside import Beside
from brm_app.ui.messages.model import ROOT, AnyIndex
from brm_app.ui.projects.told import ago
from brm_app.ui.widgets import Panel, button, label
from brm_app.ui.words import isolated, one_line

SHOWN = 3
Role = Qt.ItemDataRole


class StaleModel(QAbstractTableModel):
    """The cells that go stale next: project, for whom, told, when it is stale."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[Cell] = []
        self.today = dt.date.min

    def show_cells(self, cells: list[Cell], today: dt.date) -> None:
        """Shows other cells."""
        self.beginResetModel()
        self.cells, self.today = cells, today
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """One row for each."""
        return 0 if parent.isValid() else len(self.cells)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """Four columns."""
        return 0 if parent.isValid() else 4

    def texts(self, cell: Cell) -> tuple[str, str, str, str]:
        """The words of a row."""
        whom = cell.unit.name if cell.unit else f"The {cell.audience.name.lower()}"
        told = f"told {ago((self.today - cell.told).days)}" if cell.told else ""
        left = (cell.until - self.today).days + 1 if cell.until else 0
        return one_line(cell.project.name), whom, told, f"stale in {plural(left, 'day')}"

    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> Any:
        """The words of a row; the whole of it for who can't see it."""
        if not index.isValid():
            return None
        cell = self.cells[index.row()]
        if role == Role.DisplayRole:
            return self.texts(cell)[index.column()]
        if role == Role.AccessibleTextRole:
            return f"{cell.audience.name}: " + ", ".join(self.texts(cell))
        return None


class _Painter(QStyledItemDelegate):
    """Paints a row with the shape of its audience."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._table = theme, parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paints one cell of the row."""
        model = index.model()
        assert isinstance(model, StaleModel)
        place, cell = QRect(option.rect), model.cells[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self._table.hasFocus() and self._table.currentIndex().row() == index.row()
        if chosen:
            painter.fillRect(place, self._theme.colour("accS"))
        painter.fillRect(place.left(), place.top(), place.width(), 1, self._theme.colour("line"))
        painter.setFont(self._table.font())
        mirrored, inner = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft, place
        if not index.column():
            inner = self._mark(painter, place, cell, mirrored)
        last = index.column() == 3
        painter.setPen(self._theme.colour("tx" if index.column() in (0, 3) else "tx2"))
        side = Qt.AlignmentFlag.AlignTrailing if last else Qt.AlignmentFlag.AlignLeading
        room = inner.adjusted(2, 0, -2, 0)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), isolated(words))
        painter.restore()

    def _mark(self, painter: QPainter, place: QRect, cell: Cell, mirrored: bool) -> QRect:
        side, colour = grown(9, self._table.font()), cell.audience.look
        x = place.right() - side if mirrored else place.left() + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(colour))
        box = QRect(x, place.center().y() - side // 2 + 1, side, side)
        if colour == "staff":
            painter.drawEllipse(QPointF(box.center()), side / 2, side / 2)
        else:
            painter.drawRect(box)
        lead = side + grown(11, self._table.font())
        return place.adjusted(0 if mirrored else lead, 0, -lead if mirrored else 0, 0)


class StaleTable(QTableView):
    """A short list; Enter or a click goes to the cell."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = StaleModel()
        self.setObjectName("nextStale")
        self.setAccessibleName("Next to go stale")
        self.setProperty("role", "inner")
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(theme, self))
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(grown(34, self.font()))
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)

    def show_cells(self, cells: list[Cell], today: dt.date) -> None:
        """Shows cells, as high as they are."""
        self.rows.show_cells(cells, today)
        self.setFixedHeight(self.verticalHeader().length() + 4)
        if cells:
            self.setCurrentIndex(self.rows.index(0, 0))

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(super().sizeHint().width(), self.verticalHeader().length() + 4)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows.cells[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are the page's."""
        if event.key() in ENTER:
            self._open(self.currentIndex())
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)
            self.viewport().update()


class Below(QWidget):
    """Shows one of the two."""

    def __init__(self, theme: Theme, plan: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("belowMatrix")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.table, self.beside = StaleTable(theme), Beside()
        self.panel = Panel("Next to go stale")
        self.plan = button("planDates", "See all by date", plan, "link")
        self.panel.act(self.plan)
        self.panel.body.setSpacing(4)
        self.panel.body.addWidget(self.table)
        self._none = label(
            "Nothing goes stale: what people are told shows here before its time is over.", "about", True
        )
        self.panel.body.addWidget(self._none)
        box.addWidget(self.panel)
        box.addWidget(self.beside)
        self.beside.hide()
        self._low = False

    def show_stale(self, cells: list[Cell], today: dt.date) -> None:
        """Lists what goes stale next."""
        self.table.show_cells(cells, today)
        self.table.setVisible(bool(cells))
        self._none.setVisible(not cells)

    def show_beside(self, shown: bool) -> None:
        """Shows old and new text in place of the list, or the list."""
        self.beside.setVisible(shown)
        self.panel.setVisible(not shown and not self._low)

    @property
    def crowded(self) -> bool:
        """True where two texts stand in little height."""
        return self._low and not self.beside.isHidden()

    def make_room(self, low: bool) -> None:
        """Leaves the list out where there is little height."""
        self._low = low
        self.show_beside(not self.beside.isHidden())
