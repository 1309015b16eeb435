"""From a finding to where it is mended: the figure and its field, the section, the word, or the record."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from brm_app.domain.findings import Finding, blockers
from brm_app.ui.composer.appendices import AppendixPane
from brm_app.ui.composer.checkpane import ChecksPane
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.inspector import Inspector
from brm_app.ui.composer.panes import OutlinePane
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.page import Page


class Causes(QObject):
    """Leads from “Before you issue” to the causes. `mending` tells that the inspector shows one."""

    mending = Signal()

    def __init__(
        self,
        form: Ui_ComposerForm,
        draft: Draft,
        page: Page,
        checks: ChecksPane,
        inspector: Inspector,
        outline: OutlinePane,
        appendices: AppendixPane,
    ) -> None:
        super().__init__(page)
        self._preview, self._draft, self._desk = form.preview, draft, page.desk
        self._checks, self._inspector, self._outline, self._appendices = checks, inspector, outline, appendices

    def step(self, by: int) -> bool:
        """Goes to the cause of the next blocker, or of the one before; False where there is none."""
        finding = self._checks.step(by)
        if finding:
            self.follow(finding)
        return finding is not None

    def refuse(self, findings: tuple[Finding, ...]) -> None:
        """Goes to the first blocker and says how many there are."""
        left = len(blockers(findings))
        self._checks.list.clearSelection()
        self.step(1)
        stand = "blocker stands" if left == 1 else "blockers stand"
        self._desk.status(f"{left} {stand} in the way of issuing this. The first is shown.")

    def follow(self, finding: Finding) -> None:
        """Goes to where a finding is mended, with the keyboard in it."""
        preview = self._preview
        if finding.page is not None:
            preview.show_page(finding.page)
        if finding.figure and finding.kind in ("unsourced", "stale"):
            self._show_figure(finding)
        elif finding.kind == "jargon":
            self._inspector.show_words(preview.page, preview.proof)
            self._inspector.words.take_focus()
        elif finding.kind == "appendix":
            self._inspector.let_go()
            self.mending.emit()
            self._appendices.take_focus(finding.record)
        elif finding.kind == "empty":
            self._outline.take_focus(finding.section, preview.proof)
        else:
            self._mend(finding)

    def _show_figure(self, finding: Finding) -> None:
        """Selects the figure where it is printed; in some looks a figure is words among others."""
        place = self._preview.place_of(finding.figure, finding.page)
        self._preview.select(place)
        if place is None:
            self._inspector.show_figure(finding.figure, self._preview.proof)
            self.mending.emit()
        self._inspector.passport.field_for(finding.kind).setFocus()

    def _mend(self, finding: Finding) -> None:
        self._preview.select(None)
        target = self._draft.place_of(finding.record)
        if self._inspector.show_finding(finding):
            self.mending.emit()
            self._inspector.mend.take_focus()
        elif target:
            self._desk.go(*target)
        else:
            self._desk.status(f"{finding.title}. {finding.detail}.")
