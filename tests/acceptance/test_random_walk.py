"""Whatever is done on whatever page can be undone and done again, back to the same content to the letter."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from brm_app.briefing import typeset
from brm_app.briefing.press import Press
from brm_app.services.samples import create
from brm_app.ui.sidebar import PLACES
from tests.acceptance.errands import ERRANDS
from tests.acceptance.hands import Content, Hands, content
from tests.acceptance.wandering import Wanderer

# What the platform without a screen can't do, such as raising a window, is no warning about ours.
SEED = 20261119


def writes(hands: Hands, action: str = "%") -> int:
    """How many writes there are of this action: do, undo or redo; else of all."""
    with hands.workspace.reading() as connection:
        counted = connection.exec_driver_sql("select count(*) from writes where action like ?", (action,))
        return int(counted.scalar_one())


@pytest.fixture
def at_the_register(hands: Hands, tmp_path: Path) -> Hands:
    """A person with the sample open, of which some briefings were issued."""
    path = tmp_path / "walk.brm"
    create(path, dt.date.today(), Press(typeset)).close()
    hands.window.open_path(path)
    hands.until(lambda: hands.window.desk)
    return hands


def test_every_action_of_a_long_walk_is_undone_and_redone(
    at_the_register: Hands, counted: Callable[[int, int], int]
) -> None:
    hands, wanderer = at_the_register, Wanderer(at_the_register, SEED, errands_too=True)
    wrote: Counter[str] = Counter()
    path = hands.workspace.path
    before, standing, done, undone = content(path), writes(hands), writes(hands, "do"), 0
    for number in range(counted(60, 500)):
        wanderer.step()
        if writes(hands) == standing:
            continue
        if writes(hands) - standing > writes(hands, "do") - done:  # the link in the status bar undoes, too
            before, standing, done = content(path), writes(hands), writes(hands, "do")
            continue
        told, place = f"step {number}: {wanderer.did}", hands.window.page.name if hands.window.page else ""
        wanderer.step_aside()
        made, after = writes(hands, "do") - done, content(path)
        told += f", which wrote {[write.label for write, _ in hands.workspace.history(made)]}"
        assert differences(take_back(hands, "Ctrl+Z", made), before) == [], f"undone is not as before, {told}"
        assert differences(take_back(hands, "Ctrl+Shift+Z", made), after) == [], f"redone is not as after, {told}"
        before, standing, done, undone = after, writes(hands), writes(hands, "do"), undone + made
        wrote[place] += made
    wanderer.go_home()
    print(f"{undone} writes were undone and done again, at {dict(wrote)}; steps at {dict(wanderer.been)}")
    assert undone > counted(0, 80)
    if counted(0, 1):
        assert set(wanderer.been) == {place.name for place in PLACES}
        assert len(set(ERRANDS) - set(wrote)) <= 2  # what an errand finds to do depends on those before


def differences(one: Content, other: Content) -> list[object]:
    """The rows that only one of two contents has."""
    return [(name, set(one[name]) ^ set(other[name])) for name in one if one[name] != other[name]]


def take_back(hands: Hands, keys: str, times: int) -> Content:
    """Presses undo or redo; returns what the file then holds."""
    for _ in range(times):
        hands.keys(keys)
        QApplication.processEvents()
    return content(hands.workspace.path)
