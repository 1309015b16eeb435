"""Charts in strips: bars, the bar of evidence, before and now, and the steps of a roll-out."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from brm_app.briefing.alts import alt_of
from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import HAIR, INK, INK2, WHITE, sans, serif
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import (
    Band,
    Strip,
    banded,
    baseline,
    beside,
    draw_all,
    gap,
    held,
    one,
    spaced,
    tagged,
    total,
)
from brm_app.briefing.tables import key_line
from brm_app.briefing.tags import figure
from brm_app.briefing.text import Line, set_text
from brm_app.domain.content import Bar, Bars, BeforeNow, EvidenceBar, Steps

_LABEL = sans(8.7, 11.8, INK, "semibold")
_SUBLABEL = sans(8.2, 11.2, INK2)
_VALUE = sans(9.5, 12, INK, "semibold")
_BAR = 17.0


@attrs.frozen
class Scale:
    """From values to points: `zero` is where zero stands from the left edge, `extent` fills `room`."""

    zero: float
    extent: float
    room: float

    def span(self, value: float) -> tuple[float, float]:
        """Left edge and width of the bar of a value."""
        wide = max(abs(value) / self.extent * self.room if self.extent else 0.0, 0.8)
        return (self.zero if value >= 0 else self.zero - wide), wide


def scale_for(values: Sequence[float], left: float, room: float) -> Scale:
    """Bars from zero that fill the room; zero moves right when there are negative values."""
    low, high = min(0.0, *values), max(0.0, *values)
    extent = high - low
    return Scale(left - (low / extent * room if extent else 0.0), extent, room)


def bars_strips(desk: Desk, chart: Bars) -> list[Strip]:
    """One strip for each bar: label and sublabel left, the value at the bar's end."""
    if not chart.bars:
        return []
    values = [set_text(bar.text, _VALUE, desk.width * 0.3, desk.shelf) for bar in chart.bars]
    widest = max(line.width for lines in values for line in lines)
    left = desk.width * 0.37
    negative = any(bar.value < 0 for bar in chart.bars)
    room = desk.width - left - (widest + 8) * (2 if negative else 1)
    scale = scale_for([bar.value for bar in chart.bars], left + (widest + 8 if negative else 0), max(room, 30.0))
    strips = [_bar_strip(desk, bar, value, scale, left) for bar, value in zip(chart.bars, values, strict=True)]

    def axis(pen: Pen, x: float, top: float, bottom: float) -> None:
        pen.stroke([(x + scale.zero, top), (x + scale.zero, bottom)], INK, 0.9)

    return banded(tagged(held(strips), figure(alt_of(chart))), Band(backdrop=axis))


def _bar_strip(desk: Desk, bar: Bar, value: Sequence[Line], scale: Scale, left: float) -> Strip:
    label = desk.text(bar.label, _LABEL, left - 14) + desk.text(bar.sublabel, _SUBLABEL, left - 14)
    height = max(total(label) + 8.5, _BAR + 8.5, len(value) * _VALUE.leading + 4)
    start, wide = scale.span(bar.value)

    def draw(pen: Pen, x: float, y: float) -> None:
        middle = y + height / 2
        draw_all(label, pen, x, middle - total(label) / 2)
        pen.evidence(x + start, middle - _BAR / 2, wide, _BAR, bar.evidence, desk.look.accent)
        top = middle - len(value) * _VALUE.leading / 2
        for number, line in enumerate(value):
            at = x + start - 6.5 - line.width if bar.value < 0 else x + start + wide + 6.5
            pen.line(line, at, baseline(_VALUE, top + number * _VALUE.leading))
        pen.figure(bar.figure, x, y, desk.width, height)
        if bar.figure:
            pen.link(f"figure-{bar.figure}", x + start, y, wide + 7 + max(line.width for line in value), height)

    return Strip(height, draw)


def evidence_strips(desk: Desk, chart: EvidenceBar) -> list[Strip]:
    """One bar in segments, each with its own value under it and never a total."""
    caption = desk.text(chart.caption, sans(8.6, 12, INK2))
    widths = _segment_widths([max(segment.value, 0.0) for segment in chart.segments], desk.width)
    labels = _segment_labels(desk, chart.segments, widths)

    def draw(pen: Pen, x: float, y: float) -> None:
        at = x
        for segment, wide in zip(chart.segments, widths, strict=True):
            if wide:
                pen.evidence(at, y, wide, 33.0, segment.evidence, desk.look.accent)
                pen.figure(segment.figure, at, y, wide, 33.0)
            at += wide

    parts = [*caption, gap(11), *tagged([Strip(33.0, draw), gap(7.5), *labels], figure(alt_of(chart)))]
    return [one(parts)]


def _segment_widths(values: Sequence[float], width: float) -> list[float]:
    """Widths by value; a segment too small to see still gets two points."""
    whole = sum(values)
    if not whole:
        return [0.0 for _ in values]
    least = [2.0 if 0 < value / whole * width < 2.0 else 0.0 for value in values]
    free = width - sum(least)
    rest = sum(value for value, small in zip(values, least, strict=True) if not small) or 1.0
    return [small or value / rest * free for value, small in zip(values, least, strict=True)]


def _segment_labels(desk: Desk, segments: Sequence[Bar], widths: Sequence[float]) -> list[Strip]:
    """Labels where their segments begin, the last one flush right; in columns with marks when they would touch."""
    strong, plain = sans(8.6, 13.6, INK, "semibold"), sans(8.6, 13.6, INK2)
    set_labels = [
        [
            set_text(bar.text, strong, desk.width, desk.shelf)[0],
            set_text(bar.sublabel, plain, desk.width, desk.shelf)[0],
        ]
        for bar in segments
    ]
    wide = [max(line.width for line in lines) for lines in set_labels]
    starts = [sum(widths[:number]) for number in range(len(segments))]
    if len(segments) > 1:
        starts[-1] = desk.width - wide[-1]
    clear = all(a + w + 12 <= b for a, w, b in zip(starts, wide, starts[1:], strict=False))
    if not clear or any(w > desk.width for w in wide):
        return _label_columns(desk, segments)
    columns = [
        desk.text(bar.text, strong, room, _flush(number, segments))
        + desk.text(bar.sublabel, plain, room, _flush(number, segments))
        for number, (bar, room) in enumerate(zip(segments, (w + 0.1 for w in wide), strict=True))
    ]
    return [beside(columns, starts)]


def _flush(number: int, segments: Sequence[Bar]) -> str:
    return "right" if number and number == len(segments) - 1 else "left"


def _label_columns(desk: Desk, segments: Sequence[Bar]) -> list[Strip]:
    room, edges = desk.shares(len(segments), 14)
    narrow = desk.narrowed(room)
    strong, plain = sans(8.6, 13.6, INK, "semibold"), sans(8.6, 13.6, INK2)
    columns = [
        [key_line(narrow, [(bar.evidence, " ")]), *narrow.text(bar.text, strong), *narrow.text(bar.sublabel, plain)]
        for bar in segments
    ]
    return [beside(columns, edges)]


def before_now_strip(desk: Desk, chart: BeforeNow) -> Strip:
    """A tinted panel: the large figure left, two bars from zero right, how it was measured under them."""
    big_room = desk.width * 0.36 - 24
    caption = desk.text(chart.caption, sans(9.7, 14), big_room)
    left = [one(_big(desk, chart.big, big_room, 37.4)), *caption]
    right_at = desk.width * 0.397
    pair = _pair(desk, chart, desk.width - right_at - 12)
    note = desk.text(chart.note, sans(8.2, 11.6, INK2), desk.width - right_at - 12)
    bars = tagged([pair], figure(alt_of(chart)))
    right = [*bars, gap(9), *note] if note else bars
    height = max(total(left), total(right)) + 36

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.rect(x, y, desk.width, height, fill=desk.look.panel)
        draw_all(left, pen, x + 18, y + (height - total(left)) / 2)
        draw_all(right, pen, x + right_at, y + (height - total(right)) / 2)
        pen.figure(chart.figure, x, y, desk.width, height)

    return Strip(height, draw)


def _big(desk: Desk, text: str, room: float, size: float) -> list[Strip]:
    """A large figure in one line if any size from `size` down allows it."""
    style = serif(size, size * 1.12, desk.look.accent, "semibold")
    while size > 15 and len(set_text(text, style, room, desk.shelf)) > 1:
        size -= 1.0
        style = serif(size, size * 1.12, desk.look.accent, "semibold")
    return desk.text(text, style, room) or [gap(0)]


big_figure = _big


def _pair(desk: Desk, chart: BeforeNow, width: float) -> Strip:
    """The two bars on one scale from zero."""
    bold = sans(9, 13, INK, "semibold")
    values = [set_text(text, bold, width * 0.4, desk.shelf) for text in (chart.before_text, chart.now_text)]
    room = width - 43.5 - max(line.width for lines in values for line in lines) - 10
    scale = scale_for([abs(chart.before), abs(chart.now)], 43.5, max(room, 20.0))
    rows = (("Before", chart.before, desk.look.muted), ("Now", chart.now, desk.look.accent))
    strips = [
        _pair_row(desk, name, scale.span(abs(value)), lines, (chart.evidence, colour))
        for (name, value, colour), lines in zip(rows, values, strict=True)
    ]
    return one([strips[0], *spaced(strips[1:], 9.5)])


def _pair_row(desk: Desk, name: str, span: tuple[float, float], value: Sequence[Line], fill: tuple[str, str]) -> Strip:
    label, bold = sans(8.7, 13, INK2), sans(9, 13, INK, "semibold")
    start, wide = span

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.line(set_text(name, label, 43, desk.shelf)[0], x, baseline(label, y))
        pen.evidence(x + start, y, wide, 13, *fill)
        for number, line in enumerate(value):
            pen.line(line, x + start + wide + 6.5, baseline(bold, y + number * bold.leading))

    return Strip(13.0 * len(value), draw)


def steps_strips(desk: Desk, chart: Steps) -> list[Strip]:
    """Dots on a line, filled when done, in rows of four at most."""
    rows = [_steps_row(desk, chart, at) for at in range(0, len(chart.steps), 4)]
    return tagged([attrs.evolve(row, before=14 if n else 0) for n, row in enumerate(rows)], figure(alt_of(chart)))


def _steps_row(desk: Desk, chart: Steps, at: int) -> Strip:
    steps = chart.steps[at : at + 4]
    wide, edges = desk.shares(4, 0)
    name, when = sans(9.4, 14.4, INK, "semibold"), sans(9.4, 14.4, INK2)
    rooms = [*(wide for _ in steps[1:]), desk.width - edges[len(steps) - 1]]  # the last one has all that is left
    columns = [
        desk.text(s.name, name, room - 12) + desk.text(s.when, when, room - 12)
        for s, room in zip(steps, rooms, strict=True)
    ]
    labels = beside(columns, edges[: len(steps)])
    accent = desk.look.accent

    def draw(pen: Pen, x: float, y: float) -> None:
        middle, dots = y + 6, [x + edge + 6 for edge in edges[: len(steps)]]
        end = x + desk.width - 6
        pen.stroke([(dots[0], middle), (end, middle)], HAIR, 1.5)
        for number, step in enumerate(steps):
            following = steps[number + 1] if number + 1 < len(steps) else None
            if step.done and following is not None and following.done:
                pen.stroke([(dots[number], middle), (dots[number + 1], middle)], accent, 1.5)
        for dot, step in zip(dots, steps, strict=True):
            pen.dot(dot, middle, 4.6, accent if step.done else WHITE, accent)
        labels.draw(pen, x, y + 20)

    return Strip(20 + labels.height, draw)
