"""The feeling curve of a journey: what they expected (dashed) beside what they told us (solid), stage by stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from brm_app.briefing.alts import alt_of
from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import BAD, HAIR, INK, INK2, INK3, WHITE, sans
from brm_app.briefing.pen import Pen, Point
from brm_app.briefing.strips import Strip, baseline, draw_all, tagged, total
from brm_app.briefing.tags import figure
from brm_app.briefing.text import Line, set_lines, set_text
from brm_app.domain.content import Curve, Run
from brm_app.domain.moods import FEW, WIDE, signed

STAGES_IN_ROW = 8
AXIS = 26.0
PLOT = 148.0
_PADDING = 15.0  # above +2 and below −2, so that values have room
_TICK = sans(8, 10, INK3)
_LABEL = sans(8.4, 11.4, INK, "semibold")
_VALUE = sans(8.2, 10, INK, "semibold")
_GAP = sans(8.2, 10, BAD, "semibold")


def cut_out(chart: Curve, cut: slice) -> Curve:
    """The curve of some of the stages, which it tells one by one."""
    return Curve(
        stages=chart.stages[cut],
        truths=chart.truths[cut],
        expected=chart.expected[cut],
        experienced=chart.experienced[cut],
        counts=chart.counts[cut],
        alt="",
    )


def curve_strips(desk: Desk, chart: Curve) -> list[Strip]:
    """The curve, in several strips when the journey has many stages, and the line that says how to read it."""
    rows = [cut_out(chart, slice(at, at + STAGES_IN_ROW)) for at in range(0, len(chart.stages), STAGES_IN_ROW)]
    strips = [attrs.evolve(_row_strip(desk, row), before=14 if n else 0) for n, row in enumerate(rows)]
    whole = [attrs.evolve(strip, glue=True) for strip in strips] + [key_strip(desk)] if strips else []
    return tagged(whole, figure(alt_of(chart)))


def _height(value: float) -> float:
    """Distance of a mood from the top of the plot."""
    return _PADDING + (2 - max(-2.0, min(2.0, value))) / 4 * (PLOT - 2 * _PADDING)


def _paths(values: Sequence[float | None], xs: Sequence[float], top: float) -> Iterator[list[Point]]:
    """Stretches of neighbouring stages that have a value."""
    path: list[Point] = []
    for value, x in zip(values, xs, strict=True):
        if value is None:
            if path:
                yield path
            path = []
        else:
            path.append((x, top + _height(value)))
    if path:
        yield path


def _row_strip(desk: Desk, row: Curve) -> Strip:
    wide = (desk.width - AXIS) / max(len(row.stages), 4)
    labels = [desk.text(name, _LABEL, wide - 10) for name in row.stages]
    head = max((total(label) for label in labels), default=0.0) + 12

    def draw(pen: Pen, x: float, y: float) -> None:
        xs = _centres(row, x, wide)
        _draw_truths(pen, desk, row, xs, wide, y, head)
        for label, centre in zip(labels, xs, strict=True):
            draw_all(label, pen, centre - wide / 2 + 5, y + 6)
        draw_plot(pen, desk, row, x, y + head, wide)

    return Strip(head + PLOT, draw)


def _centres(row: Curve, x: float, wide: float) -> list[float]:
    return [x + AXIS + wide * (number + 0.5) for number in range(len(row.stages))]


def draw_plot(pen: Pen, desk: Desk, row: Curve, x: float, top: float, wide: float) -> None:
    """The axis, then a column of that width for each stage, with both lines, the gaps and the points."""
    xs = _centres(row, x, wide)
    values = [_value_label(desk, row, number) for number in range(len(row.stages))]
    _draw_grid(pen, desk, x, top, AXIS + wide * len(row.stages))
    for path in _paths(row.expected, xs, top):
        pen.stroke(path if len(path) > 1 else _dash(path[0]), INK2, 1.0, (3, 2.4))
    _draw_gaps(pen, desk, row, xs, top)
    for path in _paths(row.experienced, xs, top):
        pen.stroke(path, INK, 1.3) if len(path) > 1 else None
    _draw_points(pen, desk, row, values, xs, top)


def _draw_gaps(pen: Pen, desk: Desk, row: Curve, xs: Sequence[float], top: float) -> None:
    """Where it is worse than expected by one or more: a bar between the lines, with the gap at its left."""
    for number, (expected, told, x) in enumerate(zip(row.expected, row.experienced, xs, strict=True)):
        if expected is None or told is None or round(expected - told, 1) < WIDE:
            continue
        high, low = top + _height(expected), top + _height(told)
        pen.stroke([(x, high + 2), (x, low - 5)], BAD, 1.2)
        label = set_text(f"gap {expected - told:.1f}", _GAP, 100, desk.shelf)[0]
        base = (high + low) / 2 + 3
        ground = desk.look.panel if row.truths[number] else WHITE
        pen.rect(x - 5 - label.width, base - 7, label.width + 2, 8.6, fill=ground)
        pen.line(label, x - 4 - label.width, base)


def _dash(point: Point) -> list[Point]:
    return [(point[0] - 8, point[1]), (point[0] + 8, point[1])]


def _value_label(desk: Desk, row: Curve, number: int) -> Line:
    value = row.experienced[number]
    if value is None:
        return set_text("not told", _TICK, 100, desk.shelf)[0]
    runs = (Run(text=signed(value)), Run(text=f", {row.counts[number]}", style="quiet"))
    return set_lines(runs, _VALUE, 100, desk.shelf)[0]


def _draw_truths(pen: Pen, desk: Desk, row: Curve, xs: Sequence[float], wide: float, y: float, head: float) -> None:
    """Moments of truth: a tinted column under a thick line."""
    for truth, centre in zip(row.truths, xs, strict=True):
        if truth:
            pen.rect(centre - wide / 2, y, wide, head + PLOT, fill=desk.look.panel)
            pen.rect(centre - wide / 2, y, wide, 1.5, fill=desk.look.accent)


def _draw_grid(pen: Pen, desk: Desk, x: float, top: float, width: float) -> None:
    for value in (2, 1, 0, -1, -2):
        at = top + _height(value)
        pen.stroke([(x + AXIS, at), (x + width, at)], HAIR, 0.9 if value == 0 else 0.5)
        text = "0" if value == 0 else signed(value)[:2]
        pen.line(set_text(text, _TICK, AXIS, desk.shelf)[0], x, baseline(_TICK, at - 5), AXIS - 6, "right")


def _draw_points(pen: Pen, desk: Desk, row: Curve, values: Sequence[Line], xs: Sequence[float], top: float) -> None:
    for number, (value, x) in enumerate(zip(row.experienced, xs, strict=True)):
        label = values[number]
        if value is None:
            pen.line(label, x - label.width / 2, top + _height(0) - 4)
            continue
        at = top + _height(value)
        pen.dot(x, at, 3.4, INK if row.counts[number] >= FEW else WHITE, INK, 1.1)
        below = _turns_down(row.experienced, number)
        base = at + 13 if below else at - 7
        ground = desk.look.panel if row.truths[number] else WHITE
        pen.rect(x - label.width / 2 - 1.5, base - 7, label.width + 3, 8.6, fill=ground)  # no line runs through it
        pen.line(label, x - label.width / 2, base)


def _turns_down(values: tuple[float | None, ...], number: int) -> bool:
    """True when the line comes from above on both sides, so that the label is clear below the point."""
    own = values[number] or 0.0
    around = [v for v in (values[number - 1 : number] + values[number + 1 : number + 2]) if v is not None]
    return bool(around) and sum(around) / len(around) > own


def key_strip(desk: Desk) -> Strip:
    """What the lines and the tint mean."""
    style = sans(8.2, 12, INK2)
    words = ("What they expected", "What they told us, with how many; hollow: fewer than three", "Moment of truth")
    lines = [set_text(text, style, desk.width, desk.shelf)[0] for text in words]

    def draw(pen: Pen, x: float, y: float) -> None:
        middle, at = y + 14, x
        for number, line in enumerate(lines):
            _key_sign(pen, desk, number, at, middle)
            pen.line(line, at + 23, baseline(style, y + 8))
            at += 23 + line.width + 14

    return Strip(22, draw)


def _key_sign(pen: Pen, desk: Desk, number: int, x: float, middle: float) -> None:
    if number == 0:
        pen.stroke([(x, middle), (x + 18, middle)], INK2, 1.0, (3, 2.4))
    elif number == 1:
        pen.stroke([(x, middle), (x + 18, middle)], INK, 1.3)
        pen.dot(x + 9, middle, 2.8, INK)
    else:
        pen.rect(x + 2, middle - 4, 14, 8, fill=desk.look.panel)
        pen.rect(x + 2, middle - 4, 14, 1.5, fill=desk.look.accent)
