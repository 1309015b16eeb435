"""A project is told only in words that somebody approved and that still hold."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from brm_app.domain.records import Project
from tests.services.preflight.conftest import TODAY, Desk


def test_a_project_whose_message_is_approved_passes(desk: Desk) -> None:
    assert desk.told("unapproved") == []
    assert "Every message is approved" in [f.title for f in desk.findings() if f.severity == "passed"]


@pytest.mark.parametrize(
    ("values", "detail"),
    [
        ({"state": "draft"}, "Still a draft"),
        ({"state": "in review"}, "Finance director must approve it"),
        ({"state": "in review", "approver": None}, "Waits for approval"),
        ({"state": "returned", "reason": "Name\nthe wards"}, "Returned: Name the wards"),
    ],
)
def test_a_message_that_is_not_approved_blocks_and_says_why(desk: Desk, values: dict[str, Any], detail: str) -> None:
    desk.change("message", **{"approved_by": "", "approved_at": None, **values})
    assert desk.told("unapproved") == [("blocker", "One Sign-on message not approved", detail)]
    (found,) = [f for f in desk.findings() if f.kind == "unapproved"]
    assert (found.record, found.field) == (f"messages/{desk.held['message'].id}", "state")


def test_a_message_that_was_never_written_blocks_and_leads_to_its_project(desk: Desk) -> None:
    desk.put(other=Project(name="Label Right"))
    assert desk.told("unapproved") == [
        ("blocker", "Label Right message not approved", "Nothing is written for Board yet")
    ]
    (found,) = [f for f in desk.findings() if f.kind == "unapproved"]
    assert found.record == f"projects/{desk.held['other'].id}"


def test_a_proof_that_was_changed_must_be_approved_again_by_its_name_and_figure(desk: Desk) -> None:
    desk.change("reading", value=Decimal(30))
    assert desk.told("unapproved") == [
        ("blocker", "One Sign-on message not approved", "Finance director must approve $632 k again")
    ]


def test_words_that_were_changed_must_be_approved_again(desk: Desk) -> None:
    desk.change("message", headline="Words nobody approved")
    assert desk.told("unapproved") == [
        ("blocker", "One Sign-on message not approved", "Finance director must approve its words again")
    ]


def test_a_proof_that_was_taken_away_must_be_approved_again(desk: Desk) -> None:
    desk.change("message", benefit=None)
    assert desk.told("unapproved") == [
        ("blocker", "One Sign-on message not approved", "Finance director must approve its proof again")
    ]


def test_a_second_message_in_the_making_does_not_block(desk: Desk) -> None:
    message = desk.held["message"]
    desk.put(second=type(message)(project=message.project, audience=message.audience, headline="More", state="draft"))
    assert desk.told("unapproved") == []


def test_a_message_to_another_audience_is_no_message_to_this_one(desk: Desk) -> None:
    assert desk.told("unapproved", audience="Staff") == [
        ("blocker", "One Sign-on message not approved", "Nothing is written for Staff yet")
    ]


def test_without_project_pages_no_message_is_needed(desk: Desk) -> None:
    from brm_app.domain.records import Briefing

    desk.change("message", state="draft", approved_by="", approved_at=None)
    off = Briefing(title="Money", audience=desk.held["board"].id, sections_off=("projects",))
    assert desk.told("unapproved", briefing=off) == []


def test_a_message_is_stale_from_the_day_after_its_review(desk: Desk) -> None:
    review = desk.held["message"].review_by
    assert desk.told("stale", today=review) == [
        ("blocker", "Figure F1 is out of date", "Read 31 days ago, to be read every 30 days")
    ]
    told = desk.told("stale", today=review + dt.timedelta(days=1))
    assert ("blocker", "One Sign-on message is past its review", "It was to be looked at again by 1 Dec 2026") in told


def test_what_is_internal_is_not_looked_at(desk: Desk) -> None:
    desk.put(secret=Project(name="Secret", internal=True))
    assert desk.told("unapproved", today=TODAY) == []
