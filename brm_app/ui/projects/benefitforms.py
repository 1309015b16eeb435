"""The forms of a benefit and of a reading; the first says what is still missing for minutes and for money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.figures import missing_for_money, missing_for_time, standing
from brm_app.domain.records import Benefit, Reading, Record
from brm_app.ui.desk import Desk
from brm_app.ui.editing.editors import TextEditor
from brm_app.ui.editing.form import Groups, RecordForm
from brm_app.ui.projects.worth import Valuer
from brm_app.ui.widgets import label

BENEFIT: Groups = (
    ("", ("statement", "measure", "direction", "baseline", "target", "evidence", "owner", "source", "code")),
    (
        "From which time and money are worked out",
        ("occurrences_per_period", "occurrence_name", "period", "periods_per_year", "population", "population_name",
         "share_counted", "unit_value", "review_days", "internal"),
    ),
)  # fmt: skip
READING: Groups = (("", ("value", "as_of", "note")),)
RATE = "the hourly rate of the organisation (in Settings)"


class BenefitForm(RecordForm):
    """A benefit; a new one asks how it is known, and the last line says what the numbers make."""

    def __init__(self, desk: Desk, cls: type[Record], groups: Groups, columns: int = 2) -> None:
        super().__init__(desk, cls, groups, columns)
        self.hint = label("", "note", wrap=True)
        self.hint.setObjectName("benefitHint")
        self._shown = False
        self.box.insertWidget(self.box.count() - 1, self.hint)
        self.edited.connect(lambda _dirty: self._show_hint())

    def show_record(self, record: Record, new: bool = False) -> None:
        """Shows a benefit; how a new one is known is for the person to say."""
        self._shown = False
        super().show_record(record, new)
        if new:
            self.cells["evidence"].editor.load("")
            self._set_dirty(False)
        self._shown = True
        self._show_hint()

    def _values(self) -> dict[str, Any] | None:
        values = super()._values()
        if values is not None and not values["evidence"]:
            cell = self.cells["evidence"]
            cell.show_fault("Say how it is known: measured, estimated or told.")
            cell.editor.field.setFocus()
            return None
        return values

    def _show_hint(self) -> None:
        if self._shown and isinstance(self.start, Benefit):
            self.hint.setText(hint(self._draft(self.start), self.desk))

    def _draft(self, start: Benefit) -> Benefit:
        """The benefit as far as it is typed; what can't be read yet counts as empty."""
        values: dict[str, Any] = {}
        for spec, cell in self._fields():
            try:
                values[spec.attr] = cell.editor.read()
            except Refused:
                values[spec.attr] = spec.default
        return attrs.evolve(start, **values)


class ReadingForm(RecordForm):
    """A reading; Enter keeps it."""

    def __init__(self, desk: Desk, cls: type[Record], groups: Groups, columns: int = 2) -> None:
        super().__init__(desk, cls, groups, columns)
        for cell in self.cells.values():
            if isinstance(cell.editor, TextEditor):
                cell.editor.line.returnPressed.connect(self.save)


def hint(benefit: Benefit, desk: Desk) -> str:
    """What minutes and money still need, or what they come to with the newest reading."""
    if not benefit.measure:
        return "Choose what it is measured in to see what minutes and money need."
    workspace = desk.workspace
    organisation = workspace.organisation
    it = standing(benefit, workspace.find(Reading, equals={"benefit": benefit.id}), desk.clock.today())
    valuer = Valuer(organisation, desk.clock.today())
    rate = organisation.hourly_rate
    lines = [
        _line("Minutes", missing_for_time(benefit), valuer.time(it)),
        _line("Money", missing_for_money(benefit, rate), valuer.money(it)),
    ]
    return "\n".join(lines)


def _line(what: str, missing: Sequence[str] | None, worth: Any) -> str:
    if missing is None:
        return f"{what}: not from this measure"
    if missing:
        known = by_name(Benefit)
        words = [known[name].label if name in known else RATE for name in missing]
        return f"{what}: still missing {_listed(words)}"
    if worth is None:
        return f"{what}: complete, worked out from the first reading on"
    return f"{what}: {worth.text} {worth.about} ({worth.derivation})"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
