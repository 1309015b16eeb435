"""A file whose cells hold what we never write is refused in one sentence that says where."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest

from brm_app.domain.errors import Refused
from brm_app.domain.fields import specs
from brm_app.domain.records import RECORDS, Audience, Benefit, Message, Person, Project, Reading, Unit
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway
from tests.keeping import keep

WRONG = (
    ("people", "name", b"\xff\x00"),
    ("units", "internal", "perhaps"),
    ("units", "part_of", b"\x01"),
    ("readings", "value", "many"),
    ("readings", "value", 9e999),
    ("readings", "as_of", "next week"),
    ("readings", "as_of", 20261122),
    ("messages", "approved_at", "2026-13-45 99:00"),
    ("messages", "units", "{not json"),
    ("messages", "units", '{"a": 1}'),
    ("messages", "units", "[1, [2]]"),
    ("messages", "units", "[" * 100_000),
    ("benefits", "population", "everybody"),
)


@pytest.fixture
def shut(workspace: Workspace) -> Path:
    """A closed workspace with a record of each kind that is spoilt."""
    project = Project(name="Sign-on")
    benefit = Benefit(project=project.id, statement="Time to log in")
    audience = workspace.find(Audience)[0]
    reading = Reading(benefit=benefit.id, value=Decimal(3), as_of=dt.date(2026, 11, 2))
    message = Message(project=project.id, audience=audience.id, headline="Tap")
    keep(workspace, project, benefit, Unit(name="Pharmacy"), Person(name="Ann"), reading, message)
    workspace.close()
    return workspace.path


@pytest.mark.parametrize(("table", "field", "value"), WRONG)
def test_a_cell_of_another_type_is_refused_with_its_place(shut: Path, table: str, field: str, value: object) -> None:
    with closing(sqlite3.connect(shut)) as database, database:
        database.execute("PRAGMA foreign_keys=OFF")
        database.execute(f'UPDATE {table} SET "{field}" = ?', (value,))
        ((key,),) = database.execute(f"SELECT id FROM {table}").fetchall()
    place = f"The field “{field}” of {table}/{key} is not as Liaison made it."
    with closing(Workspace.open(shut)) as opened:
        with pytest.raises(Refused) as whole:
            opened.find(RECORDS[table])
        with pytest.raises(Refused) as part, opened.reading() as connection:
            list(gateway.values_of(connection, RECORDS[table], attr(table, field)))
    assert str(whole.value) == str(part.value) == f"{place} Nothing was changed. Restore a backup."


def attr(table: str, field: str) -> str:
    """The name of a field in Python."""
    return next(spec.attr for spec in specs(RECORDS[table]) if spec.name == field)


def test_an_id_that_is_no_text_is_refused(shut: Path) -> None:
    with closing(sqlite3.connect(shut)) as database, database:
        database.execute("UPDATE people SET id = ?", (b"\x00" * 500,))
    with closing(Workspace.open(shut)) as opened, pytest.raises(Refused, match="“id” of people/") as refused:
        opened.find(Person)
    assert len(str(refused.value)) < 200
