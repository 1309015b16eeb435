"""Whom people can turn to: the liaison assignments that hold on the day of the briefing."""

from __future__ import annotations

from brm_app.domain.records import Assignment, Person, Unit
from brm_app.domain.wall import Wall
from brm_app.services.briefs.proofs import job_of
from brm_app.services.briefs.scope import Scope, below
from brm_app.services.briefs.shelf import Shelf
from brm_app.services.coverage import holds

_MOST = 3


def contacts(shelf: Shelf, wall: Wall, scope: Scope) -> tuple[tuple[str, str], ...]:
    """At most three pairs of what they are there for and who they are, those of the projects' units first."""
    wanted = {project.unit for project in scope.projects if project.unit}
    current = [a for a in shelf.all(Assignment) if holds(a, shelf.as_of)]
    current.sort(key=lambda a: (not _speaks_for(shelf, a, wanted), a.id))
    found = (_contact(shelf, wall, assignment) for assignment in current)
    return tuple(dict.fromkeys(pair for pair in found if pair))[:_MOST]


def _speaks_for(shelf: Shelf, assignment: Assignment, wanted: set[str]) -> bool:
    units = below(shelf.tree, [assignment.unit] if assignment.unit else [])
    return not wanted or bool(units & wanted)


def _contact(shelf: Shelf, wall: Wall, stored: Assignment) -> tuple[str, str] | None:
    assignment = wall.see(stored)
    if assignment is None:
        return None
    unit = wall.see(shelf.by_id(Unit).get(assignment.unit or ""))
    who = assignment.role or job_of(wall, shelf.by_id(Person).get(assignment.person or ""))
    said = ", ".join(text for text in (who, assignment.contact) if text)
    heading = assignment.service_area or (unit.name if unit else "")
    return (heading, said) if heading and said else None
