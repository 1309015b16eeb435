"""How long the window takes to its first paint and to its first page with data, and its memory, beside a bare one.

Also how much longer it takes in a large workspace, and how long the window stands while it loads.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from brm_app.domain.records import TOUCHPOINT_KINDS, Touchpoint, Unit
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.storage import writing
from brm_app.storage.engine import make_engine
from tests.performance.stopwatch import Ratio, compare

ROUNDS = 7
MANY = 100_000  # touchpoints of a large workspace
STILL = 0.050  # seconds that the window may stand
SEEN = """
import os, sys, time
from PySide6.QtCore import QTimer

def seen():
    QTimer.singleShot(0, tell)  # once the children, which are painted after the window, are there too

def tell():
    memory = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
    print(time.time(), memory.split()[1], time.process_time(), flush=True)
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
    def show_first_run(self):
        super().show_first_run()
        self.welcome = True

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.welcome = False
        if WAIT == "page":
            self.shown.connect(self.wait_for_rows)

    def wait_for_rows(self):
        from brm_app.ui.listing import RecordTable
        RecordTable.paintEvent = self.paint_rows

    @staticmethod
    def paint_rows(table, event):
        super(type(table), table).paintEvent(event)
        seen()

    def paintEvent(self, event):
        super().paintEvent(event)
        if WAIT == "ground" or WAIT == "welcome" and self.welcome and not self.held:
            seen()

app.Window = Window
sys.exit(main())
"""
# From the first paint of the window, while it is furnished, the workspace read and the page painted, until SQLAlchemy
# is imported and the places are counted.
LOADING = """
import os, sys, time
from PySide6.QtCore import QTimer
from brm_app.cli.main import main
from brm_app import app

class Window(app.Window):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.painted.connect(self.begin)
        self.gaps = []

    def begin(self):
        self.last = time.perf_counter()
        self.ticks = QTimer(self, interval=1)
        self.ticks.timeout.connect(self.tick)
        self.ticks.start()

    def tick(self):
        now = time.perf_counter()
        self.gaps.append(now - self.last)
        self.last = now
        if "brm_app.services.ready" in sys.modules and self.sidebar.buttons["touchpoints"].count:
            QTimer.singleShot(100, self.tell)

    def tell(self):
        self.gaps.sort()
        print(self.gaps[int(len(self.gaps) * 0.99)], 0, time.process_time(), flush=True)
        os._exit(0)

app.Window = Window
sys.exit(main())
"""


def measures(folder: Path) -> list[Ratio]:
    """First paint, first page with data in a small and a large workspace, its memory, and gaps until all is there."""
    path, large = folder / "sample.brm", folder / "large.brm"
    create(path, dt.date(2026, 11, 19)).close()
    shutil.copy(path, large)
    enlarge(large)
    bare = SEEN + BARE
    ground, welcome, page = (f"WAIT = {wait!r}{SEEN}{OURS}" for wait in ("ground", "welcome", "page"))
    beside = partial(_time, bare, folder)
    return [
        compare("first paint, beside a bare window", partial(_time, ground, folder), beside, 1.5, ROUNDS),
        compare("first paint of the first-run page", partial(_time, welcome, folder), beside, 3.0, ROUNDS),
        compare("first page with data", partial(_time, page, folder, path), beside, 3.0, ROUNDS),
        compare(
            "the same in processor time",
            lambda: _run(page, folder, path)[2],
            lambda: _run(bare, folder)[2],
            3.0,
            ROUNDS,
        ),
        compare("memory then, in GB", lambda: _run(page, folder, path)[1], lambda: _run(bare, folder)[1], 2.2, 3),
        compare(
            f"first page of {MANY:,} touchpoints, beside the sample's",
            partial(_time, page, folder, large),
            partial(_time, page, folder, path),
            1.1,
            ROUNDS,
        ),
        compare("window gap while loading, p99, beside 50 ms", lambda: _gap(folder, path), lambda: STILL, 1.0),
        compare(f"the same with {MANY:,} touchpoints", lambda: _gap(folder, large), lambda: STILL, 1.0),
    ]


def enlarge(path: Path) -> None:
    """Spreads many touchpoints over the units of a workspace, without a history of them."""
    workspace = Workspace.open(path)
    units = [unit.id for unit in workspace.find(Unit)]
    workspace.close()
    start, engine = dt.datetime(2019, 1, 1, tzinfo=dt.UTC), make_engine(path)
    happened = [
        Touchpoint(
            happened_at=start + dt.timedelta(minutes=40 * number),
            kind=TOUCHPOINT_KINDS[number % len(TOUCHPOINT_KINDS)],
            unit=units[number % len(units)],
            summary=f"Talked about matter {number}",
        )
        for number in range(MANY)
    ]
    with engine.execution_options(writing=True).begin() as connection:
        writing.write_rows(connection, happened, [], [])
    engine.dispose()


def _gap(home: Path, path: Path) -> float:
    return _run(LOADING, home, path, since=0.0)[0]


def _time(code: str, home: Path, *arguments: Path) -> float:
    return _run(code, home, *arguments)[0]


def _run(code: str, home: Path, *arguments: Path, since: float | None = None) -> tuple[float, float, float]:
    """Seconds since the start of the process or another moment, gigabytes, and seconds of processors, as it tells."""
    # Without byte code imports would take several times as long; run.py takes this setting away as well.
    places = {"PYTHONDONTWRITEBYTECODE": "", "TMPDIR": str(home)} | {
        f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")
    }
    command = [sys.executable, "-c", code, *map(str, arguments)]
    start = time.time() if since is None else since
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **places})
    painted, kilobytes, worked = done.stdout.split()
    return float(painted) - start, int(kilobytes) / 1024**2, float(worked)
