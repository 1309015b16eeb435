"""What the tests of the composer share: sample content instead of composing, and hands on its page."""

from __future__ import annotations

from pathlib import Path

import attrs
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from brm_app.briefing.result import Place
from brm_app.domain.content import Document
from brm_app.domain.records import Audience, Briefing, Project
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.lists import OutlineList
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.composer.press import Press
from brm_app.ui.composer.standing import part_of
from brm_app.ui.lane import Job
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff

NAMES = ("CareChart", "One Sign-on", "Pill Trail")


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

    def save(self, job: Job, audience: Audience, briefing: Briefing, path: Path, password: str = "") -> Path:
        while self.slow and not job.cancelled():
            pass
        return super().save(job, audience, briefing, path, password)


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
    """Clicks the check box of a line, where the style of now puts it."""
    item = lines.findItems(label, Qt.MatchFlag.MatchContains)[0]
    option = QStyleOptionViewItem()
    lines.initViewItemOption(option)
    option.rect = lines.visualItemRect(item)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    option.text = item.text()
    box = lines.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, lines)
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


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


def press_save(page: ComposerPage) -> None:
    """Clicks the button that the page lends to the command bar."""
    QTest.mouseClick(page.tools()[0], Qt.MouseButton.LeftButton)


def choose_draft(page: ComposerPage, name: str) -> None:
    """Opens the menu of drafts and chooses a line of it."""
    menu = page.drafts.menu
    QTimer.singleShot(0, lambda: press(menu, name))
    QTest.mouseClick(page.form.drafts, Qt.MouseButton.LeftButton)


def press(menu: QMenu, name: str) -> None:
    action = menu.findChild(QAction, name)
    assert action is not None
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
