"""An approval holds for the proof that it was given for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from brm_app.domain.records import Audience, Benefit, Message, Project, Reading, Record
from brm_app.services.approval import approved, rewritten, submitted
from brm_app.services.proving import approved_text, overtaken, proof_then, states_of
from brm_app.services.workspace import Workspace
from brm_app.storage import history
from brm_app.storage.driver import Fetched, Rows

NOON = dt.datetime(2026, 11, 9, 12, tzinfo=dt.UTC)


class Looking:
    """A connection that notes how SQLite would answer what it is asked."""

    def __init__(self, connection: Rows) -> None:
        self.connection = connection
        self.plans: list[str] = []

    def exec_driver_sql(self, statement: str, parameters: tuple[Any, ...] = (), /) -> Fetched:
        found = self.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
        self.plans.append(found[0][-1])
        return self.connection.exec_driver_sql(statement, parameters)


@attrs.frozen
class Told:
    """A workspace with one approved message and its proof."""

    workspace: Workspace
    benefit: Benefit
    reading: Reading
    message: Message

    def save(self, new: Record, base: Record | None = None) -> None:
        with self.workspace.write("Change") as batch:
            batch.save(new, base=base)

    @property
    def overtaken(self) -> bool:
        return bool(overtaken(self.workspace, self.workspace.find(Message)))


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    workspace = Workspace.create(tmp_path / "w.brm")
    project = Project(name="One Sign-on")
    benefit = Benefit(project=project.id, statement="Time to log in", measure="s", baseline=Decimal(94))
    reading = Reading(benefit=benefit.id, value=Decimal(21), as_of=dt.date(2026, 10, 31))
    audience = workspace.find(Audience)[0].id
    draft = Message(project=project.id, audience=audience, headline="Tap", body="It is quick.", benefit=benefit.id)
    with workspace.write("Draft") as batch:
        for record in (project, benefit, reading, draft):
            batch.add(record)
    message = approved(draft, "Ada", NOON)
    with workspace.write("Approve") as batch:
        batch.save(message, base=draft)
    yield Told(workspace, benefit, reading, message)
    workspace.close()


def test_an_approval_stands_while_the_proof_does(told: Told) -> None:
    assert not told.overtaken
    told.save(attrs.evolve(told.benefit, review_days=30), told.benefit)
    assert not told.overtaken, "how often it is reviewed is no part of the proof"


def test_a_changed_benefit_overtakes_it_and_changing_back_lets_it_stand(told: Told) -> None:
    other = attrs.evolve(told.benefit, baseline=Decimal(90))
    told.save(other, told.benefit)
    assert told.overtaken
    told.save(told.benefit, other)
    assert not told.overtaken


def test_a_newer_reading_overtakes_it_and_an_older_one_does_not(told: Told) -> None:
    told.save(Reading(benefit=told.benefit.id, value=Decimal(60), as_of=dt.date(2026, 3, 31)))
    assert not told.overtaken
    told.save(Reading(benefit=told.benefit.id, value=Decimal(20), as_of=dt.date(2026, 11, 20)))
    assert told.overtaken
    told.workspace.undo()
    assert not told.overtaken


def test_a_deleted_reading_overtakes_it(told: Told) -> None:
    with told.workspace.write("Delete") as batch:
        batch.delete(told.reading)
    assert told.overtaken


def test_approving_again_settles_it(told: Told) -> None:
    told.save(attrs.evolve(told.reading, value=Decimal(19)), told.reading)
    assert told.overtaken
    told.save(approved(told.message, "Ada", NOON + dt.timedelta(days=1)), told.message)
    assert not told.overtaken


def test_a_draft_is_never_overtaken(told: Told) -> None:
    told.save(attrs.evolve(told.message, state="draft", approved_by="", approved_at=None), told.message)
    told.save(attrs.evolve(told.reading, value=Decimal(19)), told.reading)
    assert not told.overtaken


def test_who_shows_a_message_asks_how_it_stands(told: Told) -> None:
    messages = told.workspace.find(Message)
    assert states_of(told.workspace, messages) == {told.message.id: "approved"}
    told.save(attrs.evolve(told.reading, value=Decimal(19)), told.reading)
    assert states_of(told.workspace, messages) == {told.message.id: "approve again"}


def test_a_changed_proof_sends_the_messages_of_every_audience_back(told: Told) -> None:
    board = attrs.evolve(told.message, id="board", audience=told.workspace.find(Audience)[1].id)
    told.save(board)
    told.save(attrs.evolve(told.reading, value=Decimal(19)), told.reading)
    assert set(states_of(told.workspace, told.workspace.find(Message)).values()) == {"approve again"}


def test_the_text_that_was_approved_stands_beside_the_new_one(told: Told) -> None:
    new = rewritten(told.message, attrs.evolve(told.message, body="It is very quick.", headline="Tap it"))
    told.save(new, told.message)
    told.save(submitted(new), new)
    then = approved_text(told.workspace, submitted(new))
    assert then
    assert (then.headline, then.body, then.approved_by) == ("Tap", "It is quick.", "Ada")


def test_a_message_that_nobody_approved_has_no_old_text(told: Told) -> None:
    draft = attrs.evolve(told.message, id="new", state="draft", approved_by="", approved_at=None)
    told.save(draft)
    assert approved_text(told.workspace, draft) is None


def test_the_proof_of_the_approval_stands_beside_the_new_one(told: Told) -> None:
    told.save(attrs.evolve(told.reading, value=Decimal(19)), told.reading)
    then = proof_then(told.workspace, told.message)
    assert then
    assert then.now == Decimal(21)


def test_the_rest_of_the_history_is_not_read_for_it(told: Told) -> None:
    with told.workspace.rows() as connection:
        looking = Looking(connection)
        history.changes_after(looking, 1, ("benefits", "readings"))
    assert "USING INDEX ix_changes_kind_write" in looking.plans[0]
