"""A workspace file that goes away while it is open: the window goes on, and says so in one sentence."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from brm_app.services.samples import create
from brm_app.ui.sidebar import PLACES
from tests.ui.conftest import Driver

TODAY = dt.date(2026, 11, 22)
GONE = "The workspace file was moved, replaced or deleted while it was open."


@pytest.fixture
def sample(empty_window: Driver, tmp_path: Path) -> Driver:
    """The window with the sample open."""
    create(tmp_path / "sample.brm", TODAY).close()
    empty_window.window.open_path(tmp_path / "sample.brm")
    empty_window.until(lambda: empty_window.window.desk is not None)
    return empty_window


@pytest.mark.parametrize("place", [place.name for place in PLACES])
def test_a_page_whose_workspace_went_away_still_paints(sample: Driver, place: str) -> None:
    sample.window.go(place)
    QApplication.processEvents()
    path = sample.workspace.path
    moved = path.rename(path.with_name("moved.brm"))
    desk = sample.window.desk
    assert desk is not None
    desk._choices.clear()  # as after a notice
    sample.window.resize(1000, 700)
    sample.window.grab()
    moved.rename(path)


def test_a_title_that_cannot_be_read_is_empty_and_told_once(sample: Driver) -> None:
    desk = sample.window.desk
    assert desk is not None
    said: list[str] = []
    desk.said.connect(lambda sentence, _undo: said.append(sentence))
    path = sample.workspace.path
    moved = path.rename(path.with_name("moved.brm"))
    desk._choices.clear()
    assert desk.title_of("units", "some") == ""
    assert len(said) == 1
    assert said[0].startswith(GONE)
    moved.rename(path)
