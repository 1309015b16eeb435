"""SQLAlchemy over a workspace file, and the making of a new one. It is slow to import: a start reads without it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlcipher3 import dbapi2

from brm_app.domain.errors import Refused
from brm_app.storage.declared import APPLICATION_ID, SCHEMA_VERSION
from brm_app.storage.driver import connect
from brm_app.storage.faults import told_in_sentences
from brm_app.storage.schema import metadata

_ALEMBIC = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)
_STATEMENTS = 60
"""Compiled statements that are kept, of some kilobytes each: a change of other fields is another statement."""


def make_engine(path: Path, links_checked: bool = True) -> Engine:
    """An engine on a SQLite file that exists. Transactions are `BEGIN IMMEDIATE` for `writing`, else deferred."""
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connect(path, links_checked), poolclass=QueuePool,
        query_cache_size=_STATEMENTS,
    )  # fmt: skip
    event.listen(engine, "begin", _on_begin)
    return engine


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
