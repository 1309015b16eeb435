"""What a benefit is worth: the time of one person and the money of a year, from one set of numbers.

Everything is worked out exactly from the numbers as they were typed. Nothing is rounded on the way;
each figure is rounded once, half up, when it is worded. A loss is negative and stays negative.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext

import attrs

from brm_app.domain.records import Benefit, Reading

_A_MINUTE = {"min": Decimal(1), "s": Decimal(60)}
_HOURS = {"min": Decimal(60), "s": Decimal(3600)}
_PRECISION = 700  # a field may hold 10^300, and rounding must not fail


@attrs.frozen
class Standing:
    """A benefit on a day: its newest reading, or none."""

    benefit: Benefit
    reading: Reading | None

    @property
    def now(self) -> Decimal | None:
        """The newest value, in the benefit's measure."""
        return self.reading.value if self.reading else None

    @property
    def improvement(self) -> Decimal | None:
        """How far it is better than the baseline, in the benefit's measure; negative when it is worse."""
        was, now = self.benefit.baseline, self.now
        if was is None or now is None:
            return None
        return was - now if self.benefit.direction != "higher" else now - was


def standing(benefit: Benefit, readings: Iterable[Reading], as_of: dt.date) -> Standing:
    """The benefit with its newest reading of `as_of` or before; of one day the reading made last counts."""
    known = [r for r in readings if r.as_of is not None and r.as_of <= as_of and r.value is not None]
    newest = max(known, key=lambda r: (r.as_of or as_of, r.id), default=None)
    return Standing(benefit, newest)


def still_to_win(it: Standing) -> Standing | None:
    """The way that is left, as a benefit of its own: from its newest reading to its target. None without either."""
    if it.reading is None or it.benefit.target is None:
        return None
    return Standing(attrs.evolve(it.benefit, baseline=it.now), attrs.evolve(it.reading, value=it.benefit.target))


def minutes_a_period(it: Standing) -> Decimal | None:
    """Minutes that one person gains in each period: improvement × occurrences. None where it is no measure of time."""
    benefit = it.benefit
    if benefit.measure not in _A_MINUTE or it.improvement is None or benefit.occurrences_per_period is None:
        return None
    return it.improvement * benefit.occurrences_per_period / _A_MINUTE[benefit.measure]


def money_a_year(it: Standing, hourly_rate: int | None, digits: int) -> Decimal | None:
    """Minor units a year: improvement × occurrences × periods × population × share × worth of one.

    The worth of a minute or second is that part of the loaded hourly rate (minor units); of anything else
    `unit_value`; money is worth itself (`digits`: minor digits of the currency). For time all of occurrences,
    periods and population must be known, for the rest only the periods; what is not said counts once.
    """
    benefit, gain = it.benefit, it.improvement
    if gain is None:
        return None
    factors = (benefit.occurrences_per_period, benefit.population, benefit.periods_per_year)
    needed = factors if benefit.measure in _HOURS else factors[2:]
    if any(factor is None for factor in needed):
        return None
    worth = _worth_of_one(benefit, hourly_rate, digits)
    if worth is None:
        return None
    total = gain * worth
    for factor in (*factors, benefit.share_counted):
        total *= Decimal(1) if factor is None else Decimal(factor)
    return total / _HOURS.get(benefit.measure, Decimal(1))


def _worth_of_one(benefit: Benefit, hourly_rate: int | None, digits: int) -> Decimal | None:
    if benefit.measure in _HOURS:
        return None if hourly_rate is None else Decimal(hourly_rate)
    if benefit.measure == "money":
        return Decimal(10) ** digits
    return None if benefit.unit_value is None else Decimal(benefit.unit_value)


def missing_for_time(benefit: Benefit) -> tuple[str, ...] | None:
    """The fields that minutes still need beside a reading; None where the measure is none of time."""
    if benefit.measure not in _A_MINUTE:
        return None
    return _unknown(benefit, ("baseline", "occurrences_per_period"))


def missing_for_money(benefit: Benefit, hourly_rate: int | None) -> tuple[str, ...]:
    """The fields that money still needs beside a reading; `hourly_rate` stands for the organisation's."""
    if benefit.measure in _HOURS:
        rate = ("hourly_rate",) if hourly_rate is None else ()
        needed = ("baseline", "occurrences_per_period", "periods_per_year", "population")
        return (*_unknown(benefit, needed), *rate)
    needed = ("baseline", "periods_per_year", *(() if benefit.measure == "money" else ("unit_value",)))
    return _unknown(benefit, needed)


def _unknown(benefit: Benefit, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(benefit, name) is None)


def half_up(value: Decimal, places: int = 0) -> Decimal:
    """Rounded to `places` digits after the point (negative: before it), halves away from zero."""
    with localcontext(prec=_PRECISION):
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def way(it: Standing) -> Decimal | None:
    """How much of the way from baseline to target is gone, 1 is all of it; None without a way."""
    benefit = it.benefit
    if benefit.baseline is None or benefit.target is None or it.now is None or benefit.baseline == benefit.target:
        return None
    return (it.now - benefit.baseline) / (benefit.target - benefit.baseline)
