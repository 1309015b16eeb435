"""One proof gives minutes and money, worked out exactly and rounded once."""

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pytest

from brm_app.domain.figures import half_up, minutes_a_period, money_a_year, standing, way
from brm_app.domain.records import Benefit, Reading

LOG_IN = Benefit(
    statement="Time to log in",
    measure="s",
    baseline=Decimal(94),
    target=Decimal(20),
    occurrences_per_period=Decimal("11.5"),
    periods_per_year=Decimal(210),
    population=640,
    share_counted=Decimal("0.5"),
)
DAY = dt.date(2026, 10, 31)


def evolved(benefit: Benefit, gone: str) -> Benefit:
    values: dict[str, Any] = {gone: None}
    return attrs.evolve(benefit, **values)


def read(value: Any, day: dt.date = DAY) -> Reading:
    return Reading(benefit=LOG_IN.id, value=value, as_of=day)


def test_one_log_in_gives_minutes_a_shift_and_money_a_year() -> None:
    it = standing(LOG_IN, [read(21)], DAY)
    minutes, money = minutes_a_period(it), money_a_year(it, 4600, 2)
    assert minutes is not None
    assert money is not None
    assert half_up(minutes) == 14
    assert half_up(money / 100, 2) == Decimal("720850.67")
    assert half_up(money / 100, -3) == 721_000


@pytest.mark.parametrize("gone", ["occurrences_per_period", "periods_per_year", "population", "baseline"])
def test_without_one_of_its_numbers_time_has_no_money(gone: str) -> None:
    assert money_a_year(standing(evolved(LOG_IN, gone), [read(21)], DAY), 4600, 2) is None


def test_without_a_rate_or_a_reading_there_is_no_money() -> None:
    assert money_a_year(standing(LOG_IN, [read(21)], DAY), None, 2) is None
    assert money_a_year(standing(LOG_IN, [], DAY), 4600, 2) is None
    assert minutes_a_period(standing(LOG_IN, [], DAY)) is None


def test_a_count_needs_its_worth_and_its_periods() -> None:
    resets = Benefit(
        statement="Resets", measure="count", baseline=Decimal("1910"), periods_per_year=Decimal("12"), unit_value=1400
    )
    assert money_a_year(standing(resets, [read(840)], DAY), None, 2) == 1070 * 12 * 1400
    assert money_a_year(standing(attrs.evolve(resets, unit_value=None), [read(840)], DAY), 4600, 2) is None


def test_money_is_worth_itself_and_higher_may_be_better() -> None:
    income = Benefit(
        statement="Income", measure="money", direction="higher", baseline=Decimal("10"), periods_per_year=Decimal(1)
    )
    assert money_a_year(standing(income, [read(25)], DAY), None, 2) == 1500
    assert money_a_year(standing(income, [read(25)], DAY), None, 0) == 15


def test_a_loss_stays_a_loss() -> None:
    minutes = minutes_a_period(standing(LOG_IN, [read(100)], DAY))
    assert minutes is not None
    assert minutes < 0


def test_the_newest_reading_counts_and_later_ones_do_not() -> None:
    readings = [read(40, dt.date(2026, 9, 1)), read(21), read(10, dt.date(2026, 11, 1))]
    assert standing(LOG_IN, readings, DAY).now == 21
    assert standing(LOG_IN, readings, dt.date(2026, 8, 1)).now is None


def test_the_way_to_the_target_is_a_share() -> None:
    assert way(standing(LOG_IN, [read(57)], DAY)) == Decimal("0.5")


def test_halves_are_rounded_away_from_zero() -> None:
    assert [half_up(Decimal(v)) for v in ("0.5", "1.5", "-2.5")] == [1, 2, -3]
