"""The line below the matrix that says what its shapes mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brm_app.services.telling.cells import MISSING
from brm_app.ui.desk import Theme
from brm_app.ui.editing.flow import Flow
from brm_app.ui.marks import grown
from brm_app.ui.messages.paint import paint_dashes, paint_state
from brm_app.ui.messages.wording import LEGEND, NONE
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label


class Sign(QWidget):
    """One shape as the cells show it."""

    def __init__(self, theme: Theme, state: str) -> None:
        super().__init__()
        self._theme, self._state = theme, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as in a cell; the box of what is missing is wider."""
        width = 20 if self._state == MISSING else 12
        return QSize(grown(width, self.font()), grown(16, self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints it."""
        painter = QPainter(self)
        if self._state == MISSING:
            height = grown(11, self.font())
            paint_dashes(painter, QRectF(0, (self.height() - height) / 2, self.width(), height), self._theme)
        else:
            paint_state(painter, QPointF(self.width() / 2, self.height() / 2), self._state, self._theme)


class Legend(QWidget):
    """Each state with its shape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("coverageLegend")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        flow = Flow(gap=16)
        for state, words in LEGEND:
            made = QWidget()
            line = QHBoxLayout(made)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(scaled(8))
            line.addWidget(Sign(theme, state) if state else _dash())
            line.addWidget(label(words, "secondary"))
            flow.add(made)
        box.addWidget(flow)


def _dash() -> QLabel:
    return label(NONE, "muted")
