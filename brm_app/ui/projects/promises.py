"""What was promised at touchpoints about a project, with the acts that close or chase a promise."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from brm_app.domain.days import short_day
from brm_app.domain.records import Project, Promise
from brm_app.services.promises import chase, keep, promise_state, standing
from brm_app.services.remembering import promises_about
from brm_app.ui.desk import Desk
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import Mark, paint_focus
from brm_app.ui.projects.section import Section
from brm_app.ui.widgets import button, label
from brm_app.ui.words import clip

MOST = 40


class PromiseRow(QFrame):
    """One promise; with the focus on it K keeps, C chases, Enter opens its touchpoint."""

    def __init__(self, desk: Desk, promise: Promise, place: int) -> None:
        super().__init__()
        self._desk, self._promise = desk, promise
        self.setObjectName(f"promise-{place}")
        self.setProperty("role", "row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        today = desk.clock.today()
        due = standing(promise, today)
        state = promise_state(promise, today)
        self.setAccessibleName(f"Promise: {promise.words}. {due}")
        self.setAccessibleDescription("K keeps, C chases, Enter opens the touchpoint")
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 6, 4, 6)
        line.setSpacing(10)
        line.addWidget(Mark(desk.theme, state, due))
        line.addWidget(label(clip(promise.words, 300), "strong", wrap=True), 1)
        line.addWidget(label(desk.title_of("people", promise.to_whom), "secondary"))
        if promise.state == "open" and promise.chased_on:
            line.addWidget(label(f"chased {short_day(promise.chased_on, today)}", "secondary"))
        when = label(due, {"bad": "error", "warn": "warning", "good": "good"}.get(state, "secondary"))
        when.setMinimumWidth(QFontMetrics(when.font()).horizontalAdvance("99 days late"))
        line.addWidget(when)
        for word, do in (("Keep", self._keep), ("Chase", self._chase)):
            act = button(f"{word.lower()}-{place}", word, do, "link", f"{word} “{promise.words}”")
            room = act.sizePolicy()
            room.setRetainSizeWhenHidden(True)  # so that the columns of all rows stand below each other
            act.setSizePolicy(room)
            line.addWidget(act)
            act.setHidden(promise.state != "open")
        if promise.touchpoint:
            line.addWidget(button(f"open-{place}", "Open", self._open, "link", f"Open “{promise.words}”"))

    def _keep(self) -> None:
        self._save(keep(self._promise, self._desk.clock.today()), "Keep")

    def _chase(self) -> None:
        self._save(chase(self._promise, self._desk.clock.today()), "Chase")

    def _save(self, after: Promise, word: str) -> None:
        if self._promise.state == "open":
            with self._desk.telling():
                self._desk.save(after, self._promise, f"{word} “{clip(after.words, 40)}”")

    def _open(self) -> None:
        if self._promise.touchpoint:
            self._desk.go("touchpoints", self._promise.touchpoint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each act."""
        acts = {Qt.Key.Key_K: self._keep, Qt.Key.Key_C: self._chase}
        if event.modifiers():
            super().keyPressEvent(event)
        elif event.key() in acts:
            acts[Qt.Key(event.key())]()
        elif event.key() in ENTER and self.hasFocus():
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row, and the ring of the keyboard."""
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus(QPainter(self), self.rect(), self._desk.theme)


class Promises(Section):
    """Open promises by their day, then those that were kept or broken."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "promises", "Promises")
        self.rows.setSpacing(0)

    def fill(self, project: Project) -> None:
        """One row for each."""
        found = promises_about(self.desk.workspace, project.id)
        if not found:
            words = "Nothing is promised about this project. When you log a touchpoint with a date it shows here."
            self.rows.addWidget(label(words, "about", wrap=True))
        for place, promise in enumerate(found[:MOST]):
            self.rows.addWidget(PromiseRow(self.desk, promise, place))
        if len(found) > MOST:
            self.rows.addWidget(label(f"and {len(found) - MOST:,} more", "secondary"))
