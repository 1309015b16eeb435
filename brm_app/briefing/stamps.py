"""What we print on the pages of others: marking, number of the issue, page n of N, and DRAFT on what is not issued.

A page of others becomes a form in a page of ours, and the stamp is drawn over it: nothing that the foreign
instructions leave open or close too often can move it.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import islice
from typing import Any

import attrs
import pikepdf

from brm_app.briefing.fonts import Shelf
from brm_app.briefing.furniture import MARGIN, STAMP
from brm_app.briefing.looks import INK2, SMALLEST, WHITE, sans
from brm_app.briefing.pen import Pen
from brm_app.briefing.tags import PAGE_FOOT, WATERMARK
from brm_app.briefing.text import Line, set_text
from brm_app.domain.content import Document

_ROOM = (595.276, 200.0)  # what a stamp needs, at the least; on large pages it grows with the shorter side
_FOOT = 10.0  # from the bottom edge to the lowest line: below what most pages print
_LEAD = 10.5
_PAD = 2.5
_STYLE = sans(SMALLEST, _LEAD, INK2)
Box = tuple[float, float, float, float]  # left, bottom, right, top
_LETTER = (0.0, 0.0, 612.0, 792.0)  # what readers take for a page that doesn't say its size


@attrs.frozen
class _Sheet:
    """A page of others as it is looked at: the box that is shown, and how it is turned."""

    shown: Box
    turned: int  # 0, 90, 180 or 270 degrees, clockwise

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as it is looked at."""
        left, bottom, right, top = self.shown
        size = (right - left, top - bottom)
        return size if self.turned in (0, 180) else (size[1], size[0])

    @property
    def scale(self) -> float:
        """How much larger than on A4 a stamp is drawn on it."""
        width, height = self.size
        return min(width / _ROOM[0], height / _ROOM[1], max(1.0, min(width, height) / _ROOM[0]))

    @property
    def placed(self) -> str:
        """The matrix that lays a stamp on it."""
        s, (left, bottom, right, top) = self.scale, self.shown
        turns = {
            0: (s, 0, 0, s, left, bottom),
            90: (0, s, -s, 0, right, bottom),
            180: (-s, 0, 0, -s, right, top),
            270: (0, -s, s, 0, left, top),
        }
        return " ".join(f"{number:.6f}" for number in turns[self.turned])


def stamp_pages(document: pikepdf.Pdf, first: int, content: Document) -> None:
    """Stamps every page from `first`, counted from 0, to the end."""
    pages = list(islice(document.pages, first, None))
    sheets = [_sheet(page.obj) for page in pages]
    with pikepdf.open(BytesIO(_drawn(sheets, first, content))) as stamps:
        for page, sheet, stamp in zip(pages, sheets, stamps.pages, strict=True):
            stamp.obj.MediaBox, stamp.obj.Resources = map(
                stamps.make_indirect, (stamp.obj.MediaBox, stamp.obj.Resources)
            )
            _lay_over(document, page.obj, sheet, stamp.obj)


def _sheet(page: Any) -> _Sheet:
    """That of a page, whose boxes are mended where nothing of it would be shown."""
    paper = _rect(page.get("/MediaBox")) or _LETTER
    cut = _rect(page.get("/CropBox")) or paper
    both = (max(paper[0], cut[0]), max(paper[1], cut[1]), min(paper[2], cut[2]), min(paper[3], cut[3]))
    turned = page.get("/Rotate", 0)
    whole = int(turned) % 360 if isinstance(turned, int) else 0
    shown = both if both[0] < both[2] and both[1] < both[3] else paper
    page.MediaBox, page.CropBox = list(paper), list(shown)
    return _Sheet(shown, whole if whole in (90, 180, 270) else 0)


def _rect(box: Any) -> Box | None:
    """Left, bottom, right and top; None for what is no box, or an empty one."""
    try:
        a, b, c, d = map(float, box)
    except (TypeError, ValueError):
        return None
    found = (min(a, c), min(b, d), max(a, c), max(b, d))
    return found if found[0] < found[2] and found[1] < found[3] else None


def _drawn(sheets: Sequence[_Sheet], first: int, content: Document) -> bytes:
    """A PDF with one stamp a page."""
    pen = Pen(content, _ROOM)
    shelf, every = Shelf(), first + len(sheets)
    for index, sheet in enumerate(sheets):
        pen.resize((sheet.size[0] / sheet.scale, sheet.size[1] / sheet.scale))
        if content.meta.draft:
            with pen.tag(WATERMARK):
                pen.stamp("DRAFT", STAMP)
        with pen.tag(PAGE_FOOT):
            _draw_foot(pen, shelf, content, f"{first + index + 1} of {every}")
        pen.end_page()
    made = pen.finish()
    pen.tags.forget()
    return made


def _draw_foot(pen: Pen, shelf: Shelf, content: Document, number: str) -> None:
    """Marking and number left, the page right, each on a white ground: what is under it may be of any colour."""
    meta, room = content.meta, pen.width - 2 * MARGIN
    right = set_text(number, _STYLE, room, shelf)
    words = " · ".join(text for text in ("DRAFT" if meta.draft else "", meta.number, meta.marking) if text)
    left = set_text(words, _STYLE, room - right[0].width - 6 * _PAD, shelf) if words else []
    _draw_lines(pen, left, MARGIN)
    _draw_lines(pen, right, pen.width - MARGIN - right[0].width)


def _draw_lines(pen: Pen, lines: Sequence[Line], x: float) -> None:
    if not lines:
        return
    wide, tall = max(line.width for line in lines), _LEAD * len(lines)
    top = pen.height - _FOOT - tall + _LEAD - SMALLEST
    pen.rect(x - _PAD, top - _PAD, wide + 2 * _PAD, tall + 2 * _PAD - 1, fill=WHITE, radius=2)
    for number, line in enumerate(lines):
        pen.line(line, x, pen.height - _FOOT - _LEAD * (len(lines) - 1 - number), wide)


def _lay_over(document: pikepdf.Pdf, page: Any, sheet: _Sheet, stamp: Any) -> None:
    """The page's own instructions as a form, then the stamp as another."""
    own = _as_form(_instructions(document, page), page.MediaBox, page.get("/Resources", pikepdf.Dictionary()))
    paper, inks = document.copy_foreign(stamp.MediaBox), document.copy_foreign(stamp.Resources)
    over = _as_form(document.copy_foreign(stamp.Contents), paper, inks)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=own, Stamp=over))
    page.Contents = document.make_stream(f"q /Page Do Q q {sheet.placed} cm /Stamp Do Q".encode())


def _as_form(instructions: Any, box: Any, resources: Any) -> Any:
    instructions.Type, instructions.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    instructions.BBox, instructions.Resources = box, resources
    return instructions


def _instructions(document: pikepdf.Pdf, page: Any) -> pikepdf.Stream:
    """Those of a page in a stream of their own, for several pages may share one."""
    held = page.get("/Contents")
    if not isinstance(held, pikepdf.Stream):
        return document.make_stream(b"")
    coded = {key: held[f"/{key}"] for key in ("Filter", "DecodeParms") if f"/{key}" in held}
    return document.make_stream(held.read_raw_bytes(), **coded)
