"""Prints how long the main steps take beside the least they could take.

python -m tests.performance [PORTFOLIO]    PORTFOLIO: a folder with business_units.csv, investments.csv, metrics.csv
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.acceptance.portfolio import TABLES
from tests.performance import finding, journeys, lists, preview, starting
from tests.performance.stopwatch import Ratio, compare, process, seconds, table
from tests.performance.writing import ROWS, ManyRows, OneSave


def main(arguments: list[str]) -> int:
    """Measures and prints; returns the exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratios = []
        if arguments:
            ratios.append(three_imports(Path(arguments[0]), folder))
        one, many = OneSave(folder), ManyRows(folder)
        ratios.append(compare(f"save a record, {one.TIMES} times, beside plain SQLite", one.door, one.raw, 2))
        ratios.append(compare(f"{ROWS:,} rows in one write, beside Core", many.door, many.core, 2))
        ratios += starting.measures(folder)
        found = finding.report(folder)
        listed = lists.report(folder)
        composed = preview.report(folder)
        drawn = journeys.report(folder)
    print(table(ratios))
    print(found)
    print(listed)
    print(composed)
    print(drawn)
    return 0


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
