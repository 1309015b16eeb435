"""The sidebar: the places of the window, each a button with its icon and count."""

from __future__ import annotations

import attrs
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.theme import font
from brm_app.ui.widgets import label


@attrs.frozen
class Place:
    """One place: its name in code, its words, icon, group heading, and the collection it counts."""

    name: str
    words: str
    icon: str
    group: str
    collection: str = ""


PLACES = (
    Place("units", "Business units", "building-2", "Relationships", "units"),
    Place("people", "People", "users", "Relationships", "people"),
    Place("touchpoints", "Touchpoints", "footprints", "Relationships", "touchpoints"),
    Place("projects", "Projects", "folder-kanban", "Work", "projects"),
    Place("composer", "Compose", "file-pen-line", "Briefings"),
    Place("settings", "Settings", "settings", ""),
)


class NavButton(QAbstractButton):
    """A place in the sidebar; the chosen one has a bar at its left and bold words."""

    def __init__(self, place: Place, theme: Theme) -> None:
        super().__init__()
        self.place, self._theme = place, theme
        self.count: int | None = None
        self.setCheckable(True)
        self.setText(place.words)
        self.setAccessibleName(place.words)
        self.setObjectName(f"place-{place.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: int) -> None:
        """Shows how many records the place has."""
        self.count = count
        self.setAccessibleDescription(f"{count:,}")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a row of navigation."""
        return QSize(192, max(30, self.fontMetrics().height() + 12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        enabled, chosen = self.isEnabled(), self.isChecked()
        ink = "tx3" if not enabled else "tx" if chosen else "tx2"
        middle = self.height() // 2
        icon = self._theme.icon(self.place.icon, "accT" if chosen else ink)
        icon.paint(painter, QRect(10, middle - 8, 16, 16))
        painter.setFont(_weighted(chosen))
        painter.setPen(self._theme.colour(ink))
        painter.drawText(QRect(34, 0, self.width() - 80, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.count is not None:
            painter.setFont(font("secondary"))
            painter.setPen(self._theme.colour("tx2" if chosen else "tx3"))
            right = QRect(0, 0, self.width() - 10, self.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{self.count:,}")

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "accS" if self.isChecked() else "sunk" if self.underMouse() and self.isEnabled() else ""
        if ground:
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(self.rect(), 5, 5)
        if self.isChecked():
            painter.setBrush(self._theme.colour("acc"))
            painter.drawRoundedRect(QRect(0, 0, 3, self.height()), 1, 1)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(self._theme.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)


def _weighted(bold: bool) -> QFont:
    made = font("body")
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


class Sidebar:
    """Fills the two layouts of the sidebar with the buttons of the places."""

    def __init__(self, theme: Theme, places: QVBoxLayout, foot: QVBoxLayout, owner: QWidget) -> None:
        self.group = QButtonGroup(owner)
        self.buttons: dict[str, NavButton] = {}
        heading = ""
        for place in PLACES:
            if place.group and place.group != heading:
                heading = place.group
                words = label(heading, "caption")
                words.setContentsMargins(8, 10, 0, 2)
                places.addWidget(words)
            button = self.buttons[place.name] = NavButton(place, theme)
            self.group.addButton(button)
            (places if place.group else foot).addWidget(button)

    def choose(self, name: str) -> None:
        """Marks the place that is shown; none while no workspace is open."""
        self.group.setExclusive(False)
        for key, button in self.buttons.items():
            button.setChecked(key == name)
        self.group.setExclusive(bool(name))

    def enable(self, enabled: bool) -> None:
        """Places can be chosen only while a workspace is open."""
        for button in self.buttons.values():
            button.setEnabled(enabled)
