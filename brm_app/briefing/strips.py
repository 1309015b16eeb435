"""Strips: the small bands that a briefing is made of, from which pages are filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from brm_app.briefing.pen import Pen
from brm_app.briefing.tags import Tag, group
from brm_app.briefing.text import Line, Style

Draw = Callable[[Pen, float, float], None]  # pen, left edge, top edge
Backdrop = Callable[[Pen, float, float, float], None]  # pen, left edge, top edge, bottom edge


@attrs.frozen(eq=False)
class Band:
    """What neighbouring strips share: strips repeated after a page break, and a drawing behind them on each page."""

    header: tuple[Strip, ...] = ()
    backdrop: Backdrop | None = None


@attrs.frozen(eq=False)
class Strip:
    """A band of a page that is never cut.

    `before` is the space above it, dropped at the top of a page. `glue` keeps it on one page with
    the next strip. `fresh` starts a new page unless that much room, in points, is left. `key`
    names the section that opens here. `tags` say what it is part of, the outermost first; so draw
    a strip by `draw_strip` or `draw_all`, which go into them.
    """

    height: float
    draw: Draw
    before: float = 0.0
    glue: bool = False
    band: Band | None = None
    fresh: float = 0.0
    key: str = ""
    tags: tuple[Tag, ...] = ()


def total(strips: Sequence[Strip]) -> float:
    """Height of the strips under one another, without the space above the first."""
    return sum(strip.height + strip.before for strip in strips) - (strips[0].before if strips else 0.0)


def draw_all(strips: Sequence[Strip], pen: Pen, x: float, y: float) -> None:
    """Draw the strips under one another, the first one's space above left out."""
    for number, strip in enumerate(strips):
        y += strip.before if number else 0.0
        draw_strip(strip, pen, x, y)
        y += strip.height


def draw_strip(strip: Strip, pen: Pen, x: float, y: float) -> None:
    """Draw a strip as part of its tags."""
    depth = pen.tags.enter(strip.tags)
    strip.draw(pen, x, y)
    pen.tags.leave(depth)


def tagged(strips: Iterable[Strip], *tags: Tag) -> list[Strip]:
    """The strips as part of those elements, the outermost first, around what they are part of already."""
    return [attrs.evolve(strip, tags=(*tags, *strip.tags)) for strip in strips]


def baseline(style: Style, top: float) -> float:
    """Where the letters stand in a line of that style whose box begins at `top`."""
    return top + style.leading / 2 + style.size * 0.36


def line_strip(
    line: Line, style: Style, room: float, align: str = "left", indent: float = 0.0, tags: tuple[Tag, ...] = ()
) -> Strip:
    """One line of text."""

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.line(line, x + indent, baseline(style, y), room, align)

    return Strip(style.leading, draw, tags=tags)


def text_strips(
    lines: Sequence[Line], style: Style, room: float, align: str = "left", indent: float = 0.0, tag: Tag | None = None
) -> list[Strip]:
    """A paragraph, or what `tag` says: no page ends after its first line or before its last one."""
    tags = (tag or group("P"),)
    return held([line_strip(line, style, room, align, indent, tags) for line in lines])


def held(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, with the first two and the last two kept together."""
    last = len(strips) - 1
    return [attrs.evolve(s, glue=s.glue or (i < last and i in (0, last - 1))) for i, s in enumerate(strips)]


def spaced(strips: Sequence[Strip], before: float) -> list[Strip]:
    """The strips with that space above the first."""
    return [attrs.evolve(strips[0], before=before), *strips[1:]] if strips else []


def glued(strips: Sequence[Strip], to_next: bool = False) -> list[Strip]:
    """The strips on one page, and with what follows if asked."""
    last = len(strips) - 1
    return [attrs.evolve(s, glue=i < last or to_next or s.glue) for i, s in enumerate(strips)]


def banded(strips: Iterable[Strip], band: Band) -> list[Strip]:
    """The strips as members of a band."""
    return [attrs.evolve(strip, band=band) for strip in strips]


def one(strips: Sequence[Strip], before: float = 0.0) -> Strip:
    """Several strips as a single one that is never cut."""
    kept = tuple(strips)
    return Strip(total(kept), lambda pen, x, y: draw_all(kept, pen, x, y), before)


def gap(height: float) -> Strip:
    """White space that also stands at the top of a page."""
    return Strip(height, lambda pen, x, y: None)


def beside(columns: Sequence[Sequence[Strip]], offsets: Sequence[float]) -> Strip:
    """Columns next to one another at those distances from the left edge, as one strip."""
    kept = [tuple(column) for column in columns]

    def draw(pen: Pen, x: float, y: float) -> None:
        for column, offset in zip(kept, offsets, strict=True):
            draw_all(column, pen, x + offset, y)

    return Strip(max((total(column) for column in kept), default=0.0), draw)
