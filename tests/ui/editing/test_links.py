"""A field that links to touchpoints, of which there may be very many, is there at once and loses none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.domain.fields import by_name
from brm_app.domain.records import Concern, Touchpoint
from brm_app.services.workspace import Workspace
from brm_app.ui.desk import OFFERED, Desk, Runner, Theme
from brm_app.ui.editing.links import LinkEditor
from tests.answers import Answers

START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def many(tmp_path: Path) -> list[Touchpoint]:
    """More touchpoints than a field offers at once, the oldest first; the first says nothing."""
    made = [
        Touchpoint(happened_at=START + dt.timedelta(hours=number), summary=f"Matter {number}" if number else "")
        for number in range(OFFERED + 20)
    ]
    workspace = Workspace.create(tmp_path / "many.brm")
    with workspace.write("Log") as batch:
        for touchpoint in made:
            batch.add(touchpoint)
    workspace.close()
    return made


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path, many: list[Touchpoint]) -> Iterator[LinkEditor]:
    """The field of a concern that says where it was heard."""
    workspace, runner = Workspace.open(tmp_path / "many.brm"), Runner()
    made = LinkEditor(by_name(Concern)["touchpoint"], Desk(workspace, Theme(), Answers(), runner))
    qtbot.addWidget(made)
    made.show()
    yield made
    runner.close()
    workspace.close()


def test_it_offers_the_newest_of_very_many(editor: LinkEditor) -> None:
    editor.load(None)
    assert (editor.combo.count(), editor.combo.itemText(1)) == (OFFERED + 1, f"Matter {OFFERED + 19}")
    assert editor.read() is None


def test_it_keeps_an_older_one_that_was_chosen_before(editor: LinkEditor, many: list[Touchpoint]) -> None:
    editor.load(many[3].id)
    assert (editor.combo.currentText(), editor.read()) == ("Matter 3", many[3].id)


def test_it_keeps_one_without_words(editor: LinkEditor, many: list[Touchpoint]) -> None:
    editor.load(many[0].id)
    assert (editor.combo.currentText(), editor.read()) == ("touchpoint", many[0].id)


def test_an_older_one_is_found_by_its_words(qtbot: QtBot, editor: LinkEditor, many: list[Touchpoint]) -> None:
    editor.load(None)
    QTest.keyClicks(editor.combo.line, "matter 7")
    qtbot.waitUntil(lambda: editor.combo.findData(many[7].id) >= 0)
    QTest.keyClicks(editor.combo.line, " ")
    assert editor.read() == many[7].id
