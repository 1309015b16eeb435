"""Who in IT speaks for which unit, and for which unit nobody does."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

import attrs

from brm_app.domain.records import Assignment, Unit
from brm_app.services.workspace import Workspace


def holds(assignment: Assignment, day: dt.date) -> bool:
    """Whether the person speaks for the unit on that day."""
    return (assignment.from_ is None or assignment.from_ <= day) and (assignment.to is None or assignment.to >= day)


def in_tree(units: Sequence[Unit]) -> tuple[list[Unit], dict[str, int]]:
    """The units from the tops down, and how deep each stands; a circle of units begins at its first name."""
    below: defaultdict[str | None, list[Unit]] = defaultdict(list)
    known = {unit.id for unit in units}
    for unit in units:
        below[unit.part_of if unit.part_of in known else None].append(unit)
    ordered: list[Unit] = []
    depth: dict[str, int] = {}
    for start in (*below[None], *units):
        waiting = [(start, 0)]
        while waiting:
            unit, level = waiting.pop()
            if unit.id not in depth:
                depth[unit.id] = level
                ordered.append(unit)
                waiting += [(child, level + 1) for child in reversed(below[unit.id])]
    return ordered, depth


@attrs.frozen
class Cover:
    """A unit and who speaks for it: by its own assignments, else by those of the nearest unit above (`through`)."""

    unit: Unit
    depth: int
    assignments: Sequence[Assignment]
    through: Unit | None = None

    @property
    def hole(self) -> bool:
        """True where nobody speaks for it, nor for a unit above."""
        return not self.assignments


def coverage(workspace: Workspace, today: dt.date) -> list[Cover]:
    """Every unit from the tops down with who speaks for it today."""
    units, depth = in_tree(workspace.find(Unit))
    known = {unit.id: unit for unit in units}
    own: defaultdict[str, list[Assignment]] = defaultdict(list)
    for assignment in workspace.find(Assignment, sort="id"):
        if assignment.unit and holds(assignment, today):
            own[assignment.unit].append(assignment)
    return [_cover(unit, depth[unit.id], known, own) for unit in units]


def _cover(unit: Unit, depth: int, known: Mapping[str, Unit], own: Mapping[str, list[Assignment]]) -> Cover:
    above: Unit | None = unit
    seen: set[str] = set()
    while above is not None and above.id not in seen:
        if above.id in own:
            return Cover(unit, depth, own[above.id], None if above is unit else above)
        seen.add(above.id)
        above = known.get(above.part_of or "")
    return Cover(unit, depth, ())
