"""The dialogs behind the File menu: a table comes in, a list goes out, a backup is brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from brm_app.domain.records import RECORDS
from brm_app.services.exchange.exporting import export
from brm_app.ui.desk import Desk
from brm_app.ui.importing.dialog import ImportDialog
from brm_app.ui.restoring import RestoreDialog
from brm_app.ui.sidebar import PLACES

if TYPE_CHECKING:
    from brm_app.services.safekeeping import Backup

TABLES = "Tables (*.csv *.xlsx);;JSON (*.json)"
SHOWN_WITH = {
    "benefits": "projects",
    "readings": "projects",
    "rollouts": "projects",
    "assignments": "people",
    "stages": "journeys",
    "cards": "journeys",
}
"""The place that shows records which have none of their own."""
COMMON = "projects"  # what comes in or goes out where a page lists no records, as the register does


def import_table(window: QWidget, desk: Desk, kind: str, path: Path | None) -> None:
    """Opens the import dialog for a kind, and reads a file into it where there is one; then shows what came in."""
    dialog = ImportDialog(desk, kind if kind in RECORDS else COMMON, window)

    def land() -> None:
        came = dialog.intake.cls.collection
        place = SHOWN_WITH.get(came, came)
        if dialog.counts and any(place == each.name for each in PLACES):
            desk.go(place)

    dialog.accepted.connect(land)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    if path is not None:
        dialog.read(path)


def export_list(desk: Desk, kind: str) -> None:
    """Asks where to, and writes all records of a kind there in the background; the ending chooses the format."""
    cls = RECORDS.get(kind, RECORDS[COMMON])
    path = desk.ask.save_file(f"Export {cls.nouns}", f"{cls.nouns}.csv", TABLES)
    if path is None:
        return
    target = path if path.suffix else path.with_suffix(".csv")

    def done(count: int) -> None:
        desk.status(f"Exported {count:,} {cls.nouns if count != 1 else cls.noun} to {target}.")

    desk.run(lambda: export(desk.workspace, cls, target), done, desk.status)


def show_backups(window: QWidget, desk: Desk, restore: Callable[[Backup], None]) -> None:
    """Opens the dialog of backups; the chosen one goes to `restore`."""
    dialog = RestoreDialog(desk, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(restore)
    dialog.open()
