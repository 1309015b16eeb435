"""The points of a briefing: what the audience's next issue is compared with. All of them passed the wall."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

import attrs

from brm_app.domain.changes import CONCERN, FIGURE, MESSAGE, PROJECT, PROMISE, TOTAL, Point
from brm_app.domain.content import Figure
from brm_app.domain.records import Benefit, Concern, Message, Project, Promise
from brm_app.services.briefs.benefits import totals
from brm_app.services.briefs.material import Material, Proof, Story
from brm_app.services.briefs.shared import one_line
from brm_app.services.briefs.wording import Words

TO_WIN = "still to win"
NONE = "–"
_LONG = 160


def points(material: Material, look: str) -> tuple[Point, ...]:
    """Every figure, promise, project, message and concern that the audience is told of, and totals that are printed."""
    return tuple(_as_printed(point, material.off, look) for point in (*_points(material), *_totals(material, look)))


def _as_printed(point: Point, off: Collection[str], look: str) -> Point:
    """Only with what this look prints beside the figure: the staff's neither targets nor where figures come from."""
    if point.kind != FIGURE:
        return point
    board, in_tables = look == "board", "projects" not in off or (look == "board" and "benefits" not in off)
    return attrs.evolve(
        point,
        baseline=point.baseline if in_tables and (board or point.baseline != NONE) else "",
        target=point.target if in_tables and board else "",
        derivation=point.derivation if board and "sources" not in off else "",
    )


def _totals(material: Material, look: str) -> Iterator[Point]:
    """The board's cover has one for each strength of evidence."""
    for evidence, value in totals(material).items() if look == "board" else ():
        yield Point(
            kind=TOTAL,
            record="",
            facet=evidence,
            title=f"Benefit a year, {evidence}",
            text=material.words.money(value),
            value=float(value),
            unit=material.organisation.currency,
            evidence=evidence,
        )


def _points(material: Material) -> tuple[Point, ...]:
    found: list[Point] = []
    for story in material.stories:
        found += (_project(story), *_figures(material, story), *_messages(story), *_promises(material, story))
    return (*found, *_to_win(material), *(_concern(concern) for concern in material.concerns))


def brief(text: str) -> str:
    """A text on one line, cut between words where it is long."""
    line = one_line(text)
    return line if len(line) <= _LONG else f"{line[:_LONG].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"


def _project(story: Story) -> Point:
    said = story.messages[0].headline if story.messages else story.project.tagline or story.project.summary
    return Point(
        kind=PROJECT, record=story.record, title=brief(story.project.name), text=brief(said), state=_rest_of(story)
    )


def _rest_of(story: Story) -> str:
    """The fingerprint of what a project's page says in words beside its messages."""
    it, promised = story.project, (promise.words for promise in story.promises)
    said = (it.summary, it.why, it.workaround, it.least_disruption, it.permanent_fix, it.overall_value, *promised)
    return _fingerprint(*said)


def _fingerprint(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def _figures(material: Material, story: Story) -> Iterator[Point]:
    for proof in story.proofs:
        if proof.number:
            yield figure_point(material.words, material.figures, proof, story.record)


def figure_point(words: Words, figures: Iterable[Figure], proof: Proof, project: str, facet: str = "") -> Point:
    """A figure as it is compared; what waiting costs (`TO_WIN`) is better when it is less."""
    figure = next(f for f in figures if f.number == proof.number)
    benefit, read = proof.standing.benefit, proof.money is None and proof.time is None
    was, aim = (_worded(words, value, benefit, facet) for value in (benefit.baseline, benefit.target))
    return Point(
        kind=FIGURE,
        record=f"{Benefit.collection}/{benefit.id}",
        facet=facet,
        title=brief(figure.label),
        project=project,
        text=figure.text,
        note=_against(words, benefit) if read else "",
        number=figure.number,
        value=figure.value,
        # A time is that of a period.
        unit=f"min a {benefit.period}" if proof.money is None and proof.time is not None else figure.unit,
        better=(benefit.direction or "lower") if read else "lower" if facet else "higher",
        evidence=figure.evidence,
        on=figure.as_of,
        baseline=was,
        target=aim,
        derivation=figure.derivation,
    )


def _worded(words: Words, value: Decimal | None, benefit: Benefit, facet: str) -> str:
    """As it stands in a table; what waiting costs stands in none."""
    if facet:
        return ""
    return NONE if value is None else words.amount(value, benefit.measure)


def _against(words: Words, benefit: Benefit) -> str:
    return "" if benefit.target is None else f"against a target of {words.amount(benefit.target, benefit.measure)}"


def _to_win(material: Material) -> Iterator[Point]:
    for asking in material.askings:
        if asking.lost:
            project = asking.decision.project
            record = f"{Project.collection}/{project}" if project else ""
            yield figure_point(material.words, material.figures, asking.lost, record, TO_WIN)


def _messages(story: Story) -> Iterator[Point]:
    for message in story.messages:
        yield Point(
            kind=MESSAGE,
            record=f"{Message.collection}/{message.id}",
            title=brief(story.project.name),
            project=story.record,
            text=brief(message.headline),
            state=_fingerprint(message.headline, message.body, message.what_to_do),
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
