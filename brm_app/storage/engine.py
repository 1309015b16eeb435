"""Opening a workspace file: the driver, its settings, and the checks before anything in it is believed."""

from __future__ import annotations

import re
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused
from brm_app.storage.faults import told_in_sentences
from brm_app.storage.schema import APPLICATION_ID, FULL_TEXT, FULL_TEXT_TABLES, SCHEMA_VERSION, metadata

_JOURNAL = "journal_mode=TRUNCATE"  # not WAL: a synced folder that replaces the file would corrupt it silently
_PRAGMAS = (
    "synchronous=FULL",
    "busy_timeout=2000",
    "cache_size=-32768",
    "cache_spill=OFF",  # a long import that spills shuts every reader out until it ends
    "trusted_schema=OFF",
)
_ACTING = re.compile(
    # also what empties or fills other rows when one is written, and comments, which could part two of these words
    r"\b(VIRTUAL|GENERATED|CHECK|DELETE|UPDATE|CONFLICT|COLLATE|DEFAULT)\b|\bAS\s*\(|/\*|--",
    re.IGNORECASE,
)
_ALEMBIC = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def make_engine(path: Path, links_checked: bool = True) -> Engine:
    """An engine on a SQLite file that exists. Transactions are `BEGIN IMMEDIATE` for `writing`, else deferred.

    The file is never created by connecting: one that was moved away would come back empty.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"

    def connect() -> Any:
        connection = dbapi2.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        try:
            _set_up(connection, links_checked)
        except BaseException:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _on_begin)
    return engine


def _set_up(connection: Any, links_checked: bool) -> None:
    for pragma in (*_PRAGMAS, f"foreign_keys={'ON' if links_checked else 'OFF'}"):
        connection.execute(f"PRAGMA {pragma}")
    (mark,), (pages,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "page_count"))
    if mark == APPLICATION_ID or pages == 0:  # a file that is not ours is not even switched to our journal
        connection.execute(f"PRAGMA {_JOURNAL}")


def _on_begin(connection: Connection) -> None:
    mode = "IMMEDIATE" if connection.get_execution_options().get("writing") else "DEFERRED"
    connection.exec_driver_sql(f"BEGIN {mode}")


def create_file(path: Path) -> Engine:
    """Makes a new, empty workspace file. Raises `Refused` where one is already or none can be."""
    _make_empty(path)
    engine = make_engine(path)
    try:
        with told_in_sentences(), engine.execution_options(writing=True).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
            metadata.create_all(connection)
            connection.exec_driver_sql(_ALEMBIC)
            connection.execute(text("INSERT INTO alembic_version VALUES (:v)"), {"v": f"{SCHEMA_VERSION:04}"})
    except BaseException:
        discard(engine, path)
        raise
    return engine


def _make_empty(path: Path) -> None:
    try:
        with open(path, "xb"):
            pass
    except FileExistsError:
        raise Refused(f"{path.name} is already there and was left as it is. Choose another name.") from None
    except FileNotFoundError:
        raise Refused(f"The folder {path.parent} does not exist. Nothing was made. Make the folder first.") from None
    except OSError as error:
        raise Refused(
            f"{path.name} can’t be made in {path.parent}: {error.strerror}. Nothing was made. Choose another folder."
        ) from error


def discard(engine: Engine, path: Path) -> None:
    """Removes a file that `create_file` made and that nobody has seen yet."""
    engine.dispose()
    for each in (path, Path(f"{path}-journal")):
        each.unlink(missing_ok=True)


def close_file(engine: Engine) -> None:
    """Closes all connections and takes away the empty journal, so that a workspace at rest is one file."""
    # Refused while somebody else uses the file, and where it went away: then the journal is not ours to remove.
    with suppress(DBAPIError, dbapi2.Error), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA busy_timeout=0")
        connection.cursor().execute("PRAGMA journal_mode=DELETE")
    engine.dispose()


def open_file(path: Path) -> tuple[Engine, int]:
    """An engine on an existing workspace, and its schema version. Raises `Refused` for anything else."""
    if not path.is_file():
        raise Refused(f"There is no workspace at {path}. Nothing was changed. Check the name, or make a new one.")
    journal = Path(f"{path}-journal")
    unclean = journal.exists() and journal.stat().st_size > 0
    engine = make_engine(path)
    try:
        with told_in_sentences(), engine.connect() as connection:
            version = _version(connection, path)
            _check_objects(connection, path, version)
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


def _check_objects(connection: Connection, path: Path, version: int) -> None:
    """A file that somebody sent may hold what acts when it is read: only our tables, columns and indexes are accepted.

    Of an older schema, whose columns only its migrations know, the kinds of objects are checked, not their names.
    """
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    alien = [name for kind, name, sql in rows if _acts(kind, sql or "")]
    alien += _unknown(connection, {name for _, name, _ in rows}) if version == SCHEMA_VERSION else []
    if alien:
        raise Refused(f"{path.name} is not as Liaison made it (“{alien[0]}”). Nothing was changed. Restore a backup.")


def _acts(kind: str, sql: str) -> bool:
    """True for triggers and views, and for tables and indexes that work something out; of ours only full text does."""
    if kind == "index":
        return sql.count("(") > 1
    return sql != FULL_TEXT and (kind != "table" or _ACTING.search(sql) is not None)


def _unknown(connection: Connection, names: set[str]) -> list[str]:
    """The objects and columns that differ from those we declare."""
    declared = {table.name: set(table.columns.keys()) for table in metadata.tables.values()}
    declared |= {name: set(columns) for name, columns in FULL_TEXT_TABLES.items()}
    indexes = {str(index.name) for table in metadata.tables.values() for index in table.indexes}
    made = {name for name in names if not name.startswith("sqlite_autoindex_")}
    differing = sorted(made ^ ({"alembic_version"} | indexes | declared.keys()))
    for table, columns in declared.items():
        held = {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_xinfo("{table}")').all()}
        differing += [f"{table}.{column}" for column in sorted(held ^ columns)]
    return differing


def check_whole(connection: Connection) -> None:
    """SQLite's own check of the file and of all links. Raises `Refused` where damage is found."""
    with told_in_sentences():
        found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check").all()]
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if found != ["ok"] or broken:
        raise Refused("The workspace file is damaged. Nothing was changed. Restore the newest backup.")
