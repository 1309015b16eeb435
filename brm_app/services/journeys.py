"""Journeys as they are looked at: stages with their cards, and what was told at each of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import attrs
from sqlalchemy import Connection, func, select

from brm_app.domain.moods import FEW, WIDE, gap, mean_mood
from brm_app.domain.records import Card, Journey, Persona, Promise, Stage, Touchpoint
from brm_app.domain.text import fold
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway
from brm_app.storage.schema import TABLES, links


@attrs.frozen
class Felt:
    """What the touchpoints of a stage say: how many there are, how many tell a mood, and the sum of those."""

    touchpoints: int = 0
    moods: int = 0
    total: int = 0
    first: dt.datetime | None = None
    last: dt.datetime | None = None


@attrs.frozen
class Step:
    """One stage with its cards by lane and what was felt at it."""

    stage: Stage
    cards: Mapping[str, tuple[Card, ...]] = attrs.field(factory=dict)
    felt: Felt = Felt()

    @property
    def told(self) -> Decimal | None:
        """The mean mood, −2.0 to +2.0."""
        return mean_mood(self.felt.total, self.felt.moods)

    @property
    def hollow(self) -> bool:
        """True where the mean rests on few touchpoints."""
        return self.felt.moods < FEW

    @property
    def gap(self) -> Decimal | None:
        """How much worse it is than expected."""
        return gap(self.stage.expected, self.told)

    @property
    def wide(self) -> bool:
        """True where the gap is pointed out."""
        return self.gap is not None and self.gap >= WIDE


@attrs.frozen
class JourneyMap:
    """One journey with all that its map shows; `other` is the journey of the other version, if there is one."""

    journey: Journey
    persona: Persona | None
    steps: tuple[Step, ...]
    people: int
    other: Journey | None

    @property
    def touchpoints(self) -> int:
        """How many touchpoints stand behind it."""
        return sum(step.felt.touchpoints for step in self.steps)

    @property
    def days(self) -> tuple[dt.datetime, dt.datetime] | None:
        """The first and the last of them."""
        first = [step.felt.first for step in self.steps if step.felt.first]
        last = [step.felt.last for step in self.steps if step.felt.last]
        return (min(first), max(last)) if first and last else None


@attrs.frozen
class JourneyLine:
    """One journey in the list of all."""

    journey: Journey
    persona: str
    stages: int
    touchpoints: int
    worst: Step | None
    other: bool


def read_map(workspace: Workspace, journey_id: str) -> JourneyMap | None:
    """The map of a journey; None where it was deleted."""
    with workspace.reading() as connection:
        journey = gateway.get(connection, Journey, journey_id)
        if journey is None:
            return None
        persona = gateway.get(connection, Persona, journey.persona) if journey.persona else None
        stages = in_order(gateway.find(connection, Stage, equals={"journey": journey_id}))
        cards, felt = _cards(connection, stages), _felt(connection, journey_id)
        steps = tuple(Step(s, cards.get(s.id, {}), felt.get(s.id, Felt())) for s in stages)
        return JourneyMap(journey, persona, steps, _people(connection, journey_id), _other(connection, journey))


def for_others(shown: JourneyMap) -> JourneyMap:
    """The map as it may be handed round: without internal stages and cards, and without the lane of the owners."""
    steps = tuple(attrs.evolve(s, cards=_open_cards(s.cards)) for s in shown.steps if not s.stage.internal)
    persona = shown.persona if shown.persona and not shown.persona.internal else None
    return attrs.evolve(shown, persona=persona, steps=steps)


def _open_cards(cards: Mapping[str, tuple[Card, ...]]) -> dict[str, tuple[Card, ...]]:
    kept = {lane: tuple(card for card in held if not card.internal) for lane, held in cards.items() if lane != "owner"}
    return {lane: held for lane, held in kept.items() if held}


def in_order(stages: Iterable[Stage]) -> list[Stage]:
    """Stages from first to last; those without a number come last."""
    return sorted(stages, key=lambda s: (s.order is None, s.order or 0, s.id))


def _cards(connection: Connection, stages: Iterable[Stage]) -> dict[str, dict[str, tuple[Card, ...]]]:
    held: defaultdict[str, defaultdict[str, list[Card]]] = defaultdict(lambda: defaultdict(list))
    table = TABLES[Card.collection]
    ids = [stage.id for stage in stages]
    found = gateway.get_many(
        connection, Card, connection.execute(select(table.c.id).where(table.c.stage.in_(ids))).scalars().all()
    )
    for card in sorted(found, key=lambda c: (c.order is None, c.order or 0, c.id)):
        held[card.stage or ""][card.lane].append(card)
    return {stage: {lane: tuple(some) for lane, some in lanes.items()} for stage, lanes in held.items()}


def _felt(connection: Connection, journey_id: str = "") -> dict[str, Felt]:
    """What the touchpoints of each stage say, of one journey or of all, in one query."""
    t, s = TABLES[Touchpoint.collection], TABLES[Stage.collection]
    columns: tuple[Any, ...] = (
        t.c.stage, func.count(), func.count(t.c.mood), func.coalesce(func.sum(t.c.mood), 0),
        func.min(t.c.happened_at), func.max(t.c.happened_at),
    )  # fmt: skip
    statement = select(*columns).join(s, s.c.id == t.c.stage).group_by(t.c.stage)
    if journey_id:
        statement = statement.where(s.c.journey == journey_id)
    return {row[0]: Felt(*row[1:]) for row in connection.execute(statement)}


def _people(connection: Connection, journey_id: str) -> int:
    t, s = TABLES[Touchpoint.collection], TABLES[Stage.collection]
    statement = (
        select(func.count(links.c.target_id.distinct()))
        .join(t, t.c.id == links.c.owner_id)
        .join(s, s.c.id == t.c.stage)
        .where(links.c.owner_kind == Touchpoint.collection, links.c.field == "people", s.c.journey == journey_id)
    )
    return int(connection.execute(statement).scalar_one())


def _other(connection: Connection, journey: Journey) -> Journey | None:
    same = gateway.find(connection, Journey, equals={"persona": journey.persona})
    return next((j for j in same if _key(j) == _key(journey) and j.version != journey.version), None)


def _key(journey: Journey) -> tuple[str, str]:
    return fold(journey.name), journey.persona or ""


def journey_lines(workspace: Workspace) -> list[JourneyLine]:
    """All journeys by name; the two versions of one are one line, as it is first."""
    with workspace.reading() as connection:
        journeys = gateway.find(connection, Journey)
        personas = {persona.id: persona.name for persona in gateway.find(connection, Persona)}
        stages: defaultdict[str | None, list[Stage]] = defaultdict(list)
        for stage in gateway.find(connection, Stage):
            stages[stage.journey].append(stage)
        felt = _felt(connection)
    pairs: defaultdict[tuple[str, str], list[Journey]] = defaultdict(list)
    for journey in sorted(journeys, key=lambda j: j.version != "as-is"):
        pairs[_key(journey)].append(journey)
    lines = []
    for first, *rest in pairs.values():
        steps = [Step(stage, {}, felt.get(stage.id, Felt())) for stage in stages[first.id]]
        other = any(journey.version != first.version for journey in rest)
        lines.append(_line(first, personas.get(first.persona or "", ""), steps, other))
        lines += [_line(j, personas.get(j.persona or "", ""), [], False) for j in rest if j.version == first.version]
    return sorted(lines, key=lambda line: (fold(line.journey.name), line.journey.id))


def _line(journey: Journey, persona: str, steps: list[Step], other: bool) -> JourneyLine:
    gaps = [step for step in steps if step.gap is not None and step.gap > 0]
    worst = max(gaps, key=lambda step: step.gap or Decimal(0), default=None)
    count = sum(step.felt.touchpoints for step in steps)
    return JourneyLine(journey, persona, len(steps), count, worst, other)


def at_stage(workspace: Workspace, stage_id: str) -> tuple[list[Touchpoint], list[Promise]]:
    """The touchpoints behind a stage, newest first, and the promises that were made at them."""
    with workspace.reading() as connection:
        how: dict[str, Any] = {"equals": {"stage": stage_id}, "sort": "happened_at", "descending": True}
        touchpoints = gateway.find(connection, Touchpoint, **how)
        table = TABLES[Promise.collection]
        behind = select(TABLES[Touchpoint.collection].c.id).where(TABLES[Touchpoint.collection].c.stage == stage_id)
        ids = connection.execute(select(table.c.id).where(table.c.touchpoint.in_(behind))).scalars().all()
        promises = gateway.get_many(connection, Promise, ids)
    return touchpoints, sorted(promises, key=lambda p: (p.state != "open", p.due or dt.date.max, p.id))
