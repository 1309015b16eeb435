"""Keys as pages and fields read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def claims(event: QEvent, *keys: Qt.Key) -> bool:
    """True where the window asks whether one of these keys is its own: the key is the field's, and no shortcut."""
    claimed = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in keys
    if claimed:
        event.accept()
    return claimed


def act_of(page: QWidget, event: QKeyEvent, acts: Mapping[Qt.Key, Callable[[], object]]) -> Callable[[], object] | None:
    """What a single letter does on a page; nothing while somebody types."""
    typing = isinstance(page.focusWidget(), QLineEdit | QPlainTextEdit)
    return None if event.modifiers() or typing else acts.get(Qt.Key(event.key()))
