"""Prints how long the main steps take beside the least they could take, and the other figures we promise to keep.

python -m tests.performance [WORD ...]    all of it, or: starting writing lists finding preview gaps journeys
register printing
The word day, which alone is never meant by all of it, takes a quarter of an hour.
A number among the words is one more size of the lists, such as 1000000. A folder that holds business_units.csv,
investments.csv and metrics.csv is imported from the command line and timed as well.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.acceptance.portfolio import TABLES
from tests.performance import day, finding, gaps, journeys, lists, preview, printing, register, starting
from tests.performance.stopwatch import Ratio, compare, process, seconds, table
from tests.performance.writing import ROWS, ManyRows, OneSave


def main(arguments: list[str]) -> int:
    """Measures and prints part by part; returns the exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parts: dict[str, Callable[[Path], str]] = {
        "starting": lambda folder: table(starting.measures(folder)),
        "writing": writing,
        "lists": lambda folder: lists.report(folder, sorted({*lists.SIZES, *sizes})),
        "finding": finding.report,
        "preview": preview.report,
        "gaps": gaps.report,
        "journeys": journeys.report,
        "register": register.report,
        "printing": printing.report,
        "day": day.report,
    }
    sizes = [int(word) for word in arguments if word.isdecimal()]
    portfolios = [word for word in arguments if Path(word).is_dir() and word not in parts]
    if unknown := {*arguments} - {*parts} - {*portfolios} - {*map(str, sizes)}:
        print(f"There is nothing to measure by the name {', '.join(sorted(unknown))}.\n\n{__doc__}", file=sys.stderr)
        return 2
    chosen = [name for name in parts if name in arguments] or (
        [] if portfolios else [name for name in parts if name != "day"]
    )
    for portfolio in portfolios:
        show(portfolio, partial(imports, Path(portfolio)))
    for name in chosen:
        show(name, parts[name])
    return 0


def show(name: str, part: Callable[[Path], str]) -> None:
    """Measures one part in a folder of its own and prints its figures at once, and how long that took."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        figures = part(Path(folder))
        print(f"{name.capitalize()}, measured in {time.perf_counter() - start:.0f} s\n{figures}\n", flush=True)


def writing(folder: Path) -> str:
    """Saving one record and many."""
    one, many = OneSave(folder), ManyRows(folder)
    ratios = [
        compare(f"save a record, {one.TIMES} times, beside plain SQLite", one.door, one.raw, 2),
        compare(f"{ROWS:,} rows in one write, beside Core", many.door, many.core, 2),
    ]
    return table(ratios)


def imports(portfolio: Path, folder: Path) -> str:
    """Three imports as a table."""
    return table([three_imports(portfolio, folder)])


def three_imports(portfolio: Path, folder: Path) -> Ratio:
    """Units, projects and benefits of a real portfolio from the command line, beside the start of SQLAlchemy."""

    def ours() -> float:
        workspace = folder / "portfolio.brm"
        workspace.unlink(missing_ok=True)
        process([sys.executable, "-m", "brm_app", "new", str(workspace)])

        def work() -> None:
            for each in TABLES:
                process(command(workspace, *each))

        return seconds(work)

    def command(workspace: Path, kind: str, file: str, fields: tuple[str, ...]) -> list[str]:
        maps = [word for field in fields for word in ("--map", field)]
        return [sys.executable, "-m", "brm_app", "import", str(workspace), kind, str(portfolio / file), *maps,
                "--key", "code"]  # fmt: skip

    def beside() -> float:
        return seconds(lambda: process([sys.executable, "-c", "import sqlalchemy"]))

    return compare("three imports, beside the start of SQLAlchemy", ours, beside, 20)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
