"""Whether a briefing is neither too long for its readers nor empty in one of its sections."""

from __future__ import annotations

from brm_app.domain.content import Brand, Document, Paragraph, Section, Sources
from brm_app.domain.findings import BLOCKER, PASSED, WARNING, Finding
from brm_app.domain.reading import reading_minutes, words
from brm_app.domain.records import Audience, Organisation
from brm_app.domain.text import plural


def reading(content: Document, audience: Audience, organisation: Organisation) -> tuple[Finding, ...]:
    """How long it takes to read, beside the limit of the audience or, without one, of the organisation."""
    minutes = reading_minutes(content).total
    limit = audience.reading_budget or organisation.reading_budget
    over = limit is not None and minutes > limit
    return (
        Finding(
            severity=WARNING if over else PASSED,
            kind="reading",
            title=f"Reads in {plural(minutes, 'minute')}",
            detail=f"Your limit is {limit}" if limit else "No limit is set",
            record=f"{Audience.collection}/{audience.id}",
            field="reading_budget",
        ),
    )


def empty(content: Document) -> tuple[Finding, ...]:
    """A blocker for each section under whose title nothing stands, and for a briefing without any section."""
    if not content.sections:
        return (_finding("The briefing has no section", "Choose what goes in", None),)
    said = "Nothing stands under its title: fill it, or leave it out"
    return tuple(_finding(f"{s.kicker} is empty", said, n) for n, s in enumerate(content.sections) if _says_nothing(s))


def _says_nothing(section: Section) -> bool:
    """A brand is a head, and a sentence on what is missing says nothing either."""
    bodies = (p for p in section.parts if not isinstance(p, Brand) and not _missing(p))
    return not any(isinstance(part, Sources) or words(part) for part in bodies) and not _has_missing(section)


def _missing(part: object) -> bool:
    return isinstance(part, Paragraph) and part.role == "missing"


def _has_missing(section: Section) -> bool:
    """What misses its message blocks already, in words that say how to mend it."""
    return any(_missing(part) for part in section.parts)


def _finding(title: str, detail: str, section: int | None) -> Finding:
    return Finding(severity=BLOCKER, kind="empty", title=title, detail=detail, section=section)
