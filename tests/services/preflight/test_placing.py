"""Once it is typeset, each finding knows its page, and characters without a drawing block."""

import attrs

from brm_app.briefing import typeset
from brm_app.domain.changes import Change, Changes
from brm_app.domain.content import Section
from brm_app.services.briefs import compose
from brm_app.services.preflight import placed, searched, walled
from tests.services.preflight.conftest import TODAY, Desk


def test_a_finding_knows_the_page_that_shows_it(desk: Desk) -> None:
    desk.change("benefit", source="")
    content = compose(desk.workspace, "Board", as_of=TODAY)
    made = typeset(content)
    found = {f.kind: f.page for f in placed(desk.findings(), content, made)}
    assert found["unsourced"] == min(place.page for place in made.places if place.figure == "F1")
    assert found["reading"] is None


def test_a_figure_is_placed_where_it_stands_and_not_where_its_change_is_told(desk: Desk) -> None:
    desk.change("benefit", source="")
    content = compose(desk.workspace, "Board", as_of=TODAY)
    record = f"benefits/{desk.held['benefit'].id}"
    told = Change(mark="up", style="good", word="Rose", subject="Time.", text="It rose.", record=record, figure="F1")
    section = Section(kind="changes", kicker="What changed", title="One rose", parts=(Changes(items=(told,)),))
    content = attrs.evolve(content, sections=(section, *content.sections))
    made = typeset(content)
    pages = sorted({place.page for place in made.places if place.figure == "F1"})
    found = {f.kind: f.page for f in placed(desk.findings(), content, made)}
    assert found["unsourced"] == pages[1] > pages[0]


def test_a_character_that_no_font_has_blocks_by_its_number_and_its_words(desk: Desk) -> None:
    desk.change("project", summary="Tap a badge \U00013000 twice.")
    content = compose(desk.workspace, "Board", as_of=TODAY)
    made = typeset(content)
    assert made.missing == "\U00013000"
    (found,) = [f for f in placed((), content, made) if f.kind == "glyph"]
    assert (found.severity, found.title) == ("blocker", "No font here has \U00013000 (U+13000)")
    assert found.detail == "One Sign-on: “Tap a badge \U00013000 twice.”"
    assert found.record == f"projects/{desk.held['project'].id}"
    assert found.page is not None


@attrs.frozen
class Hit:
    """What the proof found."""

    record: str = "projects/1"
    field: str = "note"
    page: int | None = 3


def test_what_the_proof_of_the_wall_found_blocks_with_record_field_and_page() -> None:
    (found,) = walled([Hit()])
    assert (found.severity, found.kind, found.record, found.field, found.page) == (
        "blocker", "wall", "projects/1", "note", 3)  # fmt: skip
    assert found.detail.startswith("Note of project: change it, or what was written from it; ")


def test_a_field_of_which_several_pieces_were_found_blocks_once_and_nothing_found_passes() -> None:
    assert [f.page for f in searched([Hit(), Hit(page=7), Hit(field="name")], 20)] == [3, 3]
    (passed,) = searched([], 20)
    assert (passed.severity, passed.detail) == ("passed", "20 texts looked for")
