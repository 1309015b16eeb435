"""The records that figures are made of, to state any figure as of any day without a whole briefing."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs

from brm_app.domain.changes import PROJECT, Point
from brm_app.domain.records import Audience, Benefit, Organisation, Project, Reading
from brm_app.domain.wall import Wall
from brm_app.services.briefs.points import TO_WIN, brief, figure_point
from brm_app.services.briefs.proofs import Prover, shortened
from brm_app.services.briefs.shared import one_line
from brm_app.services.briefs.shelf import Shelf
from brm_app.services.briefs.wording import Words, locale_of
from brm_app.storage import gateway
from brm_app.storage.driver import Rows


@attrs.frozen
class Book:
    """The records that figures are made of."""

    organisation: Organisation
    audiences: Mapping[str, Audience]
    projects: Mapping[str, Project]
    benefits: Mapping[str, Benefit]
    readings: Mapping[str, Sequence[Reading]]  # by benefit, the oldest first
    internal: frozenset[tuple[str, str]] = frozenset()  # benefit and day (ISO) of readings that nobody is shown

    @classmethod
    def read(cls, connection: Rows) -> Book:
        """That of the workspace as it is now."""
        readings: dict[str, list[Reading]] = {}
        internal: set[tuple[str, str]] = set()
        for reading in gateway.find(connection, Reading):
            if reading.internal:
                internal.add((reading.benefit or "", _when(reading)[0]))
            elif reading.as_of and reading.value is not None:
                readings.setdefault(reading.benefit or "", []).append(reading)
        for some in readings.values():
            some.sort(key=_when)
        return cls(
            organisation=next(iter(gateway.find(connection, Organisation, limit=1)), Organisation(name="")),
            audiences={a.id: a for a in gateway.find(connection, Audience)},
            projects={p.id: p for p in gateway.find(connection, Project)},
            benefits={b.id: b for b in gateway.find(connection, Benefit)},
            readings=readings,
            internal=frozenset(internal),
        )

    @property
    def words(self) -> Words:
        """How money is worded today."""
        return Words(locale_of(self.organisation.locale), self.organisation.currency, dt.date.min)

    def called(self, audience: Audience, was: Point) -> str:
        """The name of a project or figure, by what the audience may see today; empty where it may not."""
        wall, key = Wall(audience), was.record.partition("/")[2]
        if was.kind == PROJECT:
            seen = wall.see(self.projects.get(key))
            return brief(seen.name) if seen else ""
        benefit = wall.see(self.benefits.get(key))
        project = wall.see(self.projects.get(benefit.project or "")) if benefit else None
        if was.facet or benefit is None or project is None:
            return ""
        return brief(f"{project.name}, {shortened(one_line(benefit.statement))}")

    def names_behind(self, audience: Audience) -> tuple[str, ...]:
        """The names of projects and the statements of benefits that the audience may not be shown, in small letters."""
        wall = Wall(audience)
        gone = {p.id for p in self.projects.values() if wall.see(p) is None}
        hidden = [self.projects[key].name for key in gone]
        hidden += [b.statement for b in self.benefits.values() if b.project in gone or wall.see(b) is None]
        return tuple(name for each in hidden if (name := one_line(each).casefold()))

    def kept_back(self, point: Point) -> bool:
        """True where a reading of the day that this figure is from is shown to nobody."""
        return (point.record.partition("/")[2], point.on) in self.internal

    def figure(self, audience: Audience, as_of: str, was: Point) -> Point | None:
        """A figure as the audience would be told it as of a day (ISO); None where there is none any more."""
        benefit = self.benefits.get(was.record.partition("/")[2])
        if benefit is None:
            return None
        readings = self.readings.get(benefit.id, ())
        known = bisect_right(readings, as_of, key=lambda r: _when(r)[0])
        newest = readings[known - 1] if known else None
        return _stated(
            self.organisation, audience, benefit, self.projects.get(benefit.project or ""), newest, was.facet
        )


def _when(reading: Reading) -> tuple[str, str]:
    return (reading.as_of.isoformat() if reading.as_of else "", reading.id)


@lru_cache(maxsize=20_000)
def _stated(
    organisation: Organisation,
    audience: Audience,
    benefit: Benefit,
    project: Project | None,
    newest: Reading | None,
    facet: str,
) -> Point | None:
    """One figure. The same records always state the same one, and most of them stay as they are between two looks."""
    wall = Wall(audience)
    seen = wall.see(project)
    if project is not None and seen is None:
        return None
    as_of = (newest.as_of if newest else None) or dt.date.min
    shelf = Shelf(as_of, {}, {Reading: (newest,) if newest else ()}, {})
    words = Words(locale_of(organisation.locale), organisation.currency, as_of)
    prover = Prover(shelf, wall, words, wall.see(organisation) or organisation)
    if facet == TO_WIN:
        proof = prover.still_to_win(seen.name if seen else "", benefit)
    else:
        proof = next(iter(prover.proofs(seen or Project(name=""), [benefit])), None)
    return figure_point(words, prover.figures, proof, "", facet) if proof and proof.number else None
