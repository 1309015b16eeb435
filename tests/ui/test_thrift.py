"""Memory that was let go of is given back to the system."""

from __future__ import annotations

import sys

import pytest
from pytestqt.qtbot import QtBot

from brm_app.ui import thrift
from tests.acceptance.resting import resident

BLOCK, BLOCKS = 100_000, 400  # bytes of each, too few to be a mapping of its own


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such call")
def test_what_is_free_inside_the_heap_is_given_back() -> None:
    thrift.keep_little()
    blocks = [bytes([number % 256]) * BLOCK for number in range(BLOCKS)]
    last = blocks.pop()  # holds the end of the heap where it is
    full = resident()
    blocks.clear()
    thrift.give_back()
    assert full - resident() > BLOCK * BLOCKS / 2
    assert len(last) == BLOCK


def test_much_that_happens_in_a_short_while_is_one_cause(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[None] = []
    monkeypatch.setattr(thrift, "PAUSE", 1)
    monkeypatch.setattr(thrift, "give_back", lambda: given.append(None))
    frugal = thrift.Thrift()
    for _ in range(3):
        frugal.soon()
    assert given == []
    qtbot.waitUntil(lambda: bool(given))
    frugal.soon()
    qtbot.waitUntil(lambda: len(given) == 2)


def test_where_the_c_library_can_not_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    thrift._function.cache_clear()
    try:
        thrift.keep_little()
        thrift.give_back()
        assert thrift._function("malloc_trim") is None
    finally:
        thrift._function.cache_clear()
