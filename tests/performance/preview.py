"""How soon the composer shows a change, and another page.

python -m tests.performance.preview FOLDER
"""

from __future__ import annotations

import datetime as dt
import gc
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from brm_app.domain.records import Benefit, Project, Reading
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui import opening
from brm_app.ui.composer.page import ComposerPage
from tests.performance.stopwatch import print_by_itself, told_by
from tests.performance.ticks import Ticks, rest, until

DAY = dt.date(2026, 11, 22)
PROJECTS, BENEFITS, CHANGES = 43, 6, 15


class Composing:
    """A window with the board's pack of a workspace."""

    def __init__(self, path: Path) -> None:
        from brm_app.app import make_window

        settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
        self.window = make_window(settings)
        self.window.resize(1440, 900)
        self.window.show()
        shown: list[bool] = []
        self.window.shown.connect(lambda: shown.append(True))
        self.window.open_path(path)
        until(lambda: bool(shown))
        opening.warm("en_US")
        gc.freeze()  # as the program does at this point, both
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

    def change(self, ticks: Ticks | None = None) -> float:
        """Ticks or unticks the last section; returns the milliseconds until the page is painted again."""
        assert isinstance(self.page, ComposerPage)
        before, lines = self.page.proof, self.page.form.sections
        line = lines.item(lines.count() - 1)
        start = time.perf_counter()
        line.setCheckState(Qt.CheckState(2 - line.checkState().value))
        if ticks:
            ticks.begin()  # the saved change is an act of its own, and no typesetting
        until(lambda: self.page.proof is not before and self.ready())  # type: ignore[union-attr]
        taken = (time.perf_counter() - start) * 1000
        if ticks:
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


def compose(path: Path, what: str, aim: int = 0) -> list[str]:
    """The figures of the composer over a workspace."""
    composing = Composing(path)
    pages = composing.page.proof.typeset.pages  # type: ignore[union-attr]
    composing.change()
    changes = [composing.change() for _ in range(CHANGES)]
    lines = [row(f"{what}, {pages} pages: a change until it is painted", changes, aim)]
    lines.append(row(f"{what}: a page turned", [composing.turn() for _ in range(min(pages - 1, 20))], 100))
    composing.window.close()
    return lines


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


def report(folder: Path) -> str:
    """The figures."""
    return told_by("tests.performance.preview", folder)


def figures(folder: Path) -> Iterator[str]:
    """Line by line, each as soon as it is known."""
    sample, many = folder / "sample.brm", folder / "portfolio.brm"
    create(sample, DAY).close()
    portfolio(many)
    yield from compose(sample, "sample", 300)
    yield from compose(many, f"{PROJECTS} projects")


if __name__ == "__main__":
    print_by_itself(figures)
