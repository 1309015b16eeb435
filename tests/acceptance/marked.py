"""Workspaces made at random in which every text carries a marker of its own, and what each audience may read of them.

The table of readers is that of the product's records page, written down a second time on purpose: it must not be read
from the declarations that it checks.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from brm_app.domain.fields import Kind, Spec, specs
from brm_app.domain.records import RECORDS, Assignment, Audience, Briefing, Message, Organisation, Record
from brm_app.services.workspace import Workspace

AS_OF = dt.date(2026, 10, 31)
PROVED = "money risk quality"
READERS = {
    "organisation": {"name": "everyone", "short_code": "everyone"},
    "audiences": {"name": "own", "short_code": "own", "marking": "own", "reading_level": ""},
    "units": {"name": "everyone", "code": "everyone", "kind": "", "note": ""},
    "sites": {"name": "everyone", "where": "everyone", "opening_times": "everyone"},
    "people": {
        "name": "consent or liaison", "job_title": "everyone", "email": "", "phone": "", "vip_contact_rule": "",
        "vip_availability": "", "note": "",
    },
    "assignments": {"service_area": "everyone", "role": "everyone", "contact": "everyone"},
    "projects": {
        "name": "everyone", "code": "everyone", "summary": "everyone", "theme": "everyone", "tagline": "everyone",
        "why": "everyone", "tone": "", "do": "", "dont": "", "workaround": "time", "permanent_fix": "money",
        "overall_value": "money", "least_disruption": "time", "compatibility": "", "adviser": "", "note": "",
    },
    "benefits": {
        "statement": "everyone", "code": "", "source": PROVED, "occurrence_name": "everyone",
        "population_name": PROVED,
    },
    "readings": {"note": ""},
    "messages": {
        "headline": "approved", "body": "approved", "what_to_do": "approved", "reason": "", "approved_by": "",
        "channel": "",
    },
    "rollouts": {},
    "personas": {"name": "everyone", "kind": "", "description": "everyone"},
    "journeys": {"name": "everyone"},
    "stages": {"name": "everyone", "question": "everyone"},
    "cards": {"text": "not owner"},
    "touchpoints": {
        "channel": "", "summary": "", "note": "", "quote": "consent", "speaker_role": "consent",
        "our_answer": "consent",
    },
    "promises": {"words": "promised", "reason": ""},
    "briefings": {"title": "own", "intro": "own", "corrects": "own", "correction": "own"},
    "attachments": {"name": "", "note": ""},
    "terms": {"word": "", "plain": "", "note": ""},
    "concerns": {"words": "everyone", "evidence": "everyone", "note": ""},
    "decisions": {
        "ask": "own", "lead": "own", "today": "own", "waiting": "own", "asked": "own", "consequence": "own",
        "outcome": "", "note": "",
    },
    "options": {
        "name": "own decision", "cost_words": "own decision", "words": "own decision", "effect": "own decision",
        "source": "own decision",
    },
    "tellings": {"issue": "", "whom": "", "channel": "", "note": ""},
}  # fmt: skip
_MANY = {
    "messages": 12,
    "benefits": 8,
    "readings": 10,
    "touchpoints": 8,
    "promises": 8,
    "people": 6,
    "cards": 8,
    "decisions": 8,
    "options": 24,
}
_SETTINGS = {"currency": "USD", "locale": "en_US", "media_type": "image/svg+xml"}
_LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


@attrs.define
class Marked:
    """The records of one workspace, with a marker in each of their texts."""

    seed: int
    records: dict[str, list[Any]] = attrs.Factory(dict)

    @property
    def narrow(self) -> bool:
        """True where briefings choose their projects and units; every other workspace."""
        return bool(self.seed % 2)

    def make(self) -> None:
        """Every kind a few times, linked at random."""
        dice = random.Random(self.seed)
        lenses = dice.choice([("time", "money"), ("risk",), ("quality",), ("time", "quality"), ("money",)])
        for cls in RECORDS.values():
            many = 1 if cls is Organisation else 3 if cls is Audience else _MANY.get(cls.collection, 3)
            self.records[cls.collection] = [self._record(cls, dice) for _ in range(many)]
        staff, board, third = self.records["audiences"]
        self.records["audiences"] = [
            attrs.evolve(staff, lenses=("time",)),
            attrs.evolve(board, lenses=("money", "risk", "quality")),
            attrs.evolve(third, lenses=lenses),
        ]

    def _record(self, cls: type[Record], dice: random.Random) -> Record:
        values = {spec.attr: self._value(spec, dice) for spec in specs(cls)}
        if cls is Briefing and not self.narrow:
            values |= {"projects": (), "units": ()}
        values["internal"] = cls is not Organisation and dice.random() < 0.15
        record = cls(**values)
        textual = [spec.attr for spec in specs(cls) if spec.textual]
        texts: dict[str, Any] = {attr: _SETTINGS.get(attr) or f"Zq{dice.getrandbits(32):08x}x" for attr in textual}
        return attrs.evolve(record, **texts)

    def _value(self, spec: Spec, dice: random.Random) -> Any:
        if spec.target:
            return self._linked(spec, dice)
        match spec.kind:
            case Kind.CHOICE:
                return "approved" if "approved" in spec.choices and dice.random() < 0.5 else dice.choice(spec.choices)
            case Kind.CHOICES:
                return () if spec.attr == "sections_off" else tuple(dice.sample(spec.choices, 1))
            case Kind.FLAG:
                return dice.random() < 0.5
            case Kind.NUMBER | Kind.WHOLE | Kind.MONEY:
                return _number(spec, dice)
            case Kind.DATE:
                return AS_OF + dt.timedelta(days=dice.randint(-60, 20))
            case Kind.MOMENT:
                return dt.datetime(2026, 10, dice.randint(1, 31), 12, tzinfo=dt.UTC)
        return {Kind.COLOUR: "#2A5BC7", Kind.BYTES: _LOGO}.get(spec.kind, spec.default)

    def _linked(self, spec: Spec, dice: random.Random) -> Any:
        targets = [record.id for record in self.records.get(spec.target, [])]
        if spec.kind is Kind.LINKS:
            return tuple(dice.sample(targets, min(len(targets), dice.randint(0, 3))))
        return dice.choice(targets) if targets and (spec.required or dice.random() < 0.85) else None

    def all(self) -> Iterator[Record]:
        """Every record."""
        for records in self.records.values():
            yield from records

    def save(self, path: Path) -> Workspace:
        """The workspace that holds exactly these records."""
        workspace = Workspace.create(path)
        with workspace.write("Fill") as batch:
            for record in [*workspace.find(Audience), *workspace.find(Organisation)]:
                batch.delete(record)
        with workspace.write("Fill") as batch:
            for record in self.all():
                batch.save(record)
        return workspace

    def allowed(self, audience: Any) -> set[str]:
        """The markers that this audience may read."""
        found: set[str] = set()
        for record in self.all():
            for field, readers in READERS[record.collection].items():
                if not record.internal and self._may(audience, record, readers):
                    found |= {word for word in getattr(record, field).split() if word}
        return found

    def _may(self, audience: Any, record: Any, readers: str) -> bool:
        match readers:
            case "":
                return False
            case "everyone":
                return True
            case "own":
                return audience.id in (record.id, getattr(record, "audience", None))
            case "own decision":
                asked = next((d for d in self.records["decisions"] if d.id == record.decision), None)
                return asked is not None and asked.audience == audience.id and not asked.internal
            case "approved":
                return self._told(audience, record)
            case "promised":
                message = next((m for m in self.records["messages"] if m.id == record.message), None)
                return message is not None and self._told(audience, message)
            case "consent":
                return bool(record.consent)
            case "not owner":
                return bool(record.lane != "owner")
            case "consent or liaison":
                return record.name_consent or record.id in self._liaisons()
        return bool(set(readers.split()) & set(audience.lenses))

    def _told(self, audience: Any, message: Message) -> bool:
        return message.state == "approved" and message.audience == audience.id and not message.internal

    def _liaisons(self) -> set[str | None]:
        held: list[Assignment] = self.records["assignments"]
        return {person for a in held if not a.internal for person in (a.person, a.backup)}

    def markers(self) -> set[str]:
        """Every marker of the workspace."""
        return {
            getattr(record, spec.attr)
            for record in self.all()
            for spec in specs(type(record))
            if spec.textual and spec.attr not in _SETTINGS
        }


def _number(spec: Spec, dice: random.Random) -> Any:
    if dice.random() < 0.1 and not spec.required and spec.default is None:
        return None
    low, high = spec.least if spec.least is not None else 0, spec.most if spec.most is not None else 900
    value = dice.randint(low, high)
    return Decimal(value) if spec.kind is Kind.NUMBER else value
