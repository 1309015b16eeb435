"""The bundled fonts: which one draws which character, and how wide it is."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics

from brm_app.briefing.embedding import EmbeddedFont
from brm_app.domain.letters import unset
from brm_app.resources import resource

FACES = {
    ("sans", "regular"): "InterTabular_400Regular",
    ("sans", "medium"): "InterTabular_500Medium",
    ("sans", "semibold"): "InterTabular_600SemiBold",
    ("serif", "regular"): "SourceSerif4_400Regular",
    ("serif", "medium"): "SourceSerif4_600SemiBold",
    ("serif", "semibold"): "SourceSerif4_600SemiBold",
    ("serif", "italic"): "SourceSerif4_400Regular_Italic",
    ("sans", "italic"): "SourceSerif4_400Regular_Italic",
}
FALLBACKS = (
    "SourceSerif4_400Regular",
    "NotoSans_400Regular",
    "NotoSansHebrew_400Regular",
    "NotoSansArabic_400Regular",
    "NotoSansDevanagari_400Regular",
    "NotoSansThai_400Regular",
    "NotoSansMath_400Regular",
    "NotoSansSymbols_400Regular",
    "NotoSansSymbols2_400Regular",
    "NotoEmoji_400Regular",
    "NotoSansSC_400Regular",
    "NotoSansKR_400Regular",
)
PLAIN = "InterTabular_400Regular"
STAMP = "InterTabular_600SemiBold"
BOX = "□"


@cache
def font(name: str) -> Any:
    """The font of a bundled file name without `.ttf`, loaded and registered once."""
    loaded = EmbeddedFont(name, str(resource("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _covered(name: str) -> frozenset[str]:
    # The glyph 0 is that of what is missing, and what a font keeps at a private code is not what the writer meant.
    glyphs = ((chr(code), glyph) for code, glyph in font(name).face.charToGlyph.items())
    return frozenset(char for char, glyph in glyphs if glyph and unicodedata.category(char) != "Co") | {"\xa0"}


def draws(name: str, char: str) -> bool:
    """True when the font has the character."""
    return char in _covered(name)


@lru_cache(maxsize=100_000)
def width(name: str, text: str) -> float:
    """Width of the text at one point."""
    return float(font(name).stringWidth(text, 1))


@cache
def _home(char: str, first: str) -> str:
    """The first font in the chain that draws the character, or an empty string."""
    return next((name for name in (first, *FALLBACKS) if char in _covered(name)), "")


class Shelf:
    """Chooses fonts for text and remembers the characters that none of them has, or that can't be drawn rightly."""

    def __init__(self) -> None:
        self.missing: set[str] = set()

    def split(self, text: str, face: str, weight: str) -> list[tuple[str, str]]:
        """The text as (stretch, font name) pairs; a missing character becomes a box and its code."""
        first = FACES[face, weight]
        self.missing |= unset(text)
        if _covered(first).issuperset(text):
            return [(text, first)] if text else []
        homes: list[tuple[str, str]] = []
        for char in text:
            homes.append(self._placed(char, first, homes[-1][1] if homes else first))
        return [("".join(c for c, _ in group), name) for name, group in groupby(homes, key=lambda pair: pair[1])]

    def _placed(self, char: str, first: str, before: str) -> tuple[str, str]:
        # A mark belongs to its letter, and a space on its own is lost when text is copied.
        if (char == " " or unicodedata.combining(char)) and char in _covered(before):
            return char, before
        home = _home(char, first)
        if home:
            return char, home
        self.missing.add(char)
        return f"{BOX}{ord(char):04X}", PLAIN
