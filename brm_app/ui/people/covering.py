"""The coverage list: every unit with who speaks for it and who stands in; units nobody speaks for are red."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from brm_app.domain.records import Assignment
from brm_app.domain.text import plural
from brm_app.services.coverage import Cover, coverage
from brm_app.ui.barhead import reach_over_bar
from brm_app.ui.desk import Desk, Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.listing import show_as_rows
from brm_app.ui.marks import grown, paint_mark
from brm_app.ui.moving import move_by_letter
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import label

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HEADS = ("Unit", "Service area", "Liaison", "Backup", "Time")
WIDTHS = (160, 0, 204, 152, 56)
NOBODY = "Nobody"


@attrs.frozen
class Row:
    """One line: a unit, and one of its own assignments, or how else it is spoken for."""

    unit_id: str
    cells: tuple[str, ...]
    assignment: Assignment | None = None
    hole: bool = False
    quiet: bool = False  # spoken for through a unit above


def rows_of(desk: Desk, covers: list[Cover]) -> Iterator[Row]:
    """The lines of all units."""
    for cover in covers:
        name = "\u2003" * min(cover.depth, 8) + cover.unit.name
        if cover.hole:
            yield Row(cover.unit.id, (name, "", NOBODY, "", ""), hole=True)
        elif cover.through:
            yield Row(cover.unit.id, (name, "", f"Through {cover.through.name}", "", ""), quiet=True)
        else:
            for number, assignment in enumerate(cover.assignments):
                yield Row(cover.unit.id, _cells(desk, "" if number else name, assignment), assignment)


def _cells(desk: Desk, name: str, assignment: Assignment) -> tuple[str, ...]:
    share = f"{assignment.share_of_time}\u00a0%" if assignment.share_of_time is not None else ""
    who, backup = desk.title_of("people", assignment.person), desk.title_of("people", assignment.backup)
    return name, assignment.service_area, who, backup or "None", share


class _Model(QAbstractTableModel):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return HEADS[section]
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        row = self.rows[index.row()]
        words = row.cells[index.column()]
        liaison = HEADS[index.column()] == "Liaison"
        if role == Role.DisplayRole:
            return words
        if role == Role.ToolTipRole:
            return plain_tip(words.strip())
        if role == Role.AccessibleTextRole:
            return f"{HEADS[index.column()]}: {words.strip() or 'none'}"
        if role == Role.ForegroundRole:
            bad = row.hole and liaison
            quiet = row.quiet or words == "None"
            return self._theme.colour("bad" if bad else "tx" if not index.column() else "tx3" if quiet else "tx2")
        if role == Role.DecorationRole and row.hole and liaison:
            return _mark(self._theme)
        return None


def _mark(theme: Theme) -> QIcon:
    made = QPixmap(32, 32)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_mark(painter, made.rect().center().toPointF(), "bad", theme, 22)
    painter.end()
    icon = QIcon(made)
    icon.addPixmap(made, QIcon.Mode.Selected)  # else Qt tints it
    return icon


class _Table(QTableView):
    opened = Signal()
    wants_delete = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes."""
        if event.key() in ENTER and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.wants_delete.emit()
        elif not move_by_letter(self, event):
            super().keyPressEvent(event)


class CoveragePane(QWidget):
    """The list with the count of holes above it; `chosen` tells that another line is current."""

    chosen = Signal()
    opened = Signal()
    wants_delete = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = _Model(desk.theme)
        self.table = _Table()
        self.table.setModel(self.model)
        self.table.setObjectName("coverageList")
        self.table.setAccessibleName("Who speaks for which unit")
        self._set_up_table()
        self.count = label("", "caption")
        self.count.setObjectName("coverageCount")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 12)
        box.setSpacing(8)
        box.addWidget(self.count)
        box.addWidget(self.table, 1)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.table.doubleClicked.connect(lambda _index: self.opened.emit())
        self.table.opened.connect(self.opened)
        self.table.wants_delete.connect(self.wants_delete)

    def _set_up_table(self) -> None:
        table = self.table
        show_as_rows(table)
        reach_over_bar(table)
        table.verticalHeader().setDefaultSectionSize(grown(36, self.font()))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        for column, width in enumerate(WIDTHS):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
            if width:
                table.setColumnWidth(column, grown(width, self.font()))

    def reload(self) -> None:
        """Reads again; the current line stays current."""
        held = self.current()
        covers = coverage(self._desk.workspace, self._desk.clock.today())
        self.table.selectionModel().blockSignals(True)
        self.model.show(list(rows_of(self._desk, covers)))
        self.table.selectionModel().blockSignals(False)
        holes = sum(cover.hole for cover in covers)
        without = plural(holes, "unit", "units")
        self.count.setText(f"{without} without anybody" if holes else "Somebody speaks for every unit")
        if held:
            self.choose(held.unit_id, held.assignment.id if held.assignment else "")

    def current(self) -> Row | None:
        """The line that is current."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def choose(self, unit_id: str, assignment_id: str = "") -> None:
        """Makes a line of the unit current without telling anybody; the one of this assignment where it is there."""
        fits = [n for n, row in enumerate(self.model.rows) if row.unit_id == unit_id]
        exact = [n for n in fits if (a := self.model.rows[n].assignment) and a.id == assignment_id]
        wanted = next(iter(exact or fits), 0 if self.model.rows else -1)
        self.table.selectionModel().blockSignals(True)
        if wanted >= 0:
            flags = QItemSelectionModel.SelectionFlag
            whole = flags.ClearAndSelect | flags.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(wanted, 0), whole)
            self.table.scrollTo(self.model.index(wanted, 0))
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()
