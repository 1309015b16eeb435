"""Appendices in the composer: added, counted, put in order, taken out; what can't be added stands in the way."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brm_app.briefing import page_text, protect, typeset
from brm_app.domain.records import Attachment
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.desk import Desk
from tests.answers import Answers
from tests.briefing.staff_sample import staff
from tests.ui.composer.driving import composed, kept


@pytest.fixture(scope="module")
def plan() -> bytes:
    return typeset(staff()).pdf


def add(qtbot: QtBot, page: ComposerPage, replies: Answers, path: Path) -> None:
    """Clicks the button and chooses a file."""
    replies.open = path
    QTest.mouseClick(page.appendices.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.appendices.lane.busy, timeout=20_000)
    shown(qtbot, page)


def shown(qtbot: QtBot, page: ComposerPage) -> None:
    """Waits for the pages of the draft as it is."""
    qtbot.waitUntil(lambda: not page.proofing.busy, timeout=20_000)
    composed(qtbot, page)


def names(page: ComposerPage) -> list[str]:
    lines = page.appendices.list
    return [lines.item(row).text() for row in range(lines.count())]


def put_behind(page: ComposerPage, **files: bytes) -> None:
    """Appendices that came into the workspace by another way."""
    held = [Attachment(name=name, media_type="application/pdf", data=data) for name, data in files.items()]
    page.draft.keep()
    old = page.draft.briefing
    with page.desk.workspace.write("Add") as batch:
        for file in held:
            batch.add(file)
        batch.save(attrs.evolve(old, appendices=tuple(file.id for file in held)), base=old)


def test_a_file_is_added_behind_the_pages_and_counted_in_them(
    qtbot: QtBot, page: ComposerPage, replies: Answers, workspace: Workspace, plan: bytes, tmp_path: Path
) -> None:
    composed(qtbot, page)
    assert page.proof is not None
    own = page.proof.typeset.pages
    (tmp_path / "Floor plan.pdf").write_bytes(plan)
    add(qtbot, page, replies, tmp_path / "Floor plan.pdf")
    pages = own + typeset(staff()).pages
    assert names(page) == ["Floor plan"]
    assert [file.name for file in workspace.get_many(Attachment, kept(workspace).appendices)] == ["Floor plan"]
    assert page.form.pageNumber.text() == f"Page 1 of {pages}"
    said = " ".join(page_text(page.proof.typeset.pdf, own - 1).split())
    assert f"{own} of {pages}" in said or f"and {pages - own} pages of appendices" in said
    workspace.undo()
    shown(qtbot, page)
    assert names(page) == []
    assert workspace.find(Attachment) == []


@pytest.mark.parametrize(("made", "why"), [("locked", "has a password"), ("broken", "no PDF, or a damaged")])
def test_a_file_that_cant_be_added_is_refused_at_once(
    qtbot: QtBot, page: ComposerPage, replies: Answers, desk: Desk, plan: bytes, tmp_path: Path, made: str, why: str
) -> None:
    composed(qtbot, page)
    said: list[str] = []
    desk.said.connect(lambda words, *_rest: said.append(words))
    (tmp_path / "plan.pdf").write_bytes(protect(plan, "tulip") if made == "locked" else plan[:2000])
    add(qtbot, page, replies, tmp_path / "plan.pdf")
    assert any(why in words and "Nothing was added" in words for words in said)
    assert names(page) == []


def test_a_broken_one_blocks_and_one_key_leads_to_it_and_another_takes_it_out(
    qtbot: QtBot, page: ComposerPage, workspace: Workspace, plan: bytes
) -> None:
    composed(qtbot, page)
    put_behind(page, Good=plan, Locked=protect(plan, "tulip"), Broken=b"no PDF")
    qtbot.waitUntil(lambda: len(names(page)) == 3, timeout=20_000)
    shown(qtbot, page)
    told = [f"{row.title}: {row.detail}" for row in page.checks.list.rows if row.findings[0].kind == "appendix"]
    assert told == [
        "An appendix has a password: “Locked”. Ask for a copy without one",
        "An appendix is no PDF, or a damaged one: “Broken”. Choose another file",
    ]
    for left in ("Locked", "Broken"):
        rows = page.checks.list.rows
        place = next(n for n, row in enumerate(rows) if row.findings[0].kind == "appendix")
        page.checks.list.setCurrentRow(place)
        page.checks.list.setFocus()
        QTest.keyClick(page.checks.list, Qt.Key.Key_Return)
        lines = page.appendices.list
        assert lines.hasFocus()
        assert lines.currentItem().text() == left
        assert "with a blocker" in str(lines.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))
        QTest.keyClick(lines, Qt.Key.Key_Delete)
        shown(qtbot, page)
    assert names(page) == ["Good"]
    assert [row.state for row in page.checks.list.rows if row.findings[0].kind == "appendix"] == ["good"]
    assert len(kept(workspace).appendices) == 1


def test_one_that_is_no_longer_kept_blocks_too(qtbot: QtBot, page: ComposerPage, plan: bytes) -> None:
    composed(qtbot, page)
    page.draft.keep()
    page.draft.briefing = attrs.evolve(page.draft.briefing, appendices=("0198-gone",))
    page.proofing.now()
    shown(qtbot, page)
    assert names(page) == ["No longer kept here"]
    assert "An appendix is no longer kept here" in [row.title for row in page.checks.list.rows]


def test_they_are_put_in_order_with_keys_and_a_file_is_looked_at_once(
    qtbot: QtBot, page: ComposerPage, plan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed(qtbot, page)
    put_behind(page, One=plan, Two=plan)
    qtbot.waitUntil(lambda: names(page) == ["One", "Two"], timeout=20_000)
    shown(qtbot, page)
    monkeypatch.setattr(page.proofing.press.typesetter, "look_at", None)  # it would be called in vain
    page.appendices.list.setFocus()
    page.appendices.list.setCurrentRow(1)
    QTest.keyClick(page.appendices.list, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    shown(qtbot, page)
    assert names(page) == ["Two", "One"]
