"""Searches the pages in view for what is behind the wall, once the person pauses."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.findings import Finding, blockers, ordered
from brm_app.domain.records import Audience
from brm_app.ui.composer.press import Press, Proof
from brm_app.ui.lane import Lane

PAUSE = 1500  # ms without new pages: while somebody types, the time belongs to the pages
REST = 4  # times as long as the last search took: in a large workspace it would keep the machine busy all day


class Walls(QObject):
    """Tells `searched` when it is known what the pages in view hold; `refused` comes with a sentence."""

    searched = Signal()
    refused = Signal(str)

    def __init__(self, press: Callable[[], Press], parent: QObject) -> None:
        super().__init__(parent)
        self._press = press
        self._lane = Lane("walls", self)
        self._whose = ""
        self._wanted: tuple[Proof, Audience] | None = None
        self._found: tuple[Finding, ...] = ()
        self._begun = self._took = 0.0  # ms
        self.pause = QTimer(self, singleShot=True)
        self.pause.timeout.connect(self.now)

    def beside(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings with those of the last search; what leaked stands until a search does not find it."""
        return ordered((*self._found, *findings))

    def watch(self, proof: Proof, audience: Audience) -> None:
        """Searches these pages after a pause; at once where the ones before held something."""
        self._lane.cancel()
        self._wanted = (proof, audience)
        leaked = blockers(self._found) if self._whose == audience.id else ()
        self._found, self._whose = leaked, audience.id
        self.pause.start(0 if leaked else max(PAUSE, round(self._took * REST)))

    def stop(self) -> None:
        """Searches nothing for now: other pages are being made."""
        self.pause.stop()
        self._lane.cancel()
        self._wanted = None

    def now(self) -> None:
        """Searches without a pause."""
        if self._wanted:
            wanted, (proof, audience) = self._wanted, self._wanted
            self._begun = time.monotonic() * 1000
            self._lane.start(
                lambda job: self._press().search(job, proof, audience),
                lambda found: self._on_searched(wanted, found),
                self._on_failed,
            )

    def _on_searched(self, wanted: tuple[Proof, Audience], found: tuple[Finding, ...]) -> None:
        if self._wanted is wanted:
            self._wanted, self._found = None, found
            self._took = time.monotonic() * 1000 - self._begun
            self.searched.emit()

    def _on_failed(self, error: Refused | Cancelled) -> None:
        if isinstance(error, Refused):
            self.refused.emit(str(error))

    def close(self) -> None:
        """Stops for good."""
        self.pause.stop()
        self._lane.close()
