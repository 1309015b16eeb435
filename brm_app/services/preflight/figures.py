"""Whether each figure of a briefing says where it comes from, and is young enough to be told."""

from __future__ import annotations

import datetime as dt

from brm_app.domain.content import Document, Figure
from brm_app.domain.fields import by_name
from brm_app.domain.findings import BLOCKER, PASSED, WARNING, Finding
from brm_app.domain.records import RECORDS, Benefit, Record
from brm_app.domain.text import plural
from brm_app.domain.wall import Wall
from brm_app.services.briefs.shelf import Shelf


def unsourced(content: Document, shelf: Shelf, wall: Wall) -> tuple[Finding, ...]:
    """A finding for each figure without a source that is not marked as told.

    It blocks where the audience is shown sources; others are warned about, for they read the figure all the same.
    """
    found = []
    for figure in content.figures:
        record = _record(figure, shelf)
        if figure.evidence == "told" or figure.source.strip() or not _lacks_source(record):
            continue
        assert record is not None
        shown = wall.may_read(record, by_name(type(record))["source"])
        found.append(_finding(content, figure, "unsourced", "has no source", figure.label, "source", shown))
    return tuple(found) or _passed(content, "unsourced", "Every figure has a source")


def unowned(content: Document, shelf: Shelf, wall: Wall) -> tuple[Finding, ...]:
    """A warning for each figure that nobody answers for, where the audience is shown who does."""
    found = []
    for figure in content.figures:
        record = _record(figure, shelf)
        if figure.owner or not isinstance(record, Benefit) or not wall.may_read(record, by_name(Benefit)["owner"]):
            continue
        found.append(_finding(content, figure, "unowned", "has no owner", figure.label, "owner", False))
    return tuple(found)


def _record(figure: Figure, shelf: Shelf) -> Record | None:
    collection, _, key = figure.record.partition("/")
    cls = RECORDS.get(collection)
    return shelf.by_id(cls).get(key) if cls else None


def _lacks_source(record: Record | None) -> bool:
    return record is not None and not str(getattr(record, "source", " ")).split()


def stale(content: Document, shelf: Shelf, today: dt.date) -> tuple[Finding, ...]:
    """A blocker for each figure whose newest reading is older than its benefit may go without one."""
    benefits = shelf.by_id(Benefit)
    found = []
    for figure in content.figures:
        benefit = benefits.get(figure.record.partition("/")[2])
        if not figure.as_of or benefit is None or benefit.review_days is None:
            continue
        age = (today - dt.date.fromisoformat(figure.as_of)).days
        if age > benefit.review_days:
            said = f"Read {plural(age, 'day')} ago, to be read every {plural(benefit.review_days, 'day')}"
            found.append(_finding(content, figure, "stale", "is out of date", said, "reading", True))
    return tuple(found) or _passed(content, "stale", "No figure is out of date")


def _finding(content: Document, figure: Figure, kind: str, what: str, detail: str, field: str, blocks: bool) -> Finding:
    return Finding(
        severity=BLOCKER if blocks else WARNING,
        kind=kind,
        title=f"Figure {figure.number} {what}",
        detail=detail,
        record=figure.record,
        field=field,
        figure=figure.number,
    )


def _passed(content: Document, kind: str, title: str) -> tuple[Finding, ...]:
    if not content.figures:
        return ()
    return (Finding(severity=PASSED, kind=kind, title=title, detail=plural(len(content.figures), "figure")),)
