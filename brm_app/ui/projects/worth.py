"""What a benefit is worth to an audience, in its own currency, with the way it was worked out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from brm_app.domain.currency import digits
from brm_app.domain.figures import Standing, minutes_a_period, money_a_year, standing
from brm_app.domain.records import Benefit, Organisation, Project, Reading
from brm_app.services.briefs.wording import Words, locale_of
from brm_app.services.workspace import Workspace


@attrs.frozen
class Worth:
    """A figure, what it is of, and its derivation; the derivation of a bare reading is empty."""

    text: str
    about: str
    derivation: str


class Valuer:
    """Words the worth of benefits for one organisation."""

    def __init__(self, organisation: Organisation, today: dt.date) -> None:
        self._organisation = organisation
        self.words = Words(locale_of(organisation.locale), organisation.currency, today)

    def time(self, it: Standing) -> Worth | None:
        """What one person gains in each period."""
        minutes = minutes_a_period(it)
        if minutes is None or it.improvement is None:
            return None
        about = f"{'back' if minutes >= 0 else 'lost'} in every {it.benefit.period or 'period'}"
        return Worth(self.words.time(abs(minutes)), about, self.words.time_derivation(it.benefit, it.improvement))

    def money(self, it: Standing) -> Worth | None:
        """What it is worth in a year."""
        rate, places = self._organisation.hourly_rate, digits(self._organisation.currency)
        money = money_a_year(it, rate, places)
        if money is None or it.improvement is None:
            return None
        how = self.words.money_derivation(it.benefit, it.improvement, rate)
        return Worth(self.words.money(money.scaleb(-places)), "a year", how)

    def reading(self, it: Standing) -> Worth | None:
        """The newest value and the one before the project."""
        benefit = it.benefit
        if it.now is None:
            return None
        was = f"was {self.words.amount(benefit.baseline, benefit.measure)}" if benefit.baseline is not None else ""
        return Worth(self.words.amount(it.now, benefit.measure), was, "")

    def for_lenses(self, lenses: Sequence[str], it: Standing) -> Worth | None:
        """The strongest figure that an audience with these lenses counts in."""
        money = self.money(it) if "money" in lenses else None
        time = self.time(it) if "time" in lenses else None
        return money or time or self.reading(it)

    def line(self, it: Standing) -> str:
        """`14 min back in every shift, $721 k a year`; nothing where neither can be worked out."""
        return ", ".join(f"{worth.text} {worth.about}" for worth in (self.time(it), self.money(it)) if worth)


def standings(workspace: Workspace, project: Project, today: dt.date) -> list[Standing]:
    """The benefits of a project as they stand, those with a reading first."""
    benefits = workspace.find(Benefit, equals={"project": project.id})
    found = [standing(b, workspace.find(Reading, equals={"benefit": b.id}), today) for b in benefits]
    return sorted(found, key=lambda it: (it.reading is None, it.benefit.code, it.benefit.statement))
