"""The inspector of the composer: the passport of the figure that was picked, or what mends a finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from brm_app.briefing.result import Place
from brm_app.domain.content import Figure
from brm_app.domain.days import day as written
from brm_app.domain.findings import PASSED, Finding
from brm_app.domain.records import Audience
from brm_app.ui.composer import outline
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.mending import MendPane
from brm_app.ui.composer.passport import Passport
from brm_app.ui.composer.plainwords import WordsPane
from brm_app.ui.composer.press import Proof
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.words import breakable, clip


class Inspector(QObject):
    """Fills the right pane, and leads to the record behind what is shown."""

    def __init__(self, form: Ui_ComposerForm, draft: Draft, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form, self._draft, self._desk = form, draft, desk
        self._held = ""  # the record of a figure that is shown though no place of it is selected
        self._target: tuple[str, str] | None = None  # where the record behind what is shown can be seen
        self.passport = Passport(form, desk, self)
        self.mend = MendPane(desk)
        self.words = WordsPane(desk)
        form.mendBox.addWidget(self.mend)
        form.wordsBox.addWidget(self.words)
        form.openRecord.clicked.connect(self._open)
        self._lead("", "")
        self._show(None, None)

    def wear(self, colour: QColor) -> None:
        """Takes up the ink of light or dark."""
        self.passport.wear(colour)

    def _open(self) -> None:
        if self._target:
            self._desk.go(*self._target)

    # What is shown

    @property
    def holds(self) -> bool:
        """True while it shows something that is selected on no page."""
        return bool(self._held) or self.mend.finding is not None

    def let_go(self) -> None:
        """Shows nothing of that any more."""
        self._held = ""
        self.mend.clear()

    def show_place(self, place: Place | None, proof: Proof | None) -> None:
        """Shows what stands at a place of the pages; where nothing was picked, what is held stays."""
        found = outline.picked(proof.document, place.figure, place.record) if place and proof else None
        if found is None and proof is not None and self.mend.finding is not None:
            self._show_mend(self._same(self.mend.finding, proof.findings))
            return
        held = next((f for f in proof.document.figures if f.record == self._held), None) if proof else None
        if found is None and held is not None:
            self.show_figure(held.number, proof)
            return
        self.let_go()
        self._lead(found.record if found else "", "Open the benefit" if found and found.figure else "")
        self._show(found.heading if found else None, found.figure if found else None)
        if found and found.figure:
            self._show_passport(found.figure, proof)

    def show_figure(self, number: str, proof: Proof | None) -> None:
        """Shows a figure that is printed as words among others."""
        figure = next((f for f in proof.document.figures if f.number == number), None) if proof else None
        if figure is not None:
            self.mend.clear()
            self._held = figure.record
            self._lead(figure.record, "Open the benefit")
            self._show(figure.label, figure)
            self._show_passport(figure, proof)

    def _show_passport(self, figure: Figure, proof: Proof | None) -> None:
        found = proof.findings if proof else ()
        lacking = {f.kind for f in found if f.figure and f.record == figure.record and f.severity != PASSED}
        if self._draft.audience:
            self.passport.show(figure, self._draft.benefit(figure.record), lacking, self._draft.audience)

    def show_finding(self, finding: Finding) -> bool:
        """Shows what mends a finding; False where only another place can."""
        if not self.mend.show_finding(finding):
            return False
        self._held = ""
        self._show_mend(finding)
        return True

    def _same(self, finding: Finding, findings: Sequence[Finding]) -> Finding | None:
        """The finding as it stands now; None once it is mended."""
        key = (finding.kind, finding.record, finding.field)
        return next((f for f in findings if (f.kind, f.record, f.field) == key and f.severity != PASSED), None)

    def _show_mend(self, finding: Finding | None) -> None:
        if finding is None or not self.mend.show_finding(finding):
            self.mend.clear()
            self._lead("", "")
            self._show(None, None)
            return
        self._show("", None)
        self._lead(finding.record, "Open the message" if finding.record.startswith("messages/") else "Open its page")

    def _lead(self, record: str, words: str) -> None:
        """Offers the page of a record."""
        form = self._form
        self._target = self._draft.place_of(record) if record else None
        form.openRecord.setVisible(self._target is not None)
        form.openRecord.setText(words or "Open the project")

    def _show(self, heading: str | None, figure: Figure | None) -> None:
        """Shows a heading and perhaps a figure; None says how to pick something, an empty one leaves it to `mend`."""
        form = self._form
        form.selectedCaption.setText("Selected figure" if figure or heading is None else "On this page")
        if heading == "":
            form.selectedCaption.setText("Before you issue")
        form.selectedName.setText(breakable(heading or ""))
        form.selectedName.setVisible(bool(heading))
        form.selectHint.setVisible(heading is None)
        form.passport.setVisible(figure is not None)
        if figure:
            form.figureNumber.setText(figure.number)
            named = (
                (form.figureText, figure.text),
                (form.derivation, figure.derivation),
                (form.owner, self._owner(figure)),
            )
            for label, text in named:
                label.setText(text or "Not stated")

    def _owner(self, figure: Figure) -> str:
        """The owner that is printed, or that of the record where the audience is not told it."""
        benefit = None if figure.owner else self._draft.benefit(figure.record)
        return figure.owner or (self._desk.title_of("people", benefit.owner) if benefit else "")

    def show_words(self, page: int, proof: Proof | None) -> None:
        """Shows the words that may not be known, of the sections on a page."""
        sections = outline.on_page(proof.document, proof.typeset, page) if proof else ()
        self.words.show_words(
            [f for f in proof.findings if f.kind == "jargon" and f.section in sections] if proof else []
        )

    def settle(self) -> bool:
        """Keeps what was typed, or asks; False where the person stays."""
        self.mend.settle()
        return self.passport.settle()

    def show_never(self, audience: Audience) -> None:
        """Says what the wall keeps out of the briefings of this audience."""
        money = "" if "money" in audience.lenses else "money worked out from figures, "
        self._form.never.setText(
            f"Never in a briefing for {breakable(clip(audience.name, 80))}: "
            f"{money}internal notes, VIP rules, quotes without consent."
        )


def day(iso: str) -> str:
    """`2026-10-31` as 31 Oct 2026; empty stays empty."""
    return written(dt.date.fromisoformat(iso[:10])) if iso else ""
