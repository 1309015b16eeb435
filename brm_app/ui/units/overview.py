"""One unit at a glance: header, tiles, what happened, open promises and people."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from brm_app.domain.records import Assignment, Site, Unit
from brm_app.domain.text import plural
from brm_app.services.coverage import Cover, coverage
from brm_app.services.relations import Known, Picture, asked, kept_this_year, local_day, unit_picture
from brm_app.ui.around import PersonLine, PromisesPanel, turn
from brm_app.ui.desk import Desk, short
from brm_app.ui.happened import HappenedPanel
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.theme import scaled
from brm_app.ui.units.printing import PrintButton
from brm_app.ui.units.tiles import ScaleTile, SinceTile, tiles_line
from brm_app.ui.widgets import Panel, button, clear_layout, label

BESIDE = 760  # the width from which promises and people stand beside what happened
HEAD, TILES = 600, 480  # and those from which actions stand beside the name, and tiles beside each other
PEOPLE = 5


class UnitOverview(QScrollArea):
    """Shows a unit; what a person wants to do with it is told by signals."""

    wants_edit = Signal()
    wants_delete = Signal()
    wants_name = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.unit: Unit | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scale, self.since = ScaleTile(desk), SinceTile()
        self.happened = HappenedPanel(desk, "unit")
        self.promises = PromisesPanel(desk)
        self.people = Panel("People")
        self.everybody = button("allPeople", "", self._show_people, "link")
        self.people.act(self.everybody)
        self.people_rows = QVBoxLayout()
        self.people_rows.setSpacing(8)
        self.people.body.addLayout(self.people_rows)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        self.setWidget(inside)  # while it is empty: it is measured with all that is in it
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addLayout(self._make_head())
        self._tiles = tiles_line(self.scale, self.since)
        box.addLayout(self._tiles)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(12)
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.promises)
        side.addWidget(self.people)
        side.addStretch()
        self._beside.addWidget(self.happened, 8)
        self._beside.addLayout(side, 5)
        box.addLayout(self._beside, 1)

    def _make_head(self) -> QBoxLayout:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        whole, acts = QHBoxLayout(), QHBoxLayout()
        for line in (whole, acts):
            line.setSpacing(12)
        tile = label("", "tile")
        tile.setFixedSize(scaled(44), scaled(44))
        tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tile.setPixmap(self._desk.theme.icon("building-2").pixmap(scaled(20)))
        self.heading, self.about = label("", "title", wrap=True), label("", "about", wrap=True)
        self.heading.setObjectName("unitName")
        self.about.setObjectName("unitAbout")
        self.name_someone = button("nameForUnit", "Name someone", self._name_someone, "lead")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(self._head)
        words.addWidget(self.about)
        words.addWidget(self.name_someone, 0, Qt.AlignmentFlag.AlignLeft)
        delete = button("deleteRecord", "Delete", self.wants_delete.emit, "link", "Delete this unit")
        edit = KeyedButton(self._desk.theme, "editRecord", "Edit", "E", self.wants_edit.emit)
        ask = KeyedButton(self._desk.theme, "askNow", "Ask now", "C", self.ask_now)
        whole.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)
        page = PrintButton(self._desk, lambda: self.unit)
        for action in (delete, page, edit, ask):
            action.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            acts.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
        acts.addStretch()
        self._head.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(acts)
        return whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts below each other what has no room beside each other."""
        super().resizeEvent(event)
        width = self.viewport().width()
        turn(self._beside, width >= scaled(BESIDE))
        turn(self._head, width >= scaled(HEAD))
        turn(self._tiles, width >= scaled(TILES))

    # Showing

    def show_unit(self, unit: Unit) -> None:
        """Reads and shows all of a unit."""
        self.unit = unit
        now = self._desk.clock.now()
        today = now.date()
        picture = unit_picture(self._desk.workspace, unit.id, now)
        cover = next(c for c in coverage(self._desk.workspace, today) if c.unit.id == unit.id)
        self.heading.setText(short(unit))
        self.about.setText(self._about(unit, cover))
        self.name_someone.setVisible(cover.hole)
        self.scale.show_unit(unit)
        contacts = [t.happened_at for t in picture.touchpoints if t.happened_at]
        last = next((moment for moment in contacts if moment <= now), None)
        standing = asked(unit, last, today)
        kept = kept_this_year(contacts, standing.cadence, today) if standing.cadence else (0, 0)
        self.since.show_asked(standing, kept, self._desk.theme)
        self.happened.show_picture(unit, picture)
        self.promises.show_promises(picture.open_promises, picture.theirs)
        self._fill_people(picture)

    def _about(self, unit: Unit, cover: Cover) -> str:
        sites = len(self._desk.workspace.find(Site, equals={"unit": unit.id}))
        above = self._desk.title_of("units", unit.part_of)
        parts = (
            plural(unit.headcount, "person", "people") if unit.headcount is not None else "",
            plural(sites, "site") if sites else "",
            f"part of {above}" if above else "",
        )
        start = ", ".join(part for part in parts if part)
        if cover.hole:
            spoken_for = "Nobody speaks for IT here yet."
        else:
            spoken_for = " ".join(self._speaks(a, cover) for a in cover.assignments)
        return f"{start}. {spoken_for}" if start else spoken_for

    def _speaks(self, assignment: Assignment, cover: Cover) -> str:
        """`Liaison: Ada Moss, ext. 4401, 60 %. Backup: Ben Hale.`"""
        who = self._desk.title_of("people", assignment.person)
        share = f"{assignment.share_of_time}\u00a0%" if assignment.share_of_time is not None else ""
        area = assignment.service_area if len(cover.assignments) > 1 else ""
        through = f"through {cover.through.name}" if cover.through else ""
        said = ", ".join(filter(None, (who, area, assignment.contact, share, through)))
        backup = self._desk.title_of("people", assignment.backup)
        return f"Liaison: {said}." + (f" Backup: {backup}." if backup else "")

    def _fill_people(self, picture: Picture) -> None:
        clear_layout(self.people_rows)
        known = sorted(picture.people, key=_vips_then_last_met)
        self.everybody.setText(f"All {len(known):,}")
        self.everybody.setVisible(bool(known))
        for number, one in enumerate(known[:PEOPLE]):
            person = one.person
            met = local_day(one.met) if one.met else None
            self.people_rows.addWidget(PersonLine(self._desk, number, person, person.job_title, person.vip, met))
        if not known:
            empty = "Nobody is known here yet. People of this unit show here."
            self.people_rows.addWidget(label(empty, "about", wrap=True))

    # Acting

    def ask_now(self) -> None:
        """Opens the quick log about this unit."""
        self._desk.log_wanted.emit(self.unit)

    def _name_someone(self) -> None:
        if self.unit:
            self.wants_name.emit(self.unit.id)

    def _show_people(self) -> None:
        if self.unit:
            self._desk.go("people", f"unit:{self.unit.id}")


def _vips_then_last_met(known: Known) -> tuple[bool, float, str]:
    return not known.person.vip, -known.met.timestamp() if known.met else 0.0, known.person.name
