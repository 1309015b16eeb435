"""One proof, two messages: a benefit in the middle, what staff are told of it at its left, the board at its right."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QVBoxLayout, QWidget

from brm_app.domain.figures import Standing
from brm_app.domain.records import Audience, Message, Person, Project
from brm_app.services.proving import AGAIN, states_of
from brm_app.services.telling.matrix import told_days
from brm_app.ui.desk import Desk
from brm_app.ui.projects.cards import MessageCard, Telling
from brm_app.ui.projects.proofcard import Arrow, ProofCard
from brm_app.ui.projects.tellings import Tellings
from brm_app.ui.projects.worth import Valuer, standings
from brm_app.ui.projects.writing import MESSAGE, MessageForm
from brm_app.ui.widgets import Panel, button, label

_WAY = ("approved", "in review", "returned", "draft")


class Proofs(Tellings):
    """One proof at a time with its messages; the arrows step to the next."""

    reading_wanted = Signal(str)
    benefit_wanted = Signal()
    stepped = Signal(str)
    """The id of the benefit that is shown from now on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "proofs", "One proof, two messages")
        self._steps: list[Standing | None] = []
        self._shown: str | None = None
        about = label("Change the proof and both messages ask to be approved again.", "secondary", wrap=True)
        self.head.insertWidget(1, about, 1)
        self._place = label("", "secondary")
        self._place.setObjectName("proofPlace")
        self.act(self._place)
        self._back = self._step_button("previousProof", "chevron-left", "Previous proof", -1)
        self._on = self._step_button("nextProof", "chevron-right", "Next proof", 1)

    def _step_button(self, name: str, icon: str, words: str, by: int) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setIcon(self.desk.theme.icon(icon))
        made.clicked.connect(lambda: self.step(by))
        self.act(made)
        return made

    # Stepping

    @property
    def _number(self) -> int:
        return next((n for n, it in enumerate(self._steps) if (it.benefit.id if it else "") == self._shown), 0)

    def step(self, by: int) -> None:
        """Shows the next proof, or the one before."""
        if self.settle() and self._steps:
            it = self._steps[(self._number + by) % len(self._steps)]
            self._shown = it.benefit.id if it else ""
            self.rebuild()
            self.stepped.emit(self._shown)

    def show_proof(self, benefit_id: str) -> None:
        """Shows the proof of a benefit."""
        if benefit_id != self._shown and self.settle():
            self._shown = benefit_id
            self.rebuild()

    def show_project(self, project: Project) -> None:
        """Begins with the first proof of another project."""
        if self.project is None or project.id != self.project.id:
            self._shown = None
        super().show_project(project)
        self.stepped.emit(self._shown or "")

    # Showing

    def fill(self, project: Project) -> None:
        """The proof with its messages."""
        workspace, today = self.desk.workspace, self.desk.clock.today()
        messages = workspace.find(Message, equals={"project": project.id})
        found = standings(workspace, project, today)
        told = Counter(benefit for benefit, _ in {(m.benefit, m.audience) for m in messages})
        self._steps = [*sorted(found, key=lambda it: -told[it.benefit.id])]
        if None in told or not self._steps:
            self._steps.append(None)
        number = self._number
        it = self._steps[number]
        self._shown = it.benefit.id if it else ""
        many = len(self._steps) > 1
        self._place.setText(f"Proof {number + 1} of {len(self._steps)}" if many else "")
        self._back.setVisible(many)
        self._on.setVisible(many)
        valuer = Valuer(workspace.organisation, today)
        own = [m for m in messages if m.benefit == (it.benefit.id if it else None)]
        self.rows.addLayout(self._grid(it, own, valuer))

    def _grid(self, it: Standing | None, own: list[Message], valuer: Valuer) -> QGridLayout:
        audiences = self.desk.workspace.find(Audience, sort="order")
        stands, told = states_of(self.desk.workspace, own), told_days(self.desk.workspace, own, self.desk.clock.today())
        stacks = []
        for audience in audiences:
            worth = valuer.for_lenses(audience.lenses, it) if it else None
            mine = [m for m in own if m.audience == audience.id]
            tellings = [Telling(audience, m, worth, stands[m.id] == AGAIN, told.get(m.id)) for m in mine]
            stacks.append(self._stack(tellings or [Telling(audience, worth=worth)]))
        middle = self._proof(it, valuer)
        grid = QGridLayout()
        grid.setSpacing(0)
        if self.wide and len(stacks) >= 2:
            self._lay_across(grid, stacks, middle)
        else:
            for row, widget in enumerate((middle, *stacks)):
                grid.addWidget(widget, row, 0)
            grid.setVerticalSpacing(12)
        return grid

    def _lay_across(self, grid: QGridLayout, stacks: list[QWidget], middle: QWidget) -> None:
        """The first audience left, the second right; any further ones below."""
        theme = self.desk.theme
        grid.addWidget(stacks[0], 0, 0)
        grid.addWidget(Arrow(theme, "staff", True), 0, 1)
        grid.addWidget(middle, 0, 2)
        grid.addWidget(Arrow(theme, "board", False), 0, 3)
        grid.addWidget(stacks[1], 0, 4)
        for place, stack in enumerate(stacks[2:]):
            grid.setRowMinimumHeight(1 + place // 2 * 2, 12)
            grid.addWidget(stack, 2 + place // 2 * 2, place % 2 * 4)
        for column, share in ((0, 39), (2, 30), (4, 39)):
            grid.setColumnStretch(column, share)
            grid.setColumnMinimumWidth(column, 180)

    def _stack(self, tellings: list[Telling]) -> QWidget:
        """The messages of one audience, the one that is furthest in full, and the others briefly below it."""
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for number, telling in enumerate(sorted(tellings, key=_far)):
            name = telling.audience.name.lower().replace(" ", "")
            box.addWidget(MessageCard(self, telling, f"{name}-{number}" if number else name, brief=number > 0))
        return made

    def _proof(self, it: Standing | None, valuer: Valuer) -> QWidget:
        if it is None:
            return self._no_proof()
        owner = self.desk.workspace.get(Person, it.benefit.owner) if it.benefit.owner else None
        words = (owner.job_title or owner.name) if owner else ""
        want = lambda: self.reading_wanted.emit(it.benefit.id)  # noqa: E731
        return ProofCard(self.desk.theme, it, valuer, words, want)

    def _no_proof(self) -> QWidget:
        made = Panel("No proof yet", "floating")
        made.setObjectName("proofCard")
        made.setAccessibleName("No proof yet")
        words = "A benefit with a reading is the proof of what both messages say. It will stand here."
        made.body.addWidget(label(words, "about", wrap=True))
        made.body.addStretch()
        rule = QFrame()
        rule.setProperty("role", "rule")
        made.body.addWidget(rule)
        add = button("proofBenefit", "Add benefit", self.benefit_wanted.emit, "link")
        made.body.addWidget(add, 0, Qt.AlignmentFlag.AlignTrailing)
        return made

    # Acting

    def write(self, audience: Audience, card: MessageCard) -> None:
        """Opens an empty message about this proof on the card."""
        if self.project:
            made = Message(project=self.project.id, audience=audience.id, benefit=self._shown or None)
            form = self.open_form(made, MESSAGE, new=True, columns=1, form=MessageForm, holder=card)
            if form:
                form.saved.connect(lambda saved: self.show_proof(saved.benefit or ""))


def _far(telling: Telling) -> int:
    """How far a message is on its way, the furthest first."""
    return _WAY.index(telling.message.state) if telling.message else 0
