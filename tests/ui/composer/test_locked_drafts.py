"""A draft is saved behind a password from the composer, and what was typed stays until the file is written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.desk import Desk
from tests.answers import Answers
from tests.ui.composer.driving import choose_draft, composed, to_board


def ask(qtbot: QtBot, page: ComposerPage, password: str = "") -> None:
    """Opens the sheet by its key, and types."""
    composed(qtbot, page)
    page.activateWindow()
    page.form.sections.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.form.sections, Qt.Key.Key_P, keys)
    assert page.saving.sheet.isVisible()
    QTest.keyClicks(page.saving.sheet.field.line, password)


def test_a_draft_behind_a_password_opens_with_it_alone(
    qtbot: QtBot, page: ComposerPage, replies: Answers, tmp_path: Path
) -> None:
    ask(qtbot, page, "tulip")
    replies.save = tmp_path / "draft"
    QTest.keyClick(page.saving.sheet.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.openPdf.isVisible(), timeout=20_000)
    pdf = (tmp_path / "draft.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(pdf))
    with pikepdf.open(BytesIO(pdf), password="tulip") as document:
        assert document.encryption.R == 6
    assert not page.saving.sheet.isVisible()
    assert page.saving.sheet.field.line.text() == ""


def test_the_menu_of_drafts_asks_too_and_esc_forgets(qtbot: QtBot, page: ComposerPage, replies: Answers) -> None:
    composed(qtbot, page)
    choose_draft(page, "lockDraft")
    qtbot.waitUntil(page.saving.sheet.isVisible)
    field = page.saving.sheet.field.line
    QTest.keyClicks(field, "tulip")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not page.saving.sheet.isVisible()
    assert field.text() == ""
    assert replies.suggested == ""


@pytest.mark.parametrize(("typed", "why"), [("", "is empty"), ("  ", "only spaces"), ("x" * 128, "too long")])
def test_what_is_no_password_asks_for_no_file(
    qtbot: QtBot, page: ComposerPage, replies: Answers, typed: str, why: str
) -> None:
    ask(qtbot, page, typed)
    QTest.mouseClick(page.saving.sheet.go, Qt.MouseButton.LeftButton)
    assert why in page.saving.sheet.field.fault.text()
    assert page.saving.sheet.field.line.text() == typed
    assert replies.suggested == ""


def test_a_folder_that_is_not_there_leaves_the_sheet_as_it_was(
    qtbot: QtBot, page: ComposerPage, replies: Answers, tmp_path: Path, desk: Desk
) -> None:
    ask(qtbot, page, "tulip")
    replies.save = tmp_path / "no such folder" / "draft.pdf"
    with qtbot.waitSignal(desk.said, timeout=20_000) as said:
        QTest.keyClick(page.saving.sheet.field.line, Qt.Key.Key_Return)
    assert "folder does not exist" in said.args[0]
    assert "folder does not exist" in page.saving.sheet.field.fault.text()
    assert page.saving.sheet.field.line.text() == "tulip"


def test_another_draft_in_view_forgets_what_was_typed(qtbot: QtBot, page: ComposerPage) -> None:
    ask(qtbot, page, "tulip")
    to_board(qtbot, page)
    assert not page.saving.sheet.isVisible()
    assert page.saving.sheet.field.line.text() == ""
