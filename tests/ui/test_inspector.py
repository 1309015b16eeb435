"""The pane at the right of a page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from brm_app.ui.desk import Theme
from brm_app.ui.inspector import Inspector


def test_the_foot_ends_where_the_body_ends_and_a_line_parts_them_where_it_scrolls(qtbot: QtBot) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        pane = Inspector(Theme())
        qtbot.addWidget(pane)
        pane.setLayoutDirection(direction)
        button, lines = QPushButton("Save"), [QLabel(f"Line {number}") for number in range(60)]
        pane.foot.addWidget(button)
        pane.body.addWidget(lines[0])
        pane.resize(340, 400)
        pane.show()
        pane.toggle()  # it is folded in so narrow a window
        assert not pane.parting.isVisible()
        for line in lines[1:]:
            pane.body.addWidget(line)
        qtbot.waitUntil(pane.parting.isVisible)
        qtbot.waitUntil(partial(_alike, pane, button, lines[0]))


def _alike(pane: Inspector, one: QWidget, other: QWidget) -> bool:
    """Both begin and end at the same place across the pane, but for the frame of what scrolls."""
    starts = [widget.mapTo(pane, widget.rect().topLeft()).x() for widget in (one, other)]
    return abs(starts[0] - starts[1]) <= 1 and abs(one.width() - other.width()) <= 2
