"""The promises made at a touchpoint, each with Keep and Break while it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.records import Promise
from brm_app.services import promises as rules
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.inputs import Line
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
        self._why = _Reason(self._on_break, self._leave_why)
        self._why.setObjectName(f"reason-{number}")
        for each in (self._keep, self._break):
            line.addWidget(each)
        line.addWidget(self._why, 1)
        line.addStretch()
        return line

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

    def _on_break(self, reason: str) -> None:
        self._save(rules.break_(self._promise, self._desk.clock.today(), reason), "Break")

    def _save(self, promise: Promise, verb: str) -> None:
        with self._desk.telling():
            self._desk.save(promise, self._promise, f"{verb} {short(promise)}")


class _Reason(Line):
    """One line for why a promise was broken: Enter saves, Esc leaves."""

    def __init__(self, save: Callable[[str], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._save, self._leave = save, leave
        self.setPlaceholderText("Why was it broken? Enter saves")
        self.setAccessibleName("Why the promise was broken")
        self.hide()

    def event(self, event: QEvent) -> bool:
        """Esc is this line's before it is the window's."""
        ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if ours and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves what was typed, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)


def promises_panel(desk: Desk, promises: Sequence[Promise]) -> Panel:
    """All of them on one panel."""
    panel = Panel("Promises made there")
    panel.body.setSpacing(12)
    for number, promise in enumerate(promises):
        panel.body.addWidget(PromiseMade(desk, number, promise))
    return panel
