"""The page of promises: those due first, each kept, broken, chased or deferred with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from brm_app.domain.days import day
from brm_app.domain.records import Person, Promise, Record
from brm_app.services.ledger import VIEWS, Listed, Part, read_ledger
from brm_app.services.promises import break_, chase, defer, keep, reopen
from brm_app.services.quicklog.around import month_first
from brm_app.services.quicklog.days import day_meant
from brm_app.ui.desk import Desk, short
from brm_app.ui.filtering import Filter
from brm_app.ui.page import Page
from brm_app.ui.promises.about import AboutPromise
from brm_app.ui.promises.rows import rows_of
from brm_app.ui.promises.view import PromiseList
from brm_app.ui.segments import Segments
from brm_app.ui.widgets import button, label

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

CONCERNS = frozenset({"promises", "touchpoints", "people", "units"})
EMPTY = {
    "open": "No promises are open.\nWhen you log one with a date it shows here.",
    "kept": "No promise was kept yet.\nOne that you keep shows here with its day.",
    "broken": "No promise was broken.\nOne that can’t be kept shows here with its reason.",
    "all": "No promises yet.\nWhen you log one with a date it shows here.",
}


class PromisesPage(Page):
    """The list at the left, the chosen promise at the right."""

    name = "promises"
    hints = (("K", "keep"), ("B", "break"), ("C", "chase"), ("D", "defer"), ("Enter", "open"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._listed: dict[str, Listed] = {}
        self.list = PromiseList(desk.theme)
        self.about = AboutPromise(desk)
        self.views = Segments("promiseViews", [view.capitalize() for view in VIEWS], "Show")
        self.filter = Filter(desk.theme, "promises")
        self.sentence = label("", "about")
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.filter.paused.connect(self._read)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.views.chosen.connect(lambda _number: self._read())
        self.list.moved.connect(self._show_current)
        self.list.wanted.connect(self.act)
        self.about.wanted.connect(self.act)
        self.about.answered.connect(self._answer)
        self.about.left.connect(self._leave_answer)

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(24, 16, 24, 0)
        left.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label("Promises", "title"))
        head.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignBottom)
        left.addLayout(head)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.views)
        tools.addStretch()
        self.filter.setMaximumWidth(280)
        tools.addWidget(self.filter, 1)
        left.addLayout(tools)
        self.stack.addWidget(self._empty_state())
        self.stack.addWidget(self.list)
        left.addWidget(self.stack, 1)
        box.addLayout(left, 1)
        box.addWidget(self.about)

    def _empty_state(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        self.nothing = label("", "about", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = button("promisesLog", "Log what happened", lambda: self.desk.log_wanted.emit(None), "primary")
        box.addStretch()
        box.addWidget(self.nothing)
        box.addWidget(self.first, 0, Qt.AlignmentFlag.AlignCenter)
        box.addStretch()
        return made

    # Reading

    def title(self) -> str:
        """The words of this place."""
        return "Promises"

    def refresh(self, notice: Notice | None) -> None:
        """Reads again what the notice concerns."""
        if notice is None or notice.kinds & CONCERNS:
            self._read()

    def _read(self) -> None:
        """Shows the list as it is now; the current promise stays, or its neighbour comes."""
        self.filter.settle()
        held, place = self.shown_record(), self.list.currentIndex().row()
        view = VIEWS[self.views.choice]
        parts = read_ledger(self.desk.workspace, view, self.filter.text(), self.desk.clock.today())
        self._listed = {listed.promise.id: listed for part in parts for listed in part.rows}
        self.list.rows.show(rows_of(self.desk, parts))
        again = self.list.rows.place_of(held) if held else -1
        self.list.choose(again if again >= 0 else max(place, 0))
        self.stack.setCurrentIndex(1 if parts else 0)
        words = self.filter.text().strip()
        self.nothing.setText(f"No promise holds “{words}”." if words else EMPTY[view])
        self.first.setVisible(not words)
        self.sentence.setText(_summary(parts))
        self._show_current()

    def _show_current(self) -> None:
        if self.about.answer.asking and self.about.shown == self.shown_record():
            return  # what is being typed stays
        self.about.show_listed(self._listed.get(self.shown_record()))

    def open_record(self, record_id: str) -> None:
        """Shows the list, and one promise where it is named, whatever has become of it."""
        if record_id and record_id not in self._listed:
            self.views.show_choice(VIEWS.index("all"))
            self.filter.clear()
            self._read()
        place = self.list.rows.place_of(record_id) if record_id else -1
        if place >= 0:
            self.list.choose(place)
        self._take_focus()

    def _take_focus(self) -> None:
        """The keyboard goes to the list, or where nothing is in it to what can be done."""
        (self.list if self._listed or self.first.isHidden() else self.first).setFocus()

    def shown_record(self) -> str:
        """The id of the current promise."""
        row = self.list.current()
        return row.promise.id if row and row.promise else ""

    def log_about(self) -> Record | None:
        """Whom the current promise was made to."""
        listed = self._listed.get(self.shown_record())
        whom = listed.promise.to_whom if listed else None
        return self.desk.workspace.get(Person, whom) if whom else None

    # Acting

    def act(self, act: str) -> None:
        """Does what a key or a button asks of the current promise."""
        listed = self._listed.get(self.shown_record())
        if listed is None:
            return
        promise, today = listed.promise, self.desk.clock.today()
        if act == "open":
            if promise.touchpoint:
                self.desk.go("touchpoints", promise.touchpoint)
            else:
                self.desk.status("This promise was not made at a touchpoint.")
        elif act == "reopen":
            self._save(reopen(promise), promise, "Open again")
        elif promise.state != "open":
            self.desk.status(f"This promise is {promise.state} already. Open it again first.")
        elif act in ("break", "defer"):
            self.about.ask(act)
        elif act == "chase":
            self._save(chase(promise, today), promise, "Chase")
        else:
            self._save(keep(promise, today), promise, "Keep")

    def _answer(self, act: str, words: str) -> None:
        listed = self._listed.get(self.shown_record())
        if listed is None:
            return
        promise, today = listed.promise, self.desk.clock.today()
        if act == "break":
            if not words:
                self.about.answer.complain("Say in a few words why it can’t be kept.")
                return
            self._save(break_(promise, today, words), promise, "Break")
            return
        order = month_first(self.desk.workspace.organisation.locale)
        meant = day_meant(words.removeprefix("@"), today, order)
        if meant is None or meant.length < len(words.removeprefix("@")):
            self.about.answer.complain("That is no day. Write fri, tomorrow, 12 dec, +7d or 2026-12-01.")
            return
        self._save(defer(promise, meant.day), promise, "Defer", f" to {day(meant.day)}")

    def _save(self, new: Promise, old: Promise, verb: str, after: str = "") -> None:
        """One write, one step back; the neighbour comes where the promise leaves the view."""
        words = short(old)
        self.about.leave()
        with self.desk.telling():
            with self.desk.workspace.write(f"{verb} promise “{words}”", origin=self) as batch:
                batch.save(new, base=old)
            self.desk.status(f"{_DONE[verb]} “{words}”{after}.", undo=True)
            self._take_focus()

    def _leave_answer(self) -> None:
        self.about.leave()
        self._take_focus()

    # Commands of the window

    def find_words(self) -> None:
        """Puts the cursor into the filter."""
        self.filter.take_cursor()

    def escape(self) -> None:
        """Leaves an answer, or empties the filter."""
        if self.about.answer.asking:
            self._leave_answer()
        else:
            self.filter.clear()
            self._take_focus()


_DONE = {"Keep": "Kept", "Break": "Broke", "Chase": "Chased", "Defer": "Deferred", "Open again": "Opened again"}


def _summary(parts: list[Part]) -> str:
    """`3 late, 2 due this week, 14 later`."""
    return ", ".join(f"{len(part.rows):,} {part.heading[:1].lower()}{part.heading[1:]}" for part in parts)
