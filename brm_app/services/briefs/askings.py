"""The decisions that one audience is asked for, as it may see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from brm_app.domain.records import Benefit, Decision, Option, Person, Project, Touchpoint
from brm_app.domain.wall import Wall
from brm_app.services.briefs.material import Asking, Proof
from brm_app.services.briefs.proofs import Prover, job_of
from brm_app.services.briefs.scope import Scope
from brm_app.services.briefs.shelf import Shelf

_OWNERS = (("business_owner", "Owner, business"), ("it_owner", "Owner, IT"))


def askings(shelf: Shelf, wall: Wall, scope: Scope, prover: Prover) -> Iterator[Asking]:
    """The open decisions on the scope's projects, and those on none, the most pressing first."""
    inside = {project.id: project for project in scope.projects}
    own = [d for d in shelf.all(Decision) if d.audience == wall.audience.id and d.state == "open"]
    options = shelf.grouped(Option, "decision")
    for stored in sorted(own, key=lambda d: (d.decide_by or dt.date.max, d.id)):
        decision = wall.see(stored)
        if decision is None or (stored.project and stored.project not in inside):
            continue
        project = wall.see(inside.get(stored.project or ""))
        ways = sorted(options.get(stored.id, ()), key=lambda o: (o.order is None, o.order or 0, o.id))
        yield Asking(
            decision=decision,
            project=project.name if project else "",
            options=tuple(seen for way in ways if (seen := wall.see(way))),
            quote=_quoted(shelf, wall, stored),
            owners=tuple(_owners(shelf, wall, decision)),
            lost=_lost(shelf, prover, stored, project),
        )


def _quoted(shelf: Shelf, wall: Wall, stored: Decision) -> Touchpoint | None:
    seen = wall.see(shelf.by_id(Touchpoint).get(stored.touchpoint or ""))
    return seen if seen and seen.quote.strip() else None


def _owners(shelf: Shelf, wall: Wall, decision: Decision) -> Iterator[tuple[str, str]]:
    people = shelf.by_id(Person)
    for field, label in _OWNERS:
        if title := job_of(wall, people.get(getattr(decision, field) or "")):
            yield label, title


def _lost(shelf: Shelf, prover: Prover, stored: Decision, project: Project | None) -> Proof | None:
    benefit = shelf.by_id(Benefit).get(stored.benefit or "")
    return prover.still_to_win(project.name if project else "", benefit) if benefit else None
