"""All messages of a project: a column for each audience, every message on a card of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.figures import Standing
from brm_app.domain.records import Audience, Message, Project
from brm_app.services.proving import AGAIN, states_of
from brm_app.services.telling.matrix import told_days
from brm_app.ui.desk import Desk
from brm_app.ui.projects.cards import MessageCard, Telling, audience_tag
from brm_app.ui.projects.tellings import Tellings
from brm_app.ui.projects.worth import Valuer, Worth, standings
from brm_app.ui.projects.writing import MESSAGE, MessageForm
from brm_app.ui.widgets import button, label


class Messages(Tellings):
    """Staff at the left, Board at the right, further audiences below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "messages", "Messages")
        self.head.insertWidget(1, label("A changed text must be approved again.", "secondary"))

    def fill(self, project: Project) -> None:
        """A column for each audience."""
        workspace, today = self.desk.workspace, self.desk.clock.today()
        audiences = workspace.find(Audience, sort="order")
        messages = workspace.find(Message, equals={"project": project.id})
        stands, told = states_of(workspace, messages), told_days(workspace, messages, today)
        known = {it.benefit.id: it for it in standings(workspace, project, today)}
        valuer = Valuer(workspace.organisation, today)
        grid = QGridLayout()
        grid.setSpacing(12)
        across = 2 if self.wide else 1
        for place, audience in enumerate(audiences):
            own = [
                Telling(
                    audience,
                    m,
                    _worth(valuer, audience, known.get(m.benefit or "")),
                    stands[m.id] == AGAIN,
                    told.get(m.id),
                )
                for m in messages
                if m.audience == audience.id
            ]
            grid.addWidget(self._column(audience, own), place // across, place % across)
            grid.setColumnStretch(place % across, 1)
        self.rows.addLayout(grid)

    def _column(self, audience: Audience, tellings: list[Telling]) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        name = audience.name.lower().replace(" ", "")
        head = QHBoxLayout()
        side = Telling(audience).side
        head.addWidget(audience_tag(audience, side), 0, Qt.AlignmentFlag.AlignVCenter)
        every = f", told every {audience.cadence_days} days" if audience.cadence_days else ""
        head.addWidget(label(f"in {', '.join(audience.lenses)}{every}", "secondary", wrap=True), 1)
        write = lambda: self.write(audience, None)  # noqa: E731
        head.addWidget(button(f"write-{name}", "Write", write, "link", f"Write a message for {audience.name}"))
        box.addLayout(head)
        if not tellings:
            box.addWidget(label(f"{audience.name} has not been told anything yet.", "about", wrap=True))
        for number, telling in enumerate(tellings):
            box.addWidget(MessageCard(self, telling, f"{name}-{number}" if number else name, full=True))
        box.addStretch()
        return made

    def write(self, audience: Audience, card: MessageCard | None) -> None:
        """Opens an empty message below the columns."""
        if self.project:
            made = Message(project=self.project.id, audience=audience.id)
            self.open_form(made, MESSAGE, new=True, form=MessageForm, holder=card)


def _worth(valuer: Valuer, audience: Audience, it: Standing | None) -> Worth | None:
    return valuer.for_lenses(audience.lenses, it) if it else None
