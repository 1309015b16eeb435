"""The main job on a project: brand, why, benefit and reading, messages and their approval, roll-out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTableWidget, QWidget

from brm_app.domain.records import Attachment, Benefit, Message, Project, Reading, Rollout, Touchpoint
from brm_app.ui.listing import RecordTable
from brm_app.ui.timeline import Timeline
from tests.ui.conftest import Driver
from tests.ui.projects.steps import add_project, held, turn_to

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#35357F"/></svg>'


def test_a_project_is_made_deleted_and_brought_back(driver: Driver) -> None:
    project = add_project(driver)
    driver.keys("Esc")
    table = driver.find(RecordTable, "projectsList")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert driver.workspace.find(Project) == []
    driver.press("toastUndo")
    assert driver.workspace.find(Project) == [project]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert driver.text("projectName") == "One Sign-on"


def test_the_form_of_the_first_project_stands_below_the_heading(driver: Driver) -> None:
    driver.press("place-projects")
    driver.keys("Ctrl+N")
    form = driver.find(QWidget, "field-name")
    page = driver.window.page
    assert page is not None
    assert form.mapTo(page, form.rect().topLeft()).y() < 200


def test_a_reading_needs_a_benefit_and_says_so(driver: Driver) -> None:
    add_project(driver)
    driver.keys("N")
    assert driver.text("toast").startswith("There is no benefit to read yet.")


def test_a_project_gets_its_brand_with_a_logo_and_two_colours(driver: Driver, tmp_path: Path) -> None:
    project = add_project(driver)
    (tmp_path / "logo.svg").write_text(LOGO)
    driver.answers.open = tmp_path / "logo.svg"
    turn_to(driver, "Brand kit")
    driver.press("edit-brand")
    driver.type("field-tagline", "Tap your badge.")
    driver.type("field-colour", "#35357f")
    driver.type("field-second_colour", "F4C14F")
    driver.press("field-logo")
    driver.until(lambda: any(b.isVisible() for b in driver.window.findChildren(QPushButton, "remove-logo")))
    driver.press("save")
    project = held(driver, project)
    assert (project.tagline, project.colour, project.second_colour) == ("Tap your badge.", "#35357F", "#F4C14F")
    assert driver.workspace.need(Attachment, project.logo or "").data == LOGO.encode()
    driver.keys("Ctrl+Z")
    assert driver.workspace.find(Attachment) == []
    assert held(driver, project).tagline == ""


def test_a_picture_that_is_none_is_refused_and_the_form_stays(driver: Driver, tmp_path: Path) -> None:
    project = add_project(driver)
    (tmp_path / "logo.svg").write_text("words")
    driver.answers.open = tmp_path / "logo.svg"
    turn_to(driver, "Brand kit")
    driver.press("edit-brand")
    driver.type("field-tagline", "Kept")
    driver.press("field-logo")
    driver.until(lambda: "logo.svg is no" in driver.text("toast"))
    assert driver.text("field-tagline") == "Kept"
    driver.press("save")
    assert held(driver, project).logo is None


def test_a_benefit_and_its_reading_show_minutes_and_money(driver: Driver) -> None:
    project = add_project(driver)
    driver.press("addBenefit")
    driver.type("field-statement", "Time to log in")
    driver.choose("field-measure", "Seconds")
    driver.choose("field-evidence", "Measured")
    driver.choose("field-period", "Shift")
    numbers = {"baseline": "94", "occurrences_per_period": "11.5", "periods_per_year": "210", "population": "640",
               "share_counted": "0.5"}  # fmt: skip
    for name, typed in numbers.items():
        driver.type(f"field-{name}", typed)
    driver.press("save")
    (benefit,) = driver.workspace.find(Benefit)
    assert benefit.project == project.id
    driver.press("addReading")
    driver.type("field-value", "21")
    driver.press("save")
    (reading,) = driver.workspace.find(Reading)
    assert (reading.benefit, reading.as_of) == (benefit.id, dt.date.today())
    assert driver.text("benefitWorth") == "14 min back in every shift, $721 k a year"
    driver.press("deleteBenefit")
    assert driver.workspace.find(Reading) == []
    driver.keys("Ctrl+Z")
    assert driver.workspace.find(Reading) == [reading]


def write_message(driver: Driver, audience: str, headline: str, body: str) -> Message:
    driver.press(f"write-{audience}")
    driver.type("field-headline", headline)
    driver.type("field-body", body)
    driver.keys("Ctrl+Return")
    return next(m for m in driver.workspace.find(Message) if m.headline == headline)


def test_a_message_is_written_handed_in_returned_and_approved(driver: Driver) -> None:
    add_project(driver)
    message = write_message(driver, "staff", "Tap your badge", "")
    assert message.state == "draft"
    driver.press("approve-staff")
    assert "no body yet" in driver.text("toast")
    driver.press("edit-staff")
    driver.type("field-body", "You get 14 minutes back.")
    driver.press("save")
    driver.press("handin-staff")
    assert driver.workspace.need(Message, message.id).state == "in review"
    driver.press("return-staff")
    driver.type("reason-staff", "Say where")
    driver.press("send-staff")
    assert driver.workspace.need(Message, message.id).reason == "Say where"
    driver.press("approve-staff")
    approved = driver.workspace.need(Message, message.id)
    assert (approved.state, approved.approved_by) == ("approved", driver.workspace.who)
    assert driver.text("state-staff").startswith("✓ Approved ")
    driver.keys("Ctrl+Z")
    assert driver.workspace.need(Message, message.id).state == "returned"


def test_a_text_changed_after_approval_must_be_approved_again(driver: Driver) -> None:
    add_project(driver)
    message = write_message(driver, "board", "It pays", "It frees time.")
    driver.press("approve-board")
    driver.press("edit-board")
    driver.type("field-body", "It frees much time.")
    driver.press("save")
    again = driver.workspace.need(Message, message.id)
    assert (again.state, again.approved_by, again.approved_at) == ("draft", "", None)


def test_a_rollout_is_added_and_marked_as_done(driver: Driver) -> None:
    project = add_project(driver)
    turn_to(driver, "Roll-out")
    driver.press("addRollout")
    driver.type("field-date", "2026-12-01")
    driver.press("save")
    (rollout,) = driver.workspace.find(Rollout)
    assert (rollout.project, rollout.done) == (project.id, False)
    driver.press("editRollout-0")
    driver.press("field-done")
    driver.press("save")
    assert driver.workspace.need(Rollout, rollout.id).done


def test_a_touchpoint_logged_from_a_project_is_about_it(driver: Driver) -> None:
    project = add_project(driver)
    turn_to(driver, "Touchpoints")
    driver.press("logTouchpoint")
    driver.type("field-summary", "They like it")
    driver.keys("Ctrl+Return")
    (touchpoint,) = driver.workspace.find(Touchpoint)
    assert touchpoint.projects == (project.id,)
    driver.keys("Alt+Left")
    turn_to(driver, "Touchpoints")
    assert [item.second for item in driver.find(Timeline, "projectTimeline").items] == ["They like it"]


def test_the_history_tells_what_changed_in_words(driver: Driver) -> None:
    project = add_project(driver)
    driver.press("fact-tagline")
    driver.type("field-tagline", "Tap your badge.")
    driver.keys("Return")
    write_message(driver, "staff", "Tap", "It is quick.")
    driver.press("approve-staff")
    driver.keys("Ctrl+Z")
    turn_to(driver, "History")
    table = driver.find(QTableWidget, "projectHistory")
    told = [table.model().index(row, 2).data() for row in range(table.rowCount())]
    assert told[0].startswith("Undone: Message “Tap”: State “Approved” became “Draft”")
    assert told[1].startswith("Message “Tap”: State “Draft” became “Approved”")
    assert told[2:] == ["Added message “Tap”", "Tagline “Tap your badge.”", f"Added project “{project.name}”"]
