"""A briefing is saved as PDF from the composer, or leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.desk import Desk
from tests.answers import Answers
from tests.ui.composer.driving import (
    composed,
    press_save,
    to_board,
)

# The offscreen platform has no window manager to tell of size limits.


def saved(qtbot: QtBot, page: ComposerPage) -> None:
    press_save(page)
    qtbot.waitUntil(lambda: page.form.openPdf.isVisible(), timeout=20_000)


def test_both_briefings_are_saved_and_can_be_opened(
    qtbot: QtBot, page: ComposerPage, replies: Answers, tmp_path: Path
) -> None:
    opened: list[Path] = []
    page.exporter.opener = lambda path: opened.append(path) or True  # type: ignore[func-returns-value]
    composed(qtbot, page)
    replies.save = tmp_path / "staff.pdf"
    saved(qtbot, page)
    to_board(qtbot, page)
    assert not page.form.exportBar.isVisible()
    replies.save = tmp_path / "board"
    saved(qtbot, page)
    assert replies.suggested.endswith(".pdf")
    files = [tmp_path / "staff.pdf", tmp_path / "board.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    QTest.mouseClick(page.form.openPdf, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.form.showInFolder, Qt.MouseButton.LeftButton)
    assert opened == [files[1], tmp_path]


@pytest.mark.parametrize("how", ["button", "Esc"])
def test_a_cancelled_export_leaves_no_file(
    qtbot: QtBot, page: ComposerPage, replies: Answers, tmp_path: Path, how: str, desk: Desk
) -> None:
    composed(qtbot, page)
    folder = tmp_path / "out"
    folder.mkdir()
    replies.save = folder / "staff.pdf"
    page.proofing.press.slow = True  # type: ignore[attr-defined]
    press_save(page)
    qtbot.waitUntil(lambda: page.form.cancelExport.isVisible())
    with qtbot.waitSignal(desk.said):
        if how == "button":
            QTest.mouseClick(page.form.cancelExport, Qt.MouseButton.LeftButton)
        else:
            page.escape()
    assert not page.form.exportBar.isVisible()
    assert list(folder.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_named(
    qtbot: QtBot, page: ComposerPage, replies: Answers, tmp_path: Path, desk: Desk
) -> None:
    composed(qtbot, page)
    replies.save = tmp_path / "no such folder" / "staff.pdf"
    with qtbot.waitSignal(desk.said, timeout=20_000) as said:
        press_save(page)
    assert "folder does not exist" in said.args[0]
