"""What is known of one promise: its words, who and when, what became of it, and the acts on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brm_app.domain.days import day, short_day
from brm_app.domain.records import Promise
from brm_app.services.ledger import Listed
from brm_app.ui.desk import Desk
from brm_app.ui.inspector import Inspector
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.marks import Tag
from brm_app.ui.promises.answer import AnswerLine
from brm_app.ui.promises.rows import row_of
from brm_app.ui.widgets import button, clear_layout, label
from brm_app.ui.words import capital, clip

EMPTY = "Choose a promise to see who it was made to and what became of it."
TOLD = 8  # writes of its history


class AboutPromise(Inspector):
    """The pane at the right; `wanted` tells the act that was pressed, `answered` the words that go with it."""

    wanted = Signal(str)
    answered = Signal(str, str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "promiseInspector", "Details of the promise")
        self._desk = desk
        self.answer = AnswerLine()
        self.answer.answered.connect(self.answered)
        self.answer.left.connect(self.left)
        self._acts = QVBoxLayout()
        self.foot.addWidget(self.answer)
        self.foot.addLayout(self._acts)
        self.show_listed(None)

    def show_listed(self, listed: Listed | None) -> None:
        """Shows a promise, or what will be here; an answer that was begun is left."""
        self.shown = listed.promise.id if listed else ""
        self.answer.leave()
        clear_layout(self.body)
        clear_layout(self._acts)
        if listed is None:
            self.body.addWidget(label(EMPTY, "about", wrap=True))
        else:
            self._fill(listed)
        self._settle()

    def ask(self, act: str) -> None:
        """Asks for what an act needs, in the place of the acts."""
        if not self.opened:
            self.toggle()
        self._show_acts(False)
        self.answer.ask(act)

    def leave(self) -> None:
        """Asks no more."""
        self.answer.leave()
        self._show_acts(True)

    def _show_acts(self, shown: bool) -> None:
        item = self._acts.itemAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.setVisible(shown)

    def _fill(self, listed: Listed) -> None:
        promise = listed.promise
        row = row_of(self._desk, listed)
        top = QHBoxLayout()
        top.addWidget(Tag(self._desk.theme, row.due, row.state, state=row.state, icon="" if row.state else "clock"))
        top.addStretch()
        self.body.addLayout(top)
        words = label(promise.words, "heading", wrap=True)
        words.setObjectName("promiseWords")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(words)
        self.body.addLayout(self._facts(listed))
        if promise.touchpoint:
            opening = button("promiseTouchpoint", "Open the touchpoint", self._open, "lead")
            opening.setStyleSheet("QPushButton { padding: 2px 0; }")  # its words stand below the others
            self.body.addWidget(opening, 0, Qt.AlignmentFlag.AlignLeading)
        self._tell_history(promise)
        acts = self._acts_on(promise)
        self._acts.addWidget(acts)
        acts.show()  # else the foot counts as empty

    def _open(self) -> None:
        self.wanted.emit("open")

    def _facts(self, listed: Listed) -> QGridLayout:
        promise, desk = listed.promise, self._desk
        today = desk.clock.today()
        facts = (
            ("To whom", desk.title_of("people", promise.to_whom)),
            ("Unit", desk.title_of("units", listed.unit)),
            ("Owner", desk.title_of("people", promise.owner)),
            ("Due", day(promise.due)),
            ("Said", short_day(listed.made_at, today)),
            ("Chased", short_day(promise.chased_on, today)),
            ("Closed", day(promise.closed_on)),
            ("Reason", clip(promise.reason, 400)),
        )
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate((name, value) for name, value in facts if value):
            grid.addWidget(label(name, "secondary"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, wrap=True), number, 1)
        return grid

    def _tell_history(self, promise: Promise) -> None:
        told = self._desk.workspace.history(TOLD, promise.id)
        if not told:
            return
        heading: QLabel = label("History", "subheading")
        heading.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(heading)
        for write, _changes in told:
            undone = {"undo": "Undone: ", "redo": "Done again: "}.get(write.action, "")
            when = short_day(write.at, self._desk.clock.today())
            self.body.addWidget(label(f"{when}, {write.who}. {undone}{write.label}", "secondary", wrap=True))

    def _acts_on(self, promise: Promise) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        if promise.state != "open":
            grid.addWidget(button("promiseReopen", "Open again", partial(self.wanted.emit, "reopen")))
            return made
        theme = self._desk.theme
        for place, (act, key) in enumerate((("keep", "K"), ("break", "B"), ("chase", "C"), ("defer", "D"))):
            name = f"promise{capital(act)}"
            made_button = KeyedButton(theme, name, capital(act), key, partial(self.wanted.emit, act))
            made_button.setProperty("primary", "true" if act == "keep" else "false")
            grid.addWidget(made_button, place // 2, place % 2)
        return made
