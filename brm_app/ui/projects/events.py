"""What happened around a project, and when it reaches whom."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from brm_app.domain.days import day, short_day
from brm_app.domain.records import Project, Rollout, Touchpoint
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import Groups
from brm_app.ui.marks import kind_icon
from brm_app.ui.projects.section import Section
from brm_app.ui.timeline import Timeline, TimelineItem
from brm_app.ui.widgets import button, label, tag
from brm_app.ui.words import capital, clip

ROLLOUT: Groups = (("", ("unit", "site", "date", "until", "done", "internal")),)
SHOWN = 9  # rows of the timeline that are in sight at once


class Touchpoints(Section):
    """All touchpoints about the project, newest first; a press opens one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "touchpoints", "Touchpoints")
        self.act(button("logTouchpoint", "Log one", self._log, "link", "Log a touchpoint of this project"))
        self.timeline = Timeline(desk.theme, "projectTimeline", "Touchpoints of the project")
        self.timeline.opened.connect(lambda touchpoint: desk.go("touchpoints", touchpoint))
        words = "Nothing is noted about this project yet. What you log about it shows here."
        self._empty = label(words, "about", wrap=True)
        self.body.insertWidget(1, self._empty)
        self.body.insertWidget(2, self.timeline)

    def fill(self, project: Project) -> None:
        """One row for each."""
        found = self.desk.workspace.linked(Touchpoint, "projects", project.id)
        found.sort(key=lambda t: (t.happened_at is not None, t.happened_at, t.id), reverse=True)
        self.timeline.show_items([self._item(touchpoint) for touchpoint in found])
        self.timeline.setFixedHeight(self.timeline.rows_height(SHOWN) + 4)
        self.timeline.setVisible(bool(found))
        self._empty.setVisible(not found)

    def _item(self, touchpoint: Touchpoint) -> TimelineItem:
        parts = [capital(touchpoint.kind), self.desk.title_of("units", touchpoint.unit)]
        parts += [f"{touchpoint.minutes}\u00a0min"] if touchpoint.minutes else []
        second, quotable = clip(touchpoint.summary, 300), ""
        if touchpoint.quote:
            second = f"“{clip(touchpoint.quote, 300)}”"
            quotable = "May be quoted" if touchpoint.consent else "Not to be quoted"
        return TimelineItem(
            touchpoint.id, short_day(touchpoint.happened_at, self.desk.clock.today()), kind_icon(touchpoint.kind),
            ", ".join(filter(None, parts)), second, mood=touchpoint.mood, tag=quotable,
            tag_kind="good" if touchpoint.consent else "",
        )  # fmt: skip

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
        line.setSpacing(12)
        date = label(_days(rollout), "secondary")
        date.setMinimumWidth(date.fontMetrics().horizontalAdvance("30 Nov 2026 to 30 Dec 2026"))
        line.addWidget(date)
        line.addWidget(label(where, "strong", wrap=True), 1)
        line.addWidget(tag("✓ Done" if rollout.done else "○ To come", "good" if rollout.done else ""))
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
            self.desk.delete(rollout)


def _days(rollout: Rollout) -> str:
    if rollout.date is None:
        return "No date"
    return f"{day(rollout.date)} to {day(rollout.until)}" if rollout.until else day(rollout.date)
