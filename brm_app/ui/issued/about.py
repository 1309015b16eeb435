"""The pane beside the register: identify a file, what is known of an issue, and its recall list."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from brm_app.domain.days import day, short_day
from brm_app.domain.records import Telling
from brm_app.domain.text import plural
from brm_app.services.issuing.reading import Line
from brm_app.services.recalling import Recall
from brm_app.ui.abreast import Abreast
from brm_app.ui.desk import Desk
from brm_app.ui.editing.inputs import Line as TextLine
from brm_app.ui.inspector import Inspector
from brm_app.ui.issued.dropzone import DropZone
from brm_app.ui.issued.identified import IdentifiedCard
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.locking import LockSheet
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import button, clear_layout, label
from brm_app.ui.words import clip

MOST = 12  # recalled figures that are named


class AboutIssue(Inspector):
    """`ticked` tells a telling and whether they were told again, `named` whom else the issue was given to."""

    ticked = Signal(object, bool)
    named = Signal(str)
    corrects = Signal()
    told_all = Signal()
    wants_copy = Signal()
    wants_locked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "issuedInspector", "Details of the issue")
        self._desk = desk
        self.zone, self.card = DropZone(desk.theme), IdentifiedCard(desk)
        self._about = QVBoxLayout()
        self._about.setSpacing(scaled(8))
        for widget in (self.zone, self.card):
            self.body.addWidget(widget)
        self.body.addSpacing(scaled(8))
        self.body.addLayout(self._about)
        self._buttons = QWidget()
        self._acts = QVBoxLayout(self._buttons)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self.foot.addWidget(self._buttons)
        self.lock = LockSheet(desk.theme, framed=False)
        self.lock.shown.connect(self._show_acts)
        self.foot.addWidget(self.lock)
        self._shown = ""
        self.show_line(None)

    def show_line(self, line: Line | None) -> None:
        """Shows an issue, or what will be here."""
        typed = self._typed(line)
        typing = bool(self._shown) and self.name.hasFocus()
        if line is None or line.id != self._shown:
            self.lock.close_now()  # what was asked for was about another
        clear_layout(self._about)
        clear_layout(self._acts)
        if line is None:
            words = "Choose an issue to see who was told, and what in it has changed since."
            self._about.addWidget(label(words, "about", wrap=True))
        else:
            self._fill(line)
            self._acts.addWidget(self._acts_on(line))
            self.name.setText(typed)
            if typing:
                self.name.setFocus()
        self._shown = line.id if line else ""
        self._show_acts(not self.lock.isHidden())
        self._settle()

    def _typed(self, line: Line | None) -> str:
        """What was typed into the line of names stays while the same issue is shown anew."""
        same = line is not None and self._shown == line.id
        return self.name.text() if same else ""

    # Showing

    def _fill(self, line: Line) -> None:
        if line.recalls:
            self._show_recall(line)
        else:
            heading = label(line.issue.number, "heading")
            heading.setObjectName("issueNumber")
            self._about.addWidget(heading)
            self._about.addWidget(label(clip(line.issue.title, 200), wrap=True))
            self._about.addLayout(self._facts(line))
        self._show_told(line)
        self.name = TextLine()
        self.name.setObjectName("issueTold")
        self.name.setAccessibleName("Who else was told")
        self.name.setPlaceholderText("Who else was told, then Enter")
        self.name.setToolTip(self.name.placeholderText())  # which may be wider than the pane
        self.name.returnPressed.connect(lambda: self.named.emit(self.name.text()))
        self._about.addWidget(self.name)
        if line.recalls:
            self._about.addLayout(self._facts(line))

    def _show_recall(self, line: Line) -> None:
        again = sum(telling.told_again is not None for telling in line.told)
        top = QHBoxLayout()
        heading = label("Recall list", "heading")
        heading.setObjectName("recallHeading")
        top.addWidget(heading, 1)
        count = label(f"{again} of {len(line.told)} told" if line.told else "", "secondary")
        count.setObjectName("recallCount")
        top.addWidget(count, 0, Qt.AlignmentFlag.AlignBottom)
        self._about.addLayout(top)
        for number, recall in enumerate(line.recalls[:MOST]):
            said = label(_recalled(recall), wrap=True)
            said.setObjectName(f"recall-{number}")
            self._about.addWidget(said)
        if len(line.recalls) > MOST:
            self._about.addWidget(label(f"And {plural(len(line.recalls) - MOST, 'more figure')}.", "secondary"))

    def _show_told(self, line: Line) -> None:
        if not line.told:
            words = "Nobody is noted as told yet." if line.recalls else "Who was given it is not noted yet."
            self._about.addWidget(label(words, "secondary", wrap=True))
            return
        if not line.recalls:
            self._about.addWidget(label(f"Told: {len(line.told)}", "subheading"))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for number, telling in enumerate(line.told):
            rows.addWidget(_rule())
            rows.addWidget(self._told(number, telling, bool(line.recalls)))
        self._about.addLayout(rows)

    def _told(self, number: int, telling: Telling, recalled: bool) -> QWidget:
        today = self._desk.clock.today()
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, scaled(4), 0, scaled(4))
        when = telling.told_again or (None if recalled else telling.on)
        if recalled:
            box = QCheckBox(clip(telling.whom, 60).replace("&", "&&"))
            box.setObjectName(f"told-{number}")
            box.setAccessibleName(f"{telling.whom} was told again")
            box.setChecked(telling.told_again is not None)
            box.toggled.connect(lambda on, chosen=telling: self.ticked.emit(chosen, on))
            row.addWidget(box)
            row.addStretch()
        else:
            row.addWidget(label(clip(telling.whom, 60), wrap=True), 1)
        row.addWidget(label(f"told {short_day(when, today)}" if when else "", "secondary"))
        return made

    def _facts(self, line: Line) -> QGridLayout:
        issue, held = line.issue, line.issue.certificate
        searched = f"{held.strings:,} texts behind the wall looked for; none is in it" if held else "No certificate"
        facts = (
            ("Issued", f"{day(issue.issued_at)}, {clip(issue.issued_by, 40)}"),
            ("As of", _day(issue.as_of)),
            ("Puts right", issue.corrects),
            ("Put right by", ", ".join(line.put_right_by)),
            ("Fingerprint", issue.fingerprint),
            ("Checked", searched),
            ("Outside", " ".join(held.exempt) if held else ""),
            ("Made with", f"Liaison {issue.version}"),
        )
        grid = QGridLayout()
        grid.setContentsMargins(0, scaled(8), 0, scaled(4))
        grid.setHorizontalSpacing(scaled(14))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate((name, value) for name, value in facts if value):
            grid.addWidget(label(name, "secondary"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(value, wrap=True), number, 1)
        return grid

    def _acts_on(self, line: Line) -> QWidget:
        row = Abreast()
        if line.recalls:
            correct = button("writeCorrection", "Write the correction", self.corrects.emit, "primary")
            row.add(correct, 1)
            every = button("markAllTold", "Mark all told", self.told_all.emit)
            every.setEnabled(any(telling.told_again is None for telling in line.told))
            row.add(every)
        else:
            theme = self._desk.theme
            for copy in (
                KeyedButton(theme, "saveIssueCopy", "Save a copy", "S", self.wants_copy.emit),
                KeyedButton(theme, "saveLockedCopy", "Save with a password…", "P", self.wants_locked.emit),
            ):
                copy.setEnabled(line.file == "verified")
                row.add(copy, 1)
        return row

    def _show_acts(self, locking: bool) -> None:
        """The sheet stands in place of the other buttons."""
        self._buttons.setVisible(bool(self._shown) and not locking)

    def ask_password(self, line: Line) -> None:
        """Asks for the password of a copy of the issue in view."""
        self.lock.ask(f"A copy of {clip(line.id, 60)} with a password")
        self.below.show()


def _recalled(recall: Recall) -> str:
    """`Figure F7, cost of label jams, was $1,460 a day. It is $1,180 a day now.`"""
    what = f"Figure {recall.number}, {clip(recall.label, 120)}" if recall.number else clip(recall.label, 120)
    if recall.beside:
        return f"{what}, was printed with “{recall.was}”. It is “{recall.now}” now."
    return f"{what}, was {recall.was}. It is {recall.now} now."


def _day(text: str) -> str:
    """A day of a register, which may come from a file of somebody else."""
    try:
        return day(dt.date.fromisoformat(text))
    except ValueError:
        return clip(text, 20)


def _rule() -> QFrame:
    made = QFrame()
    made.setFrameShape(QFrame.Shape.HLine)
    made.setProperty("role", "rule")
    return made
