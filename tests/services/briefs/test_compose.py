"""A briefing is composed from what there is, and says what there is not."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from brm_app.briefing import typeset
from brm_app.domain.content import BeforeNow, Document, EvidenceBar, Facts, Paragraph
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import freeze
from brm_app.domain.records import (
    Audience,
    Benefit,
    Briefing,
    Journey,
    Message,
    Person,
    Project,
    Reading,
    Stage,
    Touchpoint,
    Unit,
)
from brm_app.services.briefs import compose, suggested_briefing
from brm_app.services.workspace import Workspace
from tests.keeping import keep

DAY = dt.date(2026, 10, 31)
ACUTE = Unit(name="Acute Care", code="AC")
WARD = Unit(name="Ward", part_of=ACUTE.id)
PHARMACY = Unit(name="Pharmacy")
SIGN_ON = Project(name="One Sign-on", unit=WARD.id, summary="Tap a badge.", why="Log-ins take long.")
LABELS = Project(name="Label Right", unit=PHARMACY.id, summary="Labels that stick.")
LOG_IN = Benefit(
    project=SIGN_ON.id, statement="Time to log in", measure="s", baseline=Decimal(94), evidence="measured",
    occurrences_per_period=Decimal("11.5"), occurrence_name="log-ins", periods_per_year=Decimal(210), population=640,
    population_name="staff", share_counted=Decimal("0.5"),
)  # fmt: skip
READ = Reading(benefit=LOG_IN.id, value=Decimal(21), as_of=DAY)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "w.brm", "Meridian", rate=4600)
    keep(made, ACUTE, WARD, PHARMACY, SIGN_ON, LABELS, LOG_IN, READ)
    yield made
    made.close()


def audience(workspace: Workspace, name: str) -> Audience:
    return next(a for a in workspace.find(Audience) if a.name == name)


def projects(document: Document) -> list[str]:
    return [section.kicker for section in document.sections if section.kind == "project"]


def parts(document: Document, kind: type) -> list[Any]:
    every = (*document.cover, *(part for section in document.sections for part in section.parts))
    return [part for part in every if isinstance(part, kind)]


def test_units_bring_those_below_them_and_projects_make_the_union(workspace: Workspace) -> None:
    assert projects(compose(workspace, "Staff", as_of=DAY)) == ["Label Right", "One Sign-on"]
    assert projects(compose(workspace, "Staff", units=["acute care"], as_of=DAY)) == ["One Sign-on"]
    assert projects(compose(workspace, "Staff", units=["AC"], projects=["label right"], as_of=DAY)) == [
        "Label Right",
        "One Sign-on",
    ]


def test_names_ignore_case_and_must_be_clear(workspace: Workspace) -> None:
    keep(workspace, Project(name="LABEL RIGHT"))
    assert compose(workspace, "sTAFF", as_of=DAY).meta.audience == "Staff"
    with pytest.raises(Refused, match="No audience is called “Everyone”"):
        compose(workspace, "Everyone", as_of=DAY)
    with pytest.raises(Refused, match="2 projects are called “label right”"):
        compose(workspace, "Staff", projects=["label right"], as_of=DAY)


def test_the_newest_briefing_gives_title_intro_order_and_parts(workspace: Workspace) -> None:
    board = audience(workspace, "Board").id
    keep(workspace, Briefing(title="Old", audience=board))
    newer = Briefing(
        title="It pays", intro="Read on.", audience=board, projects=(SIGN_ON.id, LABELS.id), sections_off=("sources",)
    )
    keep(workspace, newer)
    document = compose(workspace, "Board", as_of=DAY)
    assert (document.meta.title, document.meta.intro) == ("It pays", "Read on.")
    assert projects(document) == ["One Sign-on", "Label Right"]
    assert "sources" not in {section.kind for section in document.sections}
    assert compose(workspace, "Staff", as_of=DAY).meta.title != "It pays"
    other = attrs.evolve(newer, title="On the desk", projects=(LABELS.id,))
    assert projects(compose(workspace, "Board", briefing=other, as_of=DAY)) == ["Label Right"]


def test_a_suggested_briefing_can_be_kept(workspace: Workspace) -> None:
    staff = audience(workspace, "Staff")
    suggested = suggested_briefing(workspace, staff)
    assert compose(workspace, staff, briefing=suggested, as_of=DAY).meta.title == suggested.title
    keep(workspace, suggested)


def test_a_project_without_an_approved_message_says_so_and_shows_its_summary(workspace: Workspace) -> None:
    staff = audience(workspace, "Staff").id
    keep(workspace, Message(project=SIGN_ON.id, audience=staff, headline="Tap and go", state="approved"))
    keep(workspace, Message(project=LABELS.id, audience=staff, headline="Not yet", state="in review"))
    document = compose(workspace, "Staff", as_of=DAY)
    missing = [part.runs[0].text for part in parts(document, Paragraph) if part.role == "missing"]
    assert missing == ["No message for staff has been approved yet."]
    assert "Labels that stick." in freeze(document)
    assert "Not yet" not in freeze(document)


def test_a_message_whose_proof_changed_is_not_printed_until_it_is_approved_again(workspace: Workspace) -> None:
    facts: dict[str, Any] = {"project": SIGN_ON.id, "audience": audience(workspace, "Staff").id, "benefit": LOG_IN.id}
    at = dt.datetime(2026, 10, 31, 9, tzinfo=dt.UTC)
    told = Message(headline="Tap and go", body="At once.", state="approved", approved_at=at, **facts)
    keep(workspace, told)
    assert "Tap and go" in freeze(compose(workspace, "Staff", as_of=DAY))
    better = attrs.evolve(READ, value=Decimal(20))
    with workspace.write("Read again") as batch:
        batch.save(better, base=READ)
    assert "Tap and go" not in freeze(compose(workspace, "Staff", as_of=DAY))
    with workspace.write("Approve again") as batch:
        batch.save(attrs.evolve(told, approved_at=at + dt.timedelta(days=1)), base=told)
    assert "Tap and go" in freeze(compose(workspace, "Staff", as_of=DAY))


def test_staff_read_minutes_and_the_board_money_of_one_benefit(workspace: Workspace) -> None:
    staff, board = compose(workspace, "Staff", as_of=DAY), compose(workspace, "Board", as_of=DAY)
    assert [part.big for part in parts(staff, BeforeNow)] == ["14 min"]
    assert [figure.text for figure in staff.figures] == ["14 min a shift"]
    assert "$" not in freeze(staff)
    assert [figure.text for figure in board.figures] == ["$721 k a year"]
    assert [segment.text for bar in parts(board, EvidenceBar) for segment in bar.segments] == ["$721 k measured"]
    assert board.sections[0].title == "$721 k a year is measured"


def test_readings_after_the_day_are_left_out(workspace: Workspace) -> None:
    document = compose(workspace, "Board", as_of=DAY - dt.timedelta(days=1))
    assert document.figures == ()
    assert document.sections[0].title == "One benefit is on record, and none is measured yet"
    assert "not measured yet" in freeze(document)


def test_a_status_that_was_given_later_is_not_told(workspace: Workspace) -> None:
    keep(workspace, attrs.evolve(SIGN_ON, status="on course", status_as_of=DAY))
    told = compose(workspace, "Board", as_of=DAY)
    assert ("Status", "On course, Oct 31") in [fact for facts in parts(told, Facts) for fact in facts.facts]
    for whom in ("Board", "Staff"):
        assert "course" not in freeze(compose(workspace, whom, as_of=DAY - dt.timedelta(days=1)))


def test_a_loss_is_said_to_be_one(workspace: Workspace) -> None:
    keep(workspace, Reading(benefit=LOG_IN.id, value=Decimal(104), as_of=DAY + dt.timedelta(days=1)))
    later = DAY + dt.timedelta(days=2)
    staff, board = compose(workspace, "Staff", as_of=later), compose(workspace, "Board", as_of=later)
    (large,) = parts(staff, BeforeNow)
    assert (large.big, large.caption) == ("1.9 min", "more in every shift")
    assert staff.figures[0].text == "−1.9 min a shift"
    assert board.sections[0].title == "A loss of $98,745 a year is measured".replace("98,745", "99 k")
    assert parts(board, EvidenceBar) == []
    assert ("Measured, a year", "−$99 k") in parts(board, Facts)[0].facts


def test_classes_of_evidence_are_never_added(workspace: Workspace) -> None:
    guess = Benefit(
        project=LABELS.id, statement="Fewer jams", measure="count", baseline=Decimal(300), evidence="estimated",
        periods_per_year=Decimal(12), unit_value=10_000,
    )  # fmt: skip
    keep(workspace, guess, Reading(benefit=guess.id, value=Decimal(100), as_of=DAY))
    document = compose(workspace, "Board", as_of=DAY)
    assert document.sections[0].title == "$721 k a year is measured. $240 k is estimated"
    assert "$961 k" not in freeze(document)


def test_money_for_an_audience_without_that_lens_is_a_statement_only(workspace: Workspace) -> None:
    bill = Benefit(project=LABELS.id, statement="A smaller bill", measure="money", baseline=Decimal(7777))
    keep(workspace, bill, Reading(benefit=bill.id, value=Decimal(5555), as_of=DAY))
    staff = freeze(compose(workspace, "Staff", as_of=DAY))
    assert "A smaller bill" in staff
    assert not any(number in staff for number in ("7777", "7,777", "5555", "5,555"))
    assert "$5,555" in freeze(compose(workspace, "Board", as_of=DAY))


def test_an_audience_of_the_users_gets_the_look_of_its_lenses(workspace: Workspace) -> None:
    keep(workspace, Audience(name="Ward managers", lenses=("time", "quality")), Audience(name="Risk", lenses=("risk",)))
    wards, risk = compose(workspace, "ward managers", as_of=DAY), compose(workspace, "risk", as_of=DAY)
    assert (wards.meta.look, risk.meta.look) == ("staff", "board")
    assert wards.meta.kicker == "IT news for Ward managers, October 2026"
    assert "$" not in freeze(wards) + freeze(risk)
    assert risk.sections[0].title == "One benefit measured, each with its newest reading"


def test_owners_are_shown_by_their_job_and_only_to_the_money_lens(workspace: Workspace) -> None:
    owner = Person(name="Ann Secret", job_title="Director of Nursing")
    keep(workspace, owner, attrs.evolve(SIGN_ON, business_owner=owner.id))
    staff, board = freeze(compose(workspace, "Staff", as_of=DAY)), freeze(compose(workspace, "Board", as_of=DAY))
    assert "Director of Nursing" in board
    assert "Director of Nursing" not in staff
    assert "Ann Secret" not in staff + board


def test_the_day_of_a_touchpoint_is_counted_in_utc(workspace: Workspace) -> None:
    late = dt.datetime(2026, 10, 31, 23, 30, tzinfo=dt.UTC)
    said = Touchpoint(happened_at=late, kind="meeting", quote="Slow", consent=True, our_answer="Fixed")
    keep(workspace, said)
    assert "Slow" in freeze(compose(workspace, "Staff", as_of=DAY))
    assert "Slow" not in freeze(compose(workspace, "Staff", as_of=DAY - dt.timedelta(days=1)))


def test_a_journey_shows_what_was_felt_and_how_often(workspace: Workspace) -> None:
    journey = Journey(name="First month")
    stage = Stage(journey=journey.id, name="First shift", order=1, moment_of_truth=True, expected=1)
    moment = dt.datetime(2026, 10, 1, 9, tzinfo=dt.UTC)
    felt = [Touchpoint(happened_at=moment, kind="call-back", stage=stage.id, mood=mood) for mood in (1, 2)]
    keep(workspace, journey, stage, *felt)
    section = next(s for s in compose(workspace, "Board", as_of=DAY).sections if s.kind == "journey")
    assert section.title == "The moment of truth that we were told about falls short of what is expected"
    assert (section.parts[0].experienced, section.parts[0].counts) == ((-1.5,), (2,))


def test_an_empty_workspace_still_gives_a_briefing(tmp_path: Path) -> None:
    empty = Workspace.create(tmp_path / "empty.brm", "Empty")
    for name in ("Staff", "Board"):
        document = compose(empty, name, as_of=DAY)
        assert document.meta.organisation == "Empty"
        assert any("No project is in the scope" in section.title for section in document.sections)
        assert typeset(document).pages
    empty.close()
