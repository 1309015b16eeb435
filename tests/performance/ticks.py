"""A clock of the window's own, by which is counted how long the window ever stood."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

BEAT = 5  # ms between two ticks


class Ticks(QObject):
    """Counts how long the window stood between two ticks, in milliseconds, and how much of that it worked itself.

    The rest the machine was busy with something else, be it another thread of ours or another program.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.worked: list[float] = []
        self._last = self._last_work = 0.0
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Counts from now on, and leaves out what the window did in between."""
        self._last, self._last_work = time.perf_counter(), time.thread_time()
        self._timer.start()

    def pause(self) -> None:
        """Counts no more for now."""
        self._timer.stop()

    def clear(self) -> None:
        """Forgets what was counted."""
        self.gaps, self.worked = [], []

    def _tick(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.gaps.append((now - self._last) * 1000)
        self.worked.append((work - self._last_work) * 1000)
        self._last, self._last_work = now, work

    def words(self, what: str, aim: int) -> str:
        """What was counted since the last words."""
        (own, _), (p99, longest) = _last_of(self.worked), _last_of(self.gaps)
        self.clear()
        return f"{what:56}  p99 {p99:6.1f} ms, own work {own:5.1f}  longest {longest:6.1f} ms  aim p99 ≤ {aim} ms"


def _last_of(found: list[float]) -> tuple[float, float]:
    """The 99th of a hundred, and the longest."""
    found = sorted(found)
    return found[int(len(found) * 0.99)], found[-1]


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
