"""The small rules behind the pages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from brm_app.domain.contrast import contrast
from brm_app.domain.days import day
from brm_app.domain.records import Unit
from brm_app.services.coverage import in_tree
from brm_app.ui.trail import LONGEST, Trail
from brm_app.ui.words import clip, measured


def test_units_stand_below_their_own_and_a_circle_still_shows_every_unit_once() -> None:
    top, lone = Unit(name="Top"), Unit(name="Lone", part_of="gone")
    low = Unit(name="Low", part_of=top.id)
    one, other = Unit(name="One", id="1", part_of="2"), Unit(name="Other", id="2", part_of="1")
    ordered, depth = in_tree([low, lone, one, other, top])
    assert [(u.name, depth[u.id]) for u in ordered] == [("Lone", 0), ("Top", 0), ("Low", 1), ("One", 0), ("Other", 1)]


def test_a_thousand_units_below_each_other_are_no_trouble() -> None:
    units = [Unit(id=str(n), name=str(n), part_of=str(n - 1) if n else None) for n in range(3000)]
    assert in_tree(units)[1]["2999"] == 2999


@pytest.mark.parametrize(("colour", "ratio"), [("#35357F", 10.7), ("#F4C14F", 1.7), ("#000000", 21.0)])
def test_contrast_against_white_is_worked_out_as_wcag_does(colour: str, ratio: float) -> None:
    assert round(contrast(colour, "#FFFFFF"), 1) == ratio


def test_back_and_forward_walk_the_trail() -> None:
    trail = Trail()
    trail.leave("units", "1")
    trail.leave("units", "1")
    trail.leave("people", "2")
    assert trail.back("projects", "") == ("people", "2")
    assert trail.back("people", "2") == ("units", "1")
    assert not trail.can_go_back
    assert trail.forward("units", "1") == ("people", "2")
    assert trail.forward("people", "2") == ("projects", "")
    assert trail.forward("projects", "") is None


def test_the_trail_of_a_long_day_has_an_end() -> None:
    trail, here, steps = Trail(), ("projects", ""), 0
    for number in range(LONGEST + 50):
        trail.leave("people", str(number))
    while spot := trail.back(*here):
        here, steps = spot, steps + 1
    assert (steps, here) == (LONGEST, ("people", "50"))


def test_values_are_written_as_people_say_them() -> None:
    assert day(dt.date(2026, 11, 19)) == "19 Nov 2026"
    assert measured(Decimal("1910"), "count") == "1,910"
    assert measured(Decimal("94.50"), "s") == "94.5\u00a0s"
    assert clip("one\n two " * 30, 10) == "one two o…"
