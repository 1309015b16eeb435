"""Composing: an audience and a scope in, a frozen document out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from brm_app.domain.content import Document, Meta
from brm_app.domain.records import Assignment, Audience, Briefing, Decision, Message, Project, Unit
from brm_app.domain.wall import Wall
from brm_app.services.briefs import board, staff
from brm_app.services.briefs.gather import gather
from brm_app.services.briefs.material import Material
from brm_app.services.briefs.points import points
from brm_app.services.briefs.scope import scoped
from brm_app.services.briefs.shelf import Shelf, load
from brm_app.services.briefs.since import corrected, since, standing
from brm_app.services.coverage import holds
from brm_app.services.exchange.naming import Names
from brm_app.services.workspace import Workspace

_TITLES = {"staff": "What changes for you, and what to do", "board": "What our projects bring, and how we know"}


def compose(
    workspace: Workspace,
    audience: Audience | str,
    briefing: Briefing | None = None,
    units: Sequence[str] = (),
    projects: Sequence[str] = (),
    as_of: dt.date | None = None,
) -> Document:
    """What one audience is shown, as of a day (default: today).

    Title, intro, order and switched-off parts come from `briefing`, else from the newest briefing of the audience.
    `units` and `projects` (ids, codes or names) replace its scope; with neither, and none in the briefing, everything
    is in. Raises `Refused` for a name that none or several are called; never for anything that is missing.
    """
    who = audience_of(workspace, audience)
    shelf = load(workspace, as_of or dt.date.today())
    chosen = standing(workspace, briefing or _newest(shelf, who))
    scope = scoped(shelf, chosen, _ids(workspace, Unit, units), _ids(workspace, Project, projects))
    material = gather(shelf, wall_for(shelf, who), scope, chosen)
    content = corrected(_document(material), _line(material.corrects), material.correction)
    return since(workspace, content, who, chosen.sections_off if chosen else ())


def everything(workspace: Workspace, audience: Audience, as_of: dt.date) -> Material:
    """All that an audience may see, before it takes a form."""
    shelf = load(workspace, as_of)
    briefing = suggested_briefing(workspace, audience)
    return gather(shelf, wall_for(shelf, audience), scoped(shelf, briefing, [], []), briefing)


def meta_of(material: Material) -> Meta:
    """How a document of this material is named."""
    return _meta(material, material.audience.look)


def suggested_briefing(workspace: Workspace, audience: Audience) -> Briefing:
    """A briefing of everything for an audience that has none yet."""
    return Briefing(title=_TITLES[audience.look], audience=audience.id)


def audience_of(workspace: Workspace, audience: Audience | str) -> Audience:
    """The audience of a name or id. Raises `Refused` where none or several are called so."""
    if isinstance(audience, Audience):
        return audience
    return workspace.need(Audience, Names.load(workspace, Audience.collection).find(audience))


def _ids(workspace: Workspace, cls: type[Unit] | type[Project], names: Sequence[str]) -> list[str]:
    if not names:
        return []
    known = Names.load(workspace, cls.collection)
    return [known.find(name) for name in names]


def _newest(shelf: Shelf, audience: Audience) -> Briefing | None:
    own = [briefing for briefing in shelf.all(Briefing) if briefing.audience == audience.id]
    return own[-1] if own else None


def wall_for(shelf: Shelf, audience: Audience) -> Wall:
    """What an audience may see of a shelf."""
    current = [a for a in shelf.all(Assignment) if holds(a, shelf.as_of)]
    liaisons = {person for a in current for person in (a.person, a.backup) if person}
    return Wall(audience, liaisons, shelf.by_id(Message), shelf.by_id(Decision))


def _document(material: Material) -> Document:
    look = material.audience.look
    form = staff if look == "staff" else board
    return Document(
        meta=_meta(material, look),
        cover=form.cover(material),
        sections=form.sections(material),
        figures=material.figures,
        contact=staff.contact(material) if look == "staff" else None,
        points=points(material, look),
    )


def _meta(material: Material, look: str) -> Meta:
    words, name = material.words, _series(material, look)
    quarterly = look == "board" and material.quarterly
    return Meta(
        look=look,
        organisation=_line(material.organisation.name),
        audience=_line(material.audience.name),
        title=_line(material.title) or _TITLES[look],
        kicker=f"{name}, {words.quarter() if quarterly else words.month}",
        short_kicker=f"{name}, {words.quarter(short=True) if quarterly else words.month}",
        intro=material.intro,
        marking=_line(material.audience.marking),
        as_of=words.as_of.isoformat(),
        as_of_text=words.long_day(words.as_of),
        page_size=material.page_size or "A4",
        language=words.language,
        logo=material.logo,
    )


def _series(material: Material, look: str) -> str:
    """`IT news for staff`, `IT board pack`, or the same for an audience by its name."""
    if look == "staff":
        return f"IT news for {material.whom}"
    return "IT board pack" if material.whom == "the board" else f"IT briefing for {material.whom}"


def _line(text: str) -> str:
    return " ".join(text.split())
