"""Two issues are compared point by point, and only what is different is said."""

from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.domain.changes import CONCERN, FIGURE, MESSAGE, PROJECT, PROMISE, SORTS, Difference, Point, since

TOLD, TODAY = "2026-08-20", "2026-11-19"
SIGN_ON = Point(kind=PROJECT, record="projects/1", title="One Sign-on")
LOG_IN = Point(
    kind=FIGURE, record="benefits/1", title="Log-in", project="projects/1", text="$512 k a year", value=512_000.0,
    unit="USD", better="higher", evidence="measured", on="2026-07-31", number="F1",
)  # fmt: skip
READER = Point(
    kind=PROMISE, record="promises/1", title="A second reader", project="projects/1", on="2026-12-17", state="open"
)
PRINTING = Point(kind=CONCERN, record="concerns/1", title="Printing is slow", on="2026-06-01", state="open")
TAP = Point(kind=MESSAGE, record="messages/1", title="Tap", project="projects/1", state="aa")
EVERY = (SIGN_ON, LOG_IN, READER, PRINTING, TAP)


def compared(before: Iterable[Point], now: Iterable[Point]) -> list[tuple[str, str]]:
    return [(each.sort, each.point.record) for each in since(before, TOLD, now, TODAY)]


def sort_of(was: Point, **now: Any) -> str:
    """The sort of the only difference, or nothing."""
    others = [point for point in EVERY if point.key != was.key]
    found = since([*others, was], TOLD, [*others, attrs.evolve(was, **now)], TODAY)
    assert len(found) <= 1
    return found[0].sort if found else ""


def test_a_newer_reading_rises_or_falls() -> None:
    newer = {"on": "2026-10-31"}
    assert sort_of(LOG_IN, text="$721 k a year", value=721_000.0, **newer) == "rose"
    assert sort_of(LOG_IN, text="$400 k a year", value=400_000.0, **newer) == "fell"
    assert sort_of(LOG_IN, **newer) == ""


def test_another_figure_from_the_same_reading_is_a_correction() -> None:
    assert sort_of(LOG_IN, text="$721 k a year", value=721_000.0) == "corrected"
    assert sort_of(LOG_IN, text="$721 k a year", value=721_000.0, on="2026-06-30") == "corrected"
    assert sort_of(LOG_IN, evidence="told") == "corrected"


def test_a_figure_in_another_unit_is_another_figure_and_not_beside_the_old_value() -> None:
    now = attrs.evolve(LOG_IN, text="14 min a shift", value=14.0, unit="min a shift", on="2026-10-31")
    assert since([SIGN_ON, LOG_IN], TOLD, [SIGN_ON, now], TODAY) == (Difference("new", None, now),)


def test_the_same_figure_in_other_words_or_before_rounding_is_no_change() -> None:
    assert sort_of(LOG_IN, text="512 k$ a year") == ""
    assert sort_of(LOG_IN, value=512_099.0, on="2026-10-31") == ""


def test_a_figure_that_is_no_longer_stated_is_a_correction_while_its_project_is_spoken_of() -> None:
    assert compared(EVERY, [p for p in EVERY if p is not LOG_IN]) == [("corrected", "benefits/1")]
    assert compared(EVERY, [PRINTING]) == []


def test_what_is_better_depends_on_the_figure() -> None:
    jams = attrs.evolve(LOG_IN, better="lower")
    assert Difference("rose", jams, jams).tone == "bad"
    assert Difference("fell", jams, jams).tone == "good"
    assert Difference("rose", LOG_IN, LOG_IN).tone == "good"
    assert Difference("fell", LOG_IN, LOG_IN).tone == "bad"
    assert Difference("broken", READER, READER).tone == "bad"
    assert Difference("new", None, SIGN_ON).tone == ""


@pytest.mark.parametrize(
    ("now", "sort"),
    [
        ({"state": "broken", "closed_on": "2026-11-18"}, "broken"),
        ({"on": "2026-12-24"}, "broken"),  # put off
        ({"on": "2026-11-17"}, "broken"),  # its day was two days ago
        ({"on": TODAY}, ""),
        ({"state": "kept", "closed_on": "2026-11-10"}, ""),
    ],
)
def test_a_promise_is_broken_when_said_so_put_off_or_past_its_day(now: dict[str, Any], sort: str) -> None:
    assert sort_of(READER, **now) == sort


def test_a_promise_that_was_known_to_be_late_or_broken_is_not_told_again() -> None:
    for was in (attrs.evolve(READER, on="2026-08-01"), attrs.evolve(READER, state="broken", closed_on="2026-08-01")):
        assert since([SIGN_ON, was], TOLD, [SIGN_ON, was], TODAY) == ()


def test_a_promise_made_and_broken_since_is_told() -> None:
    made = attrs.evolve(READER, state="broken", closed_on="2026-09-30")
    assert compared([SIGN_ON], [SIGN_ON, made]) == [("broken", "promises/1")]


def test_a_new_project_speaks_for_all_that_belongs_to_it() -> None:
    assert compared([PRINTING], EVERY) == [("new", "projects/1")]


def test_a_new_figure_or_message_of_a_known_project_is_new() -> None:
    assert compared([SIGN_ON, READER], [SIGN_ON, LOG_IN, READER, TAP]) == [("new", "benefits/1"), ("new", "messages/1")]


def test_concerns_are_new_and_closed() -> None:
    closed: dict[str, Any] = {"state": "closed", "closed_on": "2026-10-01"}
    assert sort_of(PRINTING, **closed) == "closed"
    assert compared([], [PRINTING]) == [("new", "concerns/1")]
    assert compared([], [attrs.evolve(PRINTING, **closed)]) == [("closed", "concerns/1")]
    assert compared([], [attrs.evolve(PRINTING, state="closed", closed_on="2026-08-01")]) == []
    assert compared([PRINTING], []) == []
    assert compared([attrs.evolve(PRINTING, **closed)], [PRINTING]) == [("new", "concerns/1")]  # open again


def test_a_message_is_reworded_when_its_text_is_another() -> None:
    assert sort_of(TAP, state="bb") == "reworded"
    assert sort_of(TAP, title="Tap on") == ""


TEXTS = st.sampled_from(["", "a", "b"])
DAYS = st.sampled_from(["", "2026-07-01", TOLD, "2026-10-01", TODAY, "2026-12-01"])
POINTS = st.lists(
    st.builds(
        Point,
        kind=st.sampled_from([FIGURE, PROMISE, PROJECT, CONCERN, MESSAGE]),
        record=st.sampled_from([f"x/{n}" for n in range(4)]),
        title=TEXTS,
        project=st.sampled_from(["", "x/0", "x/1"]),
        text=TEXTS,
        value=st.none() | st.floats(-9, 9),
        unit=TEXTS,
        better=st.sampled_from(["higher", "lower"]),
        evidence=st.sampled_from(["measured", "told"]),
        on=DAYS,
        closed_on=DAYS,
        state=st.sampled_from(["open", "kept", "broken", "closed"]),
    ),
    max_size=8,
    unique_by=lambda point: point.key,
)


@given(POINTS)
def test_nothing_changed_within_a_day(points: list[Point]) -> None:
    assert since(points, TOLD, points, TOLD) == ()


@given(POINTS, POINTS)
def test_each_point_is_told_once_in_the_order_of_sorts_and_what_rose_falls_on_the_way_back(
    before: list[Point], now: list[Point]
) -> None:
    there, back = since(before, TOLD, now, TODAY), since(now, TOLD, before, TODAY)
    assert [SORTS.index(each.sort) for each in there] == sorted(SORTS.index(each.sort) for each in there)
    assert len({each.point.key for each in there}) == len(there)
    assert all(each.before != each.now for each in there if each.point.kind != PROMISE)
    fell = {each.point.key for each in back if each.sort == "fell"}
    assert not {each.point.key for each in there if each.sort == "fell"} & fell
