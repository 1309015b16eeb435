"""Blocks: quotes, cards, facts, boxes and the head of a project, each as strips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from brm_app.briefing.charts import big_figure
from brm_app.briefing.desk import Desk
from brm_app.briefing.logo import draw_logo, square_for
from brm_app.briefing.looks import HAIR, INK, INK2, INK3, SMALL, sans, serif
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import Band, Strip, banded, beside, draw_all, gap, glued, held, one, spaced, tagged, total
from brm_app.briefing.tables import SetCell, Slot, banded_rows, row_strips
from brm_app.briefing.tags import group
from brm_app.briefing.text import set_text
from brm_app.domain import content as c


def rule_strip(desk: Desk, height: float, colour: str, line: float) -> Strip:
    """A line at the foot of that much space."""

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.stroke([(x, y + height), (x + desk.width, y + height)], colour, line)

    return Strip(height, draw)


def padded(strips: list[Strip], pad: float) -> list[Strip]:
    """The strips with room above and below, inside a backdrop."""
    return [attrs.evolve(gap(pad), glue=True), *strips[:-1], attrs.evolve(strips[-1], glue=True), gap(pad)]


def quoted(text: str) -> str:
    """The words in quotation marks, unless they have them."""
    return text if text[:1] in '“"«„' else f"“{text}”"


def quote_strips(part: c.Quote, desk: Desk) -> list[Strip]:
    """Words beside a bar, with the speaker under them."""
    room = desk.width - 16
    words = _indented(desk.text(quoted(part.text), desk.look.quote, room), 16)
    speaker = spaced(_indented(desk.text(part.speaker, sans(8.9, 14, INK3), room), 16), 3.5)

    def backdrop(pen: Pen, x: float, top: float, bottom: float) -> None:
        pen.rect(x, top, 2.25, bottom - top, fill=desk.look.accent)

    words = [*words[:-1], *glued(words[-1:], to_next=bool(speaker))]
    return banded(tagged([*words, *speaker], group("BlockQuote")), Band(backdrop=backdrop))


def _indented(strips: Sequence[Strip], indent: float) -> list[Strip]:
    return [_moved(strip, indent) for strip in strips]


def _moved(strip: Strip, indent: float) -> Strip:
    return attrs.evolve(strip, draw=lambda pen, x, y: strip.draw(pen, x + indent, y))


def answered_strips(part: c.Answered, desk: Desk) -> list[Strip]:
    """What was said left, our answer right, between hair lines."""
    places = [Slot(0, desk.width * 0.44, "left"), Slot(desk.width * 0.4622, desk.width * 0.5378, "left")]
    words = serif(11.1, 14.4, INK, "italic")
    rows, whole = [], group("L")
    for quote, answer in part.pairs:
        cells = []
        for text, slot, style in zip((quoted(quote), answer), places, (words, desk.look.cell), strict=True):
            lines = set_text(text, style, slot.width, desk.shelf)
            cells.append(SetCell(tuple(lines), c.Cell(runs=c.plain(text)), style, group("P")))
        rows.append(tagged(row_strips(desk, cells, places, 6.1), whole, group("LI"), group("LBody")))
    return banded_rows(rows, None)


def columned(desk: Desk, makers: Sequence[Callable[[Desk], list[Strip]]], space: float) -> list[Strip]:
    """Blocks side by side in equal columns; under one another when one of them is too tall for that."""
    room, edges = desk.shares(max(len(makers), 1), space)
    columns = [make(desk.narrowed(room)) for make in makers]
    if max((total(column) for column in columns if column), default=0.0) <= desk.tall:
        return [beside(columns, edges)]
    stacked: list[Strip] = []
    for make in makers:
        stacked += spaced(make(desk), 12 if stacked else 0)
    return stacked


def cards_strips(part: c.BigCards, desk: Desk) -> list[Strip]:
    """Up to three large statements side by side."""
    cards = [lambda d, card=card: _card(d, card) for card in part.cards]
    strips = columned(attrs.evolve(desk, width=desk.width), [*cards, *[_nothing] * (3 - len(cards))], 16.5)
    return strips if cards else []


def _nothing(desk: Desk) -> list[Strip]:
    return []


def _card(desk: Desk, card: c.BigCard) -> list[Strip]:
    big = one(big_figure(desk, card.big, desk.width, 28.4))
    runs = (c.Run(text=f"{card.name}.", style="strong"), c.Run(text=f" {card.text}"))
    body = desk.runs(runs, sans(9.5, 14.1))

    def rule(pen: Pen, x: float, y: float) -> None:
        pen.rect(x, y, desk.width, 1.5, fill=desk.look.accent)
        pen.figure(card.figure, x, y, desk.width, 14 + big.height)

    return tagged([Strip(12.0, rule), big, *spaced(body, 2)], group("Div"))


def facts_strips(part: c.Facts, desk: Desk) -> list[Strip]:
    """Facts in rows of four."""
    least = 4 if len(part.facts) > 4 else 3
    rows = [facts_row(desk, part.facts[at : at + 4], least) for at in range(0, len(part.facts), 4)]
    return tagged(held([strip for row in rows for strip in row]), group("L"))


def facts_row(desk: Desk, facts: Sequence[tuple[str, str]], least: int = 3) -> list[Strip]:
    """Up to four facts side by side under a hair line, each a label over its value."""
    makers = [lambda d, fact=fact: _fact(d, *fact) for fact in facts]
    blocks = columned(desk, [*makers, *[_nothing] * (least - len(makers))], 14)
    return [*glued([rule_strip(desk, 0.5, HAIR, 0.75), gap(10)], to_next=True), *blocks, gap(6)]


def _fact(desk: Desk, label: str, value: str) -> list[Strip]:
    name = desk.text(label, SMALL, tag=group("Lbl"))
    return tagged([*name, *desk.text(value, sans(8.4, 12.4, INK, "semibold"), tag=group("LBody"))], group("LI"))


def box_blocks(desk: Desk, part: c.Box) -> list[Strip]:
    """The blocks of a box, without its tint."""
    size = 9.4 if desk.look.name == "staff" else 8.3
    bold, plain = sans(size, size * 1.47, INK, "semibold"), sans(size, size * 1.47)

    def made(narrow: Desk, name: str, text: str) -> list[Strip]:
        return tagged([*glued(narrow.text(name, bold), to_next=True), *narrow.text(text, plain)], group("Div"))

    makers = [lambda d, block=block: made(d, *block) for block in part.blocks]
    return columned(desk, makers, 16.5) if makers else []


def box_strips(part: c.Box, desk: Desk) -> list[Strip]:
    """A tinted box."""
    blocks = _indented(box_blocks(desk.narrowed(desk.width - 27), part), 13.5)

    def backdrop(pen: Pen, x: float, top: float, bottom: float) -> None:
        pen.rect(x, top, desk.width, bottom - top, fill=desk.look.paper)

    return banded(padded(blocks, 11), Band(backdrop=backdrop)) if blocks else []


def brand_strips(part: c.Brand, desk: Desk) -> list[Strip]:
    """A project's logo, name and tagline."""
    staff = desk.look.name == "staff"
    size = 48.0 if staff else 30.0
    indent = size + (13.5 if staff else 11.0)
    room = desk.width - indent
    name = one(_shrunk(desk, part.name, room, 23.4 if staff else 16.0))
    tagline = desk.text(part.tagline, sans(11, 15.5, INK2) if staff else sans(9, 13, INK2), room)
    height = max(size, name.height + total(tagline))
    square = square_for(part.colour, part.second_colour, desk.look.accent)

    def draw(pen: Pen, x: float, y: float) -> None:
        draw_logo(pen, desk, part.logo, part.name, square, (x, y, size))
        draw_all([name, *tagline], pen, x + indent, y + (height - name.height - total(tagline)) / 2)

    return [Strip(height, draw, glue=True)]


def _shrunk(desk: Desk, text: str, room: float, size: float) -> list[Strip]:
    """A name in one line if a somewhat smaller size allows it, else wrapped at that smaller size."""
    style = serif(size, size * 1.2, INK, "semibold")
    lines = set_text(text, style, room, desk.shelf)
    if len(lines) > 1:
        style = serif(max(size * 0.72, 12.5), max(size * 0.72, 12.5) * 1.24, INK, "semibold")
    return desk.heading(text, style, room) or [gap(0)]
