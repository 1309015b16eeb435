"""The tree of units: marks and days since each was asked, opened and closed by chevron or arrow keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from brm_app.services.relations import Asked
from brm_app.ui.desk import Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import MARK, grown, paint_focus, paint_mark, paint_row, role_font
from brm_app.ui.tips import plain_tip
from brm_app.ui.words import isolated, one_line

Index = QModelIndex | QPersistentModelIndex
ROW, STEP = 30, 18
DEEPEST = 8  # units below that stand there, so that names keep room
ID = int(Qt.ItemDataRole.UserRole)
ENTRY = ID + 1


@attrs.frozen
class Entry:
    """One unit in the tree: its id, name, depth, and how it stands."""

    id: str
    name: str
    depth: int
    asked: Asked

    @property
    def days(self) -> str:
        """The days since it was asked, or a dash where it never was."""
        return "–" if self.asked.days is None else f"{self.asked.days:,}"

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        days = self.asked.days
        when = "never asked" if days is None else "asked today" if not days else f"asked {days:,} days ago"
        return ", ".join(filter(None, (self.name, when, self.asked.due_words)))


class UnitDelegate(QStyledItemDelegate):
    """Paints chevron, mark, name and days, mirrored where writing runs from right to left."""

    def __init__(self, theme: Theme, view: UnitTree) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a row of navigation, or as the text needs."""
        return QSize(0, max(grown(ROW, option.font), QFontMetrics(option.font).height() + 8))

    def chevron(self, row: QRect, entry: Entry, base: QFont) -> QRect:
        """Where a press opens or closes the units below."""
        left = row.left() + grown(6 + STEP * entry.depth, base)
        place = QRect(left, row.top(), grown(22, base), row.height())
        return QStyle.visualRect(self._view.layoutDirection(), row, place)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        entry: Entry = index.data(ENTRY)
        row: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = row.adjusted(0, 1, 0, -1)
        paint_row(painter, ground, self._theme, chosen, bool(option.state & QStyle.StateFlag.State_MouseOver))
        base = option.font
        if self._view.has_below(index):
            self._paint_chevron(painter, self.chevron(row, entry, base), self._view.isExpanded(index), base)
        start = grown(6 + STEP * entry.depth, base) + grown(22, base)
        mark = self._mirrored(row, QRect(start, 0, grown(18, base), row.height()))
        paint_mark(
            painter, QPointF(mark.center()) + QPointF(0.5, 0.5), entry.asked.state, self._theme, grown(MARK, base)
        )
        self._paint_words(painter, row, start + grown(24, base), entry, chosen, base)
        if chosen and self._view.hasFocus():
            paint_focus(painter, ground, self._theme)

    def _paint_chevron(self, painter: QPainter, place: QRect, is_open: bool, base: QFont) -> None:
        size = grown(14, base)
        box = QRect(0, 0, size, size)
        box.moveCenter(place.center())
        self._theme.icon("chevron-down" if is_open else "chevron-right", "tx2").paint(painter, box)

    def _paint_words(self, painter: QPainter, row: QRect, start: int, entry: Entry, chosen: bool, base: QFont) -> None:
        font = role_font(base, "body")
        if chosen:
            font.setWeight(QFont.Weight.DemiBold)
        days_width = QFontMetrics(font).horizontalAdvance(entry.days) + grown(10, base)
        right = QRect(row.width() - days_width, 0, days_width - grown(8, base), row.height())
        name = QRect(start, 0, max(0, row.width() - start - days_width - grown(6, base)), row.height())
        direction = self._view.layoutDirection()
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(one_line(entry.name), Qt.TextElideMode.ElideRight, name.width())
        late = entry.asked.state if entry.asked.due else ""
        quiet = late or ("tx2" if chosen else "tx3")
        for place, words, ink, side in ((name, shown, "tx", "AlignLeft"), (right, entry.days, quiet, "AlignRight")):
            painter.setPen(self._theme.colour(ink))
            align = QStyle.visualAlignment(direction, Qt.AlignmentFlag[side] | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(self._mirrored(row, place), int(align | Qt.TextFlag.TextSingleLine), isolated(words))

    def _mirrored(self, row: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), row, place.translated(row.topLeft()))


class UnitTree(QTreeView):
    """The tree; `chosen` tells the id of the unit that a person goes to."""

    chosen = Signal(str)
    opened = Signal(str)
    wants_delete = Signal()
    folded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._items = QStandardItemModel()
        self._rows: dict[str, QStandardItem] = {}
        self.setModel(self._items)
        self._delegate = UnitDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("unitsList")
        self.setAccessibleName("Units")
        self.setProperty("role", "units")
        self.setStyleSheet("QTreeView { background: transparent; border: none; }")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.current_id()))
        self.collapsed.connect(lambda _index: self.folded.emit())
        self.expanded.connect(lambda _index: self.folded.emit())

    def show_entries(self, entries: Sequence[Entry], closed: frozenset[str]) -> None:
        """Shows other rows, each below the nearest one above it that is less deep; `closed` hide what is below."""
        held = self.current_id()
        self._mute(True)
        self._items.clear()
        self._rows = {}
        above: list[tuple[int, QStandardItem]] = []
        for entry in entries:
            entry = attrs.evolve(entry, depth=min(entry.depth, DEEPEST))
            while above and above[-1][0] >= entry.depth:
                above.pop()
            item = self._rows[entry.id] = _item(entry)
            (above[-1][1] if above else self._items).appendRow(item)
            above.append((entry.depth, item))
        for key, item in self._rows.items():
            self.setExpanded(item.index(), key not in closed)
        self._mute(False)
        self.choose(held)

    def _mute(self, mute: bool) -> None:
        self.selectionModel().blockSignals(mute)
        self.blockSignals(mute)

    def has_below(self, index: Index) -> bool:
        """True where units stand below this one."""
        return self._items.rowCount(index) > 0

    def closed(self) -> frozenset[str]:
        """The units whose lower units are hidden."""
        below = {key: item for key, item in self._rows.items() if item.hasChildren()}
        return frozenset(key for key, item in below.items() if not self.isExpanded(item.index()))

    def ids(self) -> list[str]:
        """All units from the top down, hidden ones too."""
        return list(self._rows)

    def entries(self) -> Iterator[Entry]:
        """What each row shows."""
        return (item.data(ENTRY) for item in self._rows.values())

    def current_id(self) -> str:
        """The id of the unit that is chosen, or an empty string."""
        return str(self.currentIndex().data(ID) or "")

    def choose(self, record_id: str) -> None:
        """Marks a unit without telling anybody."""
        self._mute(True)
        item = self._rows.get(record_id)
        if item is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(item.index())
            self.scrollTo(item.index())
        self._mute(False)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the chevron opens or closes; anywhere else it chooses."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and self.has_below(index):
            row = self.visualRect(index)
            if self._delegate.chevron(row, index.data(ENTRY), self.font()).contains(place):
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, J and K move; other letters are for the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if plain and key == Qt.Key.Key_Delete:
            self.wants_delete.emit()
        elif plain and key in ENTER:
            self.opened.emit(self.current_id())
        elif plain and key in (Qt.Key.Key_J, Qt.Key.Key_K):
            index = (
                self.indexBelow(self.currentIndex()) if key == Qt.Key.Key_J else self.indexAbove(self.currentIndex())
            )
            if index.isValid():
                self.setCurrentIndex(index)
        elif plain and event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)


def _item(entry: Entry) -> QStandardItem:
    item = QStandardItem(entry.name)
    roles: dict[int, Any] = {
        ID: entry.id,
        ENTRY: entry,
        int(Qt.ItemDataRole.AccessibleTextRole): entry.spoken,
        int(Qt.ItemDataRole.ToolTipRole): plain_tip(entry.spoken),
    }
    for role, value in roles.items():
        item.setData(value, role)
    return item
