"""What goes into typesetting beside the content, and what it gives back: bytes, and where everything stands."""

from __future__ import annotations

import attrs


@attrs.frozen
class Appendix:
    """A PDF to stand behind a pack: what it is called, and its bytes."""

    name: str
    data: bytes = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Place:
    """Where a record or a figure is printed: page index from 0, and a rectangle in points from the page's top left."""

    page: int
    x: float
    y: float
    width: float
    height: float
    record: str
    figure: str = ""

    def holds(self, x: float, y: float) -> bool:
        """True when the point, in points from the top left, lies in the rectangle."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@attrs.frozen(kw_only=True)
class Typeset:
    """A typeset briefing.

    `sections` are (kicker, index of its first page) in reading order; `missing` holds each
    character that no bundled font can draw, sorted.
    """

    pdf: bytes = attrs.field(repr=False)
    pages: int
    minutes: int
    places: tuple[Place, ...] = attrs.field(repr=False)
    sections: tuple[tuple[str, int], ...]
    missing: str

    def at(self, page: int, x: float, y: float) -> Place | None:
        """The smallest place under a point of a page (points from its top left), or None."""
        under = [place for place in self.places if place.page == page and place.holds(x, y)]
        return min(under, key=lambda place: place.width * place.height, default=None)
