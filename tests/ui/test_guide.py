"""The guide that the window shows is the one of docs/, whole."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.resources import guide
from brm_app.ui.guide import OF_PLACE, PAGES, Guide
from brm_app.ui.sidebar import PLACES


@pytest.fixture
def shown(qtbot: QtBot) -> Guide:
    made = Guide()
    qtbot.addWidget(made)
    made.show_page("tour")
    return made


def test_every_page_of_the_guide_is_listed_and_every_place_has_one() -> None:
    assert {path.stem for path in guide().glob("*.md")} == {name for name, _ in PAGES} | {"index"}
    assert set(OF_PLACE) == {place.name for place in PLACES}


def test_arrows_turn_the_pages(shown: Guide) -> None:
    for _name, words in PAGES:
        assert shown.text.toPlainText().startswith(words)
        QTest.keyClick(shown.pages, Qt.Key.Key_Down)
    QTest.keyClick(shown.pages, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_every_picture_of_the_guide_is_there() -> None:
    for path in guide().glob("*.md"):
        for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", path.read_text("utf-8")):
            assert (guide() / picture).is_file(), f"{path.name} shows {picture}"
