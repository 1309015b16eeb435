"""The sidebar: the places of the window, each a button with its icon and count."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QStyle, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.drawn.shell import Ui_Shell
from brm_app.ui.theme import app_icon, font, scaled
from brm_app.ui.widgets import label
from brm_app.ui.words import isolated


class Place(NamedTuple):  # no attrs here: the window paints before that is imported
    """One place: its name in code, its words, icon, group heading, and the collection it counts."""

    name: str
    words: str
    icon: str
    group: str
    collection: str = ""
    keyed: bool = True  # has a digit, as long as there are digits


PLACES = (
    Place("units", "Business units", "building-2", "Relationships", "units"),
    Place("people", "People", "users", "Relationships", "people"),
    Place("journeys", "Journeys", "route", "Relationships", "journeys"),
    Place("touchpoints", "Touchpoints", "footprints", "Relationships", "touchpoints"),
    Place("promises", "Promises", "handshake", "Relationships", "promises"),
    Place("concerns", "Concerns", "circle-alert", "Relationships", "concerns", keyed=False),
    Place("projects", "Projects", "folder-kanban", "Work", "projects"),
    Place("messages", "Messages", "messages-square", "Work", "messages"),
    Place("decisions", "Decisions", "flag", "Work", "decisions", keyed=False),
    Place("composer", "Compose", "file-pen-line", "Briefings"),
    Place("issued", "Issued", "stamp", "Briefings", "issues", keyed=False),
    Place("settings", "Settings", "settings", ""),
)
KEYS = {place.name: f"Ctrl+{digit}" for digit, place in zip(range(1, 10), (p for p in PLACES if p.keyed), strict=False)}
"""The keys of the places: there are nine digits."""

WIDE, NARROW = 208, 48


class NavButton(QAbstractButton):
    """A place in the sidebar; the chosen one has a bar at its edge and bold words. Narrow it is its icon only."""

    def __init__(self, place: Place, theme: Theme) -> None:
        super().__init__()
        self.place, self._theme = place, theme
        self.count, self.due, self.narrow = "", False, False
        self.setCheckable(True)
        self.setText(place.words)
        self.setAccessibleName(place.words)
        self.setObjectName(f"place-{place.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_count(self, count: int, words: str, due: bool = False) -> None:
        """Shows how many records the place has, in bold where some of them are due."""
        self.count, self.due = f"{count:,}", due
        self.setAccessibleDescription(words)
        self._tell()

    def forget_count(self) -> None:
        """Shows no count."""
        self.count, self.due = "", False
        self.setAccessibleDescription("")
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Shows the icon only, and the words as a tooltip."""
        self.narrow = narrow
        self._tell()

    def _tell(self) -> None:
        words = self.accessibleDescription()
        told = f"{self.place.words}: {words}" if words else self.place.words
        self.setToolTip(told if self.narrow or self.due else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a row of navigation."""
        return QSize(scaled(32), scaled(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        chosen = self.isChecked()
        ink = "tx3" if not self.isEnabled() else "tx" if chosen else "tx2"
        side = scaled(16)
        left = (self.width() - side) // 2 if self.narrow else scaled(8)
        icon = QRect(left, (self.height() - side) // 2, side, side)
        painter.drawPixmap(self._seen(icon), self._theme.picture(self.place.icon, "accT" if chosen else ink, side))
        if not self.narrow:
            self._paint_words(painter, ink)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        chosen, start, end = self.isChecked(), scaled(34), self.width() - scaled(8)
        leading = self._leading()
        counted = _weighted("secondary", self.due or chosen)
        painter.setFont(counted)
        painter.setPen(self._theme.colour("tx" if self.due or chosen else "tx3"))
        painter.drawText(self._seen(QRect(start, 0, end - start, self.height())), self._trailing(), self.count)
        painter.setFont(_weighted("body", chosen))
        painter.setPen(self._theme.colour(ink))
        room = end - start - (painter.fontMetrics().horizontalAdvance(self.count) + scaled(8) if self.count else 0)
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self._seen(QRect(start, 0, room, self.height())), leading, isolated(words))

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _leading(self) -> Qt.AlignmentFlag:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

    def _trailing(self) -> Qt.AlignmentFlag:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "accS" if self.isChecked() else "sunk" if self.underMouse() and self.isEnabled() else ""
        if ground:
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), 5, 5)
            painter.fillPath(shape, self._theme.colour(ground))
            if self.isChecked():
                painter.setClipPath(shape)
                painter.setBrush(self._theme.colour("acc"))  # fillRect would have PySide make all gradients first
                painter.drawRect(self._seen(QRect(0, 0, 3, self.height())))
                painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)


def _weighted(role: str, bold: bool) -> QFont:
    made = font(role)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


class Sidebar:
    """Fills the sidebar of the shell's form with the buttons of the places."""

    def __init__(self, theme: Theme, form: Ui_Shell, owner: QWidget) -> None:
        self._form = form
        self.group = QButtonGroup(owner)
        self.buttons: dict[str, NavButton] = {}
        self._headings: list[QWidget] = []
        self.narrow = False
        heading = ""
        for place in PLACES:
            if place.group and place.group != heading:
                heading = place.group
                words = label(heading, "caption")
                form.placesLayout.addWidget(words)
                self._headings.append(words)
            button = self.buttons[place.name] = NavButton(place, theme)
            self.group.addButton(button)
            (form.placesLayout if place.group else form.footLayout).addWidget(button)
        theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Lengths at the text scale of now."""
        narrow = self.narrow
        self._form.sidebar.setFixedWidth(scaled(NARROW if narrow else WIDE))
        self._form.logo.setFixedSize(scaled(28), scaled(28))
        self._form.logo.setPixmap(app_icon().pixmap(scaled(28)))
        for place, words in enumerate(self._headings):
            words.setContentsMargins(scaled(8), scaled(10 if not place else 14), scaled(8), scaled(6))
        side = scaled(2) if narrow else scaled(8)
        self._form.brandLayout.setContentsMargins(side, scaled(6), side, scaled(10))

    def set_narrow(self, narrow: bool) -> None:
        """Shows icons only, or icons, words and counts."""
        if narrow != self.narrow:
            self.narrow = narrow
            for widget in (self._form.organisation, self._form.file, *self._headings):
                widget.setVisible(not narrow)
            for button in self.buttons.values():
                button.set_narrow(narrow)
            self._measure()

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
            if not enabled:
                button.forget_count()
