"""The menu of a field, such as Copy and Paste, at a key; its words are Qt's own, written as ours are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, QTranslator
from PySide6.QtGui import QContextMenuEvent, QShortcut
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QWidget

KEYS = ("Shift+F10", "Menu")
_WORDS = {"Select All": "Select all", "Copy &Link Location": "Copy &link"}


class QtWords(QTranslator):
    """Writes what Qt says by itself as this window writes: a capital at the start only."""

    def translate(
        self, context: str, source: str, _about: str | None = None, _count: int = -1
    ) -> str:  # fmt: skip
        """Other words, or none where Qt's own are kept."""
        return _WORDS.get(source)  # type: ignore[return-value]  # None is how a translator says that it has none

    def isEmpty(self) -> bool:
        """It has words, though they were read from no file."""
        return False


def speak(owner: QObject) -> None:
    """As long as the owner is there, Qt's words are written as ours."""
    QCoreApplication.installTranslator(QtWords(owner))


def give_menu_key(dialog: QWidget) -> None:
    """Lets the keys open the menu of the field in a window that has no menus."""
    for key in KEYS:
        QShortcut(key, dialog, lambda: open_menu(dialog))


def open_menu(window: QWidget) -> None:
    """Opens the menu of the field that has the focus, below its cursor; where nothing has one, nothing comes up."""
    field = window.focusWidget()
    if field is None:
        return
    cursor = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = (cursor if isinstance(cursor, QRect) else QRect()).bottomLeft()
    within = field.viewport() if isinstance(field, QAbstractScrollArea) else field
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, within.mapToGlobal(place))
    QApplication.sendEvent(within, asked)
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu) and not menu.accessibleName():
        menu.setAccessibleName(f"Menu of {field.accessibleName()}")
