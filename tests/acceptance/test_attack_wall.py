"""Nothing comes round a corner into a briefing: not by a neighbour, a scope, a former post or a later day."""

import datetime as dt
import re
from decimal import Decimal

import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import freeze
from brm_app.domain.records import (
    Assignment,
    Audience,
    Benefit,
    Briefing,
    Card,
    Journey,
    Message,
    Person,
    Persona,
    Project,
    Promise,
    Reading,
    Record,
    Stage,
    Touchpoint,
    Unit,
)
from brm_app.domain.records.journeys import LANES
from brm_app.services.briefs import compose
from brm_app.services.briefs.onejourney import journey_document
from brm_app.services.workspace import Workspace
from tests.keeping import keep

AS_OF = dt.date(2026, 10, 31)
AUDIENCES = ("Staff", "Board")


def printed(workspace: Workspace, audience: str, projects: tuple[str, ...] = (), units: tuple[str, ...] = ()) -> str:
    """The content and the words of all pages of a briefing."""
    content = compose(workspace, audience, projects=projects, units=units, as_of=AS_OF)
    made = typeset(content)
    pages = " ".join(page_text(made.pdf, index) for index in range(made.pages))
    return f"{freeze(content)} {' '.join(pages.split())}"


def voices(project: Project, mark: str, unit: Unit | None = None) -> tuple[Record, ...]:
    """A quote and a journey that belong to a project."""
    journey = Journey(name=f"Way{mark}", project=project.id)
    said = Touchpoint(
        happened_at=dt.datetime(2026, 10, 1, tzinfo=dt.UTC), projects=(project.id,), quote=f"Quote{mark}",
        our_answer=f"Answer{mark}", consent=True, unit=unit.id if unit else None,
    )  # fmt: skip
    return journey, Stage(journey=journey.id, name=f"Stage{mark}", moment_of_truth=True), said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_was_said_of_an_internal_project_stays_inside(workspace: Workspace, audience: str) -> None:
    ward, shown, hidden = Unit(name="Ward"), Project(name="Shown"), Project(name="Hidden", internal=True)
    keep(workspace, ward, shown, hidden, *voices(shown, "Open", ward), *voices(hidden, "Secret", ward))
    for units in ((), ("Ward",)):
        said = printed(workspace, audience, units=units, projects=("Shown",) if units else ())
        assert "QuoteOpen" in said
        assert "Secret" not in said


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_briefing_on_one_project_holds_nothing_of_another(workspace: Workspace, audience: str) -> None:
    ward, one, other = Unit(name="Ward"), Project(name="One"), Project(name="Other")
    keep(workspace, ward, one, other, *voices(one, "One", ward), *voices(other, "Other", ward))
    assert "Other" not in printed(workspace, audience, projects=("One",))
    assert "QuoteOther" in printed(workspace, audience)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_internal_unit_does_not_cut_off_those_below_it(workspace: Workspace, audience: str) -> None:
    top = Unit(name="Top")
    middle = Unit(name="Unnamed", internal=True, part_of=top.id)
    low = Unit(name="Low", part_of=middle.id)
    keep(workspace, top, middle, low, Project(name="Deep", unit=low.id))
    said = printed(workspace, audience, units=("Top",))
    assert "Deep" in said
    assert "Unnamed" not in said


def a_journey(project: Project | None = None) -> tuple[Journey, tuple[Record, ...]]:
    """A journey whose every text says who may read it, and what hangs on it."""
    hidden, ward = Project(name="SecretProject", internal=True), Unit(name="SecretUnit", internal=True)
    persona = Persona(name="Nurse", kind="SecretKind", unit=ward.id)
    journey = Journey(name="First shift", persona=persona.id, project=project.id if project else None)
    stage = Stage(journey=journey.id, name="Arrive", moment_of_truth=True, expected=1, project=hidden.id)
    inside = Stage(journey=journey.id, name="SecretStage", internal=True)
    when = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    cards = [Card(stage=stage.id, lane=lane, text=f"Card{lane.capitalize()}") for lane in LANES]
    secret = Card(stage=stage.id, lane="words", text="SecretCard", internal=True)
    told = [
        Touchpoint(
            happened_at=when, stage=stage.id, mood=1, summary="SecretSummary", quote="SecretQuote", note="SecretNote",
            our_answer="SecretAnswer", speaker_role="SecretRole", channel="SecretChannel", executive_saw=True,
        )
        for _ in range(3)
    ]  # fmt: skip
    promise = Promise(words="SecretPromise", touchpoint=told[0].id, due=AS_OF, chased_on=AS_OF, reason="SecretReason")
    return journey, (hidden, ward, persona, journey, stage, inside, *cards, secret, *told, promise)


def test_a_journey_handed_round_by_itself_says_no_more_than_the_board_may_read(workspace: Workspace) -> None:
    shown = Project(name="Shown")
    journey, records = a_journey(shown)
    keep(workspace, shown, *records)
    content = journey_document(workspace, journey.id, AS_OF)
    made = typeset(content)
    pages = " ".join(page_text(made.pdf, index) for index in range(made.pages))
    for said in (f"{freeze(content)} {pages}", printed(workspace, "Board"), printed(workspace, "Staff")):
        assert "Secret" not in said
        assert "CardOwner" not in said
    assert "CardWords" in pages
    assert content.figures == ()


def test_a_journey_of_an_internal_project_is_handed_to_nobody(workspace: Workspace) -> None:
    hidden = Project(name="Hidden", internal=True)
    journey, records = a_journey(hidden)
    keep(workspace, hidden, *records)
    with pytest.raises(Refused, match="no stages that the board may see"):
        journey_document(workspace, journey.id, AS_OF)


def test_a_draft_of_the_board_given_to_staff_brings_nothing_of_the_board_along(workspace: Workspace) -> None:
    audiences = {audience.name: audience for audience in workspace.find(Audience)}
    project = Project(name="Shown", overall_value="SecretWorth", permanent_fix="SecretFix")
    told = Message(
        project=project.id, audience=audiences["Board"].id, headline="SecretHeadline", body="SecretBody",
        state="approved", told_on=dt.date(2026, 9, 9), reason="SecretReason", approved_by="SecretName",
    )  # fmt: skip
    promise = Promise(words="SecretPromise", message=told.id, due=AS_OF, chased_on=AS_OF)
    draft = Briefing(title="SecretTitle", intro="SecretIntro", audience=audiences["Board"].id, projects=(project.id,))
    keep(workspace, project, told, promise, draft)
    content = compose(workspace, audiences["Staff"], briefing=draft, as_of=AS_OF)
    made = typeset(content)
    pages = " ".join(page_text(made.pdf, index) for index in range(made.pages))
    assert "Shown" in pages
    assert "Secret" not in f"{freeze(content)} {pages}"
    assert not re.search("9 Sep|2026-09-09", f"{freeze(content)} {pages} {printed(workspace, 'Board')}")


def test_a_figure_without_the_lens_names_no_source_and_no_owner(workspace: Workspace) -> None:
    owner, project = Person(name="SecretOwner", job_title="SecretJob"), Project(name="Sign-on")
    timed = Benefit(
        project=project.id, statement="Signing on is quicker", measure="s", baseline=Decimal(94), evidence="measured",
        occurrences_per_period=Decimal(10), source="SecretSource", owner=owner.id,
    )  # fmt: skip
    keep(workspace, owner, project, timed, Reading(benefit=timed.id, value=Decimal(20), as_of=dt.date(2026, 10, 1)))
    assert "Secret" not in printed(workspace, "Staff")
    assert "SecretSource" in printed(workspace, "Board")


def test_only_who_is_the_liaison_on_that_day_is_named_without_asking(workspace: Workspace) -> None:
    unit, now, before, later = Unit(name="Ward"), Person(name="Nowak"), Person(name="Former"), Person(name="Coming")
    keep(
        workspace, unit, now, before, later,
        Project(name="P", unit=unit.id, it_owner=now.id, business_owner=before.id, accountable=later.id),
        Assignment(person=now.id, unit=unit.id, from_=dt.date(2026, 1, 1)),
        Assignment(person=before.id, unit=unit.id, to=dt.date(2026, 10, 30)),
        Assignment(person=later.id, unit=unit.id, from_=dt.date(2026, 11, 1)),
    )  # fmt: skip
    for audience in AUDIENCES:
        said = printed(workspace, audience)
        assert "Nowak" in said
        assert not re.search("Former|Coming", said)


def test_staff_are_shown_no_money_and_no_later_reading(workspace: Workspace) -> None:
    project = Project(name="Sign-on", adviser_cost=98_765_00)
    timed = Benefit(
        project=project.id, statement="Signing on is quicker", measure="s", baseline=Decimal(94), evidence="measured",
        occurrences_per_period=Decimal("11.5"), periods_per_year=Decimal(210), population=643,
        share_counted=Decimal("0.5"),
    )  # fmt: skip
    priced = Benefit(
        project=project.id, statement="Licences", measure="money", baseline=Decimal(7777), target=Decimal(5555),
        periods_per_year=Decimal(1),
    )  # fmt: skip
    counted = Benefit(
        project=project.id, statement="Calls", measure="count", baseline=Decimal(900), unit_value=12_34,
        periods_per_year=Decimal(12), population=643,
    )  # fmt: skip
    now, later = dt.date(2026, 10, 1), dt.date(2026, 11, 1)
    readings = [
        Reading(benefit=benefit.id, value=Decimal(value), as_of=day)
        for benefit in (timed, priced, counted)
        for value, day in ((21, now), ("3.1415", later))
    ]
    keep(workspace, project, timed, priced, counted, *readings)
    staff, board = printed(workspace, "Staff"), printed(workspace, "Board")
    assert "14 min" in staff
    assert not re.search(r"\$|USD|€|7,?777|5,?555|7,?756|12\.34|643|4,?600|98,?765|\bhour|3\.14", staff)
    assert "$" in board
    assert "3.14" not in board
