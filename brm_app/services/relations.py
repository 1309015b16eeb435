"""How units and people stand with IT: when they were last asked, what was promised, who was met; for their pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from brm_app.domain.records import Person, Promise, Touchpoint, Unit
from brm_app.services.promises import late_words
from brm_app.services.workspace import Workspace
from brm_app.storage import contacts, gateway
from brm_app.storage.driver import Rows

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
    with workspace.rows() as connection:
        return contacts.last_of_units(connection, now)


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
    with workspace.rows() as connection:
        newest = gateway.find(
            connection, Touchpoint, equals={"unit": unit_id}, sort="happened_at", descending=True, limit=SHOWN
        )
        members = gateway.find(connection, Person, equals={"unit": unit_id})
        met = contacts.last_with_people(connection, [person.id for person in members], now)
        known = [Known(person, met.get(person.id)) for person in members]
        still = _in_order(contacts.promised_to_unit(connection, unit_id))
        return Picture(newest, _made_at(connection, newest), still, known, _theirs(connection, still))


def person_picture(workspace: Workspace, person_id: str) -> Picture:
    """The newest touchpoints with a person, and what they were promised."""
    with workspace.rows() as connection:
        ids = contacts.with_person(connection, person_id, SHOWN)
        found = {t.id: t for t in gateway.get_many(connection, Touchpoint, ids)}
        newest = [found[key] for key in ids if key in found]
        still = _in_order(contacts.promised_with_person(connection, person_id))
        return Picture(newest, _made_at(connection, newest), still, (), _theirs(connection, still))


def _made_at(connection: Rows, touchpoints: Sequence[Touchpoint]) -> dict[str, list[Promise]]:
    made: dict[str, list[Promise]] = {}
    for promise in _in_order(gateway.holding(connection, Promise, "touchpoint", [t.id for t in touchpoints])):
        made.setdefault(promise.touchpoint or "", []).append(promise)
    return made


def _theirs(connection: Rows, promises: Sequence[Promise]) -> frozenset[str]:
    owners = gateway.get_many(connection, Person, {promise.owner for promise in promises if promise.owner})
    business = {owner.id for owner in owners if owner.side == "business"}
    return frozenset(promise.id for promise in promises if promise.owner in business)


def _in_order(promises: Iterable[Promise]) -> list[Promise]:
    return sorted(promises, key=lambda promise: (promise.due or dt.date.max, promise.id))
