"""A person at the window: finds what can be seen, scrolls to it, and acts with the mouse and the keys only.

Every event goes in through the platform's window, so that Qt itself decides which widget it reaches.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from brm_app.services.workspace import Workspace
from brm_app.storage import schema
from brm_app.ui.window import Window
from tests.answers import Answers

W = TypeVar("W", bound=QWidget)
Content = dict[str, list[tuple[object, ...]]]
PATIENCE = 15_000  # ms for work in the background
SETTLING = 3_000  # ms until what was just opened has its place


class Hands:
    """What a person does with the window."""

    def __init__(self, bot: QtBot, window: Window, answers: Answers) -> None:
        self.bot, self.window, self.answers = bot, window, answers
        self.front: QWidget | None = None  # a second window that stands before the first

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""
        assert self.window.desk is not None
        return self.window.desk.workspace

    @property
    def top(self) -> QWidget:
        """What takes the events now: a dialog or the window (Qt hands keys on to an open popup)."""
        return QApplication.activeModalWidget() or self.front or self.window

    @property
    def handle(self) -> QWindow:
        """The platform's window of it, brought to the front as a window manager does it."""
        if QApplication.activeWindow() is not self.top and not QApplication.activePopupWidget():
            self.top.activateWindow()
        handle = self.top.windowHandle()
        assert handle is not None
        return handle

    # Seeing

    def seen(self, name: str) -> list[QWidget]:
        """The widgets of that name that are on the screen."""
        return [w for w in self.top.findChildren(QWidget, name) if w.isVisible() and w.window() is self.top]

    def find(self, kind: type[W], name: str) -> W:
        """The one widget of that name."""
        found = self.seen(name)
        assert len(found) == 1, f"{len(found)} of {name} can be seen"
        assert isinstance(found[0], kind), f"{name} is a {type(found[0]).__name__}"
        return found[0]

    def reads(self, name: str) -> str:
        """What a label, a button or a field says."""
        widget = self.find(QWidget, name)
        if isinstance(widget, QComboBox):
            return widget.currentText()
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText()
        assert isinstance(widget, QLabel | QLineEdit | QPushButton)
        return widget.text()

    def rows(self, name: str) -> int:
        """How many rows a table shows."""
        return self.find(QTableView, name).model().rowCount()

    def until(self, true: Callable[[], object]) -> None:
        """Waits until something is so."""
        self.bot.waitUntil(lambda: bool(true()), timeout=PATIENCE)

    def until_seen(self, name: str) -> None:
        """Waits until something comes up."""
        self.until(lambda: self.seen(name))

    # The mouse

    def click(self, name: str) -> None:
        """Clicks the middle of a widget, or the box of a tick."""
        self.until_seen(name)
        self.click_on(self.find(QWidget, name))

    def click_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Scrolls to a widget and clicks it, once nothing covers it."""
        middle = widget.rect().center()
        place = at or (QPoint(10, middle.y()) if isinstance(widget, QCheckBox) else middle)
        self.bot.waitUntil(lambda: self._can_be_hit(widget, place), timeout=SETTLING)
        handle = widget.window().windowHandle()
        assert handle is not None
        where = widget.mapTo(widget.window(), place)
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def _can_be_hit(self, widget: QWidget, place: QPoint) -> None:
        assert widget.isEnabled(), f"{widget.objectName()} is not enabled"
        self.scroll_to(widget, place)
        hit = widget.window().childAt(widget.mapTo(widget.window(), place))
        assert hit is not None, f"{widget.objectName()} lies outside of the window"
        assert hit is widget or widget.isAncestorOf(hit), f"{hit.objectName()} covers {widget.objectName()}"

    def scroll_to(self, widget: QWidget, place: QPoint) -> None:
        """Turns the wheel over the area around a widget until the place is in view."""
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None:
            return
        for _ in range(60):
            y = widget.mapTo(area.viewport(), place).y()
            if 8 <= y < area.viewport().height() - 8:
                return
            self._wheel(area.viewport(), 120 if y < 8 else -120)
        raise AssertionError(f"{widget.objectName()} can't be scrolled to")

    def _wheel(self, viewport: QWidget, turn: int) -> None:
        at = QPoint(4, viewport.height() // 2)
        event = QWheelEvent(
            QPointF(at), QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)
        QApplication.processEvents()

    # The keys

    def keys(self, *sequences: str) -> None:
        """Presses keys, wherever the focus is."""
        for sequence in sequences:
            QTest.keySequence(self.handle, QKeySequence(sequence))

    def write(self, text: str) -> None:
        """Types, wherever the focus is."""
        for character in text:
            if character == "\n":
                self.keys("Return")
            else:
                QTest.keyClick(self.handle, ord(character))

    def fill(self, name: str, text: str) -> None:
        """Clicks a field and types over what it holds."""
        field = self.find(QWidget, name)
        at = QPoint(12, field.height() // 2)
        self.click_on(field, at)
        assert field.hasFocus() or field.isAncestorOf(self.window.focusWidget() or self.window), f"{name} has no focus"
        self.keys("Ctrl+A", "Delete")
        self.write(text)

    def link(self, name: str, title: str) -> None:
        """Types a title into a field of links and takes the first that the list below offers."""
        self.fill(name, title)
        self.until(lambda: QApplication.activePopupWidget())
        self.keys("Down", "Return")
        self.until(lambda: QApplication.activePopupWidget() is None)

    def choose(self, name: str, words: str, place: int = 0) -> None:
        """Opens a list of words and takes one; `place` counts the lists of that name."""
        combo = self.seen(name)[place]
        assert isinstance(combo, QComboBox)
        row = combo.findText(words)
        assert row >= 0, f"{name} does not offer {words}"
        self.until(lambda: combo.window().isActiveWindow())
        self.click_on(combo)
        # The keys go to the list itself: a slow machine may have closed it again, and the dialog must not get them.
        for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * row, Qt.Key.Key_Return):
            QTest.keyClick(combo.view(), key)
        self.until(lambda: QApplication.activePopupWidget() is None)

    def pick(self, name: str, words: str) -> None:
        """Clicks the row of a table whose first column says these words."""
        table = self.find(QTableView, name)
        model = table.model()
        said = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
        assert words in said, f"{name} shows {said}"
        cell = table.visualRect(model.index(said.index(words), 0))
        self.click_on(table.viewport(), QPoint(24, cell.center().y()))


def content(path: Path) -> Content:
    """All rows of all tables of records, as another program finds them in the file."""
    tables = (*schema.TABLES, schema.links.name)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return {name: sorted(database.execute(f"select * from {name}"), key=repr) for name in tables}


def rows(path: Path, table: str) -> list[dict[str, object]]:
    """The rows of one table in the file, as another program finds them."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"select * from {table} order by id")]
