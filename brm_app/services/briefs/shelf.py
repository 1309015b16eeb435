"""Everything that a briefing may need, read in a few queries and one state of the workspace, as of one day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

import attrs

from brm_app.domain.records import (
    Assignment,
    Attachment,
    Audience,
    Benefit,
    Briefing,
    Card,
    Concern,
    Decision,
    Journey,
    Message,
    Option,
    Organisation,
    Person,
    Persona,
    Project,
    Promise,
    Reading,
    Record,
    Rollout,
    Site,
    Stage,
    Touchpoint,
    Unit,
)
from brm_app.services.proving import overtaken
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway
from brm_app.storage.driver import Rows

R = TypeVar("R", bound=Record)
_WHOLE: tuple[type[Record], ...] = (
    Organisation, Audience, Unit, Site, Person, Assignment, Project, Benefit, Reading, Message, Rollout, Persona,
    Journey, Stage, Card, Promise, Briefing, Concern, Decision,
    Option,
)  # fmt: skip


@attrs.frozen
class Shelf:
    """Records by kind as they are stored; what is internal or dated later than `as_of` has been left out."""

    as_of: dt.date
    tree: Mapping[str, str | None]  # what each unit is part of, internal ones too: others may hang on them
    _records: Mapping[type[Record], tuple[Record, ...]]
    _moods: Mapping[str, tuple[int, ...]]
    overtaken: frozenset[str] = frozenset()  # messages changed after their approval: they don't print

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """The records of a kind, in the order in which they were made."""
        return self._records.get(cls, ())  # type: ignore[return-value]

    def by_id(self, cls: type[R]) -> dict[str, R]:
        """The same by their id."""
        return {record.id: record for record in self.all(cls)}

    def grouped(self, cls: type[R], field: str) -> dict[str, list[R]]:
        """The records of a kind by the id in one of their links."""
        groups: defaultdict[str, list[R]] = defaultdict(list)
        for record in self.all(cls):
            held = getattr(record, field)
            for target in held if isinstance(held, tuple) else (held,):
                if target:
                    groups[target].append(record)
        return groups

    def moods(self, stage: str) -> tuple[int, ...]:
        """What people felt at a stage, −2 to +2, one number for each touchpoint."""
        return self._moods.get(stage, ())


def load(workspace: Workspace, as_of: dt.date) -> Shelf:
    """Reads the workspace. Touchpoints come only with the words that may be quoted; moods come as numbers."""
    with workspace.rows() as connection:
        found = {cls: _made(gateway.find(connection, cls)) for cls in _WHOLE}
        # Only what may be quoted: a year of touchpoints is long, and most of it never prints.
        quoted = gateway.find(connection, Touchpoint, equals={"consent": True})
        found[Touchpoint] = _made([t for t in quoted if day_of(t.happened_at) <= as_of])
        found[Attachment] = _made(gateway.get_many(connection, Attachment, _logos(found)))
        found[Project] = tuple(_as_it_stood(p, as_of) for p in found[Project] if isinstance(p, Project))
        moods, later = _felt(connection, as_of)
        tree = {unit.id: unit.part_of for unit in gateway.find(connection, Unit)}
    found[Promise] = tuple(p for p in found[Promise] if getattr(p, "touchpoint", None) not in later)
    messages = [message for message in found[Message] if isinstance(message, Message)]
    return Shelf(as_of, tree, found, moods, overtaken(workspace, messages))


def _made(records: list[R]) -> tuple[R, ...]:
    return tuple(sorted((r for r in records if not r.internal), key=lambda r: r.id))


def _as_it_stood(project: Project, as_of: dt.date) -> Project:
    """The project without a status that was given later: what it was until then is not kept in it."""
    if project.status_as_of is None or project.status_as_of <= as_of:
        return project
    return attrs.evolve(project, status="", status_as_of=None)


def day_of(moment: dt.datetime | None) -> dt.date:
    """The day of a moment in UTC, so that it does not depend on the machine."""
    return moment.astimezone(dt.UTC).date() if moment else dt.date.max


def _logos(found: Mapping[type[Record], tuple[Record, ...]]) -> list[str]:
    owners = (*found[Organisation], *found[Project])
    return sorted({logo for owner in owners if (logo := getattr(owner, "logo", None))})


def _felt(connection: Rows, as_of: dt.date) -> tuple[dict[str, tuple[int, ...]], set[str]]:
    """The moods told at each stage until a day, and the ids of the touchpoints after it."""
    moods: defaultdict[str, list[int]] = defaultdict(list)
    later: set[str] = set()
    fields = ("happened_at", "stage", "mood", "internal")
    for key, moment, stage, mood, internal in gateway.values_of(connection, Touchpoint, *fields):
        if day_of(moment) > as_of:
            later.add(key)
        elif stage and mood and not internal:
            moods[stage].append(mood - 3)
    return {stage: tuple(told) for stage, told in moods.items()}, later
