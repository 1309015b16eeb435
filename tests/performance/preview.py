"""How soon the composer shows a change, and how long the window ever stands while it typesets or imports.

python -m tests.performance.preview FOLDER
"""

from __future__ import annotations

import datetime as dt
import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from brm_app.domain.records import Benefit, Person, Project, Reading, Unit
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.page import ComposerPage

DAY = dt.date(2026, 11, 22)
PROJECTS, BENEFITS, ROWS, CHANGES = 43, 6, 20_000, 15
BEAT = 5  # ms between two ticks of the window's clock


class Ticks(QObject):
    """Counts how long the window stood between two ticks, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Counts from now on, and leaves out what the window did in between."""
        self._last = time.perf_counter()
        self._timer.start()

    def pause(self) -> None:
        """Counts no more for now."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def words(self, what: str, aim: int) -> str:
        """What was counted since the last words."""
        found, self.gaps = sorted(self.gaps), []
        p99 = found[int(len(found) * 0.99)]
        return f"{what:66}  p99 {p99:6.1f} ms  longest {found[-1]:6.1f} ms  aim p99 ≤ {aim} ms"


def until(true: Callable[[], bool]) -> None:
    """Lets the window work until something is so."""
    limit = time.monotonic() + 120
    while not true():
        assert time.monotonic() < limit
        QApplication.processEvents()
        time.sleep(0.0005)


def rest() -> None:
    """Lets what is left over end."""
    limit = time.monotonic() + 0.5
    until(lambda: time.monotonic() > limit)


class Composing:
    """A window with the board's pack of a workspace."""

    def __init__(self, app: QApplication, path: Path) -> None:
        from brm_app.app import make_window

        settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
        self.window = make_window(settings)
        self.window.resize(1440, 900)
        self.window.show()
        shown: list[bool] = []
        self.window.shown.connect(lambda: shown.append(True))
        self.window.open_path(path)
        until(lambda: bool(shown))
        gc.freeze()  # as the program does at this point
        self.window.go("composer")
        until(lambda: self.window.findChild(ComposerPage) is not None)
        self.page = self.window.findChild(ComposerPage)
        assert isinstance(self.page, ComposerPage)
        until(self.ready)
        QTest.mouseClick(self.page.switch.button("Board"), Qt.MouseButton.LeftButton)
        until(self.ready)
        rest()

    def ready(self) -> bool:
        """True while the page in view is painted as the workspace says."""
        assert isinstance(self.page, ComposerPage)
        preview = self.page.form.preview
        return bool(self.page.proof and not self.page.form.working.text() and preview.has_picture(preview.page))

    def change(self, ticks: Ticks) -> float:
        """Ticks or unticks the last section; returns the milliseconds until the page is painted again."""
        assert isinstance(self.page, ComposerPage)
        before, lines = self.page.proof, self.page.form.sections
        line = lines.item(lines.count() - 1)
        start = time.perf_counter()
        line.setCheckState(Qt.CheckState(2 - line.checkState().value))
        ticks.begin()  # the saved change is an act of its own, and no typesetting
        until(lambda: self.page.proof is not before and self.ready())  # type: ignore[union-attr]
        taken = (time.perf_counter() - start) * 1000
        ticks.pause()
        rest()
        return taken

    def turn(self) -> float:
        """Turns a page; returns the milliseconds until it is painted."""
        assert isinstance(self.page, ComposerPage)
        start = time.perf_counter()
        QTest.keyClick(self.page.form.preview, Qt.Key.Key_PageDown)
        until(self.ready)
        return (time.perf_counter() - start) * 1000


def median(found: list[float]) -> float:
    return sorted(found)[len(found) // 2]


def row(what: str, found: list[float], aim: int = 0) -> str:
    words = f"{what:66}  median {median(found):4.0f} ms  longest {max(found):6.1f} ms"
    return f"{words}  aim < {aim} ms" if aim else words


def compose(app: QApplication, path: Path, what: str, aim: int = 0) -> list[str]:
    """The figures of the composer over a workspace."""
    composing, ticks = Composing(app, path), Ticks()
    pages = composing.page.proof.typeset.pages  # type: ignore[union-attr]
    composing.change(ticks)
    ticks.gaps.clear()
    changes = [composing.change(ticks) for _ in range(CHANGES)]
    lines = [row(f"{what}, {pages} pages: a change until it is painted", changes, aim)]
    lines.append(row(f"{what}: a page turned", [composing.turn() for _ in range(min(pages - 1, 20))], 100))
    lines.append(ticks.words(f"{what}: the window while it is typeset", 16))
    composing.window.close()
    return lines


def idle() -> str:
    """What the same clock counts while nothing is done: the noise of the machine."""
    ticks = Ticks()
    ticks.begin()
    for _ in range(4):
        rest()
    return ticks.words("nothing done", 16)


def portfolio(path: Path) -> None:
    """A workspace with as many projects as a large department has."""
    workspace = Workspace.create(path, "Health department", rate=4600)
    with workspace.write("Add a portfolio") as batch:
        for number in range(PROJECTS):
            project = Project(name=f"Programme {number + 1}", summary="It replaces what staff do by hand. " * 4)
            batch.add(project)
            for each in range(BENEFITS):
                benefit = Benefit(
                    project=project.id, statement=f"Time to do step {each + 1} of the work", measure="min",
                    source="Time study", evidence="measured",
                )  # fmt: skip
                batch.add(benefit)
                batch.add(Reading(benefit=benefit.id, value=Decimal(10 + each), as_of=DAY))
    workspace.close()


def bring_in(folder: Path) -> str:
    """The window while a long table is read, checked and brought in."""
    from brm_app.ui.ask import Dialogs
    from brm_app.ui.desk import Desk, Runner, Theme
    from brm_app.ui.importing.dialog import ImportDialog

    table = folder / "people.csv"
    lines = (f"Person {n},Unit {n % 50},p{n}@example.org" for n in range(ROWS))
    table.write_text("\n".join(["Name,Unit,Email", *lines]), "utf-8")
    workspace = Workspace.create(folder / "import.brm", "Meridian")
    with workspace.write("Add units") as batch:
        for number in range(50):
            batch.add(Unit(name=f"Unit {number}"))
    window, runner, ticks = QWidget(), Runner(), Ticks()
    dialog = ImportDialog(Desk(workspace, Theme(), Dialogs(window), runner), "people")
    dialog.show()
    rest()
    ticks.begin()
    dialog.read(table)
    until(lambda: dialog.form.go.text().startswith("Import ") and dialog.form.go.isEnabled())
    QTest.mouseClick(dialog.form.go, Qt.MouseButton.LeftButton)
    until(lambda: dialog.counts is not None)
    ticks.pause()
    assert workspace.count(Person) == ROWS
    dialog.accept()
    runner.close()
    workspace.close()
    return ticks.words(f"{ROWS:,} rows read, checked and imported: the window meanwhile", 50)


def report(folder: Path) -> str:
    """The figures, measured in a process of its own."""
    command = [sys.executable, "-m", "tests.performance.preview", str(folder)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.rstrip()


def main(folder: Path) -> int:
    """Measures and prints."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(0.001)  # as the program does
    app = QApplication([])
    sample, many = folder / "sample.brm", folder / "portfolio.brm"
    create(sample, DAY).close()
    portfolio(many)
    lines = [
        idle(),
        *compose(app, sample, "sample", 300),
        *compose(app, many, f"{PROJECTS} projects"),
        bring_in(folder),
    ]
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
