"""The pages in view are searched for what is behind the wall when nobody types, and only their own search counts."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from types import SimpleNamespace

import attrs
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.findings import BLOCKER, PASSED, WARNING, Finding
from brm_app.domain.records import Audience
from brm_app.ui.composer import walls
from brm_app.ui.composer.walls import Walls
from brm_app.ui.lane import Job

STAFF, BOARD = Audience(name="Staff"), Audience(name="Board")
LEAK = Finding(severity=BLOCKER, kind="wall", title="Leaked")
CLEAN = Finding(severity=PASSED, kind="wall", title="Nothing leaked")
WORD = Finding(severity=WARNING, kind="jargon", title="SSO may not be known")


@attrs.define
class Searcher:
    """Says what the pages hold; a search waits while the gate is shut."""

    pages: dict[str, Finding] = attrs.Factory(dict)
    searched: list[str] = attrs.Factory(list)
    gate: threading.Event = attrs.Factory(threading.Event)

    def search(self, job: Job, proof: str, audience: Audience) -> tuple[Finding, ...]:
        """What is known of these pages. Raises Cancelled, or Refused for pages that are not known."""
        self.searched.append(proof)
        while not self.gate.wait(0.005):
            if job.cancelled():
                raise Cancelled
        if proof not in self.pages:
            raise Refused("It can’t be searched.")
        return (self.pages[proof],)


@pytest.fixture
def searcher() -> Searcher:
    made = Searcher({"leaky": LEAK, "clean": CLEAN})
    made.gate.set()
    return made


@pytest.fixture
def looking(qtbot: QtBot, searcher: Searcher) -> Iterator[Walls]:
    parent = QObject()
    made = Walls(lambda: searcher, parent)  # type: ignore[arg-type,return-value]
    yield made
    made.close()


def after(qtbot: QtBot, looking: Walls, pages: str, audience: Audience = STAFF) -> tuple[Finding, ...]:
    looking.watch(pages, audience)  # type: ignore[arg-type]
    with qtbot.waitSignal(looking.searched):
        looking.now()
    return looking.beside((WORD,))


def test_what_leaked_stands_before_all_else_until_a_search_does_not_find_it(
    qtbot: QtBot, looking: Walls, searcher: Searcher
) -> None:
    assert after(qtbot, looking, "leaky") == (LEAK, WORD)
    with qtbot.waitSignal(looking.searched):  # without a pause
        looking.watch("clean", STAFF)  # type: ignore[arg-type]
        assert looking.beside((WORD,)) == (LEAK, WORD)
    assert looking.beside((WORD,)) == (WORD, CLEAN)
    assert searcher.searched == ["leaky", "clean"]


def test_what_leaked_for_one_audience_is_not_told_of_another(qtbot: QtBot, looking: Walls) -> None:
    after(qtbot, looking, "leaky")
    looking.watch("clean", BOARD)  # type: ignore[arg-type]
    assert looking.beside((WORD,)) == (WORD,)


def test_pages_that_are_made_again_are_not_searched_any_more(qtbot: QtBot, looking: Walls, searcher: Searcher) -> None:
    searcher.gate.clear()
    looking.watch("leaky", STAFF)  # type: ignore[arg-type]
    looking.now()
    qtbot.waitUntil(lambda: searcher.searched == ["leaky"])
    looking.stop()
    searcher.gate.set()
    assert after(qtbot, looking, "clean") == (WORD, CLEAN)


def test_there_is_a_pause_before_a_search(looking: Walls, searcher: Searcher) -> None:
    looking.watch("clean", STAFF)  # type: ignore[arg-type]
    assert looking.pause.isActive()
    assert looking.pause.interval() == walls.PAUSE
    assert searcher.searched == []


def test_after_a_long_search_there_is_a_long_pause(
    qtbot: QtBot, looking: Walls, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = itertools.count(100, 30)  # a search takes half a minute
    monkeypatch.setattr(walls, "time", SimpleNamespace(monotonic=lambda: next(now)))
    after(qtbot, looking, "clean")
    looking.watch("clean", STAFF)  # type: ignore[arg-type]
    assert looking.pause.interval() == 120_000


def test_a_search_that_fails_says_so(qtbot: QtBot, looking: Walls) -> None:
    looking.watch("unknown", STAFF)  # type: ignore[arg-type]
    with qtbot.waitSignal(looking.refused) as told:
        looking.now()
    assert told.args == ["It can’t be searched."]
