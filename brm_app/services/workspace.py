"""A workspace: reading records, and the one door through which everything is written."""

from __future__ import annotations

import datetime as dt
import getpass
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.records import Audience, Organisation, Record
from brm_app.storage import checks, gateway, history, settings
from brm_app.storage.declared import SCHEMA_VERSION
from brm_app.storage.faults import told_in_sentences
from brm_app.storage.found import Found, Listed, Order
from brm_app.storage.history import Change, Write
from brm_app.storage.openfile import OpenFile

if TYPE_CHECKING:  # a workspace is read without SQLAlchemy; what needs it is imported where it is used
    from sqlalchemy import Connection

    from brm_app.services.batch import Batch
    from brm_app.storage.driver import Rows

__all__ = ["Found", "Listed", "Notice", "Order", "Undone", "Workspace"]

R = TypeVar("R", bound=Record)


@attrs.frozen
class Notice:
    """What a write changed and who started it; `touched` holds (collection, id) pairs."""

    label: str
    action: str  # do, undo or redo
    origin: object
    touched: frozenset[tuple[str, str]]

    @property
    def kinds(self) -> frozenset[str]:
        """The collections in which something changed."""
        return frozenset(kind for kind, _ in self.touched)


@attrs.frozen
class Undone:
    """What undo or redo did: the label of the write, and sentences on what had to stay as it is."""

    label: str
    left: tuple[str, ...]


class Workspace:
    """One open workspace. Reading may be done from any thread; callbacks come on the thread that wrote."""

    def __init__(self, path: Path, file: OpenFile, who: str = "") -> None:
        self.path = path
        self.who = who or _user()
        self._file = file
        self._listeners: list[Callable[[Notice], None]] = []
        self._identity = _identity(path)
        self._written = False

    @classmethod
    def create(cls, path: Path, name: str = "", currency: str = "USD", rate: int | None = None) -> Workspace:
        """A new workspace with its organisation and the audiences Staff and Board. `rate`: minor units an hour."""
        from brm_app.storage.engine import create_file, discard

        engine = create_file(path)
        workspace = cls(path, OpenFile(path, engine))
        try:
            with workspace.write("New workspace") as batch:
                batch.add(Organisation(name=name or path.stem, currency=currency, hourly_rate=rate))
                batch.add(Audience(name="Staff", lenses=("time",), cadence_days=30, order=1))
                batch.add(Audience(name="Board", lenses=("money", "risk", "quality"), cadence_days=90, order=2))
            workspace.forget_undo()
        except BaseException:
            workspace._file.dispose()
            discard(engine, path)
            raise
        return workspace

    @classmethod
    def open(cls, path: Path, who: str = "") -> Workspace:
        """An existing workspace, upgraded where it is older (after a backup). Raises `Refused` with a sentence."""
        file, version = checks.open_file(path)
        if version < SCHEMA_VERSION:
            from brm_app.storage.backup import own_folder
            from brm_app.storage.migrate import upgrade  # Alembic is slow to import and rarely needed

            file.dispose()
            upgrade(path, own_folder(path))
            file, _ = checks.open_file(path)
        return cls(path, file, who)

    def close(self, backup: bool = False) -> None:
        """Closes all connections; with `backup` after a backup of what was written since opening.

        Raises `Refused` where the backup can't be made; the workspace is closed and whole all the same.
        """
        try:
            if backup and self._written:
                from brm_app.services.safekeeping import back_up

                back_up(self.path)
        finally:
            self._file.close()

    def keep_off(self, path: Path) -> None:
        """Raises `Refused` where a file to be written would take the place of this workspace or of another."""
        another = path.suffix.casefold() == ".brm" and path.exists()
        if another or _identity(path) == self._identity or path.name == f"{self.path.name}-journal":
            raise Refused(f"{path} is a workspace. Nothing was written. Give the file another name.")

    # Reading

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection of SQLAlchemy that sees one state of the workspace, for what `rows` can't say."""
        self._check_place()
        with told_in_sentences(), self._file.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def rows(self) -> Iterator[Rows]:
        """One state of the workspace for `gateway`, `history` and other plain statements: there from the start."""
        self._check_place()
        with told_in_sentences(), self._file.reading() as connection:
            yield connection

    def _check_place(self) -> None:
        if _identity(self.path) != self._identity:
            raise Refused(
                "The workspace file was moved, replaced or deleted while it was open. Nothing was saved; "
                "what you typed is still in the form. Open the workspace again."
            )

    def get(self, cls: type[R], record_id: str) -> R | None:
        """One record, or None."""
        with self.rows() as connection:
            return gateway.get(connection, cls, record_id)

    def need(self, cls: type[R], record_id: str) -> R:
        """One record. Raises `Refused` where it was deleted."""
        found = self.get(cls, record_id)
        if found is None:
            raise Refused(f"This {cls.noun} was deleted meanwhile. Nothing was changed. Undo brings it back.")
        return found

    def get_many(self, cls: type[R], ids: Iterable[str]) -> list[R]:
        """The records of these ids, in the order of the ids; those that do not exist are left out."""
        wanted = list(ids)
        with self.rows() as connection:
            found = {record.id: record for record in gateway.get_many(connection, cls, dict.fromkeys(wanted))}
        return [found[key] for key in wanted if key in found]

    def find(self, cls: type[R], **how: Any) -> list[R]:
        """Records of a kind; `words`, `equals`, `sort`, `descending`, `limit` as in `gateway.find`."""
        with self.rows() as connection:
            return gateway.find(connection, cls, **how)

    def linked(self, cls: type[R], field: str, target_id: str) -> list[R]:
        """Records whose field of several links (such as `people` of touchpoints) holds `target_id`."""
        with self.rows() as connection:
            return gateway.get_many(connection, cls, gateway.linked_ids(connection, cls, field, target_id))

    def search(self, words: str, kinds: Iterable[str] = (), limit: int = 50) -> list[Found]:
        """The best records of these kinds, or of all that are searched, that hold the words."""
        from brm_app.storage import search

        with self.reading() as connection:
            return search.search(connection, words, kinds, limit)

    def listed(self, cls: type[Record], words: str, order: Order, most: int | None = None) -> Listed:
        """Ids in an order; with `most` only the first, which takes no longer in a long list than in a short one."""
        from brm_app.storage import lists

        with self.reading() as connection:
            return lists.listed(connection, cls, words, order, most)

    def count(self, cls: type[Record]) -> int:
        """How many there are."""
        with self.rows() as connection:
            return gateway.count(connection, cls)

    @property
    def organisation(self) -> Organisation:
        """The one organisation."""
        found = self.find(Organisation, limit=1)
        if not found:
            raise Refused("This workspace has no organisation. Undo the last write, or restore a backup.")
        return found[0]

    # Writing

    @contextmanager
    def write(self, label: str, origin: object = None, cancelled: Callable[[], bool] | None = None) -> Iterator[Batch]:
        """The write door: one transaction, one undo step, one line of history a record, one notice after commit.

        Raises `Refused`, `Conflict` or `Cancelled`; then nothing was written.
        """
        from brm_app.services.batch import Batch

        batch = Batch(cancelled)
        yield batch
        with self._transaction() as connection:
            done = batch.apply(connection)
            if done:
                self._keep(connection, label, "do", None, batch.minded(done))
        self._tell(label, "do", origin, done)

    @contextmanager
    def act(self, action: str, label: str, origin: object = None) -> Iterator[Connection]:
        """One transaction on what is no record, with its line of history, which undo passes over, and one notice."""
        with self._transaction() as connection:
            yield connection
            self._keep(connection, label, action, None, ())
        self._tell(label, action, origin, [])

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        self._check_place()
        with told_in_sentences(), self._file.engine.execution_options(writing=True).begin() as connection:
            yield connection
        self._written = True

    def _keep(self, connection: Connection, label: str, action: str, of: int | None, done: Iterable[Change]) -> None:
        from brm_app.storage.writing import record_write

        write = Write(0, dt.datetime.now(dt.UTC), self.who, label, action, of, False)
        record_write(connection, write, done)

    def _tell(self, label: str, action: str, origin: object, done: list[Change]) -> None:
        if done or action != "do":
            notice = Notice(label, action, origin, frozenset((c.kind, c.record_id) for c in done))
            for listener in tuple(self._listeners):
                listener(notice)

    def listen(self, listener: Callable[[Notice], None]) -> Callable[[], None]:
        """Calls `listener` after each write; call the returned function to stop."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # Undo and history

    def undo(self, origin: object = None) -> Undone | None:
        """Takes back one's own last write; None where there is nothing to undo."""
        return self._step(history.to_undo, "undo", origin)

    def redo(self, origin: object = None) -> Undone | None:
        """Does again what was last undone; None where there is nothing to redo."""
        return self._step(history.to_redo, "redo", origin)

    def _step(self, choose: Callable[[Connection, str], Write | None], action: str, origin: object) -> Undone | None:
        from brm_app.services.undoing import take_back
        from brm_app.storage.writing import mark_undone

        with self._transaction() as connection:
            write = choose(connection, self.who)
            if write is None:
                return None
            other = "redo" if action == "undo" else "undo"
            last = history.last_of(connection, write.number, other)
            result = take_back(connection, history.changes_of(connection, last))
            mark_undone(connection, write.number, action == "undo")
            # Kept even where all had to stay as it is: which writes stand is known from it.
            self._keep(connection, write.label, action, write.number, result.done)
        self._tell(write.label, action, origin, result.done)
        return Undone(write.label, tuple(result.left))

    def undo_label(self) -> str:
        """What undo would take back, or an empty string."""
        with self.rows() as connection:
            write = history.to_undo(connection, self.who)
        return write.label if write else ""

    def redo_label(self) -> str:
        """What redo would do again, or an empty string."""
        with self.rows() as connection:
            write = history.to_redo(connection, self.who)
        return write.label if write else ""

    def history(self, limit: int | None = None, record_id: str = "") -> list[tuple[Write, list[Change]]]:
        """The newest writes first, each with its changes."""
        with self.rows() as connection:
            found = history.recent(connection, limit, record_id)
            return [(write, history.changes_of(connection, write.number)) for write in found]

    def forget_undo(self) -> None:
        """Makes everything written so far the beginning, which undo does not take back."""
        from brm_app.storage.writing import forget_writes

        with self._transaction() as connection:
            forget_writes(connection)

    # What the application remembers beside records

    def remembered(self, name: str) -> Any:
        """A value kept with `remember`, or None. It may come from a file of somebody else: look at what it is."""
        with self.rows() as connection:
            return settings.kept(connection, name)

    def remember(self, name: str, value: Any) -> None:
        """Keeps plain JSON under a name; no record, so neither history nor undo."""
        with self._transaction() as connection:
            settings.keep(connection, name, value)

    def check(self) -> None:
        """Raises `Refused` where the file is damaged."""
        with self.rows() as connection:
            checks.check_whole(connection)


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # a container may run as a number without a name
        return "somebody"


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
