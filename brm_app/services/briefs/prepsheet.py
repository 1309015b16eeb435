"""The meeting prep sheet of a unit: what to know before one meets it. It is internal, and never a briefing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from brm_app.domain.content import Cell, Column, Document, Facts, Heading, Meta, Paragraph, Run, Section, Table, plain
from brm_app.domain.fields import LENSES
from brm_app.domain.records import Audience, Person, Promise, Touchpoint, Unit
from brm_app.services.briefs.benefits import reading_table
from brm_app.services.briefs.compose import meta_of, wall_for
from brm_app.services.briefs.gather import gather
from brm_app.services.briefs.material import Material
from brm_app.services.briefs.scope import scoped
from brm_app.services.briefs.shared import Parts, counted, one_line, sentence
from brm_app.services.briefs.shelf import day_of, load
from brm_app.services.briefs.wording import Words
from brm_app.services.promises import late_words
from brm_app.services.relations import Known, cadence_of, unit_picture
from brm_app.services.workspace import Workspace

MARKING = "Internal. For whoever meets them, not to be handed out."
_TOUCHPOINTS, _PROMISES, _BENEFITS, _PEOPLE = 3, 6, 5, 6


def prep_sheet(workspace: Workspace, unit_id: str, now: dt.datetime) -> Document:
    """The sheet of a unit on a day. Raises `Refused` where the unit was deleted. It passes no audience wall."""
    unit = workspace.need(Unit, unit_id)
    material = _material(workspace, unit_id, day_of(now))
    picture = unit_picture(workspace, unit_id, now)
    met = [t for t in picture.touchpoints if t.happened_at and t.happened_at <= now]
    parts = (
        *_facts(material.words, unit, met),
        *_touchpoints(material.words, met),
        *_promises(workspace, material.words, picture.open_promises),
        *_benefits(material),
        *_people(material.words, picture.people),
    )
    section = Section(
        kind="unit",
        kicker="Before you meet them",
        title=_title(material.words, unit, met, picture.open_promises),
        parts=parts,
        record=f"{Unit.collection}/{unit_id}",
    )
    return Document(meta=_meta(material, unit), cover=(), sections=(section,), figures=material.figures, alone=True)


def _material(workspace: Workspace, unit_id: str, as_of: dt.date) -> Material:
    shelf = load(workspace, as_of)
    insiders = Audience(name="", lenses=LENSES)  # no audience of the workspace: nothing is issued to it
    return gather(shelf, wall_for(shelf, insiders), scoped(shelf, None, [unit_id], []), None)


def _meta(material: Material, unit: Unit) -> Meta:
    name = one_line(unit.name)
    kicker = f"Meeting prep, {name}"
    return attrs.evolve(
        meta_of(material), look="internal", title=name, intro="", kicker=kicker, short_kicker=kicker, marking=MARKING
    )


def _title(words: Words, unit: Unit, met: Sequence[Touchpoint], promises: Sequence[Promise]) -> str:
    late = sum(promise.due is not None and promise.due < words.as_of for promise in promises)
    said = counted(len(promises), "open promise") + (f", {late} of them late" if late else "")
    last = f"last met {words.spoken_day(day_of(met[0].happened_at))}" if met else "not met yet"
    return f"{one_line(unit.name)}: {last}; {said}"


def _facts(words: Words, unit: Unit, met: Sequence[Touchpoint]) -> Parts:
    cadence = cadence_of(unit)
    since = counted((words.as_of - day_of(met[0].happened_at)).days, "day") + " ago" if met else "never"
    views = (("They say", unit.they_say), ("We say", unit.we_say))
    facts = (
        ("Last asked", sentence(since)),
        ("Asked every", f"{cadence} days" if cadence else ""),
        *((label, f"{words.number(value)} of 5" if value is not None else "") for label, value in views),
    )
    return (Facts(facts=tuple(fact for fact in facts if fact[1])),)


def _touchpoints(words: Words, met: Sequence[Touchpoint]) -> Parts:
    if not met:
        return (Paragraph(runs=plain("Nobody has logged a touchpoint with this unit yet."), role="missing"),)
    columns = (
        Column(title="When", width=0.14),
        Column(title="Kind", width=0.18),
        Column(title="What happened", width=0.58),
        Column(title="Mood", width=0.1, align="right"),
    )
    rows = tuple(
        (
            Cell(runs=plain(words.day(day_of(t.happened_at)))),
            Cell(runs=plain(sentence(t.kind))),
            Cell(runs=plain(one_line(t.summary))),
            Cell(runs=plain(f"{t.mood} of 5" if t.mood else "–")),
        )
        for t in met[:_TOUCHPOINTS]
    )
    return (Heading(text="The last touchpoints"), Table(columns=columns, rows=rows, caption="The last touchpoints"))


def _promises(workspace: Workspace, words: Words, promises: Sequence[Promise]) -> Parts:
    if not promises:
        return (Heading(text="Open promises"), Paragraph(runs=plain("Nothing is open.")))
    shown = promises[:_PROMISES]
    owners = {p.id: p for p in workspace.get_many(Person, [p.owner for p in shown if p.owner])}
    columns = (
        Column(title="Due", width=0.2),
        Column(title="Promise", width=0.55),
        Column(title="Owner", width=0.25),
    )
    rows = tuple(
        (_due(words, p), Cell(runs=plain(one_line(p.words))), _owner(owners.get(p.owner or ""))) for p in shown
    )
    more = _more(len(promises) - len(shown), "promise")
    return (Heading(text="Open promises"), Table(columns=columns, rows=rows, caption="Open promises"), *more)


def _due(words: Words, promise: Promise) -> Cell:
    late = promise.due is not None and promise.due < words.as_of
    said = words.day(promise.due) if promise.due else "No day"
    if late and promise.due:
        said = f"{said}, {late_words((words.as_of - promise.due).days)}"
    return Cell(runs=plain(said), mark="bad" if late else "")


def _owner(person: Person | None) -> Cell:
    return Cell(runs=plain((person.job_title or person.name) if person else "Nobody"))


def _more(number: int, noun: str) -> Parts:
    return (
        (
            Paragraph(
                runs=plain(sentence(f"{counted(number, f'more {noun}', 'more people' if noun == 'person' else '')}.")),
                role="note",
            ),
        )
        if number > 0
        else ()
    )


def _benefits(material: Material) -> Parts:
    known = [proof for proof in material.proofs if proof.known]
    if not known:
        return ()
    more = _more(len(known) - _BENEFITS, "benefit")
    return (Heading(text="What their projects bring"), reading_table(material, known[:_BENEFITS]), *more)


def _people(words: Words, people: Sequence[Known]) -> Parts:
    """Whom one may meet: VIPs first, with how to reach them."""
    ranked = sorted(people, key=lambda known: (not known.person.vip, known.person.name.casefold()))[:_PEOPLE]
    if not ranked:
        return ()
    columns = (
        Column(title="Who", width=0.34),
        Column(title="Last met", width=0.16),
        Column(title="VIP rule", width=0.5),
    )
    rows = tuple((_who(k.person), _met(words, k.met), Cell(runs=plain(_rule(k.person)))) for k in ranked)
    more = _more(len(people) - len(ranked), "person")
    return (Heading(text="Whom you may meet"), Table(columns=columns, rows=rows, caption="People of the unit"), *more)


def _who(person: Person) -> Cell:
    title = one_line(person.job_title)
    return Cell(runs=(Run(text=one_line(person.name), style="strong"), Run(text=f", {title}" if title else "")))


def _met(words: Words, met: dt.datetime | None) -> Cell:
    return Cell(runs=plain(words.day(day_of(met)) if met else "Never"))


def _rule(person: Person) -> str:
    if not person.vip:
        return ""
    wants = f"Wants help {person.vip_preference}" if person.vip_preference else ""
    said = (one_line(person.vip_contact_rule), one_line(person.vip_availability), wants)
    return " ".join(f"{part.rstrip('.')}." for part in said if part) or "VIP"
