"""The page of issued briefings: the register, a place to identify any PDF, and the recall list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from platformdirs import user_cache_path
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.issues import Identified
from brm_app.domain.records import Telling
from brm_app.services.issuing import identify_file, put_right_by, tell
from brm_app.services.issuing.reading import Line, read_register
from brm_app.services.recalling import tell_again, write_correction
from brm_app.ui.abreast import Abreast
from brm_app.ui.around import empty_page
from brm_app.ui.desk import Desk
from brm_app.ui.editing.inputs import Choice
from brm_app.ui.issued.about import AboutIssue
from brm_app.ui.issued.copies import PDF, Copies, safe_name, write_copy
from brm_app.ui.issued.rows import (
    AUDIENCE,
    STATE,
    TITLE,
    AudienceCell,
    StateCell,
    TitleCell,
    columns,
    marked_as,
    model_of,
    register_in_words,
)
from brm_app.ui.lane import Job, Lane
from brm_app.ui.listing import RecordTable
from brm_app.ui.marks import side_icon
from brm_app.ui.page import Page
from brm_app.ui.segments import Segments
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label
from brm_app.ui.words import clip

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

EVERY = "All"
EVERY_YEAR = "All years"
CONCERNS = frozenset(
    {"tellings", "readings", "benefits", "organisation", "projects", "audiences"}
)  # what may recall a figure
ROW = 40


class IssuedPage(Page):
    """The register at the left, the chosen issue at the right."""

    name = "issued"
    hints = (("Enter", "open PDF"), ("S", "save a copy"), ("Ctrl I", "identify"))
    more_keys = (("P", "save a copy with a password, while the list has the focus"),)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: list[Line] = []
        self._shown: list[Line] = []
        self._wanted = ""
        self._reading, self._knowing = Lane("register", self), Lane("identify", self)
        self.about = AboutIssue(desk)
        self.copies = Copies(desk, self.about, self._current, self)
        self.years = Choice()
        self.years.setMinimumContentsLength(len(EVERY_YEAR) + 2)  # the style forgets the arrow
        self.years.setObjectName("issuedYears")
        self.years.setProperty("dense", "true")  # as tall as the segments beside it
        self.years.setAccessibleName("Year")
        self.years.currentTextChanged.connect(lambda _words: self._show())
        self.table = RecordTable(model_of(desk, lambda: self._shown), columns(desk), ROW)
        self._dress(self.table)
        self._audiences = QHBoxLayout()
        self.switch = Segments("issuedAudience", (EVERY,), "Audience")
        self.sentence, self.count = label("", "about"), label("", "secondary")
        self.sentence.setObjectName("issuedSentence")
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _dress(self, table: RecordTable) -> None:
        table.setObjectName("issuedList")
        table.setAccessibleName("Issued briefings")
        table.setItemDelegateForColumn(AUDIENCE, AudienceCell(self.desk.theme, table))
        table.setItemDelegateForColumn(TITLE, TitleCell(table))
        table.setItemDelegateForColumn(STATE, StateCell(self.desk.theme, table))

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(12))
        left.setSpacing(scaled(12))
        left.addWidget(self._head())
        words = "Nothing was issued yet.\nA briefing that you issue is kept here with its number, for good."
        self.stack.addWidget(empty_page(words, "Compose a briefing", lambda: self.desk.go("composer")))
        self.stack.addWidget(self._list())
        left.addWidget(self.stack, 1)
        box.addLayout(left, 1)
        box.addWidget(self.about)

    def _head(self) -> QWidget:
        """The words, and what is shown of the register beside or below them."""
        whole, words, chosen = Abreast(), QWidget(), QWidget()
        for part in (words, chosen):
            line = QHBoxLayout(part)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(scaled(12))
            if part is words:
                line.addWidget(label("Issued briefings", "title"))
                self.sentence.setContentsMargins(0, 0, 0, scaled(4))  # on the line of the title
                line.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignBottom)
            else:
                self._audiences.addWidget(self.switch)
                line.addLayout(self._audiences)
                line.addWidget(self.years)
                line.addStretch()
        whole.add(words, 1)
        whole.add(chosen)
        return whole

    def _list(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(scaled(8))
        box.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.count)
        foot.addStretch()
        foot.addWidget(label("The fingerprint is the first and last four of the SHA-256.", "secondary"))
        box.addLayout(foot)
        return made

    def _connect(self) -> None:
        self.switch.chosen.connect(lambda _number: self._show())
        self.table.chosen.connect(lambda _id: self._show_current())
        self.table.opened.connect(lambda _id: self.open_pdf())
        self.about.zone.dropped.connect(self.identify)
        self.about.zone.asked.connect(self._ask)
        self.about.ticked.connect(self._tick)
        self.about.named.connect(self._tell)
        self.about.corrects.connect(self.write_correction)
        self.about.told_all.connect(self._tell_all)
        self.about.wants_copy.connect(self.copies.save)
        self.about.wants_locked.connect(self.copies.ask_password)
        self.about.lock.left.connect(self.table.setFocus)
        for key, act in (("S", self.copies.save), ("P", self.copies.ask_password)):
            QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(act)

    # Showing

    def title(self) -> str:
        """The words of this place."""
        return "Issued"

    def crumbs(self) -> tuple[str, ...]:
        """Briefings, then this list."""
        return ("Briefings", "Issued")

    def refresh(self, notice: Notice | None) -> None:
        """Reads the register again, in the background: every file in it is looked at."""
        if notice is None or notice.action == "issue" or notice.kinds & CONCERNS:
            workspace = self.desk.workspace
            self._reading.start(lambda _job: read_register(workspace), self._on_read, self._told)

    def _told(self, fault: Refused | Cancelled) -> None:
        self.desk.status(str(fault))

    def close_down(self) -> None:
        """Stops what reads in the background."""
        for lane in (self._reading, self._knowing, self.copies.lane):
            lane.close()

    def _on_read(self, lines: list[Line]) -> None:
        self._lines = lines
        self._offer()
        self._show()

    def _offer(self) -> None:
        """The audiences and years that there are."""
        sides = {line.issue.audience_name: marked_as(line) for line in reversed(self._lines)}
        names = sorted(sides, key=lambda name: sides[name] != "staff")  # staff left, board right
        held = self._audience()
        words = (EVERY, *names)
        if words != self._words():
            made = Segments("issuedAudience", words, "Audience")
            for button, name in zip(made.buttons[1:], names, strict=True):
                button.setIconSize(QSize(12, 12))
                button.setIcon(side_icon(sides[name], self.desk.theme))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            made.chosen.connect(lambda _number: self._show())
            self._audiences.replaceWidget(self.switch, made)
            self.switch.deleteLater()
            self.switch = made
            made.show_choice(words.index(held) if held in words else 0)
        years = [EVERY_YEAR, *sorted({str(line.issue.year) for line in self._lines}, reverse=True)]
        if years != [self.years.itemText(n) for n in range(self.years.count())]:
            chosen = self.years.currentText()
            self.years.blockSignals(True)
            self.years.clear()
            self.years.addItems(years)
            self.years.setCurrentIndex(max(0, self.years.findText(chosen)))
            self.years.blockSignals(False)

    def _words(self) -> tuple[str, ...]:
        return tuple(each.text().replace("&&", "&") for each in self.switch.buttons)

    def _audience(self) -> str:
        return self._words()[self.switch.choice]

    def _show(self) -> None:
        """Shows the lines of the chosen audience and year; the chosen one stays."""
        audience, year = self._audience(), self.years.currentText()
        self._shown = [
            line
            for line in self._lines
            if audience in (EVERY, line.issue.audience_name) and year in ("", EVERY_YEAR, str(line.issue.year))
        ]
        held = self._wanted or self.table.current_id()
        self.table.records.load("")
        ids = [line.id for line in self._shown]
        self.table.choose(held if held in ids else next(iter(ids), ""))
        self._wanted = "" if self._lines else self._wanted
        self.stack.setCurrentIndex(1 if self._lines else 0)
        self.sentence.setText(register_in_words(self._lines))
        self.count.setText(f"Shown {len(self._shown):,} of {len(self._lines):,}")
        self._show_current()

    def _current(self) -> Line | None:
        number = self.table.current_id()
        return next((line for line in self._shown if line.id == number), None)

    def _show_current(self) -> None:
        self.about.show_line(self._current())

    def open_record(self, record_id: str) -> None:
        """Shows an issue by its number; `file:` and a path identifies that file."""
        word, _, path = record_id.partition(":")
        if word == "file" and path:
            self.identify(Path(path))
        elif record_id:
            self._wanted = record_id  # until the register is read
            if record_id not in [line.id for line in self._shown]:
                self.switch.show_choice(0)
                self.years.setCurrentIndex(0)
            self._show()
        self.table.setFocus()

    def shown_record(self) -> str:
        """The number of the chosen issue."""
        return self.table.current_id()

    # Acting

    def identify(self, path: Path) -> None:
        """Says what a file is."""
        workspace = self.desk.workspace
        self.about.card.hide()  # what it said of the file before

        def look(_job: Job) -> tuple[Identified, tuple[str, ...]]:
            found = identify_file(workspace, path)
            return found, put_right_by(workspace, found.issue.number) if found.issue else ()

        def done(known: tuple[Identified, tuple[str, ...]]) -> None:
            found, right = known
            line = next((each for each in self._lines if found.issue and each.id == found.issue.number), None)
            self.about.card.show_found(path.name, found, len(line.recalls) if line else 0, right)
            self.desk.status(self.about.card.words.text() + ".")
            if found.issue is not None:
                self._wanted = found.issue.number
                self._show()

        self._knowing.start(look, done, self._told)

    def _ask(self) -> None:
        if path := self.desk.ask.open_file("Identify a PDF", f"{PDF};;All files (*)"):
            self.identify(path)

    def open_pdf(self) -> None:
        """Shows the file of the chosen issue in the program that the person reads PDFs with."""
        if line := self._current():
            path = user_cache_path("Liaison", ensure_exists=True) / f"{safe_name(line.id)}.pdf"
            with self.desk.telling():
                write_copy(self.desk.workspace, line.id, path)
                if not self.desk.ask.show_file(path):
                    self.desk.status("No program to read PDFs was found. Save a copy instead.")

    def _tick(self, telling: Telling, on: bool) -> None:
        with self.desk.telling():
            if on:
                tell_again(self.desk.workspace, [telling], self.desk.clock.today(), origin=self)
            else:
                with self.desk.workspace.write(f"Not told again: {clip(telling.whom, 40)}", origin=self) as batch:
                    batch.save(attrs.evolve(telling, told_again=None), base=telling)
            self.desk.status(
                f"{clip(telling.whom, 40)} {'was told again' if on else 'is to be told again'}.", undo=True
            )

    def _tell_all(self) -> None:
        if line := self._current():
            with self.desk.telling():
                tell_again(self.desk.workspace, line.told, self.desk.clock.today(), origin=self)
                self.desk.status("All of them were told again.", undo=True)

    def _tell(self, name: str) -> None:
        line = self._current()
        if line is None or not name.strip():
            return
        with self.desk.telling():
            tell(self.desk.workspace, line.id, [name], self.desk.clock.today(), origin=self)
            self.about.name.setText("")  # a line that is cleared could be undone, and would keep Ctrl+Z from the window
            self.desk.status(f"{clip(name.strip(), 40)} was told of {line.id}.", undo=True)

    def write_correction(self) -> None:
        """Starts the briefing that puts the chosen issue right, and shows it."""
        if line := self._current():
            with self.desk.telling():
                made = write_correction(self.desk.workspace, line.id, origin=self)
                self.desk.go("composer", made.id)
                self.desk.status(f"This briefing puts {line.id} right. Issue it when it is checked.", undo=True)
