"""What happened around a project, and when it reaches whom."""

from __future__ import annotations

import attrs
from PySide6.QtWidgets import QHBoxLayout

from brm_app.domain.records import Project, Rollout, Touchpoint
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Groups
from brm_app.ui.projects.section import Section
from brm_app.ui.widgets import button, label, tag
from brm_app.ui.words import clip, day

ROLLOUT: Groups = (("", ("unit", "site", "date", "until", "done", "internal")),)
MOST = 8


class Touchpoints(Section):
    """The newest touchpoints about the project."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "touchpoints", "Touchpoints")
        self.act(button("logTouchpoint", "Log one", self._log, "link", "Log a touchpoint of this project"))

    def fill(self, project: Project) -> None:
        """One line for each."""
        found = self.desk.workspace.linked(Touchpoint, "projects", project.id)
        found.sort(key=lambda t: (t.happened_at is not None, t.happened_at, t.id), reverse=True)
        if not found:
            self.rows.addWidget(label("Nothing is noted about this project yet.", "about", wrap=True))
        for place, touchpoint in enumerate(found[:MOST]):
            self._add_row(place, touchpoint)
        if len(found) > MOST:
            self.rows.addWidget(label(f"and {len(found) - MOST:,} more", "secondary"))

    def _add_row(self, place: int, touchpoint: Touchpoint) -> None:
        words = (
            f"“{clip(touchpoint.quote, 70)}”" if touchpoint.quote else clip(touchpoint.summary or touchpoint.kind, 70)
        )
        line = QHBoxLayout()
        date = label(day(touchpoint.happened_at), "secondary")
        date.setFixedWidth(84)
        line.addWidget(date)
        open_it = lambda: self.desk.go("touchpoints", touchpoint.id)  # noqa: E731
        line.addWidget(button(f"openTouchpoint-{place}", words.replace("&", "&&"), open_it, "line", words))
        line.addStretch()
        if touchpoint.quote:
            line.addWidget(label("may be quoted" if touchpoint.consent else "not to be quoted", "caption"))
        self.rows.addLayout(line)

    def _log(self) -> None:
        if self.project:
            self.desk.go("touchpoints", f"new:{self.project.id}")


class Rollouts(Section):
    """The days on which the project reaches units and sites."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "rollouts", "Roll-out")
        self.act(button("addRollout", "Add", self.add, "link", "Add a roll-out"))

    def fill(self, project: Project) -> None:
        """One line for each, by day."""
        found = self.desk.workspace.find(Rollout, equals={"project": project.id}, sort="date")
        if not found:
            self.rows.addWidget(label("No day is set yet on which it reaches a unit or a site.", "about", wrap=True))
        for place, rollout in enumerate(found):
            self._add_row(place, rollout)

    def _add_row(self, place: int, rollout: Rollout) -> None:
        where = self.desk.title_of("units", rollout.unit) or self.desk.title_of("sites", rollout.site) or "Everybody"
        line = QHBoxLayout()
        date = label(day(rollout.date) or "no date", "secondary")
        date.setFixedWidth(84)
        line.addWidget(date)
        line.addWidget(label(where, wrap=True), 1)
        line.addWidget(tag("Done" if rollout.done else "To come", "good" if rollout.done else ""))
        spoken = f"roll-out to {where}"
        line.addWidget(button(f"editRollout-{place}", "Edit", lambda: self._edit(rollout), "link", f"Edit {spoken}"))
        gone = button(f"deleteRollout-{place}", "Delete", lambda: self._delete(rollout), "link", f"Delete {spoken}")
        line.addWidget(gone)
        self.rows.addLayout(line)

    def add(self) -> None:
        """Opens an empty roll-out."""
        if self.project:
            self.open_form(Rollout(project=self.project.id), ROLLOUT, new=True)

    def _edit(self, rollout: Rollout) -> None:
        self.open_form(rollout, ROLLOUT)

    def _delete(self, rollout: Rollout) -> None:
        with self.desk.telling():
            self.desk.delete(attrs.evolve(rollout))
