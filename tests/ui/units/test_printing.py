"""A page on a unit is saved from its menu: for oneself, or for an audience."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from brm_app.briefing import page_text
from brm_app.domain.records import Unit
from brm_app.ui.units.page import UnitsPage
from brm_app.ui.units.printing import PrintButton
from tests.ui.conftest import Driver

PHARMACY = Unit(name="Pharmacy", note="Between us: the queue is our fault.")


@pytest.fixture
def button(driver: Driver) -> PrintButton:
    with driver.workspace.write("Add a unit") as batch:
        batch.add(PHARMACY)
    driver.window.go("units", PHARMACY.id)
    assert isinstance(driver.window.page, UnitsPage)
    return driver.find(PrintButton, "printUnit")


def choose(driver: Driver, button: PrintButton, words: str) -> None:
    """Opens the menu, goes down to the words, and presses Enter."""
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    for action in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if action.text() == words:
            break
    assert menu.activeAction() is not None
    assert menu.activeAction().text() == words
    QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("For your meeting, internal…", "Meeting prep, Pharmacy.pdf", "Before you meet them"),
        ("For Staff…", "Pharmacy, for Staff.pdf", "No IT project concerns Pharmacy today"),
    ],
)
def test_a_page_is_saved_where_the_person_chose(
    driver: Driver, button: PrintButton, tmp_path: Path, words: str, name: str, said: str
) -> None:
    driver.answers.save = tmp_path / "page"
    choose(driver, button, words)
    driver.until(lambda: (tmp_path / "page.pdf").exists())
    assert driver.answers.suggested == name
    assert said in " ".join(page_text((tmp_path / "page.pdf").read_bytes(), 0).split())


def test_a_page_never_takes_the_place_of_a_workspace(driver: Driver, button: PrintButton) -> None:
    driver.answers.save = driver.workspace.path
    choose(driver, button, "For Staff…")
    driver.until(lambda: "is a workspace. Nothing was written." in driver.window.line.words.text())
    driver.workspace.check()


def test_leaving_the_question_unanswered_saves_nothing(driver: Driver, button: PrintButton, tmp_path: Path) -> None:
    driver.answers.save = None
    choose(driver, button, "For Board…")
    assert list(tmp_path.glob("*.pdf")) == []
