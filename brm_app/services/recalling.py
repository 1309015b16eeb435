"""The recall list: figures that were handed out and would be printed otherwise today, and who was told."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

import attrs

from brm_app.domain.changes import FIGURE, Point, differs
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import from_plain
from brm_app.domain.ids import new_id
from brm_app.domain.issues import Issue
from brm_app.domain.records import Audience, Briefing, Telling
from brm_app.domain.text import plural
from brm_app.services.briefs import suggested_briefing
from brm_app.services.briefs.book import Book
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway, register
from brm_app.storage.driver import Rows

_GONE = "no longer stated"
_POINTS = '"points":'


@attrs.frozen(kw_only=True)
class Recall:
    """A figure of an issue that is not what was printed, and who was told.

    A reading dated after the issue is no reason; one that was changed, taken out or put in before it is, and so is
    another rate, another proof, or another strength of evidence.
    """

    issue: Issue
    number: str  # of the figure, such as F1
    label: str
    was: str
    now: str
    record: str
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


def _of_issue(issue: Issue, printed: Sequence[Point], book: Book) -> Iterator[Recall]:
    for was in printed:
        audience = book.audiences.get(issue.audience) or _gone(issue, was)
        now = book.figure(audience, issue.as_of, was)
        if now is None or differs(was, now) or was.evidence != now.evidence:
            yield Recall(
                issue=issue,
                number=was.number,
                label=was.title,
                was=_said(was, now),
                now=_said(now, was) if now else _GONE,
                record=was.record,
            )


def _said(point: Point, other: Point | None) -> str:
    """As it is printed, with its evidence where that is another."""
    same = other is None or other.evidence == point.evidence
    return point.text if same else f"{point.text}, {point.evidence}"


# What was printed


_HELD: dict[str, tuple[Point, ...]] = {}
"""The figures of each content that was read, by its hash: an issue never changes."""


def _printed(connection: Rows, issue: Issue) -> tuple[Point, ...]:
    if issue.content_sha256 not in _HELD:
        content, _ = register.files(connection, issue.number)
        if content is None or hashlib.sha256(content).hexdigest() != issue.content_sha256:
            return ()  # its state says that it is damaged
        _HELD[issue.content_sha256] = _read(content)
    return _HELD[issue.content_sha256]


def _read(content: bytes) -> tuple[Point, ...]:
    """The points of frozen content that are figures; the rest of it, which may be long, is not even read."""
    try:
        text = content.decode()
        # In canonical JSON these letters are no text of anybody: there a quotation mark has a backslash before it.
        plain, _ = json.JSONDecoder().raw_decode(text, text.index(_POINTS) + len(_POINTS))
        return tuple(from_plain(point, Point) for point in plain if point["kind"] == FIGURE)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused("The register of this workspace is damaged. Nothing was changed. Restore a backup.") from None


def _gone(issue: Issue, was: Point) -> Audience:
    """An audience that was deleted since: what it was looking at is known from the figure."""
    lens = "time" if was.unit.startswith("min a ") else "money" if was.text.endswith(" a year") else "quality"
    return Audience(id=issue.audience, name=issue.audience_name, lenses=(lens,))


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
    wrong = [recall for recall in recalls(workspace) if recall.issue.number == number]
    made = attrs.evolve(
        kept or suggested_briefing(workspace, audience),
        id=new_id(),
        title=issue.title,
        units=issue.scope.units,
        projects=issue.scope.projects,
        as_of=None,
        corrects=number,
        correction="\n".join(f"{r.label}: was {r.was}, is {r.now}." for r in wrong),
    )
    with workspace.write(f"Write the correction of {number}", origin=origin) as batch:
        batch.add(made)
    return made
