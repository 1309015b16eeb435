"""Once it is typeset, each finding knows its page, and characters without a drawing block."""

import attrs
import pytest

from brm_app.briefing import typeset
from brm_app.domain.changes import Change, Changes
from brm_app.domain.content import Document, Section
from brm_app.domain.findings import Finding
from brm_app.services.briefs import compose
from brm_app.services.preflight import looked_over, placed, searched, walled
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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("हिन्दी में", "Devanagari can’t be printed here as it should be: ह (U+0939)"),
        ("ที่นี่", "Thai with marks above each other can’t be printed here as it should be: ◌่ (U+0E48)"),
        ("שָׁלוֹם", "Hebrew with points can’t be printed here as it should be: ◌ָ (U+05B8)"),
        ("شكرًا", "This Arabic can’t be printed here as it should be: ◌ً (U+064B)"),
        ("ښه", "This Arabic can’t be printed here as it should be: ښ (U+069A)"),
        ("x\u0301", "This accent can’t be printed here as it should be: ◌́ (U+0301)"),
        ("བོད", "No font here has བ (U+0F56)"),
        ("ខ្មែរ", "No font here has ខ (U+1781)"),
    ],
)
def test_a_script_that_cannot_be_set_blocks_with_the_field_it_was_typed_into(desk: Desk, text: str, title: str) -> None:
    desk.change("project", summary=f"Tap {text} twice.")
    content = compose(desk.workspace, "Board", as_of=TODAY)
    found = [f for f in looked(desk, content) if f.kind == "glyph"]
    assert found[0].title == title
    assert {(f.severity, f.record, f.field) for f in found} == {
        ("blocker", f"projects/{desk.held['project'].id}", "summary")
    }


@pytest.mark.parametrize("text", ["السلام عليكم", "می‌خواهم", "שלום", "ไทย กำลัง", "e\u0301te\u0301", "漢字 한국어"])
def test_what_can_be_set_letter_by_letter_blocks_nothing(desk: Desk, text: str) -> None:
    desk.change("project", summary=f"Tap {text} twice.")
    content = compose(desk.workspace, "Board", as_of=TODAY)
    assert [f for f in looked(desk, content) if f.kind == "glyph"] == []


def looked(desk: Desk, content: Document) -> tuple[Finding, ...]:
    return looked_over(desk.workspace, content, desk.held["board"], None, TODAY, typeset(content))


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
