"""Beside a new briefing the last one that its audience was given: what changed, and which sections did."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any

import attrs

from brm_app.domain.changes import FIGURE, Difference, Point, differs
from brm_app.domain.changes import since as compared
from brm_app.domain.content import Document, Paragraph, Run, Section
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import as_plain, thaw
from brm_app.domain.issues import Issue
from brm_app.domain.records import Audience, Briefing
from brm_app.services.briefs.book import Book
from brm_app.services.briefs.changes import LastTold, changes_section, projects_of
from brm_app.services.briefs.otherwise import Otherwise
from brm_app.services.briefs.retold import Naming, retold, without_secrets
from brm_app.services.briefs.shared import prose
from brm_app.services.briefs.wording import Words, locale_of
from brm_app.services.workspace import Workspace
from brm_app.storage import register

_SUMMARIES = ("benefits", "projects", "sources")  # they change with any project

CHANGES = "changes"


def since(workspace: Workspace, content: Document, audience: Audience, off: Collection[str] = ()) -> Document:
    """The content with what changed since this audience's last issue; as it is where there is none, or it is `off`.

    What was issued of a later day than the content's tells nothing of what came before.
    """
    given = None if CHANGES in off else _last(workspace, content, audience)
    if given is None:
        return content
    issue, before = given
    told = LastTold(
        number=issue.number,
        day=issue.issued_at.date(),
        day_text=before.meta.issued_text,
        called=called(content.meta.look),
    )

    with workspace.rows() as connection:
        book = Book.read(connection)
    said = tuple(without_secrets(before.points, book, audience))
    return with_changes(
        content,
        attrs.evolve(before, points=said),
        told,
        lambda was: book.figure(audience, before.meta.as_of, was),
        lambda was: book.called(audience, was),
    )


def _last(workspace: Workspace, content: Document, audience: Audience) -> tuple[Issue, Document] | None:
    """The last briefing that the audience was given, as far as it can be read."""
    with workspace.rows() as connection:
        for issue in register.newest_first(connection):
            if issue.audience == audience.id and issue.as_of <= content.meta.as_of:
                frozen, _ = register.files(connection, issue.number)
                before = _thawed(issue.content_sha256, frozen)
                if before and not before.alone:
                    return issue, before
    return None


def called(look: str) -> str:
    """What those who are given it call a briefing."""
    return "pack" if look == "board" else "briefing"


def corrected(content: Document, number: str, words: str = "") -> Document:
    """The content, saying on its cover which issue it puts right and what was wrong; as it is where there is none."""
    if not number:
        return content
    said = f"This {called(content.meta.look)} puts right {number}."
    cover = (Paragraph(runs=(Run(text=said, style="strong"),)), *prose(words), *content.cover)
    return attrs.evolve(content, meta=attrs.evolve(content.meta, corrects=number), cover=cover)


def standing(workspace: Workspace, briefing: Briefing | None) -> Briefing | None:
    """The briefing; one whose correction was issued puts nothing right any more."""
    if briefing is None or not briefing.corrects:
        return briefing
    with workspace.rows() as connection:
        done = any(issue.corrects == briefing.corrects for issue in register.newest_first(connection))
    return attrs.evolve(briefing, corrects="", correction="") if done else briefing


@lru_cache(maxsize=4)
def _thawed(sha256: str, frozen: bytes | None) -> Document | None:
    """The content of an issue; None where the register does not hold what was issued."""
    if frozen is None or hashlib.sha256(frozen).hexdigest() != sha256:
        return None
    try:
        return thaw(frozen.decode())
    except Refused:  # written by a Liaison that said things otherwise: there is nothing to compare with
        return None


def with_changes(
    content: Document,
    before: Document,
    told: LastTold,
    right: Callable[[Point], Point | None] | None = None,
    naming: Naming | None = None,
) -> Document:
    """The content with the section on what changed since `before` put first, and its changed sections marked.

    `right` says what a figure of `before` would have been by what is known today, `naming` how one that is no longer
    stated may be called.
    """
    words = Words(locale_of(content.meta.language), "", dt.date.fromisoformat(content.meta.as_of))
    points = retold(before.points, content.points, naming)
    found = compared(points, before.meta.as_of, content.points, content.meta.as_of)
    found = tuple(_put_right(each, right) for each in found) if right else found
    numbers = {each.now.number for each in found if each.now and each.now.number}
    other = Otherwise(before, content, found)
    sections = []
    for section in content.sections:
        if section.kind == "sources":  # the page of every figure
            changed = any(each.point.kind == FIGURE for each in found) or other.differs(section)
        else:
            changed = _led_to(section, found, numbers) or not other.reads_as_before(section)
        sections.append(attrs.evolve(section, changed=changed))
    first = changes_section(words, told, found, tuple(other.named()), tuple(other.left(naming)))
    return attrs.evolve(content, sections=(first, *sections))


def _put_right(each: Difference, right: Callable[[Point], Point | None]) -> Difference:
    """With a newer reading it must not be lost that the one before was wrong."""
    if each.before is None or each.sort not in ("rose", "fell"):
        return each
    known = right(each.before)
    wrong = known is not None and known.on <= each.before.on and differs(each.before, known)
    return attrs.evolve(each, right=known) if wrong else each


def _led_to(section: Section, found: Sequence[Difference], numbers: set[str]) -> bool:
    """True where a line of the list is about this section, or a figure in it."""
    if section.record in projects_of(found) or numbers.intersection(_figures(as_plain(section))):
        return True
    return section.kind in _SUMMARIES and bool(found)


def _figures(plain: Any) -> Iterator[str]:
    """The numbers of the figures that stand in frozen content."""
    if isinstance(plain, dict):
        if isinstance(number := plain.get("figure"), str) and number:
            yield number
        plain = list(plain.values())
    if isinstance(plain, list):
        for item in plain:
            yield from _figures(item)
