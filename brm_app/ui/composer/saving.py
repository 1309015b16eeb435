"""Saving the draft in view as PDF, as it is or behind a password."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from brm_app.ui.composer.draft import NO_PROJECTS, Draft
from brm_app.ui.composer.exporting import Exporter
from brm_app.ui.composer.press import Press, Proof
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.locking import LockSheet
from brm_app.ui.words import clip


class Saving(QObject):
    """`proof` gives the pages in view, where there are any."""

    def __init__(
        self,
        form: Ui_ComposerForm,
        desk: Desk,
        draft: Draft,
        press: Callable[[], Press],
        exporter: Exporter,
        proof: Callable[[], Proof | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._desk, self._draft, self._press = form, desk, draft, press
        self._exporter, self._proof = exporter, proof
        self._locking = False
        self.sheet = LockSheet(desk.theme)
        form.issueBox.addWidget(self.sheet)
        self.sheet.confirmed.connect(self.save)
        self.sheet.left.connect(form.sections.setFocus)
        exporter.ended.connect(self._on_ended)
        exporter.refused.connect(self._on_refused)

    def name(self) -> str:
        """What the briefing is called in few words, once it is typeset."""
        proof = self._proof()
        return proof.document.meta.short_kicker if proof else self._draft.briefing.title

    def start(self, locked: bool) -> None:
        """Asks for the password where there is to be one, or at once where to save."""
        if self._draft.audience is None or self._draft.empty:
            self._desk.status(NO_PROJECTS)
        elif locked:
            self._ask_password()
        else:
            self.save()

    def _ask_password(self) -> None:
        self.sheet.ask(f"Save “{clip(self._draft.briefing.title, 80)}” with a password")

    def save(self, password: str = "") -> None:
        """Asks where to, and saves; what was typed stays until the file is written."""
        audience, briefing = self._draft.audience, self._draft.briefing
        if audience is None:
            return
        press, proof = self._press(), self._proof()
        pages = proof.typeset.pages if proof else 0
        self._locking = bool(password) and not self._exporter.busy
        self._exporter.ask(
            self._desk, self.name(), pages, lambda job, path: press.save(job, audience, briefing, path, password)
        )

    def _on_ended(self, path: object) -> None:
        if path and self._locking:
            self.sheet.close_now()
        self._locking = False

    def _on_refused(self, sentence: str) -> None:
        if self._locking:
            self.sheet.field.show_fault(sentence)
