"""The strip at the top of a project: logo, name, tagline, colours with their contrast, owners, status."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brm_app.domain.records import Attachment, Person, Project
from brm_app.ui.desk import Desk
from brm_app.ui.projects.states import STATES
from brm_app.ui.widgets import clear_layout, label, tag
from brm_app.ui.words import day

HEIGHT = 92
ENOUGH = 4.5  # WCAG 2.1 AA for text


class BrandStrip(QFrame):
    """What a project looks like and how it stands."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.wide = True
        self.setProperty("role", "panel")
        self.setObjectName("brandStrip")
        self.setMinimumHeight(HEIGHT)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(1, 1, 16, 1)
        self._box.setSpacing(20)

    def show_project(self, project: Project) -> None:
        """Shows a project."""
        clear_layout(self._box)
        self._box.addWidget(self._logo(project))
        self._box.addLayout(self._names(project), 3)
        if project.colour or project.second_colour:
            self._box.addWidget(_rule())
            self._box.addLayout(self._colours(project), 2)
        if self.wide and (project.business_owner or project.it_owner or project.accountable):
            self._box.addWidget(_rule())
            self._box.addLayout(self._owners(project), 2)
        if project.status:
            self._box.addWidget(_rule())
            self._box.addLayout(_status(project))

    def _logo(self, project: Project) -> QLabel:
        made = QLabel()
        made.setObjectName("projectLogo")
        made.setAccessibleName("Logo")
        made.setFixedWidth(HEIGHT)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ground = project.colour or self._desk.theme.hex("sunk")
        made.setStyleSheet(f"background: {ground}; border-top-left-radius: 7px; border-bottom-left-radius: 7px;")
        held = self._desk.workspace.get(Attachment, project.logo) if project.logo else None
        pixmap = QPixmap()
        if held and pixmap.loadFromData(held.raster):
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            made.setPixmap(pixmap.scaled(64, 64, keep, smooth))
        else:
            made.setPixmap(self._desk.theme.icon("image", "tx3").pixmap(24))
        return made

    def _names(self, project: Project) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addStretch()
        name = label(project.name, "title", wrap=True)
        name.setObjectName("projectName")
        box.addWidget(name)
        if project.tagline:
            box.addWidget(label(project.tagline, wrap=True))
        unit = self._desk.title_of("units", project.unit)
        live = f"live {day(project.live)}" if project.live else ""
        about = ", ".join(filter(None, (project.code, unit, project.theme, live)))
        if about:
            box.addWidget(label(about, "secondary", wrap=True))
        box.addStretch()
        return box

    def _colours(self, project: Project) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for row, colour in enumerate(filter(None, (project.colour, project.second_colour)), start=1):
            swatch = QLabel()
            swatch.setFixedSize(22, 22)
            swatch.setStyleSheet(f"background: {colour}; border-radius: 4px;")
            ratio = contrast(QColor(colour), QColor("#FFFFFF"))
            good = ratio >= ENOUGH
            grid.addWidget(swatch, row, 0)
            grid.addWidget(label(colour, "secondary"), row, 1)
            if self.wide:
                grid.addWidget(label(f"white {ratio:.1f} : 1", "secondary"), row, 2)
            mark = tag("✓ AA" if good else "✕ Not for text", "good" if good else "bad")
            grid.addWidget(mark, row, 3, Qt.AlignmentFlag.AlignRight)
        return _centred(grid)

    def _owners(self, project: Project) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        owners = (("Business", project.business_owner), ("IT", project.it_owner), ("Accountable", project.accountable))
        people = {p.id: p for p in self._desk.workspace.get_many(Person, [key for _, key in owners if key])}
        for row, (side, key) in enumerate(owners, start=1):
            person = people.get(key or "")
            if person:
                grid.addWidget(label(side, "secondary"), row, 0)
                grid.addWidget(label(person.job_title or person.name, "strong"), row, 1)
        grid.setColumnStretch(1, 1)
        return _centred(grid)


def _centred(grid: QGridLayout) -> QGridLayout:
    """The rows stand close in the middle of the strip."""
    grid.setContentsMargins(0, 8, 0, 8)
    grid.setRowStretch(0, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _rule() -> QWidget:
    made = QFrame()
    made.setProperty("role", "rule")
    made.setStyleSheet("max-height: 9999px; min-width: 1px; max-width: 1px;")
    return made


def _status(project: Project) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(4)
    box.addStretch()
    mark = tag(f"{project.status[:1].upper()}{project.status[1:]}", STATES.get(project.status, ""))
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.addWidget(mark, 0, Qt.AlignmentFlag.AlignRight)
    if project.status_as_of:
        box.addWidget(label(f"as of {day(project.status_as_of)}", "secondary"), 0, Qt.AlignmentFlag.AlignRight)
    box.addStretch()
    return box


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours (WCAG 2.1, relative luminance)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
