"""The one place that draws: a canvas measured in points from the page's top left, which notes what stands where."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import LinkAnnotation
from reportlab.pdfgen.canvas import Canvas

from brm_app.briefing.fonts import STAMP, width
from brm_app.briefing.languages import spoken, stretches_of
from brm_app.briefing.output import Output
from brm_app.briefing.result import Place
from brm_app.briefing.strokes import Hand, filling, rounded, short
from brm_app.briefing.tags import Node, Tag, Tags
from brm_app.briefing.text import Line, Stretch
from brm_app.domain.content import Document

Point = tuple[float, float]
rl_config.useA85 = 0  # streams as bytes instead of printable text: a fifth smaller


class _Link(LinkAnnotation):
    """A link that knows its place in the tree of tags."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class Pen:
    """Draws on the pages of one document. Every drawing of the typesetter goes through these methods."""

    def __init__(self, content: Document, size: Point) -> None:
        self.width, self.height = size
        make: Any = Canvas  # the published types take the font's name for a number
        self.canvas: Any = make(
            None,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName="InterTabular_400Regular",
            lang=content.meta.language or "en",
        )
        self.output = Output(self.canvas, content.meta.language or "en")
        self.page = 0
        self.places: list[Place] = []
        self.records = {figure.number: figure.record for figure in content.figures}
        self.links: dict[str, str] = {}  # the bookmarks that this document will have, and what each leads to
        self.tags = Tags()
        self._language = content.meta.language
        self._zoom = (1.0, 0.0, 0.0)
        self.hand = Hand()

    def _y(self, y: float) -> float:
        return round(self.height - y, 2)

    def resize(self, size: Point) -> None:
        """Give the page that comes next, and those after it, another size."""
        self.width, self.height = size
        self.canvas.setPageSize(size)

    def end_page(self) -> None:
        """Finish this page and start the next one."""
        key = self.tags.end_page(self.canvas._code)
        self.canvas.showPage()
        self.page += 1
        self.hand = Hand()
        self.output.page(key)

    def finish(self) -> bytes:
        """The whole document."""
        return self.output.finish(self.tags)

    @contextmanager
    def tag(self, *tags: Tag) -> Iterator[None]:
        """Draw as part of these elements, the outermost first; see `tags`."""
        depth = self.tags.enter(tags)
        yield
        self.tags.leave(depth)

    def fills(self, x: float, y: float, width: float, height: float) -> None:
        """Say that a shape or picture is about to be drawn there."""
        figure = self.tags.shape(self.canvas._code)
        if figure is not None:
            self._hold(figure, x, y, width, height)

    def _path(self, points: Sequence[Point]) -> None:
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        self.fills(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))

    def _hold(self, figure: Node, x: float, y: float, width: float, height: float) -> None:
        scale, left, top = self._zoom
        x, y = left + (x - left) * scale, top + (y - top) * scale
        figure.hold(x, self._y(y + height * scale), x + width * scale, self._y(y))

    @contextmanager
    def scaled(self, scale: float, x: float, y: float) -> Iterator[None]:
        """Draw smaller, from that point on to the right and down."""
        if scale >= 1:
            yield
            return
        self.tags.close(self.canvas._code)
        self.canvas.saveState()
        self.canvas.translate(x * (1 - scale), self._y(y) * (1 - scale))
        self.canvas.scale(scale, scale)
        self._zoom = (scale, x, y)
        kept = copy(self.hand)
        yield
        self.hand = kept  # with the scale the page forgets what was written with in it
        self._zoom = (1.0, 0.0, 0.0)
        self.tags.close(self.canvas._code)
        self.canvas.restoreState()

    def line(self, line: Line, x: float, baseline: float, room: float = 0.0, align: str = "left") -> None:
        """Draw a line of text; `room` is the width that `align` refers to."""
        if align == "right" or (line.right_to_left and room):
            x += room - line.width
        if self.tags.current.kind == "Figure":
            self._hold(self.tags.current, x, baseline - 8, line.width, 10)
        # A line whose letters stand in another order than they are read in; a link within needs its own words.
        said = line.said if not any(stretch.ink.link for stretch in line.stretches) else ""
        with self.tag(*([Tag("Span", actual=said, language=spoken(said, self._language))] if said else [])):
            for stretch in line.stretches:
                self._stretch(stretch, x + stretch.x, baseline)

    def _stretch(self, stretch: Stretch, x: float, baseline: float) -> None:
        ink = stretch.ink
        if ink.link in self.links:
            with self.tag(*self.tags.linking(ink.link)):
                self._text(stretch, x, baseline)
                self.link(ink.link, x, baseline - ink.rise - ink.size, stretch.width, ink.size * 1.3)
        else:
            self._text(stretch, x, baseline)

    def _text(self, stretch: Stretch, x: float, baseline: float) -> None:
        ink, canvas = stretch.ink, self.canvas
        self.tags.text(canvas._code)
        code = [f"BT {self.hand.dips(ink.colour)}{short(x)} {short(self._y(baseline) + ink.rise)} Td"]
        for words, language in stretches_of(stretch.text, self._language):
            said = self.hand.writes(canvas._doc, ink.font, ink.size, words)
            code.append(f"/Span<</Lang({language})>>BDC {said} EMC" if language else said)
        canvas._code.append(f"{' '.join(code)} ET")
        if ink.figure:
            self.figure(ink.figure, x, baseline - ink.rise - ink.size, stretch.width, ink.size * 1.3)

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        line: float = 0.75,
        radius: float = 0.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A rectangle, filled or outlined or both."""
        self.fills(x, y, width, height)
        inks = [filling(fill)] if fill else []
        inks += [*self._pencil(stroke, line, dash)] if stroke else []
        low = self._y(y + height)
        ends = "B" if fill and stroke else "f" if fill else "S" if stroke else "n"
        box = f"{short(x)} {short(low)} {short(width)} {short(height)} re"
        self._draw(*inks, rounded(x, low, width, height, radius) if radius else box, ends)

    def _draw(self, *code: str) -> None:
        """Operators on the page whose inks hold for them alone."""
        self.canvas._code.append(f"q {' '.join(code)} Q")

    @staticmethod
    def _pencil(colour: str, line: float, dash: Sequence[float] = ()) -> Iterator[str]:
        """The ink and the width of lines."""
        yield f"{filling(colour)[:-2]}RG {short(line)} w"
        if dash:
            yield f"[{' '.join(map(short, dash))}] 0 d"

    def _through(self, points: Sequence[Point]) -> str:
        """A line from point to point."""
        (x, y), *others = points
        steps = (f"{short(x)} {short(self._y(y))} l" for x, y in others)
        return " ".join([f"{short(x)} {short(self._y(y))} m", *steps])

    def stroke(self, points: Sequence[Point], colour: str, line: float = 0.75, dash: Sequence[float] = ()) -> None:
        """An open line through the points."""
        self._path(points)
        self._draw(*self._pencil(colour, line, dash), "1 j", self._through(points), "S")

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """A filled polygon."""
        self._path(points)
        self._draw(filling(fill), self._through(points), "h f")

    def dot(self, x: float, y: float, radius: float, fill: str, stroke: str = "", line: float = 1.5) -> None:
        """A circle around a point."""
        self.fills(x - radius, y - radius, 2 * radius, 2 * radius)
        canvas = self.canvas
        canvas.saveState()
        canvas.setFillColor(HexColor(fill))
        if stroke:
            canvas.setStrokeColor(HexColor(stroke))
            canvas.setLineWidth(line)
        canvas.circle(x, self._y(y), radius, stroke=int(bool(stroke)), fill=1)
        canvas.restoreState()

    def evidence(self, x: float, y: float, width: float, height: float, kind: str, colour: str) -> None:
        """A bar filled by its evidence: measured solid, estimated hatched at 45°, told outlined."""
        if kind == "measured":
            self.rect(x, y, width, height, fill=colour)
            return
        if kind == "estimated":
            self._hatch(x, y, width, height, colour)
        if width > 1:
            self.rect(x + 0.4, y + 0.4, width - 0.8, height - 0.8, stroke=colour, line=0.8)
        else:
            self.stroke([(x, y), (x, y + height)], colour, 0.8)

    def _hatch(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.fills(x, y, width, height)
        step, bottom = 4.3, self._y(y + height)
        box = f"{short(x)} {short(bottom)} {short(width)} {short(height)} re W n"
        starts = (x - height + number * step for number in range(int((width + height) / step) + 2))
        lines = (f"{short(at)} {short(bottom)} m {short(at + height)} {short(bottom + height)} l" for at in starts)
        self._draw(box, *self._pencil(colour, 1.15), *lines, "S")

    def stamp(self, word: str, colour: str) -> None:
        """A large word from corner to corner that darkens the page's ground and leaves all that is printed readable."""
        size = 0.55 * math.hypot(self.width, self.height) / width(STAMP, word)
        self.fills(0, 0, self.width, self.height)
        canvas, wide = self.canvas, width(STAMP, word) * size
        canvas.saveState()
        canvas.setBlendMode("Multiply")
        canvas.translate(self.width / 2, self.height / 2)
        canvas.rotate(math.degrees(math.atan2(self.height, self.width)))
        canvas.setFont(STAMP, size)
        canvas.setFillColor(HexColor(colour))
        canvas.drawString(-wide / 2, -size * 0.36, word)
        canvas.restoreState()

    def bookmark(self, key: str, y: float, title: str = "", level: int = 0, closed: bool = False) -> None:
        """A place that links lead to, and its entry in the outline when it has a title."""
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=min(self.height, self._y(y) + 12), zoom=0)
        if title:
            self.canvas.addOutlineEntry(title, key, level, closed)

    def link(self, key: str, x: float, y: float, width: float, height: float) -> None:
        """A link to a bookmark of this document; one to nowhere is not made."""
        if key not in self.links:
            return
        name = f"Link{len(self.tags.parents)}"
        box = self.canvas._absRect((x, self._y(y + height), x + width, self._y(y)), 1)
        said, target, owner = self.links[key], self.canvas._bookmarkReference(key), self.tags.link(f"Annot.{name}")
        self.canvas._addAnnotation(_Link(box, said, target, Border="[0 0 0]", F=4, StructParent=owner), name)

    def place(self, record: str, x: float, y: float, width: float, height: float, figure: str = "") -> None:
        """Note that a record stands in this rectangle of this page."""
        if record:
            self.places.append(
                Place(page=self.page, x=x, y=y, width=width, height=height, record=record, figure=figure)
            )

    def figure(self, number: str, x: float, y: float, width: float, height: float) -> None:
        """Note that a figure stands in this rectangle of this page."""
        self.place(self.records.get(number, ""), x, y, width, height, number)
