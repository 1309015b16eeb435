"""A few choices side by side, of which one is on; the arrow keys move between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from brm_app.ui.widgets import restyle

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segments(QWidget):
    """Emits the number of the choice that a person turns on."""

    chosen = Signal(int)

    def __init__(self, name: str, words: Sequence[str], spoken: str) -> None:
        super().__init__()
        self.buttons: list[QToolButton] = []
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self._group = QButtonGroup(self)
        for number, text in enumerate(words):
            button = QToolButton()
            button.setText(text.replace("&", "&&"))
            button.setCheckable(True)
            button.setObjectName(f"{name}-{number}")
            button.setAccessibleName(f"{spoken}: {text}")
            button.setProperty("role", "segment")
            button.setProperty("dense", "true")
            button.setProperty("edge", "middle")
            button.installEventFilter(self)
            button.clicked.connect(partial(self._choose, number))
            self._group.addButton(button, number)
            box.addWidget(button)
            self.buttons.append(button)
        self._round()
        self.show_choice(0)

    def _round(self) -> None:
        """Rounds the outer corners of the first and the last one, wherever these stand, or of the only one."""
        if len(self.buttons) == 1:
            restyle(self.buttons[0], "edge", "only")
            return
        ends = ("last", "first") if self.isRightToLeft() else ("first", "last")
        for button, edge in ((self.buttons[0], ends[0]), (self.buttons[-1], ends[1])):
            restyle(button, "edge", edge)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the direction of the writing."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self.buttons:
            self._round()

    @property
    def choice(self) -> int:
        """The number of the one that is on."""
        return self._group.checkedId()

    def show_choice(self, number: int) -> None:
        """Turns one on without telling anybody; Tab leads to that one."""
        self.buttons[number].setChecked(True)
        for place, button in enumerate(self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == number else Qt.FocusPolicy.ClickFocus)

    def _choose(self, number: int) -> None:
        self.show_choice(number)
        self.chosen.emit(number)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Arrow keys move, mirrored where writing runs from right to left."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in STEPS:
            step = STEPS[Qt.Key(event.key())]
            if self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                step = -step
            number = (self.choice + step) % len(self.buttons)
            self._choose(number)
            self.buttons[number].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]
