"""Steps that tests of the project page share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from brm_app.domain.records import Project
from tests.ui.conftest import Driver


def add_project(driver: Driver, name: str = "One Sign-on") -> Project:
    """Makes a project by hand and leaves it open."""
    driver.press("place-projects")
    driver.press("place-projects")
    driver.keys("Ctrl+N")
    driver.type("field-name", name)
    driver.press("save")
    (project,) = driver.workspace.find(Project)
    assert driver.text("projectName") == name
    return project


def held(driver: Driver, project: Project) -> Project:
    """The project as it is in the workspace."""
    return driver.workspace.need(Project, project.id)


def turn_to(driver: Driver, words: str) -> None:
    """Clicks a tab of the project."""
    tabs = driver.find(QTabBar, "projectTabs")
    place = next(n for n in range(tabs.count()) if tabs.tabText(n).startswith(words))
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
