"""Before an issue: every sort of blocker is reached with one key, mended where one is, and gone; then it is issued."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from PySide6.QtCore import Qt

from brm_app.domain.content import Document, Paragraph, plain
from brm_app.domain.findings import blockers
from brm_app.domain.records import Audience, Benefit, Briefing, Message, Project, Reading, Unit
from brm_app.services.issuing import identify, issues, told
from brm_app.services.workspace import Workspace
from brm_app.ui.composer import walls
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.composer.press import Press
from tests.acceptance.hands import Hands

TODAY = dt.date.today()
Keys = Callable[[Hands], None]


def composer(hands: Hands) -> ComposerPage:
    page = hands.window.page
    assert isinstance(page, ComposerPage)
    return page


def standing(hands: Hands) -> list[str]:
    """The kinds of the blockers that are listed."""
    return [row.findings[0].kind for row in composer(hands).checks.list.rows if row.state == "bad"]


def composed(hands: Hands) -> bool:
    page = composer(hands)
    return page.proof is not None and not page.form.working.text() and not page.proofing.busy


def open_composer(hands: Hands, audience: str) -> None:
    hands.keys("Ctrl+B")
    hands.until_seen(f"audience-{audience}")
    hands.click(f"audience-{audience}")
    hands.until(lambda: composed(hands) and composer(hands).draft.audience.name == audience)  # type: ignore[union-attr]


def focused(hands: Hands) -> str:
    widget = hands.window.focusWidget()
    return widget.objectName() if widget else ""


def refused(hands: Hands, focus: str) -> None:
    """Ctrl+Enter issues nothing, and leads to the first blocker."""
    before = len(issues(hands.workspace))
    hands.keys("Ctrl+Return")
    assert focused(hands) == focus
    assert "in the way of issuing this. The first is shown." in hands.reads("toast")
    assert not hands.seen("issueSheet")
    assert len(issues(hands.workspace)) == before


def test_the_board_pack_of_the_sample_is_mended_and_issued(at_work: Hands, tmp_path: Path) -> None:
    open_composer(at_work, "Board")
    assert standing(at_work) == ["unapproved", "unsourced", "unsourced"]
    before = issues(at_work.workspace)
    refused(at_work, "approveHere")
    at_work.keys("A")
    at_work.until(lambda: standing(at_work) == ["unsourced", "unsourced"])
    at_work.keys("F8")
    assert focused(at_work) == "passportSource"
    at_work.write("Two pharmacists with a stopwatch")
    at_work.keys("Return")
    at_work.until(lambda: standing(at_work) == ["unsourced"])
    at_work.keys("F8", "Tab", "Space")
    at_work.until(lambda: standing(at_work) == [] and composed(at_work))
    at_work.keys("Ctrl+Return")
    at_work.until_seen("issueSheet")
    at_work.fill("toldNames", "Ann Bell; Chair of the board\nAnn Bell")
    at_work.keys("Ctrl+Return")
    at_work.until(lambda: at_work.seen("saveIssued"))
    made = issues(at_work.workspace)[0]
    assert len(issues(at_work.workspace)) == len(before) + 1
    assert made.number.startswith("MH-B-")
    assert at_work.reads("toast") == f"Issued {made.number}"
    assert [each.whom for each in told(at_work.workspace, made.number)] == ["Ann Bell", "Chair of the board"]
    assert focused(at_work) == "saveIssued"
    at_work.answers.save = tmp_path / "board.pdf"
    at_work.keys("Space")
    at_work.until(lambda: (tmp_path / "board.pdf").exists())
    assert identify(at_work.workspace, (tmp_path / "board.pdf").read_bytes()).state == "genuine"


def test_a_day_to_come_is_taken_out_of_the_briefing(at_work: Hands) -> None:
    open_composer(at_work, "Staff")
    draft = composer(at_work).draft
    draft.keep()
    with at_work.workspace.write("A day to come") as batch:
        batch.save(attrs.evolve(draft.briefing, as_of=TODAY + dt.timedelta(days=900)), base=draft.briefing)
    at_work.until(lambda: "ahead" in standing(at_work) and composed(at_work))
    before = len(issues(at_work.workspace))
    refused(at_work, "mendField")
    at_work.keys("Ctrl+A", "Delete", "Return")
    at_work.until(lambda: standing(at_work) == [] and composed(at_work))
    assert at_work.workspace.need(Briefing, draft.briefing.id).as_of is None
    assert len(issues(at_work.workspace)) == before


def test_what_is_only_told_is_printed_so_with_one_key(at_work: Hands) -> None:
    open_composer(at_work, "Board")
    at_work.keys("F8", "F8", "F8")
    at_work.click("preview")  # out of the field, where T would be typed
    page = composer(at_work)
    place = page.form.preview.place_of("F18")
    page.form.preview.select(place)
    at_work.keys("T")
    at_work.until(lambda: standing(at_work) == ["unapproved", "unsourced"])
    hatch = next(b for b in at_work.workspace.find(Benefit) if b.statement == "Wait at the hatch after a jam")
    assert hatch.evidence == "told"


def test_a_word_is_changed_in_the_text_it_came_from(at_work: Hands) -> None:
    open_composer(at_work, "Board")
    page = composer(at_work)
    words = [row for row in page.checks.list.rows if row.findings[0].kind == "jargon"]
    assert [row.title for row in words] == ["2 words the board may not know"]
    page.checks.list.setCurrentRow(page.checks.list.rows.index(words[0]))
    page.checks.list.setFocus()
    at_work.keys("Return")
    assert focused(at_work) == "changeWord-0"
    at_work.keys("Space")
    at_work.until(lambda: "1 word the board may not know" in [row.title for row in page.checks.list.rows])
    sign_on = next(p for p in at_work.workspace.find(Project) if p.name == "One Sign-on")
    assert "One Sign-on on every ward computer" in sign_on.overall_value
    assert at_work.workspace.undo_label() == "Change SSO to One Sign-on"


# Each sort of blocker, made in the staff briefing, which has none


def record(workspace: Workspace, name: str) -> Project:
    return next(p for p in workspace.find(Project) if p.name == name)


def change(workspace: Workspace, old: Project | Benefit | Message | Reading | Briefing, **values: object) -> None:
    with workspace.write("Change") as batch:
        batch.save(attrs.evolve(old, **values), base=old)  # type: ignore[arg-type]


def staff_message(workspace: Workspace) -> Message:
    staff = next(a.id for a in workspace.find(Audience) if a.name == "Staff")
    chart = record(workspace, "CareChart").id
    found = workspace.find(Message, equals={"project": chart, "audience": staff, "state": "approved"})
    return found[0]


def unapprove(workspace: Workspace) -> None:
    change(workspace, staff_message(workspace), state="in review", approved_by="", approved_at=None)


def let_a_message_pass_its_review(workspace: Workspace) -> None:
    change(workspace, staff_message(workspace), review_by=TODAY - dt.timedelta(days=1))


def take_a_source_away(workspace: Workspace) -> None:
    chart = next(b for b in workspace.find(Benefit) if b.statement == "Charts found at once")
    change(workspace, chart, source="")


def let_a_figure_grow_old(workspace: Workspace) -> None:
    chart = next(b for b in workspace.find(Benefit) if b.statement == "Charts found at once")
    change(workspace, chart, review_days=1)


def write_what_no_font_has(workspace: Workspace) -> None:
    change(workspace, record(workspace, "Ward Wi-Fi"), least_disruption="Corridor by corridor \U00013000.")


def write_in_a_script_that_is_not_set(workspace: Workspace) -> None:
    change(workspace, record(workspace, "Ward Wi-Fi"), least_disruption="Corridor by corridor, हिन्दी में.")


def choose_what_has_no_project(workspace: Workspace) -> None:
    staff = next(a.id for a in workspace.find(Audience) if a.name == "Staff")
    used = {p.unit for p in workspace.find(Project)}
    bare = next(u for u in workspace.find(Unit) if u.id not in used and u.part_of)
    (draft,) = workspace.find(Briefing, equals={"audience": staff})
    change(workspace, draft, projects=(), units=(bare.id,))


def approve(hands: Hands) -> None:
    hands.keys("A")


def put_the_review_off(hands: Hands) -> None:
    hands.keys("Ctrl+A")
    hands.write((TODAY + dt.timedelta(days=30)).isoformat())
    hands.keys("Return")


def name_the_source(hands: Hands) -> None:
    hands.write("Ward audit, 600 charts")
    hands.keys("Return")


def read_again(hands: Hands) -> None:
    hands.write("75")
    hands.keys("Return")


def write_it_plainly(hands: Hands) -> None:
    hands.keys("Ctrl+A")
    hands.write("Corridor by corridor.")
    hands.keys("Tab")


def put_a_project_in(hands: Hands) -> None:
    hands.keys("Space")


KINDS: dict[str, tuple[Callable[[Workspace], None], str, Keys]] = {
    "unapproved": (unapprove, "approveHere", approve),
    "unsourced": (take_a_source_away, "passportSource", name_the_source),
    "stale": (let_a_figure_grow_old, "passportReading", read_again),
    "stale message": (let_a_message_pass_its_review, "mendField", put_the_review_off),
    "glyph": (write_what_no_font_has, "mendField", write_it_plainly),
    "glyph of a script": (write_in_a_script_that_is_not_set, "mendField", write_it_plainly),
    "empty": (choose_what_has_no_project, "projects", put_a_project_in),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_sort_of_blocker_is_reached_with_one_key_and_mended_in_place(at_work: Hands, kind: str) -> None:
    make, focus, mend = KINDS[kind]
    make(at_work.workspace)
    open_composer(at_work, "Staff")
    assert standing(at_work) == [kind.split()[0]]
    at_work.keys("F8")
    assert focused(at_work) == focus
    print(f"reach a blocker, {kind}: 1 key, ideal 1")
    refused(at_work, focus)
    mend(at_work)
    at_work.until(lambda: standing(at_work) == [] and composed(at_work))
    at_work.keys("Ctrl+Return")
    at_work.until_seen("issueSheet")
    at_work.keys("Esc")
    at_work.until(lambda: not at_work.seen("issueSheet"))


@pytest.fixture
def leaking(at_work: Hands, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project whose note gets into the pages by a projection that is broken on purpose."""
    secret = "Nobody outside may read this sentence."
    wifi = record(at_work.workspace, "Ward Wi-Fi")
    change(at_work.workspace, wifi, note=secret)
    honest = Press.compose

    def leaky(press: Press, audience: Audience, briefing: Briefing) -> Document:
        document = honest(press, audience, briefing)
        last = document.sections[-1]
        note = press.workspace.need(Project, wifi.id).note
        parts = (*last.parts, Paragraph(runs=plain(note))) if note else last.parts
        return attrs.evolve(document, sections=(*document.sections[:-1], attrs.evolve(last, parts=parts)))

    monkeypatch.setattr(Press, "compose", leaky)
    return wifi


def empty_the_note(hands: Hands, project: Project) -> None:
    assert focused(hands) == "mendField"
    hands.keys("Ctrl+A", "Delete", "Tab")
    hands.until(lambda: standing(hands) == [] and composed(hands))
    assert hands.workspace.need(Project, project.id).note == ""


def test_what_gets_through_the_wall_is_found_while_one_pauses_and_reached_with_one_key(
    at_work: Hands, leaking: Project
) -> None:
    open_composer(at_work, "Staff")
    at_work.until(lambda: standing(at_work) == ["wall"])
    refused(at_work, "mendField")
    at_work.click("preview")
    at_work.keys("F8")
    empty_the_note(at_work, leaking)
    passed = "Nothing of behind the wall is in the file"
    at_work.until(lambda: passed in [row.title for row in composer(at_work).checks.list.rows])


def test_what_gets_through_the_wall_is_refused_and_shown(
    at_work: Hands, leaking: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walls, "PAUSE", 3_600_000)  # whoever is quicker than the search
    open_composer(at_work, "Staff")
    before = len(issues(at_work.workspace))
    at_work.keys("Ctrl+Return")
    at_work.until_seen("issueSheet")
    at_work.keys("Ctrl+Return")
    at_work.until(lambda: standing(at_work) == ["wall"])
    assert len(issues(at_work.workspace)) == before
    empty_the_note(at_work, leaking)


def test_the_list_is_walked_with_the_keys_and_says_each_row(at_work: Hands) -> None:
    open_composer(at_work, "Board")
    found = composer(at_work).checks.list
    found.setFocus()
    at_work.keys("Home", "J", "J")
    assert found.currentRow() == 2
    at_work.keys("K", "Return")
    assert focused(at_work) == "passportSource"
    said = str(found.item(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Blocker, Figure F16 has no source, Page ")
    at_work.keys("Shift+F8")
    assert focused(at_work) == "approveHere"
    assert blockers(composer(at_work).proof.findings)  # type: ignore[union-attr]


def test_esc_leaves_the_sheet_and_nothing_is_issued(at_work: Hands) -> None:
    open_composer(at_work, "Staff")
    before = len(issues(at_work.workspace))
    at_work.keys("Ctrl+Return")
    at_work.until_seen("issueSheet")
    assert focused(at_work) == "issueNow"
    at_work.keys("Esc")
    assert not at_work.seen("issueSheet")
    assert len(issues(at_work.workspace)) == before
