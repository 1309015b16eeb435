"""The card of a proof, with its evidence, what it was and is, and the arrows to the messages that it feeds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brm_app.domain.days import short_day
from brm_app.domain.figures import Standing
from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown
from brm_app.ui.projects.told import span
from brm_app.ui.projects.worth import Valuer
from brm_app.ui.widgets import button, label
from brm_app.ui.words import capital

HATCH = 3.5  # px from one line of an estimate's hatching to the next


def paint_evidence(painter: QPainter, place: QRectF, evidence: str, colour: QColor) -> None:
    """Fills a place as evidence is marked: measured solid, estimated hatched, anything else as an outline."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour if evidence == "measured" else Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
    if evidence != "measured":
        edge = place.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour, 1))
        painter.drawRect(edge)
        if evidence == "estimated" and place.width() > 1:
            painter.setClipRect(place)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1.5))
            x = place.left() - place.height()
            while x < place.right():
                painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()))
                x += HATCH
    painter.restore()


class EvidenceMark(QWidget):
    """The fill of an evidence class as a small square."""

    def __init__(self, theme: Theme, evidence: str) -> None:
        super().__init__()
        self._theme, self._evidence = theme, evidence
        self.setAccessibleName(evidence)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as a small letter."""
        return QSize(grown(11, self.font()), grown(11, self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the square."""
        paint_evidence(QPainter(self), QRectF(self.rect()), self._evidence, self._theme.colour("tx2"))


class Arrow(QWidget):
    """From the proof to a message; `to_start` points to where lines begin."""

    def __init__(self, theme: Theme, side: str, to_start: bool) -> None:
        super().__init__()
        self._colour, self._to_start = theme.colour(side), to_start
        self.setAccessibleName(f"This proof feeds the message for {side}")
        self.setFixedWidth(40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the arrow, mirrored where lines begin at the right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        left = self._to_start != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        y, tip, end = self.height() / 2, 4.0 if left else self.width() - 4.0, self.width() - 4.0 if left else 4.0
        back = 6 if left else -6
        painter.drawLine(QPointF(tip, y), QPointF(end, y))
        painter.drawLine(QPointF(tip, y), QPointF(tip + back, y - 5))
        painter.drawLine(QPointF(tip, y), QPointF(tip + back, y + 5))


class ProofCard(QFrame):
    """What a benefit was and is now, how that is known, and when it is looked at again."""

    def __init__(self, theme: Theme, it: Standing, valuer: Valuer, owner: str, add_reading: Callable[[], None]) -> None:
        super().__init__()
        self._theme, self._it, self._valuer = theme, it, valuer
        self.setObjectName("proofCard")
        self.setAccessibleName(f"Proof: {it.benefit.statement}")
        self.setProperty("role", "floating")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 10)
        box.setSpacing(8)
        box.addLayout(self._head())
        box.addSpacing(2)
        box.addWidget(label(it.benefit.statement, "strong", wrap=True))
        box.addLayout(self._figures())
        note = it.reading.note if it.reading else ""
        for words in (note, it.benefit.source, owner and f"Owned by {owner}"):
            if words:
                box.addWidget(label(words, "secondary", wrap=True))
        box.addStretch()
        rule = QFrame()
        rule.setProperty("role", "rule")
        box.addWidget(rule)
        box.addLayout(self._foot(add_reading))

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        evidence = self._it.benefit.evidence
        head.addWidget(EvidenceMark(self._theme, evidence))
        head.addWidget(label(capital(evidence) or "No evidence named"))
        head.addStretch()
        reading = self._it.reading
        if reading and reading.as_of:
            head.addWidget(label(f"as of {short_day(reading.as_of, self._valuer.words.as_of)}", "secondary"))
        return head

    def _figures(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        benefit, words = self._it.benefit, self._valuer.words
        if benefit.baseline is not None:
            was = label(words.amount(benefit.baseline, benefit.measure), "figure")
            was.setStyleSheet(f"color: {self._theme.hex('tx3')}; font-weight: 400;")
            line.addWidget(was)
            arrow = QLabel()
            arrow.setPixmap(self._theme.icon("arrow-right", "tx3").pixmap(16))
            line.addWidget(arrow)
        now = self._it.now
        line.addWidget(
            label("not yet", "about") if now is None else label(words.amount(now, benefit.measure), "figure")
        )
        line.addStretch()
        return line

    def _foot(self, add_reading: Callable[[], None]) -> QHBoxLayout:
        foot = QHBoxLayout()
        words, late = self._due()
        foot.addWidget(label(words, "warning" if late else "secondary", wrap=True), 1)
        spoken = f"Add a reading of {self._it.benefit.statement}"
        foot.addWidget(button("proofReading", "Add reading", add_reading, "link", spoken))
        return foot

    def _due(self) -> tuple[str, bool]:
        """When the next reading is due; True where that day is past."""
        reading, every = self._it.reading, self._it.benefit.review_days
        if reading is None or reading.as_of is None:
            return "No reading yet", True
        if not every:
            return "", False
        left = (reading.as_of + dt.timedelta(days=every) - self._valuer.words.as_of).days
        return (f"Next reading in {span(left)}", False) if left > 0 else (f"Reading {span(-left)} late", True)
