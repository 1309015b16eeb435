"""The inspector of the composer: the passport of the figure that was picked on the page."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from brm_app.domain.content import Figure
from brm_app.domain.records import Audience
from brm_app.ui.composer.outline import Passport
from brm_app.ui.drawn.composer import Ui_ComposerForm

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
    """Fills the right pane; tells `opened` when the record is wanted."""

    opened = Signal()

    def __init__(self, form: Ui_ComposerForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.colour = QColor("#1E2024")
        form.openRecord.clicked.connect(self.opened)
        self.show_passport(None, False)

    def show_passport(self, passport: Passport | None, opens: bool) -> None:
        """Shows what was picked, or how to pick something; `opens` where a page shows the record."""
        form = self._form
        figure = passport.figure if passport else None
        form.selectedCaption.setText("On this page" if passport and not figure else "Selected figure")
        form.selectedName.setText(passport.heading if passport else "")
        form.selectedName.setVisible(passport is not None)
        form.selectHint.setVisible(passport is None)
        form.openRecord.setVisible(opens)
        form.passport.setVisible(figure is not None)
        if figure:
            self._show_figure(figure)

    def _show_figure(self, figure: Figure) -> None:
        form = self._form
        form.evidenceMark.setPixmap(evidence_mark(figure.evidence, self.colour))
        form.evidence.setText(figure.evidence.capitalize() or "Not stated")
        named = (
            (form.figureText, f"{figure.text}   {figure.number}"),
            (form.asOf, day(figure.as_of)),
            (form.source, figure.source),
            (form.owner, figure.owner),
            (form.derivation, figure.derivation),
        )
        for label, text in named:
            label.setText(text or "Not stated")

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
