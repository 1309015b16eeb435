"""Who answers for what in which unit, asked as people ask."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.domain.records import Assignment, Unit
from brm_app.services.finding.liaisons import Liaison, who_answers

TODAY = dt.date(2026, 11, 19)
CLINICAL = Unit(name="Clinical Services", code="CL")
PHARMACY = Unit(name="Pharmacy", code="PH", part_of=CLINICAL.id)
DISPENSARY = Unit(name="Dispensary", code="PH-DI", part_of=PHARMACY.id)
FINANCE = Unit(name="Finance", code="FI")
SURGERY = Unit(name="Surgery & Theatres", code="AC-ST")
UNITS = [CLINICAL, PHARMACY, DISPENSARY, FINANCE, SURGERY]

PRINTING = Assignment(person="p1", unit=PHARMACY.id, service_area="Printing and labels", role="Liaison")
MEDICINES = Assignment(person="p2", unit=PHARMACY.id, service_area="Medicines", role="Senior liaison")
CLINIC = Assignment(person="p3", unit=CLINICAL.id, service_area="Imaging", role="Liaison")
PAY = Assignment(person="p4", unit=FINANCE.id, service_area="Ledger", role="Liaison")
ANYTHING = Assignment(person="p5", unit=SURGERY.id, role="Liaison")
GONE = Assignment(person="p6", unit=PHARMACY.id, service_area="Scanning", to=TODAY - dt.timedelta(1))
COMING = Assignment(person="p7", unit=FINANCE.id, service_area="Tax", from_=TODAY + dt.timedelta(1))
ALL = [PRINTING, MEDICINES, CLINIC, PAY, ANYTHING, GONE, COMING]


def asked(typed: str) -> list[Assignment | None]:
    return [answer.assignment for answer in who_answers(typed, UNITS, ALL, TODAY)]


@pytest.mark.parametrize(
    "typed",
    [
        "who handles printing for Pharmacy",
        "Who handles printing in pharmacy?",
        "who in pharmacy handles printing",
        "printing pharmacy",
        "pharmacy printing",
        "who speaks for pharmacy about labels",
        "who is responsible for label printing at PH",
        "liaison printing pharm",
        "WHO HANDLES PRINTING FOR PHÁRMACY",
        "who handles print for the pharmacy please",
    ],
)
def test_a_question_is_understood_in_any_order(typed: str) -> None:
    assert asked(typed) == [PRINTING]


def test_a_unit_alone_is_answered_with_all_who_speak_for_it() -> None:
    assert asked("who speaks for pharmacy") == [PRINTING, MEDICINES]


def test_a_unit_without_a_liaison_is_answered_by_the_one_above() -> None:
    assert asked("who handles labels for the dispensary") == [PRINTING]
    assert asked("who speaks for PH-DI") == [PRINTING, MEDICINES]
    assert asked("who handles imaging for the dispensary") == [CLINIC]


def test_a_liaison_for_everything_answers_for_anything() -> None:
    assert asked("who handles payroll for surgery") == [ANYTHING]


def test_a_service_area_alone_is_answered_with_all_who_cover_it() -> None:
    assert asked("who handles medicines") == [MEDICINES]


def test_a_hole_is_said_and_the_others_of_the_unit_are_named() -> None:
    assert who_answers("who handles payroll for finance", UNITS, ALL, TODAY) == [
        Liaison(FINANCE, "payroll"),
        Liaison(FINANCE, "", PAY),
    ]


def test_only_assignments_of_the_day_answer() -> None:
    assert asked("who handles scanning for pharmacy") == [None, PRINTING, MEDICINES]
    assert asked("tax finance") == [None, PAY]


@pytest.mark.parametrize("typed", ["pharmacy", "printing", "niamh", "", "pharmacy report", "who", "who is niamh"])
def test_what_is_no_question_has_no_answer(typed: str) -> None:
    assert asked(typed) == []


def test_units_that_stand_in_a_circle_end_the_search() -> None:
    one, two = Unit(id="1", name="One", part_of="2"), Unit(id="2", name="Two", part_of="1")
    assert who_answers("who handles tea for one", [one, two], ALL, TODAY) == [Liaison(one, "tea")]


@given(st.text(max_size=60))
def test_whatever_is_typed_can_be_read(typed: str) -> None:
    who_answers(typed, UNITS, ALL, TODAY)
    who_answers(f"who handles {typed} for pharmacy", UNITS, ALL, TODAY)
