"""A lane: one background thread for one sort of work, whose newest job is the only one that counts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from brm_app.domain.errors import Cancelled, Refused

Done = Callable[[Any], None]
Failed = Callable[[Refused | Cancelled], None]


@attrs.frozen
class Job:
    """What a job running in a lane may ask and tell; safe to use from its thread."""

    number: int
    _stop: threading.Event
    _told: SignalInstance

    def cancelled(self) -> bool:
        """True once the person cancelled, or a newer job took the lane."""
        return self._stop.is_set()

    def tell(self, news: Any) -> None:
        """Hands progress to the window."""
        self._told.emit(self.number, news)


@attrs.frozen
class _Ears:
    done: Done
    failed: Failed
    told: Done


def _ignore(_news: Any) -> None:
    return None


class Lane(QObject):
    """Runs jobs one after the other off the GUI thread; results come back on it, those of replaced jobs never."""

    _ended = Signal(int, object, object)
    _told = Signal(int, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._job: Job | None = None
        self._stop = threading.Event()
        self._ears: _Ears | None = None
        self._closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._on_ended, queued)
        self._told.connect(self._on_told, queued)

    @property
    def busy(self) -> bool:
        """True while a job runs whose result is still wanted."""
        return self._ears is not None

    def start(self, work: Callable[[Job], Any], done: Done, failed: Failed, told: Done = _ignore) -> None:
        """Runs `work` in place of whatever ran before. `failed` gets a refusal or a cancellation."""
        self.cancel()
        self._stop = threading.Event()
        self._job = Job((self._job.number if self._job else 0) + 1, self._stop, self._told)
        self._ears = _Ears(done, failed, told)
        self._pool.submit(self._run, work, self._job)

    def cancel(self) -> None:
        """Asks the running job to stop; it ends with `Cancelled` as soon as it notices."""
        self._stop.set()

    def close(self) -> None:
        """Stops the work and waits for its thread; nothing is told afterwards."""
        self._closed, self._ears = True, None
        self.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, work: Callable[[Job], Any], job: Job) -> None:
        try:
            if job.cancelled():
                raise Cancelled
            result, error = work(job), None
        except BaseException as fault:  # noqa: BLE001 - raised again on the GUI thread by _on_ended
            result, error = None, fault
        if not self._closed:
            self._ended.emit(job.number, result, error)

    def _on_told(self, number: int, news: Any) -> None:
        if self._job and number == self._job.number and self._ears:
            self._ears.told(news)

    def _on_ended(self, number: int, result: Any, error: BaseException | None) -> None:
        if not self._job or number != self._job.number or not self._ears:
            return
        ears, self._ears = self._ears, None
        if error is None:
            ears.done(result)
        elif isinstance(error, Refused | Cancelled):
            ears.failed(error)
        else:
            raise error
