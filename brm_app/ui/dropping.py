"""Files dropped on the window: a workspace is opened, a table imported, a PDF identified, others told what may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

TABLES = (".csv", ".xlsx")
_HEAD = 1024  # bytes among which a PDF says that it is one
PICTURES = (".svg", ".png", ".jpg", ".jpeg")


class Dropping(QObject):
    """Hears drops on a window where no widget of a page took them."""

    def __init__(
        self, window: QWidget, opens: Callable[[Path], object], imports: Callable[[Path], object],
        identifies: Callable[[Path], object], say: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._open, self._import, self._identify, self._say = opens, imports, identifies, say
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes files."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if paths := _files(event.mimeData()):
                event.acceptProposedAction()
                self.take(*paths)
                return True
        elif isinstance(event, QDragEnterEvent | QDragMoveEvent) and _files(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False

    def take(self, path: Path, *more: Path) -> None:
        """Does with a file what its name says, and with a PDF what is done with one under any name."""
        kind = path.suffix.lower()
        if more:
            self._say("Nothing was taken. Drop one file at a time.")
            return
        if kind == ".brm":
            self._open(path)
        elif kind in TABLES:
            self._import(path)
        elif kind in PICTURES:
            self._say(f"“{path.name}” is a picture. Drop it on the logo of a project.")
        elif kind == ".pdf" or _is_pdf(path):
            self._identify(path)
        else:
            self._say(f"“{path.name}” can't be taken. Drop a workspace (.brm), a table (.csv, .xlsx) or a PDF.")


def _is_pdf(path: Path) -> bool:
    """Whether a file begins as a PDF does: mail may have taken its name away."""
    try:
        if path.is_file():  # anything else might never end
            with open(path, "rb") as file:
                return b"%PDF-" in file.read(_HEAD)
    except OSError:  # then nothing is known of it
        pass
    return False


def _files(data: QMimeData) -> list[Path]:
    """The files of what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
