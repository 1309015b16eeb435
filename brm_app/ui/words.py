"""How values are written on the screen: numbers with their measures, and shortened texts."""

from __future__ import annotations

from decimal import Decimal


def capital(words: str) -> str:
    """The words with a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def clip(text: str, most: int = 160) -> str:
    """The text in one line, shortened with an ellipsis."""
    line = " ".join(text.split())
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
