"""What was told at a stage and what was promised there, line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.days import short_day
from brm_app.domain.records import Promise, Touchpoint
from brm_app.domain.text import plural
from brm_app.services.promises import promise_state, standing_spoken
from brm_app.ui.around import LineButton
from brm_app.ui.desk import Desk
from brm_app.ui.marks import Mark
from brm_app.ui.widgets import button, clear_layout, label
from brm_app.ui.words import clip

FEW = 4


class ToldHere(QWidget):
    """The newest touchpoints of a stage, on demand all of them; each opens."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.whole = False
        self._box = _plain_box(self)

    def show_touchpoints(self, touchpoints: Sequence[Touchpoint]) -> None:
        """Shows a few of them, or all where the person asked for all."""
        clear_layout(self._box)
        words = f"From {plural(len(touchpoints), 'touchpoint')}" if touchpoints else "Touchpoints"
        self._box.addWidget(label(words, "subheading"))
        self._box.addSpacing(4)
        if not touchpoints:
            empty = "Nobody has told us yet. A touchpoint that names this stage shows here."
            self._box.addWidget(label(empty, "secondary", wrap=True))
        for number, touchpoint in enumerate(touchpoints if self.whole else touchpoints[:FEW]):
            self._box.addWidget(_rule())
            self._box.addWidget(self._line(number, touchpoint))
        if len(touchpoints) > FEW and not self.whole:
            more = button("showAllTold", f"Show all {len(touchpoints):,}", partial(self._show_all, touchpoints), "lead")
            self._box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_all(self, touchpoints: Sequence[Touchpoint]) -> None:
        self.whole = True
        self.show_touchpoints(touchpoints)

    def _line(self, number: int, touchpoint: Touchpoint) -> QWidget:
        day = short_day(touchpoint.happened_at, self._desk.clock.today())
        where = self._desk.title_of("units", touchpoint.unit) or clip(touchpoint.summary, 40) or touchpoint.kind
        mood = f"{touchpoint.mood} of 5" if touchpoint.mood else ""
        made = QWidget()
        box = QHBoxLayout(made)
        box.setContentsMargins(0, 4, 0, 4)
        days = label(day, "secondary")
        days.setMinimumWidth(days.fontMetrics().horizontalAdvance("30 Nov") + 6)
        box.addWidget(days)
        opens: Callable[[], object] = partial(self._desk.go, "touchpoints", touchpoint.id)
        spoken = ", ".join(filter(None, (day, where, mood)))
        box.addWidget(LineButton(f"told{number}", where, opens, spoken), 1)
        box.addWidget(label(mood, "secondary"))
        return made


class PromisedHere(QWidget):
    """The promises made at touchpoints of a stage; each opens its touchpoint."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._box = _plain_box(self)

    def show_promises(self, promises: Sequence[Promise]) -> None:
        """Shows the first of them; without any there is no heading either."""
        clear_layout(self._box)
        if not promises:
            return
        self._box.addWidget(label("Promises that land here", "subheading"))
        self._box.addSpacing(4)
        for number, promise in enumerate(promises[: FEW * 2]):
            self._box.addWidget(self._line(number, promise))

    def _line(self, number: int, promise: Promise) -> QWidget:
        today = self._desk.clock.today()
        state = promise_state(promise, today)
        says = standing_spoken(promise, today)
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setVerticalSpacing(0)
        grid.addWidget(Mark(self._desk.theme, state, says, "" if state else "handshake"), 0, 0)
        opens: Callable[[], object] = partial(self._desk.go, "touchpoints", promise.touchpoint or "")
        grid.addWidget(LineButton(f"promised{number}", promise.words, opens), 0, 1)
        owner = self._desk.title_of("people", promise.owner)
        grid.addWidget(label(", ".join(filter(None, (says, owner))), "secondary", wrap=True), 1, 1)
        grid.setColumnStretch(1, 1)
        return made


def _plain_box(widget: QWidget) -> QVBoxLayout:
    box = QVBoxLayout(widget)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box


def _rule() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made
