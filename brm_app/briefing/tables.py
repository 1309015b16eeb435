"""Tables in strips: a strip a row, cells over several lines, rows taller than a page cut between lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import BAD, CONTROL, GOOD, HAIR, HEADER_CELL, INK2, WARN
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import Band, Strip, baseline, glued, held, tagged
from brm_app.briefing.tags import Tag, group
from brm_app.briefing.text import Line, Style, set_lines, set_text
from brm_app.domain.content import Cell, Column, Table

GUTTER = 10.0
_MARK = 12.5  # width of the evidence square or state mark with its space
_STATES = {"good": GOOD, "warn": WARN, "bad": BAD}


@attrs.frozen
class Slot:
    """A column on the page."""

    x: float
    width: float
    align: str


@attrs.frozen
class SetCell:
    """A cell set in lines."""

    lines: tuple[Line, ...]
    cell: Cell
    style: Style
    tag: Tag
    link: Tag = attrs.field(factory=lambda: group("Link"))  # around its words, when they lead to a source


def slots(columns: Sequence[Column], width: float) -> list[Slot]:
    """The columns by their shares of the width, with a gutter between them."""
    shares = [max(column.width, 0.02) for column in columns]
    out, x = [], 0.0
    for number, (column, share) in enumerate(zip(columns, shares, strict=True)):
        wide = width * share / sum(shares)
        out.append(Slot(x, max(wide - (GUTTER if number < len(shares) - 1 else 0), 12.0), column.align))
        x += wide
    return out


def _style(desk: Desk, cell: Cell, first: bool, base: Style) -> Style:
    if cell.figure and desk.linked:
        return attrs.evolve(base, weight="semibold", colour=desk.look.accent)
    if cell.mark in _STATES:
        return attrs.evolve(base, colour=_STATES[cell.mark])
    return attrs.evolve(base, weight="medium") if first else base


def _set_cell(desk: Desk, cell: Cell, slot: Slot, first: bool, base: Style, tag: Tag) -> SetCell:
    style = _style(desk, cell, first, base)
    room = slot.width - (_MARK if cell.evidence or cell.mark else 0)
    # A cell that is itself the F-number needs no second one after its text.
    set_style = style if cell.figure else desk.styled(style)
    return SetCell(tuple(set_lines(cell.runs, set_style, room, desk.shelf)), cell, style, tag)


def state_mark(pen: Pen, state: str, x: float, middle: float) -> None:
    """Circle for good, triangle for warn, diamond for bad: shape first, then colour."""
    colour, r = _STATES[state], 3.6
    if state == "good":
        pen.dot(x + r, middle, r, colour)
    elif state == "warn":
        pen.shape([(x, middle + r), (x + 2 * r, middle + r), (x + r, middle - r)], colour)
    else:
        pen.shape([(x, middle), (x + r, middle - r), (x + 2 * r, middle), (x + r, middle + r)], colour)


def _draw_marks(pen: Pen, desk: Desk, item: SetCell, x: float, y: float) -> None:
    middle = y + item.style.leading / 2
    if item.cell.evidence:
        pen.evidence(x, middle - 3.7, 7.4, 7.4, item.cell.evidence, desk.look.accent)
    elif item.cell.mark in _STATES:
        state_mark(pen, item.cell.mark, x, middle)


def _draw_cell(pen: Pen, desk: Desk, item: SetCell, slot: Slot, lines: Sequence[Line], x: float, y: float) -> None:
    """Some lines of a cell; with its mark when they are the first."""
    marked = bool(item.cell.evidence or item.cell.mark)
    widest = max((line.width for line in lines), default=0.0)
    left = x + (_MARK if marked else 0)
    room = slot.width - (_MARK if marked else 0)
    if marked and lines and lines[0] is item.lines[0]:
        _draw_marks(pen, desk, item, left - _MARK + (room - widest if slot.align == "right" else 0), y)
    leads = item.cell.figure if desk.linked and lines else ""
    with pen.tag(item.tag, *([item.link] if leads else [])):
        for number, line in enumerate(lines):
            pen.line(line, left, baseline(item.style, y + number * item.style.leading), room, slot.align)
        if item.cell.figure and lines:
            height = len(lines) * item.style.leading
            start = left + (room - widest if slot.align == "right" else 0)
            pen.figure(item.cell.figure, start, y, widest, height)
        if leads:
            pen.link(f"figure-{leads}", start, y, widest, height)


def _part(
    desk: Desk, row: Sequence[SetCell], places: Sequence[Slot], cut: slice, pads: tuple[float, float], rule: str
) -> Strip:
    """The lines `cut` of each cell of a row, with space above and below, and a rule under it."""
    shown = [item.lines[cut] for item in row]
    leading = max((item.style.leading for item in row), default=0.0)
    height = pads[0] + max((len(lines) for lines in shown), default=0) * leading + pads[1]

    def draw(pen: Pen, x: float, y: float) -> None:
        for item, slot, lines in zip(row, places, shown, strict=True):
            _draw_cell(pen, desk, item, slot, lines, x + slot.x, y + pads[0])
        if rule:
            pen.stroke([(x, y + height), (x + desk.width, y + height)], rule)

    return Strip(height, draw)


def row_strips(desk: Desk, row: Sequence[SetCell], places: Sequence[Slot], pad: float, rule: str = HAIR) -> list[Strip]:
    """A row: one strip, or one a line when it is taller than a quarter of a page."""
    count = max((len(item.lines) for item in row), default=0)
    leading = max((item.style.leading for item in row), default=0.0)
    if count * leading <= desk.tall / 2:
        return [_part(desk, row, places, slice(None), (pad, pad), rule)]
    parts = []
    for at in range(count):
        pads = (pad if at == 0 else 0.0, pad if at == count - 1 else 0.0)
        parts.append(_part(desk, row, places, slice(at, at + 1), pads, rule if at == count - 1 else ""))
    return held(parts)


def header_strip(desk: Desk, columns: Sequence[Column], places: Sequence[Slot], tag: Callable[[], Tag]) -> Strip:
    """The column titles over a hair line."""
    cells = []
    for column, slot in zip(columns, places, strict=True):
        lines = set_text(column.title, HEADER_CELL, slot.width, desk.shelf)
        cells.append(SetCell(tuple(lines), Cell(runs=()), HEADER_CELL, tag()))
    return _part(desk, cells, places, slice(None), (4.0, 6.0), HAIR)


def banded_rows(rows: Sequence[Sequence[Strip]], header: Strip | None) -> list[Strip]:
    """Rows under a header that is repeated on each page; at least two rows on either side of a page break."""
    band = Band(header=(header,) if header is not None else ())
    strips = glued([header], to_next=True) if header is not None else []
    for number, row in enumerate(rows):
        # A row that is itself cut into lines holds its own first and last lines together.
        paired = number in (0, len(rows) - 2) and number < len(rows) - 1 and len(row) == 1
        strips += glued(row, to_next=True) if paired else list(row)
    return [attrs.evolve(strip, band=band) for strip in strips]


def _landing(row: list[Strip], key: str) -> list[Strip]:
    """The row as a place that links lead to."""
    first = row[0]

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.bookmark(key, y)
        first.draw(pen, x, y)

    return [attrs.evolve(first, draw=draw), *row[1:]]


def table_strips(
    desk: Desk, table: Table, base: Style | None = None, pad: float = 0.0, keys: Sequence[str] = ()
) -> list[Strip]:
    """A table; `base` is the type of its cells, `pad` the space around each, `keys` name its rows for links."""
    style = base or desk.look.cell
    space = pad or (6.4 if table.header or desk.look.name == "board" else 5.9)
    places = slots(table.columns, desk.width)
    rows: list[list[Strip]] = []
    whole, head, body = Tag("Table", about=table.caption), group("THead"), group("TBody")
    for row in table.rows:
        cells = _set_row(desk, row, places, style)
        strips = tagged(row_strips(desk, cells, places[: len(cells)], space), whole, body, group("TR"))
        rows.append(_landing(strips, keys[len(rows)]) if keys else strips)
    column = (lambda: Tag("TH", scope="Column")) if rows else (lambda: group("P"))
    header = header_strip(desk, table.columns, places, column) if table.header and table.columns else None
    if header is not None and rows:  # titles over nothing are no table
        header = tagged([header], whole, head, group("TR"))[0]
    return banded_rows(rows, header)


def _set_row(desk: Desk, row: Sequence[Cell], places: Sequence[Slot], style: Style) -> list[SetCell]:
    """The cells of a row; the first one names it, and the last one fills what a short row leaves."""
    cells = []
    for number, (cell, slot) in enumerate(zip(row, places, strict=False)):
        left = len(places) - len(row) if number == len(row) - 1 else 0
        kind, scope = ("TH", "Row") if number == 0 and len(places) > 1 else ("TD", "")
        cells.append(_set_cell(desk, cell, slot, number == 0, style, Tag(kind, scope=scope, span=1 + max(left, 0))))
    return cells


def key_line(desk: Desk, words: Sequence[tuple[str, str]]) -> Strip:
    """The evidence classes with their fills, side by side, in as many lines as they need."""
    style = Style("sans", "regular", 8.2, 12.0, INK2)
    items = [(kind, set_text(text, style, desk.width - _MARK, desk.shelf)) for kind, text in words if text]
    spots, x, y = [], 0.0, 0.0
    for kind, lines in items:
        wide = _MARK + max(line.width for line in lines)
        if x and x + wide > desk.width:
            x, y = 0.0, y + style.leading
        spots.append((kind, lines, x, y))
        if len(lines) > 1:
            x, y = 0.0, y + style.leading * len(lines)
        else:
            x += wide + 18
    height = max((top + style.leading * len(lines) for _, lines, _, top in spots), default=0.0)

    tags = [group("P") for _ in spots]

    def draw(pen: Pen, left: float, top: float) -> None:
        for (kind, lines, x, y), tag in zip(spots, tags, strict=True):
            pen.evidence(left + x, top + y + 2.3, 7.4, 7.4, kind, desk.look.accent)
            with pen.tag(tag):
                for number, line in enumerate(lines):
                    pen.line(line, left + x + _MARK, baseline(style, top + y + number * style.leading))

    return Strip(height, draw)


def dashed_box(pen: Pen, x: float, top: float, width: float, bottom: float) -> None:
    """The frame around what is not there."""
    pen.rect(x, top, width, bottom - top, stroke=CONTROL, line=0.75, dash=(3, 2.2), radius=3)
