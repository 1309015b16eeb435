"""The calendar beside a date is gone through by arrows, and a click or Enter takes a day."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from brm_app.ui.desk import Theme
from brm_app.ui.editing.calendar import Calendar

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def taken() -> list[dt.date]:
    """The days that were taken."""
    return []


@pytest.fixture
def below(qtbot: QtBot) -> QPushButton:
    """The button that opens it."""
    made = QPushButton("Day")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def calendar(below: QPushButton, taken: list[dt.date]) -> Calendar:
    """A calendar on the last day of October."""
    made = Calendar(Theme(), TODAY, "Calendar for Due", below)
    made.chosen.connect(taken.append)
    made.open(dt.date(2026, 10, 31), below)
    return made


def press(calendar: Calendar, *keys: Qt.Key, shift: bool = False) -> None:
    """Presses keys in the days."""
    for key in keys:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(calendar.days, key, held)


def test_arrows_go_over_the_ends_of_a_month(calendar: Calendar) -> None:
    assert calendar.title.text() == "October 2026"
    press(calendar, Qt.Key.Key_Right)
    assert (calendar.days.day, calendar.title.text()) == (dt.date(2026, 11, 1), "November 2026")
    press(calendar, Qt.Key.Key_Up)
    assert calendar.days.day == dt.date(2026, 10, 25)


def test_pages_are_months_or_years_and_a_shorter_month_ends_sooner(calendar: Calendar) -> None:
    press(calendar, Qt.Key.Key_PageDown)
    assert calendar.days.day == dt.date(2026, 11, 30)
    press(calendar, Qt.Key.Key_PageUp, shift=True)
    assert calendar.days.day == dt.date(2025, 11, 30)
    press(calendar, Qt.Key.Key_Home)
    assert calendar.days.day == dt.date(2025, 11, 1)
    press(calendar, Qt.Key.Key_PageDown, Qt.Key.Key_End)
    assert calendar.days.day == dt.date(2025, 12, 31)


def test_it_ends_where_its_years_end(calendar: Calendar) -> None:
    calendar.days.go(dt.date(9999, 12, 31))
    press(calendar, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    assert calendar.days.day == dt.date(2199, 12, 31)
    calendar.days.go(dt.date(1, 1, 1))
    press(calendar, Qt.Key.Key_PageUp, shift=True)
    assert calendar.days.day == dt.date(1900, 1, 1)


def test_arrows_follow_the_eye_where_lines_run_from_right_to_left(qapp: QApplication, calendar: Calendar) -> None:
    calendar.days.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(calendar, Qt.Key.Key_Left)
    assert calendar.days.day == dt.date(2026, 11, 1)


def test_a_click_takes_a_day_also_of_the_month_beside(calendar: Calendar, taken: list[dt.date]) -> None:
    days = calendar.days
    cell = days.visualRect(days.month.index(0, 0)).center()
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell)
    assert taken == [dt.date(2026, 9, 28)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_take_the_day_and_close(calendar: Calendar, taken: list[dt.date], key: Qt.Key) -> None:
    press(calendar, Qt.Key.Key_Left, key)
    assert taken == [dt.date(2026, 10, 30)]
    assert QApplication.activePopupWidget() is None


def test_today_and_the_months_beside_are_a_click_away(calendar: Calendar, taken: list[dt.date]) -> None:
    for name, month in (("nextMonth", "November 2026"), ("previousMonth", "October 2026")):
        QTest.mouseClick(calendar.findChildren(QToolButton, name)[0], Qt.MouseButton.LeftButton)
        assert calendar.title.text() == month
    QTest.mouseClick(calendar.findChildren(QPushButton, "calendarToday")[0], Qt.MouseButton.LeftButton)
    assert taken == [TODAY]


def test_a_day_is_told_as_a_whole_and_today_as_today(calendar: Calendar) -> None:
    calendar.days.go(TODAY)
    month = calendar.days.month
    told = month.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Sunday 22 November 2026, today"
    assert calendar.days.accessibleName() == "November 2026"
