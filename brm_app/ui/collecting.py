"""Collects garbage on the GUI thread only, and between events.

Where another thread frees a Qt object, the program crashes. Where Python's own collector runs while Qt deletes an
object, it may free others, whose deletion waits for a lock that the first one holds: the program stands for good.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 500  # ms between two looks at how much there is


class Collecting(QObject):
    """Takes Python's own collector away for good, the time after the window included, and works in its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """Collects the youngest generation that Python would collect by its own thresholds, and those below it."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [number for number in (2, 1, 0) if counts[number] > limits[number] > 0]
    if due:
        gc.collect(due[0])
