"""Numbers typed into a text are told where no figure says the same."""

import pytest

from brm_app.services.preflight.claims import said
from tests.services.preflight.conftest import Desk


def test_a_share_that_no_figure_states_is_told_with_its_field(desk: Desk) -> None:
    desk.change("project", summary="It saves 40 % of the time.")
    assert desk.told("claim") == [("warning", "40 % is no figure here", "Typed into the text, without a source")]
    (found,) = [f for f in desk.findings() if f.kind == "claim"]
    assert (found.record, found.field) == (f"projects/{desk.held['project'].id}", "summary")


def test_what_a_figure_states_may_be_said_in_words_too(desk: Desk) -> None:
    desk.change("project", summary="It is worth $721 k a year.")
    assert desk.told("claim") == []


def test_money_typed_for_those_who_are_told_none_is_told(desk: Desk) -> None:
    desk.change("project", summary="It is worth $721 k a year.")
    assert desk.told("money", audience="Staff") == [
        ("warning", "$721 k is money", "This audience is told time, not money")
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("$1.07 m a year", ["$1.07 m"]),
        ("it costs 300 euros, or €12", ["300 euros", "€12"]),
        ("A$ 5 and AUD 1,200", ["A$ 5", "AUD 1,200"]),
        ("41\u00a0% and 5 percent", ["41\u00a0%", "5 percent"]),
        ("31,360 hours were freed", ["31,360 hours"]),
        ("94 s, ext. 4400, 12 wards, on 1 December", []),
    ],
)
def test_a_claim_is_money_a_share_or_hours(text: str, claims: list[str]) -> None:
    assert list(said(text)) == claims


def test_a_long_row_of_numbers_costs_no_time(desk: Desk) -> None:
    desk.change("project", summary="1 2 3 4 5 6 7 8 9 " * 20_000)
    assert desk.told("claim") == []
