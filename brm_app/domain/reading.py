"""What is read of a briefing: its texts and figures, and minutes worked out so that they add up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from brm_app.domain.content import Document, Run, Section, Sources

# Names of fields that steer the drawing or are read by machines, not by people.
_UNREAD = frozenset(
    "style figure record evidence media_type data alt colour second_colour role "
    "align mark kind look as_of page_size language unit".split()
)


def read_texts(part: Any) -> Iterator[str]:
    """The printed texts in a part of the content, each whole, also where its words are in several styles."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple) and part and all(isinstance(item, Run) for item in part):
        yield "".join(run.text for run in part)
    elif isinstance(part, tuple):
        for item in part:
            yield from read_texts(item)
    elif attrs.has(type(part)):
        for field in attrs.fields(type(part)):
            if field.name not in _UNREAD:
                yield from read_texts(getattr(part, field.name))


def stated(content: Document) -> Iterator[str]:
    """All texts that a briefing prints, but for those that the typesetter words itself."""
    return read_texts((content.meta, content.cover, content.sections, content.contact))


def figures_in(part: Any) -> Iterator[str]:
    """The F-numbers that anything in a part states."""
    if isinstance(part, tuple):
        for each in part:
            yield from figures_in(each)
    elif attrs.has(type(part)):
        if number := getattr(part, "figure", ""):
            yield number
        for field in attrs.fields(type(part)):
            yield from figures_in(getattr(part, field.name))


def words(part: Any) -> int:
    """Number of printed words in a part of the content."""
    return sum(len(text.split()) for text in read_texts(part))


def section_words(content: Document, section: Section) -> int:
    """Words of a section; the sources count those of all figures."""
    sourced = any(isinstance(part, Sources) for part in section.parts)
    return words(section) + (words(content.figures) if sourced else 0)


@attrs.frozen
class Minutes:
    """Reading time: in all, and for each section of level 1 with what stands under it, in order; the parts add up."""

    total: int
    sections: tuple[int, ...]


def reading_minutes(content: Document) -> Minutes:
    """Minutes at the audience's speed, each rounded so that the running total is right."""
    speed = max(content.meta.words_per_minute, 1)
    counted = words((content.meta.title, content.meta.intro)) + words(content.cover)
    minutes: list[int] = []
    before = 0  # the cover is read with the first section
    for section in content.sections:
        counted += section_words(content, section)
        now = int(counted / speed + 0.5)
        if section.level == 1 or not minutes:
            minutes.append(now - before)
        else:
            minutes[-1] += now - before
        before = now
    return Minutes(max(1, int(counted / speed + 0.5)), tuple(minutes))
