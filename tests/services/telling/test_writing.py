"""A message begun in a cell: its likely facts, its headline, and the remarks on its words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from brm_app.domain.errors import Refused
from brm_app.domain.figures import standing
from brm_app.domain.records import Audience, Benefit, Message, Project, Reading, Rollout, Term, Unit
from brm_app.services.telling.cells import Cell
from brm_app.services.telling.hints import hints, words_a_sentence
from brm_app.services.telling.matrix import cover, read
from brm_app.services.telling.writing import apart, begun, headed, told
from brm_app.services.workspace import Workspace
from tests.services.telling.making import STAFF, TODAY, days

BLANK = Message(project="p", audience="a", headline="")


@pytest.mark.parametrize(
    ("typed", "headline", "body"),
    [
        ("Tap your badge. It is quick. It is safe.", "Tap your badge.", "It is quick. It is safe."),
        ("Tap your badge", "Tap your badge", "Tap your badge"),
        ("", "", ""),
    ],
)
def test_the_first_sentence_becomes_the_headline(typed: str, headline: str, body: str) -> None:
    made = headed(attrs.evolve(BLANK, body=typed))
    assert (made.headline, made.body) == (headline, body)


def test_a_typed_headline_stays() -> None:
    assert headed(attrs.evolve(BLANK, headline="Tap", body="One. Two.")).body == "One. Two."


def test_a_very_long_sentence_is_shortened_in_the_headline_and_kept_in_the_body() -> None:
    made = headed(attrs.evolve(BLANK, body="word " * 400))
    assert made.headline.endswith("…")
    assert made.body.startswith("word word")


def hole(workspace: Workspace) -> Cell:
    """The first cell of staff."""
    return next(iter(cover(read(workspace), TODAY).cells()))


def test_a_new_message_has_the_likely_proof_day_and_way(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w.brm")
    unit = Unit(name="Pharmacy")
    project, other = Project(name="Labels", unit=unit.id), Project(name="Zebra", unit=unit.id)
    staff = workspace.find(Audience, equals={"name": "Staff"})[0].id
    jams = Benefit(project=project.id, statement="Jams", measure="count", baseline=Decimal(9))
    wait = attrs.evolve(jams, id="wait", statement="Wait", measure="min", occurrences_per_period=Decimal(3))
    before = Message(project=other.id, audience=staff, headline="Old", units=(unit.id,), channel="Huddle")
    records = [
        unit,
        project,
        other,
        jams,
        wait,
        before,
        Rollout(project=project.id, unit=unit.id, date=TODAY + days(12)),
    ]
    records += [Reading(benefit=b.id, value=Decimal(5), as_of=TODAY) for b in (jams, wait)]
    with workspace.write("Make") as batch:
        for record in records:
            batch.add(record)
    made = begun(workspace, hole(workspace), TODAY)
    assert (made.units, made.benefit, made.tell_by, made.channel) == ((unit.id,), "wait", TODAY + days(5), "Huddle")
    workspace.close()


def test_nobody_is_told_what_nobody_approved(tmp_path: Path) -> None:
    cell = Cell(Project(name="Labels"), STAFF, None)
    with pytest.raises(Refused, match="Approve it first"):
        told(cell, TODAY)


def test_a_message_of_its_own_begins_with_the_words_for_all() -> None:
    unit = Unit(name="Pharmacy")
    general = attrs.evolve(
        BLANK, headline="Tap", body="Quick.", state="approved", approved_by="Ada", approved_at=dt.datetime.now(dt.UTC)
    )
    own = apart(general, unit)
    assert (own.headline, own.units, own.state, own.approved_by) == ("Tap", (unit.id,), "draft", "")
    assert own.id != general.id


def test_words_of_the_trade_are_named_with_the_plain_word() -> None:
    terms = [Term(word="SSO", plain="one log-in"), Term(word="KPI", plain="measure", known_by=(STAFF.id,))]
    said = [(hint.good, hint.words) for hint in hints("SSO and a KPI.", terms, STAFF, None)]
    assert said == [
        (False, "Say one log-in for SSO"),
        (True, "4 words a sentence"),
        (False, "No minutes saved yet. Staff ask for time."),
    ]


def test_the_longest_sentence_is_counted() -> None:
    assert words_a_sentence("One two. One two three! One") == 3
    assert words_a_sentence(" ") == 0


def test_who_counts_in_money_is_not_asked_for_minutes() -> None:
    board = attrs.evolve(STAFF, lenses=("money",))
    assert hints("", [], board, None) == ()
    timed = Benefit(statement="x", measure="min", baseline=Decimal(9), occurrences_per_period=Decimal(1))
    proof = standing(timed, [Reading(benefit=timed.id, value=Decimal(5), as_of=TODAY)], TODAY)
    assert hints("", [], STAFF, proof) == ()
