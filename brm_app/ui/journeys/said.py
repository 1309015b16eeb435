"""What the page of journeys says where there is nothing yet, and its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from brm_app.ui.widgets import button, label

NONE_YET = (
    "No journeys yet. A journey shows stage by stage what people expect and what they tell us.\nDraw the first one."
)
NO_STAGES = "No stages yet. Each stage is a column: what people meet there, what they feel, and what could help."
NO_OTHER = "Nobody has drawn yet how it should be. It can begin with the same stages."
LIST_HINTS = (("Ctrl N", "new"), ("Enter", "open"))
MAP_HINTS = (
    ("← →", "stage"),
    ("↑ ↓", "lane"),
    ("Enter", "edit"),
    ("Insert", "new stage"),
)
MORE_KEYS = (
    ("Shift Enter", "another card"),
    ("F2", "rename stage"),
    ("M", "moment of truth"),
    ("T", "measure on target or off"),
    ("+ −", "expected mood"),
    ("Ctrl ↑ ↓", "move card"),
    ("Ctrl Shift ← →", "move stage"),
    ("Delete", "delete card"),
    ("Shift Delete", "delete stage"),
    ("Ctrl 0", "zoom back"),
)


def notice(words: str, name: str, act: str, do: Callable[[], object]) -> tuple[QWidget, QPushButton]:
    """What will be here, and the one thing to do about it."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(24, 72, 24, 24)
    box.setSpacing(12)
    said = label(words, "about", wrap=True)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.addWidget(said)
    press = button(name, act, do, "primary")
    box.addWidget(press, 0, Qt.AlignmentFlag.AlignCenter)
    box.addStretch()
    made.hide()
    return made, press
