"""Whatever is done on whatever page can be undone and done again, back to the same content to the letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.acceptance.hands import Content, Hands, content
from tests.acceptance.wandering import Wanderer

# What the platform without a screen can't do, such as raising a window, is no warning about ours.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
SEED = 20261119


def writes(hands: Hands, action: str = "%") -> int:
    """How many writes there are of this action: do, undo or redo; else of all."""
    with hands.workspace.reading() as connection:
        counted = connection.exec_driver_sql("select count(*) from writes where action like ?", (action,))
        return int(counted.scalar_one())


def test_every_action_of_a_long_walk_is_undone_and_redone(at_work: Hands, counted: Callable[[int, int], int]) -> None:
    hands, wanderer = at_work, Wanderer(at_work, SEED)
    path = hands.workspace.path
    before, standing, done, undone = content(path), writes(hands), writes(hands, "do"), 0
    for number in range(counted(60, 500)):
        wanderer.step()
        if writes(hands) == standing:
            continue
        if writes(hands) - standing > writes(hands, "do") - done:  # the link in the status bar undoes, too
            before, standing, done = content(path), writes(hands), writes(hands, "do")
            continue
        told = f"step {number}: {wanderer.did}"
        wanderer.step_aside()
        made, after = writes(hands, "do") - done, content(path)
        told += f", which wrote {[write.label for write, _ in hands.workspace.history(made)]}"
        assert differences(take_back(hands, "Ctrl+Z", made), before) == [], f"undone is not as before, {told}"
        assert differences(take_back(hands, "Ctrl+Shift+Z", made), after) == [], f"redone is not as after, {told}"
        before, standing, done, undone = after, writes(hands), writes(hands, "do"), undone + made
    wanderer.go_home()
    print(f"{undone} writes were undone and done again")
    assert undone > 0


def differences(one: Content, other: Content) -> list[object]:
    """The rows that only one of two contents has."""
    return [(name, set(one[name]) ^ set(other[name])) for name in one if one[name] != other[name]]


def take_back(hands: Hands, keys: str, times: int) -> Content:
    """Presses undo or redo; returns what the file then holds."""
    for _ in range(times):
        hands.keys(keys)
        QApplication.processEvents()
    return content(hands.workspace.path)
