"""The order in which Tab goes through widgets that are made anew: as they stand on the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def set_tab_order(layout: QLayout) -> None:
    """Lets Tab go through everything in a layout as it is laid out."""
    for before, after in pairwise(_stops(layout)):
        QWidget.setTabOrder(before, after)


def _stops(layout: QLayout) -> Iterator[QWidget]:
    for each in _placed(layout):
        if isinstance(each, QWidget) and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield each
        inner = each.layout() if isinstance(each, QWidget) else each
        if inner is not None:
            yield from _stops(inner)


def _placed(layout: QLayout) -> list[QWidget | QLayout]:
    """What stands in a layout, in its order; an item that Python was given would stay with it after its widget."""
    around = layout.parentWidget()
    there = [*(around.children() if around else ()), *layout.children()]
    found = [each for each in there if isinstance(each, QWidget | QLayout) and layout.indexOf(each) >= 0]
    return sorted(found, key=layout.indexOf)
