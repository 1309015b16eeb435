"""The audience wall: what one audience may be shown of a record; everything else is blank.

Readers are declared with the fields; the rules that depend on a record's own ticks (consent, liaisons,
internal) stand here. A record is narrowed by these rules and never widened.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

import attrs

from brm_app.domain.fields import Spec, empty, specs
from brm_app.domain.records import (
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

R = TypeVar("R", bound=Record)
_WORDS_OF_OTHERS = ("quote", "speaker_role", "our_answer")


class Wall:
    """What `audience` may see.

    `liaisons`: ids of people who speak for IT; `told`, `decisions`: messages and decisions of any audience, by id.
    """

    def __init__(
        self,
        audience: Audience,
        liaisons: Collection[str] = (),
        told: Mapping[str, Message] | None = None,
        decisions: Mapping[str, Decision] | None = None,
    ) -> None:
        self.audience = audience
        self._liaisons = frozenset(liaisons)
        self._told = told or {}
        self._decisions = decisions or {}

    def has(self, lens: str) -> bool:
        """True when the audience looks through this lens."""
        return lens in self.audience.lenses

    def see(self, record: R | None) -> R | None:
        """The record with every field blank that this audience may not be shown; None where all of it is internal."""
        if record is None or record.internal or (isinstance(record, Card) and record.lane == "owner"):
            return None
        if isinstance(record, Message) and not self.reaches(record):
            return None
        hidden = {s.attr: empty(s.kind) for s in specs(type(record)) if not self.may_read(record, s)}
        return attrs.evolve(record, **hidden)

    def reaches(self, message: Message) -> bool:
        """True for an approved message to this audience; no other message prints."""
        return message.state == "approved" and self._owns(message) and not message.internal

    def may_read(self, record: Record, spec: Spec) -> bool:
        """Whether this audience may be shown this field of this record."""
        if spec.attr == "internal" or record.internal:
            return False
        if isinstance(record, Person) and spec.attr == "name":
            return record.name_consent or record.id in self._liaisons
        if isinstance(record, Touchpoint) and spec.attr in _WORDS_OF_OTHERS and not _may_be_quoted(record):
            return False
        allowed = {"everyone", *self.audience.lenses}
        return bool(spec.readers & allowed) or any(
            name in spec.readers and rule(self, record) for name, rule in _RULES.items()
        )

    def _owns(self, record: Record) -> bool:
        if isinstance(record, Option):
            decision = self._decisions.get(record.decision or "")
            return decision is not None and not decision.internal and self._owns(decision)
        if isinstance(record, Message | Briefing | Decision):
            return record.audience == self.audience.id
        return isinstance(record, Audience) and record.id == self.audience.id

    def _was_promised(self, record: Record) -> bool:
        message = self._told.get(record.message or "") if isinstance(record, Promise) else None
        return message is not None and self.reaches(message)


def _may_be_quoted(touchpoint: Touchpoint) -> bool:
    return touchpoint.consent and bool(touchpoint.quote.strip())


_RULES: Mapping[str, Callable[[Wall, Any], bool]] = {
    "own audience": Wall._owns,
    "promised audience": Wall._was_promised,
}
