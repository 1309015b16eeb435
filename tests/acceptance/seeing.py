"""What a screen reader is told of a window, and what an eye can make out in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import QWidget

CELLS = 60  # of one table that are listened to; the others are made by the same code


@attrs.frozen
class Heard:
    """One thing that a screen reader comes across."""

    role: str
    name: str
    focusable: bool
    owner: str


def heard(root: QWidget) -> Iterator[Heard]:
    """Everything visible below a widget that has a role, as the accessibility tree tells it."""
    start = QAccessible.queryAccessibleInterface(root)
    assert start is not None
    yield from _below(start, root.objectName())


def _below(node: QAccessibleInterface, owner: str) -> Iterator[Heard]:
    state = node.state()
    if state.invisible:
        return
    made = node.object()
    owner = (made.objectName() or type(made).__name__) if made else owner
    name = node.text(QAccessible.Text.Name) or node.text(QAccessible.Text.Value)
    yield Heard(node.role().name, name, bool(state.focusable), owner)
    for number in range(min(node.childCount(), CELLS)):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from _below(child, owner)


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours as WCAG 2.1 counts it, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ground(image: QImage, rect: QRect) -> QColor:
    """The commonest colour in a part of a picture."""
    counted = Counter(_pixels(image, rect))
    return QColor.fromRgb(counted.most_common(1)[0][0]) if counted else QColor()


def text_contrast(image: QImage, rect: QRect) -> float:
    """The contrast of the strongest ink of a part of a picture with its ground; 1 where there is no ink."""
    pixels = Counter(_pixels(image, rect))
    if not pixels:
        return 1.0
    back = QColor.fromRgb(pixels.most_common(1)[0][0])
    return max(contrast(QColor.fromRgb(pixel), back) for pixel in pixels)


def _pixels(image: QImage, rect: QRect) -> Iterator[int]:
    inside = rect.intersected(image.rect())
    for y in range(inside.top(), inside.bottom() + 1):
        for x in range(inside.left(), inside.right() + 1):
            yield image.pixel(x, y)
