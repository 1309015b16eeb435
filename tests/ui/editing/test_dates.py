"""A day is shown as everywhere, typed in either way, or taken from the calendar that opens in its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.records import Concern
from brm_app.services.workspace import Workspace
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.editing.calendar import Calendar
from brm_app.ui.editing.dates import DateEditor
from tests.answers import Answers

DAY = dt.date(2026, 11, 3)


@pytest.fixture
def editor(qtbot: QtBot, workspace: Workspace) -> Iterator[DateEditor]:
    """The field of a concern that says when it was raised."""
    runner = Runner()
    made = DateEditor(by_name(Concern)["raised_on"], Desk(workspace, Theme(), Answers(), runner))
    qtbot.addWidget(made)
    made.load(DAY)
    made.show()
    yield made
    runner.close()


def typed(editor: DateEditor, text: str) -> object:
    """What the field reads once a text stands in it."""
    editor.line.selectAll()
    QTest.keyClick(editor.line, Qt.Key.Key_Delete)
    QTest.keyClicks(editor.line, text)
    return editor.read()


def opened(editor: DateEditor) -> Calendar:
    """The calendar, after a press of its button."""
    QTest.mouseClick(editor._button, Qt.MouseButton.LeftButton)
    return next(top for top in QApplication.topLevelWidgets() if isinstance(top, Calendar) and top.isVisible())


def test_it_is_shown_as_everywhere_and_stays_what_it_is(editor: DateEditor) -> None:
    assert editor.line.text() == "3 Nov 2026"
    assert editor.read() == DAY


@pytest.mark.parametrize("text", ["2026-12-31", "31 Dec 2026", "31 december 2026"])
def test_it_is_typed_in_either_way(editor: DateEditor, text: str) -> None:
    assert typed(editor, text) == dt.date(2026, 12, 31)


def test_without_text_there_is_no_day_and_other_text_is_refused(editor: DateEditor) -> None:
    assert typed(editor, "") is None
    with pytest.raises(Refused, match="is not a date"):
        typed(editor, "soon")


def test_the_calendar_opens_on_the_day_and_writes_what_is_chosen(editor: DateEditor) -> None:
    calendar = opened(editor)
    assert calendar.title.text() == "November 2026"
    QTest.keyClick(calendar.days, Qt.Key.Key_Down)
    QTest.keyClick(calendar.days, Qt.Key.Key_Return)
    assert editor.line.text() == "10 Nov 2026"
    assert editor.read() == dt.date(2026, 11, 10)


def test_text_that_is_no_day_opens_the_calendar_on_today(editor: DateEditor) -> None:
    editor.line.setText("soon")
    assert opened(editor).title.text() == f"{dt.date.today():%B %Y}"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_words_never_run_under_the_button(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, direction: Qt.LayoutDirection
) -> None:
    before, runner = qapp.layoutDirection(), Runner()
    qapp.setLayoutDirection(direction)
    try:
        made = DateEditor(by_name(Concern)["raised_on"], Desk(workspace, Theme(), Answers(), runner))
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        button = QRect(made._button.mapTo(made.line, QPoint()), made._button.size())
        assert not button.intersects(made.line.rect().marginsRemoved(made.line.textMargins()))
        assert made.line.rect().contains(button)
    finally:
        qapp.setLayoutDirection(before)
        runner.close()
