"""Logging a check-in, the follow-up from it, and keeping a promise, in the whole window; counts of acts are printed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from brm_app.domain.records import Promise, Touchpoint
from tests.acceptance.hands import Hands


def newest(hands: Hands) -> Touchpoint:
    """The touchpoint that happened last."""
    return hands.workspace.find(Touchpoint, sort="happened_at", descending=True, limit=1)[0]


def log(hands: Hands, line: str) -> int:
    """Logs one line and returns how many acts it took, the typing of the line counted as one."""
    before = hands.workspace.count(Touchpoint)
    hands.keys("Ctrl+L")
    hands.until_seen("logText")
    hands.write(line)
    hands.keys("Ctrl+Return")
    hands.until(lambda: hands.workspace.count(Touchpoint) == before + 1)
    assert not hands.seen("quickLog")
    return 3


def test_a_check_in_is_logged_from_anywhere_and_its_follow_up_costs_nothing_more(at_work: Hands) -> None:
    promised = at_work.workspace.count(Promise)
    plain = log(at_work, "Call Pharmacy: labels jam on every second box :2")
    assert (newest(at_work).kind, newest(at_work).mood) == ("check-in", 2)
    print(f"log a check-in: {plain} acts with the line, ideal 3")
    followed = log(at_work, "Call Pharmacy: still jams, trial date @tomorrow")
    (promise,) = at_work.workspace.find(Promise, equals={"touchpoint": newest(at_work).id})
    assert (promise.words, promise.due) == ("Trial date", dt.date.today() + dt.timedelta(1))
    assert at_work.workspace.count(Promise) == promised + 1
    print(f"follow-up from it: +{followed - plain} acts, ideal +0")
    at_work.keys("Ctrl+Z")
    assert at_work.workspace.count(Promise) == promised


def test_esc_keeps_what_was_typed_and_the_page_gets_its_keys_back(at_work: Hands) -> None:
    at_work.keys("Ctrl+L")
    at_work.write("Call Pharm")
    at_work.keys("Esc")
    assert not at_work.seen("quickLog")
    at_work.keys("Ctrl+L")
    assert at_work.reads("logText") == "Call Pharm"


def test_a_promise_is_kept_with_one_key_and_brought_back_with_one(at_work: Hands) -> None:
    at_work.window.go("promises")
    at_work.until_seen("promisesList")
    assert at_work.find(QWidget, "promisesList").hasFocus()
    opened = len(at_work.workspace.find(Promise, equals={"state": "open"}))
    at_work.keys("K")
    assert len(at_work.workspace.find(Promise, equals={"state": "open"})) == opened - 1
    print("keep a promise: 1 key, ideal 1")
    at_work.keys("Ctrl+Z")
    assert len(at_work.workspace.find(Promise, equals={"state": "open"})) == opened
