"""Whether each figure of a briefing says where it comes from, and is young enough to be told."""

from __future__ import annotations

import datetime as dt

import attrs

from brm_app.domain.content import Document, Figure
from brm_app.domain.days import day
from brm_app.domain.fields import by_name
from brm_app.domain.findings import BLOCKER, PASSED, WARNING, Finding
from brm_app.domain.records import RECORDS, Benefit, Briefing, Decision, Option, Record
from brm_app.domain.text import plural, words_of
from brm_app.domain.wall import Wall
from brm_app.services.briefs.shared import listed
from brm_app.services.briefs.shelf import Shelf


def unsourced(content: Document, shelf: Shelf) -> tuple[Finding, ...]:
    """A blocker for each record whose figures are printed without a source, unless they are printed as told.

    It is the same for those who are shown no sources: they read the figure, and nobody could say where it comes from.
    """
    found = []
    for figures in _by_record(content):
        first = figures[0]
        record = _record(first, shelf)
        # The figure of those who are shown no sources has none; its record may.
        named = first.source or str(getattr(record, "source", ""))
        if first.evidence != "told" and not words_of(named):
            found.append(_finding(figures, "unsourced", ("has no source", "have no source"), first.label, "source"))
    return tuple(found) or _passed(content, "unsourced", "Every figure has a source")


def uncosted(content: Document, shelf: Shelf) -> tuple[Finding, ...]:
    """A blocker for each option of a printed decision whose cost has no source."""
    asked = {section.record: n for n, section in enumerate(content.sections) if section.kind == "decision"}
    found = []
    for option in shelf.all(Option):
        section = asked.get(f"{Decision.collection}/{option.decision}")
        if section is not None and option.cost and not words_of(option.source):
            found.append(
                Finding(
                    severity=BLOCKER,
                    kind="unsourced",
                    title="The cost of an option has no source",
                    detail=" ".join(option.name.split()),
                    record=f"{Option.collection}/{option.id}",
                    field="source",
                    section=section,
                )
            )
    return tuple(found)


def unowned(content: Document, shelf: Shelf, wall: Wall) -> tuple[Finding, ...]:
    """A warning for each record whose figures nobody answers for, where the audience is shown who does."""
    found = []
    for figures in _by_record(content):
        first = figures[0]
        record = _record(first, shelf)
        if first.owner or not isinstance(record, Benefit) or not wall.may_read(record, by_name(Benefit)["owner"]):
            continue
        lacking = _finding(figures, "unowned", ("has no owner", "have no owner"), first.label, "owner")
        found.append(attrs.evolve(lacking, severity=WARNING))
    return tuple(found)


def _by_record(content: Document) -> list[list[Figure]]:
    """The figures in their order, those of one record together: what one of them lacks, all of them do."""
    found: dict[str, list[Figure]] = {}
    for figure in content.figures:
        found.setdefault(figure.record, []).append(figure)
    return list(found.values())


def _record(figure: Figure, shelf: Shelf) -> Record | None:
    collection, _, key = figure.record.partition("/")
    cls = RECORDS.get(collection)
    return shelf.by_id(cls).get(key) if cls else None


def stale(content: Document, shelf: Shelf, today: dt.date) -> tuple[Finding, ...]:
    """A blocker for each benefit whose newest reading is older than it may go without one."""
    benefits = shelf.by_id(Benefit)
    found = []
    for figures in _by_record(content):
        first = figures[0]
        benefit = benefits.get(first.record.partition("/")[2])
        if not first.as_of or benefit is None or benefit.review_days is None:
            continue
        age = (today - dt.date.fromisoformat(first.as_of)).days
        if age > benefit.review_days:
            said = f"Read {plural(age, 'day')} ago, to be read every {plural(benefit.review_days, 'day')}"
            found.append(_finding(figures, "stale", ("is out of date", "are out of date"), said, "reading"))
    return tuple(found) or _passed(content, "stale", "No figure is out of date")


def ahead(content: Document, briefing: Briefing | None, today: dt.date) -> tuple[Finding, ...]:
    """A blocker where the briefing tells of a day that has not come: nobody can have read its figures."""
    as_of = dt.date.fromisoformat(content.meta.as_of)
    if as_of <= today:
        return ()
    return (
        Finding(
            severity=BLOCKER,
            kind="ahead",
            title="The figures are of a day to come",
            detail=f"As of {day(as_of)}: leave it empty, or choose no later day than {day(today)}",
            record=f"{Briefing.collection}/{briefing.id}" if briefing else "",
            field="as_of",
        ),
    )


def _finding(figures: list[Figure], kind: str, what: tuple[str, str], detail: str, field: str) -> Finding:
    first, *others = [figure.number for figure in figures]
    named = f"Figures {listed((first, *others))} {what[1]}" if others else f"Figure {first} {what[0]}"
    return Finding(
        severity=BLOCKER,
        kind=kind,
        title=named,
        detail=detail,
        record=figures[0].record,
        field=field,
        figure=first,
    )


def _passed(content: Document, kind: str, title: str) -> tuple[Finding, ...]:
    if not content.figures:
        return ()
    return (Finding(severity=PASSED, kind=kind, title=title, detail=plural(len(content.figures), "figure")),)
