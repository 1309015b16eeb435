"""Whatever is done on whatever page can be undone and done again, back to the same content to the letter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from tests.acceptance.hands import Content, Hands, content
from tests.acceptance.wandering import Wanderer

SEED = 20261119


def writes(hands: Hands) -> int:
    """How many writes stand: those done less those undone."""
    with hands.workspace.reading() as connection:
        return int(connection.exec_driver_sql("select count(*) from writes where action = 'do'").scalar() or 0)


def test_every_action_of_a_long_walk_is_undone_and_redone(at_work: Hands, counted: Callable[[int, int], int]) -> None:
    hands, wanderer = at_work, Wanderer(at_work, SEED)
    path = hands.workspace.path
    before, standing, undone = content(path), writes(hands), 0
    for number in range(counted(60, 500)):
        wanderer.step()
        if writes(hands) == standing:
            continue
        told = f"step {number}: {wanderer.did}"
        wanderer.step_aside()
        made, after = writes(hands) - standing, content(path)
        assert take_back(hands, "Ctrl+Z", made) == before, f"undone is not as before, {told}"
        assert take_back(hands, "Ctrl+Shift+Z", made) == after, f"redone is not as after, {told}"
        before, standing, undone = after, writes(hands), undone + made
    hands.answers.worried.clear()  # what could not be saved as it was typed was asked about, and given up
    print(f"{undone} writes were undone and done again")
    assert undone > 0


def take_back(hands: Hands, keys: str, times: int) -> Content:
    """Presses undo or redo; returns what the file then holds."""
    for _ in range(times):
        hands.keys(keys)
        QApplication.processEvents()
    return content(hands.workspace.path)
