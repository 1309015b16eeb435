"""Gives memory that was let go of back to the system; the C library would keep it for later."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # names of settings in malloc.h
_LARGE = 1 << 17
PAUSE = 3_000  # ms between what made waste and its removal, and so the least between two


def keep_little() -> None:
    """Has large blocks returned at once, and all threads share their free memory."""
    if set_up := _function("mallopt"):
        set_up(_MMAP_THRESHOLD, _LARGE)  # after a few were freed, it would begin to keep them
        set_up(_ARENA_MAX, 1)  # only one thread runs Python at a time: heaps of their own would save no waiting


def give_back() -> None:
    """Returns what is free inside the heap."""
    if trim := _function("malloc_trim"):
        trim(0)


@cache
def _function(name: str) -> Callable[..., int] | None:
    """A function of the C library; None where it has none of that name."""
    if sys.platform != "linux":
        return None
    try:
        found: Callable[..., int] = getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):
        return None
    return found


class Thrift(QObject):
    """Gives memory back a while after pages came or went, once for all that happens in between.

    `resting` comes before: what is let go of then is given back too, or the next time.
    """

    resting = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.resting)
        self._timer.timeout.connect(give_back)
        keep_little()

    def soon(self) -> None:
        """There may be something to give back."""
        if not self._timer.isActive():
            self._timer.start()
