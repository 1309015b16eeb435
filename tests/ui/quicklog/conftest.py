"""A quick log over an empty page, driven by real keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from brm_app.domain.records import Person, Project, Promise, Record, Touchpoint, Unit
from brm_app.services.workspace import Workspace
from brm_app.ui.ask import Dialogs
from brm_app.ui.clock import Clock
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.quicklog.panel import QuickLog
from brm_app.ui.theme import dress

NOW = dt.datetime(2026, 11, 19, 10, 42, tzinfo=dt.UTC)  # a Thursday
RECORDS: tuple[Record, ...] = (
    Unit(id="pharmacy", name="Pharmacy"),
    Unit(id="4a", name="Ward 4A"),
    Unit(id="4b", name="Ward 4B"),
    Person(id="ann", name="Ann Moss", job_title="Director of Pharmacy", unit="pharmacy"),
    Project(id="labels", name="Label Printers", unit="pharmacy"),
)


class Logger:
    """A person at the quick log."""

    def __init__(self, bot: QtBot, window: QWidget, path: Path) -> None:
        self.bot, self.window, self.path = bot, window, path
        self.said: list[str] = []
        self.runner = Runner()
        self.start()

    def start(self) -> None:
        """Opens the workspace and the log over it."""
        self.workspace = Workspace.open(self.path, who="me")
        self.desk = Desk(self.workspace, Theme(), Dialogs(self.window), self.runner, Clock(NOW))
        self.desk.said.connect(lambda sentence, _undo: self.said.append(sentence))
        self.log = QuickLog(self.desk, self.window)

    def stop(self) -> None:
        """Closes both, as the window does."""
        self.log.close()
        self.log.deleteLater()
        self.desk.close()
        self.workspace.close()

    def open(self, about: Record | None = None) -> None:
        """Opens the log and waits until it knows the names."""
        self.log.open(about)
        self.bot.waitUntil(lambda: self.log.ready)

    def write(self, text: str) -> None:
        """Types wherever the focus is."""
        QTest.keyClicks(self.focus, text)

    def keys(self, *sequences: str) -> None:
        """Presses keys wherever the focus is."""
        for sequence in sequences:
            QTest.keySequence(self.focus, QKeySequence(sequence))
            QApplication.processEvents()

    @property
    def focus(self) -> QWidget:
        """What takes the keys."""
        return QApplication.activePopupWidget() or self.window.focusWidget() or self.window

    def logged(self) -> tuple[list[Touchpoint], list[Promise]]:
        """What the workspace holds."""
        return self.workspace.find(Touchpoint), self.workspace.find(Promise)


@pytest.fixture
def logger(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Logger]:
    dress(qapp, dark=False)
    path = tmp_path / "meridian.brm"
    workspace = Workspace.create(path, "Meridian")
    with workspace.write("Some") as batch:
        for record in RECORDS:
            batch.add(record)
    workspace.close()
    window = QWidget()
    qtbot.addWidget(window)
    QPushButton("Page", window).setObjectName("behind")
    window.resize(1240, 800)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    made = Logger(qtbot, window, path)
    yield made
    made.stop()
    made.runner.close()
