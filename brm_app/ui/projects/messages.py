"""The messages of a project: one column for each audience, written, handed in and approved in place."""

from __future__ import annotations

from typing import Any

import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.errors import Refused
from brm_app.domain.records import Audience, Benefit, Message, Project, Record
from brm_app.services import approval
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.editing.inputs import Line
from brm_app.ui.editing.links import LinkEditor
from brm_app.ui.projects.section import Section
from brm_app.ui.widgets import button, label, tag
from brm_app.ui.words import day

MESSAGE: Groups = (("", ("headline", "body", "what_to_do", "benefit", "review_by", "internal")),)
STATES = {"draft": "", "in review": "warn", "approved": "good", "returned": "bad"}


class MessageForm(RecordForm):
    """The form of a message: offers the benefits of its project, and makes a changed text a draft again."""

    def show_record(self, record: Record, new: bool = False) -> None:
        """Shows a message."""
        assert isinstance(record, Message)
        own = {b.id for b in self.desk.workspace.find(Benefit, equals={"project": record.project})}
        editor = self.cells["benefit"].editor
        assert isinstance(editor, LinkEditor)
        editor.combo.offered = own.__contains__
        super().show_record(record, new)

    def _values(self) -> dict[str, Any] | None:
        values = super()._values()
        if values is None or not isinstance(self.start, Message):
            return values
        kept = approval.rewritten(self.start, attrs.evolve(self.start, **values))
        changed = {"state": kept.state, "approved_by": kept.approved_by, "approved_at": kept.approved_at}
        return {**values, **changed}


class Messages(Section):
    """Staff at the left, Board at the right, further audiences below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "messages", "Messages")
        self.act(label("A changed text must be approved again.", "secondary"))
        self.wide = True

    def fill(self, project: Project) -> None:
        """A card for each audience."""
        audiences = self.desk.workspace.find(Audience, sort="order")
        messages = self.desk.workspace.find(Message, equals={"project": project.id})
        grid = QGridLayout()
        grid.setSpacing(12)
        across = 2 if self.wide else 1
        for place, audience in enumerate(audiences):
            own = [m for m in messages if m.audience == audience.id]
            grid.addWidget(self._card(audience, own), place // across, place % across)
            grid.setColumnStretch(place % across, 1)
        self.rows.addLayout(grid)

    def _card(self, audience: Audience, messages: list[Message]) -> QFrame:
        side = "board" if "money" in audience.lenses else "staff"
        card = QFrame()
        card.setProperty("role", side)
        box = QVBoxLayout(card)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        head = QHBoxLayout()
        shape = "■" if side == "board" else "●"
        head.addWidget(tag(f"{shape} {audience.name}", side), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(label(f"in {', '.join(audience.lenses)}", "secondary"))
        head.addStretch()
        name = audience.name.lower().replace(" ", "")
        write = button(
            f"write-{name}", "Write", lambda: self.write(audience), "link", f"Write a message for {audience.name}"
        )
        head.addWidget(write)
        box.addLayout(head)
        if not messages:
            box.addWidget(label(f"{audience.name} has not been told anything yet.", "about", wrap=True))
        for number, message in enumerate(messages):
            box.addWidget(self._message(f"{name}-{number}" if number else name, message))
        box.addStretch()
        return card

    def _message(self, name: str, message: Message) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label(message.headline, "heading", wrap=True), 1)
        state = f"{message.state[:1].upper()}{message.state[1:]} {day(message.approved_at)}".strip()
        mark = tag(state, STATES[message.state])
        mark.setObjectName(f"state-{name}")
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        if message.body:
            box.addWidget(label(message.body, wrap=True))
        if message.what_to_do:
            box.addWidget(label(f"What to do: {message.what_to_do}", "about", wrap=True))
        if message.reason:
            box.addWidget(label(f"Returned: {message.reason}", "warning", wrap=True))
        box.addLayout(self._acts(name, message))
        return made

    def _acts(self, name: str, message: Message) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        acts = [("Edit", lambda: self.edit(message))]
        if message.state in ("draft", "returned"):
            acts.append(("Hand in", lambda: self._keep(message, approval.submitted(message), "Hand in")))
        if message.state != "approved":
            acts.append(("Approve", lambda: self.approve(message)))
        if message.state in ("in review", "approved"):
            acts.append(("Return…", lambda: self._ask_reason(name, message, line)))
        acts.append(("Delete", lambda: self._delete(message)))
        for words, do in acts:
            word = words.lower().rstrip("…").replace(" ", "")
            line.addWidget(button(f"{word}-{name}", words, do, "link", f"{words} “{message.headline}”"))
        line.addStretch()
        return line

    # Acting

    def write(self, audience: Audience) -> None:
        """Opens an empty message."""
        if self.project:
            self._open(Message(project=self.project.id, audience=audience.id), new=True)

    def edit(self, message: Message) -> None:
        """Opens a message."""
        self._open(message, new=False)

    def _open(self, message: Message, new: bool) -> None:
        self.open_form(message, MESSAGE, new, form=MessageForm)

    def approve(self, message: Message) -> None:
        """Approves a message."""
        with self.desk.telling():
            now = self.desk.clock.now_utc()
            self._keep(message, approval.approved(message, self.desk.workspace.who, now), "Approve")

    def _keep(self, before: Message, after: Message, word: str) -> None:
        with self.desk.telling():
            self.desk.save(after, before, f"{word} “{after.headline[:40]}”")

    def _ask_reason(self, name: str, message: Message, line: QHBoxLayout) -> None:
        """Puts a field for the reason in place of the actions."""
        reason = Line()
        reason.setPlaceholderText("What to mend")
        reason.setObjectName(f"reason-{name}")
        reason.setAccessibleName("What to mend")

        def send() -> None:
            try:
                after = approval.returned(message, reason.text())
            except Refused as refused:
                self.desk.status(str(refused))
                return
            self._keep(message, after, "Return")

        reason.returnPressed.connect(send)
        line.insertWidget(0, reason, 1)
        line.insertWidget(1, button(f"send-{name}", "Return", send, "small", "Return with this reason"))
        reason.setFocus()

    def _delete(self, message: Message) -> None:
        with self.desk.telling():
            self.desk.delete(message)
