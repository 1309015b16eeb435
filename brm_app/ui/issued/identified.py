"""The card that says what a file is: genuine, altered or unknown, and which issue it is or was."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.days import day
from brm_app.domain.issues import ALTERED, GENUINE, Identified, Issue
from brm_app.ui.desk import Desk
from brm_app.ui.marks import Mark, Tag, with_side
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label, restyle
from brm_app.ui.words import clip


@attrs.frozen
class Verdict:
    """What is said of a file, and the state that colours it."""

    words: str
    state: str


def verdict(found: Identified, wrong: int = 0, right: Sequence[str] = ()) -> Verdict:
    """`wrong`: how many figures of the issue were recalled; `right`: the issues that put it right."""
    if found.state == ALTERED:
        return Verdict("Altered: this is not the file that was issued", "bad")
    if found.state != GENUINE:
        other = "a PDF with a password that is no file kept here" if found.locked else "no issue of this workspace"
        return Verdict(f"Unknown: {other}", "")
    if right and not found.recalled:
        return Verdict("Genuine, but a correction was issued since", "warn")
    if not found.recalled:
        how = "the copy with a password" if found.locked else "as it was issued"
        return Verdict(f"Genuine, {how}", "good")
    figures = "one figure was" if wrong == 1 else f"{wrong} figures were" if wrong else "figures were"
    return Verdict(f"Genuine, but {figures} recalled", "warn")


def _match(same: bool) -> str:
    return ", match" if same else " was issued; this file has another"


class IdentifiedCard(QFrame):
    """Hidden until a file was identified."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("identifiedCard")
        self.setProperty("role", "panel")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, scaled(12))
        box.setSpacing(scaled(8))
        self.head = QWidget()
        self.head.setProperty("role", "verdict")
        self.head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        top = QHBoxLayout(self.head)
        top.setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(10))
        top.setSpacing(scaled(8))
        self._mark = Mark(desk.theme)
        self.words = label("", "subject", wrap=True)
        self.words.setObjectName("identifiedWords")
        top.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.words, 1)
        box.addWidget(self.head)
        box.addLayout(self._lay_out())
        self.hide()

    def _lay_out(self) -> QVBoxLayout:
        inside = QVBoxLayout()
        inside.setContentsMargins(scaled(14), 0, scaled(14), 0)
        inside.setSpacing(scaled(4))
        self.file = label("", "secondary", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        self._tag, self.number = Tag(self._desk.theme), label("", "name")
        self.number.setObjectName("identifiedNumber")
        line.addWidget(self._tag)
        line.addWidget(self.number, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(14))
        grid.setVerticalSpacing(scaled(4))
        grid.setColumnStretch(1, 1)
        self.issued, self.fingerprint, self.right = (label("", wrap=True) for _ in range(3))
        self.right.setObjectName("identifiedRight")
        self._righted = label("Put right by", "secondary")
        names = (label("Issued", "secondary"), label("Fingerprint", "secondary"), self._righted)
        for row, (name, widget) in enumerate(zip(names, (self.issued, self.fingerprint, self.right), strict=True)):
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
        self._known = QWidget()
        known = QVBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.addLayout(line)
        known.addLayout(grid)
        inside.addWidget(self.file)
        inside.addWidget(self._known)
        return inside

    def show_found(self, name: str, found: Identified, wrong: int, right: Sequence[str] = ()) -> None:
        """Shows what the file of that name is, and what puts it right."""
        said = verdict(found, wrong, right)
        self.right.setText(", ".join(right))
        for part in (self._righted, self.right):
            part.setVisible(bool(right))
        self._mark.show_state(said.state, "", "" if said.state else "file-search")
        self.words.setText(said.words)
        restyle(self.head, "state", said.state)
        self.file.setText(f"{clip(name, 80)} {self._is(found)}")
        self._known.setVisible(found.issue is not None)
        if found.issue is not None:
            self._show_issue(found.issue, ", of the open file" if found.locked else _match(found.state == GENUINE))
        self.show()

    @staticmethod
    def _is(found: Identified) -> str:
        if found.of:
            return f"is the appendix “{clip(found.appendix, 60)}” of {found.of}, as others made it."
        if found.issue is None:
            return "is locked: its pages can’t be compared." if found.locked else "is nothing that was issued here."
        if found.locked:
            return "is the copy with a password of"
        return "is" if found.state == GENUINE else "was once"

    def _show_issue(self, issue: Issue, fingerprint: str) -> None:
        kind = "staff" if issue.look == "staff" else "board"
        self._tag.show_words(with_side(clip(issue.audience_name, 24), kind), kind)
        self.number.setText(issue.number)
        self.issued.setText(f"{day(issue.issued_at)}, {clip(issue.issued_by, 40)}")
        self.fingerprint.setText(f"{issue.fingerprint}{fingerprint}")
