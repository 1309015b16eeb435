"""Backups as a person meets them: made when due, listed with dates and counts, and brought back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from brm_app.storage import backup
from brm_app.storage.backup import Backup

__all__ = ["Backup", "back_up", "backups", "due", "restore"]

DAY = dt.timedelta(days=1)


def back_up(path: Path, folder: Path | None = None) -> Path:
    """Makes a backup now and returns it; without a `folder` in the workspace's own, where old ones are thinned out.

    Raises `Refused` where it can't be made; the workspace is as it was.
    """
    made = backup.back_up(path, folder or backup.own_folder(path), backup.stamp(dt.datetime.now(dt.UTC)))
    if folder is None:
        backup.thin(made.parent)
    return made


def due(path: Path) -> bool:
    """True when the newest backup of a workspace is a day old or there is none."""
    newest = backup.newest(backup.own_folder(path))
    return newest is None or dt.datetime.now(dt.UTC) - newest >= DAY


def backups(path: Path) -> list[Backup]:
    """The backups of a workspace, the newest first."""
    return backup.backups(backup.own_folder(path))


def restore(chosen: Backup, path: Path) -> Path | None:
    """Puts a backup in the place of the workspace, which must be closed; returns where the old file is kept.

    Raises `Refused` where it can't be done; the workspace is as it was.
    """
    return backup.restore(chosen.path, path, backup.stamp(dt.datetime.now(dt.UTC)))
