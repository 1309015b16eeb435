"""Everything is found by what a person remembers of it, the best first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brm_app.domain.errors import Cancelled
from brm_app.domain.marking import END, START, unmarked
from brm_app.domain.records import (
    Assignment,
    Audience,
    Benefit,
    Briefing,
    Card,
    Concern,
    Decision,
    Journey,
    Message,
    Option,
    Person,
    Persona,
    Project,
    Promise,
    Stage,
    Term,
    Touchpoint,
    Unit,
)
from brm_app.services.finding import Answer, Finder
from brm_app.services.workspace import Workspace
from tests.services.issuing.ready import fill, issued

TODAY = dt.date(2026, 11, 19)
PHARMACY = Unit(name="Pharmacy", kind="division", headcount=212)
DISPENSARY = Unit(name="Dispensary", part_of=PHARMACY.id)
NIAMH = Person(name="Niamh Castellanos", job_title="Liaison", side="IT", phone="ext. 4402")
MATTHIAS = Person(name="Matthias Aderonke", side="IT")
HUGO = Person(name="Hugo Mbatha", job_title="Pharmacy technician", unit=DISPENSARY.id, note="Knows the robot")
LABELS = Project(name="Label Right", status="late", tagline="Labels that come out")
JAMS = Benefit(project=LABELS.id, statement="Label jams a month", evidence="measured", source="Log of the hatch")
NURSE = Persona(name="New nurse")
JOURNEY = Journey(name="First month", persona=NURSE.id)
STAGE = Stage(journey=JOURNEY.id, name="Medicines ordered")
CARD = Card(stage=STAGE.id, lane="words", text="Has anyone told the night hatch?")
VISIT = Touchpoint(
    happened_at=dt.datetime(2026, 11, 5, 11, tzinfo=dt.UTC),
    kind="check-in",
    unit=PHARMACY.id,
    people=(HUGO.id,),
    summary="Labels jam on every second box. " + "Much more was said. " * 20 + "The fridge hums.",
)
TRIAL = Promise(words="A trial date for the printer", to_whom=HUGO.id, touchpoint=VISIT.id, due=dt.date(2026, 11, 27))
QUEUE = Concern(words="The queue is never empty", unit=PHARMACY.id)
WORD = Term(word="uplift", plain="rise")
PRINTING = Assignment(
    person=NIAMH.id, unit=PHARMACY.id, service_area="Printing", role="Liaison", contact="ext. 4402", backup=MATTHIAS.id
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "w.brm", "Meridian")
    board = made.find(Audience)[0]
    told = Message(project=LABELS.id, audience=board.id, headline="Six minutes for each jam", benefit=JAMS.id)
    pack = Briefing(title="Board pack, spring", audience=board.id)
    asked = Decision(ask="Approve the printers", audience=board.id, project=LABELS.id, asked="The board approves B.")
    option = Option(decision=asked.id, name="Match driver and printer")
    with made.write("Fill") as batch:
        for record in (PHARMACY, DISPENSARY, NIAMH, MATTHIAS, HUGO, LABELS, JAMS, NURSE, JOURNEY, STAGE, CARD, VISIT,
                       TRIAL, PRINTING, told, pack, asked, option, QUEUE, WORD):  # fmt: skip
            batch.add(record)
    yield made
    made.close()


@pytest.fixture
def finder(workspace: Workspace) -> Finder:
    return Finder(workspace)


def shown(text: str) -> str:
    return text.replace(START, "[").replace(END, "]")


def first(finder: Finder, typed: str) -> Answer:
    return finder.find(typed, TODAY)[0]


@pytest.mark.parametrize("typed", ["cas", "nia", "castellanos niamh", "ELLAN", "Niámh Cast"])
def test_a_person_is_found_by_any_part_of_the_name(finder: Finder, typed: str) -> None:
    assert (first(finder, typed).kind, first(finder, typed).id) == ("people", NIAMH.id)


def test_the_unit_of_a_person_narrows_the_search_down(finder: Finder) -> None:
    assert first(finder, "mbatha dispensary").id == HUGO.id
    assert first(finder, "dispensary technician").id == HUGO.id
    assert [a.id for a in finder.find("dispensary", TODAY) if a.kind == "people"] == []


def test_a_person_is_told_with_job_and_phone(finder: Finder) -> None:
    found = first(finder, "niamh")
    assert (found.about, found.right) == ("Liaison, ext. 4402", "IT")


def test_two_letters_inside_a_name_find_nobody(finder: Finder) -> None:
    assert [a.id for a in finder.find("el", TODAY) if a.kind == "people"] == []


def test_the_thing_itself_stands_before_what_only_mentions_it(finder: Finder) -> None:
    found = finder.find("pharmacy", TODAY)
    assert [answer.id for answer in found[:2]] == [PHARMACY.id, HUGO.id]
    assert shown(found[1].about) == "[Pharmacy] technician"


@pytest.mark.parametrize(
    ("typed", "section", "title", "place"),
    [
        ("dispens", "units", "[Dispens]ary", "units"),
        ("label right", "projects", "[Label] [Right]", "projects"),
        ("first month", "journeys", "[First] [month]", "journeys"),
        ("medicines", "journeys", "[Medicines] ordered", "journeys"),
        ("night hatch", "journeys", "Has anyone told the [night] [hatch]?", "journeys"),
        ("trial", "promises", "A [trial] date for the printer", "promises"),
        ("six minutes", "messages", "[Six] [minutes] for each jam", "projects"),
        ("jams", "benefits", "Label [jams] a month", "projects"),
        ("second box", "touchpoints", "Labels jam on every [second] [box].", "touchpoints"),
        ("board pack", "briefings", "[Board] [pack], spring", "composer"),
        ("approve the printers", "decisions", "[Approve] [the] [printers]", "decisions"),
        ("board approves", "decisions", "Approve the printers", "decisions"),
        ("match driver", "decisions", "[Match] [driver] and printer", "decisions"),
        ("never empty", "concerns", "The queue is [never] [empty]", "concerns"),
        ("uplift", "terms", "[uplift]", "settings"),
    ],
)
def test_every_kind_is_found_and_opens_somewhere(
    finder: Finder, typed: str, section: str, title: str, place: str
) -> None:
    answer = first(finder, typed)
    assert (answer.section, answer.place) == (section, place)
    assert shown(answer.title).startswith(title)
    assert answer.opens or place == "composer"
    if section in ("messages", "benefits"):
        assert answer.opens.endswith(f":{answer.id}"), "its own place on the page of the project"


def test_a_word_that_the_title_does_not_show_is_shown_in_the_second_line(finder: Finder) -> None:
    assert "[hums]" in shown(first(finder, "hums").about)
    assert shown(first(finder, "robot").about) == "Knows the [robot]"


def test_what_stands_at_the_right_is_the_unit_or_the_day(finder: Finder) -> None:
    assert first(finder, "hugo").right == "Dispensary"
    assert first(finder, "trial").right == dt.date(2026, 11, 27)
    assert first(finder, "six minutes").right == "Label Right"


def test_promises_that_are_open_stand_before_kept_ones(finder: Finder, workspace: Workspace) -> None:
    kept = Promise(words="Trial trial trial", due=TODAY, state="kept")
    with workspace.write("Keep") as batch:
        batch.add(kept)
    assert [answer.id for answer in finder.find("trial", TODAY)] == [TRIAL.id, kept.id]


def test_decisions_that_are_open_stand_before_others_and_say_whose_they_are(
    finder: Finder, workspace: Workspace
) -> None:
    (board, *_) = workspace.find(Audience)
    made = Decision(ask="Printers, printers, printers", audience=board.id, asked="Yes.", state="decided")
    with workspace.write("Ask") as batch:
        batch.add(made)
    open_, decided = (a for a in finder.find("printers", TODAY) if a.kind == "decisions")
    assert decided.id == made.id
    assert open_.about == f"Open, {board.name}, Label Right"


def test_an_issue_is_found_by_its_number_its_title_and_its_audience(tmp_path: Path) -> None:
    made = Workspace.create(tmp_path / "issued.brm", "Meridian")
    fill(made)
    issues = [issued(made), issued(made, "Board"), issued(made)]
    finder = Finder(made)
    found = first(finder, "mer-s-2026-001")
    assert (found.section, found.place, found.opens) == ("issues", "issued", issues[0].number)
    assert unmarked(found.about) == f"Staff, {issues[0].title}"
    assert found.right == issues[0].issued_at
    both = [a.id for a in finder.find("mer s 2026", TODAY) if a.kind == "issues"]
    assert both == [issues[2].number, issues[0].number]
    assert issues[1].number in [a.id for a in finder.find("mer board", TODAY)]
    assert first(finder, issues[0].title).kind in ("issues", "briefings")
    made.close()


def test_a_question_is_answered_with_the_liaison(finder: Finder) -> None:
    answer = first(finder, "who handles printing for the dispensary?")
    assert (answer.section, answer.place, answer.opens) == ("liaisons", "people", NIAMH.id)
    assert shown(answer.title) == "[Niamh Castellanos], Liaison, ext. 4402"
    assert answer.about == "Printing in Pharmacy. Backup: Matthias Aderonke."


def test_a_hole_is_said_and_leads_to_where_someone_is_named(finder: Finder) -> None:
    hole, known = finder.find("who handles payroll for pharmacy", TODAY)[:2]
    assert (hole.title, hole.variant) == ("Nobody answers for payroll in Pharmacy", "hole")
    assert (hole.place, hole.opens) == ("people", f"cover:{PHARMACY.id}")
    assert known.id == NIAMH.id


def test_a_service_area_that_nobody_has_is_a_hole_without_a_unit(finder: Finder) -> None:
    assert first(finder, "who handles payroll").title == "Nobody answers for payroll"
    assert first(finder, "who does hugo speak for").id == HUGO.id


def test_what_changed_is_found_once_it_is_told(finder: Finder, workspace: Workspace) -> None:
    assert first(finder, "hugo").id == HUGO.id
    with workspace.write("Rename") as batch:
        batch.save(attrs.evolve(HUGO, name="Ulrike Mbatha"), base=HUGO)
    finder.forget({"people"})
    assert first(finder, "ulrike").id == HUGO.id
    workspace.undo()
    finder.forget({"people"})
    assert finder.find("ulrike", TODAY) == []


def test_records_are_recalled_in_order_and_without_those_that_are_gone(finder: Finder, workspace: Workspace) -> None:
    spots = [("people", HUGO.id), ("units", "gone"), ("touchpoints", VISIT.id)]
    assert [answer.id for answer in finder.recall(spots)] == [HUGO.id, VISIT.id]


def test_a_search_that_is_no_longer_wanted_ends(finder: Finder) -> None:
    with pytest.raises(Cancelled):
        finder.find("label", TODAY, lambda: True)


@pytest.mark.parametrize(
    "typed",
    ['"', '" OR 1', "*", "NEAR(", "a AND", "-", "\0", "\x02", "\ud800", "😀", "عمر", "x" * 10_000, "%", "_", "'"],
)
def test_signs_are_words_like_others(finder: Finder, typed: str) -> None:
    assert all(START not in unmarked(answer.title) for answer in finder.find(typed, TODAY))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered_without_a_fault(finder: Finder, typed: str) -> None:
    finder.find(typed, TODAY)


def test_nothing_typed_finds_nothing(finder: Finder) -> None:
    assert finder.find("", TODAY) == []
    assert finder.find("   ", TODAY) == []
