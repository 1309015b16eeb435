"""The strip at the top of a project: logo, names, colours with their contrast, owners and status, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brm_app.domain.contrast import ENOUGH, contrast
from brm_app.domain.days import day, short_day
from brm_app.domain.fields import by_name
from brm_app.domain.records import Person, Project, Rollout
from brm_app.domain.text import plural
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import RecordForm
from brm_app.ui.projects.inplace import Fact
from brm_app.ui.projects.logo import SIDE, LogoTile
from brm_app.ui.projects.states import STATES, status_words
from brm_app.ui.widgets import label, tag, upright_rule
from brm_app.ui.words import clip

OWNERS = (("business_owner", "Business"), ("it_owner", "IT"), ("accountable", "Accountable"))


THEME = 120  # letters of a theme in the strip


class StatusForm(RecordForm):
    """The status alone; a new status is as of today."""

    def _values(self) -> dict[str, Any] | None:
        values = super()._values()
        if values is not None and isinstance(self.start, Project) and values["status"] != self.start.status:
            values["status_as_of"] = self.desk.clock.today()
        return values


class BrandStrip(QFrame):
    """What a project looks like and how it stands; two lines where there is no room for one."""

    def __init__(self, desk: Desk, settle: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._settle = desk, settle
        self.wide = True
        self.setProperty("role", "panel")
        self.setObjectName("brandStrip")
        self.setMinimumHeight(SIDE + 2)
        self.logo = LogoTile(desk)
        self.facts: list[Fact] = []
        names = self._column(self._fact("name", self._name), self._fact("tagline", self._tagline),
                             self._fact("theme", self._theme))  # fmt: skip
        self._colours = self._column(self._fact("colour", self._colour), self._fact("second_colour", self._colour))
        self._owners = self._column(*(self._fact(field, self._owner) for field, _ in OWNERS))
        status = self._column(self._fact("status", self._status, StatusForm))
        self._lay_out(names, status)

    def _lay_out(self, names: QWidget, status: QWidget) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(self.logo)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        whole.addLayout(lines, 1)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._between = QFrame()
        self._between.setProperty("role", "rule")
        self._between.hide()
        for line in (self._first, self._second):
            line.setSpacing(0)
        lines.addLayout(self._first)
        lines.addWidget(self._between)
        lines.addLayout(self._second)
        lines.setStretch(0, 1)
        self._first.addWidget(names, 30)
        self._first.addWidget(self._colours, 30)
        self._first.addWidget(self._owners, 29)
        self._first.addWidget(status, 0)

    def _column(self, *facts: Fact) -> QWidget:
        """Facts one below another in the middle of the strip, with a line before them."""
        column = QWidget()
        across = QHBoxLayout(column)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(upright_rule())
        box = QVBoxLayout()
        across.addLayout(box, 1)
        box.setContentsMargins(14, 6, 14, 6)
        box.setSpacing(2)
        box.addStretch()
        for fact in facts:
            box.addWidget(fact)
        box.addStretch()
        return column

    def _fact(self, field: str, draw: Callable[..., str], form: type[RecordForm] = RecordForm) -> Fact:
        fact = Fact(self._desk, (field,), lambda box, project: draw(box, project, field), self._settle, form)
        self.facts.append(fact)
        return fact

    def set_wide(self, wide: bool) -> None:
        """One line, or two."""
        if wide == self.wide:
            return
        self.wide = wide
        self._between.setVisible(not wide)
        line = self._first if wide else self._second
        for place, column in enumerate((self._colours, self._owners), start=1):
            (self._second if wide else self._first).removeWidget(column)
            line.insertWidget(place if wide else place - 1, column, 30)

    def show_project(self, project: Project) -> None:
        """Shows a project."""
        self.logo.show_project(project)
        for fact in self.facts:
            fact.show_project(project)

    # What is shown of each fact

    def _name(self, box: QHBoxLayout, project: Project, _field: str) -> str:
        name = label(project.name, "title", wrap=True)
        name.setObjectName("projectName")
        box.addWidget(name, 1)
        return project.name

    def _tagline(self, box: QHBoxLayout, project: Project, _field: str) -> str:
        box.addWidget(label(project.tagline or "Add a tagline", "about" if project.tagline else "muted", wrap=True), 1)
        return project.tagline

    def _theme(self, box: QHBoxLayout, project: Project, _field: str) -> str:
        words = ", ".join(filter(None, (clip(project.theme, THEME), self._live(project))))
        box.addWidget(label(words or "Add a theme", "secondary" if words else "muted", wrap=True), 1)
        return words

    def _live(self, project: Project) -> str:
        places = self._desk.workspace.find(Rollout, equals={"project": project.id})
        if places:
            return f"live in {sum(p.done for p in places)} of {plural(len(places), 'place', 'places')}"
        return f"live {day(project.live)}" if project.live else ""

    def _colour(self, box: QHBoxLayout, project: Project, field: str) -> str:
        colour = str(getattr(project, field))
        swatch = QLabel()
        swatch.setFixedSize(22, 22)
        box.addWidget(swatch)
        if not colour:
            swatch.setStyleSheet(f"border: 1px dashed {self._desk.theme.hex('ctl')}; border-radius: 4px;")
            box.addWidget(label(f"Add a {by_name(Project)[field].label.lower()}", "muted"), 1)
            return ""
        swatch.setStyleSheet(f"background: {colour}; border-radius: 4px;")
        ratio = contrast(colour, "#FFFFFF")
        good = ratio >= ENOUGH
        box.addWidget(_in_column(label(colour, "secondary"), "#DDDDDD"))
        measured = f"white {ratio:.1f} : 1"
        box.addWidget(label(measured, "secondary"))
        box.addStretch(1)
        verdict = "AA" if good else "Not for text"
        box.addWidget(tag(f"{'✓' if good else '✕'} {verdict}", "good" if good else "bad"))
        return f"{colour}, {measured}, {verdict}"

    def _owner(self, box: QHBoxLayout, project: Project, field: str) -> str:
        side = dict(OWNERS)[field]
        box.addWidget(_in_column(label(side, "secondary"), max((words for _, words in OWNERS), key=len)))
        key = getattr(project, field)
        person = self._desk.workspace.get(Person, key) if key else None
        words = (person.job_title or person.name) if person else ""
        box.addWidget(label(clip(words, 60) or "Add a person", "" if words else "muted", wrap=True), 1)
        return words

    def _status(self, box: QHBoxLayout, project: Project, _field: str) -> str:
        if not project.status:
            box.addWidget(label("Set a status", "muted"))
            return ""
        column = QVBoxLayout()
        column.setSpacing(6)
        words = status_words(project.status)
        column.addWidget(tag(words, STATES.get(project.status, "")), 0, Qt.AlignmentFlag.AlignTrailing)
        as_of = project.status_as_of
        since = f"as of {short_day(as_of, self._desk.clock.today())}" if as_of else ""
        if since:
            column.addWidget(label(since, "secondary"), 0, Qt.AlignmentFlag.AlignTrailing)
        box.addLayout(column)
        return f"{project.status} {since}".strip()


def _in_column(made: QLabel, widest: str) -> QLabel:
    """A label as wide as the widest words in its column."""
    made.ensurePolished()
    made.setMinimumWidth(QFontMetrics(made.font()).horizontalAdvance(widest) + 4)
    return made
