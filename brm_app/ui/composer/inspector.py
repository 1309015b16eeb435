"""The inspector of the composer: the passport of the figure that was picked on the page."""

from __future__ import annotations

import datetime as dt

import attrs
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from brm_app.briefing.result import Place
from brm_app.domain.content import Figure
from brm_app.domain.records import Audience
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.outline import Passport, passport
from brm_app.ui.composer.press import Proof
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.widgets import restyle

_MARK = 14


def evidence_mark(evidence: str, colour: QColor) -> QPixmap:
    """The mark of an evidence class: measured solid, estimated hatched, told outlined."""
    mark = QPixmap(_MARK, _MARK)
    mark.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mark)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(1, 1, _MARK - 2, _MARK - 2)
    if evidence == "measured":
        painter.fillRect(box, colour)
    elif evidence == "estimated":
        painter.setClipRect(box)
        painter.setPen(QPen(colour, 1.5))
        for x in range(-_MARK, _MARK, 4):
            painter.drawLine(x, _MARK, x + _MARK, 0)
        painter.setClipping(False)
    painter.setPen(QPen(colour, 1.25))
    painter.drawRect(box)
    painter.end()
    return mark


class Inspector(QObject):
    """Fills the right pane, and leads to the record behind a figure."""

    def __init__(self, form: Ui_ComposerForm, draft: Draft, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form, self._draft, self._desk = form, draft, desk
        self._target: tuple[str, str] | None = None  # where the record behind the picked figure is shown
        self.colour = QColor("#1E2024")
        form.openRecord.clicked.connect(self._open)
        self.show_passport(None, "")

    def _open(self) -> None:
        if self._target:
            self._desk.go(*self._target)

    def show_place(self, place: Place | None, proof: Proof | None) -> None:
        """Shows what stands at a place of the pages."""
        found = passport(proof.document, place.figure, place.record) if place and proof else None
        self._target = self._draft.place_of(found.record) if found else None
        if found and found.figure and (benefit := self._draft.benefit(found.record)):
            owner = self._desk.title_of("people", benefit.owner)
            found = attrs.evolve(found, source=found.source or benefit.source, owner=found.owner or owner)
        opens = "Open the benefit" if found and found.figure else "Open the project"
        self.show_passport(found, opens if self._target else "")

    def show_passport(self, passport: Passport | None, opens: str) -> None:
        """Shows what was picked, or how to pick something; `opens` says which record a page can show."""
        form = self._form
        figure = passport.figure if passport else None
        form.selectedCaption.setText("On this page" if passport and not figure else "Selected figure")
        form.selectedName.setText(passport.heading if passport else "")
        form.selectedName.setVisible(passport is not None)
        form.selectHint.setVisible(passport is None)
        form.openRecord.setVisible(bool(opens))
        form.openRecord.setText(opens)
        form.passport.setVisible(figure is not None)
        if figure and passport:
            self._show_figure(figure, passport)

    def _show_figure(self, figure: Figure, passport: Passport) -> None:
        form = self._form
        form.evidenceMark.setPixmap(evidence_mark(figure.evidence, self.colour))
        form.evidence.setText(figure.evidence.capitalize() or "Not stated")
        form.figureNumber.setText(figure.number)
        named = (
            (form.figureText, figure.text),
            (form.asOf, day(figure.as_of)),
            (form.source, passport.source),
            (form.owner, passport.owner),
            (form.derivation, figure.derivation),
        )
        for label, text in named:
            label.setText(text or "Not stated")
        form.sourceMissing.setVisible(not passport.source)
        for label, name in ((form.source, "missing"), (form.sourceLabel, "error")):
            restyle(label, name, "" if passport.source else "true")

    def show_never(self, audience: Audience) -> None:
        """Says what the wall keeps out of the briefings of this audience."""
        money = "" if "money" in audience.lenses else "money worked out from figures, "
        self._form.never.setText(
            f"Never in a briefing of the audience {audience.name}: "
            f"{money}internal notes, VIP rules, quotes without consent."
        )


def day(iso: str) -> str:
    """`2026-10-31` as 31 Oct 2026; empty stays empty."""
    if not iso:
        return ""
    date = dt.date.fromisoformat(iso[:10])
    return f"{date.day} {'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()[date.month - 1]} {date.year}"
