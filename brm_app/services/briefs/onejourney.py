"""One journey by itself: its whole map on paper, and its place in the board pack."""

from __future__ import annotations

import datetime as dt

import attrs

from brm_app.domain.content import Document, Facts, Lane, Section, StageMap
from brm_app.domain.errors import Refused
from brm_app.domain.records import Audience, Briefing, Card, Journey
from brm_app.domain.records.journeys import FEEL, LANE_NAMES
from brm_app.domain.text import plural
from brm_app.services.briefs.compose import everything, meta_of, suggested_briefing
from brm_app.services.briefs.journeys import curve_of, told_of
from brm_app.services.briefs.material import Way
from brm_app.services.briefs.shared import one_line
from brm_app.services.briefs.wording import Words
from brm_app.services.workspace import Workspace

_LANDSCAPE = {"A4": "B4 landscape", "Letter": "Wide Letter"}
_KICKER = "Journey map"
_VERSIONS = {"as-is": "As it is", "to-be": "As it should be"}
_KINDS = {"touchpoint": "card", "channel": "quiet", FEEL: "feel", "words": "quote"}


def journey_document(
    workspace: Workspace, journey_id: str, as_of: dt.date, audience: Audience | None = None
) -> Document:
    """The map of a journey as an audience, or else the board, may see it. Raises `Refused` where it may not."""
    material = everything(workspace, audience or board(workspace), as_of)
    record = f"{Journey.collection}/{journey_id}"
    way = next((way for way in material.ways if way.record == record), None)
    if way is None:
        raise Refused(f"This journey has no stages that {material.whom} may see. Nothing was saved.")
    meta, name = meta_of(material), one_line(way.name)
    size = _LANDSCAPE.get(meta.page_size, _LANDSCAPE["A4"])
    meta = attrs.evolve(meta, title=name, kicker=_KICKER, short_kicker=_KICKER, intro="", page_size=size)
    section = Section(
        kind="journey",
        kicker=name,
        title=name,
        parts=(*told_of(way), _facts(way, meta.as_of_text), _map(material.words, way)),
        record=way.record,
    )
    return Document(meta=meta, cover=(), sections=(section,), figures=(), alone=True)


def _facts(way: Way, as_of: str) -> Facts:
    moods = sum(len(moment.moods) for moment in way.moments)
    told = plural(moods, "touchpoint") if moods else "Nobody yet"
    project = (("Project", one_line(way.project)),) if way.project else ()
    return Facts(
        facts=(("Version", _VERSIONS[way.version]), ("Told us how it feels", told), *project, ("As of", as_of))
    )


def _map(words: Words, way: Way) -> StageMap:
    """Stages across and lanes down; owners are nobody's business but ours."""
    return StageMap(
        curve=curve_of(words, way),
        questions=tuple(one_line(moment.stage.question) for moment in way.moments),
        lanes=tuple(_lane(way, lane) for lane in LANE_NAMES if lane != "owner"),
        caption=f"{_KICKER} of {one_line(way.name)}",
    )


def _lane(way: Way, lane: str) -> Lane:
    """The cards of a lane: a row for each card of the fullest cell, one at the least."""
    cells = [[_shown(card) for card in moment.cards if card.lane == lane] for moment in way.moments]
    rows = range(max(1, *map(len, cells))) if lane != FEEL else range(0)
    texts = tuple(tuple(cell[row] if row < len(cell) else "" for cell in cells) for row in rows)
    return Lane(name=LANE_NAMES[lane], kind=_KINDS.get(lane, "text"), rows=texts)


def _shown(card: Card) -> str:
    """What people said stands in quotation marks."""
    text = card.text.strip()
    return f"“{text}”" if card.lane == "words" and text[0] not in "“\"'‘«" else text


def board(workspace: Workspace) -> Audience:
    """The audience of the board pack. Raises `Refused` without one."""
    found = [a for a in workspace.find(Audience, sort="order") if a.look == "board"]
    if not found:
        raise Refused("There is no audience that looks at money. Add one in Settings, then try again.")
    return found[0]


def put_in_pack(workspace: Workspace) -> str:
    """Sees to it that the newest board pack shows journeys; returns the id of that briefing."""
    audience = board(workspace)
    packs = sorted(workspace.find(Briefing, equals={"audience": audience.id}), key=lambda b: b.id)
    old = packs[-1] if packs else None
    new = old or suggested_briefing(workspace, audience)
    new = attrs.evolve(new, sections_off=tuple(s for s in new.sections_off if s != "journeys"))
    if new != old:
        with workspace.write("Put journeys in the board pack") as batch:
            batch.save(new, base=old)
    return new.id
