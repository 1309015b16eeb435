"""The page of people in the business and in IT."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from brm_app.domain.records import Person, Promise, Record, Touchpoint
from brm_app.ui.around import Line, lines_panel
from brm_app.ui.listing import Column
from brm_app.ui.recordspage import RecordsPage
from brm_app.ui.widgets import clear_layout
from brm_app.ui.words import clip, day


class PeoplePage(RecordsPage):
    """People by name, each with what happened and what they were promised."""

    name = "people"
    cls = Person
    pane_width = 320
    empty_words = (
        "Nobody yet. People are who you ask, who you promise, and who owns a project.\nAdd one, or import them."
    )
    concerns = frozenset({"units", "touchpoints", "promises"})
    groups = (
        ("Person", ("name", "name_consent", "job_title", "unit", "side", "kind", "email", "phone", "power_user")),
        ("VIP support", ("vip", "vip_delegate", "vip_availability", "vip_preference", "vip_contact_rule")),
        ("Notes", ("note", "internal")),
    )

    def title(self) -> str:
        """The words of this place."""
        return "People"

    def columns(self) -> Sequence[Column]:
        """Name and job."""
        return (
            Column("Name", lambda person: person.name, 150, muted=False),
            Column("Job title", lambda person: person.job_title),
        )

    def summary(self, record: Record) -> str:
        """Job and unit."""
        assert isinstance(record, Person)
        return ", ".join(filter(None, (record.job_title, self.desk.title_of("units", record.unit))))

    def show_around(self, record: Record | None) -> None:
        """What they were promised, and the newest touchpoints with them."""
        clear_layout(self.side)
        if record is None:
            return
        desk, workspace = self.desk, self.desk.workspace
        promises = workspace.find(Promise, equals={"to_whom": record.id}, sort="due")
        met = sorted(workspace.linked(Touchpoint, "people", record.id), key=lambda t: str(t.happened_at), reverse=True)
        owed = [Line(p.words, f"{p.state}, {day(p.due)}", partial(desk.go, "touchpoints", p.touchpoint or ""))
                for p in promises]  # fmt: skip
        happened = [
            Line(clip(t.summary or t.quote or t.kind), day(t.happened_at), partial(desk.go, "touchpoints", t.id))
            for t in met
        ]
        self.side.addWidget(lines_panel("Promised to them", owed, "Nothing is promised."))
        self.side.addWidget(lines_panel("What happened", happened, "Nothing is noted yet."))
        self.side.addStretch()
