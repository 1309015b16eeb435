"""Copies behind a password from the register: asked for by key or mouse, known again, and nothing lost on the way."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from brm_app.domain.issues import GENUINE, Issue
from brm_app.services.issuing import identify, issues
from brm_app.ui.issued.page import IssuedPage
from tests.services.issuing.ready import issued
from tests.ui.conftest import Driver
from tests.ui.issued.test_issued_page import kept, page, said

__all__ = ["kept", "page"]


def ask(driver: Driver, page: IssuedPage) -> QLineEdit:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_P)
    return driver.find(QLineEdit, "lockPassword")


def test_p_saves_a_copy_that_opens_with_the_password_and_is_known_without_it(
    driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path
) -> None:
    field = ask(driver, page)
    assert field.hasFocus()
    assert field.echoMode() == QLineEdit.EchoMode.Password
    QTest.keyClicks(field, "tulip 7")
    driver.answers.save = tmp_path / "for the chair"
    QTest.keyClick(field, Qt.Key.Key_Return)
    driver.until(lambda: "locked with the password" in said(driver))
    copy = (tmp_path / "for the chair.pdf").read_bytes()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(copy))
    with pikepdf.open(BytesIO(copy), password="tulip 7") as document:
        assert document.encryption.R == 6
    found = identify(driver.workspace, copy)
    assert (found.state, found.locked, found.issue) == (GENUINE, True, issues(driver.workspace)[0])
    assert field.text() == ""
    assert not page.about.lock.isVisible()


def test_the_button_asks_and_what_is_typed_can_be_seen_and_left(driver: Driver, page: IssuedPage) -> None:
    driver.press("saveLockedCopy")
    field = driver.find(QLineEdit, "lockPassword")
    QTest.keyClicks(field, "tulip")
    driver.press("lockPasswordShown")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert "kept nowhere" in field.accessibleDescription()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not page.about.lock.isVisible()
    assert field.text() == ""
    assert field.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(("typed", "why"), [("", "is empty"), ("   ", "only spaces"), ("x" * 128, "too long")])
def test_what_is_no_password_is_said_below_the_field(driver: Driver, page: IssuedPage, typed: str, why: str) -> None:
    field = ask(driver, page)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert why in driver.text("lockPasswordFault")
    assert field.text() == typed
    assert field.hasFocus()
    assert driver.answers.suggested == ""
    QTest.keyClicks(field, "y")
    assert not page.about.lock.field.fault.isVisible()


def test_a_folder_that_is_not_there_leaves_what_was_typed(
    driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path
) -> None:
    field = ask(driver, page)
    QTest.keyClicks(field, "tulip")
    QTest.keyClick(field, Qt.Key.Key_Return)  # and then no file is chosen
    assert field.text() == "tulip"
    driver.answers.save = tmp_path / "no such folder" / "copy.pdf"
    driver.press("lockSave")
    driver.until(lambda: "folder does not exist" in said(driver))
    assert "folder does not exist" in driver.text("lockPasswordFault")
    assert field.text() == "tulip"


def test_what_is_typed_stays_while_others_issue_and_goes_with_the_issue_in_view(
    driver: Driver, page: IssuedPage
) -> None:
    field = ask(driver, page)
    QTest.keyClicks(field, "tulip")
    second = issued(driver.workspace, "Staff")
    driver.until(lambda: driver.text("issuedSentence") == "2 issued")
    assert field.text() == "tulip"
    page.open_record(second.number)
    assert field.text() == ""
    assert not page.about.lock.isVisible()
