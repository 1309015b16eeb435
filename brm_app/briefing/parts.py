"""Every part of a briefing as strips, and the white space between parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

import attrs

from brm_app.briefing.blocks import (
    answered_strips,
    box_strips,
    brand_strips,
    cards_strips,
    columned,
    facts_strips,
    padded,
    quote_strips,
    rule_strip,
)
from brm_app.briefing.changes import changes_strips
from brm_app.briefing.charts import bars_strips, before_now_strip, evidence_strips, steps_strips
from brm_app.briefing.curve import curve_strips
from brm_app.briefing.decisions import asked_strips, choices_strips, situation_strips
from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import INK, INK2, NOTE
from brm_app.briefing.pen import Pen
from brm_app.briefing.sources import sources_strips
from brm_app.briefing.stagemap import map_strips
from brm_app.briefing.strips import Band, Strip, banded, glued, spaced
from brm_app.briefing.tables import dashed_box, key_line, table_strips
from brm_app.domain import asking, changes
from brm_app.domain import content as c

_BEFORE: dict[type, float] = {
    c.Heading: 24,
    c.Paragraph: 7,
    c.Quote: 22,
    c.Answered: 12,
    c.BigCards: 24,
    c.BeforeNow: 18.4,
    c.Bars: 16,
    c.EvidenceBar: 20,
    c.Steps: 16,
    c.Table: 14,
    c.EvidenceKey: 11,
    c.Columns: 20,
    c.Facts: 15,
    c.Box: 18,
    c.Curve: 16,
    c.StageMap: 16,
    c.Sources: 15,
    asking.Situation: 22,
    changes.Changes: 12,
}
_AFTER_HEADING: dict[type, float] = {
    c.Table: 0,
    c.Answered: 0,
    c.Facts: 8,
    c.Bars: 10,
    c.Quote: 10,
    c.Curve: 12,
    c.Steps: 17,
    asking.Choices: 10,
    asking.Asked: 9,
}
_RULED = (c.Table, c.Answered)


def set_parts(desk: Desk, parts: Sequence[Any]) -> list[Strip]:
    """The parts under one another; a heading stays with what follows it, and a key or note with what it is about."""
    strips: list[Strip] = []
    before: Any = None
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        own = _heading(desk, part, following) if isinstance(part, c.Heading) else set_part(part, desk)
        if own:
            if strips and _explains(part):
                strips[-1] = attrs.evolve(strips[-1], glue=True)
            strips += spaced(own, _space(desk, before, part))
            before = part
    return strips


def _explains(part: Any) -> bool:
    return isinstance(part, c.EvidenceKey) or (isinstance(part, c.Paragraph) and part.role == "note")


def _space(desk: Desk, before: Any, part: Any) -> float:
    if isinstance(before, c.Heading):
        return _AFTER_HEADING.get(type(part), 7.0 if desk.look.heading_rule else 2.0)
    if isinstance(before, c.BigCards) and isinstance(part, c.Heading):
        return 46.0
    if isinstance(before, c.Brand) and isinstance(part, c.Paragraph):
        return 14.0
    if isinstance(part, c.Paragraph) and part.role == "missing":
        return 14.0
    return _BEFORE.get(type(part), 16.0)


@singledispatch
def set_part(part: Any, desk: Desk) -> list[Strip]:
    """One part as strips."""
    raise TypeError(f"{type(part).__name__} cannot be typeset")


def _heading(desk: Desk, part: c.Heading, following: Any) -> list[Strip]:
    """A heading; with a rule under it in the board look, and over tables."""
    strips = desk.heading(part.text, desk.look.heading)
    if strips and (desk.look.heading_rule or isinstance(following, _RULED)):
        strips.append(rule_strip(desk, 5.0, INK, 0.94))
    return glued(strips, to_next=following is not None)


@set_part.register
def _(part: c.Heading, desk: Desk) -> list[Strip]:
    return _heading(desk, part, None)


@set_part.register
def _(part: c.Paragraph, desk: Desk) -> list[Strip]:
    if part.role == "missing":
        return _missing(desk, part)
    style = {"lead": desk.look.lead, "note": NOTE}.get(part.role, desk.look.body)
    # Long lines are hard to follow: text does not use the whole width of the page.
    room = min(desk.width, style.size * (56 if part.role == "note" else 49))
    return desk.runs(part.runs, style, room, even=part.role == "lead")


def _missing(desk: Desk, part: c.Paragraph) -> list[Strip]:
    style = attrs.evolve(desk.look.body, colour=INK2)
    strips = desk.runs(part.runs, style, desk.width - 12, indent=12)

    def backdrop(pen: Pen, x: float, top: float, bottom: float) -> None:
        dashed_box(pen, x, top, desk.width, bottom)

    return banded(padded(strips, 7), Band(backdrop=backdrop)) if strips else []


@set_part.register
def _(part: c.Bars, desk: Desk) -> list[Strip]:
    return bars_strips(desk, part)


@set_part.register
def _(part: c.EvidenceBar, desk: Desk) -> list[Strip]:
    return evidence_strips(desk, part)


@set_part.register
def _(part: c.BeforeNow, desk: Desk) -> list[Strip]:
    return [before_now_strip(desk, part)]


@set_part.register
def _(part: c.Steps, desk: Desk) -> list[Strip]:
    return steps_strips(desk, part)


@set_part.register
def _(part: c.Table, desk: Desk) -> list[Strip]:
    return table_strips(desk, part)


@set_part.register
def _(part: c.EvidenceKey, desk: Desk) -> list[Strip]:
    words = (("measured", part.measured), ("estimated", part.estimated), ("told", part.told))
    return [key_line(desk, words)]


@set_part.register
def _(part: c.Curve, desk: Desk) -> list[Strip]:
    return curve_strips(desk, part)


@set_part.register
def _(part: c.StageMap, desk: Desk) -> list[Strip]:
    return map_strips(desk, part)


@set_part.register
def _(part: c.Sources, desk: Desk) -> list[Strip]:
    return sources_strips(desk)


@set_part.register
def _(part: c.Columns, desk: Desk) -> list[Strip]:
    return columned(desk, [lambda d: set_parts(d, part.left), lambda d: set_parts(d, part.right)], desk.width * 0.055)


@set_part.register
def _(part: asking.Situation, desk: Desk) -> list[Strip]:
    return situation_strips(part, desk, set_parts)


for _kind, _set in (
    (asking.Choices, choices_strips),
    (changes.Changes, changes_strips),
    (asking.Asked, asked_strips),
    (c.Quote, quote_strips),
    (c.Answered, answered_strips),
    (c.BigCards, cards_strips),
    (c.Facts, facts_strips),
    (c.Box, box_strips),
    (c.Brand, brand_strips),
):
    set_part.register(_kind, _set)
