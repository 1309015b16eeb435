"""The workspace that is open: opening, closing, backing up and bringing back, and the files that were open lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from brm_app.domain.errors import Refused
from brm_app.ui import opening, recent
from brm_app.ui.ask import Ask
from brm_app.ui.clock import Clock
from brm_app.ui.desk import Desk, Runner, Theme

if TYPE_CHECKING:  # the services must not be imported before the first paint
    from brm_app.services.safekeeping import Backup
    from brm_app.services.workspace import Workspace

FILTERS = "Liaison workspaces (*.brm)"


class Files(QObject):
    """Holds the open workspace's desk. `opened` carries whether to import then, `failed` and `busy` a sentence."""

    opened = Signal(bool)
    closing = Signal()
    failed = Signal(str)
    busy = Signal(str)
    listed = Signal()

    def __init__(
        self, theme: Theme, settings: QSettings, ask: Ask, clock: Clock, settled: Callable[[], bool]
    ) -> None:  # fmt: skip
        super().__init__()
        self._theme, self._settings, self._clock, self._settled = theme, settings, clock, settled
        self.ask = ask
        self.runner = Runner(self)
        self.desk: Desk | None = None

    @property
    def recent(self) -> list[Path]:
        """The files that were open lately, the latest first."""
        return recent.recent(self._settings)

    def forget_recent(self) -> None:
        """Empties that list."""
        recent.clear(self._settings)
        self.listed.emit()

    def ask_open(self) -> None:
        """Asks for a workspace file and opens it."""
        path = self.ask.open_file("Open a workspace file", FILTERS)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Opens a workspace file in the background."""
        self.open(opening.existing(path))

    def open(self, job: Callable[[], Workspace], then_import: bool = False) -> None:
        """Runs a job that opens a workspace, and shows it."""
        if self._settled():
            self.busy.emit("Opening…")
            self.runner.run(job, lambda workspace: self._on_opened(workspace, then_import), self.failed.emit)

    def _on_opened(self, workspace: Workspace, then_import: bool) -> None:
        self.drop()
        self.desk = Desk(workspace, self._theme, self.ask, self.runner, self._clock)
        recent.remember(self._settings, workspace.path)
        self.listed.emit()
        self.opened.emit(then_import)

    def close(self) -> bool:
        """Closes the workspace; False where the person stays."""
        if not self._settled():
            return False
        self.drop()
        return True

    def drop(self, backup: bool = True) -> None:
        """Closes the workspace with all that shows it; a backup is made where something was written."""
        desk = self.desk
        if desk is None:
            return
        self.closing.emit()
        self.desk = None
        desk.close()
        try:
            desk.workspace.close(backup=backup)
        except Refused as refused:
            self.ask.say(str(refused))

    # Safekeeping

    def back_up(self) -> None:
        """Backs the workspace up in the background."""
        if self.desk:
            from brm_app.services.safekeeping import back_up

            desk, path = self.desk, self.desk.workspace.path
            desk.run(lambda: back_up(path), lambda made: desk.status(f"Backed up to {made}."), desk.status)

    def restore(self, chosen: Backup) -> None:
        """Puts a backup in the place of the open workspace and opens it; the file as it was is kept beside it."""
        from brm_app.services.safekeeping import restore

        if self.desk is None:
            return
        path = self.desk.workspace.path
        kept: list[Path | None] = []

        def job() -> Workspace:
            kept.append(restore(chosen, path))
            return opening.existing(path)()

        def done(workspace: Workspace) -> None:
            self._on_opened(workspace, False)
            assert self.desk is not None
            beside = f" The file as it was is kept as {kept[0].name}." if kept[0] else ""
            self.desk.status(f"Restored the backup of {chosen.at.astimezone():%d.%m.%Y %H:%M}.{beside}")

        def failed(sentence: str) -> None:
            self.failed.emit(sentence)
            self.open_path(path)

        if self._settled():
            self.drop(backup=False)  # which might thin out, or take the place of, the very one that is wanted
            self.busy.emit("Restoring…")
            self.runner.run(job, done, failed)
