"""The switch between audiences: one button each, Staff left and Board right, F9 for the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from brm_app.domain.records import Audience
from brm_app.ui.desk import Theme
from brm_app.ui.marks import side_icon
from brm_app.ui.words import isolated

GAP = 4  # between mark and name


class _Button(QToolButton):
    """Mark and name in the middle; arrow keys go to the neighbour, as in every row of exclusive buttons."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame as the style paints it, on it the two beside each other: the style would put them at the left."""
        painter, option = QStylePainter(self), QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        face = QFont(self.font())
        face.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        side, words = self.iconSize().width(), self.text().replace("&&", "&")
        wide = min(side + GAP + QFontMetrics(face).horizontalAdvance(words), self.width() - 2 * GAP)
        place = QRect((self.width() - wide) // 2, 0, wide, self.height())
        mark, rest = QRect(place), QRect(place)
        mark.setWidth(side)
        rest.setLeft(place.left() + side + GAP)
        mark, rest = (QStyle.visualRect(self.layoutDirection(), self.rect(), part) for part in (mark, rest))
        self.icon().paint(painter, mark)
        painter.setFont(face)
        painter.setPen(self.palette().buttonText().color())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), isolated(words))


class AudienceSwitch(QObject):
    """Fills a row with one button for each audience; tells `chosen` with the id."""

    chosen = Signal(str)

    def __init__(self, row: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._group = QButtonGroup(self)
        self._ids: list[str] = []
        self._shown: object = None
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._ids[place]))

    def fill(self, audiences: Sequence[Audience], current: str, theme: Theme) -> None:
        """Shows the audiences; rebuilds the buttons only when they changed."""
        if self._shown != (tuple(audiences), theme.dark):
            self._shown = (tuple(audiences), theme.dark)
            self._rebuild(audiences, theme)
        if current in self._ids:
            self._group.button(self._ids.index(current)).setChecked(True)

    def button(self, name: str) -> QToolButton:
        """The button of an audience by its name."""
        return next(b for b in self._group.buttons() if isinstance(b, QToolButton) and b.accessibleName() == name)

    def step(self, by: int = 1) -> None:
        """Goes to the next audience, after the last to the first."""
        if self._ids:
            place = (self._group.checkedId() + by) % len(self._ids)
            self._group.button(place).setFocus()
            self._group.button(place).click()

    def _rebuild(self, audiences: Sequence[Audience], theme: Theme) -> None:
        layout = self._row.layout()
        assert isinstance(layout, QHBoxLayout)
        for old in self._group.buttons():
            self._group.removeButton(old)
            layout.removeWidget(old)
            old.deleteLater()
        self._ids = [audience.id for audience in audiences]
        for place, audience in enumerate(audiences):
            layout.addWidget(self._made(audience, place, theme))

    def _made(self, audience: Audience, place: int, theme: Theme) -> QToolButton:
        button = _Button(self._row)
        button.setObjectName(f"audience-{audience.name}")
        button.setText(audience.name.replace("&", "&&"))
        button.setAccessibleName(audience.name)
        button.setIconSize(QSize(12, 12))
        button.setIcon(side_icon(audience.look, theme))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setProperty("role", "segment")
        edge = "first" if place == 0 else "last" if place == len(self._ids) - 1 else "middle"
        button.setProperty("edge", edge)
        button.stepped.connect(self.step)
        self._group.addButton(button, place)
        return button
