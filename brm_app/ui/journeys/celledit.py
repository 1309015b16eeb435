"""The field that stands over a cell or the name of a stage while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from brm_app.ui.keypresses import ENTER, claims

KEEP = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class CellEditor(QPlainTextEdit):
    """Enter, or leaving it, keeps what was typed; Esc takes it back. `ended` tells whether to keep, once."""

    ended = Signal(bool)

    def __init__(self, parent: QWidget, spoken: str, text: str, line: bool) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(spoken)
        self._line, self._over = line, False
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if line else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.setStyleSheet("QPlainTextEdit { padding: 2px; border-radius: 4px; }")
        self.setTabChangesFocus(True)

    def words(self) -> str:
        """What was typed; a name is one line."""
        text = self.toPlainText().strip()
        return " ".join(text.split()) if self._line else text

    def end(self, keep: bool) -> None:
        """Ends the typing; only the first call counts."""
        if not self._over:
            self._over = True
            self.ended.emit(keep)

    def event(self, event: QEvent) -> bool:
        """Keeps Esc and Ctrl+Enter from the window while it is typed in."""
        return claims(event, Qt.Key.Key_Escape, *ENTER) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Shift+Enter begins a line, Esc takes back."""
        enter = event.key() in ENTER
        if event.key() == Qt.Key.Key_Escape:
            self.end(keep=False)
        elif enter and (self._line or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            self.end(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps what was typed, but not when another window comes to the front."""
        super().focusOutEvent(event)
        if event.reason() not in KEEP:
            self.end(keep=True)
