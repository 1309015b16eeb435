"""What the quick log reads of a workspace: names, who owns what is promised, and the draft that was kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from brm_app.domain.records import Assignment, Person, Project, Record, Unit
from brm_app.domain.text import fold
from brm_app.services.briefs.wording import locale_of
from brm_app.services.coverage import holds
from brm_app.services.quicklog.drafting import Draft
from brm_app.services.quicklog.names import Named, Names, named
from brm_app.services.workspace import Workspace

DRAFT = "quick log draft"
CONCERNS = frozenset({"units", "people", "projects", "assignments", "organisation", "sites", "stages"})


@attrs.frozen
class Around:
    """The names, and what else is needed to read a line in this workspace."""

    names: Names
    month_first: bool
    me: str  # the person who is at the desk, or an empty string
    roles: dict[str, str]  # job titles by person
    owners: dict[str, str]  # who speaks for a unit, by unit


def read_around(workspace: Workspace, today: dt.date) -> Around:
    """Reads it; may be called from any thread."""
    units, people = workspace.find(Unit), workspace.find(Person)
    projects = workspace.find(Project)
    me = next((person.id for person in people if _is(person, workspace.who)), "")
    owners = {a.unit: a.person for a in workspace.find(Assignment) if a.unit and a.person and holds(a, today)}
    order = month_first(workspace.organisation.locale)
    return Around(
        Names(_named(units, people, projects)), order, me, {p.id: p.job_title for p in people}, owners
    )  # fmt: skip


def month_first(locale: str) -> bool:
    """Whether numbers of days are written month first in this locale."""
    pattern = str(locale_of(locale).date_formats["short"].pattern).lower()
    return pattern.find("m") < pattern.find("d")


def _is(person: Person, who: str) -> bool:
    return bool(who) and fold(who) in (fold(person.name), fold(person.email).split("@")[0])


def _named(units: list[Unit], people: list[Person], projects: list[Project]) -> Iterator[Named]:
    for unit in units:
        yield from named("units", unit.id, unit.name)
        yield from named("units", unit.id, unit.code)
    for person in people:
        yield from named("people", person.id, person.name, person.unit)
        yield from named("people", person.id, person.job_title, person.unit)
    for project in projects:
        yield from named("projects", project.id, project.name)
        yield from named("projects", project.id, project.code)


def owner_of(around: Around, unit: str) -> str:
    """Who keeps what is promised to a unit: the person at the desk, else who speaks for the unit."""
    return around.me or around.owners.get(unit, "")


def about(record: Record | str | None) -> Draft:
    """A draft about a record: its unit, person or project; or one whose line begins with words."""
    match record:
        case str():
            return Draft(text=record)
        case Unit():
            return Draft(from_unit=record.id)
        case Person():
            return Draft(from_person=record.id)
        case Project():
            return Draft(from_project=record.id, from_unit=record.unit or "")
    return Draft()
