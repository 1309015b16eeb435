"""A figure says where it comes from, and is young enough to be told."""

import datetime as dt

import pytest

from tests.services.preflight.conftest import Desk


def test_a_figure_with_a_source_passes(desk: Desk) -> None:
    assert desk.told("unsourced") == desk.told("stale") == []


def test_a_figure_without_a_source_blocks_where_sources_are_shown_and_warns_elsewhere(desk: Desk) -> None:
    desk.change("benefit", source=" ")
    title, label = "Figure F1 has no source", "One Sign-on, Time to log in"
    assert desk.told("unsourced") == [("blocker", title, label)]
    assert desk.told("unsourced", audience="Staff") == [("warning", title, label)]
    (found,) = [f for f in desk.findings() if f.kind == "unsourced"]
    assert (found.record, found.field, found.figure) == (f"benefits/{desk.held['benefit'].id}", "source", "F1")
    assert found.section == 0


def test_what_was_only_told_needs_no_source_for_it_prints_as_told(desk: Desk) -> None:
    desk.change("benefit", source="", evidence="told")
    assert desk.told("unsourced") == []


@pytest.mark.parametrize(("days", "stale"), [(30, False), (31, True)])
def test_a_figure_is_stale_the_day_after_its_review_period(desk: Desk, days: int, stale: bool) -> None:
    read = desk.held["reading"].as_of
    told = desk.told("stale", today=read + dt.timedelta(days=days))
    assert (("blocker", "Figure F1 is out of date", "Read 31 days ago, to be read every 30 days") in told) is stale


def test_a_figure_that_nobody_reviews_grows_no_older(desk: Desk) -> None:
    desk.change("benefit", review_days=None)
    assert [told for told in desk.told("stale", today=dt.date(2030, 1, 1)) if "Figure" in told[1]] == []


def test_a_figure_that_nobody_answers_for_is_warned_about_where_owners_are_shown(desk: Desk) -> None:
    desk.change("benefit", owner=None)
    assert desk.told("unowned") == [("warning", "Figure F1 has no owner", "One Sign-on, Time to log in")]
    assert desk.told("unowned", audience="Staff") == []
