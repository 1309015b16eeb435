"""What the outline says about a composed briefing."""

from __future__ import annotations

import attrs

from brm_app.briefing import typeset
from brm_app.domain.findings import BLOCKER, WARNING, Finding
from brm_app.ui.composer import outline
from brm_app.ui.composer.standing import states
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff


def test_parts_stand_in_the_order_of_their_pages() -> None:
    document = board()
    lines = outline.lines(document, typeset(document), (), {})
    assert [line.name for line in lines if line.page] == ["cover", "benefits", "projects", "journeys", "sources"]
    assert [line.name for line in lines if not line.page] == ["changes", "decisions"]
    pages = [line.page for line in lines if line.page]
    assert pages == sorted(pages)
    assert pages[0] == 1


def test_answers_on_the_cover_are_the_part_you_said_we_did() -> None:
    document = staff()
    lines = outline.lines(document, typeset(document), (), {})
    assert [line.name for line in lines if line.page] == ["cover", "words", "projects"]


def test_a_part_that_is_off_is_listed_without_a_page() -> None:
    document = attrs.evolve(board(), sections=())
    lines = {line.name: line for line in outline.lines(document, typeset(document), ("journeys",), {})}
    assert (lines["journeys"].on, lines["journeys"].page) == (False, 0)


def test_benefits_are_called_in_money_only_where_they_are_told_in_money() -> None:
    document = board()
    plain = [attrs.evolve(s, kicker="Benefits") if s.kind == "benefits" else s for s in document.sections]
    for sections, label in ((document.sections, "Benefits in money"), (tuple(plain), "Benefits")):
        shown = attrs.evolve(document, sections=sections)
        lines = {line.name: line.label for line in outline.lines(shown, typeset(shown), (), {})}
        assert lines["benefits"] == label


def test_what_another_audience_is_not_shown_is_told() -> None:
    assert outline.left_out(board(), staff(), ()) == (
        "3 sections are for the board only: Benefits in money, Journeys: moments of truth, Figure sources"
    )
    assert outline.left_out(board(), staff(), ("benefits", "journeys")) == (
        "1 section is for the board only: Figure sources"
    )
    assert outline.left_out(staff(), board(), ()) == "1 section is for the staff only: You said, we did"


def test_a_figure_is_known_by_its_number_and_a_section_by_its_record() -> None:
    document = board()
    found = outline.picked(document, document.figures[0].number, "")
    assert found is not None
    assert found.figure == document.figures[0]
    assert outline.picked(document, "", "projects/unknown") is None


def test_a_part_is_marked_by_the_worst_of_what_was_found_in_it() -> None:
    document = board()
    number = document.figures[0].number
    assert set(states(document, ()).values()) == {"good"}
    source = Finding(severity=BLOCKER, kind="unsourced", title="No source", figure=number)
    word = Finding(severity=WARNING, kind="jargon", title="A word", section=0)
    marked = states(document, (source, word))
    assert marked["benefits"] == "bad"
    assert marked["journeys"] == "good"
    assert states(document, (word,))["benefits"] == "warn"
