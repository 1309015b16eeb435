"""Collects garbage on the GUI thread only: where another thread frees a Qt object, the program crashes."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500  # ms between two looks at how much there is


class Collecting(QObject):
    """Takes Python's own collector away, which runs in whatever thread makes an object, and works in its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        _at_work.append(id(self))
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(collect)
        self._timer.start()
        if parent is not None:
            parent.destroyed.connect(_leave)


_at_work: list[int] = []


def _leave() -> None:
    """Without any window there is nothing that must not be freed elsewhere."""
    _at_work.pop()
    if not _at_work:
        gc.enable()


def collect() -> None:
    """Collects the youngest generation that Python would collect by its own thresholds, and those below it."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [number for number in (2, 1, 0) if counts[number] > limits[number] > 0]
    if due:
        gc.collect(due[0])
