"""Eight hours at the desk, compressed: nothing that was closed stays behind, and the memory stays what it was."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from brm_app.ui.page import Page
from tests.acceptance.hands import Hands
from tests.acceptance.wandering import Wanderer

SEED = 8
DAY = 20_000
MINUTE = DAY // (8 * 60)
GROWN = 1.1


def test_a_long_day_leaves_nothing_behind(at_work: Hands, counted: Callable[[int, int], int]) -> None:
    hands, wanderer = at_work, Wanderer(at_work, SEED)
    visit_all(hands)
    for _ in range(MINUTE):
        wanderer.step()
    settle(wanderer)
    windows, memory = left_open(), resident()
    events = counted(200, DAY)
    for number in range(events):
        wanderer.step()
        if number % 1_000 == 999:
            print(f"{number + 1} events: {resident() >> 20} MB", flush=True)
    settle(wanderer)
    visit_all(hands)
    pages = Counter(type(page).__name__ for page in hands.window.findChildren(Page))
    wanderer.go_home()
    print(f"{events} events: {memory >> 20} MB after the first minute, {resident() >> 20} MB at the end")
    assert left_open() <= windows
    assert max(pages.values()) == 1, f"pages were made twice: {pages}"
    if events == DAY and memory:
        assert resident() <= GROWN * memory


def visit_all(hands: Hands) -> None:
    """Shows every place once, so that all pages are made."""
    for button in hands.window.sidebar.buttons.values():
        hands.click_on(button)
        QApplication.processEvents()


def settle(wanderer: Wanderer) -> None:
    """Closes what is open and lets go of what is to be deleted."""
    wanderer.step_aside()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def left_open() -> set[str]:
    """The kinds of top-level widgets that can be seen."""
    return {type(widget).__name__ for widget in QApplication.topLevelWidgets() if widget.isVisible()}


def resident() -> int:
    """Bytes of memory that the process holds; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if told.exists() else 0
