"""The field that filters a list tells when typing has paused, and empties itself before the page does anything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.ui.desk import Theme
from brm_app.ui.filtering import Filter


@pytest.fixture
def field(qtbot: QtBot) -> Filter:
    made = Filter(Theme(), "units")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.take_cursor()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_it_is_told_once_after_several_keys(qtbot: QtBot, field: Filter) -> None:
    told: list[str] = []
    field.paused.connect(lambda: told.append(field.text()))
    with qtbot.waitSignal(field.paused):
        QTest.keyClicks(field, "ward")
    assert told == ["ward"]


def test_the_first_escape_empties_it_and_the_next_is_the_pages(field: Filter) -> None:
    QTest.keyClicks(field, "ward")
    assert field.let_go()
    assert field.text() == ""
    assert not field.let_go()


def test_the_cursor_comes_back_ready_for_other_words(field: Filter) -> None:
    QTest.keyClicks(field, "ward")
    field.clearFocus()
    field.take_cursor()
    QTest.keyClicks(field, "lab")
    assert field.text() == "lab"
    assert field.accessibleName() == "Filter units"


def test_words_in_a_filter_without_the_cursor_stay(field: Filter) -> None:
    QTest.keyClicks(field, "ward")
    field.clearFocus()
    assert not field.let_go()
    assert field.text() == "ward"
    assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
