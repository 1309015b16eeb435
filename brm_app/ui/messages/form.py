"""The form of the message of one cell: its words first, then whom it reaches when, and who approves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.fields import Spec
from brm_app.domain.records import Message, Record
from brm_app.services import approval
from brm_app.services.telling.writing import LENGTH, headed
from brm_app.ui.abreast import Abreast
from brm_app.ui.desk import Desk, short
from brm_app.ui.editing.dates import DateEditor
from brm_app.ui.editing.editors import NoteEditor, TextEditor
from brm_app.ui.editing.form import Groups
from brm_app.ui.editing.links import LinkEditor
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.projects.writing import MessageForm
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label, restyle

FIELDS: Groups = (
    ("", ("body",)),
    ("", ("tell_by", "channel")),
    ("", ("approver", "headline", "what_to_do", "benefit", "review_by")),
)


class CellForm(MessageForm):
    """Saves a draft, or asks for its approval with what was typed, in one write."""

    def __init__(self, desk: Desk) -> None:
        self.hints = QWidget()
        self.counter = label("", "secondary")
        self.counter.setObjectName("bodyCount")
        self._asking = False
        super().__init__(desk, Message, FIELDS)
        headline = self.cells["headline"].editor
        assert isinstance(headline, TextEditor)
        headline.line.setPlaceholderText("The first sentence, if left empty")
        headline.line.setToolTip(headline.line.placeholderText())  # which may be wider than the pane
        day = self.cells["tell_by"].editor
        assert isinstance(day, DateEditor)
        margins = day.line.textMargins()
        room = day.line.fontMetrics().horizontalAdvance(day.line.placeholderText()) + margins.left() + margins.right()
        day.line.setFixedWidth(room + scaled(26))
        self.cells["channel"].name.setText("How")  # it stands beside the day
        self.text.textChanged.connect(self._count)

    def _lay_out(self, specs: Sequence[Spec], currency: str, columns: int) -> QGridLayout:
        """The words stand alone with their count and what is to be said of them; only days stand side by side."""
        first = specs[0].name
        grid = super()._lay_out(specs, currency, columns if first == "tell_by" else 1)
        if first == "tell_by":
            grid.setHorizontalSpacing(8)
            grid.setColumnStretch(0, 0)
            grid.setColumnStretch(1, 1)
        if first == "body":
            cell = self.cells["body"]
            box = cell.layout()
            assert isinstance(box, QVBoxLayout)
            box.removeWidget(cell.name)
            line = QHBoxLayout()
            line.addWidget(cell.name, 1)
            line.addWidget(self.counter)
            box.insertLayout(0, line)
            box.addWidget(self.hints)
        return grid

    def _buttons(self) -> QWidget:
        """The buttons, which the pane puts at its foot."""
        super()._buttons().deleteLater()
        made = Abreast()
        self.save_button.setProperty("primary", None)
        self.ask_button = KeyedButton(self.desk.theme, "askApproval", "Ask for approval", "Ctrl Enter", self.ask)
        self.ask_button.setProperty("primary", "true")
        self.cancel_button.setParent(made)
        made.add(self.ask_button, 1)
        made.add(self.save_button)
        self.save_button.setToolTip("Ctrl+S")
        return made

    @property
    def text(self) -> Any:
        """The field of the words."""
        editor = self.cells["body"].editor
        assert isinstance(editor, NoteEditor)
        return editor.note

    @property
    def proof_combo(self) -> QComboBox:
        """The list of the benefits that it may tell of."""
        editor = self.cells["benefit"].editor
        assert isinstance(editor, LinkEditor)
        return editor.combo

    def show_record(self, record: Record, new: bool = False) -> None:
        """Shows a message."""
        super().show_record(record, new)
        self.cancel_button.hide()  # undo takes back what was saved, and Esc leaves
        self._offer_channels()
        self._count()

    def _offer_channels(self) -> None:
        """Offers the ways by which somebody was told before."""
        editor = self.cells["channel"].editor
        assert isinstance(editor, TextEditor)
        known = {message.channel for message in self.desk.workspace.find(Message) if message.channel}
        completer = QCompleter(sorted(known), editor.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        editor.line.setCompleter(completer)

    def _count(self) -> None:
        length = len(self.text.toPlainText().strip())
        self.counter.setText(f"{length} of {LENGTH}")
        restyle(self.counter, "role", "warning" if length > LENGTH else "secondary")

    def name_currency(self, words: str) -> None:
        """Says in which currency the words are to be: `Say it in time`."""
        self.cells["body"].name.setText(words)
        self.text.setAccessibleName(words)

    # Saving

    def ask(self) -> None:
        """Saves the words and asks for their approval, as one undo step."""
        if not (self.text.toPlainText().strip() or self.cells["what_to_do"].editor.read().strip()):
            self.cells["body"].show_fault("Write what it says, then ask for its approval.")
            self.text.setFocus()
            return
        self._asking = True
        try:
            self.save()
        finally:
            self._asking = False

    def _values(self) -> dict[str, Any] | None:
        self._fill_headline()
        values = super()._values()
        if values is not None and self._asking and isinstance(self.start, Message):
            asked = approval.submitted(attrs.evolve(self.start, **values))
            values |= {name: getattr(asked, name) for name in ("state", "reason", "approved_by", "approved_at")}
        return values

    def _fill_headline(self) -> None:
        """Takes the first sentence where no headline was typed."""
        headline, body = self.cells["headline"].editor, self.cells["body"].editor
        assert isinstance(headline, TextEditor)
        if not headline.line.text().strip() and self.text.toPlainText().strip():
            made = headed(Message(headline="", body=body.read()))
            headline.line.setText(made.headline)
            headline.line.setModified(True)
            if made.body != self.text.toPlainText():
                self.text.setPlainText(made.body)
                self.text.document().setModified(True)

    def _write(self, record: Record) -> None:
        if not self._asking:
            super()._write(record)
            return
        with self.desk.workspace.write(f"Ask for approval of {short(record)}", origin=self) as batch:
            batch.save(record, base=self.base)
        self.desk.status(f"Asked for approval of {short(record)}.", undo=True)
