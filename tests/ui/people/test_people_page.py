"""The directory of people by mouse and keys: views, one person, VIP rules, and who speaks for which unit."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QWidget

from brm_app.domain.records import Assignment, Person, Promise, Record, Touchpoint, Unit
from brm_app.ui.clock import Clock
from brm_app.ui.listing import RecordTable
from brm_app.ui.people.page import PeoplePage
from brm_app.ui.people.view import initials
from brm_app.ui.timeline import Timeline
from tests.ui.conftest import Driver

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
PHARMACY, FINANCE = Unit(name="Pharmacy"), Unit(name="Finance")
BEN = Person(name="Ben Hale", unit=FINANCE.id, job_title="Payroll lead")
ADA = Person(
    name="Ada Moss", job_title="Director", unit=PHARMACY.id, email="ada@example.org", vip=True, power_user=True,
    name_consent=True, vip_delegate=BEN.id, vip_contact_rule="Ring first.", vip_preference="same day",
)  # fmt: skip
IDA = Person(name="Ida Brand", side="IT", job_title="Senior liaison")
MET = Touchpoint(unit=PHARMACY.id, people=(ADA.id,), happened_at=NOW - dt.timedelta(days=3), summary="Labels jam.")
PRINTER = Promise(words="A trial date", to_whom=ADA.id, touchpoint=MET.id, due=NOW.date(), owner=IDA.id)
SPEAKS = Assignment(person=IDA.id, unit=PHARMACY.id, service_area="Medicines", share_of_time=60)
ALL: tuple[Record, ...] = (PHARMACY, FINANCE, ADA, BEN, IDA, MET, PRINTER, SPEAKS)


@pytest.fixture
def page(driver: Driver) -> PeoplePage:
    desk = driver.window.desk
    assert desk is not None
    desk.clock = Clock(NOW)
    with driver.workspace.write("Add all") as batch:
        for record in ALL:
            batch.add(record)
    driver.window.go("people", ADA.id)
    page = driver.window.page
    assert isinstance(page, PeoplePage)
    return page


def cells(driver: Driver) -> list[list[str]]:
    """What the directory shows."""
    model = driver.find(RecordTable, "peopleList").model()
    across = range(model.columnCount())
    return [[model.index(row, column).data() for column in across] for row in range(model.rowCount())]


def covered(driver: Driver) -> list[list[str]]:
    """What the coverage shows."""
    model = driver.find(QTableView, "coverageList").model()
    return [[model.index(row, column).data() for column in (0, 2)] for row in range(model.rowCount())]


def press(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def test_the_directory_says_unit_side_and_who_has_nobody_to_speak_for_them(driver: Driver, page: PeoplePage) -> None:
    assert cells(driver) == [
        ["Ada Moss", "Director", "Pharmacy", "Business", ""],
        ["Ben Hale", "Payroll lead", "Finance", "Business", "◆ Nobody"],
        ["Ida Brand", "Senior liaison", "", "IT", "Pharmacy"],
    ]


def test_the_views_show_one_side_or_the_vips(driver: Driver, page: PeoplePage) -> None:
    shown = []
    for view in range(4):
        driver.press(f"peopleView-{view}")
        shown.append([row[0] for row in cells(driver)])
    assert shown == [["Ada Moss", "Ben Hale", "Ida Brand"], ["Ada Moss", "Ben Hale"], ["Ida Brand"], ["Ada Moss"]]


def test_a_heading_sorts_and_turns_round_and_is_remembered(driver: Driver, page: PeoplePage) -> None:
    head = driver.find(RecordTable, "peopleList").horizontalHeader()

    def click(column: int) -> list[str]:
        place = QPoint(head.sectionViewportPosition(column) + 8, head.height() // 2)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return [row[0] for row in cells(driver)]

    assert click(1) == ["Ada Moss", "Ben Hale", "Ida Brand"]
    assert click(1) == ["Ida Brand", "Ben Hale", "Ada Moss"]
    assert click(2) == ["Ben Hale", "Ada Moss", "Ida Brand"]
    assert click(2) == ["Ada Moss", "Ben Hale", "Ida Brand"]
    assert driver.workspace.remembered("order of people") == ["unit", True]


def test_a_person_is_shown_with_vip_rules_promises_and_what_happened(driver: Driver, page: PeoplePage) -> None:
    card = driver.find(QWidget, "vipCard")
    said = [child.text() for child in card.findChildren(QLabel) if child.isVisible()]
    assert [words for words in said if words in ("Ring first.", "Same day")] == ["Ring first.", "Same day"]
    assert driver.text("personAbout") == "Director, Pharmacy"
    assert [i.subject for i in driver.find(Timeline, "personTimeline").items] == ["Meeting, Pharmacy"]
    press(driver.find(QPushButton, "promise-0"), Qt.Key.Key_K)
    assert driver.workspace.need(Promise, PRINTER.id).state == "kept"
    driver.press("delegatePerson")
    assert driver.text("personName") == "Ben Hale"
    assert not card.isVisible()


def test_the_people_of_one_unit_are_shown_until_the_chip_is_pressed(driver: Driver, page: PeoplePage) -> None:
    driver.window.go("people", f"unit:{FINANCE.id}")
    assert [row[0] for row in cells(driver)] == ["Ben Hale"]
    assert driver.text("personName") == "Ben Hale"
    driver.press("peopleUnit")
    assert len(cells(driver)) == 3


def test_a_person_that_the_view_hides_is_shown_all_the_same(driver: Driver, page: PeoplePage) -> None:
    driver.press("peopleView-3")
    driver.window.go("people", IDA.id)
    assert driver.text("personName") == "Ida Brand"
    assert page.directory.segments.choice == 0


def test_e_edits_and_c_asks_from_the_list(driver: Driver, page: PeoplePage) -> None:
    wanted: list[object] = []
    page.desk.log_wanted.disconnect()
    page.desk.log_wanted.connect(wanted.append)
    table = driver.find(RecordTable, "peopleList")
    press(table, Qt.Key.Key_C)
    assert [getattr(record, "id", "") for record in wanted] == [ADA.id]
    press(table, Qt.Key.Key_E)
    driver.type("field-phone", "4402")
    driver.keys("Ctrl+Return")
    assert driver.workspace.need(Person, ADA.id).phone == "4402"
    assert driver.find(RecordTable, "peopleList").hasFocus()


def test_the_coverage_takes_the_place_of_a_form_and_keeps_what_was_typed(driver: Driver, page: PeoplePage) -> None:
    press(driver.find(RecordTable, "peopleList"), Qt.Key.Key_E)
    driver.press("peopleView-4")
    assert driver.text("coverageCount") == "1 unit without anybody"
    driver.press("peopleView-0")
    press(driver.find(RecordTable, "peopleList"), Qt.Key.Key_E)
    driver.type("field-phone", "4402")
    driver.press("peopleView-4")
    assert covered(driver) == [["Finance", "Nobody"], ["Pharmacy", "Ida Brand"]]
    assert driver.workspace.need(Person, ADA.id).phone == "4402"


def test_the_coverage_shows_holes_and_a_named_liaison_closes_one(driver: Driver, page: PeoplePage) -> None:
    driver.press("peopleView-4")
    assert driver.text("coverageCount") == "1 unit without anybody"
    assert covered(driver) == [["Finance", "Nobody"], ["Pharmacy", "Ida Brand"]]
    table = driver.find(QTableView, "coverageList")
    press(table, Qt.Key.Key_Home)
    QTest.keyClick(table, Qt.Key.Key_Return)
    driver.type("field-person", "Ben Hale")
    driver.type("field-share_of_time", "20")
    driver.keys("Ctrl+Return")
    assert driver.text("coverageCount") == "Somebody speaks for every unit"
    assert covered(driver)[0] == ["Finance", "Ben Hale"]
    press(table, Qt.Key.Key_Delete)
    assert covered(driver)[0] == ["Finance", "Nobody"]
    driver.keys("Ctrl+Z")
    assert covered(driver)[0] == ["Finance", "Ben Hale"]


def test_walking_the_coverage_keeps_the_keyboard_in_it(driver: Driver, page: PeoplePage) -> None:
    driver.press("peopleView-4")
    table = driver.find(QTableView, "coverageList")
    press(table, Qt.Key.Key_Home)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.hasFocus()
    assert page.speaking.form.base == SPEAKS


def test_a_unit_is_given_to_a_person_on_their_page(driver: Driver, page: PeoplePage) -> None:
    driver.window.go("people", IDA.id)
    driver.press("addAssignment")
    driver.type("field-unit", "Finance")
    driver.keys("Ctrl+Return")
    assert {a.unit for a in driver.workspace.find(Assignment)} == {PHARMACY.id, FINANCE.id}
    assert driver.text("personName") == "Ida Brand"
    assert "Finance" in driver.find(QPushButton, "assignment-1").accessibleName()


def test_tab_past_the_list_leaves_the_form_beside_it_open(driver: Driver, page: PeoplePage) -> None:
    page.new_record()
    table = driver.find(RecordTable, "peopleList")
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.view.isHidden()
    assert table.current_id() == ""
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current_id()


def test_a_new_person_is_listed_and_shown(driver: Driver, page: PeoplePage) -> None:
    driver.press("peopleView-2")
    driver.keys("Ctrl+N")
    driver.type("field-name", "Cy Dunn")
    driver.keys("Ctrl+Return")
    assert driver.text("personName") == "Cy Dunn"
    assert ["Cy Dunn", "", "", "Business", ""] in cells(driver)


@pytest.mark.parametrize(
    ("name", "letters"), [("Ada Moss", "AM"), ("Niamh van der Berg", "NB"), ("Cher", "C"), ("", ""), ("(x) Élan", "É")]
)
def test_initials_are_those_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters
