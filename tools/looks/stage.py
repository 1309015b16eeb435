"""The stage on which pictures are taken: the real window without a screen, on the sample of a fixed day."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from brm_app.app import make_window
from brm_app.briefing import typeset
from brm_app.briefing.press import Press
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui.clock import Clock
from brm_app.ui.lane import Lane
from brm_app.ui.theme import colours as colours_of
from brm_app.ui.theme import font

NOW = dt.datetime(2026, 11, 19, 10, 42, tzinfo=dt.UTC)
SIZE = (1440, 900)
TITLE = 32  # the height of a dialog's title
QUIET = 0.35  # seconds without work after which a page is taken to be finished: longer than any pause for typing
PATIENCE = 60.0
KIT = {"07-composer-dark": "12b-composer-dark"}  # where the kit names a dark picture otherwise


class Stage:
    """The window with the sample open, in one of the two themes."""

    def __init__(self, app: QApplication, folder: Path, workspace: Path, theme: str) -> None:
        self._app, self._folder, self._theme = app, folder, theme
        settings = QSettings(str(workspace.with_suffix(".ini")), QSettings.Format.IniFormat)
        settings.clear()
        settings.setValue("appearance", theme)
        self.window = make_window(settings, Clock(NOW))
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    @property
    def workspace(self) -> Workspace:
        """The open workspace."""
        assert self.window.desk is not None
        return self.window.desk.workspace

    def open(self, path: Path) -> None:
        """Opens a workspace and waits for its first page."""
        self.window.open_path(path)
        self.wait(lambda: self.window.desk is not None)
        self.settle()

    def go(self, place: str, record_id: str = "") -> None:
        """Shows a place, and a record there."""
        self.window.go(place, record_id)
        self.settle()

    def press(self, *keys: str) -> None:
        """Presses keys where the focus is."""
        for key in keys:
            QTest.keySequence(self._focus(), QKeySequence(key))
            self.settle()

    def type(self, words: str) -> None:
        """Types where the focus is."""
        QTest.keyClicks(self._focus(), words)
        self.settle()

    def click(self, name: str) -> None:
        """Clicks what has this object name."""
        found = next(w for w in self._top().findChildren(QWidget, name) if w.isVisible())
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.settle()

    def focus(self, name: str) -> None:
        """Gives the focus to what has this object name."""
        next(w for w in self._top().findChildren(QWidget, name) if w.isVisible()).setFocus()
        self.settle()

    def _top(self) -> QWidget:
        return self._app.activeModalWidget() or self.window

    def _focus(self) -> QWidget:
        return self._app.focusWidget() or self._top()

    def settle(self) -> None:
        """Waits until nothing has been worked on for a while."""
        since = time.monotonic()
        end = since + PATIENCE
        while time.monotonic() < min(since + QUIET, end):
            self._app.processEvents()
            time.sleep(0.005)
            if any(lane.busy for lane in self.window.findChildren(Lane)):
                since = time.monotonic()

    def wait(self, until: Callable[[], bool]) -> None:
        """Waits for something; raises `TimeoutError` after a minute."""
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError("the window does not get there")
            self._app.processEvents()
            time.sleep(0.005)

    def save(self, name: str) -> None:
        """Saves the window as it is, an open dialog over it; dark pictures end in -dark."""
        self.settle()
        picture = self.window.grab()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                self._put_over(picture, dialog)
        ending = "" if self._theme == "light" else "-dark"
        picture.save(str(self._folder / f"{KIT.get(name + ending, name + ending)}.png"))

    def _put_over(self, picture: QPixmap, dialog: QDialog) -> None:
        """Draws a dialog in the middle, with the title and the edge that the window system gives it."""
        inner, colours = dialog.grab(), colours_of(self._theme == "dark")
        frame = QRect(QPoint(), inner.size() + QSize(0, TITLE))
        frame.moveCenter(picture.rect().center())
        painter = QPainter(picture)
        painter.fillRect(frame, QColor(colours["side"]))
        painter.drawPixmap(frame.topLeft() + QPoint(0, TITLE), inner)
        painter.setFont(font("subject"))
        painter.setPen(QColor(colours["tx"]))
        bar = QRect(frame.topLeft() + QPoint(16, 0), QSize(frame.width() - 32, TITLE))
        painter.drawText(bar, Qt.AlignmentFlag.AlignVCenter, dialog.windowTitle())
        painter.setPen(QColor(colours["ctl"]))
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        painter.end()

    def close(self) -> None:
        """Takes the window down."""
        self.window.close()
        self.settle()
        self.window.deleteLater()
        self._app.processEvents()


def make_sample(path: Path) -> None:
    """The sample workspace as it looks on the fixed day; its history, too, is of that day."""
    create(path, NOW.date(), Press(typeset)).close()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE writes SET at = ?", (NOW.replace(tzinfo=None).isoformat(" ", "microseconds"),))
