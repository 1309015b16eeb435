"""Decision pages in strips: what happens today, the ways to decide, and the sentence to be recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import attrs

from brm_app.briefing.blocks import padded, rule_strip
from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import HAIR, INK, INK2, INK3, sans, serif
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import (
    Backdrop,
    Band,
    Strip,
    banded,
    beside,
    draw_all,
    gap,
    glued,
    held,
    one,
    spaced,
    tagged,
    total,
)
from brm_app.briefing.tags import group
from brm_app.domain.asking import Asked, Choice, Choices, CostOfWaiting, Situation
from brm_app.domain.content import Run

Maker = Callable[[Desk], list[Strip]]
SetParts = Callable[[Desk, Sequence[object]], list[Strip]]
_WORDS, _STRONG, _LABEL = sans(8.6, 12.3, INK2), sans(8.6, 12.3, INK, "medium"), sans(8.2, 11.4, INK2)
_BIG, _PAD, _GAP = 18.0, 13.0, 11.0
_IN_A_ROW = 3


def _side_by_side(desk: Desk, left: Maker, right: Maker, share: float, space: float) -> list[Strip]:
    """Two blocks, the left one with that share of the width; under one another where they are too tall for that."""
    wide = (desk.width - space) * share
    columns = [left(desk.narrowed(wide)), right(desk.narrowed(desk.width - space - wide))]
    if max(total(column) for column in columns) <= desk.tall:
        return [beside(columns, [0.0, wide + space])]
    return [*left(desk), *spaced(right(desk), 14)]


def _headed(desk: Desk, heading: str, below: list[Strip]) -> list[Strip]:
    head = [*desk.heading(heading, sans(9.75, 14, INK, "semibold")), rule_strip(desk, 5.0, INK, 0.94)]
    return [*glued(head, to_next=bool(below)), *spaced(below, 9)]


def situation_strips(part: Situation, desk: Desk, set_parts: SetParts) -> list[Strip]:
    """What happens today, beside what waiting costs."""
    cost = part.cost

    def left(narrow: Desk) -> list[Strip]:
        return _headed(narrow, part.heading, _whole(set_parts(narrow, part.parts)))

    if cost is None:
        return left(desk)
    return _side_by_side(desk, left, lambda narrow: _cost(narrow, cost), 0.66, 24)


def _whole(strips: Sequence[Strip]) -> list[Strip]:
    """Those that share a drawing behind them as one strip each, for a column is no page that would draw it."""
    found: list[Strip] = []
    for band, members in groupby(strips, key=lambda strip: strip.band):
        own = tuple(members)
        found += [_backed(own, band.backdrop)] if band and band.backdrop else own
    return found


def _backed(strips: Sequence[Strip], backdrop: Backdrop) -> Strip:
    block = one(strips, strips[0].before)

    def draw(pen: Pen, x: float, y: float) -> None:
        backdrop(pen, x, y, y + block.height)
        block.draw(pen, x, y)

    return attrs.evolve(block, draw=draw)


def _cost(desk: Desk, cost: CostOfWaiting) -> list[Strip]:
    """A tinted card."""
    room = desk.narrowed(desk.width - 2 * _PAD)
    strips = [
        *room.text(cost.title, sans(8.3, 11.5, desk.look.accent)),
        *spaced(room.text(cost.big, serif(25.5, 29, INK, "semibold")), 4),
        *room.runs((Run(text=cost.text, figure=cost.figure),), _WORDS),
    ]
    if cost.note:
        strips += [rule_strip(room, 8.0, HAIR, 0.75), *spaced(room.text(cost.note, _WORDS), 8)]
    if not strips:
        return []
    moved = [_indented(strip, _PAD) for strip in strips]
    card = one(padded(moved, _PAD))

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.rect(x, y, desk.width, card.height, fill=desk.look.paper)
        pen.figure(cost.figure, x, y, desk.width, card.height)
        card.draw(pen, x, y)

    return tagged([Strip(card.height, draw)], group("Div"))


def _indented(strip: Strip, indent: float) -> Strip:
    return attrs.evolve(strip, draw=lambda pen, x, y: strip.draw(pen, x + indent, y))


def choices_strips(part: Choices, desk: Desk) -> list[Strip]:
    """The ways to decide, three to a row; one that is too tall for a row stands by itself."""
    strips: list[Strip] = []
    for at in range(0, len(part.choices), _IN_A_ROW):
        strips += spaced(_row(desk, part.choices[at : at + _IN_A_ROW]), _GAP if strips else 0)
    return held(strips)


def _row(desk: Desk, choices: Sequence[Choice]) -> list[Strip]:
    wide, edges = desk.shares(_IN_A_ROW, _GAP)
    blocks = [_choice(desk.narrowed(wide - 2 * _PAD), choice) for choice in choices]
    height = max(total(top) + total(foot) for top, foot in blocks) + 2 * _PAD + 6
    if height > desk.tall:
        return [strip for choice in choices for strip in _alone(desk, choice)]

    def draw(pen: Pen, x: float, y: float) -> None:
        for choice, (top, foot), edge in zip(choices, blocks, edges, strict=False):
            _frame(pen, desk, choice, (x + edge, y, wide, height))
            draw_all(top, pen, x + edge + _PAD, y + _PAD)
            draw_all(foot, pen, x + edge + _PAD, y + height - _PAD - total(foot))

    return [Strip(height, draw)]


def _alone(desk: Desk, choice: Choice) -> list[Strip]:
    """A long way to decide over the whole width, that may go on over pages."""
    top, foot = _choice(desk.narrowed(desk.width - 2 * _PAD), choice)
    strips = padded([_indented(strip, _PAD) for strip in (*top, *spaced(foot, 6))], _PAD)

    def backdrop(pen: Pen, x: float, first: float, last: float) -> None:
        _frame(pen, desk, choice, (x, first, desk.width, last - first))

    return banded(strips, Band(backdrop=backdrop))


def _frame(pen: Pen, desk: Desk, choice: Choice, box: tuple[float, float, float, float]) -> None:
    if choice.recommended:
        pen.rect(*box, fill=desk.look.paper, stroke=desk.look.accent, line=0.94)
    else:
        pen.rect(*box, stroke=HAIR)


def _choice(desk: Desk, choice: Choice) -> tuple[list[Strip], list[Strip]]:
    """The block from the top of a card, and the one at its foot."""
    label = f"{choice.label}, recommended" if choice.recommended else choice.label
    colour = desk.look.accent if choice.recommended else INK3
    top = [
        *desk.text(label, attrs.evolve(_LABEL, colour=colour)),
        *spaced(desk.text(choice.name, sans(10.2, 13.5, INK, "semibold")), 4),
        *spaced(desk.text(choice.big, serif(_BIG, 22, INK, "semibold")), 7),
        *spaced(desk.text(choice.text, _WORDS), 3),
    ]
    whole = group("Div")
    return tagged(top, whole), tagged(desk.text(choice.effect, _STRONG), whole)


def asked_strips(part: Asked, desk: Desk) -> list[Strip]:
    """The sentence to be recorded, beside facts on it."""

    def left(narrow: Desk) -> list[Strip]:
        return narrow.text(part.text, serif(12, 18.2))

    def right(narrow: Desk) -> list[Strip]:
        facts = [tagged(_fact(narrow, label, value), group("LI")) for label, value in part.facts]
        return tagged([strip for fact in facts for strip in fact], group("L"))

    return _side_by_side(desk, left, right, 0.5, 24) if part.facts else left(desk)


def _fact(desk: Desk, label: str, value: str) -> list[Strip]:
    """A fact in a line: its label, and its value at a third of the width."""
    at = desk.width * 0.335
    said = desk.text(value, sans(8.6, 12.3), desk.width - at, tag=group("LBody"))
    columns = [desk.text(label, _LABEL, at - 8, tag=group("Lbl")), said]
    height = max(total(column) for column in columns)
    row = beside(columns, [0.0, at])
    return glued([gap(5.5), attrs.evolve(row, height=height), rule_strip(desk, 6.5, HAIR, 0.75)])
