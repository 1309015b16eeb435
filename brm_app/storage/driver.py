"""The driver: connections to a workspace file, set up, and plain statements read on them without SQLAlchemy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2

from brm_app.storage.declared import APPLICATION_ID

_JOURNAL = "journal_mode=TRUNCATE"  # not WAL: a synced folder that replaces the file would corrupt it silently
_PRAGMAS = (
    "synchronous=FULL",
    "busy_timeout=2000",
    "cache_size=-32768",
    "cache_spill=OFF",  # a long import that spills shuts every reader out until it ends
    "trusted_schema=OFF",
)


def connect(path: Path, links_checked: bool = True) -> Any:
    """A connection of the driver to a file that exists.

    The file is never created by connecting: one that was moved away would come back empty.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = dbapi2.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    try:
        _set_up(connection, links_checked)
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: Any, links_checked: bool) -> None:
    for pragma in (*_PRAGMAS, f"foreign_keys={'ON' if links_checked else 'OFF'}"):
        connection.execute(f"PRAGMA {pragma}")
    (mark,), (pages,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "page_count"))
    if mark == APPLICATION_ID or pages == 0:  # a file that is not ours is not even switched to our journal
        connection.execute(f"PRAGMA {_JOURNAL}")


class Fetched(Protocol):
    """What a statement gave."""

    def fetchall(self) -> Sequence[Any]:
        """All rows."""


class Rows(Protocol):
    """Where plain statements are read: a `Plain` connection, or in a write that of SQLAlchemy."""

    def exec_driver_sql(self, statement: str, parameters: tuple[Any, ...] = (), /) -> Fetched:
        """Runs a statement whose values are marked by `?`."""


def rows(connection: Rows, statement: str, *values: Any) -> Sequence[Any]:
    """What a statement finds; its values are marked by `?`."""
    return connection.exec_driver_sql(statement, values).fetchall()


def column(connection: Rows, statement: str, *values: Any) -> list[Any]:
    """The first column of what a statement finds."""
    return [row[0] for row in rows(connection, statement, *values)]


class Plain:
    """A connection of the driver that reads as SQLAlchemy's does."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def exec_driver_sql(self, statement: str, parameters: tuple[Any, ...] = (), /) -> Fetched:
        """Runs a statement whose values are marked by `?`."""
        found: Fetched = self._connection.execute(statement, parameters)
        return found


class Readers:
    """The plain connections to one file. Each is used by one thread at a time, and kept for the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[Any] = []
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[Plain]:
        """A connection that sees one state of the file."""
        connection = self.take()
        try:
            connection.execute("BEGIN DEFERRED")
            yield Plain(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        if self._closed:
            self.close()

    def take(self) -> Any:
        """A connection that belongs to the caller from now on."""
        try:
            return self._idle.pop()
        except IndexError:
            return connect(self._path)

    def close(self) -> None:
        """Closes all connections; one that is in use goes as soon as it is free."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
