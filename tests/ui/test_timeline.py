"""The timeline: what a row says, and how it is opened by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.ui.desk import Theme
from brm_app.ui.timeline import Timeline, TimelineItem

ITEMS = [
    TimelineItem("1", "18 Nov", "footprints", "Front-desk visit", "Labels jam.", tag="Promise made"),
    TimelineItem("2", "12 Nov", "phone-call", "Call-back", "“It got quicker.”", mood=4),
    TimelineItem("3", "2 Nov 2025", "users", "Monthly meeting"),
]


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline(Theme(), "happened", "What happened")
    made.resize(500, 300)
    made.show_items(ITEMS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_row_is_read_aloud_with_its_day_words_promise_and_mood(timeline: Timeline) -> None:
    spoken = [timeline.model().data(timeline.model().index(n, 0), Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert spoken == [
        "18 Nov. Front-desk visit. Labels jam. Promise made",
        "12 Nov. Call-back. “It got quicker.”. Pleased, 4 of 5",
    ]


def test_enter_and_a_click_open_a_row(timeline: Timeline) -> None:
    opened: list[str] = []
    timeline.opened.connect(opened.append)
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    middle = timeline.visualRect(timeline.model().index(2, 0)).center()
    QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == ["2", "3"]


def test_the_current_row_stays_current_when_rows_come_before_it(timeline: Timeline) -> None:
    timeline.setCurrentIndex(timeline.model().index(1, 0))
    timeline.show_items([TimelineItem("0", "20 Nov", "users", "New"), *ITEMS])
    assert timeline.currentIndex().row() == 2


def test_a_row_is_mirrored_where_writing_runs_from_right_to_left(timeline: Timeline) -> None:
    def left_end(view: Timeline) -> QImage:
        return view.viewport().grab(QRect(16, 70, 34, 30)).toImage()

    before = left_end(timeline)
    timeline.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert left_end(timeline) != before
