"""A long list is all there, sorted by its headings, filtered as one types, and keeps its place while others write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from brm_app.domain.records import Touchpoint, Unit
from brm_app.services.workspace import Workspace
from brm_app.ui.listing import RecordTable
from brm_app.ui.marks import mood_words
from tests.ui.conftest import Driver

MANY = 640
START = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)
Role = Qt.ItemDataRole


def talk(number: int, units: list[Unit]) -> Touchpoint:
    return Touchpoint(
        happened_at=START + dt.timedelta(hours=number),
        unit=units[number % 2].id,
        kind=("meeting", "check-in", "training")[number % 3],
        mood=number % 6 or None,
        summary=f"Talk {number} about {'labels' if number % 2 else 'badges'}",
    )


@pytest.fixture
def table(driver: Driver) -> RecordTable:
    """The page of touchpoints with many of them, all known."""
    units = [Unit(name="Theatre"), Unit(name="Pharmacy")]
    with driver.workspace.write("Fill") as batch:
        for record in (*units, *(talk(number, units) for number in range(MANY))):
            batch.add(record)
    driver.press("place-touchpoints")
    found = driver.find(RecordTable, "touchpointsList")
    driver.until(lambda: found.records.rowCount() == MANY)
    return found


def cell(table: RecordTable, row: int, column: int = 3, role: Role = Role.DisplayRole) -> str:
    return str(table.records.data(table.records.index(row, column), role) or "")


def number_of(table: RecordTable) -> str:
    return cell(table, table.currentIndex().row())


def press_heading(table: RecordTable, column: int) -> None:
    head = table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(column) + 20, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_newest_come_first_and_end_jumps_to_the_oldest(driver: Driver, table: RecordTable) -> None:
    assert cell(table, 0) == f"Talk {MANY - 1} about labels"
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert number_of(table) == "Talk 0 about badges"
    assert driver.text("field-summary") == "Talk 0 about badges"
    assert table.visualRect(table.currentIndex()).bottom() <= table.viewport().height()


def test_a_heading_sorts_by_its_column_and_the_other_way_round(driver: Driver, table: RecordTable) -> None:
    press_heading(table, 2)
    assert cell(table, 0, 2) == "Pharmacy"
    driver.until(lambda: table.records.rowCount() == MANY and cell(table, MANY - 1, 2) == "Theatre")
    press_heading(table, 2)
    assert cell(table, 0, 2) == "Theatre"
    press_heading(table, 4)
    press_heading(table, 4)
    assert cell(table, 0, 4, Role.AccessibleTextRole) == mood_words(5)


def test_the_order_is_remembered_when_the_workspace_is_opened_again(driver: Driver, table: RecordTable) -> None:
    press_heading(table, 3)
    path = driver.workspace.path
    driver.window.open_path(path)
    driver.until(lambda: driver.window.desk is not None and table not in driver.window.findChildren(RecordTable))
    driver.press("place-touchpoints")
    again = driver.find(RecordTable, "touchpointsList")
    assert cell(again, 0) == "Talk 0 about badges"
    assert again.horizontalHeader().sortIndicatorSection() == 3


def test_the_filter_counts_what_fits_and_says_when_nothing_does(driver: Driver, table: RecordTable) -> None:
    driver.type("touchpointsFilter", "lab")
    driver.until(lambda: table.records.rowCount() == MANY // 2)
    assert cell(table, 0) == f"Talk {MANY - 1} about labels"
    driver.type("touchpointsFilter", "nowhere")
    driver.until(lambda: not table.isVisible())
    assert driver.text("touchpointsNothing") == "Nothing fits “nowhere”."
    driver.press("touchpointsClear")
    driver.until(lambda: table.isVisible() and table.records.rowCount() == MANY)
    assert driver.text("touchpointsFilter") == ""


def test_a_filter_that_fits_very_many_shows_the_first_at_once_and_counts_later(
    driver: Driver, table: RecordTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brm_app.storage.fulltext.FEW", 100)
    driver.type("touchpointsFilter", "labels")
    driver.until(lambda: table.records.words == "labels")
    driver.until(lambda: table.records.total() == (MANY // 2, True))
    assert cell(table, MANY // 2 - 1) == "Talk 1 about labels"


def test_the_filter_is_empty_at_the_next_visit(driver: Driver, table: RecordTable) -> None:
    driver.type("touchpointsFilter", "lab")
    driver.until(lambda: table.records.rowCount() == MANY // 2)
    driver.press("place-projects")
    driver.press("place-touchpoints")
    assert driver.text("touchpointsFilter") == ""
    driver.until(lambda: table.records.rowCount() == MANY)


def test_somebody_elses_write_moves_neither_the_rows_nor_the_choice(driver: Driver, table: RecordTable) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    for _ in range(5):
        QTest.keyClick(table, Qt.Key.Key_Up)
    chosen, top = number_of(table), cell(table, table.rowAt(0))
    with driver.workspace.write("New") as batch:
        batch.add(Touchpoint(happened_at=START + dt.timedelta(days=200), summary="Later than all"))
    driver.until(lambda: table.records.rowCount() == MANY + 1 and cell(table, 0) == "Later than all")
    assert (number_of(table), cell(table, table.rowAt(0))) == (chosen, top)
    assert driver.text("field-summary") == chosen


def test_a_changed_record_is_shown_changed_at_once(driver: Driver, table: RecordTable) -> None:
    record = driver.workspace.need(Touchpoint, table.records.id_at(0))
    with driver.workspace.write("Change") as batch:
        batch.save(attrs.evolve(record, summary="Said otherwise"), base=record)
    driver.until(lambda: cell(table, 0) == "Said otherwise")


def test_deleting_deep_in_the_list_goes_on_with_the_next_one(driver: Driver, table: RecordTable) -> None:
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert number_of(table) == "Talk 1 about labels"
    QTest.keyClick(table, Qt.Key.Key_Delete)
    driver.until(lambda: table.records.rowCount() == MANY - 1)
    assert number_of(table) == "Talk 0 about badges"
    assert driver.text("field-summary") == "Talk 0 about badges"
    driver.keys("Ctrl+Z")
    driver.until(lambda: table.records.rowCount() == MANY)


def test_saving_leaves_the_cursor_where_it_was(driver: Driver, table: RecordTable) -> None:
    ways: tuple[Callable[[], None], ...] = (
        lambda: driver.keys("Ctrl+Return"),
        lambda: driver.press("save"),
        lambda: focus_and_press(driver),
    )
    for save in ways:
        driver.type("field-minutes", "25")
        driver.type("field-channel", "phone")
        save()
        focused = driver.window.focusWidget()
        assert focused is not None
        assert focused.objectName() == "field-channel"
        driver.keys("Ctrl+Z")


def focus_and_press(driver: Driver) -> None:
    save = driver.find(QAbstractButton, "save")
    save.setFocus()
    QTest.keyClick(save, Qt.Key.Key_Space)


def test_a_record_opened_from_elsewhere_is_chosen_once_it_is_known_where_it_stands(
    driver: Driver, table: RecordTable
) -> None:
    last = driver.workspace.find(Touchpoint, sort="happened_at", limit=1)[0]
    driver.press("place-projects")
    assert driver.window.desk is not None
    driver.window.desk.go("touchpoints", last.id)
    driver.until(lambda: table.current_id() == last.id)
    assert driver.text("field-summary") == "Talk 0 about badges"


def test_another_window_of_the_same_file_may_delete_everything(driver: Driver, table: RecordTable) -> None:
    other = Workspace.open(driver.workspace.path, who="somebody else")
    records = other.find(Touchpoint)
    with other.write("Clear") as batch:
        for record in records:
            batch.delete(record)
    other.close()
    driver.press("place-projects")
    driver.press("place-touchpoints")
    driver.find(QAbstractButton, "emptyAdd")
