"""What a screen reader is told of a window, and what an eye can make out in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QHeaderView, QLineEdit, QWidget

from tests.acceptance.painted import ELLIPSIS, Painted

TOLD = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Accelerator)


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
    for node, owner in _below(start, root.objectName()):
        name = node.text(QAccessible.Text.Name) or node.text(QAccessible.Text.Value)
        yield Heard(node.role().name, name, bool(node.state().focusable), owner)


def _below(node: QAccessibleInterface, owner: str) -> Iterator[tuple[QAccessibleInterface, str]]:
    if node.state().invisible:
        return
    made = node.object()
    owner = (made.objectName() or type(made).__name__) if made else owner
    yield node, owner
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from _below(child, owner)


def spoken(widget: QWidget) -> str:
    """All that a screen reader tells of a widget and of what is in it."""
    node = QAccessible.queryAccessibleInterface(widget)
    assert node is not None
    told = []
    for each, _ in _below(node, ""):
        told += [each.text(kind) for kind in TOLD]
    return " ".join(told)


def unheard(words: Painted, said: dict[QWidget, str]) -> bool:
    """Whether something painted is not told too, word by word; `said` keeps what widgets tell.

    A placeholder shows how to type: its field is told by its name.
    """
    widget, view = words.widget, words.widget.parentWidget()
    if isinstance(view, QAbstractScrollArea) and view.viewport() is widget:
        head = isinstance(view, QHeaderView) and isinstance(view.parentWidget(), QAbstractItemView)
        table = view.parentWidget()
        widget = table if head and table else view
    if isinstance(widget, QLineEdit) and not widget.text():
        return False
    if widget not in said:
        said[widget] = _plain(spoken(widget))
    return any(part not in said[widget] for part in _plain(words.text.split(ELLIPSIS)[0]).split())


def _plain(text: str) -> str:
    """Letters and digits only, with single spaces between them, so that “Ctrl+L” is “Ctrl L”."""
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


# Keys


def takes_tab(widget: QWidget, top: QWidget) -> bool:
    """Whether Tab should stop at a widget: it takes focus so, can be seen, and stands for itself."""
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is top
        and widget.focusProxy() is None
    )


def stop_of(widget: QWidget) -> object:
    """What Tab stops at: a group of which one button is on is one stop, and the arrows go on from there."""
    if isinstance(widget, QAbstractButton) and widget.group() and widget.group().exclusive():
        return widget.group()
    return widget


# Contrast


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of two colours as WCAG 2.1 counts it, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = []
    for part in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def legible(words: Painted, image: QImage) -> float:
    """The contrast of painted words with the ground on which they are found in a picture of the window.

    Thin letters never reach their own colour, so that of the pen counts, but nine tenths must have come through.
    """
    pixels = Counter(_pixels(image, words.in_window().adjusted(-2, -2, 2, 2)))
    ground = QColor.fromRgb(pixels.most_common(1)[0][0])
    came_through = max(contrast(QColor.fromRgb(pixel), ground) for pixel in pixels)
    return min(contrast(_over(words.pen, ground), ground), came_through / 0.9)


def _over(ink: QColor, ground: QColor) -> QColor:
    """What is seen of ink that lets the ground through."""
    part = ink.alphaF()
    pairs = ((ink.redF(), ground.redF()), (ink.greenF(), ground.greenF()), (ink.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(above * part + below * (1 - part) for above, below in pairs))


def edge_contrast(image: QImage, rect: QRect) -> float:
    """How well the worst side of a box is told from what is outside or inside of it, looked at half-way."""
    x, y = rect.center().x(), rect.center().y()
    sides = (
        [QPoint(x, rect.top() + step) for step in range(-3, 5)],
        [QPoint(x, rect.bottom() - step) for step in range(-3, 5)],
        [QPoint(rect.left() + step, y) for step in range(-3, 5)],
        [QPoint(rect.right() - step, y) for step in range(-3, 5)],
    )
    return min(_steepest(image, side) for side in sides)


def _steepest(image: QImage, line: list[QPoint]) -> float:
    colours = [image.pixelColor(point) for point in line if image.rect().contains(point)]
    return max((contrast(colours[0], each) for each in colours), default=1.0)


def changed(before: QImage, after: QImage, least: float) -> int:
    """How many pixels of two pictures are told from each other with at least this contrast."""
    ratios: dict[tuple[int, int], float] = {}
    count = 0
    for y in range(before.height()):
        if before.copy(0, y, before.width(), 1) == after.copy(0, y, after.width(), 1):
            continue
        for x in range(before.width()):
            pair = (before.pixel(x, y), after.pixel(x, y))
            if pair[0] == pair[1]:
                continue
            if pair not in ratios:
                ratios[pair] = contrast(QColor.fromRgb(pair[0]), QColor.fromRgb(pair[1]))
            count += ratios[pair] >= least
    return count


def _pixels(image: QImage, rect: QRect) -> Iterator[int]:
    inside = rect.intersected(image.rect())
    for y in range(inside.top(), inside.bottom() + 1):
        for x in range(inside.left(), inside.right() + 1):
            yield image.pixel(x, y)
