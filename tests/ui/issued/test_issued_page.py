"""The register by mouse and keys: identifying files, who was told, what was recalled, and its correction."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from brm_app.briefing import protect
from brm_app.domain.issues import Issue
from brm_app.domain.records import Message, Reading, Telling
from brm_app.services.approval import approved
from brm_app.services.issuing import files_of, keep_copy, tell
from brm_app.services.recalling import recalls
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.issued.page import IssuedPage
from brm_app.ui.listing import RecordTable
from tests.keeping import keep
from tests.services.issuing.ready import DAY, fill, issued
from tests.ui.conftest import Driver


@pytest.fixture
def kept(driver: Driver) -> Issue:
    """An issue for staff that two people were given."""
    fill(driver.workspace)
    made = issued(driver.workspace, "Staff")
    tell(driver.workspace, made.number, ["Ann Moss", "Bo Lind"], DAY)
    return made


@pytest.fixture
def page(driver: Driver, kept: Issue) -> IssuedPage:
    driver.window.go("issued")
    found = driver.window.page
    assert isinstance(found, IssuedPage)
    driver.until(lambda: found.shown_record() == kept.number)
    return found


def recall(driver: Driver) -> None:
    """Puts a reading right that was printed."""
    reading = driver.workspace.find(Reading)[0]
    assert reading.value is not None
    with driver.workspace.write("Mend a reading") as batch:
        batch.save(attrs.evolve(reading, value=reading.value + 10), base=reading)


def said(driver: Driver) -> str:
    return driver.window.line.words.text()


def test_an_empty_register_leads_to_the_composer(driver: Driver) -> None:
    driver.window.go("issued")
    driver.press("emptyAdd")
    assert isinstance(driver.window.page, ComposerPage)


def test_the_one_choice_of_an_empty_register_has_all_its_edges(driver: Driver) -> None:
    driver.window.go("issued")
    one = driver.find(QToolButton, "issuedAudience-0")
    driver.window.setFocus()
    picture = one.grab().toImage()
    middle = picture.height() // 2
    edges = [picture.pixelColor(place, middle) for place in (0, picture.width() - 1)]
    assert edges[0] == edges[1] != picture.pixelColor(4, middle)


def test_an_issue_stands_with_its_number_day_fingerprint_and_state(
    driver: Driver, page: IssuedPage, kept: Issue
) -> None:
    model = page.table.records
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert (row[0], row[1], row[4], row[5], row[6]) == (
        kept.number, "Staff", str(kept.pages), kept.fingerprint, "Verified"
    )  # fmt: skip
    assert driver.text("issuedSentence") == "1 issued"
    assert driver.text("issueNumber") == kept.number


def test_it_comes_to_the_list_when_it_is_issued(driver: Driver, page: IssuedPage) -> None:
    second = issued(driver.workspace, "Staff")
    driver.until(lambda: driver.text("issuedSentence") == "2 issued")
    assert page.table.records.index(0, 0).data() == second.number


def test_enter_shows_the_very_file(driver: Driver, page: IssuedPage, kept: Issue) -> None:
    driver.find(RecordTable, "issuedList").setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    (shown,) = driver.answers.shown
    assert shown.read_bytes() == files_of(driver.workspace, kept.number)[1]


def test_s_saves_a_copy_that_is_genuine(driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path) -> None:
    driver.answers.save = tmp_path / "copy"
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_S)
    assert driver.answers.suggested == f"{kept.number}.pdf"
    driver.answers.open = tmp_path / "copy.pdf"
    driver.keys("Ctrl+I")
    driver.until(lambda: page.about.card.isVisible())
    assert driver.text("identifiedWords") == "Genuine, as it was issued"
    assert driver.text("identifiedNumber") == kept.number


def test_a_file_that_was_put_right_says_by_what(driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path) -> None:
    (tmp_path / "old.pdf").write_bytes(files_of(driver.workspace, kept.number)[1])
    right = issued(driver.workspace, "Staff", corrects=kept.number)
    driver.until(lambda: driver.text("issuedSentence") == "2 issued")
    page.identify(tmp_path / "old.pdf")
    driver.until(lambda: page.about.card.isVisible())
    assert driver.text("identifiedWords") == "Genuine, but a correction was issued since"
    assert driver.text("identifiedRight") == right.number
    driver.until(lambda: page.shown_record() == kept.number)
    assert ["Put right by", right.number] == facts(page, "Put right by")
    page.open_record(right.number)
    driver.until(lambda: facts(page, "Puts right") == ["Puts right", kept.number])
    assert facts(page, "Put right by") == []


def facts(page: IssuedPage, name: str) -> list[str]:
    """A line of the facts of the issue in view: its name and what it says."""
    labels = [each for each in page.about.findChildren(QLabel) if not page.about.card.isAncestorOf(each)]
    shown = [each.text() for each in labels if each.isVisible() and each.text()]
    return shown[shown.index(name) :][:2] if name in shown else []


def test_nothing_is_left_of_the_file_before_where_there_is_no_such_file(
    driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path
) -> None:
    (tmp_path / "copy.pdf").write_bytes(files_of(driver.workspace, kept.number)[1])
    page.identify(tmp_path / "copy.pdf")
    driver.until(lambda: page.about.card.isVisible())
    page.identify(tmp_path)
    driver.until(lambda: said(driver).startswith("There is no file"))
    assert not page.about.card.isVisible()


def drop(widget: QWidget, *paths: Path) -> None:
    """Holds files over a widget and lets them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    middle = widget.rect().center()
    over = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(widget, over)
    assert over.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, data, buttons, keys))


@pytest.mark.parametrize("onto", ["the zone", "the window"])
def test_a_dropped_file_is_identified(driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path, onto: str) -> None:
    pdf = files_of(driver.workspace, kept.number)[1]
    changed = tmp_path / "pack-final-v2 (3).pdf"
    changed.write_bytes(pdf[:500] + bytes([pdf[500] ^ 1]) + pdf[501:])
    if onto == "the window":
        driver.window.go("units")
    drop(page.about.zone if onto == "the zone" else driver.window, changed)
    driver.until(lambda: "Altered" in said(driver))
    shown = driver.window.page
    assert isinstance(shown, IssuedPage)
    assert driver.text("identifiedWords") == "Altered: this is not the file that was issued"


@pytest.mark.parametrize("name", ["ATT00001", "ATT00001.bin", "pack.pdf.dat"])
def test_an_issue_that_the_mail_gave_another_name_is_known_on_the_window(
    driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path, name: str
) -> None:
    renamed = tmp_path / name
    renamed.write_bytes(files_of(driver.workspace, kept.number)[1])
    drop(driver.window, renamed)
    driver.until(lambda: page.about.card.isVisible())
    assert driver.text("identifiedWords") == "Genuine, as it was issued"


def test_of_several_files_none_is_taken(driver: Driver, page: IssuedPage, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7")
    drop(driver.window, tmp_path / "a.pdf", tmp_path / "b.pdf")
    assert said(driver) == "Nothing was taken. Drop one file at a time."
    assert not page.about.card.isVisible()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are known on POSIX only")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("folder.pdf", "There is no file"),
        ("pipe.pdf", "There is no file"),
        ("loop.pdf", "There is no file"),
        ("pipe.bin", "“pipe.bin” can't be taken"),
    ],
)
def test_what_is_no_file_is_answered_with_a_sentence(
    driver: Driver, page: IssuedPage, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    for pipe in ("pipe.pdf", "pipe.bin"):
        os.mkfifo(tmp_path / pipe)
    (tmp_path / "loop.pdf").symlink_to(tmp_path / "loop.pdf")
    drop(driver.window, tmp_path / name)
    driver.until(lambda: said(driver).startswith(words))
    assert not page.about.card.isVisible()


def test_a_foreign_file_is_unknown(driver: Driver, page: IssuedPage, tmp_path: Path) -> None:
    other = tmp_path / "letter.pdf"
    other.write_bytes(b"%PDF-1.4 nothing of ours")
    drop(page.about.zone, other)
    driver.until(lambda: page.about.card.isVisible())
    assert driver.text("identifiedWords") == "Unknown: no issue of this workspace"


def test_a_copy_with_a_password_is_known_without_it(
    driver: Driver, page: IssuedPage, kept: Issue, tmp_path: Path
) -> None:
    copy = tmp_path / "for the chair.pdf"
    copy.write_bytes(protect(files_of(driver.workspace, kept.number)[1], "tulip"))
    drop(driver.window, copy)
    driver.until(lambda: page.about.card.isVisible())
    assert driver.text("identifiedWords") == "Unknown: a PDF with a password that is no file kept here"
    assert page.about.card.file.text() == "for the chair.pdf is locked: its pages can’t be compared."
    keep_copy(driver.workspace, kept, copy.read_bytes())
    drop(driver.window, copy)
    driver.until(lambda: "Genuine" in said(driver))
    assert driver.text("identifiedWords") == "Genuine, the copy with a password"
    assert page.about.card.file.text() == "for the chair.pdf is the copy with a password of"
    assert driver.text("identifiedNumber") == kept.number
    assert page.about.card.fingerprint.text() == f"{kept.fingerprint}, of the open file"


def test_who_else_was_told_is_noted_and_undone(driver: Driver, page: IssuedPage, kept: Issue) -> None:
    driver.find(QLineEdit, "issueTold").setFocus()
    QTest.keyClicks(page.about.name, "Ida Brand")
    QTest.keyClick(page.about.name, Qt.Key.Key_Return)
    driver.until(lambda: len(driver.workspace.find(Telling)) == 3)
    driver.keys("Ctrl+Z")
    assert [t.whom for t in driver.workspace.find(Telling, sort="id")] == ["Ann Moss", "Bo Lind"]


def test_a_changed_reading_recalls_the_issue_and_names_was_and_is(driver: Driver, page: IssuedPage) -> None:
    recall(driver)
    driver.until(lambda: driver.text("issuedSentence") == "1 issued, 1 recalled")
    words = driver.text("recall-0")
    assert words.startswith("Figure F1, ")
    assert " was " in words
    assert "0 of 2 told" in driver.text("recallCount")


def test_those_who_were_told_are_ticked_when_they_are_told_again(driver: Driver, page: IssuedPage) -> None:
    recall(driver)
    driver.until(lambda: page.about.findChild(QWidget, "told-0") is not None)
    driver.press("told-0")
    driver.until(lambda: driver.text("recallCount") == "1 of 2 told")
    driver.press("markAllTold")
    driver.until(lambda: driver.text("recallCount") == "2 of 2 told")
    driver.keys("Ctrl+Z")
    driver.until(lambda: driver.text("recallCount") == "1 of 2 told")
    driver.press("told-0")
    driver.until(lambda: driver.text("recallCount") == "0 of 2 told")


def test_a_correction_is_begun_in_the_composer(driver: Driver, page: IssuedPage, kept: Issue) -> None:
    recall(driver)
    driver.until(lambda: page.about.findChild(QWidget, "writeCorrection") is not None)
    driver.press("writeCorrection")
    composer = driver.window.page
    assert isinstance(composer, ComposerPage)
    driver.until(lambda: composer.draft.briefing.corrects == kept.number)


def test_who_is_told_of_the_correction_is_ticked_on_the_recall_list(
    driver: Driver, page: IssuedPage, kept: Issue
) -> None:
    recall(driver)
    driver.until(lambda: driver.text("issuedSentence") == "1 issued, 1 recalled")
    now, held = dt.datetime.now(dt.UTC), driver.workspace.find(Message, equals={"state": "approved"})
    keep(driver.workspace, *(approved(message, "Ann", now) for message in held))
    right = issued(driver.workspace, "Staff", corrects=kept.number)
    driver.until(lambda: driver.text("issuedSentence") == "2 issued, 1 recalled")
    page.open_record(right.number)
    driver.until(lambda: page.about.findChild(QLabel, "issueNumber") is not None)
    page.about.name.setFocus()
    QTest.keyClicks(page.about.name, "bo lind")
    QTest.keyClick(page.about.name, Qt.Key.Key_Return)
    page.open_record(kept.number)
    driver.until(lambda: driver.text("recallCount") == "1 of 2 told")
    assert [telling.told_again is not None for telling in recalls(driver.workspace)[0].told] == [False, True]
    driver.keys("Ctrl+Z")
    driver.until(lambda: driver.text("recallCount") == "0 of 2 told")


def test_the_list_is_narrowed_to_an_audience(driver: Driver, page: IssuedPage, kept: Issue) -> None:
    board = issued(driver.workspace, "Board")
    driver.until(lambda: page.table.records.rowCount() == 2)
    driver.press("issuedAudience-2")
    assert [page.table.records.id_at(n) for n in range(page.table.records.rowCount())] == [board.number]
    driver.press("issuedAudience-0")
    assert page.table.records.rowCount() == 2


def test_what_is_typed_stays_when_somebody_else_issues(driver: Driver, page: IssuedPage) -> None:
    page.about.name.setFocus()
    QTest.keyClicks(page.about.name, "Some")
    issued(driver.workspace, "Staff")
    driver.until(lambda: driver.text("issuedSentence") == "2 issued")
    assert page.about.name.text() == "Some"
