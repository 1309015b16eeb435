"""What a first issue told and today's wall hides is not said again by the next one, and the next one can be issued."""

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from brm_app.domain.changes import Change, Changes
from brm_app.domain.content import Document
from brm_app.domain.freezing import freeze
from brm_app.domain.records import Audience, Benefit, Concern, Message, Project, Promise, Reading, Record
from brm_app.services.briefs import compose
from brm_app.services.workspace import Workspace
from tests.issued import issued
from tests.keeping import keep

AUGUST, NOVEMBER = dt.date(2026, 8, 20), dt.date(2026, 11, 19)
APPROVED, AGAIN = dt.datetime(2026, 8, 1, tzinfo=dt.UTC), dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
SIGN_ON, QUIET = Project(name="One Sign-on"), Project(name="Quietwater")
SICK = Benefit(project=SIGN_ON.id, statement="Sick leaves", measure="count", evidence="measured")
READ = Reading(benefit=SICK.id, value=Decimal(4711), as_of=dt.date(2026, 7, 31))
LOG_IN = Benefit(
    project=SIGN_ON.id, statement="Time to log in", measure="s", baseline=Decimal(94), evidence="measured",
    occurrences_per_period=Decimal("11.5"), periods_per_year=Decimal(210), population=640,
)  # fmt: skip
LOGGED = Reading(benefit=LOG_IN.id, value=Decimal(21), as_of=dt.date(2026, 7, 31))
SPILL = Benefit(project=QUIET.id, statement="Spilled coffee", measure="count", evidence="measured")
SPILT = Reading(benefit=SPILL.id, value=Decimal(5822), as_of=dt.date(2026, 7, 31))
PAIN = Concern(words="The screen weeps", project=SIGN_ON.id, raised_on=dt.date(2026, 7, 1))


@pytest.fixture
def told(workspace: Workspace) -> Workspace:
    """The board was told of two projects in August."""
    board = next(a for a in workspace.find(Audience) if a.name == "Board")
    spoken = Message(
        project=SIGN_ON.id, audience=board.id, headline="Tap Quietwater and go", body="Bodily words", state="approved",
        approved_at=APPROVED,
    )  # fmt: skip
    promise = Promise(words="A reader for Theatre 3", message=spoken.id, due=dt.date(2026, 11, 1))
    keep(workspace, SIGN_ON, QUIET, SICK, READ, LOG_IN, LOGGED, SPILL, SPILT, PAIN, spoken, promise)
    issued(workspace, "Board", AUGUST)
    return workspace


def next_one(workspace: Workspace) -> Document:
    return compose(workspace, "Board", as_of=NOVEMBER)


def lines(content: Document) -> list[str]:
    found = [item for part in content.sections[0].parts if isinstance(part, Changes) for item in part.items]
    return [f"{change.word}: {change.subject} {change.text}" for change in found if isinstance(change, Change)]


def only(workspace: Workspace, cls: type[Record]) -> Record:
    (found,) = workspace.find(cls)
    return found


def test_a_benefit_that_is_internal_now_is_named_by_its_project_alone(told: Workspace) -> None:
    keep(told, attrs.evolve(SICK, internal=True))
    content = next_one(told)
    assert lines(content)[1:] == ["Corrected: A figure of One Sign-on is no longer stated."]
    assert not any(text in freeze(content) for text in ("Sick leaves", "4,711", "4711"))


def test_nothing_of_a_project_that_is_internal_now_is_said(told: Workspace) -> None:
    (spoken,) = told.find(Message)
    reworded = attrs.evolve(spoken, headline="Tap and go", approved_at=AGAIN)
    keep(told, attrs.evolve(QUIET, internal=True), reworded)
    content = next_one(told)
    assert not any(text in freeze(content) for text in ("Quietwater", "Spilled coffee", "5,822"))
    assert "Reworded: One Sign-on. What follows “Tap and go” is said in other words." in lines(content)


@pytest.mark.parametrize("cls", [Message, Promise, Concern])
def test_messages_promises_and_concerns_that_are_internal_now_are_not_said(told: Workspace, cls: type[Record]) -> None:
    record = only(told, cls)
    keep(told, attrs.evolve(record, internal=True))
    text = freeze(next_one(told))
    hidden = record.headline if isinstance(record, Message) else record.words  # type: ignore[attr-defined]
    assert hidden not in text


def test_a_reading_that_is_internal_now_takes_its_value_with_it(told: Workspace) -> None:
    keep(told, attrs.evolve(READ, internal=True))
    assert "Corrected: One Sign-on, Sick leaves is no longer stated." in lines(next_one(told))
    keep(told, Reading(benefit=SICK.id, value=Decimal(50), as_of=dt.date(2026, 7, 1)))
    content = next_one(told)
    assert "Corrected: One Sign-on, Sick leaves. It is 50. Lower is better." in lines(content)
    assert not any(text in freeze(content) for text in ("4,711", "4711"))


def test_what_was_deleted_is_named_by_its_project_alone(told: Workspace) -> None:
    with told.write("Delete") as batch:
        batch.delete(READ)
        batch.delete(SICK)
    content = next_one(told)
    assert "Corrected: A figure of One Sign-on is no longer stated." in lines(content)
    assert not any(text in freeze(content) for text in ("Sick leaves", "4,711", "4711"))


def test_an_audience_that_is_told_time_now_does_not_read_what_it_was_in_money(told: Workspace) -> None:
    board = next(a for a in told.find(Audience) if a.name == "Board")
    keep(told, attrs.evolve(board, lenses=("time",)))
    content = next_one(told)
    assert "New: One Sign-on, Time to log in. 14 min a shift, measured." in lines(content)
    assert "$" not in " ".join(lines(content))
    assert not any(point.text.startswith("$") for point in content.points)
