"""How much memory the window holds after eight hours of scripted use, beside what it held after the first minute.

Eight hours are compressed into 20,000 events, and so the first minute into about 40: a person wanders about, and then
goes through all places and opens what is listed first in each, for in a day every place is used. The minute ends when
what the pages do in the background is done as well; the end of the day is told as it is, and after the same rest.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from brm_app.app import make_window
from brm_app.services.samples import create
from brm_app.ui.composer.preview import Preview
from tests.acceptance.hands import Hands
from tests.acceptance.resting import MINUTE, go_round, resident, settle
from tests.acceptance.wandering import Wanderer
from tests.answers import Answers

SEED = 8
EVENTS = 20_000
TOLD = 2_000  # events between two figures
LIMIT = 1.1
REST, MOST = 20, 120  # seconds for what is done in the background in the first minute, more on a busy machine


def report(folder: Path) -> str:
    """A line for every so many events, and the ratios at the end. It takes about a quarter of an hour."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    create(folder / "day.brm", dt.date.today()).close()
    settings = QSettings(str(folder / "day.ini"), QSettings.Format.IniFormat)
    window = make_window(settings, ask=Answers())
    window.show()
    window.open_path(folder / "day.brm")
    while window.desk is None:
        app.processEvents()
    # The wanderer waits for nothing, so that no bot of pytest is needed.
    hands = Hands(cast(Any, None), window, Answers())
    wanderer = Wanderer(hands, SEED)
    lines = wander(hands, wanderer)
    wanderer.go_home()
    return "\n".join(lines)


def wander(hands: Hands, wanderer: Wanderer) -> list[str]:
    """Wanders for a minute and then for the day; the figures of both."""
    for _ in range(MINUTE // 4):  # the round has about three events a place
        wanderer.step()
    go_round(hands)
    hands.window.go("composer")  # the process that typesets is started, and the pages drawn
    rest(hands)
    first, lines = held(hands, wanderer), []
    for number in range(1, EVENTS + 1):
        wanderer.step()
        if number % TOLD == 0:
            lines.append(f"{number:6,} events: {held(hands, wanderer) >> 20} MB")
    busy = held(hands, wanderer) / first
    hands.window.go("composer")
    rest(hands)
    rested = held(hands, wanderer) / first
    told = f"{busy:.3f} × the first minute's after the last event, {rested:.3f} × after a rest, at most {LIMIT}"
    return [f"first minute: {first >> 20} MB", *lines, told]


def rest(hands: Hands) -> None:
    """Lets the window do what it does in the background."""
    begin = time.monotonic()
    while (gone := time.monotonic() - begin) < REST or (gone < MOST and not drawn(hands)):
        QApplication.processEvents()


def held(hands: Hands, wanderer: Wanderer) -> int:
    """Bytes of memory, always at the same place and with nothing open."""
    settle(wanderer)
    hands.window.go("projects")
    settle(wanderer)
    return resident()


def drawn(hands: Hands) -> bool:
    """True once the composer, which is slowest in the background, shows its page."""
    previews = hands.window.findChildren(Preview)
    return all(preview.has_picture(preview.page) for preview in previews)
