"""Numbers, money and days are written as the organisation writes them, rounded once."""

import datetime as dt
from decimal import Decimal

import pytest

from brm_app.services.briefs.wording import Words, locale_of

TODAY = dt.date(2026, 11, 19)


def words(locale: str = "en_AU", currency: str = "AUD") -> Words:
    return Words(locale_of(locale), currency, TODAY)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1066646", "$1.07 m"), ("1153869", "$1.15 m"), ("9996000", "$10.0 m"), ("12345678", "$12.3 m"),
        ("999499", "$999 k"), ("999500", "$1.00 m"), ("1234567890", "$1,230 m"), ("10000", "$10 k"),
        ("9999.5", "$10 k"), ("9999.4", "$9,999"), ("0.5", "$1"), ("0", "$0"), ("720850.67", "$721 k"),
        ("-720850.67", "−$721 k"), ("1e300", "$1" + ",000" * 98 + " m"),
    ],
)  # fmt: skip
def test_money_is_rounded_once_half_up(value: str, text: str) -> None:
    assert words().money(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("13.99", "14 min"),
        ("9.94", "9.9 min"),
        ("9.95", "10 min"),
        ("8", "8 min"),
        ("0.5", "30 s"),
        ("-2.45", "−2.5 min"),
    ],
)
def test_time_is_shown_in_whole_minutes_unless_it_is_short(value: str, text: str) -> None:
    assert words().time(Decimal(value)) == text


def test_each_locale_has_its_own_place_for_the_currency() -> None:
    assert words("de_DE", "EUR").money(Decimal(720850)) == "721 k €"
    assert words("en_US", "XYZ").money(Decimal(720850)) == "XYZ 721 k"
    assert words("nonsense", "").money(Decimal(-1200)) == "−1,200"
    assert words("ja_JP", "JPY").exact_money(4600) == "￥4,600"
    assert (words().exact_money(4600), words().exact_money(1394)) == ("$46", "$13.94")


def test_days_say_their_year_only_when_it_is_another() -> None:
    here = words()
    assert here.day(dt.date(2026, 10, 31)) == "31 Oct"
    assert here.spoken_day(dt.date(2027, 1, 3)) == "3 January 2027"
    assert here.days(dt.date(2026, 12, 8), dt.date(2026, 12, 12)) == "8 to 12 December"
    assert here.days(dt.date(2026, 12, 28), dt.date(2027, 1, 3)) == "28 December to 3 January 2027"
    assert words("en_US").days(dt.date(2026, 12, 8), None) == "December 8"
    assert (here.month, here.quarter(), here.quarter(short=True)) == ("November 2026", "fourth quarter 2026", "Q4 2026")
