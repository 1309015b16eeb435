"""The one-pager of a business unit: what IT brings to it, as one audience may see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from decimal import Decimal

import attrs

from brm_app.domain.content import Box, Cell, Column, Document, Facts, Heading, Paragraph, Run, Section, Table, plain
from brm_app.domain.errors import Refused
from brm_app.domain.records import Audience, Project, Rollout, Site, Unit
from brm_app.domain.wall import Wall
from brm_app.services.briefs.compose import audience_of, meta_of, wall_for
from brm_app.services.briefs.gather import gather
from brm_app.services.briefs.material import Material, Stop, Story
from brm_app.services.briefs.scope import Scope, below, scoped
from brm_app.services.briefs.shared import Parts, answers, counted, one_line, sentence
from brm_app.services.briefs.shelf import Shelf, load
from brm_app.services.workspace import Workspace

_PROJECTS, _ROWS, _ANSWERS = 6, 8, 2
"""How many projects stand on the page, how many rows projects and benefits have together, and how many answers."""


def unit_page(workspace: Workspace, unit: str, audience: Audience | str, as_of: dt.date) -> Document:
    """One page on a unit (by its id). Raises `Refused` for one that is not there or that the audience may not see."""
    who = audience_of(workspace, audience)
    shelf = load(workspace, as_of)
    wall = wall_for(shelf, who)
    seen = wall.see(shelf.by_id(Unit).get(unit))
    if seen is None or not seen.name.strip():
        raise Refused(f"This unit is not shown to {who.name}. Nothing was written. Choose another unit or audience.")
    material = gather(shelf, wall, _scope(shelf, unit), None)
    kicker = f"IT for {one_line(seen.name)}, {material.words.month}"
    meta = attrs.evolve(meta_of(material), title=one_line(seen.name), intro="", kicker=kicker, short_kicker=kicker)
    places = _places(shelf, wall, unit)
    section = Section(
        kind="unit",
        kicker=one_line(seen.name),
        title=_title(material, seen),
        parts=_parts(material, seen, places),
        record=f"{Unit.collection}/{unit}",
    )
    return Document(meta=meta, cover=(), sections=(section,), figures=material.figures, alone=True)


def _scope(shelf: Shelf, unit: str) -> Scope:
    """The projects of the unit and those below it, and those that are rolled out to them."""
    inside = below(shelf.tree, [unit])
    sites = {site.id for site in shelf.all(Site) if site.unit in inside}
    known = shelf.by_id(Project)
    own = [p.id for p in known.values() if p.unit in inside]
    reached = [r.project for r in shelf.all(Rollout) if r.unit in inside or r.site in sites]
    chosen = [key for key in dict.fromkeys([*own, *reached]) if key in known]
    scope = scoped(shelf, None, [unit], chosen)
    projects = tuple(p for p in scope.projects if p.id in chosen)
    return attrs.evolve(scope, projects=projects, units=frozenset(inside))


def _places(shelf: Shelf, wall: Wall, unit: str) -> frozenset[str]:
    """The names of the unit, of those below it and of their sites, as the audience may see them."""
    inside = below(shelf.tree, [unit])
    stored = (*(u for u in shelf.all(Unit) if u.id in inside), *(s for s in shelf.all(Site) if s.unit in inside))
    return frozenset(seen.title for record in stored if (seen := wall.see(record)))


def _title(material: Material, unit: Unit) -> str:
    number = len(material.stories)
    if not number:
        return f"No IT project concerns {one_line(unit.name)} today"
    live = sum(story.project.status == "live" for story in material.stories)
    verb = "concerns" if number == 1 else "concern"
    said = f"{counted(number, 'IT project')} {verb} {one_line(unit.name)}"
    return sentence(f"{said}; {counted(live, 'of them is', 'of them are')} live" if live else said)


def _parts(material: Material, unit: Unit, places: Collection[str]) -> Parts:
    # Quotes are left out first where many projects leave no room for them.
    said = material.answered[: max(0, min(_ANSWERS, 4 - len(material.stories)))]
    return (
        *_facts(material, unit),
        *_projects(material, places),
        *_benefits(material),
        *_promises(material.stories),
        *((Heading(text="You said, we did"), answers(said)) if said else ()),
        *((Box(blocks=material.contacts),) if material.contacts else ()),
    )


def _facts(material: Material, unit: Unit) -> Parts:
    people = "" if unit.headcount is None else f"{unit.headcount:,}"
    told = sum(bool(story.messages) for story in material.stories)
    every = len(material.stories)
    facts = (
        ("People", people),
        ("Approved messages", f"{told} of {every}" if every else ""),
        ("As of", material.words.long_day(material.words.as_of)),
    )
    kept = tuple(fact for fact in facts if fact[1])
    return (Facts(facts=kept),)


def _projects(material: Material, places: Collection[str]) -> Parts:
    if not material.stories:
        return ()
    columns = (
        Column(title="Project", width=0.22),
        Column(title="Where it is", width=0.2),
        Column(title="What it says to you", width=0.58),
    )
    rows = tuple(_project(material, story, places) for story in material.stories[:_PROJECTS])
    table = Table(columns=columns, rows=rows, caption="Projects that concern the unit")
    return (
        Heading(text="What is coming and what is here"),
        table,
        *_more(len(material.stories) - _PROJECTS, "project"),
    )


def _more(number: int, noun: str) -> Parts:
    if number <= 0:
        return ()
    return (Paragraph(runs=plain(sentence(f"{counted(number, f'more {noun}')} in the full briefing.")), role="note"),)


def _project(material: Material, story: Story, places: Collection[str]) -> tuple[Cell, ...]:
    said = one_line(story.messages[0].headline) if story.messages else material.nothing_approved
    return (
        Cell(runs=(Run(text=one_line(story.project.name), style="strong"),)),
        Cell(runs=plain(_where(material, story, places))),
        Cell(runs=(Run(text=said, style="plain" if story.messages else "quiet"),)),
    )


def _where(material: Material, story: Story, places: Collection[str]) -> str:
    """When it next reaches the unit, or a part or site of it; else how the project stands."""
    own = [stop for stop in story.stops if stop.place in places and stop.first and not stop.done]
    coming = [stop for stop in own if stop.first and stop.first >= material.words.as_of]
    return _first(material, coming) if coming else sentence(story.project.status) or "No date yet"


def _first(material: Material, coming: Iterable[Stop]) -> str:
    soonest = min(coming, key=lambda stop: stop.first or dt.date.max)
    return f"{material.words.days(soonest.first or dt.date.max, soonest.last)}: {one_line(soonest.place)}"


def _benefits(material: Material) -> Parts:
    """The surest readings; their figures need no other page, for evidence and day stand beside them."""
    known = [proof for proof in material.proofs if proof.known]
    if not known:
        return ()
    words, room = material.words, _ROWS - min(len(material.stories), _PROJECTS)
    columns = (
        Column(title="What it brings", width=0.46),
        Column(title="Was", width=0.13),
        Column(title="Now", width=0.13),
        Column(title="Evidence", width=0.16),
        Column(title="As of", width=0.12),
    )
    rows = tuple(
        (
            Cell(runs=(Run(text=f"{one_line(proof.project)}, {proof.statement}"),)),
            Cell(runs=plain(_amount(material, proof.standing.benefit.baseline, proof.standing.benefit.measure))),
            Cell(runs=plain(_amount(material, proof.standing.now, proof.standing.benefit.measure))),
            Cell(runs=plain(sentence(proof.evidence)), evidence=proof.evidence),
            Cell(runs=plain(words.day(proof.read_on))),
        )
        for proof in known[:room]
    )
    table = Table(columns=columns, rows=rows, caption="Benefits with their newest readings")
    return (Heading(text="What we know so far"), table, *_more(len(known) - room, "benefit"))


def _amount(material: Material, value: Decimal | None, measure: str) -> str:
    return "–" if value is None else material.words.amount(value, measure)


def _promises(stories: Iterable[Story]) -> Parts:
    lines = [one_line(promise.words) for story in stories for promise in story.promises]
    return (Heading(text="What we promised"), *(Paragraph(runs=plain(line)) for line in lines)) if lines else ()
