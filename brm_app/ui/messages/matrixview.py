"""The coverage matrix on the screen: a table whose headers stay while its cells scroll."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from brm_app.services.telling.cells import Cell
from brm_app.services.telling.views import View
from brm_app.ui.barhead import reach_over_bar
from brm_app.ui.desk import Desk
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import grown
from brm_app.ui.messages.heads import Corner, SideHead, TopHead
from brm_app.ui.messages.model import MatrixModel
from brm_app.ui.messages.paint import CellPainter

LEAST, ROW, TIGHT = 72, 58, 44  # rows are lower where more of them would not be seen


class MatrixView(QTableView):
    """Shows one view of the coverage. `stepped` tells that another place is the current one."""

    stepped = Signal()
    wants_edit = Signal()
    wants_project = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("coverage")
        self.setAccessibleName("Message coverage")
        self.matrix = MatrixModel()
        self.setProperty("role", "map")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            "QTableView { border: none; border-radius: 0; background: transparent; }"
            "QTableView::corner, QAbstractScrollArea::corner { background: transparent; border: none; }"
            "QHeaderView { padding: 0; }"
        )
        self.setShowGrid(False)
        self._painter = CellPainter(desk.theme, self)
        self.setItemDelegate(self._painter)
        top, side = TopHead(desk.theme, self.matrix, self), SideHead(desk.theme, self.matrix, self)
        self._top = top
        self.setHorizontalHeader(top)
        self.setVerticalHeader(side)
        self.setCornerButtonEnabled(False)
        self._corner = Corner(desk.theme, side, self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setModel(self.matrix)
        reach_over_bar(self)
        self.selectionModel().currentChanged.connect(self._on_current)
        side.sectionDoubleClicked.connect(lambda row: self.wants_project.emit(self.matrix.row(row).project.id))
        side.sectionClicked.connect(self._on_side)

    # Showing

    def show_view(self, view: View) -> None:
        """Shows a view; the current cell stays the current one wherever it now stands."""
        held = self.cell
        if not self.matrix.show_view(view):
            self.lay_out()
            place = self.matrix.place_of(held.key) if held else QModelIndex()
            if not place.isValid() and view.rows and view.heads:
                place = self.matrix.index(0, 0)
            self.setCurrentIndex(place)
        self.viewport().update()

    @property
    def cell(self) -> Cell | None:
        """The cell that speaks in the current place."""
        return self.matrix.cell(self.currentIndex())

    def choose(self, cell: Cell) -> None:
        """Makes the place of a cell the current one."""
        place = self.matrix.place_of(cell.key)
        if place.isValid():
            self.setCurrentIndex(place)

    def go_missing(self) -> bool:
        """Goes to the next place where something is missing; False where nothing is."""
        place = self.matrix.next_missing(self.currentIndex())
        if place.isValid():
            self.setCurrentIndex(place)
            self.scrollTo(place)
        return place.isValid()

    def lay_out(self) -> None:
        """Gives rows and columns their sizes."""
        columns, base = self.matrix.columnCount(), self.font()
        side = self.verticalHeader()
        side.setFixedWidth(side.sizeHint().width())
        top = self.horizontalHeader()
        top.setFixedHeight(top.sizeHint().height())
        self._share_height()
        if columns:
            bar = self.verticalScrollBar().sizeHint().width() if self._overflows() else 0
            room = self.width() - side.sizeHint().width() - bar
            width = max(grown(LEAST, base), self._painter.least(), self._top.least(), room // columns)
            top.setDefaultSectionSize(width)
            spare = room - width * columns
            for column in range(columns):
                top.resizeSection(column, width + int(0 < spare < columns and column < spare))
        self.setMaximumHeight(self._whole())
        self.updateGeometry()

    def _share_height(self) -> None:
        """Rows as high as they should be, or lower where all of them are then in sight."""
        side, rows, base = self.verticalHeader(), max(self.matrix.rowCount(), 1), self.font()
        room = self.height() - self._around()
        shared = room // rows
        side.setDefaultSectionSize(min(grown(ROW, base), max(grown(TIGHT, base), shared)))
        spare = room - shared * rows if side.defaultSectionSize() == shared else 0
        for row in range(rows):
            side.resizeSection(row, side.defaultSectionSize() + int(row < spare))

    def _around(self) -> int:
        """The height that is not of rows."""
        wide = self.horizontalHeader().length() + self.verticalHeader().width() > self.width()
        return self.horizontalHeader().height() + (self.horizontalScrollBar().sizeHint().height() if wide else 0)

    def _whole(self) -> int:
        """The height at which every row is as high as it should be."""
        return self._around() + self.matrix.rowCount() * grown(ROW, self.font())

    def _overflows(self) -> bool:
        return self.horizontalHeader().height() + self.verticalHeader().length() > self.height()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(super().sizeHint().width(), self._whole())

    def minimumSizeHint(self) -> QSize:
        """The headers and two rows."""
        base = self.font()
        return QSize(grown(360, base), self.horizontalHeader().sizeHint().height() + 2 * grown(TIGHT, base))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width, and rows the height."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self.lay_out()

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        self.stepped.emit()

    def _on_side(self, row: int) -> None:
        self.setCurrentIndex(self.matrix.index(row, max(0, self.currentIndex().column())))
        self.setFocus()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the message; letters are the page's."""
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.wants_edit.emit()
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the message of a cell."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.wants_edit.emit()
