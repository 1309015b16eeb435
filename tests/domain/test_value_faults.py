"""What no record can hold is refused with the name of the field; equal values have one plain form."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.domain.fields import by_name
from brm_app.domain.records import Briefing, Reading, Touchpoint
from brm_app.domain.text import fold
from brm_app.domain.values import fault, to_plain

VALUE = by_name(Reading)["value"]
WHEN = by_name(Touchpoint)["happened_at"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_a_number_is_finite(number: str) -> None:
    assert fault(VALUE, Decimal(number)) == "Value is not a number."


def test_a_moment_has_a_zone_and_is_told_in_utc() -> None:
    assert fault(WHEN, dt.datetime(2026, 11, 19, 9)) == "When has no time zone."
    east = dt.datetime(2026, 11, 19, 9, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert to_plain(WHEN, east) == to_plain(WHEN, east.astimezone(dt.UTC)) == "2026-11-19T07:00:00+00:00"


def test_ids_are_text_too() -> None:
    assert "NUL" in fault(by_name(Briefing)["units"], ("a\0",))


@given(st.text(st.characters(max_codepoint=127)))
def test_folding_is_the_same_for_plain_text_whatever_stands_beside_it(text: str) -> None:
    assert fold(f"{text} é").split()[:-1] == fold(text).split()
