"""How long the window takes to its first paint and to its first page with data, and its memory, beside a bare one."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from brm_app.services.samples import create
from tests.performance.stopwatch import Ratio, compare

ROUNDS = 7
SEEN = """
import os, sys, time
from PySide6.QtCore import QTimer

def seen():
    QTimer.singleShot(0, tell)  # once the children, which are painted after the window, are there too

def tell():
    memory = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
    print(time.time(), memory.split()[1], flush=True)
    os._exit(0)
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        seen()

app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
OURS = """
from brm_app.cli.main import main
from brm_app import app

class Window(app.Window):
    ready = WAIT == "ground"

    def __init__(self, *arguments):
        super().__init__(*arguments)
        if WAIT == "page":
            self.ready = False
            self.shown.connect(self.is_ready)

    def show_first_run(self):
        super().show_first_run()
        self.ready = WAIT == "welcome"
        self.update()

    def is_ready(self):
        self.ready = True
        self.update()

    def paintEvent(self, event):
        super().paintEvent(event)
        if self.ready:
            seen()

app.Window = Window
sys.exit(main())
"""


def measures(folder: Path) -> list[Ratio]:
    """First paint, first page with data, and what the latter takes of memory."""
    path = folder / "sample.brm"
    create(path, dt.date(2026, 11, 19)).close()
    bare = SEEN + BARE
    ground, welcome, page = (f"WAIT = {wait!r}{SEEN}{OURS}" for wait in ("ground", "welcome", "page"))
    beside = partial(_time, bare, folder)
    return [
        compare("first paint, beside a bare window", partial(_time, ground, folder), beside, 1.5, ROUNDS),
        compare("first paint of the first-run page", partial(_time, welcome, folder), beside, 3.0, ROUNDS),
        compare("first page with data", partial(_time, page, folder, path), beside, 3.0, ROUNDS),
        compare("memory then, in GB", lambda: _run(page, folder, path)[1], lambda: _run(bare, folder)[1], 2.2, 3),
    ]


def _time(code: str, home: Path, *arguments: Path) -> float:
    return _run(code, home, *arguments)[0]


def _run(code: str, home: Path, *arguments: Path) -> tuple[float, float]:
    """Seconds from the start of the process, and gigabytes, when it has painted."""
    # Without byte code imports would take several times as long; run.py takes this setting away as well.
    places = {"PYTHONDONTWRITEBYTECODE": ""} | {
        f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")
    }
    command = [sys.executable, "-c", code, *map(str, arguments)]
    start = time.time()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **places})
    painted, kilobytes = done.stdout.split()
    return float(painted) - start, int(kilobytes) / 1024**2
