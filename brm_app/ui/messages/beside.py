"""The text of a message that was approved, with its proof, beside what it says now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.days import day
from brm_app.domain.figures import standing
from brm_app.domain.records import Benefit, Message, Reading
from brm_app.services.proving import AGAIN, approved_text, proof_then
from brm_app.services.telling.cells import Said
from brm_app.ui.desk import Desk
from brm_app.ui.messages.notes import proof_words
from brm_app.ui.projects.worth import Valuer
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import clear_layout, label
from brm_app.ui.words import one_line


class Beside(QFrame):
    """The text that was approved at the left, what it says now at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("oldBesideNew")
        self.setProperty("role", "panel")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 14)
        self._box.setSpacing(scaled(24))

    def show_said(self, desk: Desk, said: Said) -> None:
        """Reads and shows both texts of a message."""
        valuer = Valuer(desk.workspace.organisation, desk.clock.today())
        now = proof_now(desk, said.message, valuer)
        then = proof_then(desk.workspace, said.message) if said.standing == AGAIN else None
        proofs = (proof_words(then, valuer) if then else now, now)
        self.show_texts(said, approved_text(desk.workspace, said.message), proofs)

    def show_texts(self, said: Said, then: Message | None, proofs: tuple[str, str]) -> None:
        """Shows both; `proofs` are the words of the proof at the approval and now."""
        clear_layout(self._box)
        now = said.message
        if then is None:
            heading = "Nothing was approved before"
        else:
            on = day(then.approved_at)
            heading = f"Approved {on}" + (f" by {one_line(then.approved_by)}" if then.approved_by else "")
        old, new = (texts(then, proofs[0]) if then else [""], texts(now, proofs[1]))
        self._column("oldText", heading, old, ())
        self._column("newText", "Now", new, [line for line in new if line not in old] if then else ())
        self._box.setStretch(1, 1 if then else 2)  # two words at the left need no half

    def _column(self, name: str, heading: str, lines: Sequence[str], changed: Sequence[str]) -> None:
        made = QWidget()
        made.setObjectName(name)
        made.setAccessibleName(f"{heading}: {' '.join(lines)}")
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(scaled(4))
        box.addWidget(label(heading, "heading", wrap=True))
        for line in filter(None, lines):
            row = QHBoxLayout()
            row.setSpacing(scaled(8))
            row.addWidget(label(line, wrap=True), 1)
            if line in changed:
                mark = label("Changed", "warning")
                row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            box.addLayout(row)
        box.addStretch()
        self._box.addWidget(made, 1)


def texts(message: Message, proof: str) -> list[str]:
    """What an approval is given for, line by line."""
    return [message.headline, message.body, message.what_to_do, proof]


def proof_now(desk: Desk, message: Message, valuer: Valuer) -> str:
    """The words of the proof of a message; nothing where it has none."""
    benefit = desk.workspace.get(Benefit, message.benefit) if message.benefit else None
    if benefit is None:
        return ""
    readings = desk.workspace.find(Reading, equals={"benefit": benefit.id})
    return proof_words(standing(benefit, readings, desk.clock.today()), valuer)
