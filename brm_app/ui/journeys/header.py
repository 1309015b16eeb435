"""The head of a map: who walks it, how much was told, and which of its two versions is shown."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from brm_app.domain.days import MONTHS
from brm_app.domain.text import plural
from brm_app.services.journeys import JourneyMap
from brm_app.ui.desk import Desk
from brm_app.ui.segments import Segments
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label, trailing

VERSIONS = ("as-is", "to-be")


class MapHeader(QWidget):
    """Name, persona, counts, versions, and a menu with what is done seldom."""

    def __init__(self, desk: Desk, actions: tuple[QAction, ...]) -> None:
        super().__init__()
        self.setObjectName("mapHeader")
        self.name, self.persona = label("", "title", wrap=True), label("", "about", wrap=True)
        self.counts = label("", "secondary")
        self.counts.setAlignment(trailing() | Qt.AlignmentFlag.AlignVCenter)
        self.version = Segments("journeyVersion", ("As it is", "As it should be"), "Version")
        self.more = QToolButton()
        self.more.setObjectName("journeyMore")
        self.more.setAccessibleName("More about this journey")
        self.more.setToolTip("Edit, export or delete this journey")
        self.more.setIcon(desk.theme.icon("ellipsis"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addActions(list(actions))
        self.more.setMenu(menu)
        self._lay_out(desk)

    def _lay_out(self, desk: Desk) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(14))
        box.setSpacing(scaled(16))
        tile = label("", "tile")
        tile.setFixedSize(scaled(52), scaled(52))
        tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tile.setPixmap(desk.theme.icon("users", "tx2").pixmap(24))
        tile.setAccessibleName("Persona")
        box.addWidget(tile)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.persona)
        box.addLayout(words, 1)
        box.addWidget(self.counts)
        box.addWidget(self.version, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_map(self, shown: JourneyMap) -> None:
        """Fills it from a map."""
        self.name.setText(shown.journey.name)
        persona = shown.persona
        said = (persona.description or persona.name) if persona else "No persona yet"
        self.persona.setText(said)
        told = f"{plural(shown.touchpoints, 'touchpoint')}, {plural(shown.people, 'person', 'people')}"
        self.counts.setText(f"{told}\n{span(*shown.days)}" if shown.days else "No touchpoints yet")
        self.version.show_choice(VERSIONS.index(shown.journey.version or "as-is"))


def span(first: dt.datetime, last: dt.datetime) -> str:
    """`Aug to Nov 2026`, `Nov 2025 to Feb 2026`, `Nov 2026`."""
    one, other = first.astimezone(), last.astimezone()
    end = f"{MONTHS[other.month - 1]} {other.year}"
    if (one.year, one.month) == (other.year, other.month):
        return end
    year = f" {one.year}" if one.year != other.year else ""
    return f"{MONTHS[one.month - 1]}{year} to {end}"
