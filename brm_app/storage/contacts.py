"""Whom touchpoints and promises concern: when units and people were last met, and what they were promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from brm_app.domain.records import Promise
from brm_app.storage import gateway
from brm_app.storage.driver import Rows, column, rows
from brm_app.storage.slices import IDS, slices
from brm_app.storage.values import moment_of, stored_moment

_MET = "FROM links l JOIN touchpoints t ON l.owner_id = t.id WHERE l.owner_kind = 'touchpoints' AND l.field = 'people'"


def last_of_units(connection: Rows, until: dt.datetime) -> dict[str, dt.datetime]:
    """The last contact of every unit that has one, up to a moment."""
    newest = "SELECT max(t.happened_at) FROM touchpoints t WHERE t.unit = u.id AND t.happened_at <= ?"
    return _moments(rows(connection, f"SELECT u.id, ({newest}) FROM units u", stored_moment(until)))


def last_with_people(connection: Rows, people: Iterable[str], until: dt.datetime) -> dict[str, dt.datetime]:
    """When each of these people was last met, up to a moment."""
    met: dict[str, dt.datetime] = {}
    for some in slices(people, IDS):
        among = f"l.target_id IN ({', '.join('?' * len(some))}) AND t.happened_at <= ?"
        found = f"SELECT l.target_id, max(t.happened_at) {_MET} AND {among} GROUP BY l.target_id"
        met |= _moments(rows(connection, found, *some, stored_moment(until)))
    return met


def _moments(found: Iterable[tuple[str, str | None]]) -> dict[str, dt.datetime]:
    return {key: moment for key, stored in found if (moment := moment_of(stored)) is not None}


def with_person(connection: Rows, person_id: str, limit: int) -> list[str]:
    """Ids of the newest touchpoints with a person, the newest first."""
    newest = f"SELECT t.id {_MET} AND l.target_id = ? ORDER BY t.happened_at DESC, t.id DESC LIMIT ?"
    return column(connection, newest, person_id, limit)


def promised_to_unit(connection: Rows, unit_id: str) -> list[Promise]:
    """The open promises made at touchpoints with a unit, or to its people."""
    there, theirs = (f"SELECT id FROM {table} WHERE unit = ?" for table in ("touchpoints", "people"))
    return _open(connection, f"touchpoint IN ({there}) OR to_whom IN ({theirs})", unit_id, unit_id)


def promised_with_person(connection: Rows, person_id: str) -> list[Promise]:
    """The open promises made to a person, or by them."""
    return _open(connection, "to_whom = ? OR owner = ?", person_id, person_id)


def _open(connection: Rows, condition: str, *values: str) -> list[Promise]:
    ids = column(connection, f"SELECT id FROM promises WHERE ({condition}) AND state = 'open'", *values)
    return gateway.get_many(connection, Promise, ids)
