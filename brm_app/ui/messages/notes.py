"""What stands around the words of a message: its proof, what is said of its words, and what to know first."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brm_app.domain.days import short_day
from brm_app.domain.figures import Standing
from brm_app.services.telling.cells import STALE
from brm_app.services.telling.hints import Hint
from brm_app.ui.desk import Theme
from brm_app.ui.editing.flow import Flow
from brm_app.ui.marks import grown
from brm_app.ui.messages.paint import paint_state
from brm_app.ui.projects.proofcard import EvidenceMark
from brm_app.ui.projects.worth import Valuer
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import clear_layout, label
from brm_app.ui.words import capital


class ProofBox(QFrame):
    """The proof of a message in a few words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("cellProof")
        self.setProperty("role", "note")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(scaled(12), scaled(8), scaled(12), scaled(10))
        self._box.setSpacing(scaled(4))

    def show_proof(self, it: Standing | None, valuer: Valuer) -> None:
        """Shows a proof, or that there is none."""
        clear_layout(self._box)
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        evidence = it.benefit.evidence if it else ""
        words = proof_words(it, valuer)
        heading = f"{capital(evidence)} proof" if it and it.reading else "No proof yet"
        if it and it.reading:
            head.addWidget(EvidenceMark(self._theme, evidence))
        head.addWidget(label(heading, "strong"))
        head.addStretch()
        if it and it.reading and it.reading.as_of:
            head.addWidget(label(short_day(it.reading.as_of, valuer.words.as_of), "secondary"))
        self._box.addLayout(head)
        self._box.addWidget(label(words, wrap=True))
        self.setAccessibleName(f"{heading}: {words}")


def proof_words(it: Standing | None, valuer: Valuer) -> str:
    """`Dropped calls a week: 420 before, 133 now. Two wards read.`"""
    if it is None:
        return "Choose the benefit that this message tells of."
    benefit, amount = it.benefit, valuer.words.amount
    if it.now is None:
        return f"{benefit.statement}: not read yet"
    was = f"{amount(benefit.baseline, benefit.measure)} before, " if benefit.baseline is not None else ""
    note = it.reading.note if it.reading else ""
    return f"{benefit.statement}: {was}{amount(it.now, benefit.measure)} now" + (f". {note}" if note else "")


class _Sign(QWidget):
    """The triangle of a remark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as a small icon."""
        return QSize(grown(16, self.font()), grown(16, self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        painter = QPainter(self)
        paint_state(painter, QPointF(self.width() / 2, self.height() / 2), STALE, self._theme, grown(9, self.font()))


class Hints(QWidget):
    """The remarks on a text: what is good in one line, what is to be thought of below it."""

    def __init__(self, theme: Theme, home: QWidget) -> None:
        super().__init__(home)
        self._theme = theme
        self._shown: tuple[Hint, ...] = ()
        self.setObjectName("cellHints")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, scaled(2), 0, 0)
        self._box.setSpacing(scaled(4))
        around = QVBoxLayout(home)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self)

    def show_hints(self, hints: Iterable[Hint]) -> None:
        """Shows other remarks."""
        hints = tuple(hints)
        if hints == self._shown:
            return
        self._shown = hints
        clear_layout(self._box)
        self.setAccessibleName(". ".join(hint.words for hint in hints))
        good = Flow(gap=10)
        for hint in hints:
            if hint.good:
                good.add(self._line(hint))
        self._box.addWidget(good)
        good.setVisible(any(hint.good for hint in hints))
        for hint in hints:
            if not hint.good:
                self._box.addWidget(self._line(hint))

    def _line(self, hint: Hint) -> QWidget:
        made = QWidget()
        box = QHBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(scaled(6))
        if hint.good:
            mark = QLabel()
            mark.setPixmap(self._theme.icon("check", "good").pixmap(scaled(16)))
            box.addWidget(mark)
            box.addWidget(label(hint.words, "secondary"))
        else:
            box.addWidget(_Sign(self._theme), 0, Qt.AlignmentFlag.AlignTop)
            box.addWidget(label(hint.words, "secondary", wrap=True), 1)
        return made


class Caution(QFrame):
    """What to know before this message can be told, with a bar where it begins."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        box = QVBoxLayout(self)
        box.setContentsMargins(scaled(14), scaled(10), scaled(12), scaled(10))
        self.words = label("", "secondary", wrap=True)
        self.words.setObjectName("cellWarning")
        box.addWidget(self.words)
        self.hide()

    def say(self, words: str) -> None:
        """Says something, or nothing."""
        self.words.setText(words)
        self.setVisible(bool(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground and bar."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("warnS"))
        left = self.width() - 3 if self.isRightToLeft() else 0
        painter.fillRect(left, 0, 3, self.height(), self._theme.colour("warn"))
