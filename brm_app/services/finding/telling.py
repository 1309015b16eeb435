"""How each kind of record is told as an answer: title, second line, what stands at the right, what opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import singledispatch
from typing import ClassVar, Protocol, TypeVar

import attrs

from brm_app.domain.marking import END, START, found_in, marked
from brm_app.domain.records import (
    Assignment,
    Audience,
    Benefit,
    Briefing,
    Card,
    Concern,
    Decision,
    Journey,
    Message,
    Option,
    Person,
    Persona,
    Project,
    Promise,
    Record,
    Stage,
    Term,
    Touchpoint,
    Unit,
)
from brm_app.domain.text import plural
from brm_app.services.finding.liaisons import Liaison

LONGEST, SEEN = 160, 60  # characters of a title that are handed on, and that are surely seen

R = TypeVar("R", bound=Record)
_VERSIONS = {"as-is": "As it is", "to-be": "As it should be"}


class Known(Protocol):
    """The records that others are told with."""

    def get(self, cls: type[R], record_id: str | None) -> R | None:
        """One record, None where there is none."""

    def title(self, cls: type[Record], record_id: str | None) -> str:
        """Its title, empty where there is none."""


@attrs.frozen
class Answer:
    """One answer. In `title` and `about` what was found is marked (`domain.marking`)."""

    section: str
    kind: str
    id: str
    title: str
    about: str = ""
    right: str | dt.date = ""
    place: str = ""
    opens: str = ""
    variant: str = ""  # the kind of a touchpoint, or `hole`
    close: int = -1  # how close the best of its section is; a liaison is what was asked for


@attrs.frozen
class Handed:
    """An issue of the register as it is found; it is no record."""

    collection: ClassVar[str] = "issues"
    noun: ClassVar[str] = "issue"

    id: str  # its number
    name: str
    audience: str
    at: dt.datetime | None

    @property
    def title(self) -> str:
        """Its number, by which it is asked for."""
        return self.id


@attrs.frozen
class Told:
    """A record in words, before anything is marked."""

    about: str
    right: str | dt.date
    place: str
    opens: str
    section: str
    variant: str = ""


def answer(record: Record | Handed, known: Known, sought: Sequence[str] = (), snippet: str = "") -> Answer:
    """A record as an answer; `snippet` is shown where neither title nor second line hold all that is sought."""
    told = _told(record, known)
    title = " ".join(_title(record).split())[:LONGEST] or record.noun.capitalize()
    about = told.about
    if snippet and not all(found_in(f"{title[:SEEN]} {about[:SEEN]}", [word]) for word in sought):
        about = snippet
    return Answer(
        section=told.section,
        kind=record.collection,
        id=record.id,
        title=marked(title, sought),
        about=marked(about, sought),
        right=told.right,
        place=told.place,
        opens=told.opens,
        variant=told.variant,
    )


def liaison_answer(found: Liaison, known: Known) -> Answer:
    """Who answers, how to reach them and who stands in; or that nobody does."""
    asked = found.unit.name if found.unit else ""
    if found.assignment is None:
        return _hole(found, asked)
    made: Assignment = found.assignment
    person, backup = known.get(Person, made.person), known.get(Person, made.backup)
    job = made.role or (person.job_title if person else "")
    reach = made.contact or (person.phone if person else "")
    title = ", ".join(part for part in (f"{START}{person.name}{END}" if person else "", job, reach) if part)
    unit = known.title(Unit, made.unit)
    covers = f"{made.service_area} in {unit}" if made.service_area else f"All of {unit}"
    about = f"{covers}. Backup: {backup.name}." if backup else f"{covers}. No backup."
    return Answer("liaisons", "people", made.person or "", title, about, asked or unit, "people", made.person or "")


def _hole(found: Liaison, asked: str) -> Answer:
    words = " ".join(filter(None, ("Nobody answers for" if found.area else "Nobody speaks for", found.area)))
    title = f"{words} in {asked}" if found.area and asked else f"{words} {asked}".strip()
    about = f"Name someone in the coverage of {asked}" if asked else "Name someone in the coverage"
    opens = f"cover:{found.unit.id if found.unit else ''}"
    return Answer("liaisons", "units", opens, title, about, "", "people", opens, "hole")


def _title(record: Record | Handed) -> str:
    if isinstance(record, Touchpoint):
        return record.summary or record.quote or record.note or _capital(record.kind)
    return record.title


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


@singledispatch
def _told(record: Record | Handed, known: Known) -> Told:
    raise TypeError(f"No {record.noun} is searched")


@_told.register
def _person(record: Person, known: Known) -> Told:
    unit = known.title(Unit, record.unit) or ("IT" if record.side == "IT" else "")
    return Told(_joined(record.job_title, record.phone), unit, "people", record.id, "people")


@_told.register
def _unit(record: Unit, known: Known) -> Told:
    above = known.title(Unit, record.part_of)
    people = plural(record.headcount, "person", "people") if record.headcount is not None else ""
    return Told(
        _joined(f"Part of {above}" if above else _capital(record.kind), people), "", "units", record.id, "units"
    )


@_told.register
def _project(record: Project, known: Known) -> Told:
    about = record.tagline or record.summary or record.why
    return Told(about, record.status.capitalize(), "projects", record.id, "projects")


@_told.register
def _journey(record: Journey, known: Known) -> Told:
    about = known.title(Persona, record.persona)
    return Told(about, _VERSIONS.get(record.version, ""), "journeys", record.id, "journeys")


@_told.register
def _stage(record: Stage, known: Known) -> Told:
    journey = known.title(Journey, record.journey)
    return Told(journey, "Stage", "journeys", record.journey or "", "journeys")


@_told.register
def _card(record: Card, known: Known) -> Told:
    stage = known.get(Stage, record.stage)
    if stage is None:
        return Told("", "Card", "journeys", "", "journeys")
    return Told(stage.title, "Card", "journeys", stage.journey or "", "journeys")


@_told.register
def _promise(record: Promise, known: Known) -> Told:
    whom = known.title(Person, record.to_whom)
    about = _joined(record.state.capitalize(), f"promised to {whom}" if whom else "")
    return Told(about, record.due or "", "promises", record.id, "promises")


@_told.register
def _concern(record: Concern, known: Known) -> Told:
    about = _joined(record.state.capitalize(), known.title(Unit, record.unit))
    return Told(about, record.raised_on or "", "concerns", record.id, "concerns")


@_told.register
def _decision(record: Decision, known: Known) -> Told:
    about = _joined(
        record.state.capitalize(), known.title(Audience, record.audience), known.title(Project, record.project)
    )
    return Told(about, record.decide_by or "", "decisions", record.id, "decisions")


@_told.register
def _option(record: Option, known: Known) -> Told:
    return Told(known.title(Decision, record.decision), "Option", "decisions", record.decision or "", "decisions")


@_told.register
def _message(record: Message, known: Known) -> Told:
    audience = known.title(Audience, record.audience)
    about = _joined(audience, record.state)
    return Told(about, known.title(Project, record.project), "projects", f"message:{record.id}", "messages")


@_told.register
def _benefit(record: Benefit, known: Known) -> Told:
    about = _joined(record.evidence.capitalize(), record.source)
    return Told(about, known.title(Project, record.project), "projects", f"benefit:{record.id}", "benefits")


@_told.register
def _touchpoint(record: Touchpoint, known: Known) -> Told:
    people = _joined(*(known.title(Person, person) for person in record.people[:3]))
    about = _joined(_capital(record.kind), known.title(Unit, record.unit), people)
    when = record.happened_at or ""
    return Told(about, when, "touchpoints", record.id, "touchpoints", record.kind)


@_told.register
def _briefing(record: Briefing, known: Known) -> Told:
    return Told(known.title(Audience, record.audience), "Briefing", "composer", record.id, "briefings")


@_told.register
def _term(record: Term, known: Known) -> Told:
    return Told(f"Say {record.plain}", "Word to explain", "settings", record.id, "terms")


@_told.register
def _handed(record: Handed, known: Known) -> Told:
    return Told(_joined(record.audience, record.name), record.at or "", "issued", record.id, "issues")
