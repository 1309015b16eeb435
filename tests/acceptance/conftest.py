"""A window as it stands on the screen of somebody who starts the program for the first time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brm_app.app import make_window
from brm_app.services.samples import create
from tests.acceptance.hands import Hands
from tests.answers import Answers


@pytest.fixture
def hands(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """A person before the first page."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("appearance", "light")
    answers = Answers()
    window = make_window(settings, ask=answers)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    yield Hands(qtbot, window, answers)
    worried = list(answers.asked)
    while dialog := QApplication.activeModalWidget():  # what a failed test left open must not cover the next
        dialog.close()
    window.close()
    assert worried == [], "nothing that a person does here should need a question"


@pytest.fixture
def at_work(hands: Hands, tmp_path: Path) -> Hands:
    """A person with the sample open, where a file chooser is closed without a choice."""
    path = tmp_path / "walk.brm"
    create(path, dt.date.today()).close()
    hands.window.open_path(path)
    hands.until(lambda: hands.window.desk)
    return hands
