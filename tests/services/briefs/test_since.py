"""A new briefing is compared with the last one that the same audience was given."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

from brm_app.domain.changes import Change, Changes
from brm_app.domain.content import Document, Paragraph, Section
from brm_app.domain.records import Audience, Benefit, Concern, Message, Person, Project, Promise, Reading, Record
from brm_app.services.briefs import compose
from brm_app.services.briefs.changes import LastTold
from brm_app.services.briefs.since import with_changes
from brm_app.services.workspace import Workspace
from tests.keeping import keep

THEN, NOW = dt.date(2026, 8, 20), dt.date(2026, 11, 19)
AGAIN = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
TOLD = LastTold("MH-B-2026-011", THEN, "", "pack")
MANAGER = Person(name="Nia Webb", job_title="Networks manager")
SIGN_ON = Project(name="One Sign-on", summary="Tap a badge.")
SHARE = Benefit(
    project=SIGN_ON.id, statement="Summaries sent the same day", measure="percent", direction="higher",
    target=Decimal(85), evidence="measured",
)  # fmt: skip
JAMS = Benefit(project=SIGN_ON.id, statement="Label jams", measure="count", evidence="measured")
READ = tuple(
    Reading(benefit=benefit.id, value=Decimal(value), as_of=dt.date(2026, 7, 31))
    for benefit, value in ((SHARE, 58), (JAMS, 310))
)


@pytest.fixture
def board(workspace: Workspace) -> Audience:
    keep(workspace, MANAGER, SIGN_ON, SHARE, JAMS, *READ)
    return next(a for a in workspace.find(Audience) if a.name == "Board")


@pytest.fixture
def told(workspace: Workspace, board: Audience) -> Callable[..., Document]:
    """Composes as of August, keeps some records, and tells in November what changed."""

    def tell(*changed: Record, before: tuple[Record, ...] = ()) -> Document:
        keep(workspace, *before)
        august = compose(workspace, board, as_of=THEN)
        keep(workspace, *changed)
        return with_changes(compose(workspace, board, as_of=NOW), august, TOLD)

    return tell


def lines(document: Document) -> list[Change]:
    return [item for part in document.sections[0].parts if isinstance(part, Changes) for item in part.items]


def said(document: Document) -> list[tuple[str, str, str]]:
    return [(line.word, line.subject, line.text) for line in lines(document)]


def foot(document: Document) -> str:
    last = document.sections[0].parts[-1]
    assert isinstance(last, Paragraph)
    return last.runs[0].text


def message(workspace: Workspace, board: Audience, **words: Any) -> Message:
    approved = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
    made = Message(project=SIGN_ON.id, audience=board.id, headline="Tap and go", state="approved", approved_at=approved)
    return attrs.evolve(made, **words)


def test_where_nothing_changed_it_says_so(told: Callable[..., Document]) -> None:
    document = told()
    first = document.sections[0]
    assert first.title == "Since you were last told, nothing has changed"
    assert first.parts[0].runs[0].text == "You were last told on August 20, 2026, in pack MH-B-2026-011."
    assert foot(document) == "Everything in this pack is as you were told in August."
    assert not any(section.changed for section in document.sections)


def test_figures_rise_and_fall_with_what_was_and_is(told: Callable[..., Document]) -> None:
    newer = [
        attrs.evolve(r, id=f"{r.id}b", as_of=dt.date(2026, 10, 31), value=Decimal(v))
        for r, v in zip(READ, (67, 420), strict=True)
    ]
    document = told(*newer)
    assert said(document) == [
        (
            "Rose",
            "One Sign-on, Summaries sent the same day.",
            "Was 58\xa0%; now 67\xa0%, against a target of 85\xa0%.",
        ),
        ("Rose", "One Sign-on, Label jams.", "Was 310; now 420. Lower is better."),
    ]
    assert [line.style for line in lines(document)] == ["good", "bad"]
    assert document.sections[0].title == "Since you were last told, two figures rose"
    assert foot(document).startswith("Everything else in this pack is as you were told in August. Pages with a change")
    assert {s.kind for s in document.sections if s.changed} == {"benefits", "projects", "project", "sources"}


def test_a_reading_that_was_put_right_is_a_correction(told: Callable[..., Document]) -> None:
    document = told(attrs.evolve(READ[0], value=Decimal(55)))
    assert [(line.word, line.text) for line in lines(document)] == [
        ("Corrected", "Was 58\xa0%; now 55\xa0%, against a target of 85\xa0%.")
    ]


def test_a_promise_tells_its_days_and_who_owns_it(
    told: Callable[..., Document], workspace: Workspace, board: Audience
) -> None:
    given = message(workspace, board)
    made = Promise(
        words="A second badge reader at Theatre 3", message=given.id, due=dt.date(2026, 11, 17), owner=MANAGER.id
    )
    put_off = attrs.evolve(made, due=dt.date(2026, 11, 27))
    document = told(put_off, before=(given, made))
    assert said(document) == [
        ("Broken", "A second badge reader at Theatre 3.", "Promised for November 17; now November 27.")
    ]
    assert lines(document)[0].aside == "Owner: Networks manager"


def test_a_message_in_other_words_names_the_old_ones(
    told: Callable[..., Document], workspace: Workspace, board: Audience
) -> None:
    given = message(workspace, board)
    document = told(attrs.evolve(given, headline="Tap, and you are in", approved_at=AGAIN), before=(given,))
    assert said(document) == [("Reworded", "One Sign-on.", "Was “Tap and go”; now “Tap, and you are in”.")]


def test_a_change_that_no_line_tells_is_named(told: Callable[..., Document]) -> None:
    document = told(attrs.evolve(SIGN_ON, status="late"))
    assert said(document) == []
    assert document.sections[0].title == "Since you were last told, no figure and no promise has changed"
    assert foot(document).startswith("Other words changed in: One Sign-on. Pages with a change")


def test_concerns_have_no_page(told: Callable[..., Document]) -> None:
    pain = Concern(words="The boardroom screen flickers", raised_on=dt.date(2026, 7, 1))
    closed = attrs.evolve(pain, state="closed", closed_on=dt.date(2026, 9, 3), evidence="Confirmed by who raised it")
    document = told(closed, before=(pain,))
    assert said(document) == [
        ("Closed", "The boardroom screen flickers.", "Closed on September 3. Confirmed by who raised it.")
    ]
    assert lines(document)[0].aside == "No page"


def test_a_concern_that_is_open_again_says_so(told: Callable[..., Document]) -> None:
    pain = Concern(
        words="The boardroom screen flickers", raised_on=dt.date(2026, 7, 1), state="closed",
        closed_on=dt.date(2026, 8, 3),
    )  # fmt: skip
    document = told(attrs.evolve(pain, state="open", closed_on=None), before=(pain,))
    assert said(document) == [("New", "The boardroom screen flickers.", "It was closed, and is open again.")]


def test_the_section_is_the_first(told: Callable[..., Document]) -> None:
    sections: tuple[Section, ...] = told().sections
    assert [section.kind for section in sections].count("changes") == 1
    assert sections[0].kind == "changes"
