"""Long lists: their first rows, sorting, jumping and filtering in workspaces of ten to a thousand thousand touchpoints.

python -m tests.performance.lists [SIZE ...]    the sizes are 10000 and 100000 unless others are given
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import os
import random
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from brm_app.domain.records import TOUCHPOINT_KINDS, Person, Record, Touchpoint, Unit
from brm_app.services import samples
from brm_app.services.workspace import Order, Workspace
from brm_app.storage import writing
from brm_app.storage.engine import make_engine
from brm_app.storage.slices import slices
from brm_app.ui.ask import Dialogs
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.listing import FIRST
from brm_app.ui.longlist import LongModel
from brm_app.ui.touchpoints import TouchpointsPage
from tests.performance.stopwatch import process, seconds

SIZES = (10_000, 100_000)
ROUNDS = 5
FILTERS = {10_000: 0.015, 100_000: 0.040, 1_000_000: 0.150}  # seconds that 19 of 20 filters may take
START = dt.datetime(2018, 1, 1, tzinfo=dt.UTC)
SPAN = 8 * 365 * 24 * 60  # minutes over which the touchpoints are spread
HEADS = ("When", "Kind", "Unit", "What happened", "Mood")


def vocabulary(chance: random.Random) -> list[str]:
    """Words that nobody speaks, of one to five syllables."""
    return [
        "".join(chance.choice("bcdfghjklmnprstvw") + chance.choice("aeiou") for _ in range(chance.randint(1, 5)))
        for _ in range(5_000)
    ]


def fill(path: Path, size: int) -> list[str]:
    """A workspace with so many touchpoints and no history of them; returns the words in use, the commonest first."""
    chance = random.Random(3)
    words = vocabulary(chance)
    Workspace.create(path, "Meridian").close()
    units = [Unit(name=f"Unit {words[number]}") for number in range(60)]
    people = [Person(name=f"{words[number].title()} {number}") for number in range(400)]
    common = [1 / place for place in range(1, len(words) + 1)]
    happened: Iterator[Record] = (
        Touchpoint(
            happened_at=START + dt.timedelta(minutes=chance.randrange(SPAN)),
            kind=chance.choice(TOUCHPOINT_KINDS),
            unit=chance.choice(units).id,
            people=(chance.choice(people).id,),
            mood=chance.choice((None, 1, 2, 3, 4, 5)),
            summary=" ".join(chance.choices(words, common, k=12)),
        )
        for _ in range(size)
    )
    engine = make_engine(path)
    for part in slices(itertools.chain(units, people, happened), 50_000):
        with engine.execution_options(writing=True).begin() as connection:
            writing.write_rows(connection, part, [], [])
    engine.dispose()
    return words


@attrs.frozen
class Figure:
    """What took how long in a list of one size, and how long it may take."""

    what: str
    size: int
    taken: float
    aim: float


class Lists:
    """The page of touchpoints in a window of its own."""

    def __init__(self, path: Path) -> None:
        self.workspace = Workspace.open(path)
        self._runner = Runner()
        self._desk = Desk(self.workspace, Theme(), Dialogs(None), self._runner)  # type: ignore[arg-type]
        self.page = TouchpointsPage(self._desk)
        self.page.resize(1_200, 800)
        self.page.show()

    def first(self) -> float:
        """Seconds to the first rows on the screen; the rest comes from the worker."""
        self._model()._ids = ()

        def work() -> None:
            self.page.pane.reload()
            self._paint()

        taken = seconds(work)
        self._wait()
        return taken

    def sort(self, column: int) -> float:
        """Seconds from a press on a heading to the rows on the screen, the slower way round."""

        def work(side: Qt.SortOrder) -> float:
            taken = seconds(lambda: self._sorted(column, side))
            self._wait()
            return taken

        return max(map(work, (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)))

    def _sorted(self, column: int, side: Qt.SortOrder) -> None:
        self._model().sort(column, side)
        self._paint()

    def jump(self, share: float) -> float:
        """Seconds to the rows at a place of the scroll bar that was not looked at."""
        bar = self.page.pane.table.verticalScrollBar()
        self._model()._blocks.clear()

        def work() -> None:
            bar.setValue(int(bar.maximum() * share))
            self._paint()

        return seconds(work)

    def close(self) -> None:
        """Ends everything."""
        self.page.close_down()
        self._desk.close()
        self._runner.close()
        self.page.deleteLater()
        self.workspace.close()

    def _model(self) -> LongModel:
        model = self.page.pane.model
        assert isinstance(model, LongModel)
        return model

    def _paint(self) -> None:
        self.page.pane.table.viewport().grab()

    def _wait(self) -> None:
        while not self._model().total()[1] or len(self._model()._ids) < self.workspace.count(Touchpoint):
            QApplication.processEvents()


def middle(work: Callable[[], float]) -> float:
    """The median after a warm-up."""
    work()
    return statistics.median(work() for _ in range(ROUNDS))


def measure(path: Path, size: int, words: Sequence[str]) -> list[Figure]:
    """All figures of one size."""
    lists = Lists(path)
    found = [Figure("first rows", size, middle(lists.first), 0.100)]
    for column, head in enumerate(HEADS):
        found.append(Figure(f"sort by {head.lower()}", size, middle(partial(lists.sort, column)), 0.100))
    for share in (0.37, 1.0):
        where = "to the end" if share == 1 else "into the middle"
        found.append(Figure(f"jump {where}", size, middle(partial(lists.jump, share)), 0.080))
    found.append(Figure("filter as one types, p95", size, filtering(lists.workspace, words), FILTERS.get(size, 0.150)))
    lists.close()
    return found


def filtering(workspace: Workspace, words: Sequence[str]) -> float:
    """The time within which 19 of 20 filters have their first rows: beginnings of words, and two words."""
    chance = random.Random(5)
    order = Order("happened_at", descending=True)
    typed = [chance.choice(words[: chance.choice((50, 500, 5_000))]) for _ in range(200)]
    typed = [w[: chance.randint(1, len(w))] if n % 3 else f"{w} {typed[n - 1][:3]}" for n, w in enumerate(typed)]
    times = [seconds(partial(workspace.listed, Touchpoint, text, order, FIRST)) for text in typed]
    return statistics.quantiles(times, n=20)[-1]


def starting(path: Path) -> float:
    """Seconds of a whole process that opens the window on a workspace and ends once it is shown."""
    return middle(lambda: seconds(lambda: process([sys.executable, "-m", "brm_app", "--quit-when-shown", str(path)])))


def report(folder: Path, sizes: Sequence[int] = SIZES) -> str:
    """Fills, measures and puts it all in a table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    figures: list[Figure] = []
    for size in sizes:
        path = folder / f"{size}.brm"
        figures += measure(path, size, fill(path, size))
    lines = [f"{f'{f.size:,}: {f.what}':44}{1000 * f.taken:9.1f} ms  aim ≤ {1000 * f.aim:.0f} ms" for f in figures]
    first = [f.taken for f in figures if f.what == "first rows"]
    if len(sizes) > 1:
        exponent = math.log(first[-1] / first[0]) / math.log(sizes[-1] / sizes[0])
        lines.append(f"{'first rows grow with the size to the power of':44}{exponent:9.2f}     aim ≤ 0.10")
    sample = folder / "sample.brm"
    samples.create(sample, dt.date(2026, 11, 22))
    ratio = starting(folder / f"{max(sizes)}.brm") / starting(sample)
    lines.append(f"{f'start with {max(sizes):,}, beside the sample':44}{ratio:9.2f}     aim ≤ 1.10")
    app.processEvents()
    return "\n".join(lines)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(report(Path(name), [int(word) for word in sys.argv[1:]] or SIZES))
