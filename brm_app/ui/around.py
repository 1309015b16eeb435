"""Panels beside a form: short lists of records that belong to the one that is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs
from PySide6.QtWidgets import QHBoxLayout, QWidget

from brm_app.ui.widgets import Panel, button, label
from brm_app.ui.words import clip


@attrs.frozen
class Line:
    """One line of a panel: words, what stands at the right, and what a press does."""

    words: str
    right: str = ""
    open: Callable[[], object] | None = None


def lines_panel(heading: str, lines: Iterable[Line], empty: str, most: int = 8) -> Panel:
    """A panel of lines; `empty` says what will be here while there are none."""
    panel = Panel(heading)
    panel.body.setSpacing(4)
    shown = list(lines)
    if not shown:
        panel.body.addWidget(label(empty, "about", wrap=True))
    for number, line in enumerate(shown[:most]):
        panel.body.addWidget(_line(f"{heading}-{number}".replace(" ", ""), line))
    if len(shown) > most:
        panel.body.addWidget(label(f"and {len(shown) - most:,} more", "secondary"))
    return panel


def _line(name: str, line: Line) -> QWidget:
    made = QWidget()
    box = QHBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    if line.open:
        words = button(name, clip(line.words, 46).replace("&", "&&"), line.open, "line", line.words)
        words.setToolTip(clip(line.words, 300))
        box.addWidget(words)
        box.addStretch()
    else:
        box.addWidget(label(clip(line.words, 200), wrap=True), 1)
    box.addWidget(label(line.right, "secondary"))
    return made
