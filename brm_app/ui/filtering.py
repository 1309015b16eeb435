"""The field that filters a list."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal

from brm_app.ui.desk import Theme
from brm_app.ui.editing.inputs import Line

PAUSE = 120  # ms that it waits for the next key


class Filter(Line):
    """Filters what is listed. `paused`: other words stand in it, and nobody types at the moment."""

    paused = Signal()

    def __init__(self, theme: Theme, nouns: str) -> None:
        super().__init__()
        self.setObjectName(f"{nouns}Filter")
        self.setAccessibleName(f"Filter {nouns}")
        self.setPlaceholderText(f"Filter {nouns}")
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon("list-filter", "tx3"), Line.ActionPosition.LeadingPosition)
        self._wait = QTimer(self, singleShot=True, interval=PAUSE)
        self._wait.timeout.connect(self.paused)
        self.textChanged.connect(lambda _text: self._wait.start())

    def settle(self) -> None:
        """What it says is read already: nothing more will be told of it."""
        self._wait.stop()

    def take_cursor(self) -> None:
        """Puts the cursor into it, ready for other words."""
        self.setFocus()
        self.selectAll()

    def let_go(self) -> bool:
        """Empties it where the cursor is in it; False where there was nothing to empty."""
        held = self.hasFocus() and bool(self.text())
        if held:
            self.clear()
        return held
