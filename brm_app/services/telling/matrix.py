"""The coverage matrix: what each audience knows of each project, unit by unit, worked out from records and a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from brm_app.domain.records import Audience, Message, Project, Rollout, Site, Telling, Unit
from brm_app.services.proving import AGAIN, states_of
from brm_app.services.telling.cells import FRESH, WAITING, Cell, Said, judged, led
from brm_app.services.telling.handed import handed_out
from brm_app.services.telling.reach import Columns, Concerned, concerned, unit_of
from brm_app.services.workspace import Workspace

OVER = ("stopped", "paused")
"""Projects that nobody is told of for now."""


@attrs.frozen
class Facts:
    """The records that the matrix is made from; `states` says how each message stands (`proving.states_of`)."""

    projects: Sequence[Project]
    audiences: Sequence[Audience]
    units: Sequence[Unit]
    sites: Sequence[Site]
    rollouts: Sequence[Rollout]
    messages: Sequence[Message]
    tellings: Sequence[Telling]
    states: Mapping[str, str]


def read(workspace: Workspace, everything: bool = False) -> Facts:
    """The facts of a workspace: of the projects that are live or coming, or of all of them."""
    projects = workspace.find(Project)
    messages, tellings = workspace.find(Message), workspace.find(Telling, sort="id")
    return Facts(
        projects=projects if everything else live_and_coming(projects),
        audiences=workspace.find(Audience, sort="order"),
        units=workspace.find(Unit),
        sites=workspace.find(Site),
        rollouts=workspace.find(Rollout),
        messages=messages,
        tellings=[*tellings, *handed_out(workspace, messages, tellings)],
        states=states_of(workspace, messages),
    )


@attrs.frozen
class Row:
    """One project with its cells by (audience, unit); where there is no cell it does not concern them."""

    project: Project
    stops: Sequence[Rollout]
    cells: Mapping[tuple[str, str], Cell]

    @property
    def untold(self) -> int:
        """How many people it concerns who were never told of it; its units are told one by one, so each counts once."""
        return sum(cell.people for cell in self.cells.values() if cell.told is None)


@attrs.frozen
class Column:
    """One audience, or one unit of an audience that is told unit by unit."""

    audience: Audience
    unit: Unit | None = None

    @property
    def key(self) -> tuple[str, str]:
        """By which rows hold their cells."""
        return self.audience.id, self.unit.id if self.unit else ""


@attrs.frozen
class Coverage:
    """The whole matrix on a day."""

    today: dt.date
    rows: Sequence[Row]
    columns: Sequence[Column]

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row in the order of the columns."""
        for row in self.rows:
            for column in self.columns:
                cell = row.cells.get(column.key)
                if cell:
                    yield cell

    def counts(self) -> Counter[str]:
        """How many cells are in each state; what must be approved again waits for approval."""
        return Counter(WAITING if cell.state == AGAIN else cell.state for cell in self.cells())

    def next_to_go_stale(self, most: int) -> list[Cell]:
        """The fresh cells whose time ends first."""
        fresh = [cell for cell in self.cells() if cell.state == FRESH and cell.until]
        return sorted(fresh, key=lambda cell: (cell.until or dt.date.max, cell.project.name))[:most]

    def untold(self) -> int:
        """How many people some project concerns of which they were never told; nobody is counted for two projects."""
        missed: dict[str, int] = {}
        for cell in self.cells():
            if cell.told is None and cell.unit:
                missed[cell.unit.id] = max(cell.people, missed.get(cell.unit.id, 0))
        return sum(missed.values())


def told_by_unit(audience: Audience) -> bool:
    """Who counts in money meets and is told as a whole; everybody else is told where they work."""
    return "money" not in audience.lenses


def live_and_coming(projects: Iterable[Project]) -> list[Project]:
    """The projects that people are to be told of now."""
    return [project for project in projects if project.status not in OVER]


def cover(facts: Facts, today: dt.date) -> Coverage:
    """The matrix of these projects; units that none of them concerns have no column."""
    maker = _Maker(facts, today)
    rows = [maker.row(project) for project in facts.projects]
    return Coverage(today, rows, columns_of(facts, rows))


def columns_of(facts: Facts, rows: Iterable[Row]) -> list[Column]:
    """The columns in which these rows have cells; an audience that is told as a whole always has one."""
    held = {key for row in rows for key in row.cells}
    found: list[Column] = []
    units = Columns(facts.units).units
    for audience in facts.audiences:
        if told_by_unit(audience):
            found += [Column(audience, unit) for unit in units if (audience.id, unit.id) in held]
        else:
            found.append(Column(audience))
    return found


class _Maker:
    """Sorts the records once, and makes one row after the other."""

    def __init__(self, facts: Facts, today: dt.date) -> None:
        self._facts, self._today = facts, today
        self._units = Columns(facts.units)
        self._sites = {site.id: site for site in facts.sites}
        self._stops: defaultdict[str, list[Rollout]] = defaultdict(list)
        for rollout in facts.rollouts:
            self._stops[rollout.project or ""].append(rollout)
        self._messages: defaultdict[tuple[str, str], list[Message]] = defaultdict(list)
        for message in facts.messages:
            self._messages[message.project or "", message.audience or ""].append(message)
        self._tellings: defaultdict[str, list[Telling]] = defaultdict(list)
        for telling in facts.tellings:
            if telling.message and telling.on and telling.on <= today:
                self._tellings[telling.message].append(telling)

    def row(self, project: Project) -> Row:
        """One project."""
        stops = self._stops.get(project.id, [])
        cells: dict[tuple[str, str], Cell] = {}
        for audience in self._facts.audiences:
            messages = self._messages.get((project.id, audience.id), [])
            if not told_by_unit(audience):
                cells[audience.id, ""] = self._whole(project, audience, messages, stops)
                continue
            named = [key for message in messages for key in message.units]
            reach = concerned(self._units, project, stops, self._sites, named)
            for unit in self._units.units:
                if unit.id in reach and self._units.inhabited(unit.id):
                    cells[audience.id, unit.id] = self._of_unit(project, audience, unit, messages, reach)
        return Row(project, stops, cells)

    def _whole(self, project: Project, audience: Audience, messages: list[Message], stops: Sequence[Rollout]) -> Cell:
        said = [self._judge(message, audience, self._told(message)) for message in messages]
        return Cell(project, audience, None, led(said), _first_day(project, stops, self._today))

    def _of_unit(
        self, project: Project, audience: Audience, unit: Unit, messages: list[Message], reach: Concerned
    ) -> Cell:
        own = [message for message in messages if message.units and self._units.covers(message.units, unit.id)]
        meant = own or [message for message in messages if not message.units]
        said = [self._judge(message, audience, self._told_here(message, unit.id)) for message in meant]
        stops = [stop for stop in self._stops.get(project.id, ()) if self._reaches(stop, unit.id)]
        day = _first_day(project, stops, self._today)
        return Cell(project, audience, unit, led(said), day, self._units.people(reach[unit.id]))

    def _judge(self, message: Message, audience: Audience, told: dt.date | None) -> Said:
        standing = self._facts.states.get(message.id, message.state)
        return judged(message, standing, told, audience.cadence_days, self._today)

    def _told(self, message: Message) -> dt.date | None:
        """The day on which anybody of an audience that is told as a whole was last told."""
        return newest_day(message, self._tellings.get(message.id, ()), self._today)

    def _told_here(self, message: Message, unit: str) -> dt.date | None:
        """The same for the people of a column: what one person was told or given tells nobody else."""
        heard = [
            telling
            for telling in self._tellings.get(message.id, ())
            if (self._units.meets(telling.unit, unit) if telling.unit else not (telling.person or telling.issue))
        ]
        return newest_day(message, heard, self._today)

    def _reaches(self, stop: Rollout, unit: str) -> bool:
        key = unit_of(stop, self._sites)
        return self._units.meets(key, unit) if key else not stop.site


def newest_day(message: Message, tellings: Iterable[Telling], today: dt.date) -> dt.date | None:
    """The day on which these tellings, or the message itself, say that it was last told; none that is still to come."""
    days = [message.told_on, *(telling.on for telling in tellings)]
    return max((day for day in days if day and day <= today), default=None)


def _first_day(project: Project, stops: Sequence[Rollout], today: dt.date) -> dt.date | None:
    """The next day on which the project reaches somebody; where that is past, the first on which it did."""
    days = sorted(stop.date for stop in stops if stop.date)
    ahead = [day for day in days if day >= today]
    if ahead or days:
        return ahead[0] if ahead else days[0]
    return project.live


def told_days(workspace: Workspace, messages: Iterable[Message], today: dt.date) -> dict[str, dt.date]:
    """By message the day on which anybody was last told it, as far as somebody was."""
    days = {
        message.id: newest_day(message, workspace.find(Telling, equals={"message": message.id}), today)
        for message in messages
    }
    return {key: day for key, day in days.items() if day}
