"""Who was given an issue was told what it prints."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from brm_app.domain.records import Message, Telling
from brm_app.services.issuing import tell
from brm_app.services.telling.keeping import KeptCoverage
from brm_app.services.telling.matrix import Coverage
from brm_app.services.workspace import Notice, Workspace
from tests.services.issuing.ready import DAY, fill, issued


@pytest.fixture
def ready(workspace: Workspace) -> Workspace:
    fill(workspace)
    return workspace


def states(workspace: Workspace, today: dt.date = DAY) -> list[str]:
    """The cells of staff and board."""
    return said(KeptCoverage(workspace).read(today, False))


def said(coverage: Coverage) -> list[str]:
    """What the cells of a matrix say."""
    return [cell.state for cell in coverage.cells()]


def test_a_unit_that_was_given_an_issue_was_told_of_its_projects(ready: Workspace) -> None:
    issue = issued(ready)
    assert states(ready) == ["missing", "missing"]
    tell(ready, issue.number, ["Pharmacy"], DAY)
    assert states(ready) == ["fresh", "missing"]
    assert states(ready, DAY - dt.timedelta(days=1)) == ["missing", "missing"]


def test_an_issue_given_to_one_name_tells_the_board_and_no_unit(ready: Workspace) -> None:
    staff, board = issued(ready), issued(ready, "Board")
    for issue in (staff, board):
        tell(ready, issue.number, ["Chair"], DAY)
    assert states(ready) == ["missing", "fresh"]


def test_what_was_approved_after_the_issue_was_not_in_it(ready: Workspace) -> None:
    issue = issued(ready)
    tell(ready, issue.number, ["Pharmacy"], DAY)
    message = next(m for m in ready.find(Message) if m.headline.endswith("Staff"))
    with ready.write("Approve") as batch:
        batch.save(attrs.evolve(message, approved_at=issue.issued_at + dt.timedelta(hours=1)), base=message)
    assert states(ready) == ["missing", "missing"]


def test_the_kept_matrix_hears_of_an_issue_that_was_handed_out_and_taken_back(ready: Workspace) -> None:
    issue, kept = issued(ready), KeptCoverage(ready)
    kept.read(DAY, False)

    def hear(notice: Notice) -> None:
        kept.read_again(notice.touched, DAY, False)

    ready.listen(hear)
    tell(ready, issue.number, ["Pharmacy"], DAY)
    assert kept.coverage
    assert said(kept.coverage) == ["fresh", "missing"]
    ready.undo()
    assert said(kept.coverage) == ["missing", "missing"]
    assert ready.count(Telling) == 0
