"""The line below a map that says how to read it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label, trailing


class Sign(QWidget):
    """A piece of a line as the map draws it."""

    def __init__(self, theme: Theme, kind: str) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As long as a few dashes."""
        return QSize(scaled(28), scaled(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints dashes, a line with a point, or the flag."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        if self._kind == "flag":
            side = scaled(16)
            self._theme.icon("flag", "accT").paint(painter, (self.width() - side) // 2, 0, side, side)
            return
        pen = QPen(self._theme.colour("tx2" if self._kind == "dashes" else "tx"), 1.4 if self._kind == "dashes" else 2)
        if self._kind == "dashes":
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        if self._kind == "line":
            painter.setBrush(self._theme.colour("tx"))
            painter.drawEllipse(QPointF(self.width() / 2, middle), scaled(4), scaled(4))


class Legend(QWidget):
    """What the lines, the flag and the hollow points mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mapLegend")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        box = QHBoxLayout(self)
        box.setContentsMargins(scaled(20), scaled(10), scaled(20), scaled(10))
        box.setSpacing(scaled(8))
        signs = (
            ("dashes", "What they expected"),
            ("line", "What they told us, with count"),
            ("flag", "Moment of truth"),
        )
        for kind, words in signs:
            box.addWidget(Sign(theme, kind))
            box.addWidget(label(words, "secondary"))
            box.addSpacing(scaled(8))
        hollow = label("Hollow points rest on fewer than three touchpoints", "secondary", wrap=True)
        hollow.setAlignment(trailing() | Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(hollow, 1)
