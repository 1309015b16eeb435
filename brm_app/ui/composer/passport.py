"""The passport of a figure, edited in place: evidence, source, the day it was read, and what it is worked out from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import attrs
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QWidget

from brm_app.domain.content import Figure
from brm_app.domain.fields import by_name
from brm_app.domain.records import Audience, Benefit, Reading, Record
from brm_app.ui.composer.fields import KeptField
from brm_app.ui.desk import Desk, short
from brm_app.ui.drawn.composer import Ui_ComposerForm
from brm_app.ui.editing.editors import ChoiceEditor, TextEditor
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.widgets import button
from brm_app.ui.words import breakable, clip

_MARK = 14
FACTORS: Groups = (
    ("", ("baseline", "occurrences_per_period", "periods_per_year", "population", "share_counted", "unit_value")),
)


def evidence_mark(evidence: str, colour: QColor) -> QPixmap:
    """The mark of an evidence class: measured solid, estimated hatched, told outlined."""
    mark = QPixmap(_MARK, _MARK)
    mark.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mark)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(1, 1, _MARK - 2, _MARK - 2)
    if evidence == "measured":
        painter.fillRect(box, colour)
    elif evidence == "estimated":
        painter.setClipRect(box)
        painter.setPen(QPen(colour, 1.5))
        for x in range(-_MARK, _MARK, 4):
            painter.drawLine(x, _MARK, x + _MARK, 0)
        painter.setClipping(False)
    painter.setPen(QPen(colour, 1.25))
    painter.drawRect(box)
    painter.end()
    return mark


class ReadingField(KeptField):
    """A new value of the benefit that is shown, read today."""

    def write(self, record: Record, value: Any) -> None:
        """Adds a reading."""
        if value is not None:
            made = Reading(benefit=record.id, value=value, as_of=self.desk.clock.today())
            self.desk.save(made, label=f"Read {short(record)} again")
        self.load(None)

    def show(self, record: Record | None) -> None:
        """Shows no value; the last one stands on the page."""
        self.record = record
        self.load(None)
        self.cell.show_fault("")


class Passport(QObject):
    """The fields of the benefit behind the figure that was picked."""

    def __init__(self, form: Ui_ComposerForm, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._desk = form, desk
        self.benefit: Benefit | None = None
        own, read = by_name(Benefit), by_name(Reading)
        again = attrs.evolve(read["value"], label="Read again", help="The value of today. Enter keeps it.")
        self.evidence = KeptField(desk, own["evidence"], "passportEvidence", self)
        self.source = KeptField(desk, own["source"], "passportSource", self)
        self.as_of = KeptField(desk, read["as_of"], "passportAsOf", self)
        self.again = ReadingField(desk, again, "passportReading", self)
        self.told = button("printAsTold", "Print it as told", self.tell, "lead")
        self.told.setToolTip("T")
        self.more = button("changeFactors", "Change what it is worked out from", self.unfold, "lead")
        self.factors: RecordForm | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        box = self._form.fieldsBox
        for field in (self.evidence, self.source):
            box.addWidget(field.cell)
        box.addWidget(self.told, 0, Qt.AlignmentFlag.AlignLeading)
        for field in (self.as_of, self.again):
            box.addWidget(field.cell)
        self._form.factorsBox.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        if isinstance(self.source.cell.editor, TextEditor):
            self.source.cell.editor.line.setPlaceholderText("Name the study or report")

    def wear(self, colour: QColor) -> None:
        """Paints the marks of the evidence classes in the ink of now."""
        if isinstance(editor := self.evidence.cell.editor, ChoiceEditor):
            for place in range(editor.combo.count()):
                editor.combo.setItemIcon(place, QIcon(evidence_mark(editor.combo.itemData(place), colour)))

    def show(self, figure: Figure, benefit: Benefit | None, lacking: Collection[str], audience: Audience) -> None:
        """Shows a figure and the benefit it is read from; `lacking` are the kinds of its blockers and warnings."""
        self.benefit = benefit
        for field in (self.evidence, self.source, self.again):
            field.show(benefit)
        self.as_of.show(self._newest(benefit, figure.as_of))
        for widget in (self.evidence.cell, self.source.cell, self.more):
            widget.setVisible(benefit is not None)
        self.as_of.cell.setVisible(self.as_of.record is not None)
        self.again.cell.setVisible(benefit is not None and "stale" in lacking)
        self.told.setVisible(benefit is not None and "unsourced" in lacking)
        board = audience.name.casefold() == "board"
        whom = "The board pack" if board else f"A briefing for {clip(breakable(audience.spoken), 80)}"
        self.source.cell.show_fault(f"{whom} cannot carry a figure without a source." if "unsourced" in lacking else "")
        if self.factors:
            self.factors.setVisible(False)

    def _newest(self, benefit: Benefit | None, as_of: str) -> Reading | None:
        """The reading that the figure states."""
        if benefit is None or not as_of:
            return None
        found = self._desk.workspace.find(Reading, equals={"benefit": benefit.id})
        stated = [reading for reading in found if reading.as_of is not None and reading.as_of.isoformat() == as_of]
        return max(stated, key=lambda reading: reading.id, default=None)

    def tell(self) -> None:
        """Marks the benefit as told, which prints as such and needs no source."""
        if self.benefit is not None and self.benefit.evidence != "told":
            with self._desk.telling():
                told = attrs.evolve(self.benefit, evidence="told")
                self._desk.save(told, self.benefit, f"Print {short(self.benefit)} as told")

    def unfold(self) -> None:
        """Shows the numbers that the figure is worked out from, to be changed; or folds them away."""
        if self.factors is None:
            self.factors = RecordForm(self._desk, Benefit, FACTORS, 2)
            self.factors.setObjectName("factors")
            self.factors.saved.connect(lambda _record: self._fold())
            self.factors.cancelled.connect(self._fold)
            self._form.factorsBox.addWidget(self.factors)
            self.factors.setVisible(False)
        if self.factors.isVisible() or self.benefit is None:
            self._fold()
            return
        self.factors.show_record(self.benefit)
        self.factors.setVisible(True)
        self.factors.focus_first()

    def _fold(self) -> None:
        if self.factors:
            self.factors.setVisible(False)

    def settle(self) -> bool:
        """Keeps what was typed, or asks."""
        for field in (self.source, self.as_of, self.again):
            field.keep()
        return self.factors is None or not self.factors.isVisible() or self.factors.settle()

    def field_for(self, kind: str) -> QWidget | QPushButton:
        """The field that mends a finding of this kind."""
        return {"unsourced": self.source, "stale": self.again}.get(kind, self.evidence).field
