"""The recall list: figures that were handed out and would be printed otherwise today, and who was told."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import math
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs

from brm_app.domain.changes import FIGURE, PROJECT, TOTAL, Point, differs
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import from_plain
from brm_app.domain.ids import new_id
from brm_app.domain.issues import Issue
from brm_app.domain.records import Audience, Briefing, Telling
from brm_app.domain.text import plural
from brm_app.services.briefs import suggested_briefing
from brm_app.services.briefs.book import Book
from brm_app.services.briefs.points import NONE
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway, register
from brm_app.storage.driver import Rows

_GONE = "no longer stated"
_READ = ("min", "s", "count", "percent")  # the units of what was read and not worked out
_LOOKING = {lens: Audience(name="", lenses=(lens,)) for lens in ("time", "money", "quality")}
_SOURCES = '"kind":"sources"'
_NUMBERS = re.compile(r"\d[\d.,\u00a0\u202f’']*")


@attrs.frozen(kw_only=True)
class Recall:
    """A figure of an issue that is not what was printed, and who was told.

    A reading dated after the issue is no reason; one that was changed, taken out or put in before it is, and so is
    another rate, another proof, or another strength of evidence; other lenses of the audience are none.
    """

    issue: Issue
    number: str  # of the figure, such as F1; empty for a total
    label: str
    was: str
    now: str
    record: str
    point: Point  # as it was printed
    beside: bool = False  # not the figure is another one, but what was printed with it: "was 1,910"
    told: tuple[Telling, ...] = ()

    @property
    def told_again(self) -> bool:
        """True once everybody who was told was told again."""
        return all(telling.told_again for telling in self.told)


def recalls(workspace: Workspace) -> list[Recall]:
    """Every figure of every issue that would be another one today, the newest issues first."""
    with workspace.rows() as connection:
        issues = register.newest_first(connection)
        printed = {issue.number: _printed(connection, issue) for issue in issues}
        book = Book.read(connection)
        tellings = gateway.find(connection, Telling)
    told: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: (t.on or dt.date.min, t.id)):
        told.setdefault(telling.issue, []).append(telling)
    return [
        attrs.evolve(recall, told=tuple(told.get(issue.number, ())))
        for issue in issues
        for recall in _of_issue(issue, printed[issue.number], book)
    ]


def _of_issue(issue: Issue, printed: _Printed, book: Book) -> Iterator[Recall]:
    """A line for each figure: its value where that is another, else what stands beside it; then totals.

    A total is said where none of its figures is: there the lines of those say why it is another.
    """
    figures = [point for point in printed.points if point.kind == FIGURE]
    today = [_today(issue, was, book) for was in figures]
    moved: set[str] = set()  # the strengths of evidence of which a line says that a figure is another
    same_words = printed.language == book.words.language
    for was, now in zip(figures, today, strict=True):
        if now is None or differs(was, now) or was.evidence != now.evidence:
            moved |= {was.evidence, now.evidence if now else was.evidence}
            yield _recall(issue, was, _said(was, now), _said(now, was) if now else _GONE)
        elif same_words and (other := _beside(was, now)):
            yield _recall(issue, was, *other, beside=True)
    for total in printed.points:
        if total.kind == TOTAL and total.facet not in moved:
            sums = [Decimal(repr(p.value)) for p in today if p and _adds(p, total) and p.value is not None]
            text, value = book.words.money(sum(sums, Decimal(0))), float(sum(sums))
            if text != total.text and not math.isclose(value, total.value or 0.0, rel_tol=1e-9):
                yield _recall(issue, total, total.text, text)


def _adds(point: Point, total: Point) -> bool:
    return not point.facet and (point.unit, point.evidence) == (total.unit, total.facet)


def _today(issue: Issue, was: Point, book: Book) -> Point | None:
    """The figure as it would be printed today through the lens in which it was printed; None where it is none."""
    now = book.figure(_LOOKING[_lens(was)], issue.as_of, was)
    return now if now and _lens(now) == _lens(was) else None


def _lens(point: Point) -> str:
    if point.unit.startswith("min a "):
        return "time"
    return "quality" if point.unit in _READ else "money"


def _recall(issue: Issue, point: Point, was: str, now: str, beside: bool = False) -> Recall:
    return Recall(
        issue=issue,
        number=point.number,
        label=point.title,
        was=was,
        now=now,
        record=point.record,
        point=point,
        beside=beside,
    )


def _beside(was: Point, now: Point) -> tuple[str, str] | None:
    """The first of baseline, target and derivation that was printed and would be printed otherwise, then and now."""
    if was.baseline and was.baseline != now.baseline:
        return _or_none("was {}", was.baseline, now.baseline, "no earlier value")
    if was.target and was.target != now.target:
        return _or_none("against a target of {}", was.target, now.target, "no target")
    if was.derivation and _inputs(was.derivation) != _inputs(now.derivation):
        return was.derivation, now.derivation
    return None


def _or_none(words: str, was: str, now: str, none: str) -> tuple[str, str]:
    then, today = (none if text == NONE else words.format(text) for text in (was, now))
    return then, today


def _inputs(derivation: str) -> list[str]:
    """The numbers in it: what they count may be called otherwise."""
    return _NUMBERS.findall(derivation.replace("half counted", "50 counted"))


def _said(point: Point, other: Point | None) -> str:
    """As it is printed, with its evidence where that is another."""
    same = other is None or other.evidence == point.evidence
    return point.text if same else f"{point.text}, {point.evidence}"


# What was printed


@attrs.frozen
class _Printed:
    """What is recalled of an issue: the points of its figures and totals, and the language of its numbers."""

    points: tuple[Point, ...] = ()
    language: str = ""


_HELD: dict[str, _Printed] = {}
"""That of each content that was read, by its hash: an issue never changes."""


def _printed(connection: Rows, issue: Issue) -> _Printed:
    if issue.content_sha256 not in _HELD:
        content, _ = register.files(connection, issue.number)
        if content is None or hashlib.sha256(content).hexdigest() != issue.content_sha256:
            return _Printed()  # its state says that it is damaged
        _HELD[issue.content_sha256] = _read(content)
    return _HELD[issue.content_sha256]


def _read(content: bytes) -> _Printed:
    """The points of frozen content that may be recalled; the rest of it, which may be long, is not even read."""
    try:
        text = content.decode()
        plain = [point for point in _value(text, "points") if point["kind"] in (FIGURE, TOTAL)]
        if _SOURCES in text and any("derivation" not in point for point in plain if point["kind"] == FIGURE):
            # Written before points kept it.
            derived = {figure["number"]: figure["derivation"] for figure in _value(text, "figures")}
            plain = [{"derivation": derived.get(point["number"], ""), **point} for point in plain]
        language = _value(text[text.index('"meta":') :], "language")
        return _Printed(tuple(from_plain(point, Point) for point in plain), language)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused("The register of this workspace is damaged. Nothing was changed. Restore a backup.") from None


def _value(text: str, name: str) -> Any:
    """What stands under a name that only one class of the content has."""
    # In canonical JSON these letters are no text of anybody: there a quotation mark has a backslash before it.
    found, _ = json.JSONDecoder().raw_decode(text, text.index(f'"{name}":') + len(name) + 3)
    return found


# What is done about it


def tell_again(workspace: Workspace, tellings: Iterable[Telling], day: dt.date, origin: object = None) -> None:
    """Ticks that these people were told again."""
    again = [telling for telling in tellings if telling.told_again is None]
    if not again:
        return
    whom = again[0].whom if len(again) == 1 else plural(len(again), "person", "people")
    with workspace.write(f"Tell {whom} again", origin=origin) as batch:
        for telling in again:
            batch.save(attrs.evolve(telling, told_again=day), base=telling)


def write_correction(workspace: Workspace, number: str, origin: object = None) -> Briefing:
    """Starts the briefing that puts an issue right: same audience, same scope, and what was wrong in words."""
    with workspace.rows() as connection:
        issue = register.one(connection, number)
    if issue is None:
        raise Refused(f"There is no issue {number} in this workspace. Nothing was changed.")
    audience = workspace.need(Audience, issue.audience)
    kept = workspace.get(Briefing, issue.briefing) if issue.briefing else None
    made = attrs.evolve(
        kept or suggested_briefing(workspace, audience),
        id=new_id(),
        title=issue.title,
        units=issue.scope.units,
        projects=issue.scope.projects,
        as_of=None,
        corrects=number,
        correction="\n".join(correction(workspace, number, audience)),
    )
    with workspace.write(f"Write the correction of {number}", origin=origin) as batch:
        batch.add(made)
    return made


def correction(workspace: Workspace, number: str, audience: Audience) -> tuple[str, ...]:
    """What was wrong in an issue, in a line each."""
    with workspace.rows() as connection:
        book = Book.read(connection)
    wrong = [recall for recall in recalls(workspace) if recall.issue.number == number]
    return tuple(line for recall in wrong if (line := _put_right(recall, audience, book)))


def _put_right(recall: Recall, audience: Audience, book: Book) -> str:
    """What was wrong, to those who were told: without what today's wall hides from them."""
    was = recall.point
    if was.kind == TOTAL:
        seen, called = "money" in audience.lenses, recall.label
    else:
        shown = book.figure(audience, recall.issue.as_of, was)
        seen = shown is not None and _lens(shown) == _lens(was) and not book.kept_back(was)
        project = book.called(audience, attrs.evolve(was, kind=PROJECT, record=was.project))
        called = book.called(audience, was) or (f"A figure of {project}" if project else "A figure")
    if recall.now == _GONE:
        return f"{called} is {_GONE}."
    if not seen:
        return f"{called} is not as it was stated." if was.kind == FIGURE else ""
    if recall.beside:
        return f"{called}: “{recall.now}” instead of “{recall.was}”."
    return f"{called}: was {recall.was}, is {recall.now}."
