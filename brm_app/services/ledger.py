"""The promises of a workspace as a list: those that are due first, with where and when they were made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from brm_app.domain.records import Promise, Touchpoint
from brm_app.services.workspace import Workspace

WEEK = 7
MOST = 2_000  # promises that are listed at once
VIEWS = ("open", "kept", "broken", "all")


@attrs.frozen
class Listed:
    """A promise, the unit it was made to, and the moment it was made."""

    promise: Promise
    unit: str | None
    made_at: dt.datetime | None


@attrs.frozen
class Part:
    """The promises under one heading."""

    heading: str
    rows: tuple[Listed, ...]


def read_ledger(workspace: Workspace, view: str, words: str, today: dt.date) -> list[Part]:
    """The parts of one view that hold these words: late, due this week, later; or kept and broken, newest first."""
    states = ("open", "kept", "broken") if view == "all" else (view,)
    found = [promise for state in states for promise in _of_state(workspace, state, words)]
    met = {t.id: t for t in workspace.get_many(Touchpoint, filter(None, (p.touchpoint for p in found)))}
    rows = [_listed(promise, met.get(promise.touchpoint or "")) for promise in found]
    return list(_parted(rows, today))


def _of_state(workspace: Workspace, state: str, words: str) -> list[Promise]:
    how = {"sort": "due"} if state == "open" else {"sort": "closed_on", "descending": True}
    return workspace.find(Promise, words=words, equals={"state": state}, limit=MOST, **how)


def _listed(promise: Promise, touchpoint: Touchpoint | None) -> Listed:
    if touchpoint is None:
        return Listed(promise, None, None)
    return Listed(promise, touchpoint.unit, touchpoint.happened_at)


def _parted(rows: Iterable[Listed], today: dt.date) -> Iterator[Part]:
    parts: dict[str, list[Listed]] = {}
    for row in rows:
        parts.setdefault(heading_of(row.promise, today), []).append(row)
    for heading, listed in parts.items():
        yield Part(heading, tuple(listed))


def heading_of(promise: Promise, today: dt.date) -> str:
    """Late, Due this week, Later, Kept or Broken."""
    if promise.state != "open":
        return promise.state.capitalize()
    left = (promise.due - today).days if promise.due else WEEK
    return "Late" if left < 0 else "Due this week" if left < WEEK else "Later"
