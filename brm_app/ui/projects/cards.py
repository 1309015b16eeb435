"""The card of a message: what it says, what its figure comes from, how it stands, and what can be done with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

import attrs
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from brm_app.domain.days import short_day
from brm_app.domain.records import Audience, Message
from brm_app.ui.desk import Desk
from brm_app.ui.editing.inputs import Line
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import paint_focus, with_side
from brm_app.ui.projects.told import told_line
from brm_app.ui.projects.worth import Worth
from brm_app.ui.projects.writing import MessageActs
from brm_app.ui.widgets import button, clear_layout, label, tag
from brm_app.ui.words import capital

EDGE, ROUND = 3, 8
STATES = {"draft": ("○", ""), "in review": ("▲", "warn"), "approved": ("✓", "good"), "returned": ("◆", "bad")}


class Host(Protocol):
    """Who holds the cards."""

    desk: Desk
    acts: MessageActs

    def write(self, audience: Audience, card: MessageCard) -> None:
        """Opens an empty message on the card."""

    def edit(self, message: Message, card: MessageCard) -> None:
        """Opens the message on its card."""

    def rebuild(self) -> None:
        """Shows all cards anew."""


@attrs.frozen
class Telling:
    """A message for an audience, or the want of one; `overtaken` when its words or proof changed after the approval.

    `told` is the day on which anybody was last told it.
    """

    audience: Audience
    message: Message | None = None
    worth: Worth | None = None
    overtaken: bool = False
    told: dt.date | None = None

    @property
    def side(self) -> str:
        """The audience's colour: board counts in money, staff does not."""
        return self.audience.look

    def state(self, today: dt.date) -> tuple[str, str]:
        """Its state in words after their shape, and the colour."""
        assert self.message is not None
        if self.overtaken:
            return "▲ Approve again", "warn"
        shape, colour = STATES[self.message.state]
        at = self.message.approved_at
        since = short_day(at.astimezone().date(), today) if at and self.message.state == "approved" else ""
        return f"{shape} {capital(self.message.state)} {since}".strip(), colour


def audience_tag(audience: Audience, side: str) -> QLabel:
    """The name of an audience after its shape."""
    return tag(with_side(audience.name, side), side)


class MessageCard(QFrame):
    """One message; with the focus on it A approves, R returns, T marks as told, E edits, Delete deletes.

    A `full` card has a button for each of these; others only for what mostly comes next. A `brief` one shows the
    headline alone.
    """

    def __init__(self, host: Host, telling: Telling, name: str, full: bool = False, brief: bool = False) -> None:
        super().__init__()
        self._host, self.telling, self._name, self._full, self._brief = host, telling, name, full, brief
        self.setObjectName(f"message-{name}")
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 12, 16, 10)
        self.content = QWidget()
        self._rows = QVBoxLayout(self.content)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.box.addWidget(self.content)
        self._reason: Line | None = None
        if telling.message:
            self._show(telling.message)
        else:
            self._show_want()

    # Showing

    def _head(self) -> QHBoxLayout:
        audience = self.telling.audience
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(audience_tag(audience, self.telling.side), 0, Qt.AlignmentFlag.AlignVCenter)
        lens = next((lens for lens in ("money", "time") if lens in audience.lenses), audience.lenses[0])
        head.addWidget(label(f"in {lens}", "secondary"))
        head.addStretch()
        return head

    def _show_want(self) -> None:
        name = self.telling.audience.name
        self.setAccessibleName(f"{name} has no message about this yet")
        self.setAccessibleDescription("E writes it")
        self._rows.addLayout(self._head())
        if self.telling.worth:
            self._rows.addLayout(figure_line(self.telling.worth))
        self._rows.addWidget(label(f"{name} has not been told this yet.", "about", wrap=True))
        self._rows.addStretch()
        self._rule()
        write = button(f"write-{self._name}", "Write", self.open, "link", f"Write a message for {name}")
        self._rows.addWidget(write, 0, Qt.AlignmentFlag.AlignTrailing)

    def _rule(self) -> None:
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._rows.addWidget(rule)

    def _show(self, message: Message) -> None:
        words, colour = self.telling.state(self._host.desk.clock.today())
        self.setAccessibleName(f"Message for {self.telling.audience.name}: {message.headline}. {words[2:]}")
        self.setAccessibleDescription("A approves, R returns, T marks as told, E edits")
        head = self._head() if not self._brief else QHBoxLayout()
        if self._brief:
            head.addWidget(label(message.headline, "strong", wrap=True), 1)
        mark = tag(words, colour)
        mark.setObjectName(f"state-{self._name}")
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addLayout(head)
        if not self._brief:
            self._say(message)
        self._rows.addStretch()
        self._rule()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(4)
        self._rows.addLayout(self._foot)
        self._show_acts(message)

    def _say(self, message: Message) -> None:
        """The figure, and the message in full."""
        if self.telling.worth:
            self._rows.addLayout(figure_line(self.telling.worth))
        self._rows.addWidget(label(message.headline, "strong", wrap=True))
        if message.body:
            self._rows.addWidget(label(message.body, wrap=True))
        if message.what_to_do:
            self._rows.addWidget(label(f"What to do: {message.what_to_do}", "secondary", wrap=True))
        if message.reason:
            self._rows.addWidget(label(f"Returned: {message.reason}", "warning", wrap=True))
        if self.telling.worth and self.telling.worth.derivation:
            self._rows.addLayout(self._derivation(self.telling.worth.derivation))

    def _derivation(self, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        icon = QLabel()
        icon.setPixmap(self._host.desk.theme.icon("calculator", "tx3").pixmap(16))
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, "secondary", wrap=True), 1)
        return line

    def _show_acts(self, message: Message) -> None:
        words, late = told_line(message, self.telling.audience, self._host.desk.clock.today(), self.telling.told)
        age = label(words, "warning" if late else "secondary", wrap=True)
        age.setObjectName(f"age-{self._name}")
        self._foot.addWidget(age, 1)
        for text, do in self._offers(message):
            word = text.lower().rstrip("…").replace(" ", "")
            spoken = f"{text} “{message.headline}”"
            self._foot.addWidget(button(f"{word}-{self._name}", text, do, "link", spoken))

    def _offers(self, message: Message) -> list[tuple[str, Callable[[], None]]]:
        acts = self._host.acts
        offers: list[tuple[str, Callable[[], None]]] = [("Edit", self.open)]
        if message.state in ("draft", "returned"):
            offers.append(("Hand in", lambda: acts.hand_in(message)))
        if message.state != "approved" or self.telling.overtaken:
            offers.append(("Approve", self.approve))
        if message.state == "approved" and not self.telling.overtaken:
            offers.append(("Mark as told", self.tell))
        if message.state == "in review" or self.telling.overtaken or (self._full and message.state == "approved"):
            offers.append(("Return", self.ask_reason))
        if self._full:
            offers.append(("Delete", lambda: acts.delete(message)))
        return offers

    # Acting

    def offers(self, words: str) -> bool:
        """True where this card offers an act of these words."""
        message = self.telling.message
        return message is not None and words in dict(self._offers(message))

    def open(self) -> None:
        """Edits the message, or writes the missing one."""
        if self.telling.message:
            self._host.edit(self.telling.message, self)
        else:
            self._host.write(self.telling.audience, self)

    def approve(self) -> None:
        """Approves it as it stands."""
        if self.telling.message:
            self._host.acts.approve(self.telling.message)

    def tell(self) -> None:
        """Notes that its audience was told today."""
        if self.telling.message:
            self._host.acts.tell(self.telling.message)

    def ask_reason(self) -> None:
        """Puts a field for the reason in place of the acts."""
        message = self.telling.message
        if message is None or message.state not in ("in review", "approved"):
            self._host.desk.status("Only a message that was handed in or approved can be returned.")
            return
        clear_layout(self._foot)
        reason = self._reason = Line()
        reason.setPlaceholderText("What to mend")
        reason.setObjectName(f"reason-{self._name}")
        reason.setAccessibleName("What to mend")
        send: Callable[[], object] = lambda: self._send(message, reason)  # noqa: E731
        reason.returnPressed.connect(send)
        self._foot.addWidget(reason, 1)
        self._foot.addWidget(button(f"send-{self._name}", "Return", send, "small", "Return with this reason"))
        reason.setFocus()

    def _send(self, message: Message, reason: Line) -> None:
        """Returns the message; without a reason the field stays."""
        self._reason = None  # so that the cards may be made anew
        if not self._host.acts.send_back(message, reason.text()):
            self._reason = reason

    @property
    def asking(self) -> bool:
        """True while a reason is typed and not sent."""
        return self._reason is not None and bool(self._reason.text())

    def take_back(self) -> bool:
        """Closes the field for the reason; False where it is not open."""
        if self._reason is None or self.telling.message is None:
            return False
        self._reason = None
        clear_layout(self._foot)
        self._show_acts(self.telling.message)
        self.setFocus()
        self._host.rebuild()  # what happened meanwhile was not shown
        return True

    def _paint_edge(self) -> None:
        """The colour of the audience: staff where lines begin, board where they end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()), ROUND, ROUND)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = (self.telling.side == "staff") != mirrored
        edge = QPainterPath()
        edge.addRect(QRectF(0 if left else self.width() - EDGE, 0, EDGE, self.height()))
        painter.fillPath(card.intersected(edge), self._host.desk.theme.colour(self.telling.side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each act."""
        message = self.telling.message
        acts = {Qt.Key.Key_A: self.approve, Qt.Key.Key_R: self.ask_reason, Qt.Key.Key_T: self.tell}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        typing = not self.hasFocus() and (self.content.isHidden() or isinstance(self.focusWidget(), Line))
        if not plain or typing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_E or (self.hasFocus() and event.key() in ENTER):
            self.open()
        elif message and event.key() == Qt.Key.Key_Delete:
            self._host.acts.delete(message)
        elif message and (act := acts.get(Qt.Key(event.key()))):
            act()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The card, and the ring of the keyboard."""
        super().paintEvent(event)
        self._paint_edge()
        if self.hasFocus():
            paint_focus(QPainter(self), self.rect(), self._host.desk.theme, 8)


def figure_line(worth: Worth) -> QLayout:
    """The figure large, and what it is of on the same line."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(label(worth.text, "figure"))
    about = label(worth.about, "about", wrap=True)
    about.setContentsMargins(0, 0, 0, 4)
    line.addWidget(about, 1, Qt.AlignmentFlag.AlignBottom)
    return line
