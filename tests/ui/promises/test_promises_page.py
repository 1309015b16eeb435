"""The page of promises: one key keeps, chases or defers; breaking asks for a reason; all of it can be undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from brm_app.domain.records import Promise, Touchpoint, Unit
from brm_app.services.workspace import Workspace
from brm_app.ui.ask import Dialogs
from brm_app.ui.clock import Clock
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.promises.page import PromisesPage
from brm_app.ui.promises.view import act_place
from brm_app.ui.theme import dress

NOW = dt.datetime(2026, 11, 19, 10, 42, tzinfo=dt.UTC)
TODAY = NOW.date()


class Reader:
    """A person at the page."""

    def __init__(self, page: PromisesPage) -> None:
        self.page, self.workspace = page, page.desk.workspace
        self.went: list[tuple[str, str]] = []
        page.desk.wanted.connect(lambda place, record: self.went.append((place, record)))

    def key(self, key: Qt.Key) -> None:
        """Presses a key wherever the focus is."""
        QTest.keyClick(self.page.window().focusWidget() or self.page, key)

    def write(self, text: str) -> None:
        """Types wherever the focus is."""
        QTest.keyClicks(self.page.window().focusWidget() or self.page, text)

    def held(self, promise_id: str) -> Promise:
        """A promise as it is in the workspace."""
        return self.workspace.need(Promise, promise_id)

    @property
    def words(self) -> list[str]:
        """The lines of the list."""
        return [row.words for row in self.page.list.rows.rows]


@pytest.fixture
def reader(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Reader]:
    dress(qapp, dark=False)
    workspace = Workspace.create(tmp_path / "a.brm")
    with workspace.write("Some") as batch:
        batch.add(Unit(id="u", name="Pharmacy"))
        batch.add(Touchpoint(id="met", happened_at=NOW, unit="u"))
        for name, days in (("A badge reader", -2), ("A trial date", 0), ("A new lift", 40)):
            due = TODAY + dt.timedelta(days)
            batch.add(Promise(id=name[2:3], words=name, due=due, touchpoint="met"))
    window, runner = QWidget(), Runner()
    qtbot.addWidget(window)
    window.resize(1240, 800)
    desk = Desk(workspace, Theme(), Dialogs(window), runner, Clock(NOW))
    page = PromisesPage(desk)
    page.setParent(window)
    page.resize(window.size())
    desk.changed.connect(page.refresh)
    page.refresh(None)
    page.open_record("")
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    page.list.setFocus()
    yield Reader(page)
    runner.close()
    desk.close()
    workspace.close()


def test_promises_stand_by_their_day_with_their_mark_in_words(reader: Reader) -> None:
    assert reader.words == ["Late", "A badge reader", "Due this week", "A trial date", "Later", "A new lift"]
    rows = reader.page.list.rows
    spoken = rows.data(rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A badge reader. 2 days late. Promised 19 Nov. Pharmacy"
    assert reader.page.sentence.text() == "1 late, 1 due this week, 1 later"


@pytest.mark.parametrize("key", [Qt.Key.Key_K, Qt.Key.Key_Space])
def test_one_key_keeps_a_promise_and_goes_on_to_the_next(reader: Reader, key: Qt.Key) -> None:
    reader.key(key)
    assert (reader.held("b").state, reader.held("b").closed_on) == ("kept", TODAY)
    assert reader.words == ["Due this week", "A trial date", "Later", "A new lift"]
    assert reader.page.shown_record() == "t"
    assert reader.workspace.undo_label() == "Keep promise “A badge reader”"
    reader.workspace.undo()
    assert reader.held("b").state == "open"


def test_breaking_asks_for_a_reason(reader: Reader) -> None:
    reader.key(Qt.Key.Key_B)
    reader.key(Qt.Key.Key_Return)
    assert reader.page.about.answer.error.text().startswith("Say in a few words")
    reader.write("No money this year")
    reader.key(Qt.Key.Key_Return)
    assert (reader.held("b").state, reader.held("b").reason) == ("broken", "No money this year")
    assert reader.page.list.hasFocus()


def test_esc_leaves_the_answer_and_changes_nothing(reader: Reader) -> None:
    reader.key(Qt.Key.Key_B)
    reader.write("No")
    reader.key(Qt.Key.Key_Escape)
    assert not reader.page.about.answer.isVisible()
    assert reader.page.list.hasFocus()
    assert reader.held("b").state == "open"


def test_chasing_is_one_key_and_is_told(reader: Reader) -> None:
    reader.key(Qt.Key.Key_C)
    assert reader.held("b").chased_on == TODAY
    assert reader.page.list.rows.rows[1].second == "Promised 19 Nov, chased 19 Nov"


def test_deferring_takes_a_day_as_it_is_typed(reader: Reader) -> None:
    reader.key(Qt.Key.Key_D)
    reader.write("some day")
    reader.key(Qt.Key.Key_Return)
    assert reader.page.about.answer.error.text().startswith("That is no day.")
    reader.page.about.answer.line.clear()
    reader.write("fri")
    reader.key(Qt.Key.Key_Return)
    assert reader.held("b").due == dt.date(2026, 11, 20)
    assert reader.page.shown_record() == "b"


def test_enter_opens_the_touchpoint(reader: Reader) -> None:
    reader.key(Qt.Key.Key_Return)
    assert reader.went == [("touchpoints", "met")]


def test_keys_pass_over_headings(reader: Reader) -> None:
    reader.key(Qt.Key.Key_Down)
    assert reader.page.shown_record() == "t"
    reader.key(Qt.Key.Key_Up)
    assert reader.page.shown_record() == "b"


def test_the_painted_button_keeps_the_promise_of_its_row(reader: Reader) -> None:
    view = reader.page.list
    rect = view.visualRect(view.rows.index(3, 0))
    place = act_place(rect.size(), view.font()).translated(rect.topLeft()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.held("t").state == "kept"


def test_a_kept_promise_is_found_and_opened_again(reader: Reader) -> None:
    reader.key(Qt.Key.Key_K)
    QTest.mouseClick(reader.page.views.buttons[1], Qt.MouseButton.LeftButton)
    assert reader.words == ["Kept", "A badge reader"]
    reader.page.act("keep")
    assert reader.held("b").state == "kept"
    reader.page.act("reopen")
    assert (reader.held("b").state, reader.held("b").closed_on) == ("open", None)


def test_the_filter_says_when_nothing_is_found(reader: Reader) -> None:
    reader.page.find_words()
    reader.write("lift")
    reader.page.filter.paused.emit()
    assert reader.words == ["Later", "A new lift"]
    reader.write("zzz")
    reader.page.filter.paused.emit()
    assert reader.page.nothing.text() == "No promise holds “liftzzz”."
    reader.page.escape()
    assert reader.page.filter.text() == ""


def test_an_empty_view_says_what_will_be_here(reader: Reader) -> None:
    QTest.mouseClick(reader.page.views.buttons[2], Qt.MouseButton.LeftButton)
    assert reader.page.nothing.text().startswith("No promise was broken.")
    assert reader.page.stack.currentIndex() == 0


def test_with_the_last_promise_gone_the_keyboard_is_at_what_can_be_done(reader: Reader) -> None:
    for _ in range(3):
        reader.key(Qt.Key.Key_K)
    assert reader.words == []
    assert reader.page.first.hasFocus()


def test_a_closed_promise_is_found_from_elsewhere(reader: Reader) -> None:
    reader.key(Qt.Key.Key_K)
    reader.page.open_record("b")
    assert reader.page.shown_record() == "b"
