"""A portfolio becomes a staff briefing and a board pack in the composer: composed, typeset and saved for real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.briefing import page_sizes, page_text
from brm_app.domain.records import Project
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.desk import Desk, Runner, Theme
from tests.acceptance.portfolio import make_portfolio
from tests.answers import Answers

# The offscreen platform has no window manager to tell of size limits.


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    make_portfolio(tmp_path / "portfolio.brm", rate=4600)
    made = Workspace.open(tmp_path / "portfolio.brm")
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> Iterator[ComposerPage]:
    runner = Runner()
    desk = Desk(workspace, Theme(), Answers(), runner)
    made = ComposerPage(desk)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1232, 824)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_down()
    desk.close()
    runner.close()


def composed(qtbot: QtBot, page: ComposerPage) -> None:
    qtbot.waitUntil(lambda: page.proof is not None and not page.form.working.text(), timeout=30_000)
    qtbot.waitUntil(lambda: page.form.preview.has_picture(page.form.preview.page), timeout=30_000)


def save(page: ComposerPage, path: Path) -> None:
    page.desk.ask.save = path  # type: ignore[attr-defined]
    QTest.mouseClick(page.tools()[0], Qt.MouseButton.LeftButton)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page_text(pdf, index) for index in range(len(page_sizes(pdf)))).split())


def test_a_portfolio_is_briefed_to_staff_and_board(
    qtbot: QtBot, page: ComposerPage, workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    composed(qtbot, page)
    save(page, folder / "staff.pdf")
    page.escape()
    qtbot.waitUntil(lambda: not page.exporter.busy, timeout=30_000)
    assert list(folder.iterdir()) == [], "a cancelled export leaves no file"
    for name in ("Staff", "Board"):
        QTest.mouseClick(page.switch.button(name), Qt.MouseButton.LeftButton)
        composed(qtbot, page)
        save(page, folder / f"{name}.pdf")
        qtbot.waitUntil(lambda: not page.exporter.busy, timeout=30_000)
        text = words((folder / f"{name}.pdf").read_bytes())
        missing = [p.name for p in workspace.find(Project) if " ".join(p.name.split()) not in text]
        assert not missing, f"{name} is told of every project"


def test_a_project_line_leads_to_its_page(qtbot: QtBot, page: ComposerPage, workspace: Workspace) -> None:
    QTest.mouseClick(page.switch.button("Board"), Qt.MouseButton.LeftButton)
    composed(qtbot, page)
    lines = page.form.projects
    lines.setFocus()
    lines.setCurrentRow(0)
    QTest.keyClick(lines, Qt.Key.Key_Down)
    assert page.proof is not None
    name = workspace.get_many(Project, [lines.key(lines.currentItem())])[0].name
    assert " ".join(name.split())[:20] in " ".join(page_text(page.proof.typeset.pdf, page.form.preview.page).split())
