"""The composer, driven by mouse and keys, over two sample briefings typeset for real."""

from __future__ import annotations

import subprocess
import sys

import attrs
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from brm_app.domain.records import Briefing, Project, Unit
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.lists import NOTE
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.desk import Desk
from tests.ui.composer.driving import (
    choose_draft,
    click_place,
    composed,
    figure_place,
    kept,
    names,
    press_save,
    tick,
    to_board,
)

# The offscreen platform has no window manager to tell of size limits.


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
    QTest.mouseClick(page.pages.view.buttons[1], Qt.MouseButton.LeftButton)
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


def test_short_lists_stand_together_at_the_top(qtbot: QtBot, page: ComposerPage) -> None:
    page.resize(1232, 1600)
    composed(qtbot, page)
    form = page.form
    sections, projects = form.sections.geometry(), form.scope.geometry()
    assert sections.top() - form.introEdge.geometry().bottom() < 60
    assert projects.top() - sections.bottom() < 80


def test_another_audience_is_shown_at_once_and_told_what_it_misses(qtbot: QtBot, page: ComposerPage) -> None:
    to_board(qtbot, page)
    QTest.keyClick(page, Qt.Key.Key_F9)
    composed(qtbot, page)
    assert page.switch.button("Staff").isChecked()
    assert page.form.notShown.isVisible()
    assert "for the board only: Benefits in money" in page.form.notShown.text()
    assert "money" in page.form.never.text()


def test_it_opens_with_the_outline_in_hand_and_no_text_selected(qtbot: QtBot, page: ComposerPage) -> None:
    composed(qtbot, page)
    assert page.form.sections.hasFocus()
    assert not page.form.briefingTitle.textCursor().hasSelection()
    assert page.form.sections.currentItem().text() == "Cover"


def test_the_words_of_a_page_can_be_read_without_the_page(qtbot: QtBot, page: ComposerPage) -> None:
    to_board(qtbot, page)
    QTest.mouseClick(page.pages.view.buttons[2], Qt.MouseButton.LeftButton)
    assert not page.form.preview.isVisible()
    qtbot.waitUntil(lambda: "board pack" in page.form.pageText.toPlainText())
    before = page.form.pageText.toPlainText()
    QTest.keyClick(page, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: page.form.pageText.toPlainText() != before)
    assert page.form.pageNumber.text().startswith("Page 2 of ")


def test_the_outline_follows_the_page_in_view(qtbot: QtBot, page: ComposerPage) -> None:
    to_board(qtbot, page)
    lines = page.form.sections
    benefits = lines.findItems("Benefits", Qt.MatchFlag.MatchContains)[0]
    for _ in range(int(benefits.data(NOTE)) - 1):
        QTest.keyClick(page, Qt.Key.Key_BracketRight)
    assert lines.selectedItems() == [benefits]


def test_drafts_are_added_copied_chosen_and_deleted(qtbot: QtBot, page: ComposerPage, workspace: Workspace) -> None:
    composed(qtbot, page)
    choose_draft(page, "newDraft")
    first = kept(workspace)
    page.form.briefingTitle.selectAll()
    QTest.keyClicks(page.form.briefingTitle, "For the night shift")
    QTest.keyClick(page.form.briefingTitle, Qt.Key.Key_Return)
    choose_draft(page, "copyDraft")
    assert [b.title for b in page.draft.drafts] == ["For the night shift", "For the night shift (copy)"]
    assert page.form.saved.text().startswith("Draft 2 of 2")
    choose_draft(page, "draft-1")
    assert page.draft.briefing.id == first.id
    assert page.form.briefingTitle.text() == "For the night shift"
    choose_draft(page, "deleteDraft")
    assert kept(workspace).title == "For the night shift (copy)"
    assert page.form.briefingTitle.text() == "For the night shift (copy)"
    assert workspace.undo_label() == "Delete For the night shift"
    workspace.undo()
    qtbot.waitUntil(lambda: len(page.draft.drafts) == 2)


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
    QTest.keyClick(lines, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
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
    QTest.mouseClick(page.outline.choice.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.form.units.count() == 2)
    tick(page.form.units, "Acute Wards")
    assert kept(workspace).units == (wards.id,)
    assert [c.name for c in page.draft.projects() if c.on] == ["CareChart"]


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
