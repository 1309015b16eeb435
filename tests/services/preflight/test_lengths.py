"""A briefing is short enough for its readers, and no section of it is empty."""

import attrs

from brm_app.domain.content import Heading, Paragraph, Section, plain
from brm_app.domain.records import Briefing
from brm_app.services.briefs import compose
from brm_app.services.preflight.lengths import empty
from tests.services.preflight.conftest import TODAY, Desk


def reading(desk: Desk) -> list[tuple[str, str, str]]:
    return [(f.severity, f.title, f.detail) for f in desk.findings() if f.kind == "reading"]


def test_the_limit_of_the_audience_goes_before_that_of_the_organisation(desk: Desk) -> None:
    assert reading(desk) == [("passed", "Reads in 1 minute", "No limit is set")]
    desk.held["organisation"] = desk.workspace.organisation
    desk.change("organisation", reading_budget=9)
    assert reading(desk) == [("passed", "Reads in 1 minute", "Your limit is 9")]
    desk.change("board", reading_budget=2)
    desk.change("project", summary="word " * 600)
    assert reading(desk) == [("warning", "Reads in 4 minutes", "Your limit is 2")]


def test_a_scope_without_a_project_blocks(desk: Desk) -> None:
    desk.change("project", internal=True)
    assert ("blocker", "Projects is empty", "Nothing stands under its title: fill it, or leave it out") in desk.told(
        "empty"
    )


def test_a_briefing_of_nothing_blocks(desk: Desk) -> None:
    nothing = Briefing(title="T", audience=desk.held["staff"].id, sections_off=("projects",))
    assert desk.told("empty", audience="Staff", briefing=nothing) == [
        ("blocker", "The briefing has no section", "Choose what goes in")
    ]


def test_a_section_that_says_something_is_not_empty(desk: Desk) -> None:
    content = compose(desk.workspace, "Board", as_of=TODAY)
    full = Section(kind="words", kicker="A", title="A", parts=(Paragraph(runs=plain("Words.")),))
    bare = attrs.evolve(full, kicker="B", parts=(Heading(text=" "),))
    assert [f.title for f in empty(attrs.evolve(content, sections=(full, bare)))] == ["B is empty"]
