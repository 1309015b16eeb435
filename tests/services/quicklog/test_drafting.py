"""A draft becomes a touchpoint and a promise; what a person chose by hand goes before what the line says."""

import datetime as dt
import json

import attrs

from brm_app.services.quicklog.drafting import Draft, Entry, fault, read, records
from brm_app.services.quicklog.names import Names, named
from brm_app.services.quicklog.parsing import parse

TODAY = dt.date(2026, 11, 19)
NOW = dt.datetime(2026, 11, 19, 10, 42, tzinfo=dt.UTC)
NAMES = Names(
    [
        *named("units", "pharmacy", "Pharmacy"),
        *named("units", "4a", "Ward 4A"),
        *named("units", "4b", "Ward 4B"),
        *named("people", "ann", "Ann Moss", "pharmacy"),
    ]
)
LINE = "Call Ann Moss: labels jam, trial date @fri"


def stands(draft: Draft) -> Entry:
    return read(draft, parse(draft.text, NAMES, TODAY), NAMES)


def test_a_person_brings_their_unit() -> None:
    assert stands(Draft(text=LINE)).unit == "pharmacy"
    assert stands(Draft(text=LINE, unit="4a")).unit == "4a"
    assert stands(Draft(text=LINE, unit="")).unit == ""


def test_a_chip_goes_before_the_line() -> None:
    entry = stands(Draft(text=LINE, kind="meeting", due="2026-12-01", words="A trial", mood=4, people=()))
    assert (entry.kind, entry.channel, entry.due, entry.promise) == ("meeting", "", dt.date(2026, 12, 1), "A trial")
    assert (entry.mood, entry.people) == (4, ())


def test_what_the_line_says_goes_before_the_page() -> None:
    from_page = Draft(from_unit="4a", from_project="labels")
    assert (stands(from_page).unit, stands(from_page).project) == ("4a", "labels")
    assert stands(attrs.evolve(from_page, text=LINE)).unit == "pharmacy"
    assert stands(attrs.evolve(from_page, unit="")).unit == ""
    assert stands(Draft(from_person="ann")).unit == "pharmacy"
    assert stands(Draft(from_person="ann", text="Visit ward 4b: fine")).people == ()


def test_it_becomes_one_touchpoint_and_one_promise_to_the_person() -> None:
    draft = Draft(text=LINE, mood=2, consent=True, quote="Every second box.", executive_saw=True, planned=False)
    touchpoint, promise = records(draft, stands(draft), NOW, "Director")
    assert (touchpoint.summary, touchpoint.mood, touchpoint.channel) == ("Labels jam", 2, "Phone")
    assert (touchpoint.quote, touchpoint.speaker_role, touchpoint.consent) == ("Every second box.", "Director", True)
    assert (touchpoint.planned, touchpoint.executive_saw) == ("fire-fighting", True)
    assert promise is not None
    assert (promise.words, promise.due, promise.to_whom) == ("Trial date", dt.date(2026, 11, 20), "ann")
    assert promise.touchpoint == touchpoint.id


def test_without_a_day_nothing_is_promised() -> None:
    draft = Draft(text=LINE, due="")
    assert records(draft, stands(draft), NOW, "")[1] is None


def test_words_of_theirs_are_kept_only_with_their_leave() -> None:
    draft = Draft(text=LINE, quote="Do not print this.")
    touchpoint, _ = records(draft, stands(draft), NOW, "Director")
    assert (touchpoint.quote, touchpoint.speaker_role, touchpoint.consent) == ("", "", False)


def test_it_says_what_is_missing() -> None:
    assert fault(Draft(), stands(Draft())).startswith("Nothing is said yet.")
    unclear = Draft(text="Visit ward 4: fine")
    assert fault(unclear, stands(unclear)).startswith("Several units have that name.")
    wordless = Draft(text=LINE, words=" ")
    assert fault(wordless, stands(wordless)).startswith("The promise has no words.")
    assert fault(Draft(text=LINE), stands(Draft(text=LINE))) == ""


def test_a_draft_outlives_its_window() -> None:
    draft = Draft(text=LINE, people=("ann",), mood=3, due="")
    assert Draft.from_plain(json.loads(json.dumps(draft.to_plain()))) == draft
    assert Draft.from_plain(None) is None
    assert Draft.from_plain({"text": "older", "gone": 1}) == Draft(text="older")
