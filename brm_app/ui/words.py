"""How values are written on the screen: numbers with their measures, and texts that stay in their line and order."""

from __future__ import annotations

import re
from decimal import Decimal

_UNBROKEN = re.compile(r"\S{33,}")
_STEP = re.compile(r"\S{6}(?=[!-~\w])")  # before what begins a character of its own
_BREAK = "\u200b"  # has no width; a line may end there


def capital(words: str) -> str:
    """The words with a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def isolated(words: str) -> str:
    """The words in an order of their own: `21 s` and a full stop stay in place where lines run from right to left."""
    return f"\u2068{words}\u2069" if words else ""


def one_line(text: str) -> str:
    """The text without its line breaks, for a row."""
    return " ".join(text.split())


def breakable(text: str) -> str:
    """The text with places to break in words that are longer than a line, so that a label can wrap them."""
    return _UNBROKEN.sub(lambda found: _STEP.sub(lambda part: part[0] + _BREAK, found[0]), text)


def clip(text: str, most: int = 160) -> str:
    """The text in one line, shortened with an ellipsis."""
    line = one_line(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def number(value: Decimal | int | None, unit: str = "") -> str:
    """`1,940`, `0.5`, `94 s`; nothing for None."""
    if value is None:
        return ""
    words = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    if "." in words:
        words = words.rstrip("0").rstrip(".")
    return f"{words}\u00a0{unit}" if unit else words


SYMBOLS = {"min": "min", "s": "s", "percent": "%"}


def measured(value: Decimal | int | None, measure: str) -> str:
    """A value with the sign of its measure: `21 s`, `48 %`, `840`."""
    return number(value, SYMBOLS.get(measure, ""))
