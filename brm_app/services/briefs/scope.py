"""Which projects and units a briefing is about, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import attrs

from brm_app.domain.records import Briefing, Project
from brm_app.domain.text import fold
from brm_app.services.briefs.shelf import Shelf


@attrs.frozen
class Scope:
    """The projects in their order; `units` is None where the whole organisation is meant."""

    projects: tuple[Project, ...]
    units: frozenset[str] | None


def scoped(shelf: Shelf, briefing: Briefing | None, units: Sequence[str], projects: Sequence[str]) -> Scope:
    """The scope of the ids asked for, else that of the briefing, else everything.

    Units bring those below them; units and projects make the union. Projects named one by one come first, in their
    order, the others by name.
    """
    order = list(briefing.projects) if briefing else []
    asked = bool(units or projects)
    chosen = list(projects) if asked else order
    tops = list(units) if asked else list(briefing.units) if briefing else []
    inside = below(shelf.tree, tops)
    known = shelf.by_id(Project)
    everything = not chosen and not tops
    named = [known[key] for key in dict.fromkeys(chosen) if key in known]
    others = [p for p in known.values() if (everything or p.unit in inside) and p not in named]
    place = {key: number for number, key in enumerate(order)}
    others.sort(key=lambda p: (place.get(p.id, len(place)), fold(p.name), p.code, p.id))
    return Scope((*named, *others), frozenset(inside) if tops else None)


def below(tree: Mapping[str, str | None], tops: Collection[str]) -> set[str]:
    """The ids of these units and of all units below them; `tree` holds what each unit is part of."""
    found = set(tops)
    while more := {unit for unit, above in tree.items() if above in found} - found:
        found |= more
    return found
