"""The points of a briefing: what the audience's next issue is compared with. All of them passed the wall."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from brm_app.domain.changes import CONCERN, FIGURE, MESSAGE, PROJECT, PROMISE, Point
from brm_app.domain.content import Figure
from brm_app.domain.records import Benefit, Concern, Message, Promise
from brm_app.services.briefs.material import Material, Proof, Story
from brm_app.services.briefs.shared import one_line

TO_WIN = "still to win"
_LONG = 160


def points(material: Material) -> tuple[Point, ...]:
    """Every figure, promise, project, message and concern that the audience is told of."""
    found: list[Point] = []
    for story in material.stories:
        found += (_project(story), *_figures(material, story), *_messages(story), *_promises(material, story))
    found += (_to_win(material, asking.lost, asking.decision.project) for asking in material.askings if asking.lost)
    return (*found, *(_concern(concern) for concern in material.concerns))


def brief(text: str) -> str:
    """A text on one line, cut between words where it is long."""
    line = one_line(text)
    return line if len(line) <= _LONG else f"{line[:_LONG].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"


def _project(story: Story) -> Point:
    said = story.messages[0].headline if story.messages else story.project.tagline or story.project.summary
    return Point(kind=PROJECT, record=story.record, title=brief(story.project.name), text=brief(said))


def _figures(material: Material, story: Story) -> Iterator[Point]:
    for proof in story.proofs:
        if proof.number:
            yield _figure(material, proof, story.record)


def _figure(material: Material, proof: Proof, project: str) -> Point:
    figure = next(f for f in material.figures if f.number == proof.number)
    counted = proof.money is None and proof.time is None
    return Point(
        kind=FIGURE,
        record=figure.record,
        title=figure.label,
        project=project,
        text=figure.text,
        note=_against(material, proof) if counted else "",
        number=figure.number,
        value=figure.value,
        unit=_unit(figure, proof),
        better=(proof.standing.benefit.direction or "lower") if counted else "higher",
        evidence=figure.evidence,
        on=figure.as_of,
    )


def _unit(figure: Figure, proof: Proof) -> str:
    """What the value counts: a time is that of a period."""
    return f"min a {proof.standing.benefit.period}" if proof.money is None and proof.time is not None else figure.unit


def _against(material: Material, proof: Proof) -> str:
    target = proof.standing.benefit.target
    if target is None:
        return ""
    return f"against a target of {material.words.amount(target, proof.standing.benefit.measure)}"


def _to_win(material: Material, proof: Proof, project: str | None) -> Point:
    """What waiting costs is another figure of the same benefit, and better when it is less."""
    figure = next(f for f in material.figures if f.number == proof.number)
    return Point(
        kind=FIGURE,
        record=f"{Benefit.collection}/{proof.standing.benefit.id}",
        facet=TO_WIN,
        title=figure.label,
        project=f"projects/{project}" if project else "",
        text=figure.text,
        number=figure.number,
        value=figure.value,
        unit=_unit(figure, proof),
        better="lower",
        evidence=figure.evidence,
        on=figure.as_of,
    )


def _messages(story: Story) -> Iterator[Point]:
    for message in story.messages:
        said = "\0".join((message.headline, message.body, message.what_to_do))
        yield Point(
            kind=MESSAGE,
            record=f"{Message.collection}/{message.id}",
            title=brief(story.project.name),
            project=story.record,
            text=brief(message.headline),
            state=hashlib.sha256(said.encode()).hexdigest()[:16],
        )


def _promises(material: Material, story: Story) -> Iterator[Point]:
    for promise in story.promises:
        later = (promise.closed_on or dt.date.min) > material.words.as_of
        yield Point(
            kind=PROMISE,
            record=f"{Promise.collection}/{promise.id}",
            title=brief(promise.words),
            project=story.record,
            on=_iso(promise.due),
            state="open" if later else promise.state,
            closed_on="" if later else _iso(promise.closed_on),
            owner=one_line(material.keepers.get(promise.owner or "", "")),
        )


def _concern(concern: Concern) -> Point:
    affected = concern.people_affected
    return Point(
        kind=CONCERN,
        record=f"{Concern.collection}/{concern.id}",
        title=brief(concern.words),
        text=brief(concern.evidence) if concern.state == "closed" else "",
        value=None if affected is None else float(affected),
        on=_iso(concern.raised_on),
        state=concern.state,
        closed_on=_iso(concern.closed_on),
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
