"""What stands on every page around the text: running head, foot, spine, and the band with the contacts."""

from __future__ import annotations

import attrs

from brm_app.briefing.blocks import box_blocks
from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import HAIR, INK3, SMALLEST, sans
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import Strip, draw_all, total
from brm_app.briefing.tags import WATERMARK
from brm_app.briefing.text import shortened
from brm_app.domain.content import Document

MARGIN = 53.9  # 19 mm
HEAD_RULE = 44.5
FOOT_RULE = 43.0  # from the bottom edge
_STYLE = sans(SMALLEST, 10, INK3)
_BAND_PAD = 14.0
STAMP = "#F3F3F1"


@attrs.frozen(kw_only=True)
class Furniture:
    """The frame of every page of one document."""

    content: Document
    desk: Desk
    width: float
    height: float
    contact: tuple[Strip, ...]

    @property
    def foot(self) -> float:
        """Where the foot's rule is drawn, from the page's top."""
        return self.height - FOOT_RULE

    @property
    def band(self) -> float:
        """Height of the contact band; 0 without one."""
        return total(self.contact) + 2 * _BAND_PAD if self.contact else 0.0

    def head(self, pen: Pen) -> None:
        """Organisation and short title, and the number of an issue, over a hair line."""
        meta = self.content.meta
        room = self.width - 2 * MARGIN
        name = shortened(meta.organisation, _STYLE, room * 0.45, self.desk.shelf)
        pen.line(name, MARGIN, 36.2)
        number = shortened(meta.number, _STYLE, room * 0.3, self.desk.shelf)
        pen.line(number, MARGIN, 36.2, room, "right")
        kicker = shortened(meta.short_kicker, _STYLE, room - name.width - number.width - 16, self.desk.shelf)
        pen.line(kicker, MARGIN + name.width + 7, 36.2)
        pen.stroke([(MARGIN, HEAD_RULE), (self.width - MARGIN, HEAD_RULE)], HAIR)

    def _foot_words(self, cover: bool) -> str:
        meta = self.content.meta
        # A cover has the marking at its top, and not the head in which all other pages have the number.
        marking = meta.marking if not cover else f"Number {meta.number}." if meta.number else ""
        marking = f"{marking}." if marking and marking[-1].isalnum() else marking
        said = f"Figures as of {meta.as_of_text}." if self.content.figures and meta.as_of_text else ""
        return " ".join(text for text in (marking, said) if text)

    def footer(self, pen: Pen, right: str, cover: bool = False) -> None:
        """Marking and as-of date left, the page number right, under a hair line."""
        room = self.width - 2 * MARGIN
        pen.stroke([(MARGIN, self.foot), (self.width - MARGIN, self.foot)], HAIR)
        number = shortened(right, _STYLE, room, self.desk.shelf)
        pen.line(number, MARGIN, self.foot + 14, room, "right")
        words = shortened(self._foot_words(cover), _STYLE, room - number.width - 12, self.desk.shelf)
        pen.line(words, MARGIN, self.foot + 14)

    def draft(self, pen: Pen) -> None:
        """DRAFT over the whole page, for what is not issued."""
        if self.content.meta.draft:
            with pen.tag(WATERMARK):
                pen.stamp("DRAFT", STAMP)

    def contacts(self, pen: Pen) -> None:
        """The band with the contacts, over the foot, from edge to edge."""
        top = self.foot - 6.5 - self.band
        pen.rect(0, top, self.width, self.band, fill=self.desk.look.paper)
        draw_all(self.contact, pen, MARGIN, top + _BAND_PAD)


def furnish(content: Document, desk: Desk, size: tuple[float, float]) -> Furniture:
    """The furniture of a document; contacts too tall for a band are left to the text."""
    contact = box_blocks(desk, content.contact) if content.contact else []
    fits = bool(contact) and total(contact) <= desk.tall / 3
    return Furniture(content=content, desk=desk, width=size[0], height=size[1], contact=tuple(contact) if fits else ())
