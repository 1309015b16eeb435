"""A whole window for tests, driven as a person drives it: by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from brm_app.app import make_window
from brm_app.services.workspace import Workspace
from brm_app.ui.window import Window
from tests.answers import Answers

W = TypeVar("W", bound=QWidget)


class Driver:
    """What a person does with the window."""

    def __init__(self, qtbot: QtBot, window: Window, answers: Answers) -> None:
        self.bot, self.window, self.answers = qtbot, window, answers

    @property
    def workspace(self) -> Workspace:
        assert self.window.desk is not None
        return self.window.desk.workspace

    def find(self, kind: type[W], name: str) -> W:
        """The one widget of that name that can be seen, once it is there."""
        QApplication.processEvents()
        found = [w for w in self.window.findChildren(kind, name) if w.isVisible()]
        assert len(found) == 1, f"{len(found)} of {name}"
        return found[0]

    def press(self, name: str) -> None:
        """Clicks a button."""
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def type(self, name: str, text: str) -> None:
        """Replaces what a field holds by typing."""
        field = self.find(QWidget, name)
        target = field.lineEdit() if isinstance(field, QComboBox) else field
        assert target is not None
        target.setFocus()
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(target, Qt.Key.Key_Delete)
        QTest.keyClicks(target, text)
        if isinstance(field, QComboBox):
            for popup in filter(None, (completer.popup() for completer in filter(None, (field.completer(),)))):
                popup.hide()
                self.window.activateWindow()  # a platform without a window manager does not give it back
                self.until(self.window.isActiveWindow)

    def choose(self, name: str, words: str) -> None:
        """Picks an entry of a combo box with the arrow keys."""
        combo = self.find(QComboBox, name)
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.count()):
            if combo.currentText() == words:
                return
            QTest.keyClick(combo, Qt.Key.Key_Down)
        raise AssertionError(f"{name} does not offer {words}")

    def keys(self, sequence: str) -> None:
        """Presses a key of the window's menus, wherever the focus is."""
        QApplication.processEvents()
        QTest.keySequence(self.window.focusWidget() or self.window, QKeySequence(sequence))

    def until(self, true: Callable[[], bool]) -> None:
        """Waits until something is so."""
        self.bot.waitUntil(true, timeout=15_000)

    def text(self, name: str) -> str:
        """What a label or a field says."""
        widget = self.find(QWidget, name)
        if isinstance(widget, QLabel | QLineEdit):
            return widget.text()
        assert isinstance(widget, QPlainTextEdit)
        return widget.toPlainText()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def empty_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Driver]:
    """A window on its first page."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("appearance", "light")
    window = make_window(settings, ask=answers)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield Driver(qtbot, window, answers)
    window.navigator.page = None  # what a failed test left typed must not ask questions
    window.close()


@pytest.fixture
def driver(empty_window: Driver, tmp_path: Path) -> Driver:
    """The window with an empty workspace open."""
    path = tmp_path / "meridian.brm"
    Workspace.create(path, "Meridian", rate=4600).close()
    empty_window.window.open_path(path)
    empty_window.until(lambda: empty_window.window.desk is not None)
    return empty_window
