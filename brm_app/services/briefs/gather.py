"""From stored records to the material of one briefing, through the audience wall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from brm_app.domain.content import Picture
from brm_app.domain.drawings import is_modest
from brm_app.domain.records import (
    Attachment,
    Audience,
    Benefit,
    Briefing,
    Message,
    Organisation,
    Person,
    Project,
    Promise,
    Record,
    Rollout,
    Site,
    Touchpoint,
    Unit,
)
from brm_app.domain.wall import Wall
from brm_app.services.briefs.askings import askings
from brm_app.services.briefs.concerns import concerns
from brm_app.services.briefs.contacts import contacts
from brm_app.services.briefs.material import Material, Stop, Story, picture
from brm_app.services.briefs.proofs import Prover, job_of
from brm_app.services.briefs.scope import Scope
from brm_app.services.briefs.shelf import Shelf
from brm_app.services.briefs.ways import ways
from brm_app.services.briefs.wording import Words, locale_of

R = TypeVar("R", bound=Record)
_OWNERS = (
    ("business_owner", "Owner in the business"),
    ("it_owner", "Owner in IT"),
    ("accountable", "Accountable"),
)
_LAST = dt.datetime.max.replace(tzinfo=dt.UTC)


def gather(shelf: Shelf, wall: Wall, scope: Scope, briefing: Briefing | None) -> Material:
    """All that the audience of the wall may see of the scope."""
    stored = next(iter(shelf.all(Organisation)), Organisation(name="", currency=""))
    organisation = wall.see(stored) or stored
    # How numbers, days and pages look is a setting of the document, not something that it says.
    words = Words(locale_of(stored.locale), organisation.currency, shelf.as_of)
    prover = Prover(shelf, wall, words, organisation)
    stories = _Stories(shelf, wall, prover)
    seen = wall.see(briefing)
    told = tuple(story for project in scope.projects if (story := stories.tell(project)))
    return Material(
        wall=wall,
        words=words,
        audience=wall.see(wall.audience) or Audience(name="", lenses=wall.audience.lenses),
        organisation=organisation,
        logo=_logo(shelf, wall, organisation.logo, organisation.name),
        page_size=stored.page_size,
        title=seen.title if seen else "",
        intro=seen.intro if seen else "",
        corrects=seen.corrects if seen else "",
        correction=seen.correction if seen else "",
        off=briefing.sections_off if briefing else (),
        quarterly=stored.fiscal_year_start in (1, None),
        stories=told,
        answered=_answered(shelf, wall, scope),
        ways=ways(shelf, wall, scope),
        contacts=contacts(shelf, wall, scope),
        askings=tuple(askings(shelf, wall, scope, prover)),  # their figures follow those of the projects
        figures=tuple(prover.figures),
        concerns=tuple(concerns(shelf, wall, scope)),
        keepers=_keepers(shelf, wall, told),
    )


def _keepers(shelf: Shelf, wall: Wall, stories: Iterable[Story]) -> dict[str, str]:
    """The job of each person who is to keep a promise that was made to the audience."""
    people = shelf.by_id(Person)
    owners = {promise.owner for story in stories for promise in story.promises if promise.owner}
    return {owner: job_of(wall, people.get(owner)) for owner in owners}


def seen_all(wall: Wall, records: Iterable[R]) -> tuple[R, ...]:
    """Those records of which the audience may see something, as it may see them."""
    return tuple(seen for record in records if (seen := wall.see(record)))


class _Stories:
    """Tells one project after the other; what belongs to them is sorted once."""

    def __init__(self, shelf: Shelf, wall: Wall, prover: Prover) -> None:
        self._shelf, self._wall, self._prover = shelf, wall, prover
        self._of = {cls: shelf.grouped(cls, "project") for cls in (Benefit, Message, Rollout)}
        self._quotes = shelf.grouped(Touchpoint, "projects")
        self._promises = shelf.grouped(Promise, "message")
        self._sites_of_units = shelf.grouped(Site, "unit")
        self._units, self._people = shelf.by_id(Unit), shelf.by_id(Person)
        self._sites = shelf.by_id(Site)

    def tell(self, stored: Project) -> Story | None:
        """The project as the audience may see it."""
        wall, project = self._wall, self._wall.see(stored)
        if project is None:
            return None
        known = [m for m in self._of[Message].get(stored.id, ()) if isinstance(m, Message)]
        messages = [m for m in known if wall.reaches(m) and m.id not in self._shelf.overtaken]
        messages.sort(key=lambda m: (m.approved_at or _LAST, m.id), reverse=True)
        benefits = [b for b in self._of[Benefit].get(stored.id, ()) if isinstance(b, Benefit)]
        return Story(
            project=project,
            unit=self._unit(project.unit),
            logo=_logo(self._shelf, wall, project.logo, project.name),
            owners=tuple(self._owners(project)),
            messages=seen_all(wall, messages),
            proofs=self._prover.proofs(project, benefits),
            stops=self._stops(stored.id),
            quotes=newest(seen_all(wall, self._quotes.get(stored.id, ())), self._quotes.get(stored.id, ())),
            promises=seen_all(wall, [p for m in messages for p in self._promises.get(m.id, ())]),
            sites=self._places(stored),
        )

    def _unit(self, key: str | None) -> str:
        unit = self._wall.see(self._units.get(key or ""))
        return unit.name if unit else ""

    def _owners(self, project: Project) -> Iterable[tuple[str, str]]:
        for field, label in _OWNERS:
            title = job_of(self._wall, self._people.get(getattr(project, field) or ""))
            if title:
                yield label, title

    def _places(self, stored: Project) -> tuple[Site, ...]:
        own = [self._sites[key] for key in stored.sites if key in self._sites]
        return seen_all(self._wall, own or self._sites_of_units.get(stored.unit or "", ()))

    def _stops(self, key: str) -> tuple[Stop, ...]:
        rollouts = [r for r in self._of[Rollout].get(key, ()) if isinstance(r, Rollout)]
        seen = sorted(seen_all(self._wall, rollouts), key=lambda r: (r.date or dt.date.max, r.id))
        stops = (Stop(place=self._place(r), first=r.date, last=r.until, done=r.done) for r in seen)
        return tuple(stop for stop in stops if stop.place)

    def _place(self, rollout: Rollout) -> str:
        site = self._wall.see(self._sites.get(rollout.site or ""))
        return self._unit(rollout.unit) or (site.name if site else "")


def newest(seen: Iterable[Touchpoint], stored: Iterable[Touchpoint]) -> tuple[Touchpoint, ...]:
    """The touchpoints that have words to quote, newest first."""
    when = {t.id: t.happened_at or _LAST for t in stored}
    quoted = [t for t in seen if t.quote.strip()]
    return tuple(sorted(quoted, key=lambda t: (when[t.id], t.id), reverse=True))


def _answered(shelf: Shelf, wall: Wall, scope: Scope) -> tuple[Touchpoint, ...]:
    """Quotes with our answer, newest first: on the scope's projects, and those on no project, of the scope's units.

    What was said only of projects that are left out, or kept internal, is left out with them.
    """
    projects, units = {project.id for project in scope.projects}, scope.units
    stored = [
        t
        for t in shelf.all(Touchpoint)
        if (projects.intersection(t.projects) if t.projects else units is None or t.unit in units)
    ]
    return tuple(t for t in newest(seen_all(wall, stored), stored) if t.our_answer.strip())


def _logo(shelf: Shelf, wall: Wall, key: str | None, name: str) -> Picture | None:
    kept = wall.see(next((a for a in shelf.all(Attachment) if a.id == key), None))
    made = picture(kept.data, f"Logo of {name}") if kept else None
    if kept and made and made.media_type == "image/svg+xml" and not is_modest(kept.data):
        return picture(kept.raster, made.alt)  # made of it when it came in, within bounds
    return made
