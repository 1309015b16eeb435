"""“Before you issue”: what was found in the pages and behind the wall, and whether it stands in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from brm_app.domain.findings import Finding, blockers
from brm_app.ui.composer.causes import Causes
from brm_app.ui.composer.checkpane import ChecksPane
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.press import Press, Proof
from brm_app.ui.composer.walls import Walls
from brm_app.ui.desk import Desk


class Before(QObject):
    """Shows the findings of the pages in view, leads to their causes, and holds back an issue with blockers."""

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        checks: ChecksPane,
        causes: Causes,
        press: Callable[[], Press],
        proof: Callable[[], Proof | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._draft, self._checks, self._causes, self._proof = desk, draft, checks, causes, proof
        self.walls = Walls(press, self)
        self.walls.searched.connect(self._show)
        self.walls.refused.connect(desk.status)
        checks.followed.connect(causes.follow)

    def watch(self, proof: Proof) -> None:
        """Shows what was found in these pages, and searches them for what is behind the wall."""
        if self._draft.audience:
            self.walls.watch(proof, self._draft.audience)
            self._show()

    def _show(self) -> None:
        proof = self._proof()
        if proof and self._draft.audience:
            self._checks.show_findings(self.walls.beside(proof.findings), self._draft.audience)

    def step(self, by: int) -> None:
        """Goes to the cause of the next blocker, or of the one before."""
        if self._proof() is None:
            self._desk.status("The briefing is still being composed. Try again in a moment.")
        elif not self._causes.step(by):
            self._desk.status("Nothing stands in the way of issuing this.")

    def holds_back(self, proof: Proof) -> bool:
        """Goes to the first blocker of these pages; False where there is none."""
        found = self.walls.beside(proof.findings)
        if not blockers(found):
            return False
        self._causes.refuse(found)
        return True

    def tell(self, findings: tuple[Finding, ...]) -> None:
        """What only the making of an issue finds, such as a text of behind the wall, is shown with the rest."""
        if self._draft.audience and blockers(findings):
            self._checks.show_findings(findings, self._draft.audience)
            self._causes.refuse(findings)
