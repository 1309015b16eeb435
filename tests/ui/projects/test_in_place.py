"""Facts of a project are edited where they stand, with the mouse or the keys alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from brm_app.domain.records import Attachment, Person
from brm_app.ui.projects.inplace import Press
from brm_app.ui.projects.logo import LogoTile
from tests.ui.conftest import Driver
from tests.ui.projects.steps import add_project, held, turn_to

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#35357F"/></svg>'


def type_here(driver: Driver, text: str) -> None:
    """Types into what has the keyboard."""
    QApplication.processEvents()
    focus = driver.window.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def fact(driver: Driver, field: str) -> Press:
    return driver.find(Press, f"fact-{field}")


def test_a_click_on_the_tagline_edits_it_there_and_enter_keeps_it(driver: Driver) -> None:
    project = add_project(driver)
    driver.press("fact-tagline")
    type_here(driver, "Tap your badge.")
    driver.keys("Return")
    assert held(driver, project).tagline == "Tap your badge."
    assert fact(driver, "tagline").hasFocus(), "the keyboard stays where it was"
    assert fact(driver, "tagline").accessibleName() == "Tagline: Tap your badge."
    driver.keys("Ctrl+Z")
    assert held(driver, project).tagline == ""


def test_e_opens_a_fact_and_escape_takes_back_what_was_typed(driver: Driver) -> None:
    project = add_project(driver)
    fact(driver, "name").setFocus()
    driver.keys("E")
    type_here(driver, "Something else")
    driver.keys("Esc")
    assert held(driver, project).name == "One Sign-on"
    assert fact(driver, "name").hasFocus()
    driver.keys("Return")
    type_here(driver, "Badge")
    driver.keys("Ctrl+Return")
    assert held(driver, project).name == "Badge"


def test_a_value_that_cannot_be_kept_says_how_to_mend_it(driver: Driver) -> None:
    project = add_project(driver)
    driver.press("fact-colour")
    type_here(driver, "blue")
    driver.keys("Return")
    assert "is not a colour" in driver.text("error-colour")
    driver.type("field-colour", "#35357f")
    driver.keys("Return")
    assert held(driver, project).colour == "#35357F"
    assert fact(driver, "colour").accessibleName() == "Colour: #35357F, white 10.7 : 1, AA"


def test_a_light_colour_is_said_to_be_not_for_text(driver: Driver) -> None:
    add_project(driver)
    driver.press("fact-second_colour")
    type_here(driver, "#F4C14F")
    driver.keys("Return")
    assert fact(driver, "second_colour").accessibleName().endswith("white 1.7 : 1, Not for text")


def test_a_new_status_is_as_of_today(driver: Driver) -> None:
    project = add_project(driver)
    driver.press("fact-status")
    driver.choose("field-status", "On course")
    driver.keys("Ctrl+Return")
    assert driver.window.desk is not None
    assert (held(driver, project).status, held(driver, project).status_as_of) == (
        "on course", driver.window.desk.clock.today())  # fmt: skip


def test_an_owner_is_chosen_by_typing_a_name(driver: Driver) -> None:
    project = add_project(driver)
    with driver.workspace.write("Add") as batch:
        person = Person(name="Ada Obi", job_title="Director of Nursing")
        batch.add(person)
    driver.press("fact-business_owner")
    driver.type("field-business_owner", "Ada Obi")
    driver.keys("Ctrl+Return")
    assert held(driver, project).business_owner == person.id


def test_leaving_a_fact_keeps_what_was_typed(driver: Driver) -> None:
    project = add_project(driver)
    driver.press("fact-why")
    type_here(driver, "A patient waits.")
    driver.press("fact-workaround")
    assert held(driver, project).why == "A patient waits."
    driver.find(QWidget, "field-workaround")
    turn_to(driver, "History")
    assert driver.find(QWidget, "projectHistory").isVisible()


def drop(tile: LogoTile, path: Path) -> None:
    """Lets a file fall onto the tile, as the platform tells it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(tile, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(tile, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, left, none))


def test_a_logo_is_dropped_on_the_tile_and_delete_takes_it_away(driver: Driver, tmp_path: Path) -> None:
    project = add_project(driver)
    (tmp_path / "logo.svg").write_text(LOGO)
    tile = driver.find(LogoTile, "projectLogo")
    drop(tile, tmp_path / "logo.svg")
    driver.until(lambda: held(driver, project).logo is not None)
    assert driver.workspace.need(Attachment, held(driver, project).logo or "").data == LOGO.encode()
    assert tile.accessibleName() == "Logo: logo.svg"
    tile.setFocus()
    driver.keys("Del")
    assert held(driver, project).logo is None
    driver.keys("Ctrl+Z")
    driver.keys("Ctrl+Z")
    assert (held(driver, project).logo, driver.workspace.find(Attachment)) == (None, [])


def test_a_file_that_is_no_picture_is_told_in_a_sentence_and_changes_nothing(driver: Driver, tmp_path: Path) -> None:
    project = add_project(driver)
    before = driver.workspace.history()
    (tmp_path / "logo.png").write_bytes(b"words")
    drop(driver.find(LogoTile, "projectLogo"), tmp_path / "logo.png")
    driver.until(lambda: "logo.png is no SVG, PNG or JPEG picture" in driver.text("toast"))
    assert held(driver, project).logo is None
    assert driver.workspace.history() == before


def test_a_logo_is_chosen_with_the_keyboard(driver: Driver, tmp_path: Path) -> None:
    project = add_project(driver)
    (tmp_path / "logo.svg").write_text(LOGO)
    driver.answers.open = tmp_path / "logo.svg"
    driver.find(LogoTile, "projectLogo").setFocus()
    driver.keys("Return")
    driver.until(lambda: held(driver, project).logo is not None)
