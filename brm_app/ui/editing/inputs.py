"""Input widgets that leave Ctrl+Z to the window when they have nothing of their own to undo."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from brm_app.ui.keypresses import claims


def _is_spent_undo(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return (event.matches(undo) and not can_undo) or (event.matches(redo) and not can_redo)


class Line(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        """Lets undo and redo pass to the window where there is nothing typed to undo."""
        if _is_spent_undo(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class Asked(Line):
    """A line that asks for a few words; Esc leaves it, and is not the window's then."""

    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keeps Esc from the window's menus."""
        return claims(event, Qt.Key.Key_Escape) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, everything else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Note(QPlainTextEdit):
    """Many lines of text; Tab leaves the field."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._lines = lines
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)
        self.textChanged.connect(self._fit)

    def _fit(self) -> None:
        """Grows with the text up to ten lines, then it scrolls."""
        lines = min(10, max(self._lines, int(self.document().size().height())))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)

    def event(self, event: QEvent) -> bool:
        """Lets undo and redo pass to the window where there is nothing typed to undo."""
        document = self.document()
        if _is_spent_undo(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class Choice(QComboBox):
    """A combo box that the wheel changes only when it has the focus, so that scrolling a form changes nothing."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)

    def showPopup(self) -> None:
        """Opens the list, which says what it is a list of."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the form unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
