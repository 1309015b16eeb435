"""The concerns of a scope as one audience may see them, as they stood on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from brm_app.domain.records import Concern
from brm_app.domain.wall import Wall
from brm_app.services.briefs.scope import Scope
from brm_app.services.briefs.shelf import Shelf


def concerns(shelf: Shelf, wall: Wall, scope: Scope) -> Iterator[Concern]:
    """Those on the scope's projects, and those on no project, of the scope's units."""
    inside = {project.id for project in scope.projects}
    for stored in shelf.all(Concern):
        here = stored.project in inside if stored.project else scope.units is None or stored.unit in scope.units
        if here and (stored.raised_on or dt.date.min) <= shelf.as_of and (seen := wall.see(stored)):
            later = (seen.closed_on or dt.date.min) > shelf.as_of
            yield attrs.evolve(seen, state="open", closed_on=None, evidence="") if later else seen
