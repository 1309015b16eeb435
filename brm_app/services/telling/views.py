"""The matrix as it is looked at: unit by unit, audience by audience, or by the day on which something is due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import attrs

from brm_app.domain.records import Audience, Unit
from brm_app.services.telling.cells import FRESH, STATES, Cell
from brm_app.services.telling.matrix import Coverage, Row

LATE, THIS_WEEK, NEXT_WEEK, LATER, NO_DAY = PERIODS = ("Late", "This week", "Next week", "Later", "No day set")


@attrs.frozen
class Spot:
    """What stands in one place of a view: one cell, or several of which the worst speaks."""

    parts: Sequence[Cell]

    @property
    def cell(self) -> Cell:
        """The first of those in the worst state."""
        if len(self.parts) == 1:  # as nearly all are
            return self.parts[0]
        return min(self.parts, key=lambda cell: STATES.index(cell.state))

    @property
    def state(self) -> str:
        """The worst state."""
        return self.cell.state

    @property
    def alike(self) -> int:
        """How many parts are in the worst state."""
        return sum(cell.state == self.state for cell in self.parts)


@attrs.frozen
class Head:
    """The head of a column; `audience` is the band that it stands under, None where columns are days."""

    words: str
    audience: Audience | None = None
    unit: Unit | None = None


@attrs.frozen
class View:
    """Rows, columns, and what stands where they meet; where nothing does, the project does not concern them."""

    today: dt.date
    rows: Sequence[Row]
    heads: Sequence[Head]
    spots: Mapping[tuple[int, int], Spot]


def by_unit(coverage: Coverage) -> View:
    """A column for each unit of an audience that is told by unit, one for any other."""
    heads = [
        Head(column.unit.name if column.unit else f"in {leading_lens(column.audience)}", column.audience, column.unit)
        for column in coverage.columns
    ]
    places = {column.key: place for place, column in enumerate(coverage.columns)}
    spots = {
        (number, places[key]): Spot((cell,))
        for number, row in enumerate(coverage.rows)
        for key, cell in row.cells.items()
    }
    return View(coverage.today, coverage.rows, heads, spots)


def by_audience(coverage: Coverage) -> View:
    """A column for each audience."""
    audiences = list({column.audience.id: column.audience for column in coverage.columns}.values())
    place = {audience.id: number for number, audience in enumerate(audiences)}
    heads = [Head(f"in {leading_lens(audience)}", audience) for audience in audiences]
    return View(coverage.today, coverage.rows, heads, _grouped(coverage, lambda cell: place[cell.audience.id]))


def by_date(coverage: Coverage) -> View:
    """A column for each time in which something is due: told again, told at all, approved."""
    heads = [Head(words) for words in PERIODS]
    return View(coverage.today, coverage.rows, heads, _grouped(coverage, lambda cell: _period(cell, coverage.today)))


def _grouped(coverage: Coverage, column_of: Callable[[Cell], int | None]) -> dict[tuple[int, int], Spot]:
    groups: defaultdict[tuple[int, int], list[Cell]] = defaultdict(list)
    for number, row in enumerate(coverage.rows):
        for cell in row.cells.values():
            column = column_of(cell)
            if column is not None:
                groups[number, column].append(cell)
    return {key: Spot(tuple(cells)) for key, cells in groups.items()}


def _period(cell: Cell, today: dt.date) -> int | None:
    until = cell.until
    if until is None:
        return None if cell.state == FRESH else PERIODS.index(NO_DAY)
    sunday = today + dt.timedelta(days=6 - today.weekday())
    if until < today:
        return PERIODS.index(LATE)
    if until <= sunday:
        return PERIODS.index(THIS_WEEK)
    return PERIODS.index(NEXT_WEEK if until <= sunday + dt.timedelta(days=7) else LATER)


def leading_lens(audience: Audience) -> str:
    """The currency in which an audience is told: money before time before anything else."""
    lenses = audience.lenses
    return next((lens for lens in ("money", "time") if lens in lenses), lenses[0] if lenses else "time")
