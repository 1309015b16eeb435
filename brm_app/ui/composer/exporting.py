"""Saving the briefing as PDF: progress, cancel without a trace, and what to do with the file."""

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
    """Runs one export at a time; tells `ended` with the path, or None when nothing was saved."""

    ended = Signal(object)
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
        self._path, self._pages = path, pages
        self._form.exportProgress.setRange(0, pages)
        self._form.exportProgress.setValue(0)
        self._begun = time.monotonic()
        self._form.exportText.setText("Saving draft PDF")
        self._form.exportLeft.setText("")
        self._buttons(done=False)
        self._form.exportBar.setVisible(False)
        self._show.start()
        self._lane.start(work, self._on_saved, self._on_failed, self._on_page)

    def cancel(self) -> None:
        """Stops the export; no file is left."""
        self._lane.cancel()
        if self.busy:
            self._form.exportText.setText("Cancelling…")

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

    def _on_page(self, page: int) -> None:
        total = f" of {self._pages}" if self._pages >= page else ""
        self._form.exportText.setText(f"Saving draft PDF, page {page}{total}")
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

    def _on_failed(self, error: Refused | Cancelled) -> None:
        self._show.stop()
        self._form.exportBar.setVisible(False)
        if isinstance(error, Cancelled):
            self.refused.emit("Saving was cancelled. No file was written.")
        else:
            self.refused.emit(str(error))
        self.ended.emit(None)

    def _open(self, path: Path) -> None:
        if not self.opener(path):
            self.refused.emit(f"{path} could not be opened. Open it from your file manager.")


def file_name(title: str) -> str:
    """A file name for a briefing: its title without the characters that some systems refuse."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title)
    return f"{' '.join(plain.split()).strip('. ')[:80] or 'Briefing'}.pdf"
