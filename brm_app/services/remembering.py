"""What happened to some records, newest first, and what was promised about a project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from brm_app.domain.records import Promise, Touchpoint
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway, history
from brm_app.storage.history import Change, Write


@attrs.frozen
class Happened:
    """One record changed by one write."""

    write: Write
    change: Change


def story(workspace: Workspace, record_ids: Iterable[str], limit: int) -> list[Happened]:
    """The newest changes of these records."""
    with workspace.rows() as connection:
        return [Happened(*pair) for pair in history.story(connection, record_ids, limit)]


def promises_about(workspace: Workspace, project_id: str) -> list[Promise]:
    """The promises made at touchpoints about a project: open ones by their day, then the closed, newest first."""
    with workspace.rows() as connection:
        ids = gateway.linked_ids(connection, Touchpoint, "projects", project_id)
        found = gateway.holding(connection, Promise, "touchpoint", ids)
    day = dt.date.max.toordinal()
    return sorted(found, key=lambda p: (p.state != "open", _order(p, day), p.id))


def _order(promise: Promise, last: int) -> int:
    due = promise.due.toordinal() if promise.due else last
    return due if promise.state == "open" else -due
