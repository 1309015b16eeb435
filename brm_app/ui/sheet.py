"""A panel that stays in the window and is left by Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from brm_app.ui.keypresses import claims


class Sheet(QFrame):
    """Tells `escaped` when Esc is pressed, wherever in it the keyboard is."""

    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        """Keeps Esc from the window's menus."""
        return claims(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hears Esc, where the field that has the keyboard leaves it to the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
