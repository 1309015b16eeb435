"""The texts of a briefing with the section they stand in, and the typed text that each of them came from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import attrs

from brm_app.domain.content import Answered, Document, Figure, Quote
from brm_app.domain.fields import specs
from brm_app.domain.findings import COVER
from brm_app.domain.letters import composed
from brm_app.domain.reading import read_texts
from brm_app.domain.records import (
    Assignment,
    Audience,
    Benefit,
    Briefing,
    Card,
    Decision,
    Journey,
    Message,
    Option,
    Organisation,
    Person,
    Persona,
    Project,
    Promise,
    Record,
    Site,
    Stage,
    Touchpoint,
    Unit,
)
from brm_app.domain.wall import Wall
from brm_app.services.briefs.shelf import Shelf

_TYPED: tuple[type[Record], ...] = (
    Briefing, Message, Project, Benefit, Decision, Option, Promise, Touchpoint, Journey, Stage, Card, Persona, Site,
    Assignment, Unit, Person, Organisation, Audience,
)  # fmt: skip
_HEAD = 40  # characters by which a text that was cut short in print is known


@attrs.frozen
class Passage:
    """A text that people read, on one line; words that somebody said are `quoted`."""

    text: str
    section: int
    quoted: bool = False


@attrs.frozen
class Origin:
    """The typed text that was printed."""

    record: Record
    field: str

    @property
    def key(self) -> str:
        """The record as findings name it."""
        return f"{self.record.collection}/{self.record.id}"


def passages(content: Document) -> tuple[Passage, ...]:
    """Each text of the cover and of the sections once, in the order of reading; figures are not texts."""
    parts: list[tuple[int, object]] = [(COVER, (content.meta.title, content.meta.intro, content.cover))]
    parts += [(number, (s.title, s.parts)) for number, s in enumerate(content.sections)]
    found = (
        Passage(" ".join(composed(text).split()), section, quoted)
        for section, part in parts
        for text, quoted in _texts(part)
        if text.strip()
    )
    return tuple(dict.fromkeys(found))


def _texts(part: object) -> Iterator[tuple[str, bool]]:
    if isinstance(part, tuple):
        for item in part:
            yield from _texts(item)
    elif isinstance(part, Quote):
        yield part.text, True
        yield part.speaker, False
    elif isinstance(part, Answered):
        for said, answer in part.pairs:
            yield said, True
            yield answer, False
    elif not isinstance(part, Figure):
        for text in read_texts(part):
            yield text, False


class Origins:
    """Finds the field that a printed text was typed into, among those that the audience may read."""

    def __init__(self, shelf: Shelf, wall: Wall, briefing: Briefing | None) -> None:
        self._shelf, self._wall, self._briefing = shelf, wall, briefing

    @cached_property
    def _lines(self) -> tuple[tuple[str, Origin], ...]:
        kept = (record for cls in _TYPED for record in self._shelf.all(cls) if cls is not Briefing)
        return tuple(line for record in (*filter(None, (self._briefing,)), *kept) for line in self._lines_of(record))

    def _lines_of(self, record: Record) -> Iterator[tuple[str, Origin]]:
        seen = self._wall.see(record)
        for spec in specs(type(record)) if seen else ():
            text = getattr(seen, spec.attr) if spec.textual else ""
            for line in composed(str(text)).splitlines():
                if line.strip():
                    yield " ".join(line.split()), Origin(record, spec.attr)

    def of(self, text: str, words: str) -> Origin | None:
        """Where `words`, a part of the printed text, were typed; None where they were worked out."""
        cut = text.endswith("…")
        for line, origin in self._lines:
            if words in line and (line in text or (cut and line[:_HEAD] in text)):
                return origin
        return None
