"""Questions to the person, in one object that a test replaces so that it never meets a modal box."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

if TYPE_CHECKING:  # the dialogs are imported when something is asked
    from PySide6.QtWidgets import QMessageBox, QWidget


class Ask(Protocol):
    """What the window may ask."""

    def open_file(self, title: str, filters: str) -> Path | None:
        """A file to read, or None."""

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        """Where to save, or None."""

    def confirm(self, sentence: str, action: str) -> bool:
        """True where the person chose `action`."""

    def say(self, sentence: str) -> None:
        """Shows a sentence that must not be missed."""

    def show_file(self, path: Path) -> bool:
        """Shows a file in the program that it belongs to; False where there is none."""


class Dialogs:
    """Asks with the platform's own dialogs."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def open_file(self, title: str, filters: str) -> Path | None:
        """A file to read, or None."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", filters)
        return Path(name) if name else None

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        """Where to save, or None."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._parent, title, suggested, filters)
        return Path(name) if name else None

    def confirm(self, sentence: str, action: str) -> bool:
        """True where the person chose `action`."""
        from PySide6.QtWidgets import QMessageBox

        box = self._box(sentence)
        chosen = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is chosen

    def say(self, sentence: str) -> None:
        """Shows a sentence that must not be missed."""
        self._box(sentence).exec()

    def show_file(self, path: Path) -> bool:
        """Shows a file in the program that it belongs to; False where there is none."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _box(self, sentence: str) -> QMessageBox:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.NoIcon, "Liaison", sentence, parent=self._parent)
        box.setTextFormat(Qt.TextFormat.PlainText)  # the sentence may hold what somebody typed
        return box
