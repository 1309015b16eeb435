"""The status bar: what was saved, a sentence with Undo for a while, and the keys of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStatusBar, QStyle, QWidget

from brm_app.ui.clock import Clock
from brm_app.ui.desk import Theme
from brm_app.ui.keyed import cap_size, paint_cap
from brm_app.ui.theme import font, scaled
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import Elided, button
from brm_app.ui.words import isolated

SHOWN_FOR = 8_000  # milliseconds
Hint = tuple[str, str]


def caps(keys: str) -> list[str]:
    """The caps that keys are painted on: `J K` on two, `Ctrl Enter` on one."""
    parts = keys.split(" ")
    return parts if all(len(part) == 1 for part in parts) else [keys]


class KeyHints(QWidget):
    """Keys and what they do, as many as there is room for; the last ones stay longest."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hints: tuple[Hint, ...] = ()
        self._widths: dict[Hint, int] = {}
        self.setObjectName("keyHints")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._forget_widths)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Shows other keys."""
        self._hints = tuple(hints)
        self.setAccessibleName("Keys: " + ", ".join(f"{key} {does}".strip() for key, does in hints))
        self.updateGeometry()
        self.update()

    def _caps(self, hint: Hint) -> int:
        return sum(cap_size(key, font("body")).width() + scaled(6) for key in caps(hint[0]))

    def _width(self, hint: Hint) -> int:
        if hint not in self._widths:
            words = QFontMetrics(font("secondary")).horizontalAdvance(hint[1])
            self._widths[hint] = self._caps(hint) + words + scaled(14)
        return self._widths[hint]

    def _forget_widths(self) -> None:
        self._widths.clear()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """The text may have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_widths()

    def sizeHint(self) -> QSize:
        """Room for all."""
        return QSize(sum(map(self._width, self._hints)), cap_size("F1", font("body")).height())

    def minimumSizeHint(self) -> QSize:
        """Room for the last."""
        return QSize(self._width(self._hints[-1]) if self._hints else 0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints from the end."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self.width()
        for hint in reversed(self._hints):
            if right < self._width(hint):
                return
            self._paint(painter, hint, right - self._width(hint))
            right -= self._width(hint)

    def _paint(self, painter: QPainter, hint: Hint, left: int) -> None:
        base, left = font("body"), left + scaled(14) - scaled(6)
        for key in caps(hint[0]):
            size = cap_size(key, base)
            height = min(size.height(), scaled(18))
            place = QRect(left, (self.height() - height) // 2, size.width(), height)
            paint_cap(painter, self._seen(place), key, base, self._theme)
            left += size.width() + scaled(6)
        painter.setFont(font("secondary"))
        painter.setPen(self._theme.colour("tx3"))
        place = QRect(left, 0, painter.fontMetrics().horizontalAdvance(hint[1]) + 2, self.height())
        painter.drawText(self._seen(place), int(Qt.AlignmentFlag.AlignVCenter), isolated(hint[1]))

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


class StatusLine(QWidget):
    """Fills the window's status bar."""

    def __init__(self, bar: QStatusBar, theme: Theme, clock: Clock, on_undo: Callable[[], object]) -> None:
        super().__init__()
        self._bar, self._theme, self._clock = bar, theme, clock
        self.mark, self.state, self.words = QLabel(), Elided(), Elided()
        self.state.setObjectName("saved")
        self.words.setObjectName("toast")
        for each in (self.state, self.words):
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setProperty("role", "secondary")
        self.undo = button("toastUndo", "Undo", on_undo, "link")
        self.undo.setProperty("place", "status")
        self.keys = KeyHints(theme)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.quiet)
        theme.changed.connect(self._measure)
        self._measure()
        self.closed()

    def _lay_out(self) -> None:
        self.box = QHBoxLayout(self)
        self.box.setSpacing(6)
        for widget in (self.mark, self.state, self.words, self.undo):
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self.box.addWidget(self.keys)
        self._bar.addWidget(self, 1)

    def _measure(self) -> None:
        self.box.setContentsMargins(scaled(14), 0, scaled(14), 0)
        self._bar.setFixedHeight(scaled(24))
        self.mark.setPixmap(self._theme.picture("check", "tx3", scaled(16)))

    def say(self, sentence: str, undo: bool = False) -> None:
        """Shows a sentence for eight seconds."""
        self.words.setText(" ".join(sentence.split()))
        self.words.setToolTip(plain_tip(sentence))
        self._show(True, undo)
        self._timer.start()

    def quiet(self) -> None:
        """Back to the state of saving."""
        self._timer.stop()
        self.words.setText("")
        self._show(False, False)

    def _show(self, toast: bool, undo: bool) -> None:
        self.state.setVisible(not toast)
        self.mark.setVisible(not toast and self._opened)
        self.words.setVisible(toast)
        self.undo.setVisible(undo)

    def closed(self) -> None:
        """Says what holds while nothing is open."""
        self._opened = False
        self.state.setText("Nothing is sent anywhere. No account is needed.")
        self.quiet()

    def opened(self) -> None:
        """Says that nothing waits to be saved."""
        self._opened = True
        self.state.setText("All changes saved")
        self.quiet()

    def saved(self) -> None:
        """Says when the last write was saved."""
        self.state.setText(f"All changes saved {self._clock.now():%H:%M}")

    def hints(self, keys: Sequence[Hint]) -> None:
        """Shows keys and what they do on this page."""
        self.keys.show_hints(keys)
