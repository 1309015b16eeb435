"""A workspace whose one project is in order for the board, and a way to look it over."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from brm_app.domain.findings import Finding
from brm_app.domain.records import Audience, Benefit, Message, Person, Project, Reading, Record
from brm_app.services.briefs import compose
from brm_app.services.preflight import preflight
from brm_app.services.workspace import Workspace
from tests.keeping import keep

TODAY = dt.date(2026, 11, 19)
APPROVED = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
Look = Callable[..., list[tuple[str, ...]]]


@attrs.define
class Desk:
    """The workspace, and its records by a short name."""

    workspace: Workspace
    held: dict[str, Any]

    def put(self, **records: Record) -> None:
        """Adds records under a name."""
        keep(self.workspace, *records.values())
        self.held |= records

    def change(self, name: str, **values: Any) -> None:
        """Changes a record in a write of its own."""
        old = self.held[name]
        self.held[name] = attrs.evolve(old, **values)
        with self.workspace.write("Change") as batch:
            batch.save(self.held[name], base=old)

    def findings(self, audience: str = "Board", today: dt.date = TODAY, **how: Any) -> tuple[Finding, ...]:
        """What is found for an audience."""
        who = next(a for a in self.workspace.find(Audience) if a.name == audience)
        return preflight(self.workspace, compose(self.workspace, who, as_of=TODAY, **how), who, None, today)

    def told(self, kind: str, **how: Any) -> list[tuple[str, str, str]]:
        """Severity, title and detail of the findings of a kind that are not passed."""
        found = [f for f in self.findings(**how) if f.kind == kind and f.severity != "passed"]
        return [(f.severity, f.title, f.detail) for f in found]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian", rate=4600)
    board = next(a for a in workspace.find(Audience) if a.name == "Board")
    staff = next(a for a in workspace.find(Audience) if a.name == "Staff")
    made = Desk(workspace, {"board": board, "staff": staff})
    director = Person(name="Ann", job_title="Finance director")
    project = Project(name="One Sign-on", summary="Tap a badge.")
    benefit = Benefit(
        project=project.id, statement="Time to log in", measure="s", baseline=Decimal(94), evidence="measured",
        occurrences_per_period=Decimal("11.5"), periods_per_year=Decimal(210), population=640,
        share_counted=Decimal("0.5"), source="Log-in records", review_days=30, owner=director.id,
    )  # fmt: skip
    made.put(director=director, project=project, benefit=benefit)
    made.put(reading=Reading(benefit=benefit.id, value=Decimal(21), as_of=dt.date(2026, 10, 31)))
    made.put(
        message=Message(
            project=project.id, audience=board.id, headline="Wards log in by badge", body="It takes 21 s.",
            benefit=benefit.id, state="approved", approved_by="Ann", approved_at=APPROVED, approver=director.id,
            review_by=dt.date(2026, 12, 1),
        )
    )  # fmt: skip
    yield made
    workspace.close()
