"""Content marked as an issue: its number, its day, what it puts right, and how a copy of it can be checked."""

from __future__ import annotations

import datetime as dt

import attrs

from brm_app.domain.content import Box, Document, Facts, Section
from brm_app.domain.errors import Refused
from brm_app.domain.issues import Chosen
from brm_app.domain.records import Audience, Briefing
from brm_app.services.briefs.since import corrected
from brm_app.services.briefs.wording import Words, locale_of
from brm_app.services.issuing.keeping import issue_of
from brm_app.services.issuing.numbering import next_number
from brm_app.services.workspace import Workspace

_BESIDE = 1  # other facts that have room beside these and the time to read
_GENUINE = (
    "Is this copy genuine?",
    "Open Liaison, choose Issued and drop this file there. It says which issue this is, whether the file was changed, "
    "and whether a figure in it was recalled.",
)


@attrs.frozen(kw_only=True)
class Wish:
    """An issue as it is wished for: for whom, of what, and as of which day."""

    audience: Audience
    day: dt.date
    briefing: Briefing | None = None
    scope: Chosen = Chosen()
    corrects: str = ""
    at: dt.datetime | None = None


def numbered(workspace: Workspace, content: Document, wish: Wish) -> Document:
    """The content with the number that it would have now, and the day of issue as it is printed."""
    organisation, wrong = workspace.organisation, wish.corrects.strip() or content.meta.corrects
    found = _to_put_right(workspace, wrong, wish.audience) if wrong else ""
    if found != content.meta.corrects:
        content = corrected(content, found)
    words = Words(locale_of(organisation.locale), organisation.currency, wish.day)
    meta = attrs.evolve(
        content.meta,
        number=next_number(workspace, wish.audience, wish.day).text,
        issued_text=words.long_day(wish.day),
        draft=False,
    )
    return _with_facts(attrs.evolve(content, meta=meta, sections=tuple(map(_checkable, content.sections))))


def _to_put_right(workspace: Workspace, number: str, audience: Audience) -> str:
    """The number of an issue for this audience. Raises `Refused`: others were never given what is wrong in it."""
    found = issue_of(workspace, number)
    if found.audience != audience.id:
        raise Refused(
            f"{found.number} was issued for {found.audience_name}. Nothing was issued. "
            "A correction goes to the same audience: choose that one, or an issue for this one."
        )
    return found.number


def _with_facts(content: Document) -> Document:
    """The number and the day among the facts at the foot of the board's cover."""
    if content.meta.look != "board" or content.alone:
        return content
    facts = (("Issue number", content.meta.number), ("Issued", content.meta.issued_text))
    given = [pair for part in content.cover if isinstance(part, Facts) for pair in part.facts]
    others = tuple(part for part in content.cover if not isinstance(part, Facts))
    return attrs.evolve(content, cover=(*others, Facts(facts=(*facts, *given[:_BESIDE]))))


def _checkable(section: Section) -> Section:
    """The box behind the sources says how a copy is checked."""
    if section.kind != "sources":
        return section
    return attrs.evolve(section, parts=tuple(_with_check(part) for part in section.parts))


def _with_check(part: object) -> object:
    return attrs.evolve(part, blocks=(_GENUINE, *part.blocks)) if isinstance(part, Box) else part
