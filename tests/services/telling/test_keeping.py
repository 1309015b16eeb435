"""After each write the kept matrix says the same as one that is made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from brm_app.domain.records import Message, Project, Reading, Record, Telling, Unit
from brm_app.services.samples import create
from brm_app.services.telling.cells import MISSING
from brm_app.services.telling.keeping import KeptCoverage
from brm_app.services.telling.matrix import cover, read
from brm_app.services.workspace import Notice, Workspace

TODAY = dt.date(2026, 11, 19)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create(tmp_path / "s.brm", TODAY)
    yield made
    made.close()


class Watching:
    """A matrix that hears of every write, and is held against a new one after each."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace, self.kept = workspace, KeptCoverage(workspace)
        self.kept.read(TODAY, False)
        workspace.listen(self._hear)
        self.heard = 0

    def _hear(self, notice: Notice) -> None:
        self.heard += 1
        found, anew = self.kept.read_again(notice.touched, TODAY, False), cover(read(self.workspace), TODAY)
        assert found == anew

    def save(self, new: Record, base: Record | None = None) -> None:
        """One write."""
        with self.workspace.write("Save") as batch:
            batch.save(new, base=base)


def test_the_life_of_a_message_keeps_the_matrix_right(workspace: Workspace) -> None:
    seen = Watching(workspace)
    hole = next(c for c in cover(read(workspace), TODAY).cells() if c.state == MISSING and not c.said and c.unit)
    assert hole.unit
    draft = Message(
        project=hole.project.id, audience=hole.audience.id, headline="New", body="New.", units=(hole.unit.id,)
    )
    seen.save(draft)
    given = attrs.evolve(draft, state="approved", approved_at=dt.datetime(2026, 11, 18, tzinfo=dt.UTC))
    seen.save(given, draft)
    seen.save(Telling(message=draft.id, unit=hole.unit.id, whom=hole.unit.name, on=TODAY))
    for _ in range(3):
        workspace.undo()
    for _ in range(3):
        workspace.redo()
    with workspace.write("Delete") as batch:
        batch.delete(given)
    workspace.undo()
    assert seen.heard == 11


def test_a_new_unit_project_or_proof_is_read_in_full(workspace: Workspace) -> None:
    seen = Watching(workspace)
    seen.save(Unit(name="New house", headcount=12))
    seen.save(Project(name="Night Bus"))
    benefit = next(m.benefit for m in workspace.find(Message) if m.state == "approved")
    for reading in workspace.find(Reading, equals={"benefit": benefit}):
        seen.save(attrs.evolve(reading, value=(reading.value or Decimal(0)) + 1), reading)
    assert seen.heard >= 3


def test_a_message_that_moves_to_another_project_leaves_its_row(workspace: Workspace) -> None:
    seen = Watching(workspace)
    message, other = workspace.find(Message)[0], workspace.find(Project)[-1]
    seen.save(attrs.evolve(message, project=other.id), message)
    assert seen.heard == 1
