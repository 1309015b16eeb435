"""The model of a list that may be long: its first rows at once, all ids from a worker, records as they are seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.records import Record
from brm_app.ui.desk import Desk
from brm_app.ui.lane import Lane
from brm_app.ui.listing import FIRST, Column, Index, RecordModel

if TYPE_CHECKING:
    from brm_app.services.workspace import Listed, Order

BLOCK, HELD = 100, 12  # records read together, and how many such blocks are held
PAUSE = 30  # ms in which the first rows are painted before the worker begins


class LongModel(RecordModel):
    """Knows every id of the list and reads records only where they are looked at. Sorted by any column with `sort`."""

    counted = Signal()
    """All ids are known."""

    def __init__(self, desk: Desk, cls: type[Record], columns: Sequence[Column], first: tuple[int, bool]) -> None:
        super().__init__(desk, columns, lambda _words, _limit: [])
        self._cls = cls
        self._ids: tuple[str, ...] = ()
        self._gone: Collection[str] = ()
        self._whole = True
        self._blocks: OrderedDict[int, dict[str, Record]] = OrderedDict()
        self._lane = Lane("list", self)
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._later.timeout.connect(self._read_all)
        self.order = self._remembered() or first

    # Reading

    def load(self, words: str) -> None:
        """Shows the first ids that fit; those that follow come from the worker."""
        same = words == self.words
        found = self._listed(words, FIRST, self._order())
        rest = self._ids if same and not found.whole else ()
        self.beginResetModel()
        self.words, self._whole = words, found.whole
        known = {*found.ids, *self._gone}
        self._ids = (*found.ids, *(key for key in rest if key not in known))
        self._gone = ()
        self._blocks.clear()
        self.endResetModel()
        self._lane.cancel()
        self._later.stop()
        if not found.whole:
            self._later.start()

    def _read_all(self) -> None:
        words, order = self.words, self._order()
        self._lane.start(lambda _job: self._listed(words, None, order), self._on_all, self._on_failed)

    def _listed(self, words: str, most: int | None, order: Order) -> Listed:
        return self._desk.workspace.listed(self._cls, words, order, most)

    def _order(self) -> Order:
        from brm_app.services.workspace import Order  # a page may be imported before the services are

        column, descending = self.order
        return Order(self._columns[column].sort or "", descending)

    def _on_all(self, found: Listed) -> None:
        known = len(self._ids)
        if found.ids[:known] != self._ids:
            self.beginResetModel()
            self._ids = found.ids
            self.endResetModel()
        elif len(found.ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(found.ids) - 1)
            self._ids = found.ids
            self.endInsertRows()
        self._whole = True
        self.counted.emit()

    def _on_failed(self, error: Refused | Cancelled) -> None:
        if isinstance(error, Refused):
            self._desk.status(str(error))

    def record_at(self, row: int) -> Record | None:
        """The record of a row, read with its neighbours where it is not at hand."""
        if not 0 <= row < len(self._ids):
            return None
        number = row // BLOCK
        if number not in self._blocks:
            ids = self._ids[number * BLOCK : (number + 1) * BLOCK]
            with self._desk.telling():
                self._blocks[number] = {r.id: r for r in self._desk.workspace.get_many(self._cls, ids)}
            while len(self._blocks) > HELD:
                self._blocks.popitem(last=False)
        return self._blocks.get(number, {}).get(self._ids[row])

    # Sorting

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by a column, and does so the next time too."""
        wanted = (column, order == Qt.SortOrder.DescendingOrder)
        if wanted == self.order or self._columns[column].sort is None:
            return
        self.order, self._ids = wanted, ()
        with self._desk.telling():  # before the list is read: a commit waits for all who read
            self._desk.workspace.remember(self._name(), [self._columns[column].words, wanted[1]])
        self.load(self.words)

    def _name(self) -> str:
        return f"order of {self._cls.collection}"

    def _remembered(self) -> tuple[int, bool] | None:
        held = self._desk.workspace.remembered(self._name())
        heads = [column.words for column in self._columns]
        if isinstance(held, list) and len(held) == 2 and held[0] in heads:
            return heads.index(held[0]), bool(held[1])
        return None

    # What a table and a page ask

    def canFetchMore(self, _parent: Index) -> bool:
        """All rows are there without being asked for."""
        return False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many ids are known."""
        return 0 if parent.isValid() else len(self._ids)

    def id_at(self, row: int) -> str:
        """The id of a row, or an empty string."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def row_of(self, record_id: str) -> int:
        """The row of a record, or -1."""
        return self._ids.index(record_id) if record_id in self._ids else -1

    @property
    def key(self) -> object:
        """The words and the order."""
        return self.words, self.order

    def total(self) -> tuple[int, bool]:
        """How many fit; without words that is known before all ids are."""
        if self._whole or self.words.strip():
            return len(self._ids), self._whole
        return self._desk.workspace.count(self._cls), True

    def forget(self, gone: Collection[str]) -> None:
        """Leaves them out until the worker has read all ids anew."""
        self._gone = gone

    def close(self) -> None:
        """Waits for the worker."""
        self._later.stop()
        self._lane.close()
