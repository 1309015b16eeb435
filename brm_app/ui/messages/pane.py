"""The pane of a cell: the message that it speaks of, the proof behind it, and what comes next with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from brm_app.domain.figures import Standing, standing
from brm_app.domain.records import Benefit, Reading, Term
from brm_app.domain.text import plural
from brm_app.services.proving import AGAIN
from brm_app.services.telling.cells import Cell, Said
from brm_app.services.telling.hints import hints
from brm_app.services.telling.views import leading_lens
from brm_app.services.telling.writing import apart, begun
from brm_app.ui.abreast import Abreast
from brm_app.ui.desk import Desk
from brm_app.ui.editing.inputs import Asked
from brm_app.ui.inspector import Inspector
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.keypresses import claims
from brm_app.ui.marks import Tag
from brm_app.ui.messages.form import CellForm
from brm_app.ui.messages.heads import shape_of
from brm_app.ui.messages.notes import Caution, Hints, ProofBox
from brm_app.ui.messages.wording import go_live
from brm_app.ui.projects.worth import Valuer
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import button, label
from brm_app.ui.words import capital, clip, one_line

TAGS = {"missing": "bad", "stale": "warn", "waiting": "acc", AGAIN: "warn", "fresh": "good"}
SHAPES = {"missing": "◇", "stale": "▲", "waiting": "□", AGAIN: "▣", "fresh": "●"}


class MessagePane(Inspector):
    """Shows one cell. Signals tell what is asked for with its buttons."""

    approving = Signal()
    returning = Signal(object, str)
    telling = Signal()
    stepped = Signal()
    """Another message of the same cell is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "messagePane", "Message")
        self._desk = desk
        self.cell: Cell | None = None
        self._proofs: dict[str, Standing] = {}
        self._terms: list[Term] = []
        self._shown = ""
        self.form = CellForm(desk)
        self.proof, self.caution = ProofBox(desk.theme), Caution(desk.theme)
        self.hints = Hints(desk.theme, self.form.hints)
        self._make_head()
        self._make_foot()
        self._place()
        self.form.text.textChanged.connect(self._remark)
        self.form.cells["benefit"].editor.changed.connect(self._remark)
        self.form.edited.connect(self._show_acts)

    # Laying out

    def sizeHint(self) -> QSize:
        """Wide enough for a day beside the way by which they are told."""
        return QSize(scaled(320), super().sizeHint().height())

    def _make_head(self) -> None:
        self.audience, self.state = Tag(self._theme), Tag(self._theme)
        self.state.setObjectName("cellState")
        self.heading = label("", "heading", wrap=True)
        self.heading.setObjectName("cellTitle")
        self.about = label("", "secondary", wrap=True)
        self.about.setObjectName("cellAbout")
        self.close_button = QToolButton()
        self.close_button.setObjectName("closePane")
        self.close_button.setAccessibleName("Close the message")
        self.close_button.setToolTip("Close the message")
        self.close_button.setIcon(self._theme.icon("x"))
        self.step = button("nextMessage", "", self.show_next, "link")
        self.alone = button("writeApart", "", self._write_apart, "link")

    def _make_foot(self) -> None:
        theme = self._theme
        self.approve = KeyedButton(theme, "approveMessage", "Approve", "A", self.approving.emit)
        self.tell = KeyedButton(theme, "tellMessage", "Told today", "T", self.telling.emit)
        self.give_back = KeyedButton(theme, "returnMessage", "Return", "R", self.ask_reason)
        self.approve.setProperty("primary", "true")
        self.tell.setProperty("primary", "true")
        self.reason = Asked()
        self.reason.setObjectName("returnReason")
        self.reason.setAccessibleName("What to mend")
        self.reason.setPlaceholderText("What to mend")
        self.reason.returnPressed.connect(self._send_back)
        self.reason.left.connect(self._forget_reason)
        self._returned: Said | None = None
        self.line = Abreast()
        for widget in (self.approve, self.tell, self.give_back):
            self.line.add(widget, 0 if widget is self.give_back else 1)

    def _place(self) -> None:
        tags, more = QHBoxLayout(), QHBoxLayout()
        tags.setSpacing(scaled(8))
        tags.addWidget(self.audience)
        tags.addWidget(self.state)
        tags.addStretch()
        tags.addWidget(self.close_button)
        more.setSpacing(scaled(8))
        more.addWidget(self.step)
        more.addWidget(self.alone)
        more.addStretch()
        self.body.addLayout(tags)
        for words in (self.heading, self.about):
            self.body.addWidget(words)
        self.body.addLayout(more)
        for widget in (self.proof, self.caution, self.form):
            self.body.addWidget(widget)
        self.foot.addWidget(self.reason)
        self.foot.addWidget(self.line)
        self.foot.addWidget(self.form.buttons)
        self.reason.hide()

    # Showing

    def show_cell(self, cell: Cell | None, concerned: bool = True) -> None:
        """Shows a cell; what is being typed for it stays."""
        same = cell is not None and self.cell is not None and cell.key == self.cell.key
        self.cell = cell
        for widget in (self.heading, self.proof, self.form, self.line, self.form.buttons, self.audience, self.state):
            widget.setVisible(cell is not None)
        if cell is None:
            self.about.setText("Choose a cell of the matrix. Its message shows here.")
            for each in (self.step, self.alone, self.caution):
                each.hide()
            return
        if not same:
            self._shown = ""
            self._forget_reason(stay=True)
        self._show_head(cell, concerned)
        if not (same and self.form.dirty):
            self._load(cell)
        self._show_acts()

    def _show_head(self, cell: Cell, concerned: bool) -> None:
        today = self._desk.clock.today()
        side = cell.audience.look
        name = self.fontMetrics().elidedText(one_line(cell.audience.name), Qt.TextElideMode.ElideRight, scaled(110))
        self.audience.show_words(f"{shape_of(side)} {name}", side)
        said = self.said
        words = said.standing if said and said.standing != "approved" else cell.state
        if concerned:
            self.state.show_words(f"{SHAPES[cell.state]} {capital(words)}", TAGS[cell.state])
        else:
            self.state.show_words("Not concerned")
        whom = cell.unit.name if cell.unit else cell.audience.name
        self.heading.setText(f"{clip(cell.project.name, 80)}, {clip(whom, 80)}")
        about = go_live(cell.reached, today)
        if concerned and cell.told is None and cell.people:
            about += f"\n{plural(cell.people, 'person', 'people')} not told"
        self.about.setText(about)
        self.form.name_currency(f"Say it in {leading_lens(cell.audience)}")

    @property
    def said(self) -> Said | None:
        """The message of the cell that is shown."""
        if self.cell is None:
            return None
        return next((said for said in self.cell.said if said.message.id == self._shown), self.cell.first)

    def _load(self, cell: Cell) -> None:
        """Fills the form from the cell."""
        today, workspace = self._desk.clock.today(), self._desk.workspace
        self._terms = workspace.find(Term)
        self._proofs = {
            b.id: standing(b, workspace.find(Reading, equals={"benefit": b.id}), today)
            for b in workspace.find(Benefit, equals={"project": cell.project.id})
        }
        said = self.said
        self._shown = said.message.id if said else ""
        self.form.show_record(said.message if said else begun(workspace, cell, today), new=said is None)
        self.step.setVisible(len(cell.said) > 1)
        self.step.setText(f"Message {1 + self._place_of(said)} of {len(cell.said)}")
        general = bool(said and cell.unit and not said.message.units)
        self.alone.setVisible(general)
        whom = clip(cell.unit.name, 40).replace("&", "&&") if cell.unit else ""
        self.alone.setText(f"Write one for {whom} only" if whom else "")
        self._remark()
        self.caution.say(self._cautions(said))

    def _place_of(self, said: Said | None) -> int:
        return next((n for n, each in enumerate(self.cell.said if self.cell else ()) if each is said), 0)

    def _cautions(self, said: Said | None) -> str:
        if said is None:
            return ""
        message = said.message
        if said.standing == "returned":
            return f"Returned: {message.reason}"
        if said.standing == AGAIN:
            return "The words or the proof changed after this was approved. They must be approved again."
        today = self._desk.clock.today()
        if said.standing == "approved" and message.review_by and message.review_by < today:
            return "The day of its review is past. Read it again and set another day."
        return ""

    def _remark(self) -> None:
        """Shows the proof that is chosen, and what is to be said of the words."""
        if self.cell is None or self.form.loading:
            return
        combo = self.form.proof_combo
        proof = self._proofs.get(str(combo.currentData() or ""))
        self.proof.show_proof(proof, Valuer(self._desk.workspace.organisation, self._desk.clock.today()))
        text = self.form.text.toPlainText()
        self.hints.show_hints(hints(text, self._terms, self.cell.audience, proof))

    def _show_acts(self, _dirty: bool = False) -> None:
        """Offers what comes next; typed words are handed in or saved before anything else."""
        said, typed = self.said, self.form.dirty
        stands = said.standing if said and not self.form.new else ""
        asks = typed or stands in ("", "draft", "returned")
        self.form.ask_button.setVisible(asks)
        self.form.save_button.setVisible(asks)
        self.form.buttons.setVisible(asks and self.cell is not None)
        self.approve.setVisible(not typed and stands in ("in review", AGAIN))
        self.give_back.setVisible(not typed and stands in ("in review", AGAIN, "approved"))
        self.tell.setVisible(not typed and stands == "approved")
        self.line.setVisible(not asks and self.cell is not None)

    # Acting

    def edit(self) -> None:
        """Puts the cursor behind the words."""
        if self.cell is None:
            return
        self.show()
        if not self.opened:
            self.toggle()
        note = self.form.text
        note.setFocus(Qt.FocusReason.OtherFocusReason)
        note.moveCursor(note.textCursor().MoveOperation.End)

    def show_next(self) -> None:
        """Shows the next message of the cell."""
        if self.cell and len(self.cell.said) > 1 and self.form.settle():
            said = self.cell.said[(self._place_of(self.said) + 1) % len(self.cell.said)]
            self._shown = said.message.id
            self._show_head(self.cell, True)
            self._load(self.cell)
            self._show_acts()
            self.stepped.emit()

    def _write_apart(self) -> None:
        said = self.said
        if said and self.cell and self.cell.unit and self.form.settle():
            self.form.show_record(apart(said.message, self.cell.unit), new=True)
            self._show_acts()
            self.alone.hide()
            self.edit()

    def ask_reason(self, said: Said | None = None) -> None:
        """Asks what is to be mended before the message is returned."""
        self._returned = said or self.said
        self.show()
        if not self.opened:
            self.toggle()
        self.reason.show()
        self.reason.setFocus()

    def _send_back(self) -> None:
        if self._returned:
            self.returning.emit(self._returned, self.reason.text())

    def _forget_reason(self, stay: bool = False) -> None:
        """Closes the field of the reason."""
        self._returned = None
        self.reason.clear()
        self.reason.hide()
        if not stay:
            self.stepped.emit()

    def reason_sent(self) -> None:
        """Closes the field after the message was returned."""
        self._forget_reason()

    def primary(self) -> None:
        """Does what the primary button does, as far as that is not one letter."""
        if self.form.ask_button.isVisible():
            self.form.ask()

    def event(self, event: QEvent) -> bool:
        """Ctrl+S saves without asking for approval, so it is not the window's here."""
        if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if claims(event, Qt.Key.Key_S):
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_S:
                self.form.save()
                return True
        return super().event(event)
