"""How well two colours can be told apart, as WCAG 2.1 measures it."""

from __future__ import annotations

from PySide6.QtGui import QColor

ENOUGH = 4.5  # level AA for text


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two colours, from their relative luminance."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
