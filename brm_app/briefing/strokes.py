"""Numbers, colours and letters as a page of a PDF holds them, in as few bytes as they can be."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from attrs import define
from reportlab.pdfbase import pdfmetrics

_ESCAPED = {ord(mark): f"\\{mark}" for mark in "()\\"}


def short(value: float) -> str:
    """A length in points to the hundredth, which no eye and no printer tells apart."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


@lru_cache(maxsize=200)
def filling(colour: str) -> str:
    """The operator that fills with a colour `#RRGGBB`; three digits tell its 256 steps apart."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(f"{part:.3f}".rstrip("0").rstrip(".") for part in parts) + " rg"


@define
class Hand:
    """What the page writes with: it is said anew only where it changes."""

    colour: str = ""
    font: str = ""

    def dips(self, colour: str) -> str:
        """The operator that changes the colour of what is written, or nothing."""
        same, self.colour = self.colour == colour, colour
        return "" if same else filling(colour) + " "

    def writes(self, document: Any, font: str, size: float, words: str) -> str:
        """The operators that write words; the font takes their letters into its subsets of this document."""
        known: Any = pdfmetrics.getFont(font)
        code = []
        for subset, data in known.splitString(words, document):
            chosen = f"{known.getSubsetInternalName(subset, document)} {short(size)} Tf"
            code += [] if chosen == self.font else [chosen]
            code.append(f"({data.decode('latin-1').translate(_ESCAPED)}) Tj")
            self.font = chosen
        return " ".join(code)


_ROUND = 0.5523  # how far the handles of a curve stand from its ends, so that it looks a quarter of a circle


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The outline of a box with rounded corners; `x` and `y` are its lower left corner."""
    bend = radius * (1 - _ROUND)
    right, top = x + width, y + height
    corners = (
        (right - radius, y, right - bend, y, right, y + bend, right, y + radius),
        (right, top - radius, right, top - bend, right - bend, top, right - radius, top),
        (x + radius, top, x + bend, top, x, top - bend, x, top - radius),
        (x, y + radius, x, y + bend, x + bend, y, x + radius, y),
    )
    lines = (" ".join([*map(short, c[:2]), "l", *map(short, c[2:]), "c"]) for c in corners)
    return f"{short(x + radius)} {short(y)} m {' '.join(lines)} h"
