"""Whether each project of a briefing has a message to its audience that somebody approved and that still holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from brm_app.domain.content import BigCard, BigCards, Document, Figure
from brm_app.domain.days import day
from brm_app.domain.findings import BLOCKER, COVER, PASSED, Finding
from brm_app.domain.records import Audience, Benefit, Message, Person, Project
from brm_app.domain.text import plural
from brm_app.services.briefs.shelf import Shelf
from brm_app.services.proving import PROOF

_STATES = {"in review": "Waits for approval", "returned": "Returned", "draft": "Still a draft"}


def printed_projects(content: Document, shelf: Shelf) -> dict[str, int]:
    """The projects that the briefing tells of, by id, with the section in which it does first."""
    found: dict[str, int] = {}
    benefits = shelf.by_id(Benefit)
    for card in _cards(content):
        figure = next((f for f in content.figures if f.number == card.figure), None)
        benefit = benefits.get(figure.record.partition("/")[2]) if figure else None
        if benefit and benefit.project:
            found[benefit.project] = COVER
    for number, section in enumerate(content.sections):
        collection, _, key = section.record.partition("/")
        if collection == Project.collection:
            found[key] = number
    return found


def _cards(content: Document) -> Iterator[BigCard]:
    for part in content.cover:
        if isinstance(part, BigCards):
            yield from part.cards


def unapproved(content: Document, shelf: Shelf, audience: Audience, changed: Mapping[str, str]) -> tuple[Finding, ...]:
    """A blocker for each project without an approved message, or whose text or proof was changed since its approval."""
    held = shelf.grouped(Message, "project")
    projects, people = shelf.by_id(Project), shelf.by_id(Person)
    found: list[Finding] = []
    printed = printed_projects(content, shelf)
    for key, section in printed.items():
        project = projects.get(key)
        if project is None:
            continue
        own = [m for m in held.get(key, ()) if isinstance(m, Message) and m.audience == audience.id]
        approved = [m for m in own if m.state == "approved"]
        if not approved:
            found.append(_none_approved(project, own, section, audience, people))
        found += (_again(project, m, changed[m.id], section, content, people) for m in approved if m.id in changed)
    return tuple(found) or _all_approved(len(printed))


def _all_approved(number: int) -> tuple[Finding, ...]:
    if not number:
        return ()
    return (
        Finding(
            severity=PASSED, kind="unapproved", title="Every message is approved", detail=plural(number, "project")
        ),
    )


def _none_approved(
    project: Project, own: Sequence[Message], section: int, audience: Audience, people: Mapping[str, Person]
) -> Finding:
    """The message that is nearest to an approval, or that there is none."""
    nearest = next((m for state in _STATES for m in own if m.state == state), None)
    if nearest is None:
        said = f"Nothing is written for {audience.name} yet"
        return _blocker(project, said, f"{Project.collection}/{project.id}", section)
    said, who = _STATES[nearest.state], _approver(nearest, people)
    if nearest.state == "returned" and nearest.reason:
        said = f"Returned: {nearest.reason}"
    elif nearest.state == "in review" and who:
        said = f"{who} must approve it"
    return _blocker(project, said, f"{Message.collection}/{nearest.id}", section)


def _again(
    project: Project, message: Message, changed: str, section: int, content: Document, people: Mapping[str, Person]
) -> Finding:
    who = _approver(message, people) or "Somebody"
    figure = _figure_of(message, content) if changed == PROOF else None
    detail = f"{who} must approve {figure.text.removesuffix(' a year') if figure else f'its {changed}'} again"
    return _blocker(project, detail, f"{Message.collection}/{message.id}", section, figure.number if figure else "")


def _figure_of(message: Message, content: Document) -> Figure | None:
    record = f"{Benefit.collection}/{message.benefit}"
    return next((figure for figure in content.figures if figure.record == record), None)


def _approver(message: Message, people: Mapping[str, Person]) -> str:
    person = people.get(message.approver or "")
    return (person.job_title or person.name) if person else message.approved_by


def _blocker(project: Project, detail: str, record: str, section: int, figure: str = "") -> Finding:
    return Finding(
        severity=BLOCKER,
        kind="unapproved",
        title=f"{project.name} message not approved",
        detail=" ".join(detail.split()),
        record=record,
        field="state",
        figure=figure,
        section=section,
    )


def past_review(content: Document, shelf: Shelf, audience: Audience, today: dt.date) -> tuple[Finding, ...]:
    """A blocker for each printed message whose day of review has passed."""
    projects, printed = shelf.by_id(Project), printed_projects(content, shelf)
    return tuple(
        Finding(
            severity=BLOCKER,
            kind="stale",
            title=f"{projects[message.project].name} message is past its review",
            detail=f"It was to be looked at again by {day(message.review_by)}",
            record=f"{Message.collection}/{message.id}",
            field="review_by",
            section=printed[message.project],
        )
        for message in shelf.all(Message)
        if message.project in printed and message.project in projects
        if message.audience == audience.id and message.state == "approved"
        if message.review_by is not None and message.review_by < today
    )
