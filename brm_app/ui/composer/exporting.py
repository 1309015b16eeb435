"""Saving and issuing the briefing: progress, cancel without a trace, and what to do with the file."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from brm_app.domain.errors import Cancelled, Refused
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.lane import Job, Lane

_PATIENCE = 400  # ms before the bar shows: a short job needs none


def open_outside(path: Path) -> bool:
    """Opens a file or folder with the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class Exporter(QObject):
    """Runs one export or issue at a time; tells `ended` with the path, or None when nothing was saved."""

    ended = Signal(object)
    issued = Signal(str)
    not_issued = Signal(object)
    refused = Signal(str)

    def __init__(self, form: Ui_ComposerForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opener: Callable[[Path], bool] = open_outside
        self._form = form
        self._lane = Lane("export", self)
        self._path = Path()
        self._pages = 0
        self._begun = 0.0
        self._show = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._show.timeout.connect(lambda: form.exportBar.setVisible(True))
        form.cancelExport.clicked.connect(self.cancel)
        form.openPdf.clicked.connect(lambda: self._open(self._path))
        form.showInFolder.clicked.connect(lambda: self._open(self._path.parent))
        self._doing = ""

    @property
    def busy(self) -> bool:
        """True while a file is being made."""
        return self._lane.busy

    def ask(self, desk: Desk, name: str, pages: int, work: Callable[[Job, Path], Path]) -> None:
        """Asks where to save a briefing of this name, and runs `work` with the answer."""
        if self.busy:
            desk.status("A PDF is being saved. Esc cancels that.")
            return
        chosen = desk.ask.save_file("Save PDF", file_name(name), "PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(".pdf")
            self.start(lambda job: work(job, path), path, pages)

    def start(self, work: Callable[[Job], Path], path: Path, pages: int) -> None:
        """Runs `work`, which saves to `path`; `pages` is how many pages are expected, 0 when unknown."""
        self._path = path
        self._prepare("Saving draft PDF", pages)
        self._lane.start(work, self._on_saved, self._on_failed, self._on_page)

    def issue(self, work: Callable[[Job], str], pages: int) -> None:
        """Runs `work`, which issues and gives back the number; tells `issued` with it."""
        self._prepare("Issuing", pages)
        self._lane.start(work, self._on_issued, self._on_failed, self._on_page)

    def keep_file(self, desk: Desk, number: str, pdf: bytes) -> None:
        """Asks where to save the file of an issue, and saves it."""
        from brm_app.briefing import save_pdf

        if self._asked(desk, number):
            with desk.telling():
                desk.workspace.keep_off(self._path)
                save_pdf(pdf, self._path)
                self._on_saved(self._path)

    def keep_locked(self, desk: Desk, number: str, work: Callable[[Path], Path]) -> None:
        """Asks where to save the file of an issue with its password, and runs `work`; it can be tried again."""
        if self._asked(desk, number):
            path = self._path
            self._prepare("Locking", 0)
            self._lane.start(lambda _job: work(path), self._on_saved, lambda error: self._again(number, error))

    def _again(self, number: str, error: Refused | Cancelled) -> None:
        self._offer(number)
        self.refused.emit(str(error) or "Saving was cancelled. No file was written.")

    def _asked(self, desk: Desk, number: str) -> bool:
        """Asks where to save the file of an issue."""
        chosen = desk.ask.save_file("Save the issued PDF", file_name(number), "PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            self._path = path if path.suffix else path.with_suffix(".pdf")
        return chosen is not None

    def _prepare(self, doing: str, pages: int) -> None:
        self._doing, self._pages = doing, pages
        self._form.exportProgress.setRange(0, pages)
        self._form.exportProgress.setValue(0)
        self._begun = time.monotonic()
        self._form.exportText.setText(doing)
        self._form.exportLeft.setText("")
        self._buttons(done=False)
        self._form.exportBar.setVisible(False)
        self._show.start()

    def cancel(self) -> None:
        """Stops the export; no file is left."""
        self._lane.cancel()
        if self.busy:
            self._form.exportText.setText("Cancelling…")

    def dismiss(self) -> None:
        """Offers no more what was made of a briefing that is no longer in view."""
        if not self.busy:
            self._form.exportBar.setVisible(False)

    def close(self) -> None:
        """Stops for good."""
        self._show.stop()
        self._lane.close()

    def _buttons(self, done: bool) -> None:
        self._form.exportProgress.setVisible(not done)
        self._form.cancelExport.setVisible(not done)
        self._form.cancelKey.setVisible(not done)
        self._form.exportLeft.setVisible(not done)
        self._form.openPdf.setVisible(done)
        self._form.showInFolder.setVisible(done)
        self._form.saveIssued.setVisible(False)

    def _on_page(self, page: int) -> None:
        total = f" of {self._pages}" if self._pages >= page else ""
        self._form.exportText.setText(f"{self._doing}, page {page}{total}")
        self._form.exportProgress.setValue(page)
        left = (time.monotonic() - self._begun) * (self._pages - page) / page
        self._form.exportLeft.setText(f"about {round(left)} s left" if left >= 1 else "")

    def _on_saved(self, path: Path) -> None:
        self._show.stop()
        self._form.exportText.setText(f"Saved {path.name}")
        self._buttons(done=True)
        self._form.exportBar.setVisible(True)
        self._form.openPdf.setFocus()
        self.ended.emit(path)

    def _on_issued(self, number: str) -> None:
        self._offer(number)
        self.issued.emit(number)

    def _offer(self, number: str) -> None:
        """Offers to save the file of an issue."""
        self._show.stop()
        self._form.exportText.setText(f"Issued {number}")
        self._buttons(done=True)
        for button in (self._form.openPdf, self._form.showInFolder):
            button.setVisible(False)
        self._form.saveIssued.setVisible(True)
        self._form.exportBar.setVisible(True)
        self._form.saveIssued.setFocus()

    def _on_failed(self, error: Refused | Cancelled) -> None:
        self._show.stop()
        self._form.exportBar.setVisible(False)
        if isinstance(error, Cancelled):
            saving = self._doing != "Issuing"
            self.refused.emit(
                "Saving was cancelled. No file was written." if saving else "Issuing was cancelled. Nothing was issued."
            )
        else:
            self.refused.emit(str(error))
            self.not_issued.emit(getattr(error, "findings", ()))
        self.ended.emit(None)

    def _open(self, path: Path) -> None:
        if not self.opener(path):
            self.refused.emit(f"{path} could not be opened. Open it from your file manager.")


def file_name(title: str) -> str:
    """A file name for a briefing: its title without the characters that some systems refuse."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title)
    return f"{' '.join(plain.split()).strip('. ')[:80] or 'Briefing'}.pdf"
