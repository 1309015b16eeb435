"""One line, read as a person means it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.services.quicklog.names import Names, named
from brm_app.services.quicklog.parsing import Parsed, parse

TODAY = dt.date(2026, 11, 19)  # a Thursday
NAMES = Names(
    [
        *named("units", "pharmacy", "Pharmacy"),
        *named("units", "4a", "Ward 4A"),
        *named("units", "4b", "Ward 4B"),
        *named("units", "surgery", "Surgery & Theatres"),
        *named("people", "ann", "Ann Moss", "pharmacy"),
        *named("people", "bea", "Bea Moss", "4a"),
        *named("people", "zoe", "Zoë Élan", "pharmacy"),
        *named("people", "zoe", "Director of Pharmacy", "pharmacy"),
        *named("projects", "labels", "Label Printers"),
    ]
)


def said(text: str) -> Parsed:
    return parse(text, NAMES, TODAY)


def ids(parsed: Parsed, what: str) -> list[tuple[str, ...]]:
    return [span.ids for span in parsed.of(what)]


def test_a_line_says_kind_unit_what_happened_and_the_promise_with_its_day() -> None:
    line = said("Call Pharmacy: labels jam on every second box, trial date @fri")
    assert (line.kind, line.channel, ids(line, "units")) == ("check-in", "Phone", [("pharmacy",)])
    assert (line.summary, line.clause, line.due) == (
        "labels jam on every second box",
        "trial date",
        dt.date(2026, 11, 20),
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Met Ann Moss: fine", "meeting"),
        ("Visit ward 4b, all quiet", "outreach visit"),
        ("tech bar Pharmacy: two tablets", "tech-bar visit"),
        ("Check-in Pharmacy: fine", "check-in"),
        ("Call-back Pharmacy: fine", "call-back"),
        ("service review with Pharmacy: fine", "service review"),
        ("Pharmacy had training", ""),
    ],
)
def test_a_kind_is_known_by_its_word_at_the_beginning(text: str, kind: str) -> None:
    assert said(text).kind == kind


def test_the_longest_name_wins() -> None:
    line = said("Director of Pharmacy: wants it soon")
    assert (ids(line, "people"), ids(line, "units")) == ([("zoe",)], [])


def test_names_are_found_by_their_beginning_without_case_and_accents() -> None:
    assert ids(said("call pharm labels jam"), "units") == [("pharmacy",)]
    assert ids(said("zoe elan says fine"), "people") == [("zoe",)]


def test_an_unclear_name_keeps_all_that_it_could_mean_until_the_unit_says_which() -> None:
    assert ids(said("Met Moss: fine"), "people") == [("ann", "bea")]
    assert ids(said("Met Moss, Pharmacy: fine"), "people") == [("ann",)]
    assert ids(said("Visit ward 4: fine"), "units") == [("4a", "4b")]


def test_names_in_what_happened_are_told_and_stay() -> None:
    line = said("Pharmacy: wants Label Printers soon")
    assert (ids(line, "projects"), line.summary) == ([("labels",)], "wants Label Printers soon")


def test_plain_words_are_no_names() -> None:
    assert said("Visit Pharmacy the printer is dead").summary == "the printer is dead"
    assert said("at 10:30 nobody came").summary == "at 10:30 nobody came"
    assert said("Call Zed Pharmacy: fine").summary == "Zed Pharmacy: fine"


@pytest.mark.parametrize(
    "text", ["Pharmacy :2 labels jam", "Pharmacy labels jam mood 2", "mood: 2 Pharmacy, labels jam"]
)
def test_a_mood_is_a_number_from_one_to_five(text: str) -> None:
    line = said(text)
    assert (line.mood, line.summary) == (2, "labels jam")


def test_a_day_without_words_before_it_promises_what_was_said_last() -> None:
    line = said("Pharmacy: labels jam, @fri")
    assert (line.summary, line.clause) == ("labels jam", "labels jam")


def test_an_address_is_no_day() -> None:
    assert said("wrote to ann@fri.example about it").due is None


PIECES = st.sampled_from(
    "Call Pharmacy : , . @fri @12 dec mood 2 :3 Moss ward 4 Label Printers the – ’ ß İ ﷺ 😀 @ @@ ::: 10:30".split()
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12).map(" ".join))
def test_no_line_is_refused_and_none_of_it_is_lost(text: str) -> None:
    line = parse(text, NAMES, TODAY)
    assert line.text == text
    for span in line.spans:
        assert 0 <= span.start < span.end <= len(text)
    for before, after in zip(line.spans, line.spans[1:], strict=False):
        assert before.end <= after.start
    told = [i for s in line.spans for i in range(s.start, s.end)]
    kept = line.summary + line.clause
    lost = [c for i, c in enumerate(text) if i not in set(told) and c.isalnum() and c not in kept]
    fillers = set("and then but with to of at in the".replace(" ", ""))
    assert not set(lost) - fillers - {c.upper() for c in fillers}


@pytest.mark.parametrize(
    ("line", "words"),
    [("Call Pharmacy: trial @31 feb", "31 feb"), ("reader @2026-13-40", "2026-13-40"), ("reader @99", "99")],
)
def test_what_is_written_as_a_day_and_is_none_is_told(line: str, words: str) -> None:
    assert said(line).no_day == words
    assert said(line).due is None


@pytest.mark.parametrize("line", ["trial @fri", "trial @12 dec", "ask ada@31.example", "trial @Ada", "trial"])
def test_what_is_a_day_or_was_never_meant_as_one_is_not(line: str) -> None:
    assert said(line).no_day == ""
