"""Words of the trade are found where they were typed, with a plain word for each."""

import pytest

from brm_app.domain.plainwords import found, replaced
from brm_app.domain.records import Term, Touchpoint
from tests.services.preflight.conftest import APPROVED, Desk


def test_a_word_of_the_glossary_is_told_with_the_field_it_was_typed_into(desk: Desk) -> None:
    desk.put(term=Term(word="uplift", plain="rise"))
    desk.change("project", overall_value="An UPLIFT in log-ins.")
    (told,) = [f for f in desk.findings() if f.kind == "jargon"]
    assert (told.severity, told.title, told.detail) == ("warning", "uplift may not be known", "Say rise")
    assert (told.record, told.field) == (f"projects/{desk.held['project'].id}", "overall_value")
    assert told.fix == ("uplift", "rise")


def test_an_audience_that_knows_the_word_is_not_spared_it(desk: Desk) -> None:
    desk.put(term=Term(word="uplift", plain="rise", known_by=(desk.held["board"].id,)))
    desk.change("project", summary="An uplift in log-ins.")
    assert desk.told("jargon") == []
    assert desk.told("jargon", audience="Staff") == [("warning", "uplift may not be known", "Say rise")]


def test_the_same_field_is_told_once_though_it_is_printed_twice(desk: Desk) -> None:
    desk.put(term=Term(word="log in", plain="sign in"))
    told = [(f.record, f.field) for f in desk.findings() if f.kind == "jargon"]
    assert sorted(told) == sorted(set(told))
    assert (f"benefits/{desk.held['benefit'].id}", "statement") in told


def test_what_somebody_said_stays_as_it_was_said(desk: Desk) -> None:
    desk.put(term=Term(word="SSO", plain="One Sign-on"))
    desk.put(
        said=Touchpoint(
            kind="meeting", happened_at=APPROVED, quote="SSO works.", consent=True, speaker_role="Nurse",
            projects=(desk.held["project"].id,),
        )
    )  # fmt: skip
    assert desk.told("jargon") == []


def test_what_is_not_printed_is_not_told(desk: Desk) -> None:
    desk.put(term=Term(word="uplift", plain="rise"))
    desk.change("project", note="An uplift.", workaround="An uplift.")
    assert desk.told("jargon") == []


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        ("SSO and sso", "SSO", 2),
        ("SSOs", "SSO", 0),
        ("an SSO-card", "sso", 1),
        ("the end\nuser", "End user", 1),
        ("Élan", "elan", 1),
        ("E\u0301lan", "élan", 1),
        ("anything", "…", 0),
    ],
)
def test_a_word_is_found_as_a_whole_word_whatever_its_case(text: str, word: str, count: int) -> None:
    assert len(found(text, word)) == count


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("An uplift. Uplift of 3.", "An rise. Rise of 3."),
        ("Uplift", "Rise"),
        ("uplifting", "uplifting"),
        ("UPLIFT in UPLIFT", "Rise in rise"),
    ],
)
def test_it_is_replaced_and_a_sentence_keeps_its_capital(text: str, made: str) -> None:
    assert replaced(text, "uplift", "rise") == made
