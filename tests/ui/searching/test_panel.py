"""Search everything, by keys alone: the panel below its field in a small window."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from brm_app.domain.marking import END, START
from brm_app.domain.records import Assignment, Person, Touchpoint, Unit
from brm_app.services.workspace import Workspace
from brm_app.ui.clock import Clock
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.searching.panel import SearchPanel
from tests.answers import Answers

NOW = dt.datetime(2026, 11, 19, 10, tzinfo=dt.UTC)
PHARMACY = Unit(name="Pharmacy", headcount=212)
NIAMH = Person(name="Niamh Castellanos", job_title="Liaison", side="IT")
HUGO = Person(name="Hugo Mbatha", job_title="Technician", unit=PHARMACY.id)
PRINTING = Assignment(person=NIAMH.id, unit=PHARMACY.id, service_area="Printing", contact="ext. 4402")
VISIT = Touchpoint(happened_at=NOW, kind="meeting", unit=PHARMACY.id, summary="The robot jams")


class Screen:
    """A small window with a page, the search field, and menus."""

    def __init__(self, bot: QtBot, desk: Desk) -> None:
        self.bot, self.desk, self.closed = bot, desk, False
        self.window = QMainWindow()
        self.window.resize(900, 640)
        middle = QWidget()
        box = QVBoxLayout(middle)
        self.field, self.page = QLineEdit(), QLineEdit()
        box.addWidget(self.field)
        box.addStretch()
        box.addWidget(self.page)
        self.window.setCentralWidget(middle)
        self.done: list[str] = []
        menu = QMenu("Record", self.window)
        self.actions = [self._action(menu, words, keys) for words, keys in (("New", "Ctrl+N"), ("Save", "Ctrl+Return"))]
        self.panel = SearchPanel(desk, self.field, self.actions, self.window)
        self.went: list[tuple[str, str]] = []
        desk.wanted.connect(lambda place, record_id: self.went.append((place, record_id)))

    def close(self) -> None:
        if not self.closed:
            self.panel.close_down()
        self.closed = True

    def _action(self, menu: QMenu, words: str, keys: str) -> QAction:
        action = QAction(words, self.window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: self.done.append(words))
        menu.addAction(action)
        self.window.addAction(action)
        return action

    def open(self) -> None:
        self.panel.open()
        self.settle()

    def settle(self) -> None:
        self.bot.waitUntil(lambda: not self.panel._lane.busy, timeout=5_000)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.field, text)
        self.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)

    def shows(self) -> list[str]:
        return [re.sub(f"[{START}{END}]", "", row.title) for row in self.panel.answers.rows.rows]

    def current(self) -> str:
        return self.panel.answers.currentIndex().data() or ""


@pytest.fixture
def screen(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian")
    with workspace.write("Fill") as batch:
        for record in (PHARMACY, NIAMH, HUGO, PRINTING, VISIT):
            batch.add(record)
    runner = Runner()
    desk = Desk(workspace, Theme(), Answers(), runner, Clock(NOW))
    made = Screen(qtbot, desk)
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitExposed(made.window)
    made.page.setFocus()
    qtbot.waitUntil(made.page.hasFocus)
    yield made
    made.close()
    desk.close()
    runner.close()
    workspace.close()


def test_a_person_is_opened_with_three_letters_and_enter(screen: Screen) -> None:
    screen.open()
    screen.type("cas")
    assert screen.current() == "Niamh Castellanos"
    screen.press(Qt.Key.Key_Return)
    assert screen.went == [("people", NIAMH.id)]
    assert screen.panel.isHidden()


def test_enter_before_the_answers_are_there_opens_the_right_one(screen: Screen) -> None:
    screen.open()
    QTest.keyClicks(screen.field, "hug")
    screen.press(Qt.Key.Key_Return)
    screen.bot.waitUntil(lambda: bool(screen.went), timeout=5_000)
    assert screen.went == [("people", HUGO.id)]


def test_who_handles_something_is_answered_and_opened(screen: Screen) -> None:
    screen.open()
    screen.type("who handles printing for pharmacy")
    assert screen.shows()[:2] == ["Who answers", "Niamh Castellanos, Liaison, ext. 4402"]
    screen.press(Qt.Key.Key_Return)
    assert screen.went == [("people", NIAMH.id)]


def test_arrows_pass_over_headings_and_stay_in_the_list(screen: Screen) -> None:
    screen.open()
    places = [row for row in screen.shows() if row != "Go to"]
    assert screen.current() == places[0]
    screen.press(Qt.Key.Key_Up)
    assert screen.current() == places[0]
    screen.press(Qt.Key.Key_Down)
    assert screen.current() == places[1]
    screen.press(Qt.Key.Key_End)
    assert screen.current() == places[-1]
    screen.press(Qt.Key.Key_Down, Qt.Key.Key_PageDown)
    assert screen.current() == places[-1]
    screen.press(Qt.Key.Key_Home)
    assert screen.current() == places[0]
    assert screen.field.hasFocus()


def test_esc_clears_then_closes_and_gives_the_focus_back(screen: Screen) -> None:
    screen.open()
    screen.type("cas")
    screen.press(Qt.Key.Key_Escape)
    assert (screen.field.text(), screen.panel.isVisible()) == ("", True)
    screen.press(Qt.Key.Key_Escape)
    assert screen.panel.isHidden()
    assert screen.page.hasFocus()


def test_ctrl_enter_does_nothing_here(screen: Screen) -> None:
    screen.open()
    QTest.keyClick(screen.window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (screen.done, screen.went, screen.panel.isVisible()) == ([], [], True)


def test_a_click_into_the_page_closes_the_panel_and_keeps_the_focus_there(screen: Screen) -> None:
    screen.open()
    QTest.mouseClick(screen.page, Qt.MouseButton.LeftButton)
    assert screen.panel.isHidden()
    assert screen.page.hasFocus()


def test_a_click_into_the_field_opens_the_panel_and_a_click_on_a_row_goes_there(screen: Screen) -> None:
    QTest.mouseClick(screen.field, Qt.MouseButton.LeftButton)
    assert screen.panel.isVisible()
    screen.settle()
    screen.press(Qt.Key.Key_Escape)
    assert screen.page.hasFocus()
    QTest.mouseClick(screen.field, Qt.MouseButton.LeftButton)
    screen.type("hugo")
    answers = screen.panel.answers
    middle = answers.visualRect(answers.currentIndex()).center()
    QTest.mouseClick(answers.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert screen.went == [("people", HUGO.id)]


def test_a_click_on_a_heading_does_nothing(screen: Screen) -> None:
    screen.open()
    QTest.mouseClick(
        screen.panel.answers.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 8)
    )
    assert (screen.went, screen.panel.isVisible()) == ([], True)


def test_what_was_opened_is_offered_first_even_after_a_restart(screen: Screen) -> None:
    screen.open()
    screen.type("cas")
    screen.press(Qt.Key.Key_Return)
    screen.desk.go("touchpoints", VISIT.id)
    screen.bot.waitUntil(lambda: not screen.panel._keeping.busy, timeout=5_000)
    screen.open()
    assert screen.shows()[:3] == ["Opened lately", "The robot jams", "Niamh Castellanos"]
    again = Screen(screen.bot, screen.desk)
    screen.bot.addWidget(again.window)
    again.window.show()
    again.open()
    assert again.shows()[:3] == ["Opened lately", "The robot jams", "Niamh Castellanos"]
    again.close()


def test_actions_that_can_be_done_now_are_offered_and_run(screen: Screen) -> None:
    screen.actions[1].setEnabled(False)
    screen.open()
    screen.type("sav")
    assert "Save" not in screen.shows()
    screen.press(Qt.Key.Key_Escape)
    screen.type("new")
    assert screen.shows() == ["Actions", "New"]
    screen.press(Qt.Key.Key_Return)
    assert screen.done == ["New"]
    assert screen.page.hasFocus()


def test_places_are_gone_to(screen: Screen) -> None:
    screen.open()
    screen.type("sett")
    screen.press(Qt.Key.Key_Return)
    assert screen.went == [("settings", "")]


def test_what_is_nowhere_is_said_and_enter_does_nothing(screen: Screen) -> None:
    screen.open()
    screen.type("zzz qqx")
    assert screen.shows()[0] == "Nothing is called “zzz qqx”"
    screen.press(Qt.Key.Key_Return)
    assert (screen.went, screen.panel.isVisible()) == ([], True)


def test_who_is_not_known_yet_is_added_in_one_step_that_undo_takes_back(screen: Screen) -> None:
    screen.open()
    screen.type("Rosa Quist")
    screen.press(Qt.Key.Key_Down)
    while "people" not in screen.current():
        screen.press(Qt.Key.Key_Down)
    screen.press(Qt.Key.Key_Return)
    (added,) = screen.desk.workspace.find(Person, words="rosa")
    assert (added.name, screen.went) == ("Rosa Quist", [("people", added.id)])
    undone = screen.desk.workspace.undo()
    assert undone is not None
    assert undone.label == "Add Rosa Quist"


def test_the_answers_follow_a_write_and_its_undo_while_the_panel_is_open(screen: Screen) -> None:
    screen.open()
    screen.type("hugo")
    with screen.desk.workspace.write("Rename Hugo") as batch:
        batch.save(attrs.evolve(HUGO, name="Hugo Montague"), base=HUGO)
    screen.bot.waitUntil(lambda: "Hugo Montague" in screen.shows(), timeout=5_000)
    screen.desk.workspace.undo()
    screen.bot.waitUntil(lambda: "Hugo Mbatha" in screen.shows(), timeout=5_000)


def test_closing_while_a_search_runs_is_quiet(screen: Screen) -> None:
    screen.open()
    QTest.keyClicks(screen.field, "ph")
    screen.close()
    screen.field.setText("more")
    QApplication.processEvents()
    assert screen.panel.isHidden()


@pytest.mark.parametrize("pasted", ["x" * 10_000, '"', "\0", "😀😀", "عمر الفاروق", "' OR 1=1 --"])
def test_anything_can_be_pasted(screen: Screen, pasted: str) -> None:
    screen.open()
    screen.field.setText(pasted)
    screen.settle()
    assert screen.shows()[0].startswith("Nothing is called")


def test_every_row_is_read_out_with_all_it_shows(screen: Screen) -> None:
    screen.open()
    screen.type("printing pharmacy")
    model = screen.panel.answers.rows
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert "Niamh Castellanos, Liaison, ext. 4402. Printing in Pharmacy. No backup. Pharmacy" in spoken
    assert all(spoken)


def test_the_panel_stays_inside_a_narrow_window(screen: Screen) -> None:
    screen.open()
    screen.window.resize(420, 360)
    QApplication.processEvents()
    assert screen.window.rect().contains(screen.panel.geometry())


def test_a_screen_reader_finds_every_row_and_is_told_where_the_arrows_lead(screen: Screen) -> None:
    screen.open()
    QAccessible.setActive(True)
    try:
        screen.press(Qt.Key.Key_Down)
    finally:
        QAccessible.setActive(False)
    tree = QAccessible.queryAccessibleInterface(screen.panel.answers)
    assert tree.text(QAccessible.Text.Name) == "Answers"
    names = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount())]
    assert names[:2] == ["Go to", "Business units. Ctrl 1"]
