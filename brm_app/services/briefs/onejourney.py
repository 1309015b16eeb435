"""One journey by itself: its page of the board pack with every stage, and its place in the pack."""

from __future__ import annotations

import datetime as dt

import attrs

from brm_app.domain.content import Cell, Column, Document, Heading, Run, Section, Table, plain
from brm_app.domain.errors import Refused
from brm_app.domain.records import Audience, Briefing, Journey
from brm_app.services.briefs.compose import everything, look_for, meta_of, suggested_briefing
from brm_app.services.briefs.journeys import journey_sections
from brm_app.services.briefs.material import Moment, Way
from brm_app.services.briefs.shared import one_line
from brm_app.services.workspace import Workspace

_LANES = (("touchpoint", "What they meet"), ("words", "What they say"), ("opportunity", "What could help"))


def journey_document(workspace: Workspace, journey_id: str, as_of: dt.date) -> Document:
    """A journey as the board may see it, for a PDF of its own. Raises `Refused` where it may not."""
    material = everything(workspace, board(workspace), as_of)
    record = f"{Journey.collection}/{journey_id}"
    way = next((way for way in material.ways if way.record == record), None)
    if way is None:
        raise Refused("This journey has no stages that the board may see. Nothing was saved.")
    section = journey_sections(attrs.evolve(material, ways=(way,)))[0]
    meta = attrs.evolve(meta_of(material), title=one_line(way.name), intro="")
    return Document(meta=meta, cover=(), sections=(_with_stages(section, way),), figures=(), alone=True)


def _with_stages(section: Section, way: Way) -> Section:
    """The section with a table of all stages below it."""
    columns = (
        Column(title="Stage", width=0.22),
        *(Column(title=title, width=0.26) for _, title in _LANES),
    )
    table = Table(columns=columns, rows=tuple(map(_row, way.moments)), caption="Stage by stage")
    return attrs.evolve(section, parts=(*section.parts, Heading(text="Stage by stage"), table))


def _row(moment: Moment) -> tuple[Cell, ...]:
    texts = ("\n".join(one_line(c.text) for c in moment.cards if c.lane == lane) for lane, _ in _LANES)
    name = Cell(runs=(Run(text=one_line(moment.stage.name), style="strong"),))
    return (name, *(Cell(runs=plain(text)) for text in texts))


def board(workspace: Workspace) -> Audience:
    """The audience of the board pack. Raises `Refused` without one."""
    found = [a for a in workspace.find(Audience, sort="order") if look_for(a) == "board"]
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
