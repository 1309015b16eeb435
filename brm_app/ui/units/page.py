"""The page of business units: their tree, and one unit with its people, promises and touchpoints."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from brm_app.domain.records import Assignment, Person, Promise, Record, Touchpoint, Unit
from brm_app.domain.text import plural
from brm_app.services.coverage import in_tree
from brm_app.ui.around import Line, lines_panel
from brm_app.ui.listing import Column
from brm_app.ui.recordspage import RecordsPage
from brm_app.ui.widgets import clear_layout
from brm_app.ui.words import clip, day

EVERY = 100_000


class UnitsPage(RecordsPage):
    """Units as a tree; a filter shows those that fit as a plain list."""

    name = "units"
    cls = Unit
    empty_words = (
        "No units yet. A unit is a part of the organisation that IT serves.\nMake the first one, or import them."
    )
    concerns = frozenset({"people", "touchpoints", "promises", "assignments"})
    groups = (
        ("Unit", ("name", "code", "part_of", "kind", "headcount", "executive_seat")),
        ("How often we ask", ("cadence_tier", "cadence_days")),
        ("How it is going", ("they_say", "we_say", "said_on")),
        ("Whom they serve, and notes", ("customer_kinds", "note", "internal")),
    )

    def title(self) -> str:
        """The words of this place."""
        return "Business units"

    def columns(self) -> Sequence[Column]:
        """The name, further in for each unit above."""
        return (Column("", lambda unit: "\u2003" * self._depth.get(unit.id, 0) + unit.name, muted=False),)

    def row_height(self) -> int:
        """Trees stand close."""
        return 30

    _depth: dict[str, int] = {}  # noqa: RUF012 - replaced whole at each reading

    def read(self, words: str, limit: int) -> list[Record]:
        """The tree from its tops down, or the units that hold these words."""
        if words:
            self._depth = {}
            return super().read(words, limit)
        found = self.desk.workspace.find(Unit, limit=EVERY)
        ordered, self._depth = in_tree(found)
        return list(ordered)

    def summary(self, record: Record) -> str:
        """People, the unit above, and who speaks for IT."""
        assert isinstance(record, Unit)
        parts = [plural(record.headcount, "person", "people")] if record.headcount is not None else []
        above = self.desk.title_of("units", record.part_of)
        parts += [f"part of {above}"] if above else []
        liaison = [
            ", ".join(filter(None, (self.desk.title_of("people", a.person), a.role, a.contact)))
            for a in self.desk.workspace.find(Assignment, equals={"unit": record.id})
        ]
        speaks = f"Liaison: {'; '.join(liaison)}." if liaison else "Nobody speaks for IT here yet."
        return f"{', '.join(parts)}. {speaks}" if parts else speaks

    def show_around(self, record: Record | None) -> None:
        """People of the unit, open promises made there, and the newest touchpoints."""
        clear_layout(self.side)
        if record is None:
            return
        desk, find = self.desk, self.desk.workspace.find
        touchpoints = find(Touchpoint, equals={"unit": record.id}, sort="happened_at", descending=True, limit=200)
        there = {touchpoint.id for touchpoint in touchpoints}
        promises = [p for p in find(Promise, equals={"state": "open"}, sort="due") if p.touchpoint in there]
        people = find(Person, equals={"unit": record.id})
        happened = [
            Line(clip(t.summary or t.quote or t.kind), day(t.happened_at), partial(desk.go, "touchpoints", t.id))
            for t in touchpoints
        ]
        owed = [Line(p.words, day(p.due), partial(desk.go, "touchpoints", p.touchpoint or "")) for p in promises]
        known = [Line(p.name, p.job_title, partial(desk.go, "people", p.id)) for p in people]
        self.side.addWidget(lines_panel("What happened", happened, "Nothing is noted yet."))
        self.side.addWidget(lines_panel("Open promises", owed, "No promises are open."))
        self.side.addWidget(lines_panel("People", known, "Nobody is known here yet."))
        self.side.addStretch()
