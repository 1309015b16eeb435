"""The first page, while nothing is open: sample, new workspace, import, or a file that is there already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.drawn.first_run import Ui_FirstRun
from brm_app.ui.files import FILTERS, Files
from brm_app.ui.keyed import KeyedButton
from brm_app.ui.opening import checked, empty, sample
from brm_app.ui.theme import app_icon, scaled
from brm_app.ui.widgets import lead, restyle


class FirstRun(QWidget):
    """Offers the ways to begin, each a row that is one button."""

    def __init__(self, theme: Theme, files: Files) -> None:
        super().__init__()
        self._theme, self._files = theme, files
        self._then_import = False
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = Ui_FirstRun()
        self._lay_out()
        self._make_ways()
        self._connect()
        self.form.newForm.hide()
        self._show_faults({})
        theme.changed.connect(self._paint)
        self._paint()

    def _lay_out(self) -> None:
        """Puts the form into an area that scrolls, for large text in a small window."""
        inside, area = QWidget(), QScrollArea()
        inside.setProperty("role", "page")
        self.form.setupUi(inside)
        lead(inside)
        for words in (self.form.sampleWords, self.form.newWords, self.form.import_Words):
            words.insertStretch(0)  # else the room that is left comes between title and words
            words.addStretch()
        area.setObjectName("firstRunArea")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        self.setObjectName("firstRun")

    def _make_ways(self) -> None:
        """Puts buttons with their keys in the places of the form's, whose rows show the focus."""
        form, before = self.form, self.form.sample
        ways = {"sample": self.open_sample, "new": self.ask_new, "import_": self.ask_import}
        for number, (name, do) in enumerate(ways.items(), start=1):
            old = getattr(form, name)
            made = KeyedButton(self._theme, name, old.text(), str(number), do)
            made.setAccessibleDescription(f"{old.accessibleName()}. Key {number}")
            made.setProperty("primary", old.property("primary"))
            getattr(form, f"{name}Layout").replaceWidget(old, made)
            old.setParent(None)
            old.deleteLater()
            setattr(form, name, made)
            made.installEventFilter(self)
            QShortcut(QKeySequence(str(number)), self, made.click)
            if number > 1:
                self.setTabOrder(before, made)
            before = made
        self.setTabOrder(before, form.open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The row of the focused button has the ring."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            row = getattr(self.form, f"{watched.objectName()}Row")
            restyle(row, "state", "focus" if event.type() == QEvent.Type.FocusIn else "")
        return False

    def _connect(self) -> None:
        form = self.form
        form.open.clicked.connect(self._files.ask_open)
        form.create.clicked.connect(self._create)
        form.cancelNew.clicked.connect(self._close_form)
        for line in (form.organisationName, form.currency, form.rate):
            line.returnPressed.connect(self._create)

    def _paint(self) -> None:
        form = self.form
        form.mark.setPixmap(app_icon().pixmap(scaled(64)))
        form.column.setMinimumWidth(0)
        form.mark.setMinimumHeight(scaled(64))
        form.column.setMaximumWidth(scaled(620))
        for place, name in (
            (form.sampleIcon, "book-open"),
            (form.newIcon, "file-plus-2"),
            (form.import_Icon, "file-input"),
        ):
            place.setPixmap(self._theme.icon(name).pixmap(scaled(20)))
            place.setFixedSize(scaled(44), scaled(44))

    def event(self, event: QEvent) -> bool:
        """Esc closes the questions, before it is a key of the window."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.form.newForm.isVisible():
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._close_form()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press anywhere in a row is a press of its button."""
        ways = {"sampleRow": self.form.sample, "newRow": self.form.new, "import_Row": self.form.import_}
        under: QWidget | None = self.childAt(event.position().toPoint())
        while under is not None and under is not self:
            if isinstance(under, QFrame) and not isinstance(under, QLabel) and under.objectName() in ways:
                ways[under.objectName()].click()
                return
            under = under.parentWidget()

    def open_sample(self) -> None:
        """Asks where the copy of the sample goes and opens it."""
        path = self._place("Where to keep the sample", "Meridian Health")
        if path:
            self._files.open(sample(path))

    def ask_new(self) -> None:
        """Shows the three questions of a new workspace."""
        self._open_form(False)

    def ask_import(self) -> None:
        """The same, with the import dialog after it."""
        self._open_form(True)

    def _open_form(self, then_import: bool) -> None:
        self._then_import = then_import
        self.form.newForm.show()
        self.form.organisationName.setFocus()

    def _close_form(self) -> None:
        self.form.newForm.hide()
        self.form.newError.hide()
        self.form.sample.setFocus()

    def _create(self) -> None:
        form = self.form
        name, currency = form.organisationName.text().strip(), form.currency.text().strip().upper()
        rate, faults = checked(name, currency, form.rate.text())
        self._show_faults(faults)
        if faults:
            return
        path = self._place("Where to keep the workspace", name)
        if path:
            self._files.open(empty(path, name, currency, rate), self._then_import)

    def _show_faults(self, faults: dict[str, str]) -> None:
        """Marks the answers that can't be; the cursor goes into the first of them."""
        form = self.form
        for line in (form.rate, form.currency, form.organisationName):
            wrong = line.objectName() in faults
            restyle(line, "error", "true" if wrong else "false")
            if wrong:
                line.setFocus()
                line.selectAll()
        form.newError.setText(" ".join(faults.values()))
        form.newError.setVisible(bool(faults))

    def _place(self, title: str, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        safe = "".join(c if c.isalnum() or c in " -_" else "-" for c in name).strip() or "Workspace"
        path = self._files.ask.save_file(title, str(Path(folder) / f"{safe}.brm"), FILTERS)
        if path and not path.suffix:
            path = path.with_suffix(".brm")
        return path

    def refuse(self, sentence: str) -> None:
        """Says why there is no workspace: below the questions where they were answered, else below the rows."""
        asked = not self.form.newForm.isHidden()
        self.say("" if asked else sentence)
        self.form.newError.setText(sentence)
        self.form.newError.setVisible(asked)

    def take_focus(self) -> None:
        """The keyboard goes where the person goes on."""
        (self.form.sample if self.form.newForm.isHidden() else self.form.create).setFocus()

    def say(self, sentence: str) -> None:
        """Shows below the rows what is going on or what was refused."""
        self.form.working.setText(sentence)
