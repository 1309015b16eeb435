"""Sections that show fields of the project as words, each edited where it stands: why, brand kit, details."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from brm_app.domain.fields import by_name
from brm_app.domain.records import Project
from brm_app.ui.desk import Desk
from brm_app.ui.projects.fieldwords import field_words
from brm_app.ui.projects.inplace import INSIDE, Fact
from brm_app.ui.projects.section import Section
from brm_app.ui.widgets import button, label

WHY = ("workaround", "permanent_fix", "overall_value", "least_disruption", "compatibility", "adviser", "adviser_cost")
BRAND = ("tagline", "logo", "colour", "second_colour", "tone", "do", "dont")
DETAILS = (
    "name", "code", "unit", "sites", "summary", "status", "status_as_of", "theme", "it_owner", "business_owner",
    "accountable", "starts", "live", "note", "internal",
)  # fmt: skip
SHORT = {"adviser": "Adviser", "adviser_cost": "Costs"}


class Facts(Section):
    """Fields as label and words; each opens on a press, all of them with Edit at the heading."""

    def __init__(
        self, desk: Desk, name: str, heading: str, fields: Sequence[str], settle: Callable[[], bool], lead: str = ""
    ) -> None:  # fmt: skip
        super().__init__(desk, name, heading)
        self._lead, self._fields = lead, fields
        self.body.setContentsMargins(16 - INSIDE, 12, 16 - INSIDE, 14)
        self.head.setContentsMargins(INSIDE, 0, 0, 0)
        self.act(button(f"edit-{name}", "Edit", self.edit, "link", f"Edit {heading.lower()}"))
        self.facts: list[Fact] = []
        if lead:
            self.rows.addWidget(self._fact(lead, "strong", settle))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16 - INSIDE)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        known = by_name(Project)
        for row, field in enumerate(fields):
            words = label(SHORT.get(field, known[field].label), "secondary")
            words.setContentsMargins(INSIDE, 3, 0, 0)
            grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._fact(field, "", settle), row, 1, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(grid)

    def _fact(self, field: str, role: str, settle: Callable[[], bool]) -> Fact:
        spec = by_name(Project)[field]

        def draw(box: QHBoxLayout, project: Project) -> str:
            words = field_words(self.desk, spec, getattr(project, spec.attr))
            empty = f"{spec.label} is not written yet" if role else "Add"
            box.addWidget(label(words or empty, role if words else "muted", wrap=True), 1)
            return words

        fact = Fact(self.desk, (field,), draw, settle)
        self.facts.append(fact)
        return fact

    def edit(self) -> None:
        """Opens all of the fields instead of the words."""
        if self.project:
            fields = (self._lead, *self._fields) if self._lead else self._fields
            self.open_form(self.project, (("", fields),), instead=True)

    def rebuild(self) -> None:
        """Shows each fact again."""
        if self.project:
            for fact in self.facts:
                fact.show_project(self.project)
