"""A journey map on paper: stages across, lanes down, with the feeling curve; long maps go on over pages.

It is a table, so that it can be heard cell by cell, lane after lane.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from brm_app.briefing.alts import alt_of
from brm_app.briefing.curve import AXIS, PLOT, cut_out, draw_plot, key_strip
from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import HAIR, INK, INK2, INK3, WHITE, sans, serif
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import Backdrop, Band, Strip, banded, baseline, glued, held, spaced, tagged
from brm_app.briefing.tags import Tag, figure, group
from brm_app.briefing.text import Line, Style, set_text
from brm_app.domain.content import Curve, Lane, StageMap

_MOST = 8  # stages side by side
_LANES = 104.0  # width of the column with the names of the lanes
_WIDEST = 240.0
_PAD = 9.0
_FRAME = 7.0
_FRESH = 100_000.0
_TRUTH = "Moment of truth"
_NAME = sans(9.6, 13, INK, "semibold")
_SMALL = sans(8.2, 11, INK2)
_LANE = sans(8.6, 12.4, INK, "semibold")
_AGAIN = sans(8.6, 12.4, INK3)
_TEXT = sans(9, 12.4)
_STYLES = {"quiet": sans(9, 12.4, INK2), "quote": serif(9.8, 12.4, INK, "italic")}


_Styled = tuple[Line, Style, tuple[Tag, ...]]


@attrs.frozen(eq=False)
class _Cell:
    """A cell with its lines, each with its style and the tags of its text."""

    tag: Tag
    lines: tuple[_Styled, ...]
    framed: bool = False


@attrs.frozen
class _Grid:
    """Stages that stand side by side on a page, in columns of one width."""

    desk: Desk
    chart: StageMap
    curve: Curve
    first: int
    wide: float

    @property
    def count(self) -> int:
        """How many stages they are."""
        return len(self.curve.stages)

    @property
    def width(self) -> float:
        """From the first edge to the last."""
        return _LANES + self.wide * self.count

    def left(self, number: int) -> float:
        """The left edge of a column."""
        return _LANES + self.wide * number


def map_strips(desk: Desk, chart: StageMap) -> list[Strip]:
    """The map, stages beyond the eighth on pages of their own, and the line that says how to read it."""
    stages = len(chart.curve.stages)
    if not stages:
        return []
    pages = -(-stages // _MOST)
    most = -(-stages // pages)
    wide = min(_WIDEST, (desk.width - _LANES) / most)
    strips: list[Strip] = []
    for first in range(0, stages, most):
        curve = cut_out(chart.curve, slice(first, first + most)) if pages > 1 else chart.curve
        strips += _grid_strips(_Grid(desk, chart, curve, first, wide))
    key = tagged([key_strip(desk)], group("P"))
    return [*strips[:-1], attrs.evolve(strips[-1], glue=True), *spaced(key, 4)]


def _grid_strips(grid: _Grid) -> list[Strip]:
    about, count = grid.chart.caption, len(grid.chart.curve.stages)
    if grid.count < count:
        about = f"{about}, stages {grid.first + 1} to {grid.first + grid.count} of {count}"
    whole, body = Tag("Table", about=about), group("TBody")
    head = tagged([_head(grid)], whole, group("THead"), group("TR"))[0]
    rows = [strip for lane in grid.chart.lanes for strip in tagged(_lane(grid, lane), whole, body)]
    band = Band(header=(head,), backdrop=_ground(grid))
    strips = banded([*glued([head], to_next=True), *rows], band)
    return [attrs.evolve(strips[0], fresh=_FRESH if grid.first else 0.0), *strips[1:]]


def _ground(grid: _Grid) -> Backdrop:
    """Behind the cells: the tint of the lanes' names and of moments of truth, and lines from top to bottom."""

    def draw(pen: Pen, x: float, top: float, bottom: float) -> None:
        desk, high = grid.desk, bottom - top
        pen.rect(x, top, _LANES, high, fill=desk.look.paper)
        for number, truth in enumerate(grid.curve.truths):
            if truth:
                pen.rect(x + grid.left(number), top, grid.wide, high, fill=desk.look.panel)
                pen.rect(x + grid.left(number), top, grid.wide, 2, fill=desk.look.accent)
        for number in range(grid.count):
            at = x + grid.left(number)
            pen.stroke([(at, top), (at, bottom)], HAIR)
        pen.rect(x, top, grid.width, high, stroke=HAIR)

    return draw


def _head(grid: _Grid) -> Strip:
    """The stages with what is asked there, and which of them are moments of truth."""
    chart, cells = grid.chart, [_cell(grid, Tag("TH", scope="Column"), _LANES, ("Stage", _AGAIN))]
    for number, (name, truth) in enumerate(zip(grid.curve.stages, grid.curve.truths, strict=True)):
        question = chart.questions[grid.first + number]
        texts = [(name, _NAME), (_TRUTH if truth else "", _flagged(grid.desk)), (question, _SMALL)]
        cells.append(_cell(grid, Tag("TH", scope="Column"), grid.wide, *texts))
    return _part(grid, cells, slice(None), (7.0, 8.0), ruled=True)


def _flagged(desk: Desk) -> Style:
    return attrs.evolve(_SMALL, weight="medium", colour=desk.look.accent)


def _cell(grid: _Grid, tag: Tag, wide: float, *texts: tuple[str, Style], framed: bool = False) -> _Cell:
    room = wide - 2 * _PAD - (2 * _FRAME if framed else 0)
    shown = [(text, style, (group("P"),) if len(texts) > 1 else ()) for text, style in texts if text]
    lines = [
        (line, style, tags) for text, style, tags in shown for line in set_text(text, style, room, grid.desk.shelf)
    ]
    return _Cell(tag, tuple(lines), framed)


def _lane(grid: _Grid, lane: Lane) -> list[Strip]:
    """A row for each card of the fullest cell, or the curve."""
    if lane.kind == "feel":
        return tagged([_feelings(grid, lane)], group("TR"))
    strips: list[Strip] = []
    for number, row in enumerate(lane.rows):
        name = _cell(grid, Tag("TH", scope="Row"), _LANES, (lane.name, _AGAIN if number else _LANE))
        style, framed = _STYLES.get(lane.kind, _TEXT), lane.kind == "card"
        texts = row[grid.first : grid.first + grid.count]
        cells = [_cell(grid, group("TD"), grid.wide, (text, style), framed=framed and bool(text)) for text in texts]
        strips += tagged(_row(grid, [name, *cells], ruled=number == len(lane.rows) - 1), group("TR"))
    return strips


def _row(grid: _Grid, cells: Sequence[_Cell], ruled: bool) -> list[Strip]:
    """A row in one piece, or in lines where it is tall."""
    count = max(len(cell.lines) for cell in cells)
    pad = _PAD if any(cell.framed for cell in cells) else 5.0
    if count * _TEXT.leading <= grid.desk.tall / 2:
        return [_part(grid, cells, slice(None), (pad, pad), ruled)]
    plain = [attrs.evolve(cell, framed=False) for cell in cells]  # no frame goes on over a page
    parts = []
    for at in range(count):
        pads = (pad if at == 0 else 0.0, pad if at == count - 1 else 0.0)
        parts.append(_part(grid, plain, slice(at, at + 1), pads, ruled and at == count - 1))
    return held(parts)


def _part(grid: _Grid, cells: Sequence[_Cell], cut: slice, pads: tuple[float, float], ruled: bool) -> Strip:
    """Those lines of each cell, with space above and below."""
    shown = [cell.lines[cut] for cell in cells]
    tall = max(sum(style.leading for _, style, _ in lines) for lines in shown)
    lefts = [0.0, *(grid.left(number) for number in range(len(cells) - 1))]

    def draw(pen: Pen, x: float, y: float) -> None:
        for cell, lines, left in zip(cells, shown, lefts, strict=True):
            with pen.tag(cell.tag):
                _draw_cell(pen, grid, cell, lines, (x + left + _PAD, y + pads[0]))
        if ruled:
            pen.stroke([(x, y + high), (x + grid.width, y + high)], HAIR)

    high = pads[0] + tall + pads[1]
    return Strip(high, draw)


def _draw_cell(pen: Pen, grid: _Grid, cell: _Cell, lines: Sequence[_Styled], at: tuple[float, float]) -> None:
    x, y = at
    if cell.framed:
        high = sum(style.leading for _, style, _ in lines)
        pen.rect(x, y - 4, grid.wide - 2 * _PAD, high + 8, fill=WHITE, stroke=HAIR, radius=3)
        x += _FRAME
    for line, style, tags in lines:
        with pen.tag(*tags):
            pen.line(line, x, baseline(style, y), grid.wide - 2 * _PAD - (2 * _FRAME if cell.framed else 0))
        y += style.leading


def _feelings(grid: _Grid, lane: Lane) -> Strip:
    """The curve through all columns, in one cell."""
    name, cell = _cell(grid, Tag("TH", scope="Row"), _LANES - AXIS, (lane.name, _LANE)), Tag("TD", span=grid.count)
    shown = figure(alt_of(grid.curve))

    def draw(pen: Pen, x: float, y: float) -> None:
        with pen.tag(name.tag):
            _draw_cell(pen, grid, name, name.lines, (x + _PAD, y + 8))
        with pen.tag(cell, shown):
            draw_plot(pen, grid.desk, grid.curve, x + _LANES - AXIS, y, grid.wide)
        pen.stroke([(x, y + PLOT), (x + grid.width, y + PLOT)], HAIR)

    return Strip(PLOT, draw)
