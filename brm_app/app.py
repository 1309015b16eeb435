"""Wires the window together: the application, its look, its settings, and what it opens first."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from brm_app.domain.errors import Refused
from brm_app.ui.ground import UNPAINTED
from brm_app.ui.handover import Listening, hand_over, name_for
from brm_app.ui.layouts import place_window
from brm_app.ui.window import Window

if TYPE_CHECKING:  # neither is needed before the first paint
    from PySide6.QtCore import SignalInstance

    from brm_app.ui.ask import Ask
    from brm_app.ui.clock import Clock

NAME = "Liaison"
PIECES = ("brm_app.ui.desk", "brm_app.ui.widgets", "brm_app.ui.commandbar", "brm_app.ui.commands")
"""Imported one by one between the first paint and furnishing, so that the window never stands for long."""
PATIENCE = 150
"""Milliseconds after which the window is painted without its page, which is mostly there sooner."""


def run(path: Path | None, quit_when_shown: bool = False) -> int:
    """Opens the window, with a workspace or the first page, until it is closed; returns the exit status.

    A window that is open already takes the file in place of a second one.
    """
    file = _settings_file()
    if not quit_when_shown and hand_over(name_for(file), path):
        return 0
    app = QApplication.instance() or QApplication([NAME])
    assert isinstance(app, QApplication)
    app.setApplicationName(NAME)
    app.setDesktopFileName("liaison")
    window = _placed(QSettings(str(file), QSettings.Format.IniFormat))
    _tell_faults_of(window)
    # A thread that is busy in Python gives way to the window after this many seconds.
    sys.setswitchinterval(0.001)
    listening: list[Listening] = []

    def furnish() -> None:
        window.furnish()
        window.hold(True)  # painted once, with the page: an empty window that fills a moment later would flicker
        window.shown.connect(lambda: painting.start(0))
        painting.start(PATIENCE)
        if quit_when_shown:
            _once(window.shown, lambda: _leave(app, window, path))
        else:
            _once(window.seen, lambda: listening.append(_listening(window, name_for(file))))
            _once(window.seen, lambda: _warm(window))
        _begin(window, path)

    # The grounds of the window are painted before its pieces are imported, and these before the workspace.
    left = [*PIECES]
    soon = QTimer(window, singleShot=True)

    def go_on() -> None:
        if left:
            import_module(left.pop(0))
            soon.start(0)
        else:
            furnish()

    soon.timeout.connect(go_on)
    painting = QTimer(window, singleShot=True)
    painting.timeout.connect(lambda: window.hold(False))
    window.painted.connect(lambda: soon.start(0))
    soon.start(UNPAINTED)
    window.show()
    status = app.exec()
    window.close()
    for each in listening:
        each.close()
    return status


def _collect(window: Window) -> None:
    """What is loaded by now stays; where the collector looked through it again, the window would stand for 100 ms."""
    gc.freeze()
    _collecting(window)


def _collecting(window: Window) -> None:
    """From now on garbage is collected by the window."""
    from brm_app.ui.collecting import Collecting

    Collecting(window)


def _once(signal: SignalInstance, act: Callable[[], object]) -> None:
    """Does it after the signal came the first time."""
    from PySide6.QtCore import Qt

    kind = Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value
    signal.connect(act, Qt.ConnectionType(kind))


def _warm(window: Window) -> None:
    """Imports in the background what writing needs, while the person still reads the first page."""
    from brm_app.ui import opening

    locale = window.desk.workspace.organisation.locale if window.desk else ""
    window.files.runner.run(lambda: opening.warm(locale), lambda _: _collect(window), window.line.say)


def _listening(window: Window, name: str) -> Listening:
    """From now on a later start hands its file to this window."""
    made = Listening(name)

    def take(path: str) -> None:
        window.come_forward()
        if path:
            window.open_path(Path(path))

    made.wanted.connect(take)
    return made


def _leave(app: QApplication, window: Window, path: Path | None) -> None:
    """Ends the program; nobody will read the window, so why a workspace is not open goes to standard error."""
    refused = path is not None and window.desk is None
    if refused:
        print(window.first.form.working.text(), file=sys.stderr)
    app.exit(int(refused))


def make_window(settings: QSettings, clock: Clock | None = None, ask: Ask | None = None) -> Window:
    """A window with its first page, not shown yet; `ask` answers its questions in place of dialogs."""
    window = _placed(settings)
    _collecting(window)
    window.furnish(clock, ask)
    window.show_first_run()
    return window


def _placed(settings: QSettings) -> Window:
    window = Window(settings)
    place_window(settings, window)
    return window


def _begin(window: Window, path: Path | None) -> None:
    if path is not None:
        window.open_path(path)
    else:
        window.show_first_run()
        window.shown.emit()


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
        if isinstance(fault, Refused) and window.furnished:
            window.line.say(str(fault))
            return
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{dt.datetime.now():%Y-%m-%d %H:%M:%S}\n")
            traceback.print_exception(kind, fault, trace, file=file)
        if window.furnished:
            window.line.say(f"Something went wrong; what was saved is kept. The details are in {log}.")

    sys.excepthook = tell
