"""Nothing comes round a corner into a briefing: not by a neighbour, a scope, a former post or a later day."""

import datetime as dt
import re
from decimal import Decimal

import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.freezing import freeze
from brm_app.domain.records import (
    Assignment,
    Benefit,
    Journey,
    Person,
    Project,
    Reading,
    Record,
    Stage,
    Touchpoint,
    Unit,
)
from brm_app.services.briefs import compose
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
