"""The promises made at a touchpoint, each with Keep and Break while it is open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.records import Promise
from brm_app.services import promises as rules
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.inputs import Asked
from brm_app.ui.marks import Mark
from brm_app.ui.widgets import Panel, button, label
from brm_app.ui.words import clip


class PromiseMade(QWidget):
    """One promise: its mark and words, when it is due and whose it is, and what can be done about it."""

    def __init__(self, desk: Desk, number: int, promise: Promise) -> None:
        super().__init__()
        self._desk, self._promise, self._number = desk, promise, number
        today = desk.clock.today()
        state = rules.promise_state(promise, today)
        standing = rules.standing_spoken(promise, today)
        mark = Mark(desk.theme)
        mark.show_state(state, standing, "" if state else "clock")
        self._box = QVBoxLayout()
        self._box.setSpacing(2)
        self._box.addWidget(label(promise.words, wrap=True))
        owner = desk.title_of("people", promise.owner)
        self._box.addWidget(label(", ".join(filter(None, (standing, owner))), "secondary", wrap=True))
        if promise.reason:
            self._box.addWidget(label(promise.reason, "secondary", wrap=True))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(self._box, 1)
        if promise.state == "open":
            self._box.addLayout(self._acts())

    def _acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        words, number = clip(self._promise.words, 60), self._number
        self._keep = button(f"kept-{number}", "Keep", self._on_keep, "link", f"Keep: {words}")
        self._break = button(f"broken-{number}", "Break", self._ask_why, "link", f"Break: {words}")
        self._why = self._reason_line(f"reason-{number}")
        for each in (self._keep, self._break):
            line.addWidget(each)
        line.addWidget(self._why, 1)
        line.addStretch()
        return line

    def _reason_line(self, name: str) -> Asked:
        made = Asked()
        made.setObjectName(name)
        made.setAccessibleName("Why the promise was broken")
        made.setPlaceholderText("Why was it broken? Enter saves")
        made.returnPressed.connect(self._on_break)
        made.left.connect(self._leave_why)
        made.hide()
        return made

    def _ask_why(self) -> None:
        self._keep.hide()
        self._break.hide()
        self._why.show()
        self._why.setFocus()

    def _leave_why(self) -> None:
        self._why.hide()
        self._keep.show()
        self._break.show()
        self._break.setFocus()

    def _on_keep(self) -> None:
        self._save(rules.keep(self._promise, self._desk.clock.today()), "Keep")

    def _on_break(self) -> None:
        self._save(rules.break_(self._promise, self._desk.clock.today(), self._why.text().strip()), "Break")

    def _save(self, promise: Promise, verb: str) -> None:
        with self._desk.telling():
            self._desk.save(promise, self._promise, f"{verb} {short(promise)}")


def promises_panel(desk: Desk, promises: Sequence[Promise]) -> Panel:
    """All of them on one panel."""
    panel = Panel("Promises made there")
    panel.body.setSpacing(12)
    for number, promise in enumerate(promises):
        panel.body.addWidget(PromiseMade(desk, number, promise))
    return panel
