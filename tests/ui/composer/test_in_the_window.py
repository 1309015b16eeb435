"""The main job by hand in the whole window: a spreadsheet in, a briefing out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from brm_app.domain.records import Briefing, Project, Unit
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.importing.dialog import ImportDialog
from tests.ui.conftest import Driver

# The offscreen platform has no window manager to tell of size limits.

UNITS = "Name\nPharmacy\n"
PROJECTS = "Name,Summary,Unit\nOne Sign-on,Tap a badge.,Pharmacy\nCareChart,Charts in one place.,Pharmacy\n"


def imported(driver: Driver, place: str, path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    driver.answers.open = path
    driver.window.activateWindow()  # there is no window manager here to do it when a dialog closes
    driver.until(driver.window.isActiveWindow)
    driver.press(f"place-{place}")
    driver.keys("Ctrl+Shift+I")
    driver.until(lambda: bool(driver.window.findChildren(ImportDialog)))
    dialog = driver.window.findChildren(ImportDialog)[-1]
    QTest.mouseClick(dialog.form.go, Qt.MouseButton.LeftButton)
    driver.until(lambda: dialog.form.go.text().startswith("Import ") and dialog.form.go.isEnabled())
    QTest.mouseClick(dialog.form.go, Qt.MouseButton.LeftButton)
    driver.until(lambda: dialog.form.go.text() == "Done")
    QTest.mouseClick(dialog.form.go, Qt.MouseButton.LeftButton)
    driver.window.activateWindow()
    driver.until(driver.window.isActiveWindow)


def composer(driver: Driver) -> ComposerPage:
    page = driver.window.navigator.page
    assert isinstance(page, ComposerPage)
    return page


def composed(driver: Driver) -> None:
    page = composer(driver)
    driver.until(lambda: page.proof is not None and not page.form.working.text())


def test_a_spreadsheet_becomes_a_briefing_and_one_undo_takes_it_back(driver: Driver, tmp_path: Path) -> None:
    imported(driver, "units", tmp_path / "units.csv", UNITS)
    imported(driver, "projects", tmp_path / "projects.csv", PROJECTS)
    assert (driver.workspace.count(Unit), driver.workspace.count(Project)) == (1, 2)
    driver.press("place-composer")
    composed(driver)
    driver.press("place-projects")
    driver.press("place-composer")
    composed(driver)
    driver.answers.save = tmp_path / "staff.pdf"
    driver.keys("Ctrl+Shift+E")
    driver.until(lambda: (tmp_path / "staff.pdf").exists())
    driver.keys("F9")
    composed(driver)
    assert driver.find(QAbstractButton, "audience-Board").isChecked()
    driver.type("briefingTitle", "What our projects are worth")
    driver.press("place-projects")
    assert [b.title for b in driver.workspace.find(Briefing)] == ["What our projects are worth"]
    driver.keys("Ctrl+Z")
    driver.until(lambda: driver.workspace.count(Briefing) == 0)
    driver.keys("Ctrl+Z")
    driver.until(lambda: driver.workspace.count(Project) == 0)


def test_esc_cancels_an_export(driver: Driver, tmp_path: Path) -> None:
    imported(driver, "units", tmp_path / "units.csv", UNITS)
    imported(driver, "projects", tmp_path / "projects.csv", PROJECTS)
    driver.press("place-composer")
    composed(driver)
    driver.answers.save = tmp_path / "staff.pdf"
    driver.press("savePdf")
    driver.keys("Esc")
    driver.until(lambda: not composer(driver).exporter.busy)
    assert not (tmp_path / "staff.pdf").exists()
