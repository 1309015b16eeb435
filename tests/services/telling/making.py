"""A small organisation for the coverage matrix, and words for what its cells say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from brm_app.domain.records import Audience, Message, Project, Rollout, Site, Telling, Unit
from brm_app.services.telling.cells import Cell
from brm_app.services.telling.matrix import Coverage, Facts, cover

TODAY = dt.date(2026, 11, 19)
STAFF = Audience(name="Staff", lenses=("time",), cadence_days=30, order=1)
BOARD = Audience(name="Board", lenses=("money", "risk"), cadence_days=90, order=2)
ACUTE = Unit(name="Acute Care", headcount=2300)
WARDS = Unit(name="Wards", part_of=ACUTE.id, headcount=1000)
WARD_4B = Unit(name="Ward 4B", part_of=WARDS.id, headcount=40)
IMAGING = Unit(name="Imaging", part_of=ACUTE.id, headcount=180)
PHARMACY = Unit(name="Pharmacy", headcount=212)
FINANCE = Unit(name="Finance", headcount=146)
UNITS = (ACUTE, WARDS, WARD_4B, IMAGING, PHARMACY, FINANCE)
WIFI = Project(name="Ward Wi-Fi", unit=ACUTE.id)


def days(number: int) -> dt.timedelta:
    """A number of days."""
    return dt.timedelta(days=number)


def approved(project: Project = WIFI, audience: Audience = STAFF, **facts: Any) -> Message:
    """A message approved ten days before today."""
    at = dt.datetime.combine(TODAY - days(10), dt.time(12)).astimezone()
    return Message(
        project=project.id, audience=audience.id, headline="It works", state="approved", approved_at=at, **facts
    )


def told(message: Message, on: dt.date, unit: Unit | None = None, **facts: Any) -> Telling:
    """That a unit, or everybody, was told a message on a day."""
    return Telling(message=message.id, unit=unit.id if unit else None, whom="Everybody", on=on, **facts)


def matrix(today: dt.date = TODAY, **records: Any) -> Coverage:
    """The matrix of these records; without other words of the one project and the units above."""
    states = records.pop("states", {})
    facts: dict[str, Any] = dict.fromkeys(("sites", "rollouts", "messages", "tellings"), ())
    facts |= {"projects": (WIFI,), "audiences": (STAFF, BOARD), "units": UNITS, "states": states, **records}
    return cover(Facts(**facts), today)


def cell(coverage: Coverage, unit: Unit | None, project: Project = WIFI, audience: Audience = STAFF) -> Cell | None:
    """The cell of a unit, or of an audience as a whole."""
    row = next(row for row in coverage.rows if row.project.id == project.id)
    return row.cells.get((audience.id, unit.id if unit else ""))


def state(coverage: Coverage, unit: Unit | None = ACUTE, audience: Audience = STAFF) -> str:
    """What the cell of a unit says."""
    found = cell(coverage, unit, audience=audience)
    return found.state if found else "does not concern them"


def concerned(coverage: Coverage) -> list[str]:
    """The units of staff that the project concerns."""
    (row,) = coverage.rows
    return [c.unit.name for c in coverage.columns if c.unit and c.audience is STAFF and c.key in row.cells]


def rollout(unit: Unit | None = None, site: Site | None = None, **facts: Any) -> Rollout:
    """A stop of the project."""
    return Rollout(project=WIFI.id, unit=unit.id if unit else None, site=site.id if site else None, **facts)


def without_unit() -> Project:
    """The project before anybody said where it belongs."""
    return attrs.evolve(WIFI, unit=None)
