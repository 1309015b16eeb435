"""How a briefing writes numbers, money, times and days: by the organisation's locale, never the machine's."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, localcontext

import attrs
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, get_currency_symbol

from brm_app.domain.currency import digits
from brm_app.domain.figures import half_up
from brm_app.domain.records import Benefit

RULE = (
    "Each figure is worked out exactly from unrounded inputs and rounded once, half up, when it is shown: money from "
    "1 m to three digits, from 10 k to whole thousands, below that to whole units; time to whole minutes, below 10 "
    "minutes to one decimal. Measured, estimated and told are never added together."
)

FALLBACK = "en_US"
_AMOUNT = re.compile(r"[#0][#0,.]*")
_MINUS = "−"
_LONG = {"s": ("second", "seconds"), "min": ("minute", "minutes")}
_QUARTERS = ("first", "second", "third", "fourth")


def locale_of(text: str) -> Locale:
    """The locale of that name; American English for a name that is not known."""
    try:
        return Locale.parse(text.strip().replace("-", "_") or FALLBACK)
    except (ValueError, UnknownLocaleError, TypeError):
        return Locale.parse(FALLBACK)


def rounded_money(value: Decimal) -> tuple[Decimal, str]:
    """Money as `RULE` rounds it, with its unit word: 1.07 and `m`, 721 and `k`, 9400 and nothing."""
    if abs(half_up(value)) < 10_000:
        return half_up(value), ""
    if abs(half_up(value, -3)) < 1_000_000:
        return half_up(value, -3).scaleb(-3), "k"
    once = half_up(value, 2 - value.adjusted())
    # 9.996 m rounds up to 10.0 m, which has a digit less after the point.
    return half_up(once, 2 - once.adjusted()).scaleb(-6), "m"


def rounded_time(minutes: Decimal) -> tuple[Decimal, str]:
    """A time as `RULE` rounds it; less than a minute is said in whole seconds."""
    if abs(half_up(minutes * 60)) < 60:
        return half_up(minutes * 60), "s"
    fine = half_up(minutes, 1)
    if abs(fine) < 10:
        return (half_up(fine) if fine == fine.to_integral_value() else fine), "min"
    return half_up(minutes), "min"


@attrs.frozen
class Words:
    """Writes values for one organisation."""

    locale: Locale
    currency: str
    as_of: dt.date

    @property
    def language(self) -> str:
        """The language of the document as PDF and HTML name it."""
        return str(self.locale).replace("_", "-")

    # Numbers

    def number(self, value: Decimal) -> str:
        """A number with all of its digits: `1,910`, `11.5`, `−3`."""
        decimals = max(0, -_exponent(value))
        with localcontext(prec=700):  # a field may hold 10^300
            text = format_decimal(abs(value), f"#,##0.{'0' * decimals}", locale=self.locale)
        return (_MINUS if value < 0 else "") + str(text)

    def money(self, value: Decimal) -> str:
        """Whole units of the currency, rounded by `RULE`: `$1.07 m`, `−$721 k`, `$9,400`."""
        number, unit = rounded_money(value)
        return self._priced(number, f" {unit}" if unit else "")

    def exact_money(self, minor: int) -> str:
        """An amount in minor units, to the last cent that is not zero: `$46`, `$13.94`."""
        places = digits(self.currency)
        value = Decimal(minor).scaleb(-places)
        whole = value == value.to_integral_value()
        return self._priced(value.quantize(Decimal(1)) if whole else value, "")

    def _priced(self, value: Decimal, unit: str) -> str:
        amount = self.number(abs(value)) + unit
        if not self.currency.strip():
            return (_MINUS if value < 0 else "") + amount
        symbol = str(get_currency_symbol(self.currency, locale=self.locale))
        pattern = str(self.locale.currency_formats["standard"].pattern).split(";")[0]
        before, after = _AMOUNT.split(pattern, maxsplit=1)
        if symbol[-1:].isalpha() and before.endswith("¤"):
            before += " "
        priced = before.replace("¤", symbol) + amount + after.replace("¤", symbol).replace("\xa0", " ")
        return (_MINUS if value < 0 else "") + priced.strip()

    # Values of a benefit

    def amount(self, value: Decimal, measure: str) -> str:
        """A value in its measure: `94 s`, `41 %`, `1,910`, `$240 k`."""
        if measure == "money":
            return self.money(value)
        unit = {"min": " min", "s": " s", "percent": "\xa0%"}.get(measure, "")
        return self.number(value) + unit

    def long_amount(self, value: Decimal, measure: str) -> str:
        """The same with the unit in full: `94 seconds`."""
        if measure not in _LONG:
            return self.amount(value, measure)
        one, many = _LONG[measure]
        return f"{self.number(value)} {one if value == 1 else many}"

    def time(self, minutes: Decimal) -> str:
        """A time rounded by `RULE`: `14 min`."""
        number, unit = rounded_time(minutes)
        return f"{self.number(number)} {unit}"

    # Days

    def long_day(self, day: dt.date) -> str:
        """`31 October 2026`, in the order of the locale."""
        return str(format_date(day, "long", locale=self.locale))

    def day(self, day: dt.date) -> str:
        """`31 Oct`, with its year when that is not the year of the briefing."""
        return str(format_skeleton("MMMd" if day.year == self.as_of.year else "yMMMd", day, locale=self.locale))

    def spoken_day(self, day: dt.date) -> str:
        """`31 October`, with its year when that is not the year of the briefing."""
        order = format_date(day, "long", locale=self.locale)
        if day.year != self.as_of.year:
            return str(order)
        return re.sub(rf",? (de )?{day.year}", "", str(order)).strip()

    def days(self, first: dt.date, last: dt.date | None) -> str:
        """A day, or the days from the first to the last: `8 to 12 December`."""
        if last is None or last <= first:
            return self.spoken_day(first)
        end = self.spoken_day(last)
        if (first.year, first.month) == (last.year, last.month) and end.startswith(f"{last.day} "):
            return f"{first.day} to {end}"
        return f"{self.spoken_day(first)} to {end}"

    @property
    def month(self) -> str:
        """The month of the briefing: `November 2026`."""
        return str(format_skeleton("yMMMM", self.as_of, locale=self.locale))

    def quarter(self, short: bool = False) -> str:
        """The calendar quarter of the briefing: `fourth quarter 2026`, or `Q4 2026`."""
        number = (self.as_of.month + 2) // 3
        return f"Q{number} {self.as_of.year}" if short else f"{_QUARTERS[number - 1]} quarter {self.as_of.year}"

    # How a figure was worked out

    def time_derivation(self, benefit: Benefit, won: Decimal) -> str:
        """`73 s × 11.5 log-ins`."""
        return " × ".join([self.amount(_trimmed(won), benefit.measure), self._occurrences(benefit)])

    def money_derivation(self, benefit: Benefit, won: Decimal, hourly_rate: int | None) -> str:
        """`73 s × 11.5 log-ins × 210 shifts × 640 staff × half counted × $46 an hour`."""
        factors = [
            self._won(_trimmed(won), benefit.measure),
            self._occurrences(benefit) if benefit.occurrences_per_period is not None else "",
            self._periods(benefit),
            self._people(benefit),
            self._share(benefit.share_counted),
            self._worth(benefit, hourly_rate),
        ]
        return " × ".join(factor for factor in factors if factor)

    def _won(self, won: Decimal, measure: str) -> str:
        if measure == "percent":
            return f"{self.number(won)} {'point' if won == 1 else 'points'}"
        return self.amount(won, measure)

    def _people(self, benefit: Benefit) -> str:
        count = benefit.population
        return "" if count is None else f"{self.number(Decimal(count))} {benefit.population_name or 'people'}"

    def _worth(self, benefit: Benefit, hourly_rate: int | None) -> str:
        if benefit.measure in _LONG:
            return "" if hourly_rate is None else f"{self.exact_money(hourly_rate)} an hour"
        if benefit.measure == "money" or benefit.unit_value is None:
            return ""
        return f"{self.exact_money(benefit.unit_value)} {'a point' if benefit.measure == 'percent' else 'each'}"

    def _occurrences(self, benefit: Benefit) -> str:
        count = benefit.occurrences_per_period or Decimal(0)
        name = benefit.occurrence_name or ("time" if count == 1 else "times")
        return f"{self.number(_trimmed(count))} {name}"

    def _periods(self, benefit: Benefit) -> str:
        count = benefit.periods_per_year or Decimal(0)
        return "" if count == 1 else f"{self.number(_trimmed(count))} {benefit.period or 'period'}s"

    def _share(self, share: Decimal | None) -> str:
        if share is None or share == 1:
            return ""
        return "half counted" if share == Decimal("0.5") else f"{self.number(_trimmed(share * 100))}\xa0% counted"


def _trimmed(value: Decimal) -> Decimal:
    """The same number without zeros at its end."""
    return (
        value.quantize(Decimal(1)) if value == value.to_integral_value() and abs(value) < 10**15 else value.normalize()
    )


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
