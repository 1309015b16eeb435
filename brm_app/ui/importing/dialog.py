"""The import dialog: choose a file, match its columns, see what will go in, and bring it in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.text import plural
from brm_app.services.exchange import Counts, Plan, Source
from brm_app.ui.desk import Desk
from brm_app.ui.drawn.import_dialog import Ui_ImportForm
from brm_app.ui.fieldmenu import give_menu_key
from brm_app.ui.importing.columns import Columns
from brm_app.ui.importing.findings import dress_form, show_findings
from brm_app.ui.importing.intake import Intake, Refusal
from brm_app.ui.importing.pieces import mark_steps
from brm_app.ui.importing.refusals import FixDelegate
from brm_app.ui.lane import Lane
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import lead, sided

FILTERS = "Spreadsheets (*.csv *.tsv *.txt *.xlsx);;All files (*)"
_NOTHING_YET = "Nothing is written yet. You can undo the whole import in one step."
_PAUSE = 120  # ms that a changed mapping waits for the next change before it is checked
FILE, CHECK, RUN = range(3)


class ImportDialog(QDialog):
    """Brings one table into one kind of record. `counts` holds what went in, once it did."""

    def __init__(self, desk: Desk, collection: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.intake = Intake(desk.workspace, collection)
        self.counts: Counts | None = None
        self._desk = desk
        self._lane = Lane("import", self)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self.form = Ui_ImportForm()
        self.form.setupUi(self)
        lead(self)
        self.setObjectName("importDialog")
        self._kind_row = QHBoxLayout()
        self._kind_row.setSpacing(self.form.kindRow.spacing())
        self._kind_row.addStretch(1)
        self.form.checkLayout.insertLayout(0, self._kind_row)
        self._measure(parent)
        self.columns = Columns(self.form, self.intake, self)
        self.fixes = FixDelegate(self.intake, desk.theme, self.form.refused)
        self._guess = True  # what the rows are is told by the names in a file, until the person says it
        self._fresh = False  # until the check of a file that was just read
        self._fill_kinds()
        dress_form(self.form, desk.theme, self.fixes)
        self._connect()
        give_menu_key(self)
        self._show_step(FILE)

    def _measure(self, parent: QWidget | None) -> None:
        """As large as the text needs it, within the window."""
        wanted = self.size() * scaled(100) / 100
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)
        self.form.stepsFrame.setFixedWidth(scaled(self.form.stepsFrame.maximumWidth()))

    def _fill_kinds(self) -> None:
        for kind, words in self.intake.kinds():
            self.form.kind.addItem(words, kind)
        self._show_kind()

    def _connect(self) -> None:
        form = self.form
        self._wait.timeout.connect(self._check)
        form.kind.activated.connect(self._on_kind)
        form.drop.clicked.connect(self.choose_file)
        form.drop.dropped.connect(self.read)
        form.sheet.activated.connect(lambda: self.read(self._source.path, form.sheet.currentText()))
        self.columns.changed.connect(self._recheck)
        self.fixes.mended.connect(self._on_mended)
        form.matchOn.clicked.connect(lambda: self.columns.match_on(self.intake.warning()[1]))
        form.saveRefused.clicked.connect(self._save_refused)
        form.back.clicked.connect(lambda: self._show_step(FILE))
        form.cancel.clicked.connect(self.reject)
        form.go.clicked.connect(self._on_go)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, form.go.click)
        QShortcut(QKeySequence("Alt+Left"), self, form.back.click)

    @property
    def _source(self) -> Source:
        assert self.intake.source is not None
        return self.intake.source

    def _show_kind(self) -> None:
        self.form.kind.setCurrentIndex(self.form.kind.findData(self.intake.cls.collection))
        self.setWindowTitle(f"Import {self.intake.cls.nouns}")

    def _show_step(self, step: int) -> None:
        form = self.form
        form.pages.setCurrentIndex(step)
        form.back.setVisible(step == CHECK)
        form.go.setVisible(True)
        form.cancel.setVisible(True)
        form.promise.setText(_NOTHING_YET)
        form.about.setText("\n".join(self.intake.about))
        self._place_kind(step)
        if step == FILE:
            form.go.setText(sided("Choose a file…"))
            form.go.setEnabled(True)
            form.drop.setFocus()
        self._mark_steps()

    def _place_kind(self, step: int) -> None:
        """What each row is can be said before a file is chosen, and again above its columns."""
        row = self.form.kindRow if step == FILE else self._kind_row
        if row.indexOf(self.form.kind) < 0:
            row.insertWidget(0, self.form.kindLabel)
            row.insertWidget(1, self.form.kind)

    def _mark_steps(self) -> None:
        done = 4 if self.counts else (0, 2 if self.intake.plan else 1, 3)[self.form.pages.currentIndex()]
        mark_steps((self.form.stepFile, self.form.stepColumns, self.form.stepCheck, self.form.stepImport), done)

    # The file

    def choose_file(self) -> None:
        """Asks for a file and reads it."""
        path = self._desk.ask.open_file(self.windowTitle(), FILTERS)
        if path:
            self.read(Path(path))

    def read(self, path: Path, sheet: str = "") -> None:
        """Reads a table in the background and shows its columns."""
        self._fault(self.form.fileError, "")
        self.form.drop.setText(f"Reading {path.name}…")
        self._lane.start(lambda _job: self.intake.read(path, sheet), self._on_read, self._on_unread)

    def _on_unread(self, error: Refused | Cancelled) -> None:
        self.form.drop.ask_again()
        self._show_step(FILE)
        self._fault(self.form.fileError, str(error))

    def _on_read(self, source: Source) -> None:
        self.form.drop.ask_again()
        if self._guess:
            self.intake.guess_kind(source)
            self._show_kind()
        self.intake.take(source)
        self.form.sheet.clear()
        self.form.sheet.addItems(source.sheets)
        self.form.sheet.setCurrentText(source.sheet)
        for widget in (self.form.sheet, self.form.sheetLabel):
            widget.setVisible(len(source.sheets) > 1)
        self._show_step(CHECK)
        self._fresh = True
        self.columns.show_columns()

    def _on_kind(self) -> None:
        self._guess = False
        self.intake.choose_kind(self.form.kind.currentData())
        self._show_kind()
        if self.form.pages.currentIndex() == CHECK:
            self._fresh = True
            self.columns.show_columns()

    # The dry run

    def _on_mended(self, refusal: Refusal, value: str) -> None:
        self.intake.mend(refusal, value)
        self._recheck()

    def _recheck(self) -> None:
        self._lane.cancel()
        self.form.go.setEnabled(False)
        self.form.go.setText(sided("Checking…"))
        self._wait.start()

    def _check(self) -> None:
        if self.intake.lacking:
            self._on_unchecked(Refused(self.intake.lacking + ". Choose a column for it."))
            return
        work = self.intake.check
        self._lane.start(
            lambda job: work(lambda done, total: job.tell((done, total)), job.cancelled),
            self._on_checked,
            self._on_unchecked,
            lambda news: self.form.go.setText(f"Checking row {news[0]:,} of {news[1]:,}"),
        )

    def _on_checked(self, plan: Plan) -> None:
        self.intake.plan = plan
        self._fault(self.form.checkError, "")
        self._show_counts()
        if self._fresh and self.form.go.isEnabled():
            self.form.go.setFocus()
        self._fresh = False

    def _on_unchecked(self, error: Refused | Cancelled) -> None:
        self.intake.plan = None
        self._fault(self.form.checkError, str(error))
        self._show_counts()

    def _show_counts(self) -> None:
        show_findings(self.form, self.intake)
        self._mark_steps()

    def _save_refused(self) -> None:
        suggested = f"{self._source.path.stem} left out.csv"
        path = self._desk.ask.save_file("Save these rows", suggested, "CSV (*.csv)")
        if not path:
            return
        try:
            saved = self.intake.save_refused(Path(path))
        except Refused as refused:
            self._fault(self.form.checkError, str(refused))
            return
        self.form.promise.setText(f"Saved {plural(saved, 'row')} to {Path(path).name}.")

    # The import

    def _on_go(self) -> None:
        step = self.form.pages.currentIndex()
        if self.counts:
            self.accept()
        elif step == FILE:
            self.choose_file()
        elif self.intake.plan and not self._wait.isActive() and not self._lane.busy:
            self._start()

    def _start(self) -> None:
        self._show_step(RUN)
        self.form.go.setVisible(False)
        self.form.runTitle.setText(f"Importing {plural(self.intake.counts.accepted, 'row')}")
        self.form.runNote.setText("You can cancel at any time; then nothing is written.")
        self.form.progress.setVisible(True)
        self.form.progress.setRange(0, 0)
        run = self.intake.run
        self._lane.start(
            lambda job: run(lambda done, total: job.tell((done, total)), job.cancelled),
            self._on_imported,
            self._on_not_imported,
            self._on_progress,
        )

    def _on_progress(self, news: tuple[int, int]) -> None:
        self.form.progress.setRange(0, news[1])
        self.form.progress.setValue(news[0])

    def _on_imported(self, counts: Counts) -> None:
        self.counts = counts
        nouns = self.intake.cls
        changed = plural(counts.created + counts.updated, nouns.noun, nouns.nouns)
        self.form.progress.setVisible(False)
        self.form.runTitle.setText(f"Imported {changed} from {self._source.path.name}")
        self.form.runNote.setText(self.intake.done_words(counts))
        self.form.promise.setText("Undo takes back the whole import in one step.")
        self.form.go.setText("Done")
        self.form.go.setVisible(True)
        self.form.go.setFocus()
        self.form.cancel.setVisible(False)
        self._mark_steps()

    def _on_not_imported(self, error: Refused | Cancelled) -> None:
        self._show_step(CHECK)
        self._show_counts()
        cancelled = "The import was cancelled. Nothing was written."
        self._fault(self.form.checkError, cancelled if isinstance(error, Cancelled) else str(error))

    # Leaving

    def reject(self) -> None:
        """Cancels a running import first; closes otherwise."""
        if self.form.pages.currentIndex() == RUN and self._lane.busy:
            self._lane.cancel()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Stops the background work."""
        self._wait.stop()
        self._lane.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own button cancels as Esc does."""
        event.ignore()
        self.reject()

    @staticmethod
    def _fault(label: QWidget, sentence: str) -> None:
        label.setText(sentence)  # type: ignore[attr-defined]
        label.setVisible(bool(sentence))
