"""Opening a workspace file: the driver, its settings, and the checks before anything in it is believed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused
from brm_app.storage.faults import told_in_sentences
from brm_app.storage.schema import APPLICATION_ID, SCHEMA_VERSION, metadata

_PRAGMAS = (
    "journal_mode=TRUNCATE",  # not WAL: a synced folder that replaces the file would corrupt it silently
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=2000",
    "cache_size=-32768",
    "trusted_schema=OFF",
)


def make_engine(path: Path) -> Engine:
    """An engine on a SQLite file. Transactions begin when we say so: `BEGIN IMMEDIATE` for `writing`, else deferred."""
    engine = create_engine(f"sqlite:///{path}", module=dbapi2)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    mode = "IMMEDIATE" if connection.get_execution_options().get("writing") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


def create_file(path: Path) -> Engine:
    """Makes a new, empty workspace file. Raises `Refused` where one is already or none can be."""
    if path.exists():
        raise Refused(f"{path.name} is already there and was left as it is. Choose another name.")
    if not path.parent.is_dir():
        raise Refused(f"The folder {path.parent} does not exist. Nothing was made. Make the folder first.")
    engine = make_engine(path)
    try:
        with told_in_sentences(), engine.execution_options(writing=True).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
            metadata.create_all(connection)
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            connection.execute(text("INSERT INTO alembic_version VALUES (:v)"), {"v": f"{SCHEMA_VERSION:04}"})
    except BaseException:
        engine.dispose()
        path.unlink(missing_ok=True)
        raise
    return engine


def open_file(path: Path) -> tuple[Engine, int]:
    """An engine on an existing workspace, and its schema version. Raises `Refused` for anything else."""
    if path.is_dir() or not path.exists():
        raise Refused(f"There is no workspace at {path}. Nothing was changed. Check the name, or make a new one.")
    unclean = Path(f"{path}-journal").exists() and os.path.getsize(f"{path}-journal") > 0
    engine = make_engine(path)
    try:
        with told_in_sentences(), engine.connect() as connection:
            version = _version(connection, path)
            _check_objects(connection, path)
            if unclean:
                check_whole(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine, version


def _version(connection: Connection, path: Path) -> int:
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise Refused(f"{path.name} is not a Liaison workspace. Nothing was changed. Choose a .brm file.")
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    if version > SCHEMA_VERSION:
        raise Refused(f"{path.name} was made by a newer Liaison. Nothing was changed. Update Liaison to open it.")
    return version


def _check_objects(connection: Connection, path: Path) -> None:
    """A file that somebody sent may hold triggers or views that act when it is read: only our tables are accepted."""
    known = {*metadata.tables, "alembic_version", "sqlite_sequence"}
    rows = connection.exec_driver_sql("SELECT type, name, tbl_name FROM sqlite_master").all()
    alien = [name for kind, name, table in rows if kind not in ("table", "index") or table not in known]
    missing = set(metadata.tables) - {name for kind, name, _ in rows if kind == "table"}
    if alien or missing:
        what = f"it holds “{alien[0]}”" if alien else f"it lacks “{sorted(missing)[0]}”"
        raise Refused(f"{path.name} is not as Liaison made it: {what}. Nothing was changed. Restore a backup.")


def check_whole(connection: Connection) -> None:
    """SQLite's own check of the file and of all links. Raises `Refused` where damage is found."""
    with told_in_sentences():
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check").all()]
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if found != ["ok"] or broken:
        raise Refused("The workspace file is damaged. Nothing was changed. Restore the newest backup.")
