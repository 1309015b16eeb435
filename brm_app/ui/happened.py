"""What happened with a unit or a person: a timeline that shows all of it, their words, or the promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from brm_app.domain.days import short_day
from brm_app.domain.records import Promise, Record, Touchpoint
from brm_app.services.promises import promise_state, standing, standing_spoken
from brm_app.ui.desk import Desk
from brm_app.ui.marks import kind_icon
from brm_app.ui.segments import Segments
from brm_app.ui.timeline import Timeline, TimelineItem
from brm_app.ui.widgets import Panel, button, label
from brm_app.ui.words import clip

if TYPE_CHECKING:
    from brm_app.services.relations import Picture

VIEWS = ("All", "Their words", "Promises")
EMPTY = (
    "Nothing is noted yet. What you log about them shows here.",
    "No words of theirs are kept yet. A touchpoint with a quote shows here.",
    "No promise was made yet. When you log one with a date it shows here.",
)


class HappenedPanel(Panel):
    """The panel with its three views; a row opens its touchpoint."""

    def __init__(self, desk: Desk, noun: str) -> None:
        super().__init__("What happened")
        self._desk, self._noun = desk, noun
        self._about: Record | None = None
        self._picture: Picture | None = None
        self.segments = Segments(f"{noun}Happened", VIEWS, "What happened")
        self.segments.chosen.connect(lambda _number: self._fill())
        self.act(self.segments)
        self.timeline = Timeline(desk.theme, f"{noun}Timeline", "What happened")
        self.timeline.opened.connect(lambda touchpoint: desk.go("touchpoints", touchpoint))
        self._empty = self._empty_state()
        self.body.setContentsMargins(1, 10, 1, 4)
        self.body.setSpacing(0)
        self.head.setContentsMargins(14, 0, 14, 10)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self.body.addWidget(rule)
        self.body.addWidget(self.timeline, 1)
        self.body.addWidget(self._empty, 1)

    def minimumSizeHint(self) -> QSize:
        """As wide as the segments alone: they stand below the heading where there is no room beside it."""
        return QSize(self.segments.minimumSizeHint().width() + 32, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the segments beside the heading or below it."""
        super().resizeEvent(event)
        needed = self.heading.sizeHint().width() + self.segments.sizeHint().width() + 48
        beside = self.width() >= needed
        self.head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _empty_state(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(24, 24, 24, 24)
        self._sentence = label("", "about", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        log = button(f"{self._noun}LogFirst", "Log what happened", self._log)
        box.addStretch()
        box.addWidget(self._sentence)
        box.addWidget(log, 0, Qt.AlignmentFlag.AlignCenter)
        box.addStretch()
        return made

    def _log(self) -> None:
        self._desk.log_wanted.emit(self._about)

    def show_picture(self, about: Record, picture: Picture) -> None:
        """Shows what happened with this unit or person."""
        self._about, self._picture = about, picture
        self._fill()

    def _fill(self) -> None:
        if self._picture is None:
            return
        view = self.segments.choice
        items = items_of(self._desk, self._picture, view, self._noun)
        self.timeline.show_items(items)
        self.timeline.setMinimumHeight(self.timeline.rows_height(4) + 2)
        self.timeline.setVisible(bool(items))
        self._empty.setVisible(not items)
        self._sentence.setText(EMPTY[view])


def items_of(desk: Desk, picture: Picture, view: int, noun: str) -> list[TimelineItem]:
    """The rows of one of the views."""
    if VIEWS[view] == "Promises":
        return list(_promised(desk, picture))
    if VIEWS[view] == "Their words":
        return [_met(desk, t, (), noun, quoted=True) for t in picture.touchpoints if t.quote]
    return [_met(desk, t, picture.promises.get(t.id, ()), noun) for t in picture.touchpoints]


def _met(desk: Desk, t: Touchpoint, promises: Sequence[Promise], noun: str, quoted: bool = False) -> TimelineItem:
    today = desk.clock.today()
    tag, kind = _promise_tag(desk, promises)
    quote = f"“{clip(t.quote, 300)}”" if t.quote else ""
    second = quote if quoted else quote or clip(t.summary, 300)
    if t.planned == "fire-fighting":
        second = f"Firefighting. {second}"
    return TimelineItem(
        t.id, short_day(t.happened_at, today), kind_icon(t.kind), _subject(desk, t, noun), second,
        mood=t.mood, tag=tag, tag_kind=kind, tag_icon="handshake" if tag else "",
    )  # fmt: skip


def _subject(desk: Desk, t: Touchpoint, noun: str) -> str:
    """`Check-in, Ada Moss, 20 min`: on a person's page the unit stands for the name."""
    if noun == "unit":
        names = [desk.title_of("people", person) for person in t.people]
        who = f"{names[0]} and {len(names) - 1} more" if len(names) > 2 else " and ".join(filter(None, names))
    else:
        who = desk.title_of("units", t.unit)
    kind = f"{t.kind[:1].upper()}{t.kind[1:]}"
    return ", ".join(filter(None, (kind, who, f"{t.minutes}\u00a0min" if t.minutes else "")))


def _promise_tag(desk: Desk, promises: Sequence[Promise]) -> tuple[str, str]:
    """The words and the colour of the first promise that is still open; promises come in the order of their days."""
    today = desk.clock.today()
    first = next((promise for promise in promises if promise.state == "open"), None)
    if first is None:
        return "", ""
    state = promise_state(first, today)
    if state not in ("warn", "bad"):
        return "Promise made", ""
    return standing_spoken(first, today), state


def _promised(desk: Desk, picture: Picture) -> Iterator[TimelineItem]:
    today = desk.clock.today()
    for touchpoint in picture.touchpoints:
        for promise in picture.promises.get(touchpoint.id, ()):
            state = promise_state(promise, today)
            colour = state if state in ("warn", "bad", "good") else ""
            yield TimelineItem(
                touchpoint.id, short_day(touchpoint.happened_at, today), "handshake", clip(promise.words, 200),
                _about_promise(desk, promise), tag=standing(promise, today), tag_kind=colour,
            )  # fmt: skip


def _about_promise(desk: Desk, promise: Promise) -> str:
    owner, whom = desk.title_of("people", promise.owner), desk.title_of("people", promise.to_whom)
    parts = (owner, f"to {whom}" if whom else "", clip(promise.reason, 120))
    return ", ".join(part for part in parts if part)
