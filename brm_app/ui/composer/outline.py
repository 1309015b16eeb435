"""What the outline says about a composed briefing: its parts with their pages, and what an audience is not shown."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from brm_app.briefing.result import Typeset
from brm_app.domain.content import Document, Figure
from brm_app.domain.findings import COVER
from brm_app.domain.records import SECTIONS
from brm_app.domain.text import plural
from brm_app.ui.composer.press import Proof
from brm_app.ui.composer.standing import on_cover, part_of

_LABELS = {
    "changes": "What changed",
    "decisions": "Decisions",
    "benefits": "Benefits",
    "projects": "Projects",
    "journeys": "Journeys: moments of truth",
    "words": "You said, we did",
    "sources": "Figure sources",
}
_EVERYBODY = {"changes"}  # of no audience only; it stands there once an audience was told something
_OFFERED = {
    "staff": ("changes", "words", "projects"),
    "board": ("changes", "decisions", "benefits", "projects", "journeys", "sources"),
}


@attrs.frozen
class Line:
    """One part of the briefing; `page` counts from 1 and is 0 where the part prints nothing.

    `state` is the worst of what was found in it: bad where something blocks, warn, or good.
    """

    name: str
    label: str
    on: bool
    page: int
    state: str = ""


@attrs.frozen
class Picked:
    """What was selected on a page: a figure, or the record of a section."""

    heading: str
    record: str
    figure: Figure | None = None


def parts(document: Document) -> set[str]:
    """The parts that a document prints."""
    return {*on_cover(document), *(name for section in document.sections if (name := part_of(section.kind)))}


def lines(document: Document, typeset: Typeset, off: tuple[str, ...], states: Mapping[str, str]) -> tuple[Line, ...]:
    """The cover, the printed parts in their order, then those that are off or have nothing to print yet.

    `states` are those of the parts, as `standing.states` finds them.
    """
    pages = _pages(document, typeset)
    offered = {*off, *_OFFERED.get(document.meta.look, SECTIONS)}
    order = [*pages, *(name for name in SECTIONS if name in offered and name not in pages)]
    named = _labels(document)
    rest = (Line(name, named[name], name not in off, pages.get(name, 0), states.get(name, "")) for name in order)
    return (Line("cover", "Cover", True, 1, states.get("cover", "")), *rest)


def _labels(document: Document) -> dict[str, str]:
    """The names of the parts; the benefits say themselves whether they are told in money."""
    return _LABELS | {section.kind: section.kicker for section in document.sections if section.kind == "benefits"}


def first_pages(document: Document, typeset: Typeset) -> tuple[int, ...]:
    """The first page of each section of the document, from 1; 0 where it has none."""
    # The typesetter lists the sections in reading order and may add some of its own, such as contents.
    starts = iter(typeset.sections)
    return tuple(next((page + 1 for kicker, page in starts if kicker == s.kicker), 0) for s in document.sections)


def on_page(document: Document, typeset: Typeset, page: int) -> tuple[int, ...]:
    """The sections that begin on a page (from 0), and the one that runs on to it; the cover for the first page."""
    starts = [start - 1 for start in first_pages(document, typeset)]
    before = [number for number, start in enumerate(starts) if 0 <= start < page]
    here = [number for number, start in enumerate(starts) if start == page]
    return (*((COVER,) if page == 0 else ()), *before[-1:], *here)


def _pages(document: Document, typeset: Typeset) -> dict[str, int]:
    found = dict.fromkeys(on_cover(document), 1)
    for section, page in zip(document.sections, first_pages(document, typeset), strict=True):
        if page and (name := part_of(section.kind)):
            found.setdefault(name, page)
    return found


def record_pages(document: Document, typeset: Typeset) -> dict[str, int]:
    """The page (from 1) on which the section of each record begins."""
    pairs = zip(document.sections, first_pages(document, typeset), strict=True)
    return {section.record: page for section, page in pairs if section.record and page}


def remarks(proof: Proof, before: Document | None, off: tuple[str, ...]) -> str:
    """What a person should know of another audience: parts that it is not shown, and those that only it is shown."""
    told = (left_out(before, proof.document, off), brought_in(before, proof.document)) if before else ()
    return "\n".join(sentence for sentence in told if sentence)


def left_out(before: Document, after: Document, off: tuple[str, ...]) -> str:
    """Says which parts the audience before was shown and the new one is not; empty where there are none."""
    gone = [name for name in SECTIONS if name in parts(before) - parts(after) - set(off) - _EVERYBODY]
    if not gone:
        return ""
    verb = "is" if len(gone) == 1 else "are"
    names = ", ".join(_labels(before)[name] for name in gone)
    return f"{plural(len(gone), 'section')} {verb} for the {before.meta.audience.lower()} only: {names}"


def brought_in(before: Document, after: Document) -> str:
    """Says which parts only the new audience is shown; empty where there are none."""
    come = [name for name in SECTIONS if name in parts(after) - parts(before) - _EVERYBODY]
    if not come:
        return ""
    return f"{plural(len(come), 'section')} added: {', '.join(_labels(after)[name] for name in come)}"


def picked(document: Document, figure: str, record: str) -> Picked | None:
    """The figure or the section behind a place on a page; None where the document does not know it."""
    known = next((f for f in document.figures if f.number == figure), None) if figure else None
    if known:
        return Picked(known.label, known.record, known)
    section = next((s for s in document.sections if s.record and s.record == record), None)
    return Picked(section.kicker, record) if section else None
