"""A composer page over a workspace with three projects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from brm_app.domain.records import Project
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.desk import Desk, Runner, Theme
from tests.answers import Answers
from tests.ui.composer.driving import (
    NAMES,
    SamplePress,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "here.brm", "Meridian Health")
    with made.write("Add") as batch:
        for name in NAMES:
            batch.add(Project(name=name))
    yield made
    made.close()


@pytest.fixture
def replies() -> Answers:
    return Answers()


@pytest.fixture
def desk(workspace: Workspace, replies: Answers) -> Iterator[Desk]:
    runner = Runner()
    made = Desk(workspace, Theme(), replies, runner)
    yield made
    made.close()
    runner.close()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[ComposerPage]:
    made = ComposerPage(desk)
    made.proofing.press = SamplePress(desk.workspace)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1232, 824)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_down()
