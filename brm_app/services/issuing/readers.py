"""Who may read what, said a second time: a proof that asked the wall itself would not see a hole in it."""

from __future__ import annotations

import datetime as dt

from brm_app.domain.fields import OWN, PROMISED, Spec
from brm_app.domain.records import (
    Assignment,
    Audience,
    Briefing,
    Card,
    Decision,
    Message,
    Option,
    Person,
    Promise,
    Record,
    Touchpoint,
)
from brm_app.services.coverage import holds
from brm_app.services.workspace import Workspace

_QUOTED = {"quote", "speaker_role", "our_answer"}


class Readers:
    """Whether one audience may read a field on one day, from the records as they are kept."""

    def __init__(self, workspace: Workspace, audience: Audience, day: dt.date) -> None:
        self._audience = audience.id
        self._lenses = frozenset({"everyone", *audience.lenses})
        current = [a for a in workspace.find(Assignment) if holds(a, day) and not a.internal]
        self._liaisons = {person for a in current for person in (a.person, a.backup)}
        self._told = {message.id for message in workspace.find(Message) if self._is_told(message)}
        decisions = workspace.find(Decision)
        self._asked = {d.id for d in decisions if d.audience == audience.id and not d.internal}

    def may_read(self, record: Record, spec: Spec) -> bool:
        """True where the field may be shown to the audience."""
        if record.internal or self._is_withheld(record):
            return False
        if isinstance(record, Person) and spec.name == "name":
            return record.name_consent or record.id in self._liaisons
        if isinstance(record, Touchpoint) and spec.name in _QUOTED:
            return record.consent and bool(record.quote.strip())
        return bool(
            spec.readers & self._lenses
            or (spec.readers & OWN and self._belongs(record))
            or (spec.readers & PROMISED and isinstance(record, Promise) and record.message in self._told)
        )

    def _is_withheld(self, record: Record) -> bool:
        """True for what this audience is shown nothing of."""
        if isinstance(record, Message):
            return record.id not in self._told
        return isinstance(record, Card) and record.lane == "owner"

    def _is_told(self, message: Message) -> bool:
        return message.audience == self._audience and message.state == "approved" and not message.internal

    def _belongs(self, record: Record) -> bool:
        match record:
            case Audience():
                return record.id == self._audience
            case Option():
                return record.decision in self._asked
            case Message() | Briefing() | Decision():
                return record.audience == self._audience
        return False
