"""What a cell of the coverage matrix says on the day before, of and after each boundary."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from brm_app.domain.records import Message
from brm_app.services.approval import approved as approve
from brm_app.services.approval import returned, rewritten, submitted
from brm_app.services.proving import AGAIN
from tests.services.telling.making import (
    ACUTE,
    BOARD,
    FINANCE,
    PHARMACY,
    STAFF,
    TODAY,
    WARDS,
    WIFI,
    approved,
    cell,
    days,
    matrix,
    state,
    told,
)


def test_nobody_told_and_nothing_written_is_missing() -> None:
    assert state(matrix()) == "missing"
    assert state(matrix(), None, BOARD) == "missing"


def test_a_unit_that_the_project_does_not_concern_has_no_cell() -> None:
    assert state(matrix(), FINANCE) == "does not concern them"


@pytest.mark.parametrize(("age", "said"), [(0, "fresh"), (29, "fresh"), (30, "fresh"), (31, "stale"), (64, "stale")])
def test_what_was_told_is_fresh_within_the_cadence_and_stale_after_it(age: int, said: str) -> None:
    message = approved()
    assert state(matrix(messages=(message,), tellings=(told(message, TODAY - days(age), ACUTE),))) == said


@pytest.mark.parametrize(("age", "said"), [(89, "fresh"), (90, "fresh"), (91, "stale")])
def test_each_audience_has_its_own_cadence(age: int, said: str) -> None:
    message = approved(audience=BOARD)
    assert state(matrix(messages=(message,), tellings=(told(message, TODAY - days(age)),)), None, BOARD) == said


def test_without_a_cadence_what_was_told_stays_fresh() -> None:
    calm = attrs.evolve(STAFF, cadence_days=None)
    message = approved()
    told_long_ago = told(message, TODAY - days(900), ACUTE)
    coverage = matrix(audiences=(calm,), messages=(message,), tellings=(told_long_ago,))
    assert state(coverage) == "fresh"


@pytest.mark.parametrize(("ahead", "said"), [(1, "fresh"), (0, "fresh"), (-1, "stale")])
def test_a_message_is_stale_from_the_day_after_its_review(ahead: int, said: str) -> None:
    message = approved(review_by=TODAY + days(ahead))
    assert state(matrix(messages=(message,), tellings=(told(message, TODAY - days(2), ACUTE),))) == said


@pytest.mark.parametrize(("ahead", "said"), [(1, "fresh"), (0, "fresh"), (-1, "stale")])
def test_what_was_told_before_its_new_text_is_stale_once_its_day_is_over(ahead: int, said: str) -> None:
    message = approved(tell_by=TODAY + days(ahead))
    assert state(matrix(messages=(message,), tellings=(told(message, TODAY - days(20), ACUTE),))) == said
    since = (told(message, TODAY - days(9), ACUTE),)
    assert state(matrix(messages=(message,), tellings=since)) == "fresh", "told since it was approved"


@pytest.mark.parametrize(("ahead", "late"), [(1, False), (0, False), (-1, True)])
def test_an_approved_message_that_nobody_heard_is_missing_and_late_after_its_day(ahead: int, late: bool) -> None:
    message = approved(tell_by=TODAY + days(ahead))
    found = cell(matrix(messages=(message,)), ACUTE)
    assert found
    assert found.state == "missing"
    assert found.until
    assert (found.until < TODAY) is late


def test_a_telling_counts_from_its_own_day_on() -> None:
    message = approved()
    coming = (told(message, TODAY, ACUTE),)
    assert state(matrix(TODAY - days(1), messages=(message,), tellings=coming)) == "missing"
    assert state(matrix(TODAY, messages=(message,), tellings=coming)) == "fresh"
    assert state(matrix(TODAY + days(1), messages=(message,), tellings=coming)) == "fresh"


def test_a_message_waits_until_it_is_approved_and_missing_turns_fresh_when_it_is_told() -> None:
    """The life of one message, day by day."""
    day = dt.datetime(2026, 11, 9, 9, tzinfo=dt.UTC)
    draft = Message(project=WIFI.id, audience=STAFF.id, headline="Signal", body="It works everywhere.")
    asked, back = submitted(draft), returned(submitted(draft), "Say where")
    given = approve(asked, "Ada", day)
    lives = [(draft, "waiting"), (asked, "waiting"), (back, "waiting"), (given, "missing")]
    for message, said in lives:
        found = cell(matrix(day.date(), messages=(message,)), ACUTE)
        assert found
        assert found.state == said
        assert found.first
        assert found.first.standing == message.state
    heard = (told(given, day.date(), ACUTE),)
    assert state(matrix(day.date(), messages=(given,), tellings=heard)) == "fresh"
    new = rewritten(given, attrs.evolve(given, body="It works nearly everywhere."))
    assert state(matrix(day.date() + days(1), messages=(new,), tellings=heard)) == "waiting"


def test_a_changed_proof_asks_for_another_approval_also_where_people_were_told() -> None:
    message = approved()
    coverage = matrix(messages=(message,), tellings=(told(message, TODAY, ACUTE),), states={message.id: AGAIN})
    assert state(coverage) == "approve again"
    assert coverage.counts() == {"waiting": 1, "missing": 1}


def test_a_message_for_one_unit_counts_there_and_that_for_all_everywhere_else() -> None:
    for_all, for_pharmacy = approved(), Message(
        project=WIFI.id, audience=STAFF.id, headline="Scanners", units=(PHARMACY.id,)
    )  # fmt: skip
    coverage = matrix(messages=(for_all, for_pharmacy), tellings=(told(for_all, TODAY),))
    assert (state(coverage, ACUTE), state(coverage, PHARMACY)) == ("fresh", "waiting")


def test_what_people_were_told_is_said_before_what_is_being_written() -> None:
    heard, draft = approved(), Message(project=WIFI.id, audience=STAFF.id, headline="More", state="in review")
    found = cell(matrix(messages=(draft, heard), tellings=(told(heard, TODAY),)), ACUTE)
    assert found
    assert found.state == "fresh"
    assert found.asking
    assert found.asking.message == draft


def test_told_without_a_unit_is_told_to_all_and_the_day_of_the_message_counts_too() -> None:
    message = approved()
    assert state(matrix(messages=(message,), tellings=(told(message, TODAY),))) == "fresh"
    assert state(matrix(messages=(attrs.evolve(message, told_on=TODAY),))) == "fresh"


def test_the_newest_telling_counts_and_that_of_another_unit_does_not() -> None:
    message = approved()
    tellings = (told(message, TODAY - days(40), ACUTE), told(message, TODAY - days(3), ACUTE))
    found = cell(matrix(messages=(message,), tellings=tellings), ACUTE)
    assert found
    assert found.told == TODAY - days(3)
    assert state(matrix(messages=(message,), tellings=(told(message, TODAY, PHARMACY),))) == "missing"


def test_a_unit_below_is_told_for_its_column_and_one_person_for_nobody_else() -> None:
    message = approved()
    assert state(matrix(messages=(message,), tellings=(told(message, TODAY, WARDS),))) == "fresh"
    person = told(message, TODAY, person="p1")
    assert state(matrix(messages=(message,), tellings=(person,))) == "missing"


def test_the_board_is_told_when_anybody_of_it_is() -> None:
    message = approved(audience=BOARD)
    person = told(message, TODAY, person="p1")
    assert state(matrix(messages=(message,), tellings=(person,)), None, BOARD) == "fresh"
