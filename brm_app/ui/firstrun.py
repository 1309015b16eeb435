"""The first page, while nothing is open: sample, new workspace, import, or a file that is there already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from brm_app.domain.currency import digits
from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.records import Organisation
from brm_app.domain.values import fault, parse
from brm_app.ui.ask import Ask
from brm_app.ui.desk import Theme
from brm_app.ui.drawn.first_run import Ui_FirstRun
from brm_app.ui.opening import empty, existing, sample
from brm_app.ui.theme import app_icon

FILTERS = "Liaison workspaces (*.brm)"


class FirstRun(QWidget):
    """Offers the ways to begin; `chosen` carries the job that opens the workspace and whether to import then."""

    chosen = Signal(object, bool)

    def __init__(self, theme: Theme, ask: Ask) -> None:
        super().__init__()
        self._theme, self._ask = theme, ask
        self._then_import = False
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.form = Ui_FirstRun()
        self.form.setupUi(self)
        self.setObjectName("firstRun")
        self._name_keys()
        self._connect()
        self.form.newForm.hide()
        self.form.newError.hide()
        theme.changed.connect(self._paint)
        self._paint()

    def _name_keys(self) -> None:
        for number, button in enumerate((self.form.sample, self.form.new, self.form.import_), start=1):
            button.setText(f"{button.text()}   {number}")

    def _connect(self) -> None:
        form = self.form
        ways = ((form.sample, self.open_sample), (form.new, self.ask_new), (form.import_, self.ask_import))
        for number, (button, do) in enumerate(ways, start=1):
            button.clicked.connect(do)
            QShortcut(QKeySequence(str(number)), self, button.click)
        form.open.clicked.connect(self.open_file)
        form.create.clicked.connect(self._create)
        form.cancelNew.clicked.connect(self._close_form)
        for line in (form.organisationName, form.currency, form.rate):
            line.returnPressed.connect(self._create)
        QShortcut(QKeySequence("Esc"), self, self._close_form)

    def _paint(self) -> None:
        form = self.form
        form.mark.setPixmap(app_icon().pixmap(64))
        for place, name in (
            (form.sampleIcon, "book-open"),
            (form.newIcon, "file-plus-2"),
            (form.import_Icon, "file-input"),
        ):
            place.setPixmap(self._theme.icon(name).pixmap(20))

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
            self.chosen.emit(sample(path), False)

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

    def open_file(self) -> None:
        """Asks for a workspace file and opens it."""
        path = self._ask.open_file("Open a workspace file", FILTERS)
        if path:
            self.chosen.emit(existing(path), False)

    def _create(self) -> None:
        form = self.form
        name, currency = form.organisationName.text().strip(), form.currency.text().strip().upper()
        try:
            rate = _checked(name, currency, form.rate.text())
        except Refused as refused:
            form.newError.setText(str(refused))
            form.newError.show()
            return
        path = self._place("Where to keep the workspace", name)
        if path:
            self.chosen.emit(empty(path, name, currency, rate), self._then_import)

    def _place(self, title: str, name: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        safe = "".join(c if c.isalnum() or c in " -_" else "-" for c in name).strip() or "Workspace"
        path = self._ask.save_file(title, str(Path(folder) / f"{safe}.brm"), FILTERS)
        if path and not path.suffix:
            path = path.with_suffix(".brm")
        return path

    def say(self, sentence: str) -> None:
        """Shows below the rows what is going on or what was refused."""
        self.form.working.setText(sentence)


def _checked(name: str, currency: str, rate: str) -> int | None:
    """The rate in minor units. Raises `Refused` with the first fault."""
    known = by_name(Organisation)
    value: int | None = parse(known["hourly_rate"], rate, digits(currency))
    for spec, given in ((known["name"], name), (known["currency"], currency), (known["hourly_rate"], value)):
        if reason := fault(spec, given):
            raise Refused(reason)
    return value
