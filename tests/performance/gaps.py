"""How long the window stands while it imports or typesets, and while a person hurries from page to page.

How long it stands while it opens is measured with the start.

python -m tests.performance.gaps FOLDER
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from brm_app.domain.records import Person, Unit
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui.ask import Dialogs
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.importing.dialog import ImportDialog
from brm_app.ui.window import Window
from tests.performance.preview import DAY, PROJECTS, Composing, portfolio
from tests.performance.stopwatch import print_by_itself, told_by
from tests.performance.ticks import Ticks, rest, until

ROWS, CHANGES, ROUNDS = 20_000, 6, 4
HURRY = 0.2  # seconds that somebody who hurries looks at a page


def idle() -> str:
    """What the clock counts while nothing is done: the noise of the machine."""
    ticks = Ticks()
    ticks.begin()
    rest(2)
    return ticks.words("nothing done", 16)


def typesetting(path: Path, what: str) -> str:
    """The window while the board's pack is typeset again and again."""
    composing, ticks = Composing(path), Ticks()
    composing.change(ticks)
    ticks.clear()
    for _ in range(CHANGES):
        composing.change(ticks)
    composing.window.close()
    return ticks.words(f"{what} typeset {CHANGES} times", 16)


def hurrying(path: Path) -> list[str]:
    """The window while all places are gone through, first when they are made and then again, and all projects."""
    window, ticks = Composing(path).window, Ticks()
    places = [button for button in window.sidebar.buttons.values() if button.isVisible()]

    def round_trip() -> None:
        for button in places:
            act(ticks, partial(QTest.mouseClick, button, Qt.MouseButton.LeftButton))

    round_trip()
    lines = [ticks.words(f"{len(places)} places gone through, some for the first time", 50)]
    for _ in range(ROUNDS):
        round_trip()
    lines.append(ticks.words(f"the same {ROUNDS} times more", 50))
    through_projects(window, ticks)
    lines.append(ticks.words("project after project", 50))
    window.close()
    return lines


def through_projects(window: Window, ticks: Ticks) -> None:
    """Opens each project from the list, and goes back."""
    window.go("projects")
    rest()
    table = window.findChild(QAbstractItemView, "projectsList")
    assert isinstance(table, QAbstractItemView)
    for row in range(table.model().rowCount()):
        table.setCurrentIndex(table.model().index(row, 0))
        act(ticks, lambda: QTest.keyClick(table, Qt.Key.Key_Return))
        act(ticks, lambda: QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier))


def act(ticks: Ticks, does: Callable[[], object]) -> None:
    """Does something, counts how long the window stands, and looks at it for a moment."""
    ticks.begin()
    does()
    rest(HURRY)
    ticks.pause()


def importing(folder: Path) -> str:
    """The window while a long table is read, checked and brought in."""
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
    return ticks.words(f"{ROWS:,} rows read, checked and imported", 50)


def report(folder: Path) -> str:
    """The figures."""
    return told_by("tests.performance.gaps", folder)


def figures(folder: Path) -> Iterator[str]:
    """Line by line, each as soon as it is known."""
    sample, many = folder / "sample.brm", folder / "portfolio.brm"
    create(sample, DAY).close()
    portfolio(many)
    yield idle()
    yield from hurrying(sample)
    yield typesetting(sample, "the sample’s pack")
    yield typesetting(many, f"a pack of {PROJECTS} projects")
    yield importing(folder)


if __name__ == "__main__":
    print_by_itself(figures)
