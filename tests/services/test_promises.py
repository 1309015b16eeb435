"""Promises: how their day is said, how they stand, and what keeping, breaking, chasing and deferring make of them."""

import datetime as dt

import pytest

from brm_app.domain.records import Promise
from brm_app.services.promises import break_, chase, defer, due_words, keep, promise_state, standing, standing_spoken

TODAY = dt.date(2026, 11, 19)  # a Thursday


def due_in(days: int) -> Promise:
    return Promise(words="A date for the trial", due=TODAY + dt.timedelta(days))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-365, "12 months late"),
        (-34, "34 days late"),
        (-1, "1 day late"),
        (0, "Today"),
        (1, "Tomorrow"),
        (6, "Wed"),
        (7, "26 Nov"),
        (60, "18 Jan 2027"),
    ],
)
def test_a_due_day_is_said_shortly(days: int, words: str) -> None:
    assert due_words(due_in(days), TODAY) == words


@pytest.mark.parametrize(("days", "words"), [(-1, "1 day late"), (0, "Due today"), (2, "Due Sat"), (7, "Due 26 Nov")])
def test_where_no_heading_says_so_a_day_is_called_due(days: int, words: str) -> None:
    assert standing_spoken(due_in(days), TODAY) == words


def test_a_closed_promise_stands_by_the_day_it_was_closed() -> None:
    kept, broken = keep(due_in(-1), TODAY), break_(due_in(-1), TODAY.replace(year=2025), "No reader fits")
    assert (standing(kept, TODAY), standing_spoken(kept, TODAY)) == ("Kept 19 Nov", "Kept 19 Nov")
    assert standing(broken, TODAY) == "Broken 19 Nov 2025"


@pytest.mark.parametrize(("days", "state"), [(-1, "bad"), (0, "warn"), (1, "")])
def test_an_open_promise_stands_by_its_day(days: int, state: str) -> None:
    assert promise_state(due_in(days), TODAY) == state


def test_a_kept_promise_is_good_and_a_broken_one_says_why() -> None:
    assert promise_state(keep(due_in(-5), TODAY), TODAY) == "good"
    broken = break_(due_in(-5), TODAY, "The vendor went out of business")
    assert (broken.state, broken.closed_on, promise_state(broken, TODAY)) == ("broken", TODAY, "bad")
    assert broken.reason == "The vendor went out of business"


def test_chasing_and_deferring_leave_it_open() -> None:
    promise = defer(chase(due_in(-2), TODAY), TODAY + dt.timedelta(8))
    assert (promise.state, promise.chased_on, due_words(promise, TODAY)) == ("open", TODAY, "27 Nov")
