"""Backups of a workspace file: copied by the database itself, checked, then renamed into place; and brought back."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import attrs
from platformdirs import user_data_path
from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused
from brm_app.domain.records import RECORDS
from brm_app.storage.declared import APPLICATION_ID

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<stem>.*?)(?P<special>-before-upgrade)?-(?P<stamp>\d{8}T\d{6}Z)")
_NEWEST = 5
PATIENCE = 2_000  # milliseconds for another program to end its write
_RULES: tuple[tuple[Callable[[dt.datetime], object], int], ...] = (
    (lambda moment: moment.date(), 14),
    (lambda moment: moment.isocalendar()[:2], 8),
    (lambda moment: (moment.year, moment.month), 24),
)


@attrs.frozen
class Backup:
    """A backup on disk: when it was made (UTC), and how many records of each collection it holds."""

    path: Path
    at: dt.datetime
    counts: Mapping[str, int]


def own_folder(path: Path) -> Path:
    """Where the backups of this workspace are kept unless a person chose a folder."""
    whole = str(path.resolve())
    mark = hashlib.sha256(whole.encode(errors="surrogateescape")).hexdigest()[:8]
    return user_data_path("Liaison", appauthor=False) / "backups" / f"{path.stem}-{mark}"


def stamp(moment: dt.datetime) -> str:
    """The moment as the names of backups carry it, in UTC."""
    return moment.astimezone(dt.UTC).strftime(_STAMP)


def back_up(path: Path, folder: Path, mark: str) -> Path:
    """Copies the workspace at `path` to `folder/<name>-<mark>.brm` and returns that path.

    Raises `Refused` where the copy can't be made or is not whole; then nothing is left behind.
    """
    target = folder / f"{path.stem}-{mark}.brm"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy_to(path, target)
    except (OSError, dbapi2.Error) as error:
        reason = getattr(error, "strerror", "") or error
        raise Refused(
            f"The backup could not be made in {folder}: {reason}. The workspace is as it was. "
            "Choose another folder, or free some room."
        ) from error
    return target


def backups(folder: Path) -> list[Backup]:
    """The whole backups in a folder, the newest first; a file that is damaged or no backup is left out."""
    found = []
    for path in folder.glob("*.brm"):
        named = _NAME.fullmatch(path.stem)
        counts = _counts(path) if named else None
        if named and counts is not None:
            found.append(Backup(path, _moment(named["stamp"]), counts))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def restore(backup: Path, path: Path, mark: str) -> Path | None:
    """Puts a backup in the place of the workspace, which nobody may have open; returns where the old file is now.

    The old file is kept beside it as `<name>-replaced-<mark>.brm`, with its journal, which holds work that was not
    finished. Raises `Refused` where the backup is damaged or can't be put there; the workspace is then as it was.
    """
    if _counts(backup) is None:
        raise Refused(f"{backup.name} is damaged or no backup. The workspace is as it was. Choose another backup.")
    kept = _free(path.with_name(f"{path.stem}-replaced-{mark}.brm")) if path.exists() else None
    part = path.with_name(f".{path.name}.part")
    if kept:
        _check_idle(path)
    try:
        _copy_to(backup, part)
        if kept:
            _keep_beside(path, kept)
        _move(part, path)
    except (OSError, dbapi2.Error) as error:
        part.unlink(missing_ok=True)
        if kept and kept.exists():
            _put_back(kept, path)
        raise Refused(f"The backup could not be restored: {error}. The workspace is as it was.") from error
    return kept


def keep(moments: Iterable[dt.datetime]) -> set[dt.datetime]:
    """Which backups stay: the newest five, and the newest of each of 14 days, 8 weeks and 24 months that have one."""
    newest_first = sorted(set(moments), reverse=True)
    kept = set(newest_first[:_NEWEST])
    for period, count in _RULES:
        newest_of: dict[object, dt.datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(period(moment), moment)
        kept |= set(list(newest_of.values())[:count])
    return kept


def thin(folder: Path) -> list[Path]:
    """Deletes the backups that `keep` lets go, never one made before an upgrade; returns what was deleted."""
    named = {path: _NAME.fullmatch(path.stem) for path in folder.glob("*.brm")}
    plain = {path: _moment(name["stamp"]) for path, name in named.items() if name and not name["special"]}
    kept = keep(plain.values())
    gone = sorted(path for path, moment in plain.items() if moment not in kept)
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def newest(folder: Path) -> dt.datetime | None:
    """When the newest backup was made; None where there is none."""
    named = (_NAME.fullmatch(path.stem) for path in folder.glob("*.brm"))
    return max((_moment(name["stamp"]) for name in named if name), default=None)


def _moment(text: str) -> dt.datetime:
    return dt.datetime.strptime(text, _STAMP).replace(tzinfo=dt.UTC)


def _connect(path: Path, mode: str) -> Any:
    return dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)


def _copy_to(path: Path, target: Path) -> None:
    """A checked copy under another name first, so that `target` is whole or not there."""
    part = target.with_name(f".{target.name}.part")
    _remove(part)  # a journal left by a crash would be played back into the new copy
    try:
        with closing(_connect(path, "rw")) as source, closing(_connect(part, "rwc")) as copy:
            source.backup(copy)
            if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                raise dbapi2.DatabaseError("the copy is not whole")
        with open(part, "rb") as written:
            os.fsync(written.fileno())
        _move(part, target)
    except BaseException:
        _remove(part)
        raise


def _remove(path: Path) -> None:
    for each in (path, Path(f"{path}-journal")):
        each.unlink(missing_ok=True)


def _move(path: Path, target: Path) -> None:
    """Renames a file that is closed, with its journal, and makes the new name last through a power loss."""
    journal = Path(f"{path}-journal")
    if journal.exists():
        os.replace(journal, f"{target}-journal")
    os.replace(path, target)
    if os.name == "posix":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _free(path: Path) -> Path:
    """A name that no file has: two acts in one second must not take each other's place."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in range(2, 1_000))
    return next((each for each in (path, *numbered) if not each.exists()), path)


def _check_idle(path: Path) -> None:
    """Raises `Refused` while another program writes. What a crash left unfinished is not played back."""
    crashed = _has_journal(path)
    try:
        with closing(_connect(path, "ro" if crashed else "rw")) as connection:
            connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
            connection.execute("SELECT count(*) FROM sqlite_master" if crashed else "BEGIN EXCLUSIVE").fetchall()
            written = crashed  # it can be read, so the journal is in somebody's hands
    except dbapi2.Error as error:  # else it is damaged: that is why a backup is wanted
        written = "locked" in str(error)
    if written:
        raise Refused("Another program is writing to the workspace. Nothing was changed. Try again in a moment.")


def _has_journal(path: Path) -> bool:
    journal = Path(f"{path}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _keep_beside(path: Path, kept: Path) -> None:
    """Gives the file its other name too, so that at no moment there is none at `path`; else moves it away."""
    if not _has_journal(path):
        try:
            os.link(path, kept)
        except OSError:  # not every disk knows second names
            pass
        else:
            return
    _move(path, kept)


def _put_back(kept: Path, path: Path) -> None:
    if not path.exists():
        _move(kept, path)
    elif kept.samefile(path):  # only a second name of the workspace
        kept.unlink()


def _counts(path: Path) -> dict[str, int] | None:
    """How many records of each collection the backup holds; None where it is damaged or no workspace."""
    try:
        with closing(_connect(path, "ro")) as connection:
            whole = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            if not whole or connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                return None
            held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
            tables = [name for name in RECORDS if name in held]
            return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}
    except dbapi2.Error:
        return None
