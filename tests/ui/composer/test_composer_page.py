"""The composer, driven by mouse and keys, over two sample briefings typeset for real."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from brm_app.briefing.result import Place
from brm_app.domain.content import Document
from brm_app.domain.records import Audience, Briefing, Project, Unit
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.lists import OutlineList
from brm_app.ui.composer.outline import part_of
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.composer.press import Press
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.lane import Job
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff

# The offscreen platform has no window manager to tell of size limits.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = ("CareChart", "One Sign-on", "Pill Trail")


class Answers:
    """Answers the window's questions for the person."""

    def __init__(self) -> None:
        self.save: Path | None = None
        self.suggested = ""

    def open_file(self, title: str, filters: str) -> Path | None:
        return None

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        self.suggested = suggested
        return self.save

    def confirm(self, sentence: str, action: str) -> bool:
        return True

    def say(self, sentence: str) -> None:
        raise AssertionError(sentence)


class SamplePress(Press):
    """Hands out sample content, without the parts that are switched off."""

    slow = False

    def compose(self, audience: Audience, briefing: Briefing) -> Document:
        document = board() if audience.name == "Board" else staff()
        off = briefing.sections_off
        record = f"projects/{self.workspace.find(Project)[0].id}"
        figures = tuple(attrs.evolve(figure, record=record) for figure in document.figures)
        sections = tuple(s for s in document.sections if part_of(s.kind) not in off)
        return attrs.evolve(document, sections=sections, figures=figures)

    def save(self, job: Job, audience: Audience, briefing: Briefing, path: Path) -> Path:
        while self.slow and not job.cancelled():
            pass
        return super().save(job, audience, briefing, path)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "here.brm", "Meridian Health")
    with made.write("Add") as batch:
        for name in NAMES:
            batch.add(Project(name=name))
    yield made
    made.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def desk(workspace: Workspace, answers: Answers) -> Iterator[Desk]:
    runner = Runner()
    made = Desk(workspace, Theme(), answers, runner)
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


def composed(qtbot: QtBot, page: ComposerPage) -> None:
    """Waits until pages are made and the one in view is painted."""
    preview = page.form.preview
    qtbot.waitUntil(lambda: page.proof is not None and not page.form.working.text(), timeout=20_000)
    qtbot.waitUntil(lambda: preview.isHidden() or preview.has_picture(preview.page), timeout=20_000)


def to_board(qtbot: QtBot, page: ComposerPage) -> None:
    composed(qtbot, page)
    QTest.mouseClick(page.switch.button("Board"), Qt.MouseButton.LeftButton)
    composed(qtbot, page)


def tick(lines: OutlineList, label: str) -> None:
    """Clicks the check box of a line."""
    item = lines.findItems(label, Qt.MatchFlag.MatchContains)[0]
    rect = lines.visualItemRect(item)
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 13, rect.center().y()))


def kept(workspace: Workspace) -> Briefing:
    (only,) = workspace.find(Briefing)
    return only


def names(workspace: Workspace, ids: tuple[str, ...]) -> list[str]:
    return [p.name for p in workspace.get_many(Project, ids)]


def click_place(page: ComposerPage, place: Place) -> None:
    page.form.preview.show_page(place.page)
    centre = page.form.preview.place_rect(place).center().toPoint()
    QTest.mouseClick(page.form.preview.viewport(), Qt.MouseButton.LeftButton, pos=centre)


def figure_place(page: ComposerPage) -> Place:
    assert page.proof is not None
    return next(p for p in page.proof.typeset.places if p.figure)


def test_it_opens_on_the_first_audience_and_shows_its_pages(qtbot: QtBot, page: ComposerPage) -> None:
    composed(qtbot, page)
    assert page.switch.button("Staff").isChecked()
    assert page.form.pageNumber.text().startswith("Page 1 of ")
    QTest.keyClicks(page, "]")
    assert page.form.pageNumber.text().startswith("Page 2 of ")
    QTest.keyClicks(page, "[")
    assert page.form.pageNumber.text().startswith("Page 1 of ")


def test_two_pages_stand_side_by_side_and_the_wheel_zooms(qtbot: QtBot, page: ComposerPage) -> None:
    to_board(qtbot, page)
    QTest.mouseClick(page.form.twoPages, Qt.MouseButton.LeftButton)
    assert page.form.pageNumber.text().startswith("Pages 1 and 2 of ")
    before = page.form.preview.scale()
    centre = QPointF(page.form.preview.viewport().rect().center())
    turn = QWheelEvent(
        centre, centre, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.form.preview.viewport(), turn)
    assert page.form.preview.scale() > before
    assert page.form.zoom.currentText() != "Fit"


def test_a_click_on_a_figure_shows_its_passport_and_leads_to_the_record(
    qtbot: QtBot, page: ComposerPage, desk: Desk
) -> None:
    to_board(qtbot, page)
    place = figure_place(page)
    click_place(page, place)
    assert page.proof is not None
    figure = next(f for f in page.proof.document.figures if f.number == place.figure)
    assert page.form.selectedName.text() == figure.label
    assert figure.text in page.form.figureText.text()
    assert page.form.derivation.text() in (figure.derivation, "Not stated")
    with qtbot.waitSignal(desk.wanted) as wanted:
        QTest.mouseClick(page.form.openRecord, Qt.MouseButton.LeftButton)
    assert wanted.args == ["projects", figure.record.partition("/")[2]]
    QTest.keyClick(page.form.preview, Qt.Key.Key_Down)
    assert page.form.selectedName.isVisible(), "the arrow keys walk the figures"


def test_in_a_narrow_window_the_passport_takes_the_place_of_the_outline(qtbot: QtBot, page: ComposerPage) -> None:
    page.resize(752, 600)
    to_board(qtbot, page)
    assert not page.form.inspector.isVisible()
    click_place(page, figure_place(page))
    assert page.form.inspector.isVisible()
    assert not page.form.outline.isVisible()
    page.escape()
    assert page.form.outline.isVisible()
    assert not page.form.inspector.isVisible()


def test_another_audience_is_shown_at_once_and_told_what_it_misses(qtbot: QtBot, page: ComposerPage) -> None:
    to_board(qtbot, page)
    QTest.keyClick(page, Qt.Key.Key_F9)
    composed(qtbot, page)
    assert page.switch.button("Staff").isChecked()
    assert page.form.notShown.isVisible()
    assert "for the board only: Benefits in money" in page.form.notShown.text()
    assert "money" in page.form.never.text()


def test_title_and_intro_are_kept_and_can_be_undone(qtbot: QtBot, page: ComposerPage, workspace: Workspace) -> None:
    composed(qtbot, page)
    page.form.briefingTitle.selectAll()
    QTest.keyClicks(page.form.briefingTitle, "Faster mornings [now]")
    QTest.keyClick(page.form.briefingTitle, Qt.Key.Key_Return)
    assert kept(workspace).title == "Faster mornings [now]"
    page.form.intro.setFocus()
    QTest.keyClicks(page.form.intro, "Thank you.")
    page.form.preview.setFocus()
    assert kept(workspace).intro == "Thank you."
    assert workspace.undo_label() == "Change intro of Faster mornings [now]"
    workspace.undo()
    qtbot.waitUntil(lambda: page.form.intro.toPlainText() == "")
    workspace.undo()
    assert workspace.count(Briefing) == 0


def test_words_being_typed_outlast_new_pages(qtbot: QtBot, page: ComposerPage) -> None:
    composed(qtbot, page)
    page.form.briefingTitle.selectAll()
    QTest.keyClicks(page.form.briefingTitle, "Half a ti")
    page.proofing.now()
    composed(qtbot, page)
    assert page.form.briefingTitle.text() == "Half a ti"


def test_an_empty_title_is_not_taken(qtbot: QtBot, page: ComposerPage, workspace: Workspace, desk: Desk) -> None:
    composed(qtbot, page)
    page.form.briefingTitle.selectAll()
    QTest.keyClick(page.form.briefingTitle, Qt.Key.Key_Delete)
    with qtbot.waitSignal(desk.said):
        QTest.keyClick(page.form.briefingTitle, Qt.Key.Key_Return)
    assert page.form.briefingTitle.text()
    assert workspace.count(Briefing) == 0


def test_a_section_can_be_left_out(qtbot: QtBot, page: ComposerPage, workspace: Workspace) -> None:
    to_board(qtbot, page)
    tick(page.form.sections, "Journeys")
    assert kept(workspace).sections_off == ("journeys",)
    composed(qtbot, page)
    qtbot.waitUntil(lambda: page.proof is not None and "New nurse" not in str(page.proof.typeset.sections))


def test_projects_are_chosen_and_put_in_order_with_the_keyboard(
    qtbot: QtBot, page: ComposerPage, workspace: Workspace
) -> None:
    composed(qtbot, page)
    lines = page.form.projects
    tick(lines, "One Sign-on")
    assert names(workspace, kept(workspace).projects) == ["CareChart", "Pill Trail"]
    lines.setFocus()
    lines.setCurrentRow(0)
    QTest.keyClick(lines, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(workspace, kept(workspace).projects) == ["Pill Trail", "CareChart"]
    assert [lines.item(row).text() for row in range(3)] == ["Pill Trail", "CareChart", "One Sign-on"]
    assert lines.currentItem().text() == "CareChart"


def test_a_dragged_project_takes_its_new_place(qtbot: QtBot, page: ComposerPage, workspace: Workspace) -> None:
    composed(qtbot, page)
    # What a drop does to the list: the mouse itself can't drag on a platform without a screen.
    model = page.form.projects.model()
    model.moveRow(page.form.projects.rootIndex(), 2, page.form.projects.rootIndex(), 0)
    qtbot.waitUntil(lambda: workspace.count(Briefing) == 1)
    assert names(workspace, kept(workspace).projects) == ["Pill Trail", "CareChart", "One Sign-on"]


def test_the_last_project_stays_in(qtbot: QtBot, page: ComposerPage, workspace: Workspace, desk: Desk) -> None:
    composed(qtbot, page)
    tick(page.form.projects, "One Sign-on")
    tick(page.form.projects, "Pill Trail")
    with qtbot.waitSignal(desk.said):
        tick(page.form.projects, "CareChart")
    assert names(workspace, kept(workspace).projects) == ["CareChart"]
    assert page.form.projects.ids(ticked_only=True) == list(kept(workspace).projects)


def test_a_unit_brings_in_its_projects_and_those_of_the_units_below(
    qtbot: QtBot, page: ComposerPage, workspace: Workspace
) -> None:
    wards = Unit(name="Acute Wards")
    with workspace.write("Add units") as batch:
        batch.add(wards)
        batch.add(below := Unit(name="Ward 7", part_of=wards.id))
        batch.save(attrs.evolve(workspace.find(Project)[0], unit=below.id))
    composed(qtbot, page)
    QTest.mouseClick(page.form.byUnit, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.form.units.count() == 2)
    tick(page.form.units, "Acute Wards")
    assert kept(workspace).units == (wards.id,)
    assert [c.name for c in page.draft.projects() if c.on] == ["CareChart"]


def press_save(page: ComposerPage) -> None:
    """Clicks the button that the page lends to the command bar."""
    QTest.mouseClick(page.tools()[0], Qt.MouseButton.LeftButton)


def saved(qtbot: QtBot, page: ComposerPage) -> None:
    press_save(page)
    qtbot.waitUntil(lambda: page.form.openPdf.isVisible(), timeout=20_000)


def test_both_briefings_are_saved_and_can_be_opened(
    qtbot: QtBot, page: ComposerPage, answers: Answers, tmp_path: Path
) -> None:
    opened: list[Path] = []
    page.exporter.opener = lambda path: opened.append(path) or True  # type: ignore[func-returns-value]
    composed(qtbot, page)
    answers.save = tmp_path / "staff.pdf"
    saved(qtbot, page)
    to_board(qtbot, page)
    answers.save = tmp_path / "board"
    saved(qtbot, page)
    assert answers.suggested.endswith(".pdf")
    files = [tmp_path / "staff.pdf", tmp_path / "board.pdf"]
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    QTest.mouseClick(page.form.openPdf, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.form.showInFolder, Qt.MouseButton.LeftButton)
    assert opened == [files[1], tmp_path]


@pytest.mark.parametrize("how", ["button", "Esc"])
def test_a_cancelled_export_leaves_no_file(
    qtbot: QtBot, page: ComposerPage, answers: Answers, tmp_path: Path, how: str, desk: Desk
) -> None:
    composed(qtbot, page)
    folder = tmp_path / "out"
    folder.mkdir()
    answers.save = folder / "staff.pdf"
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
    qtbot: QtBot, page: ComposerPage, answers: Answers, tmp_path: Path, desk: Desk
) -> None:
    composed(qtbot, page)
    answers.save = tmp_path / "no such folder" / "staff.pdf"
    with qtbot.waitSignal(desk.said, timeout=20_000) as said:
        press_save(page)
    assert "folder does not exist" in said.args[0]


def test_without_projects_it_says_what_will_be_here(
    qtbot: QtBot, page: ComposerPage, workspace: Workspace, desk: Desk
) -> None:
    composed(qtbot, page)
    with workspace.write("Clear") as batch:
        for project in workspace.find(Project):
            batch.delete(project)
    qtbot.waitUntil(lambda: page.form.empty.isVisible())
    with qtbot.waitSignal(desk.said):
        press_save(page)
    with qtbot.waitSignal(desk.wanted):
        QTest.mouseClick(page.form.emptyGo, Qt.MouseButton.LeftButton)


def test_every_control_says_what_it_is(qtbot: QtBot, page: ComposerPage) -> None:
    composed(qtbot, page)
    focusable = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    unnamed = [w.objectName() for w in focusable if not (w.accessibleName() or getattr(w, "text", lambda: "")())]
    assert unnamed == []
    assert all(w.objectName() for w in focusable)


def test_the_page_is_imported_without_the_database_and_the_pdf_libraries() -> None:
    heavy = "sqlalchemy alembic reportlab pypdfium2 pikepdf"
    code = f"import sys, brm_app.ui.composer.page; print([m for m in {heavy.split()} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
