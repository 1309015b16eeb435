"""Backups of a workspace file: copied by the database itself, checked, then renamed into place."""

from __future__ import annotations

import os
from pathlib import Path

from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused


def back_up(path: Path, folder: Path, stamp: str) -> Path:
    """Copies the workspace at `path` to `folder/<name>-<stamp>.brm` and returns that path.

    Raises `Refused` where the copy can't be made or is not whole; then nothing is left behind.
    """
    target = folder / f"{path.stem}-{stamp}.brm"
    part = folder / f".{target.name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(path, part)
        os.replace(part, target)
    except (OSError, dbapi2.Error) as error:
        part.unlink(missing_ok=True)
        raise Refused(f"The backup could not be made in {folder}: {error}. The workspace is as it was.") from error
    return target


def _copy(path: Path, part: Path) -> None:
    source, copy = dbapi2.connect(str(path)), dbapi2.connect(str(part))
    try:
        source.backup(copy)
        if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise dbapi2.DatabaseError("the copy is not whole")
    finally:
        copy.close()
        source.close()
    with open(part, "rb") as written:
        os.fsync(written.fileno())
