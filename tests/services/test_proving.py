"""An approval holds for the proof that it was given for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from brm_app.domain.errors import Refused
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


def test_a_reading_given_to_another_benefit_overtakes_it(told: Told) -> None:
    other = attrs.evolve(told.benefit, id="other", statement="Clicks to log in")
    told.save(other)
    moved = attrs.evolve(told.reading, benefit=other.id)
    told.save(moved, told.reading)
    assert told.overtaken
    told.save(told.reading, moved)
    assert not told.overtaken


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


@pytest.mark.parametrize("change", [{"headline": "New"}, {"body": "New"}, {"what_to_do": "New"}, {"benefit": None}])
def test_words_or_a_proof_that_nobody_approved_overtake_it_whoever_wrote_them(
    told: Told, change: dict[str, Any]
) -> None:
    other = attrs.evolve(told.message, **change)
    told.save(other, told.message)
    assert told.overtaken
    told.save(told.message, other)
    assert not told.overtaken, "it says again what was approved"


def test_what_is_no_part_of_the_text_does_not_overtake_it(told: Told) -> None:
    told.save(attrs.evolve(told.message, review_by=dt.date(2027, 1, 1), channel="Huddle"), told.message)
    assert not told.overtaken


def test_a_message_added_as_approved_is_approved_for_what_it_said_then(told: Told) -> None:
    brought = attrs.evolve(told.message, id="brought", approved_by="", approved_at=None)
    told.save(brought)
    assert not told.overtaken
    told.save(attrs.evolve(brought, body="Other."), brought)
    assert told.overtaken


def test_a_deleted_proof_overtakes_it_and_stands_beside_what_is_left(told: Told) -> None:
    with told.workspace.write("Delete") as batch:
        batch.delete(told.benefit)
    assert told.overtaken
    then = proof_then(told.workspace, told.workspace.need(Message, told.message.id))
    assert then
    assert (then.benefit.statement, then.now) == ("Time to log in", Decimal(21))
    told.workspace.undo()
    assert not told.overtaken


def test_another_proof_overtakes_it(told: Told) -> None:
    other = attrs.evolve(told.benefit, id="other", statement="Clicks to log in")
    told.save(other)
    told.save(attrs.evolve(told.message, benefit=other.id), told.message)
    assert told.overtaken
    then = proof_then(told.workspace, told.workspace.need(Message, told.message.id))
    assert then
    assert then.benefit.statement == "Time to log in"


def _as(told: Told, who: str) -> Workspace:
    return Workspace.open(told.workspace.path, who)


def test_a_rewriting_taken_back_after_the_approval_overtakes_it(told: Told) -> None:
    draft = attrs.evolve(told.message, id="new", state="draft", approved_by="", approved_at=None)
    told.save(draft)
    ann, bob = _as(told, "Ann"), _as(told, "Bob")
    new = attrs.evolve(draft, headline="Tap it")
    with ann.write("Rewrite") as batch:
        batch.save(new, base=draft)
    with bob.write("Approve") as batch:
        batch.save(approved(new, "Bob", NOON), base=new)
    assert not told.overtaken
    ann.undo()
    now = told.workspace.need(Message, "new")
    assert (now.headline, now.approved_by) == ("Tap", "Bob")
    assert overtaken(told.workspace, [now]) == {"new"}
    ann.redo()
    assert not told.overtaken
    ann.close()
    bob.close()


def test_an_approval_that_undo_brings_back_is_for_the_text_that_it_was_given_for(told: Told) -> None:
    ann, bob = _as(told, "Ann"), _as(told, "Bob")
    new = rewritten(told.message, attrs.evolve(told.message, headline="Tap it"))
    with ann.write("Rewrite") as batch:
        batch.save(new, base=told.message)
    with bob.write("Rewrite") as batch:
        batch.save(attrs.evolve(new, headline="Tap twice"), base=new)
    ann.undo()
    now = told.workspace.need(Message, told.message.id)
    assert (now.headline, now.state, now.approved_by) == ("Tap twice", "approved", "Ada")
    assert told.overtaken
    ann.close()
    bob.close()


def test_words_saved_into_an_approval_given_meanwhile_overtake_it(told: Told) -> None:
    draft = attrs.evolve(told.message, id="new", state="draft", approved_by="", approved_at=None)
    told.save(draft)
    told.save(approved(draft, "Bob", NOON), draft)
    told.save(attrs.evolve(draft, headline="Tap it"), draft)
    now = told.workspace.need(Message, "new")
    assert (now.headline, now.state) == ("Tap it", "approved")
    assert overtaken(told.workspace, [now]) == {"new"}


def test_nobody_approves_words_that_they_have_not_seen(told: Told) -> None:
    draft = attrs.evolve(told.message, id="new", state="draft", approved_by="", approved_at=None)
    told.save(draft)
    told.save(attrs.evolve(draft, headline="Tap it"), draft)
    with pytest.raises(Refused, match="changed Headline of “Tap it” meanwhile"):
        told.save(approved(draft, "Bob", NOON), draft)
    assert told.workspace.need(Message, "new").state == "draft"


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
