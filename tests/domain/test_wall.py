"""An audience sees the fields that are declared for it, and what consent allows."""

from typing import Any

import attrs
import pytest

from brm_app.domain.records import (
    Assignment,
    Audience,
    Benefit,
    Card,
    Message,
    Organisation,
    Person,
    Project,
    Promise,
    Record,
    Touchpoint,
    Unit,
)
from brm_app.domain.wall import Wall

STAFF = Audience(name="Staff", lenses=("time",), marking="For staff", reading_level="plain")
BOARD = Audience(name="Board", lenses=("money", "risk", "quality"))
QUALITY = Audience(name="Quality circle", lenses=("quality",))
PROJECT = Project(name="One Sign-on", why="Waiting", workaround="Ask", permanent_fix="Readers", note="Secret")
TOLD = Message(project=PROJECT.id, audience=STAFF.id, headline="Tap", state="approved", reason="Secret")


def seen(wall: Wall, record: Record) -> Any:
    found = wall.see(record)
    assert found is not None
    return found


def test_a_lens_opens_its_fields_and_internal_ones_stay_shut() -> None:
    for audience, workaround, fix in ((STAFF, "Ask", ""), (BOARD, "", "Readers"), (QUALITY, "", "")):
        project = seen(Wall(audience), PROJECT)
        assert (project.name, project.why, project.note) == ("One Sign-on", "Waiting", "")
        assert (project.workaround, project.permanent_fix) == (workaround, fix)


def test_the_rate_is_for_the_money_lens_only() -> None:
    organisation = Organisation(name="Meridian", hourly_rate=4600)
    assert [seen(Wall(a), organisation).hourly_rate for a in (STAFF, BOARD, QUALITY)] == [None, 4600, None]


def test_the_source_of_a_benefit_is_not_for_staff() -> None:
    benefit = Benefit(statement="Faster", source="Log-in records", code="OS-1", unit_value=100)
    assert [seen(Wall(a), benefit).source for a in (STAFF, BOARD, QUALITY)] == ["", "Log-in records", "Log-in records"]
    assert [seen(Wall(a), benefit).unit_value for a in (STAFF, BOARD, QUALITY)] == [None, 100, None]
    assert seen(Wall(BOARD), benefit).code == ""


def test_an_audience_reads_only_its_own_marking() -> None:
    assert (seen(Wall(STAFF), STAFF).marking, seen(Wall(STAFF), STAFF).reading_level) == ("For staff", "")
    assert seen(Wall(BOARD), STAFF).marking == ""


@pytest.mark.parametrize("record", [Unit(name="Pharmacy"), PROJECT, TOLD, Person(name="Ann", name_consent=True)])
def test_nothing_of_an_internal_record_is_seen(record: Record) -> None:
    assert Wall(STAFF).see(attrs.evolve(record, internal=True)) is None
    assert Wall(STAFF).see(None) is None


@pytest.mark.parametrize("state", ["draft", "in review", "returned"])
def test_only_an_approved_message_reaches_its_audience(state: str) -> None:
    assert seen(Wall(STAFF), TOLD).headline == "Tap"
    assert seen(Wall(STAFF), TOLD).reason == ""
    assert Wall(BOARD).see(TOLD) is None
    assert Wall(STAFF).see(attrs.evolve(TOLD, state=state)) is None


def test_a_promise_is_read_by_those_it_was_made_to() -> None:
    promise = Promise(words="By Friday", message=TOLD.id, reason="Secret")
    draft = attrs.evolve(TOLD, state="draft")
    assert seen(Wall(STAFF, told={TOLD.id: TOLD}), promise).words == "By Friday"
    assert seen(Wall(BOARD, told={TOLD.id: TOLD}), promise).words == ""
    assert seen(Wall(STAFF, told={TOLD.id: draft}), promise).words == ""
    assert seen(Wall(STAFF), attrs.evolve(promise, message=None)).words == ""


def test_words_are_quoted_with_consent_and_the_answer_only_beside_them() -> None:
    said = Touchpoint(quote="Slow", speaker_role="Nurse", our_answer="Fixed", summary="Secret", consent=True)
    assert (seen(Wall(STAFF), said).quote, seen(Wall(STAFF), said).summary) == ("Slow", "")
    for other in (attrs.evolve(said, consent=False), attrs.evolve(said, quote=" ")):
        shown = seen(Wall(STAFF), other)
        assert (shown.quote.strip(), shown.speaker_role, shown.our_answer) == ("", "", "")


def test_a_name_needs_consent_or_the_part_of_a_liaison() -> None:
    person = Person(name="Ann", job_title="Nurse", vip=True, phone="4402")
    shown = seen(Wall(STAFF), person)
    assert (shown.name, shown.job_title, shown.vip, shown.phone) == ("", "Nurse", False, "")
    assert seen(Wall(STAFF), attrs.evolve(person, name_consent=True)).name == "Ann"
    assert seen(Wall(STAFF, liaisons={person.id}), person).name == "Ann"
    assert seen(Wall(STAFF), Assignment(person=person.id, role="Liaison")).role == "Liaison"


def test_cards_of_the_owner_are_not_shown() -> None:
    assert Wall(BOARD).see(Card(stage="s", lane="owner", text="Secret")) is None
    assert seen(Wall(BOARD), Card(stage="s", lane="words", text="Slow")).text == "Slow"


def test_who_does_not_look_at_time_alone_gets_the_sober_look() -> None:
    assert [audience.look for audience in (STAFF, BOARD, QUALITY)] == ["staff", "board", "board"]
