"""What is to be issued, composed for one audience, with the briefing and the appendices that go with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.issues import Chosen
from brm_app.domain.records import Attachment, Audience, Briefing, Project, Unit
from brm_app.services.briefs.compose import audience_of, compose
from brm_app.services.exchange.naming import Names
from brm_app.services.workspace import Workspace


@attrs.frozen(kw_only=True)
class Composed:
    """Content, and what it was composed of; `appendices` are names and bytes of PDFs."""

    content: Document
    audience: Audience
    briefing: Briefing | None
    scope: Chosen
    appendices: tuple[tuple[str, bytes], ...] = attrs.field(repr=False)


def composed(
    workspace: Workspace,
    audience: Audience | str,
    units: Sequence[str] = (),
    projects: Sequence[str] = (),
    as_of: dt.date | None = None,
    briefing: Briefing | None = None,
) -> Composed:
    """Composes for an audience as `compose` does, of the briefing given or else its newest. Raises `Refused`."""
    who = audience_of(workspace, audience)
    chosen = briefing or newest_briefing(workspace, who)
    scope = Chosen(
        units=_ids(workspace, Unit.collection, units), projects=_ids(workspace, Project.collection, projects)
    )
    content = compose(workspace, who, chosen, scope.units, scope.projects, as_of)
    if not units and not projects and chosen:
        scope = Chosen(units=chosen.units, projects=chosen.projects)
    return Composed(
        content=content, audience=who, briefing=chosen, scope=scope, appendices=appendices_of(workspace, chosen)
    )


def newest_briefing(workspace: Workspace, audience: Audience) -> Briefing | None:
    """The briefing of an audience that was made last."""
    own = [each for each in workspace.find(Briefing, equals={"audience": audience.id}) if not each.internal]
    return max(own, key=lambda briefing: briefing.id, default=None)


def _ids(workspace: Workspace, collection: str, names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    known = Names.load(workspace, collection)
    return tuple(known.find(name) for name in names)


def appendices_of(workspace: Workspace, briefing: Briefing | None) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of the appendices of a briefing, in order. Raises `Refused` where one is no longer kept."""
    wanted = briefing.appendices if briefing else ()
    held = workspace.get_many(Attachment, wanted)
    if len(held) < len(set(wanted)):
        raise Refused("An appendix of this briefing is no longer kept here. Nothing was saved. Take it out of it.")
    return tuple((file.name, file.data) for file in held)
