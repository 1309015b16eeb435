"""A clock of the window's own, by which is counted how long the window ever stood."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

BEAT = 5  # ms between two ticks


class Ticks(QObject):
    """Counts how long the window stood between two ticks, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Counts from now on, and leaves out what the window did in between."""
        self._last = time.perf_counter()
        self._timer.start()

    def pause(self) -> None:
        """Counts no more for now."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def words(self, what: str, aim: int) -> str:
        """What was counted since the last words."""
        found, self.gaps = sorted(self.gaps), []
        p99 = found[int(len(found) * 0.99)]
        return f"{what:66}  p99 {p99:6.1f} ms  longest {found[-1]:6.1f} ms  aim p99 ≤ {aim} ms"


def until(true: Callable[[], bool]) -> None:
    """Lets the window work until something is so."""
    limit = time.monotonic() + 120
    while not true():
        assert time.monotonic() < limit
        QApplication.processEvents()
        time.sleep(0.0005)


def rest(seconds: float = 0.5) -> None:
    """Lets what is left over end."""
    limit = time.monotonic() + seconds
    until(lambda: time.monotonic() > limit)
