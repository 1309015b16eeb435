"""How the parts of a briefing stand: the worst of what was found in each of them."""

from __future__ import annotations

from collections.abc import Iterable

from brm_app.domain.content import Answered, Document
from brm_app.domain.findings import BLOCKER, COVER, WARNING, Finding
from brm_app.domain.reading import figures_in
from brm_app.domain.records import SECTIONS

_RANK = ("good", "warn", "bad")
_MARKS = {BLOCKER: "bad", WARNING: "warn"}


def part_of(kind: str) -> str:
    """The part of the briefing (one of `SECTIONS`) that a section of this kind belongs to; empty for none."""
    return next((name for name in SECTIONS if kind in (name, name.removesuffix("s"))), "")


def on_cover(document: Document) -> tuple[str, ...]:
    """The parts on the cover: the staff look prints its answers on the cover, without a section."""
    return ("words",) if any(isinstance(part, Answered) for part in document.cover) else ()


def states(document: Document, findings: Iterable[Finding]) -> dict[str, str]:
    """The state of the cover, of each part, and of the record of each section, such as `projects/0197…`."""
    marked = _marked(document, findings)
    cover = marked.get(COVER, "good")
    found = {"cover": cover, **dict.fromkeys(on_cover(document), cover)}
    for number, section in enumerate(document.sections):
        now = marked.get(number, "good")
        for name in filter(None, (part_of(section.kind), section.record)):
            found[name] = max(found.get(name, "good"), now, key=_RANK.index)
    return found


def _marked(document: Document, findings: Iterable[Finding]) -> dict[int, str]:
    """The worst mark of each section that has one; a figure marks every section that states it."""
    marks: dict[int, str] = {}
    stated = {number: set(figures_in(section.parts)) for number, section in enumerate(document.sections)}
    stated[COVER] = set(figures_in(document.cover))
    for finding in findings:
        state = _MARKS.get(finding.severity, "good")
        # What is said of a figure is said of all the figures of its record.
        same = {f.number for f in document.figures if f.record == finding.record or f.number == finding.figure}
        within = {number for number, figures in stated.items() if finding.figure and figures & same}
        places = within if finding.figure and finding.kind != "unapproved" else {finding.section}
        for number in (place for place in places if place is not None):
            marks[number] = max(marks.get(number, "good"), state, key=_RANK.index)
    return marks
