"""Before a briefing is issued: what stands in the way, what to think of, and what was found to be right."""

from __future__ import annotations

import datetime as dt

import attrs

from brm_app.domain.content import Document
from brm_app.domain.findings import COVER, Finding, ordered
from brm_app.domain.reading import figures_in
from brm_app.domain.records import Audience, Briefing, Message, Organisation, Term
from brm_app.services.briefs.compose import wall_for
from brm_app.services.briefs.shelf import load
from brm_app.services.preflight.claims import claims, money
from brm_app.services.preflight.corrections import outdated
from brm_app.services.preflight.enclosing import Enclosed, enclosed, pages_behind, unfit
from brm_app.services.preflight.figures import ahead, stale, uncosted, unowned, unsourced
from brm_app.services.preflight.lengths import empty, reading
from brm_app.services.preflight.messages import past_review, unapproved
from brm_app.services.preflight.passages import Origins, passages
from brm_app.services.preflight.placing import Typeset, placed, searched, unprintable, walled
from brm_app.services.preflight.printing import coarse, faint
from brm_app.services.preflight.words import jargon
from brm_app.services.proving import changed_since
from brm_app.services.workspace import Workspace

__all__ = [
    "Enclosed",
    "enclosed",
    "looked_over",
    "pages_behind",
    "placed",
    "preflight",
    "searched",
    "unfit",
    "unprintable",
    "walled",
]


def preflight(
    workspace: Workspace, content: Document, audience: Audience, briefing: Briefing | None, today: dt.date
) -> tuple[Finding, ...]:
    """All that is to be seen to before this content is issued to this audience, blockers first.

    Pages, characters without a drawing and the proof of the wall are known later: see `placed` and `walled`.
    """
    return _checked(_Facts(workspace, content, audience, briefing), today)


def looked_over(
    workspace: Workspace,
    content: Document,
    audience: Audience,
    briefing: Briefing | None,
    today: dt.date,
    typeset: Typeset,
) -> tuple[Finding, ...]:
    """The same of a briefing that is typeset: with pages, and with characters that no font has."""
    facts = _Facts(workspace, content, audience, briefing)
    return placed(_checked(facts, today), content, typeset, facts.origins)


class _Facts:
    """What the checks look at."""

    def __init__(self, workspace: Workspace, content: Document, audience: Audience, briefing: Briefing | None) -> None:
        self.workspace, self.content, self.audience, self.briefing = workspace, content, audience, briefing
        self.shelf = load(workspace, dt.date.fromisoformat(content.meta.as_of))
        self.wall = wall_for(self.shelf, audience)
        own = [draft for draft in self.shelf.all(Briefing) if draft.audience == audience.id]
        self.texts = passages(content)
        self.origins = Origins(self.shelf, self.wall, briefing or next(reversed(own), None))


def _checked(facts: _Facts, today: dt.date) -> tuple[Finding, ...]:
    workspace, content, audience = facts.workspace, facts.content, facts.audience
    shelf, wall, texts, origins = facts.shelf, facts.wall, facts.texts, facts.origins
    organisation = next(iter(shelf.all(Organisation)), Organisation(name="", currency=""))
    own = [message for message in shelf.all(Message) if message.audience == audience.id]
    found = (
        *ahead(content, facts.briefing, today),
        *outdated(workspace, content, audience, facts.briefing),
        *unapproved(content, shelf, audience, changed_since(workspace, own)),
        *unsourced(content, shelf),
        *uncosted(content, shelf),
        *past_review(content, shelf, audience, today),
        *stale(content, shelf, today),
        *unowned(content, shelf, wall),
        *empty(content),
        *jargon(texts, workspace.find(Term), audience, origins),
        *(() if wall.has("money") else money(texts, origins)),
        *claims(content, texts, origins),
        *coarse(content, organisation),
        *faint(content),
        *reading(content, audience, organisation),
    )
    return ordered(_sectioned(found, content))


def _sectioned(found: tuple[Finding, ...], content: Document) -> tuple[Finding, ...]:
    """Those of figures with the section that states the figure first."""
    first: dict[str, int] = {}
    for number, part in enumerate((content.cover, *(section.parts for section in content.sections)), COVER):
        for figure in figures_in(part):
            first.setdefault(figure, number)
    return tuple(attrs.evolve(f, section=first.get(f.figure)) if f.figure and f.section is None else f for f in found)
