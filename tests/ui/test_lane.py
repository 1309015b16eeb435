"""A lane does work elsewhere and tells only what is still wanted."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from brm_app.domain.errors import Cancelled, Refused
from brm_app.ui.lane import Job, Lane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    made = Lane("test")
    yield made
    made.close()


def unwanted(error: Refused | Cancelled) -> None:
    raise AssertionError(error)


def test_a_result_comes_back_on_the_thread_of_the_window(qtbot: QtBot, lane: Lane) -> None:
    threads: list[int] = []
    lane.start(
        lambda _job: threading.get_ident(), lambda where: threads.extend([where, threading.get_ident()]), unwanted
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()
    assert not lane.busy


def test_the_result_of_a_replaced_job_is_never_told(qtbot: QtBot, lane: Lane) -> None:
    told: list[str] = []
    began = threading.Event()

    def slow(job: Job) -> str:
        began.set()
        while not job.cancelled():
            pass
        return "old"

    lane.start(slow, told.append, unwanted)
    began.wait(10)
    lane.start(lambda _job: "new", told.append, unwanted)
    qtbot.waitUntil(lambda: told == ["new"])


def test_a_cancelled_job_ends_as_cancelled(qtbot: QtBot, lane: Lane) -> None:
    ends: list[Exception] = []

    def slow(job: Job) -> None:
        while not job.cancelled():
            pass
        raise Cancelled

    lane.start(slow, ends.append, ends.append)
    lane.cancel()
    qtbot.waitUntil(lambda: len(ends) == 1)
    assert isinstance(ends[0], Cancelled)


def test_progress_comes_before_the_result(qtbot: QtBot, lane: Lane) -> None:
    heard: list[object] = []

    def counting(job: Job) -> str:
        job.tell(1)
        job.tell(2)
        return "done"

    lane.start(counting, heard.append, unwanted, heard.append)
    qtbot.waitUntil(lambda: heard == [1, 2, "done"])


def test_a_mistake_of_ours_is_not_swallowed(qtbot: QtBot, lane: Lane) -> None:
    def wrong(_job: Job) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        lane.start(wrong, lambda _result: None, unwanted)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
