"""The desk: all that a page gets to work with, handed to its constructor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap

from brm_app.domain.errors import Refused
from brm_app.ui import theme as dressing
from brm_app.ui.ask import Ask
from brm_app.ui.clock import Clock

if TYPE_CHECKING:  # the services must not be imported before the first paint
    from PySide6.QtWidgets import QWidget

    from brm_app.domain.records import Record
    from brm_app.services.workspace import Notice, Workspace


OFFERED = 500  # touchpoints that a field offers before anything is typed


class Theme(QObject):
    """Light or dark, and the colours and icons of it."""

    changed = Signal()

    def __init__(self, dark: bool = False) -> None:
        super().__init__()
        self.dark = dark

    def set_dark(self, dark: bool) -> None:
        """Tells everybody who paints."""
        self.dark = dark
        self.changed.emit()

    def hex(self, token: str) -> str:
        """A colour of tokens.json as `#RRGGBB`."""
        return dressing.colours(self.dark)[token]

    def colour(self, token: str) -> QColor:
        """The same for painters."""
        return QColor(self.hex(token))

    def icon(self, name: str, token: str = "tx2") -> QIcon:
        """An icon of resources/icons in a colour of tokens.json."""
        return dressing.icon(name, self.hex(token))

    def picture(self, name: str, token: str, side: int) -> QPixmap:
        """The same for a painter, as large as a square of `side` pixels."""
        return dressing.picture(name, self.hex(token), side)


class Runner(QObject):
    """Runs jobs in one background thread; their results come back on the GUI thread."""

    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="work")
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(self, job: Callable[[], Any], on_done: Callable[[Any], None], on_failed: Callable[[str], None]) -> None:
        """Does `job` elsewhere, then calls one of the two here; `on_failed` gets the sentence of a refusal."""
        self._pool.submit(self._do, job, on_done, on_failed)

    def _do(self, job: Callable[[], Any], on_done: Callable[[Any], None], on_failed: Callable[[str], None]) -> None:
        try:
            result = job()
        except Refused as error:
            self._ended.emit(on_failed, str(error))
        except BaseException as error:  # noqa: BLE001 - raised again on the GUI thread
            self._ended.emit(_raise, error)
        else:
            self._ended.emit(on_done, result)

    def _tell(self, callback: Callable[[Any], None], result: Any) -> None:
        callback(result)

    def close(self) -> None:
        """Waits for the running job and takes no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _raise(error: BaseException) -> None:
    raise error


class Desk(QObject):
    """The open workspace with everything around it that pages share."""

    changed = Signal(object)
    """A `Notice` after each write, on the GUI thread whoever wrote."""
    wanted = Signal(str, str)
    said = Signal(str, bool)
    log_wanted = Signal(object)
    """A touchpoint is to be logged: about a record, with words typed elsewhere, or None."""
    search_wanted = Signal()

    def __init__(
        self, workspace: Workspace, theme: Theme, ask: Ask, runner: Runner, clock: Clock | None = None
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.theme = theme
        self.ask = ask
        self.run = runner.run
        self.clock = clock or Clock()
        self.room: QWidget | None = None  # where pages are made, so that they are dressed once and not twice
        self._choices: dict[str, dict[str, str]] = {}
        self._stop = workspace.listen(self._heard.emit)
        self._heard.connect(self._on_heard)

    _heard = Signal(object)

    def _on_heard(self, notice: Notice) -> None:
        for kind in notice.kinds:
            self._choices.pop(kind, None)
        self.changed.emit(notice)

    def go(self, place: str, record_id: str = "") -> None:
        """Opens a place of the window, and a record there."""
        self.wanted.emit(place, record_id)

    def status(self, sentence: str, undo: bool = False) -> None:
        """Shows a sentence in the status bar for a while, with an Undo link where `undo`."""
        self.said.emit(sentence, undo)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Shows the sentence of a refusal in the status bar instead of raising it."""
        try:
            yield
        except Refused as error:
            self.status(str(error))

    def choices(self, collection: str) -> Mapping[str, str]:
        """The title of each record of a collection by its id, in order; read once until one of them changes.

        Of very many touchpoints, of which there may be 100,000, only the newest: see `offers_all`.
        """
        if collection not in self._choices:
            from brm_app.domain.records import record_class

            cls = record_class(collection)
            if self.offers_all(collection):
                found = self.workspace.find(cls)
            else:
                found = self.workspace.find(cls, sort="id", descending=True, limit=OFFERED)
            self._choices[collection] = {record.id: record.title for record in found}
        return self._choices[collection]

    def offers_all(self, collection: str) -> bool:
        """False where `choices` leaves out older ones, which must be searched for."""
        from brm_app.domain.records import Touchpoint

        return collection != Touchpoint.collection or self.workspace.count(Touchpoint) <= OFFERED

    def title_of(self, collection: str, record_id: str | None) -> str:
        """The title of one record, or an empty string."""
        if record_id:
            with self.telling():  # who paints a list can't tell anybody else
                title = self.choices(collection).get(record_id)
                return title if title is not None else self._title_of_older(collection, record_id)
        return ""

    def _title_of_older(self, collection: str, record_id: str) -> str:
        from brm_app.domain.records import record_class

        found = None if self.offers_all(collection) else self.workspace.get(record_class(collection), record_id)
        return found.title if found else ""

    def save(self, record: Record, base: Record | None = None, label: str = "") -> None:
        """Saves one record as one undo step and says so. Raises `Refused` or `Conflict`."""
        words = label or f"{'Change' if base else 'Add'} {short(record)}"
        with self.workspace.write(words, origin=self) as batch:
            batch.save(record, base=base)
        self.status(f"Saved {short(record)}.", undo=True)

    def delete(self, record: Record) -> None:
        """Deletes one record at once and says how to get it back. Raises `Refused`."""
        with self.workspace.write(f"Delete {short(record)}", origin=self) as batch:
            batch.delete(record)
        self.status(f"Deleted {short(record)}.", undo=True)

    def close(self) -> None:
        """Hears no more of the workspace."""
        self._stop()


def named(record: Record) -> str:
    """The record by its title, in one line."""
    words = " ".join(record.title.split()) if record.title not in ("", "None") else record.noun
    if isinstance(getattr(record, record.title_field), dt.date):
        words = f"{record.noun} of {words}"
    return words


def short(record: Record) -> str:
    """The record in a few words, for labels and sentences."""
    words = named(record)
    return words if len(words) <= 40 else words[:39].rstrip() + "…"
