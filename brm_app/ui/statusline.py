"""The status bar: what was saved, a sentence with Undo for a while, and the keys of the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStatusBar, QWidget

from brm_app.ui.clock import Clock
from brm_app.ui.desk import Theme
from brm_app.ui.widgets import button, clear_layout, label

SHOWN_FOR = 8_000  # milliseconds


class StatusLine(QWidget):
    """Fills the window's status bar."""

    def __init__(self, bar: QStatusBar, theme: Theme, clock: Clock, on_undo: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._clock = theme, clock
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 0, 0)
        box.setSpacing(8)
        self.mark, self.state = QLabel(), label("Nothing is sent anywhere. No account is needed.", "secondary")
        self.words = label("", "secondary")
        self.words.setObjectName("toast")
        self.undo = button("toastUndo", "Undo", on_undo, "link")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where the person works
        for widget in (self.mark, self.state, self.words, self.undo):
            box.addWidget(widget)
        box.addStretch()
        bar.addWidget(self, 1)
        self._hints = QWidget()
        self._hint_line = QHBoxLayout(self._hints)
        self._hint_line.setContentsMargins(0, 0, 12, 0)
        self._hint_line.setSpacing(6)
        bar.addPermanentWidget(self._hints)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.quiet)
        self.quiet()

    def say(self, sentence: str, undo: bool = False) -> None:
        """Shows a sentence for eight seconds."""
        shown = " ".join(sentence.split())
        self.words.setText(shown if len(shown) <= 150 else shown[:149] + "…")
        self.words.setToolTip(sentence)
        self._show(True, undo)
        self._timer.start()

    def quiet(self) -> None:
        """Back to the state of saving."""
        self._timer.stop()
        self.words.setText("")
        self._show(False, False)

    def _show(self, toast: bool, undo: bool) -> None:
        self.state.setVisible(not toast)
        self.mark.setVisible(not toast)
        self.words.setVisible(toast)
        self.undo.setVisible(undo)

    def saved(self) -> None:
        """Says when the last write was saved."""
        self.mark.setPixmap(self._theme.icon("check", "tx3").pixmap(14))
        self.state.setText(f"All changes saved {self._clock.now():%H:%M}")

    def hints(self, keys: Sequence[tuple[str, str]]) -> None:
        """Shows keys and what they do on this page."""
        clear_layout(self._hint_line)
        for key, does in keys:
            cap = label(key)
            cap.setProperty("tag", "key")
            self._hint_line.addWidget(cap)
            self._hint_line.addWidget(label(does, "secondary"))
