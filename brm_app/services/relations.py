"""How units and people stand with IT: when they were last asked, what was promised, who was met; for their pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import attrs
from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from brm_app.domain.records import Person, Promise, Touchpoint, Unit
from brm_app.services.promises import late_words
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway
from brm_app.storage.schema import TABLES, links
from brm_app.storage.slices import IDS, slices

TIERS = {"A": 30, "B": 60, "C": 90}  # days between two contacts with a unit that has no number of its own
SOON = 7  # days before the cadence ends in which a unit is marked
SHOWN = 200  # touchpoints of a timeline
LEAST, MOST = dt.datetime(2, 1, 1, tzinfo=dt.UTC), dt.datetime(9998, 12, 31, tzinfo=dt.UTC)


def cadence_of(unit: Unit) -> int | None:
    """The days within which a unit is to be asked again, None where nobody said."""
    return unit.cadence_days or TIERS.get(unit.cadence_tier)


def local_day(moment: dt.datetime) -> dt.date:
    """The day that it was here."""
    return moment.astimezone().date() if LEAST < moment < MOST else moment.date()


@attrs.frozen
class Asked:
    """How long ago a unit was asked, beside how often it should be; `days` is None where it never was."""

    days: int | None
    cadence: int | None

    @property
    def state(self) -> str:
        """Good inside the cadence, warn when it ends within a week, bad past it, empty without a cadence."""
        if self.cadence is None:
            return ""
        if self.days is None or self.days > self.cadence:
            return "bad"
        return "warn" if self.days > self.cadence - SOON else "good"

    @property
    def due(self) -> bool:
        """True at or past the cadence."""
        return self.cadence is not None and (self.days is None or self.days >= self.cadence)

    @property
    def due_words(self) -> str:
        """Such as `due today`, `due in 3 days`, `4 days late`; empty while there is time."""
        if self.cadence is None or self.days is None:
            return ""
        left = self.cadence - self.days
        if left == 0:
            return "due today"
        if left < 0:
            return late_words(-left)
        if left > SOON:
            return ""
        return "due tomorrow" if left == 1 else f"due in {left} days"


def asked(unit: Unit, last: dt.datetime | None, today: dt.date) -> Asked:
    """How a unit stands whose last contact was then."""
    return Asked(max(0, (today - local_day(last)).days) if last else None, cadence_of(unit))


def last_contacts(workspace: Workspace, now: dt.datetime) -> dict[str, dt.datetime]:
    """When each unit had its last contact of any kind; a planned one in the future does not count."""
    units, touchpoints = TABLES["units"], TABLES["touchpoints"]
    newest = select(func.max(touchpoints.c.happened_at)).where(
        touchpoints.c.unit == units.c.id, touchpoints.c.happened_at <= now
    )
    with workspace.reading() as connection:
        rows = connection.execute(select(units.c.id, newest.scalar_subquery())).all()
    return {unit: moment for unit, moment in rows if moment is not None}


def units_to_ask(workspace: Workspace, now: dt.datetime) -> int:
    """How many units are at or past their cadence."""
    last = last_contacts(workspace, now)
    return sum(asked(unit, last.get(unit.id), now.date()).due for unit in workspace.find(Unit))


def kept_this_year(contacts: Iterable[dt.datetime], cadence: int, today: dt.date) -> tuple[int, int]:
    """Of the times that a unit was due this year, how many were kept, and how many there were.

    From a contact on, the next is due a cadence later. Any contact until then keeps it, and the last of those
    begins the next span; after a missed day the next contact begins it.
    """
    days = sorted(day for day in {local_day(moment) for moment in contacts} if day <= today)
    start = max((d for d in days if d.year < today.year), default=min(days, default=None))
    kept = of = 0
    while start is not None:
        due = start + dt.timedelta(days=cadence)
        inside = [d for d in days if start < d <= due]
        if not inside and due >= today:
            break
        counts = due.year == today.year and due <= today
        of += counts
        kept += counts and bool(inside)
        start = inside[-1] if inside else min((d for d in days if d > due), default=None)
    return kept, of


@attrs.frozen
class Known:
    """A person and when they were last met."""

    person: Person
    met: dt.datetime | None


@attrs.frozen
class Picture:
    """What the page of one unit, or of one person, shows besides the record itself."""

    touchpoints: Sequence[Touchpoint]
    promises: Mapping[str, Sequence[Promise]]  # those made at each of the touchpoints
    open_promises: Sequence[Promise]
    people: Sequence[Known]
    theirs: Collection[str] = ()  # ids of open promises that people of the business owe


def unit_picture(workspace: Workspace, unit_id: str, now: dt.datetime) -> Picture:
    """The newest touchpoints of a unit, its promises, and its people with the day they were last met."""
    people, touchpoints, promises = TABLES["people"], TABLES["touchpoints"], TABLES["promises"]
    there = select(touchpoints.c.id).where(touchpoints.c.unit == unit_id)
    theirs = select(people.c.id).where(people.c.unit == unit_id)
    owed = or_(promises.c.touchpoint.in_(there), promises.c.to_whom.in_(theirs))
    with workspace.reading() as connection:
        newest = gateway.find(
            connection, Touchpoint, equals={"unit": unit_id}, sort="happened_at", descending=True, limit=SHOWN
        )
        members = gateway.find(connection, Person, equals={"unit": unit_id})
        met = _last_met(connection, [person.id for person in members], now)
        known = [Known(person, met.get(person.id)) for person in members]
        return Picture(newest, _made_at(connection, newest), *_open(connection, owed, known))


def person_picture(workspace: Workspace, person_id: str) -> Picture:
    """The newest touchpoints with a person, and what they were promised."""
    promises, touchpoints = TABLES["promises"], TABLES["touchpoints"]
    met = (
        select(touchpoints.c.id)
        .join(links, links.c.owner_id == touchpoints.c.id)
        .where(links.c.owner_kind == "touchpoints", links.c.field == "people", links.c.target_id == person_id)
        .order_by(touchpoints.c.happened_at.desc(), touchpoints.c.id.desc())
        .limit(SHOWN)
    )
    with workspace.reading() as connection:
        ids = list(connection.execute(met).scalars())
        found = {t.id: t for t in gateway.get_many(connection, Touchpoint, ids)}
        newest = [found[key] for key in ids if key in found]
        concerned = or_(promises.c.to_whom == person_id, promises.c.owner == person_id)
        return Picture(newest, _made_at(connection, newest), *_open(connection, concerned, ()))


def _last_met(connection: Connection, people: Sequence[str], now: dt.datetime) -> dict[str, dt.datetime]:
    touchpoints = TABLES["touchpoints"]
    met: dict[str, dt.datetime] = {}
    for chunk in slices(people, IDS):
        rows = connection.execute(
            select(links.c.target_id, func.max(touchpoints.c.happened_at))
            .join(touchpoints, links.c.owner_id == touchpoints.c.id)
            .where(links.c.owner_kind == "touchpoints", links.c.field == "people")
            .where(links.c.target_id.in_(chunk), touchpoints.c.happened_at <= now)
            .group_by(links.c.target_id)
        )
        met.update((person, moment) for person, moment in rows)
    return met


def _made_at(connection: Connection, touchpoints: Sequence[Touchpoint]) -> dict[str, list[Promise]]:
    table = TABLES["promises"]
    made: dict[str, list[Promise]] = {}
    for chunk in slices([t.id for t in touchpoints], IDS):
        for promise in _promises(connection, select(table.c.id).where(table.c.touchpoint.in_(chunk))):
            made.setdefault(promise.touchpoint or "", []).append(promise)
    return made


def _open(
    connection: Connection, condition: ColumnElement[bool], known: Sequence[Known]
) -> tuple[list[Promise], Sequence[Known], frozenset[str]]:
    table, people = TABLES["promises"], TABLES["people"]
    still = _promises(connection, select(table.c.id).where(condition, table.c.state == "open"))
    owners = [promise.owner for promise in still if promise.owner]
    business = set(
        connection.execute(select(people.c.id).where(people.c.id.in_(owners), people.c.side == "business")).scalars()
    )
    return still, known, frozenset(promise.id for promise in still if promise.owner in business)


def _promises(connection: Connection, ids: Select[Any]) -> list[Promise]:
    found = gateway.get_many(connection, Promise, connection.execute(ids).scalars().all())
    return sorted(found, key=lambda promise: (promise.due or dt.date.max, promise.id))
