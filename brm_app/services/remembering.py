"""What happened to some records, newest first, and what was promised about a project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs
from sqlalchemy import select

from brm_app.domain.records import Promise, Touchpoint
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway, history
from brm_app.storage.history import Change, Write
from brm_app.storage.schema import TABLES
from brm_app.storage.slices import IDS, slices


@attrs.frozen
class Happened:
    """One record changed by one write."""

    write: Write
    change: Change


def story(workspace: Workspace, record_ids: Iterable[str], limit: int) -> list[Happened]:
    """The newest changes of these records."""
    with workspace.reading() as connection:
        return [Happened(*pair) for pair in history.story(connection, record_ids, limit)]


def promises_about(workspace: Workspace, project_id: str) -> list[Promise]:
    """The promises made at touchpoints about a project: open ones by their day, then the closed, newest first."""
    with workspace.reading() as connection:
        ids = gateway.linked_ids(connection, Touchpoint, "projects", project_id)
        table = TABLES[Promise.collection]
        made = [select(table.c.id).where(table.c.touchpoint.in_(chunk)) for chunk in slices(ids, IDS)]
        keys = [key for statement in made for key in connection.execute(statement).scalars()]
        found = gateway.get_many(connection, Promise, keys)
    day = dt.date.max.toordinal()
    return sorted(found, key=lambda p: (p.state != "open", _order(p, day), p.id))


def _order(promise: Promise, last: int) -> int:
    due = promise.due.toordinal() if promise.due else last
    return due if promise.state == "open" else -due
