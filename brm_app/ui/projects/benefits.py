"""The benefits of a project in a table: was, bar, target, now, way and as of; below it the readings of the chosen."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from brm_app.domain.days import day, short_day
from brm_app.domain.records import Benefit, Person, Project, Reading, Record
from brm_app.ui.desk import Desk
from brm_app.ui.listing import Column, RecordModel, RecordTable
from brm_app.ui.marks import grown
from brm_app.ui.projects.benefitforms import BENEFIT, READING, BenefitForm, ReadingForm
from brm_app.ui.projects.benefitrows import (
    ADD,
    AS_OF,
    BAR,
    NOW,
    TARGET,
    WAS,
    WAY,
    BenefitDelegate,
    Row,
    keeps_within,
    way_words,
)
from brm_app.ui.projects.proofcard import EvidenceMark
from brm_app.ui.projects.section import Section
from brm_app.ui.projects.worth import Valuer, standings
from brm_app.ui.widgets import button, label
from brm_app.ui.words import capital, clip, measured

MOST = 10  # rows that are shown without scrolling inside the table
STATEMENT_ROOM = 190  # px that the words of a benefit have before its bar is made longer
EVIDENCE = ("measured", "estimated", "told")


class BenefitTable(RecordTable):
    """The rows; N or a click on the offer in a row adds a reading to it."""

    wants_reading = Signal()

    def __init__(self, model: RecordModel, columns: tuple[Column, ...], delegate: BenefitDelegate) -> None:
        super().__init__(model, columns)
        self.delegate = delegate
        self.setItemDelegate(delegate)
        self.setObjectName("benefitsTable")
        self.setAccessibleName("Benefits")
        self.setAccessibleDescription("Enter edits, N adds a reading, Delete deletes")
        self.setProperty("role", "inner")
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.horizontalHeader().setStyleSheet("QHeaderView::section { background: transparent; border-radius: 0; }")

    def _hover(self, row: int) -> None:
        self.delegate.hovered = row
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the offer of the row takes it."""
        super().mouseReleaseEvent(event)
        place: QPoint = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and index.column() == AS_OF and event.button() == Qt.MouseButton.LeftButton:
            self.wants_reading.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N adds a reading."""
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.wants_reading.emit()
        else:
            super().keyPressEvent(event)


class Benefits(Section):
    """The benefits; Enter edits the chosen one, its readings stand below."""

    columns: ClassVar[int] = 3
    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "benefits", "Benefits")
        self._rows: dict[str, Row] = {}
        self._valuer = Valuer(desk.workspace.organisation, desk.clock.today())
        columns = self._columns()
        self.model = RecordModel(desk, columns, self._read)
        delegate = BenefitDelegate(desk.theme, self._rows, lambda row: self.model.id_at(row))
        self.table = BenefitTable(self.model, columns, delegate)
        self.table.opened.connect(lambda _id: self.edit())
        self.table.wants_delete.connect(self.delete)
        self.table.wants_reading.connect(self.add_reading)
        self.table.chosen.connect(self._on_chosen)
        self.empty = label("No benefits yet. A benefit is what this project changes; add one.", "about", wrap=True)
        self._legend()
        self.act(button("addBenefit", "Add benefit", self.add, "link"))
        self.body.insertWidget(1, self.empty)
        self.body.insertWidget(2, self.table)

    def _legend(self) -> None:
        for evidence in EVIDENCE:
            self.head.addSpacing(6)
            self.act(EvidenceMark(self.desk.theme, evidence))
            self.act(label(capital(evidence), "secondary"))
        self.head.addSpacing(8)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Benefit", lambda b: clip(b.statement), muted=False, spoken=self._spoken),
            Column("Was", lambda b: measured(b.baseline, b.measure), 60, right=True),
            Column("", self._way, 150),
            Column("Target", self._target, 60),
            Column("Now", self._now, 60, right=True, muted=False),
            Column("Way", self._way, 60, right=True),
            Column("As of", self._as_of, 90),
        )

    def _spoken(self, benefit: Benefit) -> str:
        owner = self._rows[benefit.id].owner
        return f"{benefit.statement}, {owner}" if owner else benefit.statement

    def _now(self, benefit: Benefit) -> str:
        now = self._rows[benefit.id].standing.now
        return "not yet" if now is None else measured(now, benefit.measure)

    def _target(self, benefit: Benefit) -> str:
        words = measured(benefit.target, benefit.measure)
        return f"at most {words}" if keeps_within(self._rows[benefit.id].standing) else words

    def _way(self, benefit: Benefit) -> str:
        return way_words(self._rows[benefit.id].standing)[0]

    def _as_of(self, benefit: Benefit) -> str:
        reading = self._rows[benefit.id].standing.reading
        return short_day(reading.as_of, self.desk.clock.today()) if reading and reading.as_of else ""

    def _read(self, _words: str, _limit: int) -> list[Record]:
        self._rows.clear()
        if self.project is None:
            return []
        workspace = self.desk.workspace
        found = standings(workspace, self.project, self.desk.clock.today())
        owners = {p.id: p for p in workspace.get_many(Person, {it.benefit.owner for it in found if it.benefit.owner})}
        for it in found:
            owner = owners.get(it.benefit.owner or "")
            self._rows[it.benefit.id] = Row(it, (owner.job_title or owner.name) if owner else "")
        return [it.benefit for it in found]

    # Showing

    def rebuild(self) -> None:
        """Reads the benefits again and keeps the chosen one chosen."""
        self._valuer = Valuer(self.desk.workspace.organisation, self.desk.clock.today())
        self.model.load("")
        records = self.model.records
        if records and not self.table.current_id():
            self.table.choose(records[0].id)
        row = grown(52, self.font())
        self.table.verticalHeader().setDefaultSectionSize(row)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + row * min(MOST, len(records)) + 6)
        self.table.setVisible(bool(records))
        self._fit_columns()
        self.empty.setVisible(not records)
        super().rebuild()

    def _fit_columns(self) -> None:
        """Columns of figures are as wide as what stands in them."""
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        room, gap = QFontMetrics(strong).horizontalAdvance, grown(14, self.font())
        for place, column in enumerate(self._columns()):
            if place in (WAS, TARGET, NOW, WAY):
                words = [column.words, *(column.text(benefit) for benefit in self.model.records)]
                self.table.setColumnWidth(place, min(grown(140, self.font()), max(map(room, words)) + gap))
        days = [room(self._as_of(benefit)) + grown(16, self.font()) for benefit in self._benefits()]
        self.table.setColumnWidth(AS_OF, max([room(ADD), *days]) + gap)
        taken = sum(self.table.columnWidth(place) for place in (WAS, TARGET, NOW, WAY, AS_OF))
        left = self.table.viewport().width() - taken - grown(STATEMENT_ROOM, self.font())
        self.table.setColumnWidth(BAR, max(grown(60, self.font()), min(grown(160, self.font()), left)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bars give way before the words do."""
        super().resizeEvent(event)
        self._fit_columns()

    def _benefits(self) -> list[Benefit]:
        return [record for record in self.model.records if isinstance(record, Benefit)]

    def fill(self, project: Project) -> None:
        """The chosen benefit with its worth and its readings."""
        chosen = self._chosen()
        if chosen is None:
            return
        self.rows.addSpacing(4)
        self.rows.addLayout(self._chosen_line(chosen))
        readings = self.desk.workspace.find(Reading, equals={"benefit": chosen.id}, sort="as_of", descending=True)
        if not readings:
            self.rows.addWidget(label("Not measured yet. Add a reading when there is one.", "about"))
        for place, reading in enumerate(readings[:6]):
            self._add_reading_row(place, reading, chosen)

    def _chosen_line(self, chosen: Benefit) -> QHBoxLayout:
        line, words = QHBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(clip(chosen.statement, 400), "strong", wrap=True))
        worth = self._valuer.line(self._rows[chosen.id].standing)
        if worth:
            made = label(worth, "secondary", wrap=True)
            made.setObjectName("benefitWorth")
            words.addWidget(made)
        line.addLayout(words, 1)
        for act in (
            button("addReading", "Add reading", self.add_reading, "link"),
            button("editBenefit", "Edit", self.edit, "link", "Edit benefit"),
            button("deleteBenefit", "Delete", self.delete, "link", "Delete benefit"),
        ):
            line.addWidget(act, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _add_reading_row(self, place: int, reading: Reading, benefit: Benefit) -> None:
        line = QHBoxLayout()
        value = label(measured(reading.value, benefit.measure), "strong")
        value.setMinimumWidth(QFontMetrics(value.font()).horizontalAdvance("0,000,000"))
        line.addWidget(value)
        line.addWidget(label(f"as of {day(reading.as_of)}", "secondary"))
        line.addWidget(label(clip(reading.note, 80), "secondary", wrap=True), 1)
        about = f"reading of {day(reading.as_of)}"
        edit = button(f"editReading-{place}", "Edit", lambda: self._edit_reading(reading), "link", f"Edit {about}")
        line.addWidget(edit)
        gone = button(f"deleteReading-{place}", "Delete", lambda: self._delete(reading), "link", f"Delete {about}")
        line.addWidget(gone)
        line.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.rows.addLayout(line)

    def show_benefit(self, benefit_id: str) -> None:
        """Chooses the benefit whose proof is shown, and tells nobody."""
        if benefit_id and benefit_id != self.table.current_id():
            self.table.choose(benefit_id)
            super().rebuild()

    def _on_chosen(self, benefit_id: str) -> None:
        super().rebuild()
        self.chosen.emit(benefit_id)

    def _chosen(self) -> Benefit | None:
        row = self.model.row_of(self.table.current_id())
        found = self.model.records[row] if row >= 0 else None
        return found if isinstance(found, Benefit) else None

    # Acting

    def add(self) -> None:
        """Opens an empty benefit."""
        if self.project:
            form = self.open_form(Benefit(project=self.project.id), BENEFIT, True, self.columns, form=BenefitForm)
            if form:
                form.saved.connect(self._on_made)

    def _on_made(self, made: Benefit) -> None:
        """Chooses the new benefit, so that the next reading is of it."""
        self.table.choose(made.id)
        self._on_chosen(made.id)

    def edit(self) -> None:
        """Opens the chosen benefit."""
        chosen = self._chosen()
        if chosen:
            self.open_form(chosen, BENEFIT, columns=self.columns, form=BenefitForm)

    def delete(self) -> None:
        """Deletes the chosen benefit at once, its readings with it."""
        chosen = self._chosen()
        if chosen:
            self._delete(chosen)

    def add_reading(self) -> None:
        """Opens an empty reading of today."""
        chosen = self._chosen()
        if chosen is None:
            self.desk.status("There is no benefit to read yet. Add one first.")
        else:
            made = Reading(benefit=chosen.id, as_of=self.desk.clock.today())
            self.open_form(made, READING, new=True, form=ReadingForm)

    def add_reading_of(self, benefit_id: str) -> None:
        """The same for another benefit, which is chosen first."""
        self.table.choose(benefit_id)
        self._on_chosen(benefit_id)
        self.add_reading()

    def _edit_reading(self, reading: Reading) -> None:
        self.open_form(reading, READING, form=ReadingForm)

    def _delete(self, record: Record) -> None:
        with self.desk.telling():
            self.desk.delete(record)
