"""What stands below the matrix: what goes stale next, or the text that was approved beside the new one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from brm_app.domain.days import day
from brm_app.domain.records import Message
from brm_app.domain.text import plural
from brm_app.services.telling.cells import Cell, Said
from brm_app.ui.desk import Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import grown
from brm_app.ui.messages.heads import side_of
from brm_app.ui.messages.model import ROOT, AnyIndex
from brm_app.ui.projects.told import ago
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import Panel, button, clear_layout, label
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
        side, colour = grown(9, self._table.font()), side_of(cell.audience.lenses)
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


class Beside(QFrame):
    """The text that was approved at the left, what it says now at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("oldBesideNew")
        self.setProperty("role", "panel")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 14)
        self._box.setSpacing(scaled(24))

    def show_texts(self, said: Said, then: Message | None, proofs: tuple[str, str]) -> None:
        """Shows both; `proofs` are the words of the proof at the approval and now."""
        clear_layout(self._box)
        now = said.message
        if then is None:
            heading = "Nothing was approved before"
        else:
            on = day(then.approved_at)
            heading = f"Approved {on}" + (f" by {one_line(then.approved_by)}" if then.approved_by else "")
        old, new = (texts(then, proofs[0]) if then else [""], texts(now, proofs[1]))
        self._column("oldText", heading, old, ())
        self._column("newText", "Now", new, [line for line in new if line not in old] if then else ())

    def _column(self, name: str, heading: str, lines: Sequence[str], changed: Sequence[str]) -> None:
        made = QWidget()
        made.setObjectName(name)
        made.setAccessibleName(f"{heading}: {' '.join(lines)}")
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(scaled(4))
        box.addWidget(label(heading, "heading", wrap=True))
        for line in filter(None, lines):
            row = QHBoxLayout()
            row.setSpacing(scaled(8))
            row.addWidget(label(line, wrap=True), 1)
            if line in changed:
                mark = label("Changed", "warning")
                row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            box.addLayout(row)
        box.addStretch()
        self._box.addWidget(made, 1)


def texts(message: Message, proof: str) -> list[str]:
    """What an approval is given for, line by line."""
    return [message.headline, message.body, message.what_to_do, proof]


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

    def show_stale(self, cells: list[Cell], today: dt.date) -> None:
        """Lists what goes stale next."""
        self.table.show_cells(cells, today)
        self.table.setVisible(bool(cells))
        self._none.setVisible(not cells)

    def show_beside(self, shown: bool) -> None:
        """Shows old and new text in place of the list, or the list."""
        self.beside.setVisible(shown)
        self.panel.setVisible(not shown)
