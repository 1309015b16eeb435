"""Lists of records: the model of a short one, and the table that shows any."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import attrs
from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from brm_app.domain.records import Record
from brm_app.ui.barhead import reach_over_bar
from brm_app.ui.cells import Cells
from brm_app.ui.desk import Desk
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import grown
from brm_app.ui.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
FIRST = 200  # rows read at once

Read = Callable[[str, int], list[Record]]
"""The first so many records that hold these words."""


@attrs.frozen
class Column:
    """One column: its heading, the words of a record in it, its width (0: what is left), and its side.

    `sort` names the field that sorts by it (empty: the title), `icon` gives an icon before the words, and `spoken`
    the words for who can't see them where they are painted. In a table narrower than `needs` it is left out.
    """

    words: str
    text: Callable[[Any], str]
    width: int = 0
    right: bool = False
    muted: bool = True
    states: Mapping[str, str] = attrs.Factory(dict)  # the colour of a word that says how something stands
    sort: str | None = None
    icon: Callable[[Any], str] | None = None
    spoken: Callable[[Any], str] | None = None
    needs: int = 0


class RecordModel(QAbstractTableModel):
    """The records of one list, read in growing windows."""

    def __init__(self, desk: Desk, columns: Sequence[Column], read: Read) -> None:
        super().__init__()
        self._desk, self._columns, self._read = desk, columns, read
        self.records: list[Record] = []
        self.words = ""
        self._limit = FIRST

    def load(self, words: str) -> None:
        """Reads the first records that hold these words."""
        self.beginResetModel()
        self._limit = FIRST if words != self.words else max(FIRST, self._limit)
        self.words = words
        self.records = self._read(words, self._limit)
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:
        """True while the last window was full."""
        return not parent.isValid() and len(self.records) >= self._limit

    def fetchMore(self, _parent: Index) -> None:
        """Reads twice as many."""
        self._limit *= 2
        more = self._read(self.words, self._limit)
        self.beginInsertRows(QModelIndex(), len(self.records), max(len(more), len(self.records) + 1) - 1)
        self.records = more
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows are read so far."""
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many columns there are."""
        return len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._columns[section].words
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """The words of a cell and how they are written."""
        column = self._columns[index.column()]
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if column.right else None
        record = self.record_at(index.row())
        if record is None:
            return None
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            words = (column.spoken or column.text)(record)
            return plain_tip(words) if role == Role.ToolTipRole else words
        if role == Role.DisplayRole:
            return " ".join(column.text(record).split())  # a row has one line
        if role == Role.DecorationRole and column.icon:
            return self._desk.theme.icon(column.icon(record), "tx3")
        if role == Role.ForegroundRole and (column.muted or column.states):
            words = column.text(record).lower() if column.states else ""
            return self._desk.theme.colour(column.states.get(words) or "tx2")
        return None

    # What a table and a page ask

    @property
    def key(self) -> object:
        """What decides which rows there are: while it stays the same, a table keeps its place."""
        return self.words

    def record_at(self, row: int) -> Record | None:
        """The record of a row, or None where it was deleted meanwhile."""
        return self.records[row] if 0 <= row < len(self.records) else None

    def id_at(self, row: int) -> str:
        """The id of the record of a row, or an empty string."""
        return self.records[row].id if 0 <= row < len(self.records) else ""

    def row_of(self, record_id: str) -> int:
        """The row of a record, or -1."""
        return next((n for n, record in enumerate(self.records) if record.id == record_id), -1)

    def total(self) -> tuple[int, bool]:
        """How many records fit, and whether no more do."""
        return len(self.records), not self.canFetchMore(QModelIndex())

    def forget(self, gone: Collection[str]) -> None:
        """Told before `load` which records were deleted."""

    def close(self) -> None:
        """Stops whatever reads in the background."""


def show_as_rows(table: QTableView) -> None:
    """Makes a table a list of whole rows of which one is chosen, and which Tab leaves."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setTextElideMode(Qt.TextElideMode.ElideRight)
    table.verticalHeader().hide()


class RecordTable(QTableView):
    """A table in which whole rows are chosen; Enter and double-click open. Read anew, it keeps its place."""

    opened = Signal(str)
    chosen = Signal(str)
    wants_delete = Signal()

    def __init__(self, model: RecordModel, columns: Sequence[Column], row: int = 36) -> None:
        super().__init__()
        self.records, self._columns, self._row = model, columns, row
        self._wanted, self._key = "", model.key
        self._at, self._top, self._shift = 0, "", 0
        model.setParent(self)  # gone with the table: left over it would keep the page in memory that it reads for
        model.modelAboutToBeReset.connect(self._hold_place)  # before the view forgets it
        self.setModel(model)
        model.modelReset.connect(self._find_place)
        model.rowsInserted.connect(lambda *_: self._choose_wanted())
        show_as_rows(self)
        self.setItemDelegate(Cells(self))
        reach_over_bar(self)
        self._set_up_head()
        self._measure()
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current_id()))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current_id()))

    def _set_up_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        for place, column in enumerate(self._columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(place, mode)
        head.setVisible(any(column.words for column in self._columns))

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(grown(self._row, self.font()), self.fontMetrics().height() + 8))
        self.setIconSize(QSize(1, 1) * grown(16, self.font()))
        for place, column in enumerate(self._columns):
            if column.width:
                heading = self.horizontalHeader().sectionSizeHint(place) if column.words else 0
                self.setColumnWidth(place, max(grown(column.width, self.font()), heading))

    def changeEvent(self, event: QEvent) -> None:
        """Rows grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_row"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what has no room."""
        super().resizeEvent(event)
        width = self.horizontalHeader().width()  # as wide as the viewport, for which nothing here asks: see `_mark`
        for place, column in enumerate(self._columns):
            if column.needs:
                self.setColumnHidden(place, width < grown(column.needs, self.font()))

    # Keeping the place

    def _hold_place(self) -> None:
        self._at = self.verticalScrollBar().value()
        row = self.rowAt(0) if self._at else -1
        self._top = self.records.id_at(row)
        self._shift = self._at - row * self._height()

    def _height(self) -> int:
        return self.verticalHeader().defaultSectionSize()

    def _find_place(self) -> None:
        """After the model was read anew: the same record is chosen and the same row on top, unless the key changed."""
        self._choose_wanted(scroll=False)
        self.updateGeometries()
        row = self.records.row_of(self._top) if self._top else -1
        same, self._key = self._key == self.records.key, self.records.key
        place = row * self._height() + self._shift if row >= 0 else self._at
        self.verticalScrollBar().setValue(place if same else 0)

    def _choose_wanted(self, scroll: bool = True) -> None:
        if self._wanted and self.current_id() != self._wanted:
            row = self.records.row_of(self._wanted)
            if row >= 0:
                self._mark(row, scroll)

    def current_id(self) -> str:
        """The id of the chosen record, or an empty string."""
        return self.records.id_at(self.currentIndex().row())

    def choose(self, record_id: str) -> None:
        """Marks a record without telling anybody, as soon as it is in the list."""
        self._wanted = record_id
        self._mark(self.records.row_of(record_id) if record_id else -1)

    def _mark(self, row: int, scroll: bool = True) -> None:
        if row < 0 and not self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            return  # nothing was marked, and nothing is; on the first page this is one painting of two
        self.selectionModel().blockSignals(True)
        if row >= 0:
            # Not selectRow: where writing runs from right to left it may choose no cell before the first layout.
            flags = QItemSelectionModel.SelectionFlag
            whole = flags.ClearAndSelect | flags.Rows
            self.selectionModel().setCurrentIndex(self.records.index(row, 0), whole)
        else:
            self.selectionModel().clear()
        self.selectionModel().blockSignals(False)
        if row >= 0 and scroll:
            self.scrollTo(self.records.index(row, 0))
        # Not viewport().update(): to hand a bare QWidget over, PySide makes every class that one could be of, which
        # takes a start 10 ms.
        self.setDirtyRegion(QRegion(self.rect()))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Remembers which record is wanted when the list is read anew."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._wanted = self.records.id_at(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who only passes by with Tab chooses nothing: Qt would take the first row, and a form beside would close."""
        tabs = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        passing = event.reason() in tabs and not self.currentIndex().isValid()
        self.selectionModel().blockSignals(passing)
        super().focusInEvent(event)
        if passing:
            self.selectionModel().clear()
            self.selectionModel().blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes; only here, so that the key harms nothing while a field has the focus."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.wants_delete.emit()
            return
        if event.key() in ENTER and not event.modifiers():
            self.opened.emit(self.current_id())
            return
        super().keyPressEvent(event)
