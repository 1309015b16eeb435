"""What is known only once a briefing is typeset: pages, characters without a drawing, the proof of the wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

import attrs

from brm_app.domain.content import Document
from brm_app.domain.fields import by_name
from brm_app.domain.findings import BLOCKER, COVER, PASSED, Finding, ordered
from brm_app.domain.letters import hardship, shown
from brm_app.domain.records import RECORDS
from brm_app.domain.text import plural
from brm_app.services.preflight.passages import Origins, Passage, passages

_WAY_OUT = "change it, or what was written from it; where the words are the same by chance, reword it"


class Typeset(Protocol):
    """What typesetting gives back, as far as it is needed here: `places` have a page and a figure."""

    @property
    def places(self) -> Sequence[Any]:
        """Where figures and records are printed."""

    @property
    def sections(self) -> Sequence[tuple[str, int]]:
        """The sections in reading order with their first pages, from 0."""

    @property
    def missing(self) -> str:
        """The characters that no font has."""


class Hit(Protocol):
    """Something of behind the wall that was found in the finished file."""

    @property
    def record(self) -> str:
        """Where it is kept, such as `touchpoints/0197…`."""

    @property
    def field(self) -> str:
        """The name of its field."""

    @property
    def page(self) -> int | None:
        """The page that shows it, from 0."""


def placed(
    findings: Iterable[Finding], content: Document, typeset: Typeset, origins: Origins | None = None
) -> tuple[Finding, ...]:
    """The findings with their pages, and one more for each character that no font can draw."""
    starts = section_pages(content, typeset)
    every = (*findings, *unprintable(content, typeset.missing, origins))
    told = next((n for n, section in enumerate(content.sections) if section.kind == "changes"), None)
    after = starts[told + 1] or 0 if told is not None and told + 1 < len(starts) else 0
    return ordered(attrs.evolve(f, page=_page(f, typeset, starts, after)) for f in every)


def section_pages(content: Document, typeset: Typeset) -> tuple[int | None, ...]:
    """The page on which each section begins, from 0; None where it has none."""
    # The typesetter lists the sections in reading order and may add some of its own, such as contents.
    starts = iter(typeset.sections)
    return tuple(next((page for kicker, page in starts if kicker == s.kicker), None) for s in content.sections)


def _page(finding: Finding, typeset: Typeset, starts: Sequence[int | None], after: int) -> int | None:
    """The first page that prints the figure, after those that only tell how it changed, or that of the section."""
    if finding.figure and finding.kind != "unapproved":
        pages: list[int] = [place.page for place in typeset.places if place.figure == finding.figure]
        if pages:
            return min((page for page in pages if page >= after), default=min(pages))
    if finding.section is None or finding.section == COVER:
        return finding.page if finding.section is None else 0
    return starts[finding.section] if finding.section < len(starts) else None


def unprintable(content: Document, missing: str, origins: Origins | None = None) -> tuple[Finding, ...]:
    """A blocker for each character that no font here has, and each section that holds it.

    A script that can't be set is told once in a section. With `origins` it names the field that was typed into.
    """
    texts = passages(content) if missing else ()
    order = {passage: number for number, passage in enumerate(texts)}
    held = [(order.get(p, 0), p.text.find(char), char, p) for char in missing for p in _holding(char, texts)]
    found: dict[tuple[str, int], Finding] = {}
    for _, _, char, passage in sorted(held, key=lambda each: each[:3]):  # as they are read
        key = hardship(char) or char, passage.section
        if key not in found:
            found[key] = _glyph(char, passage, content, origins)
    return tuple(found.values())


def _holding(char: str, texts: Sequence[Passage]) -> list[Passage]:
    """One text of each section; where none is known to hold it, the whole briefing does."""
    first: dict[int, Passage] = {}
    for passage in texts:
        if char in passage.text:
            first.setdefault(passage.section, passage)
    return list(first.values()) or [Passage("", COVER)]


def _glyph(char: str, passage: Passage, content: Document, origins: Origins | None) -> Finding:
    at = passage.text.find(char)
    around = passage.text[max(at - 12, 0) : at + 13].strip()
    section = content.sections[passage.section] if passage.section != COVER else None
    where = section.kicker if section else "Cover"
    origin = origins.of(passage.text, char) if origins and passage.text else None
    return Finding(
        severity=BLOCKER,
        kind="glyph",
        title=_unprinted(char),
        detail=f"{where}: “{around}”" if around else where,
        record=origin.key if origin else section.record if section else "",
        field=origin.field if origin else "",
        section=passage.section,
    )


def _unprinted(char: str) -> str:
    named = f"{shown(char)} (U+{ord(char):04X})"
    hard = hardship(char)
    return f"{hard} can’t be printed here as it should be: {named}" if hard else f"No font here has {named}"


def searched(leaks: Iterable[Hit], strings: int) -> tuple[Finding, ...]:
    """What a search of the finished file came to: what leaked, or that nothing did among so many texts."""
    passed = Finding(
        severity=PASSED,
        kind="wall",
        title="Nothing of behind the wall is in the file",
        detail=f"{plural(strings, 'text')} looked for",
    )
    return walled(leaks) or (passed,)


def walled(leaks: Iterable[Hit]) -> tuple[Finding, ...]:
    """A blocker for each field of behind the wall that was found in the file; its text is not repeated."""
    first: dict[tuple[str, str], Hit] = {}
    for leak in leaks:
        first.setdefault((leak.record, leak.field), leak)
    return tuple(_leak(leak) for leak in first.values())


def _leak(leak: Hit) -> Finding:
    cls = RECORDS[leak.record.partition("/")[0]]
    return Finding(
        severity=BLOCKER,
        kind="wall",
        title="Something of behind the wall is in the file",
        detail=f"{by_name(cls)[leak.field].label} of {cls.noun}: {_WAY_OUT}",
        record=leak.record,
        field=leak.field,
        page=leak.page,
    )
