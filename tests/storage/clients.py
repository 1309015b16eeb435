"""Clients that work on one workspace at random, for tests of undo, redo and concurrent writing."""

from __future__ import annotations

import random
from typing import Any

import attrs

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import Benefit, Person, Project, Record, Site, Unit
from brm_app.services.workspace import Workspace

KINDS: tuple[type[Record], ...] = (Unit, Site, Person, Project, Benefit)
_MOST = 12

State = dict[tuple[str, str], Record]


def state(workspace: Workspace) -> State:
    """Every record of the kinds that the clients touch."""
    return {(cls.collection, record.id): record for cls in KINDS for record in workspace.find(cls)}


@attrs.define
class Client:
    """Somebody who adds, edits, moves and deletes records; each text they type is unique."""

    workspace: Workspace
    chance: random.Random
    typed: int = 0

    def act(self) -> str:
        """One random write; returns what it was."""
        held = list(state(self.workspace).values())
        choices = ["add"] if len(held) < 3 else ["add", "edit", "edit", "edit", "many", "delete"]
        step = self.chance.choice([c for c in choices if c != "add" or len(held) < _MOST] or ["delete"])
        with self.workspace.write(f"{step} {self.typed}") as batch:
            if step == "add":
                batch.add(self._new(held))
            for record in self._some(held, {"edit": 1, "many": 3}.get(step, 0)):
                batch.save(self._edited(record, held), base=record)
            for record in self._some(held, step == "delete"):
                batch.delete(record)
        return step

    def _some(self, held: list[Record], count: int) -> list[Record]:
        return self.chance.sample(held, min(count, len(held)))

    def _word(self) -> str:
        self.typed += 1
        return f"{self.workspace.who} {self.typed}"

    def _new(self, held: list[Record]) -> Record:
        projects = [record for record in held if isinstance(record, Project)]
        cls = self.chance.choice(KINDS if projects else KINDS[:-1])
        if cls is Benefit:
            return Benefit(project=self.chance.choice(projects).id, statement=self._word())
        titled: dict[str, Any] = {cls.title_field: self._word()}
        return self._edited(cls(**titled), held)

    def _edited(self, record: Record, held: list[Record]) -> Record:
        names = {"name", "statement", "code", "part_of", "unit", "sites", "project", "vip_delegate", "headcount"}
        fields = [spec for spec in specs(type(record)) if spec.name in names]
        some = self.chance.sample(fields, self.chance.randint(1, min(2, len(fields))))
        return attrs.evolve(record, **{spec.attr: self._value(spec, record, held) for spec in some})

    def _value(self, spec: Spec, record: Record, held: list[Record]) -> Any:
        if spec.kind is Kind.WHOLE:
            self.typed += 1
            return self.typed
        targets = [r.id for r in held if r.collection == spec.target and r.id != record.id]
        if spec.kind is Kind.LINKS:
            return tuple(self._some_ids(targets))
        if spec.kind is Kind.LINK:
            return self.chance.choice(targets) if targets else getattr(record, spec.attr)
        return self._word()

    def _some_ids(self, ids: list[str]) -> list[str]:
        return self.chance.sample(ids, self.chance.randint(0, len(ids)))
