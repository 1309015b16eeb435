"""“Before you issue”: how many blockers there are, and the list of all that is to be seen to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from brm_app.domain.findings import Finding, blockers
from brm_app.domain.records import Audience
from brm_app.domain.text import plural
from brm_app.ui.composer.checks import rows
from brm_app.ui.composer.findinglist import FindingList
from brm_app.ui.desk import Theme
from brm_app.ui.marks import Tag
from brm_app.ui.widgets import label


class ChecksPane(QFrame):
    """Stands under the outline; `followed` carries the finding whose cause is wanted."""

    followed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("checks")
        self.setProperty("role", "checks")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.addWidget(label("Before you issue", "name", wrap=True), 1)
        self.count = Tag(theme)
        self.count.setObjectName("blockerCount")
        head.addWidget(self.count)
        box.addLayout(head)
        self.list = FindingList(self)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.list.followed.connect(lambda row: self.followed.emit(row.findings[0]))
        box.addWidget(self.list, 1)
        self.hide()

    def wear(self, theme: Theme) -> None:
        """Takes up the colours of light or dark."""
        self.list.wear(theme)
        self.count.update()

    def show_findings(self, findings: tuple[Finding, ...], audience: Audience) -> None:
        """Shows what was found for an audience."""
        self.list.fill(rows(findings, audience.spoken))
        number = len(blockers(findings))
        if number:
            self.count.show_words(plural(number, "blocker"), "bad", state="bad")
        else:
            self.count.show_words("Ready", "good", state="good")
        self.show()

    def step(self, by: int) -> Finding | None:
        """The next blocker, or the one before; None without any."""
        row = self.list.step(by)
        return row.findings[0] if row else None
