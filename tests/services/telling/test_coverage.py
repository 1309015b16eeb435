"""The matrix as a whole: what it counts, and what goes stale next."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from brm_app.domain.records import Audience, Message, Project, Telling, Unit
from brm_app.services.telling.matrix import cover, live_and_coming, read
from brm_app.services.workspace import Workspace
from tests.services.telling.making import (
    ACUTE,
    BOARD,
    PHARMACY,
    STAFF,
    TODAY,
    WIFI,
    approved,
    days,
    matrix,
    rollout,
    told,
)


def test_cells_are_counted_by_state_and_the_legend_adds_up() -> None:
    message, board = approved(), approved(audience=BOARD)
    coverage = matrix(rollouts=(rollout(PHARMACY),), messages=(message, board), tellings=(told(message, TODAY, ACUTE),))
    assert coverage.counts() == {"fresh": 1, "missing": 2}


def test_what_goes_stale_first_comes_first() -> None:
    message, board = approved(), approved(audience=BOARD)
    tellings = (
        told(message, TODAY - days(22), ACUTE),
        told(message, TODAY - days(31), PHARMACY),
        told(board, TODAY - days(65)),
    )
    coverage = matrix(rollouts=(rollout(PHARMACY),), messages=(message, board), tellings=tellings)
    ahead = [(cell.unit.name if cell.unit else "Board", cell.until) for cell in coverage.next_to_go_stale(5)]
    assert ahead == [("Acute Care", TODAY + days(8)), ("Board", TODAY + days(25))]
    assert len(coverage.next_to_go_stale(1)) == 1


@pytest.mark.parametrize("status", ["stopped", "paused"])
def test_a_project_that_is_over_is_not_live_or_coming(status: str) -> None:
    over = attrs.evolve(WIFI, status=status)
    assert live_and_coming([over, Project(name="Sign It", status="planned"), Project(name="New")]) != []
    assert over not in live_and_coming([over, Project(name="Sign It", status="planned")])


def test_the_facts_are_read_from_a_workspace(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "w.brm")
    staff = workspace.find(Audience, equals={"name": "Staff"})[0]
    unit = Unit(name="Pharmacy", headcount=9)
    project, over = Project(name="Labels", unit=unit.id), Project(name="Fax", status="stopped")
    message = Message(project=project.id, audience=staff.id, headline="Labels", state="approved")
    with workspace.write("Make") as batch:
        for record in (unit, project, over, message, Telling(message=message.id, whom="Pharmacy", on=TODAY)):
            batch.add(record)
    coverage = cover(read(workspace), TODAY)
    assert [row.project.name for row in coverage.rows] == ["Labels"]
    assert coverage.rows[0].cells[staff.id, unit.id].state == "fresh"
    assert [row.project.name for row in cover(read(workspace, everything=True), TODAY).rows] == ["Fax", "Labels"]
    workspace.close()


def test_an_audience_that_counts_no_money_is_told_unit_by_unit() -> None:
    nurses = Audience(name="Nurses", lenses=("quality",))
    columns = matrix(audiences=(STAFF, nurses, BOARD)).columns
    assert [(c.audience.name, c.unit and c.unit.name) for c in columns] == [
        ("Staff", "Acute Care"),
        ("Nurses", "Acute Care"),
        ("Board", None),
    ]
