"""A line of buttons, or of what else has words, that stand one below the other where these have no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from brm_app.ui.theme import scaled


class Abreast(QWidget):
    """Side by side as long as no word of them is cut off."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(scaled(8))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Puts one at the end."""
        self._held.append(widget)
        self._box.addWidget(widget, stretch)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest of them."""
        return QSize(max(self._widths(), default=0), super().minimumSizeHint().height())

    def _widths(self) -> list[int]:
        return [widget.sizeHint().width() for widget in self._held if not widget.isHidden()]

    def _turn(self) -> None:
        widths = self._widths()
        beside = sum(widths) + self._box.spacing() * (len(widths) - 1) <= self.width()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the way that has room."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Finds it again where one comes, goes or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)
