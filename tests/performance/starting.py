"""How long the window takes to its first paint and to its first page with data, and its memory, beside a bare one."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path

from brm_app.services.samples import create
from tests.performance.stopwatch import Ratio, compare

ROUNDS = 7
BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Eyes(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWindow():
            QTimer.singleShot(0, done)
            watched.removeEventFilter(self)
        return False

def done():
    memory = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
    print(time.time(), memory.split()[1], flush=True)
    import os; os._exit(0)
"""
BARE_WINDOW = """
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
eyes = Eyes(); window.installEventFilter(eyes)
window.show(); app.exec()
"""
OURS = """
import brm_app.cli.main
from PySide6.QtCore import QSettings
from brm_app.app import make_window
app = QApplication([])
window = make_window(app, QSettings(sys.argv[1], QSettings.Format.IniFormat))
eyes = Eyes()
"""
SHELL = "window.installEventFilter(eyes); window.show(); app.exec()"
DATA = """
from pathlib import Path
def opened():
    window.installEventFilter(eyes)
    window.update()
window.shown.connect(opened)
window.show()
QTimer.singleShot(0, lambda: window.open_path(Path(sys.argv[2])))
app.exec()
"""


def measures(folder: Path) -> list[Ratio]:
    """First paint, first page with data, and what the latter takes of memory."""
    path = folder / "sample.brm"
    create(path, dt.date(2026, 11, 19)).close()
    settings = str(folder / "window.ini")
    bare, shell, data = (BARE + rest for rest in (BARE_WINDOW, OURS + SHELL, OURS + DATA))
    return [
        compare(
            "first paint, beside a bare window", lambda: _run(shell, settings)[0], lambda: _run(bare)[0], 1.5, ROUNDS
        ),
        compare("first page with data", lambda: _run(data, settings, str(path))[0], lambda: _run(bare)[0], 3.0, ROUNDS),
        compare("memory then, in GB", lambda: _run(data, settings, str(path))[1], lambda: _run(bare)[1], 2.2, 3),
    ]


def _run(code: str, *arguments: str) -> tuple[float, float]:
    """Seconds from the start of the process, and gigabytes, when it has painted."""
    start = time.time()
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    painted, kilobytes = done.stdout.split()
    return float(painted) - start, int(kilobytes) / 1024**2
