"""Files that are dropped on the window: a workspace is opened, a table imported, anything else told what may be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

TABLES = (".csv", ".xlsx")


class Dropping(QObject):
    """Hears drops on a window where no widget of a page took them."""

    def __init__(
        self, window: QWidget, opens: Callable[[Path], object], imports: Callable[[Path], object],
        say: Callable[[str], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._open, self._import, self._say = opens, imports, say
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Takes files."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if path := _file(event.mimeData()):
                event.acceptProposedAction()
                self.take(path)
                return True
        elif isinstance(event, QDragEnterEvent | QDragMoveEvent) and _file(event.mimeData()):
            event.acceptProposedAction()
            return True
        return False

    def take(self, path: Path) -> None:
        """Does with a file what its name says."""
        kind = path.suffix.lower()
        if kind == ".brm":
            self._open(path)
        elif kind in TABLES:
            self._import(path)
        else:
            self._say(f"“{path.name}” can't be taken. Drop a workspace (.brm) or a table (.csv, .xlsx).")


def _file(data: QMimeData) -> Path | None:
    """The first file of what is dragged."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)
