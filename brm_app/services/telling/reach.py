"""Whom a project concerns: units in columns, and how many people that is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from brm_app.domain.records import Project, Rollout, Site, Unit
from brm_app.services.coverage import in_tree

Concerned = Mapping[str, frozenset[str]]
"""By column the units in it that a project concerns; the column itself where it is all of it."""


class Columns:
    """The units that have a column: those at the top, or where only one stands there, those right below it."""

    def __init__(self, units: Sequence[Unit]) -> None:
        ordered, depth = in_tree(units)
        levels = [depth[unit.id] for unit in ordered]
        level = 0
        while levels.count(level) == 1 and level + 1 in levels:
            level += 1
        self.units = [unit for unit in ordered if depth[unit.id] == level]
        self._known = {unit.id: unit for unit in ordered}
        self._column: dict[str, str] = {}
        self._below: dict[str, list[str]] = {}
        column = ""
        for unit in ordered:
            column = unit.id if depth[unit.id] == level else column
            if depth[unit.id] >= level:
                self._column[unit.id] = column
            if depth[unit.id]:
                self._below.setdefault(unit.part_of or "", []).append(unit.id)

    def column_of(self, unit_id: str) -> str | None:
        """The column that a unit stands in; None for a unit above all columns, and for one that is not known."""
        return self._column.get(unit_id)

    def within(self, unit_ids: Iterable[str]) -> dict[str, set[str]]:
        """Units by their column; one above all columns, such as the whole organisation, is all of each column."""
        found: dict[str, set[str]] = {}
        for key in unit_ids:
            column = self._column.get(key)
            if column is not None:
                found.setdefault(column, set()).add(key)
            elif key in self._known:
                for each in self.units:
                    found.setdefault(each.id, set()).add(each.id)
        return found

    def covers(self, unit_ids: Collection[str], column: str) -> bool:
        """Whether any of these units is in a column, is the column, or stands above it."""
        return any(self.meets(key, column) for key in unit_ids)

    def meets(self, key: str, column: str) -> bool:
        """The same for one unit."""
        own = self._column.get(key)
        return own == column or (own is None and key in self._known)

    def people(self, unit_ids: Collection[str]) -> int:
        """How many people these units have; a unit inside another one of them is counted with that one."""
        return sum(self._headcount(key, set()) for key in unit_ids if not self._inside(key, unit_ids))

    def _inside(self, key: str, others: Collection[str]) -> bool:
        seen = {key}
        above = self._known[key].part_of if key in self._known else None
        while above in self._known and above not in seen:
            if above in others:
                return True
            seen.add(above)
            above = self._known[above].part_of
        return False

    def _headcount(self, key: str, seen: set[str]) -> int:
        """That of the unit, else that of the units right below it."""
        unit = self._known.get(key)
        if unit is None or key in seen:
            return 0
        if unit.headcount is not None:
            return unit.headcount
        return sum(self._headcount(child, seen | {key}) for child in self._below.get(key, ()))

    def inhabited(self, column: str) -> bool:
        """False where it is known that nobody works there."""
        unit = self._known[column]
        return unit.headcount != 0


def unit_of(rollout: Rollout, sites: Mapping[str, Site]) -> str | None:
    """The unit that a roll-out reaches: its own, or that of its site."""
    site = sites.get(rollout.site or "")
    return rollout.unit or (site.unit if site else None)


def concerned(
    columns: Columns, project: Project, rollouts: Iterable[Rollout], sites: Mapping[str, Site], named: Iterable[str]
) -> Concerned:
    """Whom a project concerns: its own unit, those of its roll-outs or of their sites, and those that messages name.

    A roll-out without unit and site reaches everybody, and so does a project of which no unit is known, whatever its
    messages name.
    """
    keys = [project.unit] if project.unit else []
    everybody = False
    for rollout in rollouts:
        reached = unit_of(rollout, sites)
        keys += [reached] if reached else []
        everybody = everybody or not (rollout.unit or rollout.site)
    everybody = everybody or not columns.within(keys)
    found = columns.within((*keys, *named))
    for unit in columns.units if everybody else ():
        found.setdefault(unit.id, set()).add(unit.id)
    return {key: frozenset({key} if key in units else units) for key, units in found.items()}
