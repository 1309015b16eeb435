"""Sections that show some fields of the project as words and edit them: why, brand, details."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from brm_app.domain.fields import Kind, Spec, by_name
from brm_app.domain.records import Project
from brm_app.domain.values import to_text
from brm_app.ui.desk import Desk
from brm_app.ui.projects.section import Section
from brm_app.ui.widgets import button, label
from brm_app.ui.words import day

WHY = ("workaround", "permanent_fix", "overall_value", "least_disruption", "compatibility")
BRAND = ("tagline", "logo", "colour", "second_colour", "tone", "do", "dont")
DETAILS = (
    "name", "code", "unit", "sites", "summary", "status", "status_as_of", "theme", "it_owner", "business_owner",
    "accountable", "starts", "live", "adviser", "adviser_cost", "note", "internal",
)  # fmt: skip


class Facts(Section):
    """Fields as label and words, with Edit at the heading."""

    def __init__(self, desk: Desk, name: str, heading: str, fields: Sequence[str], lead: str = "") -> None:
        super().__init__(desk, name, heading)
        self._fields, self._lead = fields, lead
        self._edit = button(f"edit-{name}", "Edit", self.edit, "link", f"Edit {heading.lower()}")
        self.act(self._edit)

    def edit(self) -> None:
        """Opens the fields instead of the words."""
        if self.project:
            fields = (self._lead, *self._fields) if self._lead else self._fields
            self.open_form(self.project, (("", fields),), instead=True)

    def fill(self, project: Project) -> None:
        """The lead as a sentence, then each field that says something."""
        known = by_name(Project)
        if self._lead:
            words = str(getattr(project, self._lead))
            role = "strong" if words else "about"
            self.rows.addWidget(label(words or f"{known[self._lead].label} is not written yet.", role, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 96)
        grid.setColumnStretch(1, 1)
        for name in self._fields:
            words = self._words(known[name], getattr(project, known[name].attr))
            if words:
                row = grid.rowCount()
                grid.addWidget(label(known[name].label, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(words, wrap=True), row, 1)
        self.rows.addLayout(grid)
        if grid.count() == 0 and not self._lead:
            self.rows.addWidget(label("Nothing is written here yet.", "about"))

    def _words(self, spec: Spec, value: Any) -> str:
        if not value:
            return ""
        match spec.kind:
            case Kind.LINK:
                return self.desk.title_of(spec.target, value)
            case Kind.LINKS:
                return ", ".join(self.desk.title_of(spec.target, key) for key in value)
            case Kind.DATE:
                return day(value)
            case Kind.FLAG:
                return "Yes"
        return to_text(spec, value)
