"""Days behind an @, as people type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.services.quicklog.days import day_meant

TODAY = dt.date(2026, 11, 19)  # a Thursday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-19"),
        ("tomorrow", "2026-11-20"),
        ("fri", "2026-11-20"),
        ("Friday!", "2026-11-20"),
        ("thu", "2026-11-26"),
        ("next fri", "2026-11-27"),
        ("12 dec", "2026-12-12"),
        ("12. December, 2027", "2027-12-12"),
        ("Jan 4", "2027-01-04"),
        ("2026-12-01", "2026-12-01"),
        ("+3d", "2026-11-22"),
        ("2w", "2026-12-03"),
        ("3m", "2027-02-19"),
        ("12/1", "2027-01-12"),
        ("12.1.2028", "2028-01-12"),
        ("7", "2026-12-07"),
        ("29 feb", "2028-02-29"),
    ],
)
def test_a_day_is_understood(text: str, day: str) -> None:
    meant = day_meant(text, TODAY)
    assert meant is not None
    assert meant.day.isoformat() == day


def test_numbers_follow_the_order_of_the_locale() -> None:
    meant = day_meant("12/1 or so", TODAY, month_first=True)
    assert meant is not None
    assert (meant.day, meant.length) == (dt.date(2026, 12, 1), 4)


@pytest.mark.parametrize("text", ["", "f", "31/31", "30 feb", "12 xyz", "noone", "2026-13-01", "fridge"])
def test_other_words_are_no_day(text: str) -> None:
    meant = day_meant(text, TODAY)
    assert meant is None or text == "12 xyz"  # the twelfth, and a word


@given(st.text(max_size=30), st.dates())
def test_no_text_is_refused(text: str, today: dt.date) -> None:
    meant = day_meant(text, today)
    assert meant is None or 0 < meant.length <= len(text)
