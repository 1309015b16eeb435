"""Strips put on pages: what belongs together stays together, and nothing is ever too tall."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import attrs

from brm_app.briefing.strips import Band, Strip
from brm_app.briefing.tags import PAGE_HEAD


@attrs.frozen
class Frame:
    """The part of a page that strips may fill, in points from the page's top left."""

    x: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Room between top and bottom."""
        return self.bottom - self.top


@attrs.frozen
class Placed:
    """A strip and the top of its place on the page; `scale` below 1 shrinks what is taller than any page."""

    strip: Strip
    y: float
    scale: float = 1.0


@attrs.define
class Page:
    """One page being filled."""

    frame: Frame
    placed: list[Placed]
    y: float

    def openings(self) -> Iterator[str]:
        """Names of the sections that open here."""
        return (item.strip.key for item in self.placed if item.strip.key)

    def bands(self) -> Iterator[tuple[Band, float, float]]:
        """Each band with the top and bottom of its part of this page."""
        for band, group in groupby(self.placed, key=lambda item: item.strip.band):
            items = list(group)
            if band is not None:
                yield band, items[0].y, items[-1].y + items[-1].strip.height * items[-1].scale


def _chunks(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        if chunk and strip.fresh:
            yield chunk
            chunk = []
        chunk.append(strip)
        if not strip.glue:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class Paginator:
    """Fills pages with strips; `frame_of(index, key)` is the frame of a page on which section `key` is being set."""

    def __init__(self, frame_of: Callable[[int, str], Frame]) -> None:
        self._frame_of = frame_of
        self._key = ""
        self.pages: list[Page] = []
        self._break()

    def _break(self) -> None:
        frame = self._frame_of(len(self.pages), self._key)
        self.pages.append(Page(frame, [], frame.top))

    def fill(self, strips: Iterable[Strip]) -> list[Page]:
        """The pages with all strips on them."""
        for chunk in _chunks(strips):
            self._place_chunk(chunk)
        return self.pages

    def _place_chunk(self, chunk: list[Strip]) -> None:
        page = self.pages[-1]
        self._key = chunk[0].key or self._key
        if page.placed and page.frame.bottom - page.y < chunk[0].fresh:
            self._break()
        needs = sum(strip.before + strip.height for strip in chunk)
        page = self.pages[-1]
        repeated = sum(strip.height for strip in chunk[0].band.header) if chunk[0].band else 0.0
        if page.placed and page.y + needs > page.frame.bottom + 0.01 and needs + repeated <= page.frame.height:
            self._break_within(chunk[0])
        for strip in chunk:
            self._place(strip)

    def _break_within(self, strip: Strip) -> None:
        previous = self.pages[-1].placed[-1].strip if self.pages[-1].placed else None
        self._break()
        if strip.band is not None and previous is not None and previous.band is strip.band:
            for header in strip.band.header:
                self._set(attrs.evolve(header, band=strip.band, tags=(PAGE_HEAD,)))

    def _place(self, strip: Strip) -> None:
        page = self.pages[-1]
        above = strip.before if page.placed else 0.0
        if page.placed and page.y + above + strip.height > page.frame.bottom + 0.01:
            self._break_within(strip)
        self._set(strip)

    def _set(self, strip: Strip) -> None:
        page = self.pages[-1]
        page.y += strip.before if page.placed else 0.0
        room = page.frame.bottom - page.y
        scale = 1.0 if strip.height <= room + 0.02 else max(0.05, room / strip.height)
        page.placed.append(Placed(strip, page.y, scale))
        page.y += strip.height * scale
