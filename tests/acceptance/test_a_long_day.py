"""A long day at the desk: nothing that was closed stays behind. What memory it takes is measured on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from brm_app.ui.page import Page
from tests.acceptance.hands import Hands
from tests.acceptance.resting import left_open, settle, visit_all
from tests.acceptance.wandering import Wanderer

# What the platform without a screen can't do, such as raising a window, is no warning about ours.
SEED = 8


def test_a_long_day_leaves_nothing_behind(at_work: Hands, counted: Callable[[int, int], int]) -> None:
    hands, wanderer = at_work, Wanderer(at_work, SEED)
    visit_all(hands)
    settle(wanderer)
    windows = left_open()
    for _ in range(counted(150, 2_000)):
        wanderer.step()
    settle(wanderer)
    visit_all(hands)
    settle(wanderer)
    pages = Counter(type(page).__name__ for page in hands.window.findChildren(Page))
    assert left_open() <= windows
    assert max(pages.values()) == 1, f"pages were made twice: {pages}"
    wanderer.go_home()
