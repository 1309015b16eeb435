"""Keys painted into what they press: a key cap, and a button with its key in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton

from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown, role_font
from brm_app.ui.words import isolated


def cap_size(key: str, base: QFont) -> QSize:
    """The size of a key cap beside text in a body font."""
    metrics = QFontMetrics(role_font(base, "caption"))
    return QSize(metrics.horizontalAdvance(key) + grown(12, base), grown(20, base))


def paint_cap(painter: QPainter, place: QRect, key: str, base: QFont, theme: Theme, primary: bool = False) -> None:
    """Paints a key cap; `primary` on the fill of a primary button."""
    painter.setBrush(Qt.BrushStyle.NoBrush if primary else theme.colour("sunk"))
    painter.setPen(QPen(theme.colour("on_acc" if primary else "line"), 1))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(role_font(base, "caption"))
    painter.setPen(theme.colour("on_acc" if primary else "tx2"))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), key)


class KeyedButton(QPushButton):
    """The words of a button, before them perhaps an icon, and behind them the key that does the same."""

    def __init__(
        self, theme: Theme, name: str, text: str, key: str, on_click: Callable[[], object], icon: str = ""
    ) -> None:
        super().__init__(text)
        self._theme, self._key, self._icon = theme, key, icon
        self.setAutoDefault(True)  # Enter presses it as Space does, on every platform
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"Key {key}")
        self.clicked.connect(lambda _=False: on_click())

    def _room(self) -> int:
        """The side of the icon with the gap behind it."""
        return grown(24, self.font()) if self._icon else 0

    def sizeHint(self) -> QSize:
        """Icon, words and key beside each other."""
        size = super().sizeHint()
        cap = cap_size(self._key, self.font())
        return QSize(size.width() + self._room() + cap.width() + grown(6, self.font()), size.height())

    def minimumSizeHint(self) -> QSize:
        """None of them is ever cut off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the frame, the words in what icon and key leave, and these two."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, option.text, option.icon = option.text, "", QIcon()
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        cap, edge, gap = cap_size(self._key, self.font()), grown(9, self.font()), grown(8, self.font())
        wide = self._room() + self.fontMetrics().horizontalAdvance(words) + gap + cap.width()
        left = max(edge, (self.width() - wide) // 2)
        place = QRect(self.width() - left - cap.width(), (self.height() - cap.height()) // 2, cap.width(), cap.height())
        text = QRect(left + self._room(), 0, place.left() - left - self._room() - gap, self.height())
        place, text = (QStyle.visualRect(self.layoutDirection(), self.rect(), r) for r in (place, text))
        primary = self.property("primary") == "true"
        ink = ("on_acc" if primary else "tx") if self.isEnabled() else "tx3"
        self._paint_icon(painter, ink, left)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour(ink))
        painter.drawText(text, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), isolated(words))
        paint_cap(painter, place, self._key, self.font(), self._theme, primary and self.isEnabled())

    def _paint_icon(self, painter: QPainter, ink: str, left: int) -> None:
        if self._icon:
            side = grown(16, self.font())
            place = QRect(left, (self.height() - side) // 2, side, side)
            place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
            painter.drawPixmap(place, self._theme.picture(self._icon, ink, side))
