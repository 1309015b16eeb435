"""A briefing asks its own audience to decide: what waiting costs, the ways open, and the words to record."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from brm_app.domain.asking import Asked, Choices, Situation
from brm_app.domain.content import Document, Quote, Section
from brm_app.domain.records import Audience, Benefit, Decision, Option, Project, Reading, Touchpoint
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace
from tests.keeping import keep

DAY = dt.date(2026, 10, 31)
LABELS = Project(name="Label Right")
JAMS = Benefit(
    project=LABELS.id, statement="Wait after a jam", measure="min", baseline=Decimal(6), target=Decimal(1),
    evidence="estimated", occurrences_per_period=Decimal(300), periods_per_year=Decimal(12), population=20,
)  # fmt: skip
READ = Reading(benefit=JAMS.id, value=Decimal(5), as_of=DAY)
SAID = Touchpoint(
    happened_at=dt.datetime(2026, 9, 20, 9, tzinfo=dt.UTC), quote="The labels.", speaker_role="Director", consent=True
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "w.brm", "Meridian", rate=4600)
    keep(made, LABELS, JAMS, READ, SAID)
    yield made
    made.close()


def decision(workspace: Workspace, **values: object) -> Decision:
    board = next(a for a in workspace.find(Audience) if a.name == "Board")
    given: dict[str, object] = {
        "ask": "End the queue", "audience": board.id, "project": LABELS.id, "lead": "It is slow.",
        "today": "Labels jam.", "benefit": JAMS.id, "touchpoint": SAID.id, "waiting": "Raised in May.",
        "asked": "The board approves option B.", "decide_by": dt.date(2026, 12, 15),
    }  # fmt: skip
    made = Decision(**{**given, **values})  # type: ignore[arg-type]
    keep(workspace, made)
    return made


def pages(document: Document) -> list[Section]:
    return [section for section in document.sections if section.kind == "decision"]


def part(section: Section, cls: type) -> object:
    return next(part for part in section.parts if isinstance(part, cls))


def test_a_decision_is_a_page_with_its_request_as_the_title(workspace: Workspace) -> None:
    decision(workspace)
    (page,) = pages(compose(workspace, "Board", as_of=DAY))
    assert (page.kicker, page.title) == ("Decision 1 of 1: Label Right", "End the queue")
    asked = part(page, Asked)
    assert isinstance(asked, Asked)
    assert asked.text == "The board approves option B."
    assert ("Decide by", "December 15") in asked.facts
    assert ("Evidence", "Estimated") in asked.facts


def test_waiting_costs_what_is_still_to_be_won_and_the_figure_has_its_passport(workspace: Workspace) -> None:
    decision(workspace)
    document = compose(workspace, "Board", as_of=DAY)
    situation = part(pages(document)[0], Situation)
    assert isinstance(situation, Situation)
    assert situation.cost is not None
    # (5 − 1) min × 300 × 12 × 20 people × $46 an hour ÷ 60 = 220,800
    assert situation.cost.big == "$221 k"
    figure = next(f for f in document.figures if f.number == situation.cost.figure)
    assert figure.derivation == "4 min × 300 times × 12 shifts × 20 people × $46 an hour"
    assert (figure.evidence, figure.as_of, figure.record) == ("estimated", "2026-10-31", f"benefits/{JAMS.id}")


def test_where_nothing_is_left_to_win_waiting_has_no_figure(workspace: Workspace) -> None:
    keep(workspace, attrs.evolve(READ, value=Decimal(1)))
    decision(workspace)
    document = compose(workspace, "Board", as_of=DAY)
    situation = part(pages(document)[0], Situation)
    assert isinstance(situation, Situation)
    assert situation.cost is None
    assert len(document.figures) == 1


def test_options_stand_in_their_order_with_the_recommended_one_marked(workspace: Workspace) -> None:
    made = decision(workspace)
    keep(
        workspace,
        Option(decision=made.id, name="Replace", cost=80_000_000, cost_words="once", order=2),
        Option(decision=made.id, name="Match", cost=15_000_000, cost_words="once", order=1, recommended=True),
    )
    choices = part(pages(compose(workspace, "Board", as_of=DAY))[0], Choices)
    assert isinstance(choices, Choices)
    assert [(c.label, c.name, c.big, c.recommended) for c in choices.choices] == [
        ("Option A", "Match", "$150 k once", True),
        ("Option B", "Replace", "$800 k once", False),
    ]


@pytest.mark.parametrize("values", [{"state": "decided"}, {"state": "withdrawn"}, {"internal": True}])
def test_only_open_decisions_that_are_not_internal_print(workspace: Workspace, values: dict[str, object]) -> None:
    decision(workspace, **values)
    assert pages(compose(workspace, "Board", as_of=DAY)) == []


def test_another_audience_sees_neither_the_decision_nor_its_options(workspace: Workspace) -> None:
    made = decision(workspace)
    keep(workspace, Option(decision=made.id, name="Secret way"))
    staff = compose(workspace, "Staff", as_of=DAY)
    assert "End the queue" not in repr(staff)
    assert "Secret way" not in repr(staff)


def test_a_decision_on_a_project_out_of_scope_stays_out(workspace: Workspace) -> None:
    other = Project(name="Ward Wi-Fi")
    keep(workspace, other)
    decision(workspace)
    assert pages(compose(workspace, "Board", projects=["Ward Wi-Fi"], as_of=DAY)) == []


def test_words_are_quoted_only_with_consent(workspace: Workspace) -> None:
    decision(workspace)
    keep(workspace, attrs.evolve(SAID, consent=False))
    situation = part(pages(compose(workspace, "Board", as_of=DAY))[0], Situation)
    assert isinstance(situation, Situation)
    assert not any(isinstance(each, Quote) for each in situation.parts)
