"""What stands in the inspector for a finding that is about no figure: the message or the field that mends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brm_app.domain.errors import Refused
from brm_app.domain.fields import Spec, by_name
from brm_app.domain.findings import Finding
from brm_app.domain.records import RECORDS, Message, Record
from brm_app.ui.composer.fields import KEPT, KeptField
from brm_app.ui.desk import Desk, named
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.widgets import clear_layout, label
from brm_app.ui.words import breakable


class MendPane(QWidget):
    """Shows one finding with what mends it; `opened` asks for the place of its record."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("mend")
        self._desk = desk
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self.finding: Finding | None = None
        self._record: Record | None = None
        self.field: KeptField | None = None
        self.approve_button: KeyedButton | None = None
        self.hide()

    def show_finding(self, finding: Finding) -> bool:
        """Shows what mends a finding; False where only another place can."""
        record = record_of(self._desk, finding)
        message = finding.kind == "unapproved" and isinstance(record, Message)
        spec = field_of(finding) if record else None
        if record is None or not (message or (spec and spec.kind in KEPT)):
            return False
        if finding == self.finding and self._record is not None and self._record.id == record.id:
            self._show_again(record)
            return True
        self.clear()
        self.finding, self._record = finding, record
        self._box.addWidget(label(breakable(named(record)), "heading", wrap=True))
        self._box.addWidget(label(breakable(f"{finding.title}. {finding.detail}".strip()), "secondary", wrap=True))
        if isinstance(record, Message) and message:
            self._show_message(record)
        elif spec:
            self._show_field(record, spec)
        self.show()
        return True

    def _show_again(self, record: Record) -> None:
        self._record = record
        if self.field:
            self.field.show(record)

    def _show_message(self, message: Message) -> None:
        for heading, words in (("What it says", message.body), ("What to do", message.what_to_do)):
            if words.strip():
                self._box.addWidget(label(heading, "field"))
                self._box.addWidget(label(breakable(words), "", wrap=True))
        again = "Approve again" if message.state == "approved" else "Approve"
        self.approve_button = KeyedButton(self._desk.theme, "approveHere", again, "A", self.approve)
        self._box.addWidget(self.approve_button)

    def _show_field(self, record: Record, spec: Spec) -> None:
        self.field = KeptField(self._desk, spec, "mendField", self)
        self.field.show(record)
        self._box.addWidget(self.field.cell)

    def approve(self) -> None:
        """Approves the message for the proof as it is now."""
        record = self._record
        if not isinstance(record, Message) or self.approve_button is None:
            return
        from brm_app.services import approval

        with self._desk.telling():
            after = approval.approved(record, self._desk.workspace.who, self._desk.clock.now_utc())
            self._desk.save(after, record, f"Approve “{record.headline[:40]}”")

    def take_focus(self) -> None:
        """Puts the keyboard where the finding is mended."""
        target = self.approve_button or (self.field.field if self.field else None)
        if target:
            target.setFocus()

    def settle(self) -> None:
        """Keeps what was typed."""
        if self.field:
            self.field.keep()

    def clear(self) -> None:
        """Shows nothing."""
        self.settle()
        self.finding, self._record, self.field, self.approve_button = None, None, None, None
        clear_layout(self._box)
        self.hide()


def record_of(desk: Desk, finding: Finding) -> Record | None:
    """The record that a finding names, where it is still there."""
    collection, _, key = finding.record.partition("/")
    cls = RECORDS.get(collection)
    try:
        return desk.workspace.get(cls, key) if cls else None
    except Refused:
        return None


def field_of(finding: Finding) -> Spec | None:
    """The field that a finding names."""
    collection, _, _ = finding.record.partition("/")
    cls = RECORDS.get(collection)
    return by_name(cls).get(finding.field) if cls else None
