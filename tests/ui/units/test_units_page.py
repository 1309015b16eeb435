"""The page of a unit by mouse and keys: asking, saying how it goes, keeping promises, folding, naming someone."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from brm_app.domain.records import Assignment, Person, Promise, Record, Touchpoint, Unit
from brm_app.ui.clock import Clock
from brm_app.ui.timeline import Timeline
from brm_app.ui.units.page import UnitsPage
from brm_app.ui.units.tiles import TwoSides
from brm_app.ui.units.tree import UnitTree
from tests.ui.conftest import Driver

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
PHARMACY = Unit(name="Pharmacy", headcount=212, cadence_days=60, they_say=Decimal("3.5"), we_say=Decimal("4.2"))
DISPENSARY = Unit(name="Dispensary", part_of=PHARMACY.id, cadence_days=30)
FINANCE = Unit(name="Finance")
ADA = Person(name="Ada Moss", job_title="Director of Pharmacy", unit=PHARMACY.id, vip=True)
IDA = Person(name="Ida Brand", side="IT")
BEN = Person(name="Ben Hale", side="IT")
VISIT = Touchpoint(
    unit=PHARMACY.id, people=(ADA.id,), kind="outreach visit", minutes=40, mood=2, summary="Labels jam.",
    quote="Every second box.", happened_at=NOW - dt.timedelta(days=60),
)  # fmt: skip
PRINTER = Promise(words="A trial date", touchpoint=VISIT.id, due=NOW.date(), owner=IDA.id)
SPEAKS = Assignment(person=IDA.id, unit=PHARMACY.id, backup=BEN.id, share_of_time=60, contact="ext. 4401")
ALL: tuple[Record, ...] = (PHARMACY, DISPENSARY, FINANCE, ADA, IDA, BEN, VISIT, PRINTER, SPEAKS)


@pytest.fixture
def page(driver: Driver) -> UnitsPage:
    desk = driver.window.desk
    assert desk is not None
    desk.clock = Clock(NOW)
    with driver.workspace.write("Add all") as batch:
        for record in ALL:
            batch.add(record)
    driver.window.go("units", PHARMACY.id)
    page = driver.window.page
    assert isinstance(page, UnitsPage)
    return page


def press(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def test_the_tree_says_of_each_unit_how_long_ago_it_was_asked(driver: Driver, page: UnitsPage) -> None:
    tree = driver.find(UnitTree, "unitsList")
    assert [(e.name, e.depth, e.days, e.asked.state, e.spoken) for e in tree.entries()] == [
        ("Finance", 0, "–", "", "Finance, never asked"),
        ("Pharmacy", 0, "60", "warn", "Pharmacy, asked 60 days ago, due today"),
        ("Dispensary", 1, "–", "bad", "Dispensary, never asked"),
    ]
    assert driver.text("unitsCount") == "3 units"
    assert driver.text("unitsHoles") == "Nobody answers for Finance."


def test_the_unit_says_who_speaks_for_it_and_when_it_was_asked(driver: Driver, page: UnitsPage) -> None:
    about = "212 people. Liaison: Ida Brand, ext. 4401, 60\u00a0%. Backup: Ben Hale."
    assert driver.text("unitAbout") == about
    assert (driver.text("daysSinceAsked"), driver.text("askDue")) == ("60 days", "due today")
    assert driver.text("askKept").startswith("Every 60 days.")
    assert page.overview.scale.apart.accessibleName() == "0.7 apart"
    driver.window.go("units", DISPENSARY.id)
    assert driver.text("unitAbout").endswith("60\u00a0%, through Pharmacy. Backup: Ben Hale.")
    driver.window.go("units", FINANCE.id)
    assert driver.text("unitAbout") == "Nobody speaks for IT here yet."


def test_the_timeline_shows_all_their_words_or_the_promises_and_opens_the_touchpoint(
    driver: Driver, page: UnitsPage
) -> None:
    timeline = driver.find(Timeline, "unitTimeline")
    assert [(i.subject, i.second, i.tag, i.mood) for i in timeline.items] == [
        ("Outreach visit, Ada Moss, 40\u00a0min", "“Every second box.”", "Due today", 2)
    ]
    driver.press("unitHappened-2")
    assert [(i.subject, i.tag) for i in timeline.items] == [("A trial date", "Today")]
    press(driver.find(QWidget, "unitHappened-2"), Qt.Key.Key_Right)
    assert [i.tag for i in timeline.items] == ["Due today"]
    press(timeline, Qt.Key.Key_Return)
    assert driver.window.page is not None
    assert (driver.window.page.name, driver.window.page.shown_record()) == ("touchpoints", VISIT.id)


def test_c_asks_about_the_unit_and_so_does_its_button(driver: Driver, page: UnitsPage) -> None:
    wanted: list[object] = []
    page.desk.log_wanted.disconnect()
    page.desk.log_wanted.connect(wanted.append)
    press(page.pane.tree, Qt.Key.Key_C)
    driver.press("askNow")
    assert [record.id for record in wanted if isinstance(record, Unit)] == [PHARMACY.id] * 2


def test_both_sides_are_changed_in_place_and_the_day_is_noted(driver: Driver, page: UnitsPage) -> None:
    press(driver.find(TwoSides, "howItGoes"), Qt.Key.Key_Space)
    driver.type("field-they_say", "4.1")
    driver.keys("Ctrl+Return")
    unit = driver.workspace.need(Unit, PHARMACY.id)
    assert (unit.they_say, unit.we_say, unit.said_on) == (Decimal("4.1"), Decimal("4.2"), NOW.date())
    assert driver.find(TwoSides, "howItGoes").hasFocus()
    driver.keys("Ctrl+Z")
    assert driver.workspace.need(Unit, PHARMACY.id) == PHARMACY


def test_what_is_typed_into_the_scale_is_saved_when_another_unit_is_chosen(driver: Driver, page: UnitsPage) -> None:
    QTest.mouseClick(driver.find(TwoSides, "howItGoes"), Qt.MouseButton.LeftButton)
    driver.type("field-we_say", "3.9")
    press(page.pane.tree, Qt.Key.Key_Down)
    assert driver.workspace.need(Unit, PHARMACY.id).we_say == Decimal("3.9")
    assert page.shown_record() == DISPENSARY.id


def test_a_promise_is_kept_with_one_key_and_taken_back(driver: Driver, page: UnitsPage) -> None:
    press(driver.find(QPushButton, "promise-0"), Qt.Key.Key_K)
    kept = driver.workspace.need(Promise, PRINTER.id)
    assert (kept.state, kept.closed_on) == ("kept", NOW.date())
    assert page.overview.promises.lines() == []
    driver.keys("Ctrl+Z")
    assert driver.workspace.need(Promise, PRINTER.id) == PRINTER
    press(driver.find(QPushButton, "promise-0"), Qt.Key.Key_C)
    assert driver.workspace.need(Promise, PRINTER.id).chased_on == NOW.date()


def test_keep_shows_under_the_pointer_and_can_be_clicked(driver: Driver, page: UnitsPage) -> None:
    line = page.overview.promises.lines()[0]
    line.words.setFocus()
    driver.press("keepPromise-0")
    assert driver.workspace.need(Promise, PRINTER.id).state == "kept"


def test_arrow_keys_and_the_chevron_fold_the_tree_and_it_stays_so(driver: Driver, page: UnitsPage) -> None:
    tree = driver.find(UnitTree, "unitsList")
    press(tree, Qt.Key.Key_Left)
    assert tree.closed() == {PHARMACY.id}
    driver.press("place-people")
    driver.press("place-units")
    assert tree.closed() == {PHARMACY.id}
    row = tree.visualRect(tree.currentIndex())
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 15, row.center().y()))
    assert tree.closed() == frozenset()


def test_a_unit_below_a_folded_one_is_opened_to(driver: Driver, page: UnitsPage) -> None:
    tree = driver.find(UnitTree, "unitsList")
    press(tree, Qt.Key.Key_Left)
    driver.window.go("units", DISPENSARY.id)
    assert tree.current_id() == DISPENSARY.id
    assert tree.visualRect(tree.currentIndex()).height() > 0


def test_name_someone_leads_to_the_place_where_it_is_done(driver: Driver, page: UnitsPage) -> None:
    driver.press("nameSomeone")
    focus = driver.window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Ben Hale")
    driver.keys("Ctrl+Return")
    assert {(a.unit, a.person) for a in driver.workspace.find(Assignment)} == {
        (PHARMACY.id, IDA.id),
        (FINANCE.id, BEN.id),
    }
    driver.press("place-units")
    assert not page.pane.foot.isVisible()


def test_all_people_leads_to_those_of_the_unit(driver: Driver, page: UnitsPage) -> None:
    driver.press("allPeople")
    assert driver.window.page is not None
    assert driver.window.page.name == "people"
    assert driver.window.page.shown_record() == ADA.id


def test_a_new_unit_that_nobody_filled_in_is_forgotten(driver: Driver, page: UnitsPage) -> None:
    driver.keys("Ctrl+N")
    driver.keys("Esc")
    assert driver.text("unitName") == "Pharmacy"
    assert driver.workspace.count(Unit) == 3


def test_a_filter_that_fits_nothing_says_so_and_is_cleared(driver: Driver, page: UnitsPage) -> None:
    driver.type("unitsFilter", "zebra")
    driver.until(lambda: page.pane.nothing.isVisible())
    assert page.pane.nothing.text() == "Nothing fits “zebra”."
    driver.press("unitsClear")
    driver.until(lambda: len(page.pane.tree.ids()) == 3)


def test_a_deleted_unit_comes_back_with_undo(driver: Driver, page: UnitsPage) -> None:
    press(page.pane.tree, Qt.Key.Key_Delete)
    assert driver.workspace.get(Unit, PHARMACY.id) is None
    driver.keys("Ctrl+Z")
    assert driver.workspace.need(Unit, PHARMACY.id) == PHARMACY
