"""The page of settings: the organisation and its audiences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brm_app.domain.records import Audience, Organisation
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import RecordForm
from brm_app.ui.page import Page
from brm_app.ui.widgets import Panel, button, clear_layout, label, tag

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

ORGANISATION = (
    ("Organisation", ("name", "short_code", "logo", "headcount", "it_headcount")),
    ("Money and time", ("currency", "hourly_rate", "hours_per_shift", "fiscal_year_start")),
    ("Briefings", ("locale", "page_size", "reading_budget")),
)
AUDIENCE = (("", ("name", "lenses", "cadence_days", "reading_level", "marking", "reading_budget", "order")),)


class SettingsPage(Page):
    """Two columns: the organisation at the left, the audiences at the right."""

    name = "settings"
    hints = (("Ctrl Enter", "save"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = RecordForm(desk, Organisation, ORGANISATION)
        self.form.edited.connect(self.form.buttons.setVisible)
        self.audiences = Panel("Audiences")
        self.audiences.act(button("addAudience", "Add", self.add_audience, "link", "Add an audience"))
        self.rows = QVBoxLayout()
        self.audience = RecordForm(desk, Audience, AUDIENCE, 1)
        self.audience.hide()
        self.audience.saved.connect(lambda _record: self.audience.hide())
        self.audience.cancelled.connect(self.audience.hide)
        self.audiences.body.addLayout(self.rows)
        self.audiences.body.addWidget(self.audience)
        self._lay_out()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "page")
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 16, 24, 24)
        box.setSpacing(12)
        box.addWidget(label("Settings", "title"))
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.audiences, 2, Qt.AlignmentFlag.AlignTop)
        box.addLayout(line)
        box.addStretch()
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def refresh(self, notice: Notice | None) -> None:
        """Shows the organisation and the audiences as they are now; what is being typed stays."""
        if notice and not notice.kinds & {"organisation", "audiences", "attachments"}:
            return
        if not self.form.dirty:
            self.form.show_record(self.desk.workspace.organisation)
        clear_layout(self.rows)
        for number, audience in enumerate(self.desk.workspace.find(Audience, sort="order")):
            self.rows.addWidget(self._row(number, audience))

    def _row(self, number: int, audience: Audience) -> QWidget:
        made = QWidget()
        box = QHBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        kind = "board" if "money" in audience.lenses else "staff"
        box.addWidget(tag(audience.name, kind), 0, Qt.AlignmentFlag.AlignVCenter)
        every = f", told every {audience.cadence_days} days" if audience.cadence_days else ""
        box.addWidget(label(f"in {', '.join(audience.lenses)}{every}", "secondary"), 1)
        spoken = f"audience {audience.name}"
        box.addWidget(button(f"editAudience-{number}", "Edit", lambda: self.edit(audience), "link", f"Edit {spoken}"))
        remove = button(f"deleteAudience-{number}", "Delete", lambda: self.delete(audience), "link", f"Delete {spoken}")
        box.addWidget(remove)
        return made

    def edit(self, audience: Audience) -> None:
        """Opens the form of an audience."""
        self._open(audience, new=False)

    def add_audience(self) -> None:
        """Opens an empty form of an audience."""
        self._open(Audience(order=self.desk.workspace.count(Audience) + 1), new=True)

    def _open(self, audience: Audience, new: bool) -> None:
        if self.audience.isHidden() or self.audience.settle():
            self.audience.show_record(audience, new)
            self.audience.show()
            self.audience.focus_first()

    def delete(self, audience: Audience) -> None:
        """Deletes an audience at once."""
        with self.desk.telling():
            self.desk.delete(audience)

    def save_record(self) -> None:
        """Saves the form that is open."""
        if not self.audience.isHidden() and self.audience.dirty:
            self.audience.save()
        if self.form.dirty:
            self.form.save()

    def new_record(self) -> None:
        """A new audience."""
        self.add_audience()

    def settle(self) -> bool:
        """Saves both forms or asks."""
        return (self.audience.isHidden() or self.audience.settle()) and self.form.settle()
