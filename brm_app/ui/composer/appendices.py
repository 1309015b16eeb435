"""The appendices of the draft: PDFs of others behind it, added, put in order and taken out in the outline."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.records import Attachment
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.lists import Entry, OutlineList
from brm_app.ui.composer.press import Proof
from brm_app.ui.composer.proofing import Proofing
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.lane import Lane
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import button, label

_PDF = "PDF (*.pdf)"
_MOST_LINES = 8  # before they scroll by themselves


class AppendixPane(QWidget):
    """Stands below what goes in. `changing` carries the change to be made."""

    changing = Signal(object)

    def __init__(self, form: Ui_ComposerForm, desk: Desk, draft: Draft, proofing: Proofing) -> None:
        super().__init__()
        self.setObjectName("appendices")
        self._form, self._desk, self._draft, self._proofing = form, desk, draft, proofing
        self.lane = Lane("appendix", self)
        self.head = label("Appendices", "caption")
        self.list = OutlineList()
        self.list.setObjectName("appendixList")
        self.list.setAccessibleName("Appendices")
        self.list.setProperty("role", "outline")
        self.list.let_order()
        self.add = button("addAppendix", "Add an appendix…", self.ask, "lead")
        self._lay_out()
        form.outlineBodyLayout.addWidget(self)
        self._wear()
        desk.theme.changed.connect(self._wear)
        self.list.switched.connect(lambda key, on: None if on else self._take_out(key))
        self.list.shifted.connect(lambda key, by: self.changing.emit(lambda: draft.move_appendix(key, by)))
        self.list.ordered.connect(lambda ids: self.changing.emit(lambda: draft.order_appendices(ids)))
        out = QShortcut(QKeySequence("Del"), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        out.activated.connect(lambda: self._take_out(self.list.key(self.list.currentItem())))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(scaled(4))
        words = QVBoxLayout()
        words.setContentsMargins(16, 0, 16, 0)
        words.addWidget(self.head)
        box.addLayout(words)
        box.addWidget(self.list)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(foot)

    def _wear(self) -> None:
        """Takes up the colours of light or dark."""
        theme = self._desk.theme
        self.list.wear(theme)
        self.add.setIcon(theme.icon("plus", "accT"))

    def show_proof(self, proof: Proof | None) -> None:
        """Shows those that were looked at, with the page on which each begins."""
        known = {each.id: each for each in proof.enclosed} if proof else {}
        entries, page = [], proof.typeset.pages + 1 if proof else 0
        for key in self._draft.briefing.appendices:
            if found := known.get(key):
                wrong = bool(found.looked.fault)
                name, note = found.name or "No longer kept here", "–" if wrong else str(page)
                entries.append(Entry(key, name, True, note, state="bad" if wrong else "good"))
                page += found.looked.pages
        self.list.fill(entries)
        self.list.setVisible(bool(entries))
        self.head.setVisible(bool(entries))
        self.list.show_all_lines(_MOST_LINES)

    def take_focus(self, record: str) -> None:
        """Puts the keyboard on an appendix, such as `attachments/0197…`; else on the first."""
        key = record.partition("/")[2]
        ids = self.list.ids()
        self.list.choose(key if key in ids else next(iter(ids), ""))
        target = self.list if ids else self.add
        target.setFocus()
        self._form.outlineArea.ensureWidgetVisible(target)

    # Changing

    def _take_out(self, key: str) -> None:
        if key:
            self.changing.emit(lambda: self._draft.take_out_appendix(key))
            self._desk.status("The appendix was taken out.", undo=True)

    def ask(self) -> None:
        """Asks for a PDF, and puts it behind the others once it was looked at."""
        path = self._desk.ask.open_file("Add an appendix", _PDF)
        if path is None or self.lane.busy:
            return
        briefing, press = self._draft.briefing.id, self._proofing.press

        def done(file: Attachment) -> None:
            if self._draft.briefing.id != briefing:
                self._desk.status(f"“{file.name}” was not added: another draft is in view.")
                return
            self.changing.emit(lambda: self._draft.add_appendix(file))
            self._desk.status(f"Added “{file.name}”.", undo=True)

        self._desk.status("Looking at the file…")
        self.lane.start(lambda job: press.appendix(job, Path(path)), done, self._refused)

    def _refused(self, error: Refused | Cancelled) -> None:
        self._desk.status(str(error))
