"""Copies of the chosen issue: the very file, or one behind a password."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from brm_app.domain.errors import Cancelled, Refused
from brm_app.services.issuing import files_of
from brm_app.services.issuing.reading import Line
from brm_app.ui.desk import Desk
from brm_app.ui.issued.about import AboutIssue
from brm_app.ui.lane import Lane
from brm_app.ui.locking import save_locked

if TYPE_CHECKING:
    from brm_app.services.workspace import Workspace

PDF = "PDF (*.pdf)"


class Copies(QObject):
    """Saves what is asked for in the pane; `current` is the issue in view."""

    def __init__(self, desk: Desk, about: AboutIssue, current: Callable[[], Line | None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._about, self._current = desk, about, current
        self.lane = Lane("locking", self)
        about.lock.confirmed.connect(self._save_locked)

    def save(self) -> None:
        """Saves the file of the chosen issue where the person says."""
        line = self._current()
        path = self._path("Save a copy", line)
        if line is not None and path is not None:
            with self._desk.telling():
                write_copy(self._desk.workspace, line.id, path)
                self._desk.status(f"Saved {path}.")

    def ask_password(self) -> None:
        """Asks with which password a copy of the chosen issue is to be saved."""
        line = self._current()
        if line is not None and line.file == "verified":
            self._about.ask_password(line)

    def _save_locked(self, password: str) -> None:
        """Saves a copy behind a password; what was typed stays until it is written."""
        line = self._current()
        if line is None or self.lane.busy:
            return
        path = self._path("Save a copy with a password", line)
        if path is not None:
            workspace, number = self._desk.workspace, line.id
            self._desk.status("Locking the copy…")
            self.lane.start(
                lambda _job: save_locked(workspace, number, password, path), self._on_locked, self._on_refused
            )

    def _path(self, title: str, line: Line | None) -> Path | None:
        chosen = self._desk.ask.save_file(title, f"{safe_name(line.id)}.pdf", PDF) if line else None
        return chosen if chosen is None or chosen.suffix else chosen.with_suffix(".pdf")

    def _on_locked(self, path: Path) -> None:
        self._about.lock.leave()
        self._desk.status(f"Saved {path}, locked with the password.")

    def _on_refused(self, fault: Refused | Cancelled) -> None:
        self._about.lock.field.show_fault(str(fault))
        self._desk.status(str(fault))


def write_copy(workspace: Workspace, number: str, path: Path) -> None:
    """Writes the very bytes of an issue. Raises `Refused`."""
    from brm_app.briefing import save_pdf

    workspace.keep_off(path)
    save_pdf(files_of(workspace, number)[1], path)


def safe_name(number: str) -> str:
    """A number as the name of a file; the codes in it were typed by people."""
    return "".join(c if c.isalnum() or c in "-_" else "_" for c in number)
