"""What is left when nothing is done: memory, open windows, and pages that were all made once."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from tests.acceptance.hands import Hands
from tests.acceptance.wandering import Wanderer

MINUTE = 20_000 // (8 * 60)  # events of the first minute of eight hours that are compressed into 20,000


def visit_all(hands: Hands) -> None:
    """Shows every place once, so that all pages are made."""
    for button in hands.window.sidebar.buttons.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()


def go_round(hands: Hands) -> None:
    """Shows every place and opens what is listed first there."""
    for button in hands.window.sidebar.buttons.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        views = hands.window.page.findChildren(QAbstractItemView) if hands.window.page else []
        listed = next((view for view in views if view.isVisible() and view.model() and view.model().rowCount()), None)
        if listed:
            first = listed.visualRect(listed.model().index(0, 0)).center()
            QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
            QTest.keyClick(listed, Qt.Key.Key_Return)
        QApplication.processEvents()


def settle(wanderer: Wanderer) -> None:
    """Closes what is open and lets go of what is to be deleted."""
    wanderer.step_aside()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def left_open() -> set[str]:
    """The kinds of top-level widgets that can be seen."""
    return {type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def resident() -> int:
    """Bytes of memory that the process holds; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if told.exists() else 0
