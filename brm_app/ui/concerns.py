"""The page of concerns: what troubles people in their own words, and whether it was closed."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from brm_app.domain.days import short_day
from brm_app.domain.records import Concern, Record
from brm_app.ui.listing import Column
from brm_app.ui.marks import in_shape
from brm_app.ui.recordspage import RecordsPage
from brm_app.ui.words import capital, clip

STATES = {"open": "warn", "refused": "bad", "closed": "good"}


def stands(state: str) -> str:
    """`▲ Open`: how a concern stands, after its shape."""
    return in_shape(STATES.get(state, ""), capital(state))


INKS = {stands(state).lower(): ink for state, ink in STATES.items()}


class ConcernsPage(RecordsPage):
    """Pains and complaints; those that are closed stand last."""

    name = "concerns"
    cls = Concern
    order = (2, True)
    empty_words = "No concerns yet.\nWhat hurts people at their work, in their words, until it is closed."
    concerns = frozenset({"units", "projects", "people"})
    groups = (
        ("", ("words", "unit", "project", "raised_by", "raised_on", "people_affected")),
        ("How it stands", ("state", "refused_by", "closed_on", "evidence")),
        ("More", ("touchpoint", "note", "internal")),
    )

    def title(self) -> str:
        """The words of this place."""
        return "Concerns"

    def columns(self) -> Sequence[Column]:
        """What hurts, where, how it stands, and since when."""
        return (
            Column("Concern", lambda c: clip(c.words), muted=False, sort=""),
            Column("Unit", lambda c: self.desk.title_of("units", c.unit), 168, sort="unit", needs=560),
            Column(
                "State", lambda c: stands(c.state), 104, sort="state", states=INKS, spoken=lambda c: capital(c.state)
            ),
            Column("Raised", lambda c: short_day(c.raised_on, self.desk.clock.today()), 88, sort="raised_on"),
        )

    def blank(self) -> Concern:
        """Raised today."""
        return Concern(words="", raised_on=self.desk.clock.today())

    def open_record(self, record_id: str) -> None:
        """Shows a concern; `new:` and the id of a unit begins one of that unit."""
        word, _, unit = record_id.partition(":")
        if word == "new":
            self.begin(attrs.evolve(self.blank(), unit=unit))
        else:
            super().open_record(record_id)

    def headline(self, record: Record) -> str:
        """The words."""
        assert isinstance(record, Concern)
        return clip(record.words)

    def summary(self, record: Record) -> str:
        """How it stands, and the unit."""
        assert isinstance(record, Concern)
        closed = short_day(record.closed_on, self.desk.clock.today()) if record.state == "closed" else ""
        unit = self.desk.title_of("units", record.unit)
        return ", ".join(part for part in (f"{capital(record.state)} {closed}".strip(), unit) if part)
