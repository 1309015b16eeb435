"""Makes proofs and page pictures in the background, the newest wish only."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from brm_app.domain.errors import Cancelled, Refused
from brm_app.ui.composer.draft import Draft
from brm_app.ui.composer.press import Press
from brm_app.ui.lane import Lane

_PAUSE = 20  # ms: changes made in one go, such as undo of a long step, are composed once


class Proofing(QObject):
    """Tells `made` with a `Proof`, `drawn` with each `PagePicture`, `read` with the words of pages.

    `refused` comes with a sentence, `working` with words on what is being done.
    """

    made = Signal(object)
    read = Signal(str)
    drawn = Signal(object)
    refused = Signal(str)
    working = Signal(str)

    def __init__(self, press: Press, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.press = press
        self._draft = draft
        self._proofs, self._pictures, self._texts = (Lane(name, self) for name in ("proof", "pictures", "texts"))
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.now)

    @property
    def busy(self) -> bool:
        """True while a proof is being made, or is about to be."""
        return self._soon.isActive() or self._proofs.busy

    def press_now(self) -> Press:
        """The press of now."""
        return self.press

    def soon(self) -> None:
        """Makes a proof once the person pauses."""
        self._soon.start()

    def stop(self) -> None:
        """Makes none."""
        self._soon.stop()
        self._proofs.cancel()

    def now(self) -> None:
        """Makes a proof of the draft as it is, in place of one that is being made."""
        self._soon.stop()
        audience, briefing = self._draft.audience, self._draft.briefing
        if audience is None:
            return
        self.working.emit("Composing…")
        self._proofs.start(
            lambda job: self.press.proof(job, audience, briefing),
            self.made.emit,
            self._on_failed,
            lambda page: self.working.emit(f"Typesetting page {page}"),
        )

    def draw(self, pdf: bytes, pages: list[int], scale: float) -> None:
        """Draws pages, the first ones first; `scale` in pixels a point."""
        self._pictures.start(
            lambda job: self.press.pictures(job, pdf, pages, scale),
            lambda _result: None,
            self._on_failed,
            self.drawn.emit,
        )

    def read_text(self, pdf: bytes, pages: list[int]) -> None:
        """Reads the words of pages."""
        self._texts.start(lambda job: self.press.texts(job, pdf, pages), self.read.emit, self._on_failed)

    def _on_failed(self, error: Refused | Cancelled) -> None:
        if isinstance(error, Refused):
            self.refused.emit(str(error))

    def close(self) -> None:
        """Stops for good."""
        self._soon.stop()
        for lane in (self._proofs, self._pictures, self._texts):
            lane.close()
