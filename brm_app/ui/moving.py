"""J and K move in lists as the arrows do; other letters are left to the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


def move_by_letter(view: QAbstractItemView, event: QKeyEvent) -> bool:
    """True where the key was a plain letter: J and K moved, any other goes on to the page."""
    if event.modifiers() or not event.text().isalpha():
        return False
    step = STEPS.get(Qt.Key(event.key()))
    if step is None:
        event.ignore()
        return True
    here = view.currentIndex()
    there = here.siblingAtRow(here.row() + step)
    if there.isValid():
        view.setCurrentIndex(there)
    return True
