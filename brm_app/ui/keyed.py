"""A button with its key painted in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown, role_font


class KeyedButton(QPushButton):
    """The words of a button, and behind them the key that does the same."""

    def __init__(self, theme: Theme, name: str, text: str, key: str, on_click: Callable[[], object]) -> None:
        super().__init__(text)
        self._theme, self._key = theme, key
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"Key {key}")
        self.clicked.connect(lambda _=False: on_click())

    def _cap(self) -> QSize:
        metrics = QFontMetrics(role_font(self.font(), "caption"))
        return QSize(metrics.horizontalAdvance(self._key) + grown(12, self.font()), grown(20, self.font()))

    def sizeHint(self) -> QSize:
        """The words and the key beside each other."""
        size = super().sizeHint()
        return QSize(size.width() + self._cap().width() + grown(6, self.font()), size.height())

    def minimumSizeHint(self) -> QSize:
        """Neither is ever cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the frame, the words in what the key leaves, and the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        cap, edge = self._cap(), grown(9, self.font())
        place = QRect(self.width() - edge - cap.width(), (self.height() - cap.height()) // 2, cap.width(), cap.height())
        text = QRect(edge, 0, place.left() - edge, self.height())
        place, text = (QStyle.visualRect(self.layoutDirection(), self.rect(), r) for r in (place, text))
        primary = self.property("primary") == "true"
        ink = "on_acc" if primary else "tx"
        painter.setFont(self.font())
        painter.setPen(self._theme.colour(ink if self.isEnabled() else "tx3"))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), words)
        self._paint_cap(painter, place, primary)

    def _paint_cap(self, painter: QPainter, place: QRect, primary: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush if primary else self._theme.colour("sunk"))
        painter.setPen(QPen(self._theme.colour("on_acc" if primary else "line"), 1))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(role_font(self.font(), "caption"))
        painter.setPen(self._theme.colour("on_acc" if primary else "tx2"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._key)
