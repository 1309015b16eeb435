"""Panels beside a unit or a person: the promises that are open, and the people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from brm_app.domain.records import Promise, Record
from brm_app.services import promises as rules
from brm_app.ui.desk import Desk, short
from brm_app.ui.marks import Mark, Tag
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import Panel, button, clear_layout, label
from brm_app.ui.words import clip

MOST = 6  # rows of a panel


class LineButton(QPushButton):
    """Words that can be pressed, cut with an ellipsis where they have no room."""

    def __init__(self, name: str, words: str, on_click: Callable[[], object], spoken: str = "") -> None:
        super().__init__()
        self._words = " ".join(words.split())
        self.setObjectName(name)
        self.setAccessibleName(spoken or self._words)
        self.setProperty("role", "line")
        self.setToolTip(plain_tip(clip(words, 300)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _=False: on_click())
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Some letters and the ellipsis."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the words anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(40, self.width() - 8)
        cut = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))


class PromiseLine(QWidget):
    """One open promise: K keeps it, C notes that it was chased; its Keep shows under the pointer and the focus."""

    done = Signal()

    def __init__(self, desk: Desk, number: int, promise: Promise, theirs: bool) -> None:
        super().__init__()
        self._desk, self._promise = desk, promise
        today = desk.clock.today()
        state, due = rules.promise_state(promise, today), rules.due_words(promise, today)
        words = f"Theirs: {promise.words}" if theirs else promise.words
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        mark = Mark(desk.theme)
        mark.show_state(state, due, "" if state in ("warn", "bad") else "clock")
        spoken = f"{promise.words}, {'theirs, ' if theirs else ''}due {due}"
        self.words = LineButton(f"promise-{number}", words, self._open, spoken)
        self.keep = button(f"keepPromise-{number}", "Keep", self.kept, "link", f"Keep: {clip(promise.words, 60)}")
        self.keep.setToolTip("Kept (K)")
        self.keep.hide()
        right = label(due, "secondary")
        if state in ("warn", "bad"):
            right.setStyleSheet(f"color: {desk.theme.hex(state)}; font-weight: 500;")
        for widget in (mark, self.words, self.keep, right):
            box.addWidget(widget, int(widget is self.words))
        for widget in (self.words, self.keep):
            widget.installEventFilter(self)

    def _open(self) -> None:
        if self._promise.touchpoint:
            self._desk.go("touchpoints", self._promise.touchpoint)
        else:
            self._desk.go("promises", self._promise.id)

    def kept(self) -> None:
        """Notes that the promise was kept today."""
        self._save(rules.keep(self._promise, self._desk.clock.today()), "Keep")

    def chased(self) -> None:
        """Notes that its owner was reminded today."""
        self._save(rules.chase(self._promise, self._desk.clock.today()), "Chase")

    def _save(self, promise: Promise, verb: str) -> None:
        with self._desk.telling():
            self._desk.save(promise, self._promise, f"{verb} {short(promise)}")
            self.done.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Shows what can be done."""
        self.keep.show()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hides it again, unless the keyboard is here."""
        self.keep.setVisible(self.words.hasFocus() or self.keep.hasFocus())
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Shows Keep while the keyboard is here, and takes its letters."""
        if event.type() == QEvent.Type.FocusIn:
            self.keep.show()
        elif event.type() == QEvent.Type.FocusOut and watched is self.keep:
            self.keep.setVisible(self.underMouse())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            act = {Qt.Key.Key_K: self.kept, Qt.Key.Key_C: self.chased}.get(Qt.Key(event.key()))
            if act:
                act()
                return True
        return super().eventFilter(watched, event)


class PromisesPanel(Panel):
    """The open promises, the next due first; says how many are ours to keep."""

    def __init__(self, desk: Desk, heading: str = "Open promises") -> None:
        super().__init__(heading)
        self._desk = desk
        self.setObjectName("openPromises")
        self.ours = label("", "secondary")
        self.act(self.ours)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self.body.addLayout(self.rows)

    def show_promises(self, promises: Sequence[Promise], theirs: Collection[str]) -> None:
        """Shows other promises; the keyboard stays on the row where it was."""
        held = next((n for n, line in enumerate(self.lines()) if line.isAncestorOf(self.focusWidget() or self)), -1)
        clear_layout(self.rows)
        ours = len(promises) - len(theirs)
        self.ours.setText(f"{ours} of {len(promises)} ours" if promises else "")
        for number, promise in enumerate(promises[:MOST]):
            self.rows.addWidget(PromiseLine(self._desk, number, promise, promise.id in theirs))
        if not promises:
            empty = "No promises are open. When you log one with a date it shows here."
            self.rows.addWidget(label(empty, "about", wrap=True))
        if len(promises) > MOST:
            more = button("morePromises", f"All {len(promises):,}", lambda: self._desk.go("promises"), "link")
            self.rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        lines = self.lines()
        if held >= 0 and lines:
            lines[min(held, len(lines) - 1)].words.setFocus()

    def lines(self) -> list[PromiseLine]:
        """The rows that are shown."""
        items = (self.rows.itemAt(n) for n in range(self.rows.count()))
        found = (item.widget() for item in items if item)
        return [widget for widget in found if isinstance(widget, PromiseLine)]


def empty_page(words: str, action: str, on_click: Callable[[], object]) -> QWidget:
    """What a page shows while it has nothing: what will be here, and the one thing to do."""
    made = QWidget()
    box = QVBoxLayout(made)
    sentence = label(words, "about", wrap=True)
    sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box.addStretch()
    box.addWidget(sentence)
    act = button("emptyAdd", action, on_click, "primary")
    box.addWidget(act, 0, Qt.AlignmentFlag.AlignCenter)
    box.addStretch()
    made.setFocusProxy(act)
    return made


def turn(layout: QBoxLayout, beside: bool) -> None:
    """Sets what a layout holds beside each other, or where there is no room below each other."""
    layout.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)


def stand_beside(page: QWidget, name: str, left: QWidget, right: QWidget, widths: Sequence[int]) -> QSplitter:
    """Lays out a page as a list and what is chosen in it, with a line between them that can be moved."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    box = QHBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(splitter)
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes(list(widths))
    return splitter


class PersonLine(QWidget):
    """A person with job title and VIP tag, and the days since they were last met."""

    def __init__(self, desk: Desk, number: int, record: Record, about: str, vip: bool, met: dt.date | None) -> None:
        super().__init__()
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        days = (desk.clock.today() - met).days if met else None
        right = "" if days is None else f"{max(0, days):,}\u00a0d"
        spoken = ", ".join(
            filter(None, (record.title, about, "VIP" if vip else "", f"met {days} days ago" * bool(right)))
        )
        words.addWidget(LineButton(f"person-{number}", record.title, lambda: desk.go("people", record.id), spoken))
        if about:
            line = label(about, "secondary")
            line.setIndent(2)  # below the name, which keeps room for its focus ring
            line.setMinimumWidth(40)
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            words.addWidget(line)
        box.addLayout(words, 1)
        if vip:
            box.addWidget(Tag(desk.theme, "VIP", "acc"))
        box.addWidget(label(right or "never met", "secondary"))
