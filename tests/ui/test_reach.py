"""Every control can be named and reached by keyboard, on every page, in both themes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from brm_app.domain.records import Project
from brm_app.services.samples import create
from brm_app.ui.sidebar import KEYS, PLACES
from tests.ui.conftest import Driver

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture
def sample(empty_window: Driver, tmp_path: Path) -> Driver:
    path = tmp_path / "sample.brm"
    create(path, dt.date(2026, 11, 19)).close()
    empty_window.window.open_path(path)
    empty_window.until(lambda: empty_window.window.desk is not None)
    return empty_window


def nameless(driver: Driver) -> list[str]:
    """Controls a person can focus that have no name for code or for a screen reader."""
    found = []
    for widget in driver.window.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), QComboBox) or widget.objectName().startswith("qt_")
        focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(widget, CONTROLS)
        if widget.isVisible() and focusable and not inner:
            spoken = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
            if not (widget.objectName() and spoken):
                found.append(f"{type(widget).__name__} “{widget.objectName()}”")
    return found


@pytest.mark.parametrize("place", [place.name for place in PLACES if place.name != "composer"])
def test_every_control_of_a_page_has_its_names(sample: Driver, place: str) -> None:
    sample.window.go(place)
    sample.bot.waitUntil(lambda: sample.window.page is not None and sample.window.page.isVisible())
    assert nameless(sample) == []


def test_every_control_of_a_project_has_its_names(sample: Driver) -> None:
    sample.window.go("projects", sample.workspace.find(Project)[3].id)
    assert nameless(sample) == []


def test_the_first_page_names_its_controls(empty_window: Driver) -> None:
    assert nameless(empty_window) == []


def test_every_shortcut_is_given_once(driver: Driver) -> None:
    keys = [key.toString() for action in driver.window.findChildren(QAction) for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_every_place_with_a_number_is_reached_by_it(sample: Driver) -> None:
    for name, keys in KEYS.items():
        if name != "composer":
            sample.keys(keys)
            assert sample.window.page is not None
            assert sample.window.page.name == name


def test_a_changed_appearance_keeps_the_place_and_the_record(sample: Driver) -> None:
    project = sample.workspace.find(Project)[3]
    sample.window.go("projects", project.id)
    sample.window.commands.set_appearance("dark")
    assert sample.window.theme.dark
    assert sample.window.page is not None
    assert sample.window.page.shown_record() == project.id
    sample.window.commands.set_appearance("light")


def test_nothing_of_a_project_is_cut_off_in_the_smallest_window(sample: Driver) -> None:
    sample.window.resize(960, 640)
    for project in sample.workspace.find(Project):
        sample.window.go("projects", project.id)
        QApplication.processEvents()
        area = sample.find(QScrollArea, "area")
        inside = area.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= area.viewport().width(), project.name
