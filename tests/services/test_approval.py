"""A message is approved for what it says, and only for that."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

from brm_app.domain.errors import Refused
from brm_app.domain.records import Message
from brm_app.services.approval import approved, returned, rewritten, submitted

AT = dt.datetime(2026, 11, 19, 9, tzinfo=dt.UTC)
WRITTEN = Message(project="p", audience="a", headline="Tap your badge", body="You get 14 minutes back.")


def test_a_message_is_handed_in_and_approved_by_somebody_at_some_time() -> None:
    told = approved(submitted(WRITTEN), "Ada", AT)
    assert submitted(WRITTEN).state == "in review"
    assert (told.state, told.approved_by, told.approved_at) == ("approved", "Ada", AT)


def test_a_message_that_says_nothing_is_not_approved() -> None:
    with pytest.raises(Refused, match="no body"):
        approved(attrs.evolve(WRITTEN, body=" "), "Ada", AT)


def test_a_message_is_returned_with_a_reason_only() -> None:
    with pytest.raises(Refused, match="Say what to mend"):
        returned(WRITTEN, " ")
    back = returned(approved(WRITTEN, "Ada", AT), "Say where")
    assert (back.state, back.reason, back.approved_by, back.approved_at) == ("returned", "Say where", "", None)


@pytest.mark.parametrize("change", [{"headline": "New"}, {"body": "New"}, {"what_to_do": "New"}])
def test_a_changed_text_must_be_approved_again(change: dict[str, Any]) -> None:
    told = approved(WRITTEN, "Ada", AT)
    again = rewritten(told, attrs.evolve(told, **change))
    assert (again.state, again.approved_by, again.approved_at) == ("draft", "", None)


def test_a_review_date_can_change_without_another_approval() -> None:
    told = approved(WRITTEN, "Ada", AT)
    later = attrs.evolve(told, review_by=dt.date(2027, 1, 1))
    assert rewritten(told, later) == later
