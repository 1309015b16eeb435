"""Benefits as they stand for one audience, and the passports of their figures."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import attrs

from brm_app.domain.content import Figure
from brm_app.domain.currency import digits
from brm_app.domain.figures import Standing, minutes_a_period, money_a_year, standing, still_to_win
from brm_app.domain.records import Benefit, Organisation, Person, Project, Reading
from brm_app.domain.wall import Wall
from brm_app.services.briefs.material import Proof
from brm_app.services.briefs.shelf import Shelf
from brm_app.services.briefs.wording import Words

_NO_FIGURE = Decimal(10) ** 30  # nobody saves that much: an input is wrong, and the derivation could not be drawn
_LABEL = 70


class Prover:
    """Works out the benefits of a shelf as one audience may see them, and numbers their figures in order."""

    def __init__(self, shelf: Shelf, wall: Wall, words: Words, organisation: Organisation) -> None:
        self._shelf, self._wall, self._words, self._organisation = shelf, wall, words, organisation
        self._readings = shelf.grouped(Reading, "benefit")
        self._people = shelf.by_id(Person)
        self.figures: list[Figure] = []

    def proofs(self, project: Project, benefits: Iterable[Benefit]) -> tuple[Proof, ...]:
        """The benefits of a project (its seen record), those with a value first."""
        found = [proof for benefit in benefits if (proof := self._proof(project.name, benefit))]
        found.sort(key=lambda p: not p.known)
        return tuple(self._numbered(proof) if proof.known else proof for proof in found)

    def _proof(self, project: str, stored: Benefit) -> Proof | None:
        wall, benefit = self._wall, self._wall.see(stored)
        if benefit is None:
            return None
        readings = [seen for r in self._readings.get(stored.id, ()) if (seen := wall.see(r))]
        return self._valued(project, standing(benefit, readings, self._shelf.as_of))

    def _valued(self, project: str, it: Standing) -> Proof:
        wall, benefit = self._wall, it.benefit
        return Proof(
            project=project,
            standing=it,
            owner=job_of(wall, self._people.get(benefit.owner or "")),
            time=_sane(minutes_a_period(it)) if wall.has("time") else None,
            money=_sane(self._money(it)) if wall.has("money") else None,
            silent=benefit.measure == "money" and not wall.has("money"),
        )

    def still_to_win(self, project: str, stored: Benefit) -> Proof | None:
        """What is lost as long as the benefit stays where it is, with a figure of its own; None where nothing is."""
        found = self._proof(project, stored)
        left = still_to_win(found.standing) if found and not found.silent else None
        proof = (
            self._valued(f"{project}, cost of not deciding" if project else "Cost of not deciding", left)
            if left
            else None
        )
        worth = (proof.time or proof.money) if proof else None
        return self._numbered(proof) if proof and worth is not None and worth > 0 else None

    def _money(self, it: Standing) -> Decimal | None:
        places = digits(self._organisation.currency)
        minor = money_a_year(it, self._organisation.hourly_rate, places)
        return None if minor is None else minor.scaleb(-places)

    def _numbered(self, proof: Proof) -> Proof:
        number = f"F{len(self.figures) + 1}"
        benefit = proof.standing.benefit
        value, text, derivation, unit = self._worked_out(proof)
        self.figures.append(
            Figure(
                number=number,
                label=f"{proof.project}, {shortened(proof.statement)}",
                text=text,
                record=f"{Benefit.collection}/{benefit.id}",
                as_of=proof.read_on.isoformat(),
                evidence=proof.evidence,
                owner=proof.owner,
                source=benefit.source,
                derivation=derivation,
                value=float(value),
                unit=unit,
            )
        )
        return attrs.evolve(proof, number=number)

    def _worked_out(self, proof: Proof) -> tuple[Decimal, str, str, str]:
        """Value, text, derivation and unit of the strongest figure that the audience may see."""
        words, benefit, it = self._words, proof.standing.benefit, proof.standing
        won, now = it.improvement or Decimal(0), it.now or Decimal(0)
        if proof.money is not None:
            how = words.money_derivation(benefit, won, self._organisation.hourly_rate)
            return proof.money, f"{words.money(proof.money)} a year", how, self._organisation.currency
        if proof.time is not None:
            text = f"{words.time(proof.time)} a {benefit.period or 'period'}"
            return proof.time, text, words.time_derivation(benefit, won), "min"
        was = f"It was {words.amount(benefit.baseline, benefit.measure)}." if benefit.baseline is not None else ""
        return now, words.amount(now, benefit.measure), f"The newest reading. {was}".strip(), benefit.measure


def job_of(wall: Wall, person: Person | None) -> str:
    """How a person appears in print: the job title, else the name where it may be shown."""
    seen = wall.see(person)
    return (seen.job_title or seen.name) if seen else ""


def shortened(text: str) -> str:
    """The beginning of a long text, cut between words."""
    if len(text) <= _LABEL:
        return text
    return text[:_LABEL].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def _sane(value: Decimal | None) -> Decimal | None:
    return value if value is not None and abs(value) < _NO_FIGURE else None
