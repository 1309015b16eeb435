"""Whom a project concerns, and how many people were never told of it."""

from __future__ import annotations

import attrs
import pytest

from brm_app.domain.records import Message, Project, Site, Unit
from tests.services.telling.making import (
    ACUTE,
    FINANCE,
    IMAGING,
    PHARMACY,
    STAFF,
    TODAY,
    UNITS,
    WARD_4B,
    WARDS,
    WIFI,
    approved,
    concerned,
    days,
    matrix,
    rollout,
    told,
    without_unit,
)


def test_a_project_concerns_its_unit_and_those_that_it_is_rolled_out_to() -> None:
    assert concerned(matrix()) == ["Acute Care"]
    assert concerned(matrix(rollouts=(rollout(PHARMACY),))) == ["Acute Care", "Pharmacy"]


def test_a_unit_below_counts_with_the_one_that_has_the_column() -> None:
    project = attrs.evolve(WIFI, unit=WARD_4B.id)
    assert concerned(matrix(projects=(project,))) == ["Acute Care"]


def test_a_site_counts_for_its_unit() -> None:
    hatch = Site(name="Hatch", unit=PHARMACY.id)
    assert concerned(matrix(sites=(hatch,), rollouts=(rollout(site=hatch),))) == ["Acute Care", "Pharmacy"]


def test_a_message_that_names_a_unit_concerns_it() -> None:
    message = Message(project=WIFI.id, audience=STAFF.id, headline="Scanners", units=(FINANCE.id,))
    assert concerned(matrix(messages=(message,))) == ["Acute Care", "Finance"]


def test_a_rollout_to_nobody_named_and_a_project_without_a_unit_concern_everybody() -> None:
    everybody = ["Acute Care", "Pharmacy", "Finance"]
    assert concerned(matrix(rollouts=(rollout(),))) == everybody
    assert concerned(matrix(projects=(without_unit(),))) == everybody


def test_a_message_to_one_unit_leaves_nobody_else_out() -> None:
    message = Message(project=WIFI.id, audience=STAFF.id, headline="Scanners", units=(FINANCE.id,))
    coverage = matrix(projects=(without_unit(),), messages=(message,))
    assert concerned(coverage) == ["Acute Care", "Pharmacy", "Finance"]


def test_below_one_unit_at_the_top_its_parts_have_the_columns() -> None:
    top = Unit(name="Meridian")
    inside = tuple(attrs.evolve(u, part_of=top.id) if u.part_of is None else u for u in UNITS)
    assert concerned(matrix(units=(top, *inside))) == ["Acute Care"]
    whole = attrs.evolve(WIFI, unit=top.id)
    assert concerned(matrix(units=(top, *inside), projects=(whole,))) == ["Acute Care", "Pharmacy", "Finance"]


def test_a_unit_without_people_has_no_column_and_one_of_unknown_size_has() -> None:
    gone, unknown = Unit(name="Closed", headcount=0), Unit(name="New")
    everybody = matrix(units=(*UNITS, gone, unknown), projects=(without_unit(),))
    assert concerned(everybody) == ["Acute Care", "Pharmacy", "Finance", "New"]


def test_units_that_are_part_of_each_other_do_no_harm() -> None:
    one, other = Unit(name="One", id="1", part_of="2"), Unit(name="Other", id="2", part_of="1")
    assert concerned(matrix(units=(one, other), projects=(without_unit(),))) == ["Other"]


def test_units_that_no_shown_project_concerns_have_no_column() -> None:
    assert [c.unit.name for c in matrix().columns if c.unit] == ["Acute Care"]


@pytest.mark.parametrize(
    ("units", "people"),
    [((ACUTE,), 2300), ((WARDS, WARD_4B), 1000), ((WARD_4B, IMAGING), 220), ((WARDS, PHARMACY), 1212)],
)
def test_people_of_a_unit_inside_another_are_counted_once(units: tuple[Unit, ...], people: int) -> None:
    project = attrs.evolve(WIFI, unit=None)
    coverage = matrix(projects=(project,), rollouts=tuple(rollout(unit) for unit in units))
    assert coverage.rows[0].untold == people


def test_the_people_of_a_unit_without_a_number_are_those_of_its_parts() -> None:
    acute = attrs.evolve(ACUTE, headcount=None)
    assert matrix(units=(acute, *UNITS[1:])).rows[0].untold == 1180


def test_who_was_ever_told_is_not_untold_even_when_that_is_stale() -> None:
    message = approved()
    coverage = matrix(messages=(message,), tellings=(told(message, TODAY - days(99), ACUTE),))
    assert (coverage.rows[0].untold, coverage.untold()) == (0, 0)


def test_nobody_is_counted_for_two_projects() -> None:
    other = Project(name="Pill Trail", unit=WARDS.id)
    coverage = matrix(projects=(WIFI, other), rollouts=(rollout(PHARMACY),))
    assert [row.untold for row in coverage.rows] == [2512, 1000]
    assert coverage.untold() == 2512
