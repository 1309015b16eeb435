"""Issuing from the composer: the sheet is asked, the issue is made in the background, its file is offered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.exporting import Exporter
from brm_app.ui.composer.issuesheet import IssueSheet
from brm_app.ui.composer.press import Press, Proof
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.locking import save_locked
from brm_app.ui.widgets import sided


class Issuing(QObject):
    """Tells `issued` when an issue is made, and `refused` with the findings of one that could not be."""

    issued = Signal()
    refused = Signal(object)

    def __init__(
        self,
        form: Ui_ComposerForm,
        desk: Desk,
        draft: Draft,
        press: Callable[[], Press],
        exporter: Exporter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._desk, self._draft, self._press, self._exporter = form, desk, draft, press, exporter
        self._pages = 0
        self._number = ""  # of the issue that was made last, while its file can be saved
        self._password = ""  # that file is to have; forgotten when it is saved
        self.sheet = IssueSheet(desk.theme)
        form.issueBox.addWidget(self.sheet)
        self.sheet.confirmed.connect(self._go)
        self.sheet.left.connect(self.leave)
        exporter.issued.connect(self._on_issued)
        exporter.ended.connect(self._on_ended)
        exporter.not_issued.connect(self.refused.emit)
        form.saveIssued.clicked.connect(self._save)

    def ask(self, proof: Proof) -> None:
        """Shows what would be issued, and asks who is told."""
        audience = self._draft.audience
        if audience is None:
            return
        typeset, number = proof.typeset, proof.document.meta.number
        self._pages = typeset.pages
        self.sheet.ask(number, audience, proof.pages, typeset.minutes, self._press().told_last(audience))

    def leave(self) -> None:
        """Closes the sheet; nothing is issued."""
        self._hide()
        self.sheet.password.clear()

    def turn(self) -> None:
        """Another briefing comes into view: neither questions nor what was made of this one stay."""
        self.sheet.close_now()
        self._exporter.dismiss()

    def _hide(self) -> None:
        held = self.sheet.window().focusWidget()
        within = held is not None and self.sheet.isAncestorOf(held)
        self.sheet.hide()
        if within:
            self._form.sections.setFocus()

    def _go(self, names: list[str], password: str) -> None:
        audience = self._draft.audience
        self._hide()  # the password stays typed, should the issue be refused
        self._password = password
        if audience is None:
            return
        with self._desk.telling():
            self._draft.keep()
            press, briefing = self._press(), self._draft.briefing
            self._exporter.issue(lambda job: press.issue(job, audience, briefing, names), self._pages)

    def _on_issued(self, number: str) -> None:
        self._number = number
        self.sheet.password.clear()
        words = "Save its file with the password…" if self._password else "Save its file…"
        self._form.saveIssued.setText(sided(words))
        self._desk.status(f"Issued {number}")
        self.issued.emit()

    def _on_ended(self, path: object) -> None:
        if path:
            self._password = ""

    def _save(self) -> None:
        number, password, workspace = self._number, self._password, self._desk.workspace
        if password:
            self._exporter.keep_locked(self._desk, number, lambda path: save_locked(workspace, number, password, path))
            return
        with self._desk.telling():
            self._exporter.keep_file(self._desk, self._number, self._press().issued_file(self._number))
