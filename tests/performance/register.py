"""The register: how long it takes to hand out the sample's earlier briefings, and to look through 200 issues."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import attrs

from brm_app.briefing import typeset
from brm_app.briefing.press import Press
from brm_app.domain.records import Benefit, Organisation, Project, Reading
from brm_app.services import samples
from brm_app.services.recalling import recalls
from brm_app.services.workspace import Workspace
from tests.issued import issued
from tests.keeping import keep

ISSUES, BENEFITS = 200, 30
LOOK, SAMPLE = 1.5, 2.5  # seconds of processor that they may take
TODAY = dt.date(2026, 11, 19)


def fill(path: Path) -> Workspace:
    """A workspace whose issues state 30 figures each, all of them with another rate today."""
    workspace = Workspace.create(path, "Meridian", rate=4600)
    project = Project(name="One Sign-on")
    benefits = [
        Benefit(
            project=project.id, statement=f"Proof {number}", measure="s", baseline=Decimal(94), evidence="measured",
            occurrences_per_period=Decimal("11.5"), periods_per_year=Decimal(210), population=640,
        )
        for number in range(BENEFITS)
    ]  # fmt: skip
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=10 * number) for number in range(ISSUES)]
    readings = [
        Reading(benefit=benefit.id, value=Decimal(20) + Decimal(number) / 10, as_of=day)
        for benefit in benefits
        for number, day in enumerate(days)
    ]
    keep(workspace, project, *benefits, *readings)
    for day in days:
        issued(workspace, "Board", day)
    keep(workspace, attrs.evolve(workspace.find(Organisation)[0], hourly_rate=5000))
    return workspace


def taken(work: Callable[[], object]) -> float:
    """Seconds of processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def report(folder: Path) -> str:
    """Both figures beside their aims, the first of each with nothing read before."""
    samples.create(folder / "warm.brm", TODAY, Press(typeset)).close()  # the imports
    made = taken(lambda: samples.create(folder / "sample.brm", TODAY, Press(typeset)).close())
    workspace = fill(folder / "register.brm")
    try:
        first, again = taken(lambda: recalls(workspace)), taken(lambda: recalls(workspace))
        figures = len(recalls(workspace))
    finally:
        workspace.close()
    return (
        f"the sample with its issues: {made:.2f} s of processor (aim ≤ {SAMPLE})\n"
        f"{figures:,} figures of {ISSUES} issues recalled: {first:.2f} s, again {again:.2f} s (aim ≤ {LOOK})"
    )
