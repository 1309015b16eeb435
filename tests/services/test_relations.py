"""How units stand with IT: days since asked, cadences kept, promises, people met, and who speaks for whom."""

from __future__ import annotations

import datetime as dt

import pytest

from brm_app.domain.records import Assignment, Person, Promise, Touchpoint, Unit
from brm_app.services.coverage import coverage
from brm_app.services.relations import (
    Asked,
    asked,
    cadence_of,
    kept_this_year,
    last_contacts,
    person_picture,
    unit_picture,
    units_to_ask,
)
from brm_app.services.workspace import Workspace
from tests.keeping import keep

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
TODAY = NOW.date()


def ago(days: int) -> dt.datetime:
    return NOW - dt.timedelta(days=days)


def test_a_cadence_is_the_units_own_days_or_those_of_its_tier() -> None:
    assert cadence_of(Unit(cadence_days=45, cadence_tier="A")) == 45
    assert [cadence_of(Unit(cadence_tier=tier)) for tier in ("A", "B", "C", "")] == [30, 60, 90, None]


@pytest.mark.parametrize(
    ("days", "cadence", "state", "due", "words"),
    [
        (12, 60, "good", False, ""),
        (55, 60, "warn", False, "due in 5 days"),
        (59, 60, "warn", False, "due tomorrow"),
        (60, 60, "warn", True, "due today"),
        (61, 60, "bad", True, "1 day late"),
        (94, 60, "bad", True, "34 days late"),
        (None, 60, "bad", True, ""),
        (400, None, "", False, ""),
    ],
)
def test_days_since_asked_are_coloured_against_the_cadence(
    days: int | None, cadence: int | None, state: str, due: bool, words: str
) -> None:
    found = Asked(days, cadence)
    assert (found.state, found.due, found.due_words) == (state, due, words)


def test_any_contact_of_the_unit_itself_resets_its_days_and_a_planned_one_does_not(workspace: Workspace) -> None:
    top = Unit(name="Top", cadence_days=30)
    low = Unit(name="Low", part_of=top.id, cadence_days=30)
    contacts = [Touchpoint(unit=low.id, happened_at=ago(days), kind="training") for days in (40, 5, -3)]
    keep(workspace, top, low, *contacts, Touchpoint(happened_at=ago(1)))
    last = last_contacts(workspace, NOW)
    assert asked(low, last[low.id], TODAY).days == 5
    assert top.id not in last
    assert units_to_ask(workspace, NOW) == 1


def test_a_year_counts_each_time_that_asking_was_due() -> None:
    days = [ago(n) for n in (300, 250, 245, 100, 40)]
    # Due at day 240: kept by 250 and 245. Due at 185: missed. Begun anew at 100, kept at 40, and not due again yet.
    assert kept_this_year(days, 60, TODAY) == (2, 3)
    assert kept_this_year([], 60, TODAY) == (0, 0)
    assert kept_this_year([ago(61)], 60, TODAY) == (0, 1)
    assert kept_this_year([ago(60)], 60, TODAY) == (0, 0)


def test_the_picture_of_a_unit_has_its_touchpoints_promises_and_people_with_the_day_they_were_met(
    workspace: Workspace,
) -> None:
    unit, other = Unit(name="Pharmacy"), Unit(name="Finance")
    ada, ben = Person(name="Ada", unit=unit.id), Person(name="Ben", unit=unit.id)
    ida = Person(name="Ida", side="IT")
    new = Touchpoint(unit=unit.id, happened_at=ago(2), people=(ada.id,))
    old = Touchpoint(unit=unit.id, happened_at=ago(20), people=(ada.id,))
    elsewhere = Touchpoint(unit=other.id, happened_at=ago(1), people=(ada.id,))
    ours = Promise(words="A printer", touchpoint=new.id, due=dt.date(2026, 12, 4), owner=ida.id)
    theirs = Promise(words="Two names", touchpoint=old.id, due=dt.date(2026, 11, 27), owner=ada.id)
    kept = Promise(words="A call", touchpoint=old.id, due=dt.date(2026, 11, 1), state="kept")
    to_ben = Promise(words="A reader", to_whom=ben.id, due=dt.date(2026, 11, 30))
    keep(workspace, unit, other, ada, ben, ida, new, old, elsewhere, ours, theirs, kept, to_ben)
    found = unit_picture(workspace, unit.id, NOW)
    assert [t.id for t in found.touchpoints] == [new.id, old.id]
    assert [p.words for p in found.open_promises] == ["Two names", "A reader", "A printer"]
    assert set(found.theirs) == {theirs.id}
    assert {k.person.name: k.met for k in found.people} == {"Ada": elsewhere.happened_at, "Ben": None}
    assert [p.words for p in found.promises[old.id]] == ["A call", "Two names"]


def test_the_picture_of_a_person_has_what_they_were_promised_and_what_they_promised(workspace: Workspace) -> None:
    ada, ben = Person(name="Ada"), Person(name="Ben")
    met = [Touchpoint(happened_at=ago(days), people=(ada.id,)) for days in (9, 1)]
    to_ada = Promise(words="A printer", to_whom=ada.id, due=TODAY)
    of_ada = Promise(words="Two names", owner=ada.id, due=TODAY)
    of_ben = Promise(words="Else", owner=ben.id, due=TODAY)
    keep(workspace, ada, ben, *met, to_ada, of_ada, of_ben)
    found = person_picture(workspace, ada.id)
    assert [t.id for t in found.touchpoints] == [met[1].id, met[0].id]
    assert {p.words for p in found.open_promises} == {"A printer", "Two names"}


def test_a_unit_is_spoken_for_through_the_unit_above_and_else_is_a_hole(workspace: Workspace) -> None:
    care = Unit(name="Care")
    ward = Unit(name="Ward", part_of=care.id)
    lone = Unit(name="Lone")
    ida = Person(name="Ida", side="IT")
    now = Assignment(person=ida.id, unit=care.id, role="Liaison")
    over = Assignment(person=ida.id, unit=lone.id, role="Liaison", to=dt.date(2026, 1, 31))
    keep(workspace, care, ward, lone, ida, now, over)
    found = {c.unit.name: (c.hole, c.through.name if c.through else "", c.depth) for c in coverage(workspace, TODAY)}
    assert found == {"Care": (False, "", 0), "Ward": (False, "Care", 1), "Lone": (True, "", 0)}
