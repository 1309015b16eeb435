"""Journeys with what was expected and what was felt at each stage."""

from __future__ import annotations

from brm_app.domain.records import Card, Journey, Persona, Project, Stage
from brm_app.domain.text import fold
from brm_app.domain.wall import Wall
from brm_app.services.briefs.material import Moment, Way
from brm_app.services.briefs.scope import Scope
from brm_app.services.briefs.shelf import Shelf


def ways(shelf: Shelf, wall: Wall, scope: Scope) -> tuple[Way, ...]:
    """The journeys of the scope's projects and units, by name; those that have no stage are left out."""
    stages, cards = shelf.grouped(Stage, "journey"), shelf.grouped(Card, "stage")
    found = []
    for stored in shelf.all(Journey):
        own = sorted(stages.get(stored.id, ()), key=lambda s: (s.order is None, s.order or 0, s.id))
        moments = tuple(m for stage in own if (m := _moment(shelf, wall, stage, cards.get(stage.id, []))))
        journey = wall.see(stored)
        if journey and moments and _inside(shelf, stored, scope):
            found.append(_way(shelf, wall, journey, moments))
    return tuple(sorted(found, key=lambda way: (fold(way.name), way.record)))


def _inside(shelf: Shelf, journey: Journey, scope: Scope) -> bool:
    if journey.project:
        return any(project.id == journey.project for project in scope.projects)
    persona = shelf.by_id(Persona).get(journey.persona or "")
    return scope.units is None or bool(persona and persona.unit in scope.units)


def _moment(shelf: Shelf, wall: Wall, stored: Stage, cards: list[Card]) -> Moment | None:
    stage = wall.see(stored)
    if stage is None:
        return None
    own = sorted(cards, key=lambda c: (c.order is None, c.order or 0, c.id))
    shown = tuple(seen for card in own if (seen := wall.see(card)) and seen.text.strip())
    return Moment(stage=stage, cards=shown, moods=shelf.moods(stored.id))


def _way(shelf: Shelf, wall: Wall, journey: Journey, moments: tuple[Moment, ...]) -> Way:
    persona = wall.see(shelf.by_id(Persona).get(journey.persona or ""))
    project = wall.see(shelf.by_id(Project).get(journey.project or ""))
    return Way(
        record=f"{Journey.collection}/{journey.id}",
        name=journey.name,
        version=journey.version,
        persona=persona.name if persona else "",
        description=persona.description if persona else "",
        project=project.name if project else "",
        moments=moments,
    )
