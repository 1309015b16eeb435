"""Wires the window together: the application, its look, its settings, and what it opens first."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import traceback
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from brm_app.domain.errors import Refused
from brm_app.ui import layouts, opening
from brm_app.ui.appearance import Appearance
from brm_app.ui.ask import Ask
from brm_app.ui.clock import Clock
from brm_app.ui.desk import Theme
from brm_app.ui.handover import Listening, hand_over, name_for
from brm_app.ui.window import Window

NAME = "Liaison"


def run(path: Path | None, quit_when_shown: bool = False) -> int:
    """Opens the window, with a workspace or the first page, until it is closed; returns the exit status.

    A window that is open already takes the file in place of a second one.
    """
    gc.disable()  # until the first page: what is loaded until then stays
    file = _settings_file()
    if not quit_when_shown and hand_over(name_for(file), path):
        return 0
    app = QApplication.instance() or QApplication([NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName(NAME)
    app.setDesktopFileName("liaison")
    window = make_window(app, QSettings(str(file), QSettings.Format.IniFormat))
    _tell_faults_of(window)
    if quit_when_shown:
        window.shown.connect(lambda: _leave(app, window, path), Qt.ConnectionType.QueuedConnection)
    # A thread that is busy in Python gives way to the window after this many seconds.
    sys.setswitchinterval(0.001)
    window.shown.connect(_collect, Qt.ConnectionType.SingleShotConnection)
    window.show()
    # The first paint comes before the workspace, whose libraries take longer to import than Qt.
    QTimer.singleShot(0, lambda: _begin(window, path))
    listening: list[Listening] = []
    if not quit_when_shown:
        window.shown.connect(lambda: _listen_once(window, name_for(file), listening))
    status = app.exec()
    window.close()
    for each in listening:
        each.close()
    return status


def _collect() -> None:
    """What is loaded by now stays; where the collector looked through it again, the window would stand for 100 ms."""
    gc.freeze()
    gc.enable()


def _listen_once(window: Window, name: str, listening: list[Listening]) -> None:
    """From the first page on a later start hands its file to this window."""
    if listening:
        return
    made = Listening(name)
    listening.append(made)

    def take(path: str) -> None:
        window.come_forward()
        if path:
            window.open_path(Path(path))

    made.wanted.connect(take)


def _leave(app: QApplication, window: Window, path: Path | None) -> None:
    """Ends the program; nobody will read the window, so why a workspace is not open goes to standard error."""
    refused = path is not None and window.desk is None
    if refused:
        print(window.first.form.working.text(), file=sys.stderr)
    app.exit(int(refused))


def make_window(
    app: QApplication, settings: QSettings, clock: Clock | None = None, ask: Ask | None = None
) -> Window:  # fmt: skip
    """A dressed window that shows nothing yet; `ask` answers its questions in place of dialogs."""
    theme = Theme()
    window = Window(theme, settings, Appearance(app, theme, settings), clock, ask)
    layouts.place_window(settings, window)
    return window


def _begin(window: Window, path: Path | None) -> None:
    if path is not None:
        window.open_path(path)
    else:
        window.files.runner.run(opening.warm, lambda _: window.shown.emit(), window.first.say)


def _settings_file() -> Path:
    folder = platformdirs.user_config_path(NAME)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "window.ini"


def _tell_faults_of(window: Window) -> None:
    """A fault nobody foresaw is told in a sentence and logged whole; the window goes on."""
    folder = platformdirs.user_state_path(NAME)
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "liaison.log"

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if isinstance(fault, Refused):
            window.line.say(str(fault))
            return
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{dt.datetime.now():%Y-%m-%d %H:%M:%S}\n")
            traceback.print_exception(kind, fault, trace, file=file)
        window.line.say(f"Something went wrong; what was saved is kept. The details are in {log}.")

    sys.excepthook = tell
