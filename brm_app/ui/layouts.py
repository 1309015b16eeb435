"""What the person moved stays moved: the window's place and size, and the splitters of every page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QSplitter, QWidget


def keep_window(settings: QSettings, window: QWidget) -> None:
    """Remembers where the window stands."""
    settings.setValue("geometry", window.saveGeometry())


def place_window(settings: QSettings, window: QWidget) -> None:
    """Puts it there again; the first time it gets the size of the pictures."""
    kept = settings.value("geometry")
    if not isinstance(kept, QByteArray) or not window.restoreGeometry(kept):
        window.resize(1440, 900)


def follow_splitters(settings: QSettings, page: QWidget) -> None:
    """Puts the splitters of a page where they were left, and remembers where they are left next."""
    for splitter in page.findChildren(QSplitter):
        name = splitter.objectName()
        if name and not splitter.property("followed"):
            splitter.setProperty("followed", True)
            kept = settings.value(f"splitters/{name}")
            if isinstance(kept, QByteArray):
                splitter.restoreState(kept)
            splitter.splitterMoved.connect(partial(_keep, settings, splitter))


def _keep(settings: QSettings, splitter: QSplitter, *_moved: int) -> None:
    settings.setValue(f"splitters/{splitter.objectName()}", splitter.saveState())
