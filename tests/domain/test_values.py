"""What a person types becomes a value and comes back as the same value."""

import datetime as dt
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Kind, Spec
from brm_app.domain.records import Touchpoint
from brm_app.domain.values import fault, from_plain, parse, to_plain, to_text

NUMBERS = st.integers(-(10**15) + 1, 10**15 - 1).flatmap(
    lambda n: st.integers(0, 8).map(lambda places: Decimal(n).scaleb(-places))
)
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: st.text(),
    Kind.NOTE: st.text(),
    Kind.FLAG: st.booleans(),
    Kind.WHOLE: st.integers(-(2**63) + 1, 2**63 - 1),
    Kind.NUMBER: NUMBERS,
    Kind.MONEY: st.integers(-(10**15), 10**15),
    Kind.DATE: st.dates(),
    Kind.MOMENT: st.datetimes(timezones=st.just(dt.UTC)),
    Kind.COLOUR: st.from_regex("#[0-9A-F]{6}", fullmatch=True),
    Kind.BYTES: st.binary(),
}


@given(st.sampled_from(sorted(VALUES)).flatmap(lambda kind: st.tuples(st.just(kind), VALUES[kind])))
def test_every_value_survives_text_and_json(pair: tuple[Kind, Any]) -> None:
    kind, value = pair
    spec = Spec(label="It", kind=kind)
    assert from_plain(spec, to_plain(spec, value)) == value
    assert parse(spec, to_text(spec, value)) == value


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (Kind.NUMBER, "1,940", Decimal(1940)),
        (Kind.NUMBER, "11,5", Decimal("11.5")),
        (Kind.MONEY, "$46", 4600),
        (Kind.MONEY, "46.50 USD", 4650),
        (Kind.DATE, "19 Nov 2026", dt.date(2026, 11, 19)),
        (Kind.FLAG, "Yes", True),
        (Kind.COLOUR, "2a5bc7", "#2A5BC7"),
        (Kind.MOMENT, "2026-11-19 09:30", dt.datetime(2026, 11, 19, 9, 30, tzinfo=dt.UTC)),
    ],
)
def test_people_may_type_as_they_are_used_to(kind: Kind, typed: str, value: Any) -> None:
    assert parse(Spec(label="It", kind=kind), typed) == value


@pytest.mark.parametrize(
    ("kind", "typed"),
    [(Kind.NUMBER, "many"), (Kind.NUMBER, "NaN"), (Kind.WHOLE, "1.5"), (Kind.DATE, "03/04/05"), (Kind.MONEY, "1.234"),
     (Kind.FLAG, "perhaps"), (Kind.COLOUR, "red"), (Kind.MOMENT, "soon")],
)  # fmt: skip
def test_what_can_not_be_meant_is_refused_with_a_sentence(kind: Kind, typed: str) -> None:
    with pytest.raises(Refused) as refused:
        parse(Spec(label="It", kind=kind), typed)
    assert str(refused.value).endswith(".")


def test_nul_and_lone_surrogates_are_faults_that_name_the_field() -> None:
    spec = Spec(label="Name", kind=Kind.TEXT, length=10)
    assert "Name" in fault(spec, "a\0b")
    assert "Name" in fault(spec, "a\ud800b")
    assert "longer than 10" in fault(spec, "x" * 11)
    assert fault(spec, "שלום 𝄞") == ""


def test_a_required_field_can_not_be_blank() -> None:
    assert fault(Spec(label="Name", kind=Kind.TEXT, required=True), "  ") == "Name is empty."


@pytest.mark.parametrize("fold", [0, 1])
def test_an_hour_that_the_clock_repeats_is_the_moment_it_means(fold: int) -> None:
    local = dt.datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=ZoneInfo("Europe/Berlin"))
    met = Touchpoint(happened_at=local)
    assert met.happened_at == dt.datetime(2026, 10, 25, fold, 30, tzinfo=dt.UTC)
    assert met.happened_at.tzinfo is dt.UTC
