"""Wires the window together: the application, its look, its settings, and what it opens first."""

from __future__ import annotations

import gc
import logging
import sys
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from brm_app.domain.errors import Refused
from brm_app.ui import opening
from brm_app.ui.clock import Clock
from brm_app.ui.desk import Theme
from brm_app.ui.theme import dress
from brm_app.ui.window import Window, is_dark

NAME = "Liaison"


def run(path: Path | None, quit_when_shown: bool = False) -> int:
    """Opens the window, with a workspace or the first page, until it is closed; returns the exit status."""
    app = QApplication.instance() or QApplication([NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName(NAME)
    app.setDesktopFileName("liaison")
    window = make_window(app, QSettings(str(_settings_file()), QSettings.Format.IniFormat))
    _tell_faults_of(window)
    if quit_when_shown:
        window.shown.connect(lambda: _leave(app, window, path), Qt.ConnectionType.QueuedConnection)
    # What is loaded by now stays; where the collector looked through it again, the window would stand for 100 ms.
    window.shown.connect(lambda: gc.freeze(), Qt.ConnectionType.SingleShotConnection)
    window.show()
    # The first paint comes before the workspace, whose libraries take longer to import than Qt.
    QTimer.singleShot(0, lambda: _begin(window, path))
    status = app.exec()
    window.close()
    return status


def _leave(app: QApplication, window: Window, path: Path | None) -> None:
    """Ends the program; nobody will read the window, so why a workspace is not open goes to standard error."""
    refused = path is not None and window.desk is None
    if refused:
        print(window.first.form.working.text(), file=sys.stderr)
    app.exit(int(refused))


def make_window(app: QApplication, settings: QSettings, clock: Clock | None = None) -> Window:
    """A dressed window that shows nothing yet."""
    theme = Theme(is_dark(str(settings.value("appearance", "system")), app))
    dress(app, theme.dark)
    window = Window(theme, settings, clock=clock)
    geometry = settings.value("geometry")
    if geometry is None or not window.restoreGeometry(geometry):
        window.resize(1440, 900)
    return window


def _begin(window: Window, path: Path | None) -> None:
    if path is not None:
        window.open_path(path)
    else:
        window.runner.run(opening.warm, lambda _: window.shown.emit(), window.first.say)


def _settings_file() -> Path:
    folder = platformdirs.user_config_path(NAME)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "window.ini"


def _tell_faults_of(window: Window) -> None:
    """A fault nobody foresaw is told in a sentence and logged whole; the window goes on."""
    folder = platformdirs.user_state_path(NAME)
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "liaison.log"
    logging.basicConfig(filename=log, format="%(asctime)s %(levelname)s %(message)s")

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if isinstance(fault, Refused):
            window.line.say(str(fault))
            return
        logging.getLogger(NAME).error("unforeseen", exc_info=(kind, fault, trace))
        window.line.say(f"Something went wrong; what was saved is kept. The details are in {log}.")

    sys.excepthook = tell
