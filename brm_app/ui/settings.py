"""The page of settings: the organisation, its audiences, and the words that not all of them know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from brm_app.domain.records import Audience, Organisation, Record, Term
from brm_app.domain.text import fold
from brm_app.ui.desk import Desk
from brm_app.ui.editing.form import RecordForm
from brm_app.ui.marks import with_side
from brm_app.ui.page import Page
from brm_app.ui.settingslist import SettingsList
from brm_app.ui.widgets import Elided, label, tag
from brm_app.ui.words import one_line

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

ORGANISATION = (
    ("Organisation", ("name", "short_code", "logo", "headcount", "it_headcount")),
    ("Money and time", ("currency", "hourly_rate", "hours_per_shift", "fiscal_year_start")),
    ("Briefings", ("locale", "page_size", "reading_budget")),
)
AUDIENCE = (
    ("", ("name", "short_code", "lenses", "cadence_days", "reading_level", "marking", "reading_budget", "order")),
)
TERM = (("", ("word", "plain", "known_by", "note")),)
_TERMS = "The composer offers the plain word where a briefing uses the other. Audiences who know it are spared."
_KINDS = {"organisation", "audiences", "attachments", "terms"}


class SettingsPage(Page):
    """Two columns: the organisation at the left, the audiences and the words to explain at the right."""

    name = "settings"
    hints = (("Ctrl Enter", "save"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = RecordForm(desk, Organisation, ORGANISATION)
        self.form.edited.connect(self.form.buttons.setVisible)
        self.audiences = SettingsList(desk, "Audiences", Audience, AUDIENCE, _told_audience, self._fresh)
        self.terms = SettingsList(desk, "Words to explain", Term, TERM, _told_term, Term, _TERMS)
        self._lay_out()

    def _fresh(self) -> Audience:
        return Audience(order=self.desk.workspace.count(Audience) + 1)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("role", "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        area.setWidget(inside)  # while it is empty: what is moved is dressed again with all that is in it
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 16, 24, 24)
        box.setSpacing(12)
        box.addWidget(label("Settings", "title"))
        line, side = QHBoxLayout(), QVBoxLayout()
        line.setSpacing(12)
        side.setSpacing(12)
        side.addWidget(self.audiences)
        side.addWidget(self.terms)
        side.addStretch()
        line.addWidget(self.form, 3, Qt.AlignmentFlag.AlignTop)
        line.addLayout(side, 2)
        box.addLayout(line)
        box.addStretch()

    def open_record(self, record_id: str) -> None:
        """Opens the form of an audience or of a word to explain."""
        lists: tuple[tuple[type[Record], SettingsList], ...] = ((Audience, self.audiences), (Term, self.terms))
        for cls, shown in lists:
            record = self.desk.workspace.get(cls, record_id) if record_id else None
            if record is not None:
                shown.edit(record)

    def refresh(self, notice: Notice | None) -> None:
        """Shows everything as it is now; what is being typed stays."""
        if notice and not notice.kinds & _KINDS:
            return
        workspace = self.desk.workspace
        if not self.form.dirty:
            self.form.show_record(workspace.organisation)
        if notice is None or "audiences" in notice.kinds:
            self.audiences.show_records(workspace.find(Audience, sort="order"))
        if notice is None or "terms" in notice.kinds:
            self.terms.show_records(sorted(workspace.find(Term), key=lambda term: fold(term.title)))

    def save_record(self) -> None:
        """Saves the forms that are open."""
        self.audiences.save()
        self.terms.save()
        if self.form.dirty:
            self.form.save()

    def new_record(self) -> None:
        """A new audience."""
        self.audiences.add()

    def settle(self) -> bool:
        """Saves the forms or asks."""
        return self.audiences.settle() and self.terms.settle() and self.form.settle()


def _told_audience(audience: Record) -> Sequence[QWidget]:
    assert isinstance(audience, Audience)
    kind = audience.look
    every = f", told every {audience.cadence_days} days" if audience.cadence_days else ""
    return tag(with_side(audience.name, kind), kind), label(f"in {', '.join(audience.lenses)}{every}", "secondary")


def _told_term(term: Record) -> Sequence[QWidget]:
    assert isinstance(term, Term)
    return _short(term.word, "name"), _short(f"say {term.plain}", "secondary")


def _short(words: str, role: str) -> Elided:
    """Words in one line, the whole of them in a tooltip."""
    made = Elided(one_line(words))
    made.setProperty("role", role)
    return made
