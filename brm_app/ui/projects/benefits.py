"""The benefits of a project in a table: was, now, target, what it is worth, evidence and as of."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout

from brm_app.domain.currency import digits
from brm_app.domain.figures import Standing, minutes_a_period, money_a_year, standing
from brm_app.domain.records import Benefit, Organisation, Project, Reading, Record
from brm_app.services.briefs.wording import Words, locale_of
from brm_app.ui.desk import Desk
from brm_app.ui.listing import Column, RecordModel, RecordTable
from brm_app.ui.projects.section import Section
from brm_app.ui.widgets import button, label
from brm_app.ui.words import clip, day, measured

BENEFIT = (
    ("", ("statement", "measure", "direction", "baseline", "target", "evidence", "owner", "source", "code")),
    (
        "From which time and money are worked out",
        ("occurrences_per_period", "occurrence_name", "period", "periods_per_year", "population", "population_name",
         "share_counted", "unit_value", "review_days", "internal"),
    ),
)  # fmt: skip
READING = (("", ("value", "as_of", "note")),)
ROW, MOST = 36, 10


class Benefits(Section):
    """The benefits; Enter edits the chosen one, its readings stand below."""

    columns: ClassVar[int] = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "benefits", "Benefits")
        self._standing: dict[str, Standing] = {}
        self._organisation = desk.workspace.organisation
        columns = self._columns()
        self.model = RecordModel(desk, columns, self._read)
        self.table = RecordTable(self.model, columns, ROW)
        self.table.setObjectName("benefitsTable")
        self.table.setAccessibleName("Benefits")
        self.table.opened.connect(lambda _id: self.edit())
        self.table.wants_delete.connect(self.delete)
        self.table.chosen.connect(lambda _id: self._show_readings())
        self.empty = label("No benefits yet. A benefit is what this project changes; add one.", "about", wrap=True)
        self._acts = [
            button("addReading", "Add reading", self.add_reading, "link"),
            button("editBenefit", "Edit", self.edit, "link", "Edit benefit"),
            button("deleteBenefit", "Delete", self.delete, "link", "Delete benefit"),
        ]
        for act in (button("addBenefit", "Add benefit", self.add, "link"), *self._acts):
            self.act(act)
        self.body.insertWidget(1, self.empty)
        self.body.insertWidget(2, self.table)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Benefit", lambda b: clip(b.statement), muted=False),
            Column("Was", lambda b: measured(b.baseline, b.measure), 76, right=True),
            Column("Now", self._now, 76, right=True, muted=False),
            Column("Target", lambda b: measured(b.target, b.measure), 76, right=True),
            Column("Worth", self._worth, 208, right=True, muted=False),
            Column("Evidence", lambda b: b.evidence, 84),
            Column("As of", self._as_of, 108),
        )

    def _now(self, benefit: Benefit) -> str:
        now = self._standing[benefit.id].now
        return "not yet" if now is None else measured(now, benefit.measure)

    def _as_of(self, benefit: Benefit) -> str:
        reading = self._standing[benefit.id].reading
        return day(reading.as_of) if reading else ""

    def _worth(self, benefit: Benefit) -> str:
        return worth(self._standing[benefit.id], self._organisation)

    def _read(self, _words: str, _limit: int) -> list[Record]:
        if self.project is None:
            return []
        workspace, today = self.desk.workspace, self.desk.clock.today()
        benefits = workspace.find(Benefit, equals={"project": self.project.id})
        self._standing = {b.id: standing(b, workspace.find(Reading, equals={"benefit": b.id}), today) for b in benefits}
        benefits.sort(key=lambda b: (self._standing[b.id].reading is None, b.code, b.statement))
        return list(benefits)

    # Showing

    def rebuild(self) -> None:
        """Reads the benefits again and keeps the chosen one chosen."""
        held = self.table.current_id()
        self._organisation = self.desk.workspace.organisation
        self.table.selectionModel().blockSignals(True)
        self.model.load("")
        self.table.selectionModel().blockSignals(False)
        records = self.model.records
        self.table.choose(held if self.model.row_of(held) >= 0 else records[0].id if records else "")
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + ROW * min(MOST, len(records)) + 6)
        self.table.setVisible(bool(records))
        self.empty.setVisible(not records)
        for act in self._acts:
            act.setEnabled(bool(records))
        self._show_readings()

    def fill(self, project: Project) -> None:
        """The readings of the chosen benefit."""
        chosen = self._chosen()
        if chosen is None:
            return
        self.rows.addWidget(label(clip(chosen.statement, 400), "strong", wrap=True))
        readings = self.desk.workspace.find(Reading, equals={"benefit": chosen.id}, sort="as_of", descending=True)
        if not readings:
            self.rows.addWidget(label("Not measured yet. Add a reading when there is one.", "about"))
        for place, reading in enumerate(readings[:6]):
            self._add_reading_row(place, reading, chosen)

    def _add_reading_row(self, place: int, reading: Reading, benefit: Benefit) -> None:
        line = QHBoxLayout()
        value = label(measured(reading.value, benefit.measure), "strong")
        value.setMinimumWidth(QFontMetrics(value.font()).horizontalAdvance("0,000,000 min"))
        line.addWidget(value)
        line.addWidget(label(f"as of {day(reading.as_of)}", "secondary"))
        line.addWidget(label(clip(reading.note, 80), "secondary"), 1)
        spoken = f"reading of {day(reading.as_of)}"
        edit = button(f"editReading-{place}", "Edit", lambda: self._edit_reading(reading), "link", f"Edit {spoken}")
        line.addWidget(edit)
        gone = button(f"deleteReading-{place}", "Delete", lambda: self._delete(reading), "link", f"Delete {spoken}")
        line.addWidget(gone)
        line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.rows.addLayout(line)

    def _show_readings(self) -> None:
        super().rebuild()

    def _chosen(self) -> Benefit | None:
        row = self.model.row_of(self.table.current_id())
        found = self.model.records[row] if row >= 0 else None
        return found if isinstance(found, Benefit) else None

    # Acting

    def add(self) -> None:
        """Opens an empty benefit."""
        if self.project:
            form = self.open_form(Benefit(project=self.project.id), BENEFIT, new=True, columns=self.columns)
            if form:
                form.saved.connect(self._on_made)

    def _on_made(self, made: Benefit) -> None:
        """Chooses the new benefit, so that the next reading is of it."""
        self.table.choose(made.id)
        self._show_readings()

    def edit(self) -> None:
        """Opens the chosen benefit."""
        chosen = self._chosen()
        if chosen:
            self.open_form(chosen, BENEFIT, columns=self.columns)

    def delete(self) -> None:
        """Deletes the chosen benefit at once, its readings with it."""
        chosen = self._chosen()
        if chosen:
            self._delete(chosen)

    def add_reading(self) -> None:
        """Opens an empty reading of today."""
        chosen = self._chosen()
        if chosen:
            self.open_form(Reading(benefit=chosen.id, as_of=self.desk.clock.today()), READING, new=True)

    def _edit_reading(self, reading: Reading) -> None:
        self.open_form(reading, READING)

    def _delete(self, record: Record) -> None:
        with self.desk.telling():
            self.desk.delete(record)


def worth(it: Standing, organisation: Organisation) -> str:
    """What a benefit is worth in time and money, in few words; nothing where it can't be worked out."""
    words = Words(locale_of(organisation.locale), organisation.currency, dt.date.today())
    minutes = minutes_a_period(it)
    minor = digits(organisation.currency)
    money = money_a_year(it, organisation.hourly_rate, minor)
    parts = [] if minutes is None else [f"{words.time(minutes)} a {it.benefit.period}"]
    parts += [] if money is None else [f"{words.money(money.scaleb(-minor))} a year"]
    return ", ".join(parts)
