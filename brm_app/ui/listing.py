"""Lists of records that read from the database as they are scrolled and filtered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import attrs
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QToolButton, QVBoxLayout, QWidget

from brm_app.domain.records import Record
from brm_app.domain.text import plural
from brm_app.ui.desk import Desk
from brm_app.ui.editing.inputs import Line
from brm_app.ui.widgets import label

Index = QModelIndex | QPersistentModelIndex
FIRST = 200  # rows read at once; each time the end is reached, twice as many
PAUSE = 120  # ms that the filter waits for the next key

Read = Callable[[str, int], list[Record]]
"""The first so many records that hold these words."""


@attrs.frozen
class Column:
    """One column: its heading, the words of a record in it, its width (0: what is left), and its side."""

    words: str
    text: Callable[[Any], str]
    width: int = 0
    right: bool = False
    muted: bool = True
    states: Mapping[str, str] = attrs.Factory(dict)  # the colour of a word that says how something stands


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
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """The words of a cell and how they are written."""
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(self.records[index.row()])
        if role == Qt.ItemDataRole.ForegroundRole and (column.muted or column.states):
            words = column.text(self.records[index.row()]).lower() if column.states else ""
            return self._desk.theme.colour(column.states.get(words) or "tx2")
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def row_of(self, record_id: str) -> int:
        """The row of a record, or -1."""
        return next((n for n, record in enumerate(self.records) if record.id == record_id), -1)


class RecordTable(QTableView):
    """A table in which whole rows are chosen; Enter and double-click open."""

    opened = Signal(str)
    chosen = Signal(str)
    wants_delete = Signal()

    def __init__(self, model: RecordModel, columns: Sequence[Column], row: int = 36) -> None:
        super().__init__()
        self.setModel(model)
        self.records = model
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        for place, column in enumerate(columns):
            mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(place, mode)
            if column.width:
                self.setColumnWidth(place, column.width)
        head.setVisible(any(column.words for column in columns))
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current_id()))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit(self.current_id()))

    def current_id(self) -> str:
        """The id of the chosen record, or an empty string."""
        row = self.currentIndex().row()
        return self.records.records[row].id if 0 <= row < len(self.records.records) else ""

    def choose(self, record_id: str) -> None:
        """Marks a record without telling anybody."""
        self.selectionModel().blockSignals(True)
        row = self.records.row_of(record_id)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self.records.index(row, 0))
        else:
            self.selectionModel().clear()
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes; only here, so that the key harms nothing while a field has the focus."""
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.wants_delete.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self.current_id())
            return
        super().keyPressEvent(event)


class ListPane(QWidget):
    """A list with its filter, its count, and the button that makes a new record."""

    wants_new = Signal()

    def __init__(
        self, desk: Desk, cls: type[Record], columns: Sequence[Column], read: Read, row: int = 36
    ) -> None:  # fmt: skip
        super().__init__()
        self._noun, self._nouns = noun, nouns = cls.noun, cls.nouns
        self._count_all = partial(desk.workspace.count, cls)
        self.setObjectName(f"{nouns}Pane")
        self.model = RecordModel(desk, columns, read)
        self.table = RecordTable(self.model, columns, row)
        self.table.setObjectName(f"{nouns}List")
        self.table.setAccessibleName(nouns.capitalize())
        self.filter = Line()
        self.filter.setPlaceholderText(f"Filter {nouns}")
        self.filter.setObjectName(f"{nouns}Filter")
        self.filter.setAccessibleName(f"Filter {nouns}")
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(desk.theme.icon("list-filter", "tx3"), Line.ActionPosition.LeadingPosition)
        self.add = QToolButton()
        self.add.setIcon(desk.theme.icon("plus"))
        self.add.setObjectName(f"{nouns}Add")
        self.add.setAccessibleName(f"New {noun}")
        self.add.setToolTip(f"New {noun} (Ctrl+N)")
        self.add.clicked.connect(self.wants_new)
        self.count = label("", "caption")
        self._wait = QTimer(self, singleShot=True, interval=PAUSE)
        self._wait.timeout.connect(self.reload)
        self.filter.textChanged.connect(lambda _text: self._wait.start())
        self.filter.returnPressed.connect(self.table.setFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 8, 12)
        box.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(self.filter, 1)
        line.addWidget(self.add)
        box.addLayout(line)
        box.addWidget(self.count)
        box.addWidget(self.table, 1)

    def reload(self) -> None:
        """Reads again and keeps the chosen record chosen."""
        held = self.table.current_id()
        self.table.selectionModel().blockSignals(True)
        self.model.load(self.filter.text())
        self.table.selectionModel().blockSignals(False)
        self.table.choose(held)
        self.count.setText(self._counted())

    def _counted(self) -> str:
        number, words = len(self.model.records), self.filter.text()
        if not self.model.canFetchMore(QModelIndex()):
            return plural(number, self._noun, self._nouns)
        if not words:
            return plural(self._count_all(), self._noun, self._nouns)
        return f"{number:,}+ {self._nouns}"
