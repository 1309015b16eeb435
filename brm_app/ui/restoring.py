"""The dialog of backups: when each was made, what it holds beside what is there now, and Restore."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from brm_app.domain.days import day
from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.records import RECORDS
from brm_app.services.safekeeping import backups
from brm_app.ui.desk import Desk
from brm_app.ui.lane import Lane
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import button, clear_layout, label

if TYPE_CHECKING:
    from brm_app.services.safekeeping import Backup

_RIGHT = Qt.AlignmentFlag.AlignRight
NONE = "No backup has been made yet. One is made each day that you close the workspace, or with File > Back up now."
PROMISE = "The file as it is now is kept beside it. Close it first in any other window that has it open."


class RestoreDialog(QDialog):
    """Emits `chosen` with the backup that the person restores."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now = {name: desk.workspace.count(cls) for name, cls in RECORDS.items()}
        self._lane = Lane("backups", self)
        self.setObjectName("restoreDialog")
        self.setWindowTitle("Restore a backup")
        self.resize(scaled(640), scaled(440))
        self.dates = QListWidget()
        self.dates.setObjectName("backups")
        self.dates.setAccessibleName("Backups, the newest first")
        self.dates.currentItemChanged.connect(lambda *_: self._preview())
        self.dates.itemDoubleClicked.connect(lambda _item: self._restore())
        self.counts = QGridLayout()
        self.counts.setVerticalSpacing(4)
        self.counts.setColumnStretch(0, 1)
        self.words = label("Looking for backups…", "about", wrap=True)
        self.go = button("restore", "Restore", self._restore, "primary", "Restore the chosen backup")
        self.go.setEnabled(False)
        self.dates.hide()
        self._lay_out()
        path = desk.workspace.path
        self._lane.start(lambda _job: backups(path), self._show, self._failed)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(12)
        box.addWidget(label("Restore a backup", "title"))
        box.addWidget(self.words)
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self.dates, 2)
        preview = QVBoxLayout()
        preview.addLayout(self.counts)
        preview.addStretch()
        line.addLayout(preview, 3)
        box.addLayout(line, 1)
        foot = QHBoxLayout()
        foot.addWidget(label(PROMISE, "secondary", wrap=True), 1)
        cancel = button("cancelRestore", "Cancel", self.reject)
        cancel.setAutoDefault(False)
        self.go.setDefault(True)
        foot.addWidget(cancel)
        foot.addWidget(self.go)
        box.addLayout(foot)

    def _show(self, found: list[Backup]) -> None:
        self.dates.setVisible(bool(found))
        self.words.setText("What each held beside what is there now." if found else NONE)
        for backup in found:
            here = backup.at.astimezone()
            item = QListWidgetItem(f"{day(here)}, {here:%H:%M}", self.dates)
            item.setData(Qt.ItemDataRole.UserRole, backup)
        self.dates.setCurrentRow(0)
        self.dates.setFocus()

    def _failed(self, error: Refused | Cancelled) -> None:
        self.words.setText(str(error))

    def _chosen(self) -> Backup | None:
        item = self.dates.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _preview(self) -> None:
        backup = self._chosen()
        self.go.setEnabled(backup is not None)
        clear_layout(self.counts)
        if backup is None:
            return
        for place, head in enumerate(("", "Then", "Now")):
            self.counts.addWidget(label(head, "caption"), 0, place, Qt.AlignmentFlag.AlignRight)
        rows = [(cls.nouns, backup.counts.get(name, 0), self._now[name]) for name, cls in RECORDS.items()]
        for row, (words, then, now) in enumerate((row for row in rows if row[1] or row[2]), start=1):
            self.counts.addWidget(label(words[:1].upper() + words[1:]), row, 0)
            self.counts.addWidget(label(f"{then:,}", "" if then == now else "warning"), row, 1, _RIGHT)
            self.counts.addWidget(label(f"{now:,}", "about"), row, 2, _RIGHT)

    def _restore(self) -> None:
        backup = self._chosen()
        if backup is not None:
            self.accept()
            self.chosen.emit(backup)

    def done(self, result: int) -> None:
        """Waits for the reading that is under way."""
        self._lane.close()
        super().done(result)
