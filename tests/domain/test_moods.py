"""Means and gaps of what people feel."""

from __future__ import annotations

from decimal import Decimal

import pytest

from brm_app.domain.moods import gap, mean_mood, signed


@pytest.mark.parametrize(
    ("moods", "mean"),
    [((1, 2, 1, 1), "-1.8"), ((3,), "0.0"), ((5, 5), "2.0"), ((3, 3, 3, 4), "0.3"), ((3, 3, 3, 2), "-0.3"), ((), None)],
)
def test_the_mean_runs_from_minus_two_to_two_and_is_rounded_once_half_up(
    moods: tuple[int, ...], mean: str | None
) -> None:  # fmt: skip
    assert mean_mood(sum(moods), len(moods)) == (None if mean is None else Decimal(mean))


def test_the_gap_is_the_difference_of_the_two_figures_that_are_shown() -> None:
    assert gap(1, Decimal("-1.6")) == Decimal("2.6")
    assert gap(None, Decimal(1)) is None
    assert gap(1, None) is None


def test_a_mood_is_written_with_its_sign() -> None:
    assert [signed(value) for value in (Decimal("0.4"), -1.6, 0)] == ["+0.4", "−1.6", "0.0"]
