"""The checks before anything in a workspace file is believed."""

from __future__ import annotations

import re
from pathlib import Path

from brm_app.domain.errors import Refused
from brm_app.storage.declared import APPLICATION_ID, FULL_TEXT, SCHEMA_VERSION, indexes, tables
from brm_app.storage.driver import Rows, column, rows
from brm_app.storage.faults import told_in_sentences
from brm_app.storage.openfile import OpenFile

_ACTING = re.compile(
    # also what empties or fills other rows when one is written, and comments, which could part two of these words
    r"\b(VIRTUAL|GENERATED|CHECK|DELETE|UPDATE|CONFLICT|COLLATE|DEFAULT)\b|\bAS\s*\(|/\*|--",
    re.IGNORECASE,
)


def open_file(path: Path) -> tuple[OpenFile, int]:
    """An existing workspace, and its schema version. Raises `Refused` for anything else."""
    if not path.is_file():
        raise Refused(f"There is no workspace at {path}. Nothing was changed. Check the name, or make a new one.")
    journal = Path(f"{path}-journal")
    unclean = journal.exists() and journal.stat().st_size > 0
    file = OpenFile(path)
    try:
        with told_in_sentences(), file.reading() as connection:
            version = _version(connection, path)
            _check_objects(connection, path, version)
            if unclean:
                check_whole(connection)
    except BaseException:
        file.dispose()
        raise
    return file, version


def _version(connection: Rows, path: Path) -> int:
    if column(connection, "PRAGMA application_id") != [APPLICATION_ID]:
        raise Refused(f"{path.name} is not a Liaison workspace. Nothing was changed. Choose a .brm file.")
    (version,) = column(connection, "PRAGMA user_version")
    if version > SCHEMA_VERSION:
        raise Refused(f"{path.name} was made by a newer Liaison. Nothing was changed. Update Liaison to open it.")
    return int(version)


def _check_objects(connection: Rows, path: Path, version: int) -> None:
    """A file that somebody sent may hold what acts when it is read: only our tables, columns and indexes are accepted.

    Of an older schema, whose columns only its migrations know, the kinds of objects are checked, not their names.
    """
    held = rows(connection, "SELECT type, name, sql FROM sqlite_master")
    alien = [name for kind, name, sql in held if _acts(kind, sql or "")]
    alien += _unknown(connection, {name for _, name, _ in held}) if version == SCHEMA_VERSION else []
    if alien:
        raise Refused(f"{path.name} is not as Liaison made it (“{alien[0]}”). Nothing was changed. Restore a backup.")


def _acts(kind: str, sql: str) -> bool:
    """True for triggers and views, and for tables and indexes that work something out; of ours only full text does."""
    if kind == "index":
        return sql.count("(") > 1
    return sql != FULL_TEXT and (kind != "table" or _ACTING.search(sql) is not None)


def _unknown(connection: Rows, names: set[str]) -> list[str]:
    """The objects and columns that differ from those we declare."""
    declared = tables()
    made = {name for name in names if not name.startswith("sqlite_autoindex_")}
    differing = sorted(made ^ (indexes() | declared.keys()))
    held = rows(connection, "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c")
    wanted = {(table, column) for table, columns in declared.items() for column in columns}
    odd = {(table, column) for table, column in held if table in declared} ^ wanted
    return differing + [f"{table}.{column}" for table, column in sorted(odd)]


def check_whole(connection: Rows) -> None:
    """SQLite's own check of the file and of all links. Raises `Refused` where damage is found."""
    with told_in_sentences():
        found = column(connection, "PRAGMA quick_check")
        broken = rows(connection, "PRAGMA foreign_key_check")
    if found != ["ok"] or broken:
        raise Refused("The workspace file is damaged. Nothing was changed. Restore the newest backup.")
