"""An open workspace file: plain connections to read it, and SQLAlchemy from when something first needs it."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from brm_app.storage.driver import Readers

if TYPE_CHECKING:
    from sqlalchemy import Engine


class OpenFile:
    """One file that is there and is believed; any thread may read it."""

    def __init__(self, path: Path, engine: Engine | None = None) -> None:
        self._path = path
        self._readers = Readers(path)
        self.reading = self._readers.reading
        self._engine = engine
        self._making = Lock()

    @property
    def engine(self) -> Engine:
        """SQLAlchemy, imported when it is first asked for: that takes as long as the rest of a start."""
        with self._making:
            if self._engine is None:
                from brm_app.storage.engine import make_engine

                self._engine = make_engine(self._path)
            return self._engine

    def dispose(self) -> None:
        """Closes all connections."""
        self._readers.close()
        if self._engine:
            self._engine.dispose()

    def close(self) -> None:
        """Closes all connections and takes away the empty journal, so that a workspace at rest is one file."""
        # Refused while somebody else uses the file, and where it went away: then the journal is not ours to remove.
        with suppress(dbapi2.Error), closing(self._readers.take()) as connection:
            connection.execute("PRAGMA busy_timeout=0")
            connection.execute("PRAGMA journal_mode=DELETE")
        self.dispose()
