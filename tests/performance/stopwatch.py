"""Two ways to do the same work, timed turn by turn, the table of their ratios, and figures of a process of its own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import attrs

ROUNDS = 5


@attrs.frozen
class Ratio:
    """Medians in seconds of our way and of the one beside it, and the ratio we aim for at most."""

    what: str
    ours: float
    beside: float
    aim: float

    @property
    def value(self) -> float:
        """Ours in units of the other."""
        return self.ours / self.beside


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(
    what: str, ours: Callable[[], float], beside: Callable[[], float], aim: float, rounds: int = ROUNDS
) -> Ratio:
    """Both in turn, so that a busy moment of the machine strikes both, after one warm-up; each returns its seconds."""
    ours(), beside()
    pairs = [(ours(), beside()) for _ in range(rounds)]
    return Ratio(what, statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), aim)


def process(arguments: Sequence[str]) -> None:
    """Runs a whole process and waits for it."""
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)


def told_by(module: str, folder: Path) -> str:
    """What a part of the harness prints, run in a process of its own: a window leaves its traces in one."""
    command = [sys.executable, "-m", module, str(folder)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.rstrip()


def print_by_itself(lines: Callable[[Path], Iterable[str]]) -> None:
    """Measures and prints, in such a process."""
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(0.001)  # as the program does
    _application = QApplication([])
    for line in lines(Path(sys.argv[1])):
        print(line, flush=True)


def table(ratios: Sequence[Ratio]) -> str:
    """The ratios for reading."""
    width = max(len(r.what) for r in ratios)
    lines = [f"{'':{width}}      ours    beside   ratio     aim"]
    lines += [f"{r.what:{width}}  {r.ours:7.3f}s  {r.beside:7.3f}s  {r.value:6.2f}  ≤ {r.aim:4.1f}" for r in ratios]
    return "\n".join(lines)
