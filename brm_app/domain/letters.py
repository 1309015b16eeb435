"""Which letters can be set one after the other, and which would need more: to be joined, turned around or stacked."""

from __future__ import annotations

import re
import unicodedata

_ABOVE = "\u0e31\u0e33-\u0e37\u0e47-\u0e4e"  # Thai marks over a letter
_TALL = "\u0e1b\u0e1d\u0e1f\u0e2c"
_BELOW = "\u0e38-\u0e3a"
_SCRIPTS = {
    # Letters change their shape and their order with their neighbours.
    "Devanagari": "\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff",
    # Points stand in, over and under letters, each at a place of its own.
    "Hebrew with points": "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7",
    # Vowel signs, and letters of which there are no joined forms to choose from.
    "This Arabic": (
        "\u0610-\u061a\u0620-\u063f\u0641-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06fc\u06ff"
        "\u0750-\u077f\u0870-\u08ff"
    ),
    # Accents on letters with which Unicode has no common character.
    "This accent": (
        "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f"
    ),
    # One mark over a letter finds its place, two of them or one over a tall letter don't.
    "Thai with marks above each other": (
        f"(?<=[{_ABOVE}{_TALL}])[{_ABOVE}]|(?<=[{_ABOVE}{_TALL}][{_BELOW}])[{_ABOVE}]|(?<=[\u0e0d-\u0e10])[{_BELOW}]"
    ),
}
_PATTERNS = {name: found if "|" in found else f"[{found}]" for name, found in _SCRIPTS.items()}
_UNSET = re.compile("|".join(_PATTERNS.values()))
_APART = re.compile("[^\\W\\d_][\u0300-\u036f\u0653-\u0655\u3099\u309a]+|[\u1100-\u11ff]+")


def composed(text: str) -> str:
    """The text with letters and their accents as one character, where there is one, and Korean syllables whole."""
    if text.isascii():
        return text
    return _APART.sub(lambda found: unicodedata.normalize("NFC", found.group()), text)


def unset(text: str) -> set[str]:
    """The characters of a text, in forms joined as far as they can be, that would still be drawn wrongly."""
    return set() if text.isascii() else {found.group() for found in _UNSET.finditer(text)}


def hardship(char: str) -> str:
    """What a character that can't be drawn rightly is part of, such as Devanagari; empty where a font is missing."""
    if "\u0e00" <= char <= "\u0e7f":
        return "Thai with marks above each other"
    return next((name for name, pattern in _PATTERNS.items() if "|" not in pattern and re.match(pattern, char)), "")


def shown(char: str) -> str:
    """The character by itself; a mark stands on a circle, as it would else stand on the letter before."""
    return f"\u25cc{char}" if unicodedata.category(char).startswith("M") else char
