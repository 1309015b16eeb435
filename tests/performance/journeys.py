"""How long a journey map of many cards takes to show, and how long a frame of panning takes.

python -m tests.performance.journeys
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from brm_app.domain.records import LANES, Card, Journey, Stage
from brm_app.services.journeys import read_map
from brm_app.services.workspace import Workspace
from brm_app.ui.ask import Dialogs
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.journeys.mapview import MapView
from brm_app.ui.theme import dress

FRAMES = 120
SIZES = ((200, 11, 150.0, 16.0), (2_000, 40, 150.0, 33.0))
"""Cards, stages, and the limits, in ms of processor time, of showing them and of a frame (p95)."""
TEXTS = ("Badge and first log-in", "Forms and photo", "Eleven minutes, then told to restart the whole machine", "Call")


def report(folder: Path) -> str:
    """A line for each size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app, dark=False)
    workspace = Workspace.create(folder / "journeys.brm", "Meridian")
    lines = []
    for cards, stages, build_limit, frame_limit in SIZES:
        build, frame = measured(app, workspace, filled(workspace, cards, stages))
        lines.append(
            f"journey of {cards:,} cards: shown in {build:.0f} ms of processor time (≤ {build_limit:.0f}), "
            f"panned at {frame:.1f} ms a frame, p95 (≤ {frame_limit:.0f})"
        )
    workspace.close()
    return "\n".join(lines)


def filled(workspace: Workspace, cards: int, stages: int) -> str:
    """A journey with so many cards, spread over its cells; returns its id."""
    journey = Journey(name=f"Journey of {cards}")
    made = [
        Stage(journey=journey.id, name=f"Stage {n}", order=n, expected=n % 4 - 1, moment_of_truth=n % 5 == 0)
        for n in range(stages)
    ]
    with workspace.write("Make") as batch:
        for record in (journey, *made):
            batch.add(record)
        for n in range(cards):
            lane, stage = LANES[n // stages % len(LANES)], made[n % stages]
            batch.add(Card(stage=stage.id, lane=lane, order=n, text=TEXTS[n % len(TEXTS)]))
    return journey.id


def measured(app: QApplication, workspace: Workspace, journey: str) -> tuple[float, float]:
    """Milliseconds of processor time: to read, lay out and paint the map (median of five), and of a frame (p95)."""
    desk = Desk(workspace, Theme(), Dialogs(None), Runner())  # type: ignore[arg-type]
    view = MapView(desk)
    view.resize(940, 640)
    view.show()
    app.processEvents()
    builds = []
    for _ in range(5):
        view.show_map(None)
        start = time.thread_time()
        view.show_map(read_map(workspace, journey))
        view.viewport().grab()
        builds.append((time.thread_time() - start) * 1000)
    frames = panned(view)
    desk.close()
    view.deleteLater()
    return statistics.median(builds), statistics.quantiles(frames, n=20)[-1]


def panned(view: MapView) -> list[float]:
    """Milliseconds of each whole repaint on the way from one corner to the other."""
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    found = []
    for n in range(FRAMES):
        across.setValue(across.maximum() * n // FRAMES)
        down.setValue(down.maximum() * n // FRAMES)
        start = time.thread_time()
        view.viewport().repaint()
        found.append((time.thread_time() - start) * 1000)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(report(Path(place)))
