"""The left half of the people page: everyone, one side, the VIPs, those of one unit, or the coverage of units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import attrs
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from brm_app.domain.records import Person, Record
from brm_app.services.coverage import coverage
from brm_app.ui.desk import Desk
from brm_app.ui.listing import Column
from brm_app.ui.listpane import ListPane
from brm_app.ui.marks import in_shape
from brm_app.ui.moving import move_by_letter
from brm_app.ui.people.covering import CoveragePane
from brm_app.ui.segments import Segments
from brm_app.ui.theme import scaled
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import button

VIEWS = ("Everyone", "Business", "IT", "VIP", "Coverage")
EQUALS: Mapping[str, dict[str, Any]] = {"Business": {"side": "business"}, "IT": {"side": "IT"}, "VIP": {"vip": True}}
COVERAGE = VIEWS.index("Coverage")
NOBODY = in_shape("bad", "Nobody")
WIDTHS = (186, 0, 124, 86, 96)  # of the columns; the job title takes what is left, at least so much:
JOB = 180
SORTS = ("", "job_title", "unit", "side", None)  # the field that each column is sorted by, empty for the name
KEPT = "order of people"
ORDER = (2, 4, 3)  # the columns after the name, the most useful first


@attrs.frozen
class Order:
    """The field that the list is sorted by, empty for the name."""

    field: str = ""
    descending: bool = False


class Directory(QWidget):
    """Segments, and below them the list they choose."""

    viewed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._unit = ""
        self._speaks: dict[str, list[str]] = {}
        self._holes: frozenset[str] = frozenset()
        self._order = self._kept_order()
        self.segments = Segments("peopleView", VIEWS, "Show")
        self.segments.chosen.connect(self._on_view)
        self.chip = self._make_chip()
        self.pane = ListPane(desk, Person, self._columns(), self._read)
        self.covering = CoveragePane(desk)
        self.stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(self.segments)
        line.addWidget(self.chip)
        line.addStretch()
        box.addLayout(line)
        box.addWidget(self.stack, 1)
        self.stack.addWidget(self.pane)
        self.stack.addWidget(self.covering)
        self.pane.table.installEventFilter(self)
        self.pane.table.horizontalHeader().setSectionsClickable(True)
        self.pane.table.horizontalHeader().sectionClicked.connect(self._sort)
        self._show_order()

    def _make_chip(self) -> QPushButton:
        chip = button("peopleUnit", "", lambda: self.show_unit(""), "small")
        chip.setIcon(self._desk.theme.icon("x"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.hide()
        return chip

    def _columns(self) -> tuple[Column, ...]:
        unit, states = self._desk.title_of, {NOBODY.lower(): "bad"}
        return (
            Column("Name", lambda person: person.name, WIDTHS[0], muted=False),
            Column("Job title", lambda person: person.job_title, spoken=lambda p: p.job_title or "No job title"),
            Column(
                "Unit", lambda p: unit("units", p.unit), WIDTHS[2], spoken=lambda p: unit("units", p.unit) or "No unit"
            ),
            Column("Side", lambda person: person.side.replace("b", "B", 1), WIDTHS[3]),
            Column("Liaison", self._coverage, WIDTHS[4], states=states, spoken=self._spoken),
        )

    def _coverage(self, person: Person) -> str:
        """For IT the units they speak for; for the business, whether nobody speaks for theirs."""
        if person.id in self._speaks:
            return ", ".join(self._speaks[person.id])
        return NOBODY if person.unit in self._holes else ""

    def _spoken(self, person: Person) -> str:
        words = self._coverage(person)
        if words == NOBODY:
            return "Nobody speaks for their unit"
        if words:
            return f"Speaks for {words}"
        return "Has a liaison" if person.unit else "Speaks for no unit"

    def _read(self, words: str, limit: int) -> list[Record]:
        equals = dict(EQUALS.get(VIEWS[self.segments.choice], {}))
        if self._unit:
            equals["unit"] = self._unit
        find, order = self._desk.workspace.find, self._order
        if order.field != "unit":
            return list(
                find(Person, words=words, equals=equals, sort=order.field, descending=order.descending, limit=limit)
            )
        fitting: list[Record] = list(find(Person, words=words, equals=equals))  # by the names of the units
        names = {
            person.id: self._desk.title_of("units", getattr(person, "unit", None)).casefold() for person in fitting
        }
        fitting.sort(key=lambda person: names[person.id], reverse=order.descending)
        return sorted(fitting, key=lambda person: not names[person.id])[:limit]

    def _sort(self, column: int) -> None:
        """Sorts by a heading; the same once more turns the order round."""
        if SORTS[column] is not None:
            held = self._order
            self._order = Order(SORTS[column] or "", held.field == SORTS[column] and not held.descending)
            self._show_order()
            self.pane.reload()
            with self._desk.telling():
                self._desk.workspace.remember(KEPT, [self._order.field, self._order.descending])

    def _show_order(self) -> None:
        head = self.pane.table.horizontalHeader()
        side = Qt.SortOrder.DescendingOrder if self._order.descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicatorShown(True)
        head.setSortIndicator(SORTS.index(self._order.field), side)

    def _kept_order(self) -> Order:
        held = self._desk.workspace.remembered(KEPT)
        fits = isinstance(held, list) and len(held) == 2 and held[0] in SORTS
        return Order(str(held[0]), bool(held[1])) if fits else Order()

    # What is shown

    @property
    def covers(self) -> bool:
        """True while the coverage of units is shown."""
        return self.segments.choice == COVERAGE

    def reload(self) -> None:
        """Reads again; what is chosen stays chosen."""
        speaks: dict[str, list[str]] = {}
        covers = coverage(self._desk.workspace, self._desk.clock.today())
        for cover in covers:
            for assignment in () if cover.through else cover.assignments:
                units = speaks.setdefault(assignment.person or "", [])
                if cover.unit.name not in units:
                    units.append(cover.unit.name)
        self._speaks, self._holes = speaks, frozenset(c.unit.id for c in covers if c.hole)
        self.pane.reload()
        self.covering.reload()

    def show_view(self, number: int) -> None:
        """Shows one of the views."""
        self.segments.show_choice(number)
        self.stack.setCurrentIndex(int(number == COVERAGE))
        self.chip.setVisible(bool(self._unit) and number != COVERAGE)
        self.pane.reload()

    def _on_view(self, number: int) -> None:
        self.show_view(number)
        self.viewed.emit(number)

    def show_unit(self, unit_id: str) -> None:
        """Shows only the people of a unit, or of all."""
        self._unit = unit_id
        name = self._desk.title_of("units", unit_id)
        self.chip.setText(name.replace("&", "&&"))
        self.chip.setAccessibleName(f"Only people of {name}. Show all")
        self.chip.setToolTip(plain_tip(f"Only people of {name}. Press to show all"))
        self.show_view(0 if self.covers else self.segments.choice)

    def reveal(self, person_id: str) -> None:
        """Takes away what hides a person."""
        if self.pane.model.row_of(person_id) < 0:
            self._unit = ""
            self.pane.forget_filter()
            self.show_view(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what matters least where there is no room for every column."""
        super().resizeEvent(event)
        table = self.pane.table
        room = self.width() - scaled(JOB)
        for column in (0, *ORDER):
            room -= table.columnWidth(column) if not table.isColumnHidden(column) else scaled(WIDTHS[column])
            table.setColumnHidden(column, column > 0 and room < 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters pressed in the list move in it or act on the person."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and move_by_letter(self.pane.table, cast(QKeyEvent, event)):
            return True
        return super().eventFilter(watched, event)
