"""The window: sidebar, menus, command bar, pages and status bar around one open workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from brm_app.domain.errors import Refused
from brm_app.domain.records import Record, record_class
from brm_app.ui import opening
from brm_app.ui.ask import Ask, Dialogs
from brm_app.ui.clock import Clock
from brm_app.ui.commandbar import CommandBar
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.drawn.shell import Ui_Shell
from brm_app.ui.firstrun import FirstRun
from brm_app.ui.floating import Floating
from brm_app.ui.menus import KEYS, Menus
from brm_app.ui.navigator import Navigator
from brm_app.ui.page import Page
from brm_app.ui.sidebar import PLACES, Sidebar
from brm_app.ui.statusline import StatusLine
from brm_app.ui.theme import app_icon, dress

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice, Workspace

FIRST_PLACE = "projects"
_WELCOME_KEYS = (("1", ""), ("2", ""), ("3", "choose"), ("F1", "all keys"))


class Window(QMainWindow):
    """Liaison's one window. `shown` tells that the first page shows its data."""

    shown = Signal()

    def __init__(self, theme: Theme, settings: QSettings, ask: Ask | None = None, clock: Clock | None = None) -> None:
        super().__init__()
        self.theme, self.settings, self.clock = theme, settings, clock or Clock()
        self.ask: Ask = ask or Dialogs(self)
        self.desk: Desk | None = None
        self._shape: tuple[object, ...] = ()
        self.runner = Runner(self)
        self.form = Ui_Shell()
        self.form.setupUi(self)
        self.setObjectName("window")
        self.setWindowIcon(app_icon())
        self.sidebar = Sidebar(theme, self.form.placesLayout, self.form.footLayout, self)
        self.line = StatusLine(self.form.statusBar, theme, self.clock, self.undo)
        self.bar = CommandBar(self.form, theme, self.log)
        self.navigator = Navigator(self.form.pages, self.bar, self.sidebar, self.line)
        self.menus = Menus(self, self)
        self.floating = Floating(self, self.bar.search, self.menus.actions)
        self.first = FirstRun(theme, self.ask)
        self.form.pages.addWidget(self.first)
        self._connect()
        self._paint()
        self.show_first_run()

    def _connect(self) -> None:
        self.theme.changed.connect(self._paint)
        self.first.chosen.connect(self.open)
        self.bar.search.entered.connect(self._on_search_entered)
        self.form.back.clicked.connect(self.back)
        self.form.forward.clicked.connect(self.forward)
        for name, place in self.sidebar.buttons.items():
            place.clicked.connect(lambda _=False, chosen=name: self.go(chosen))
        QApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._dress())
        self._tick_appearance()

    def _paint(self) -> None:
        self.form.logo.setPixmap(app_icon().pixmap(28))

    # Opening and closing

    def open_path(self, path: Path) -> None:
        """Opens a workspace file in the background."""
        self.open(opening.existing(path), False)

    def open(self, job: Callable[[], Workspace], then_import: bool) -> None:
        """Runs a job that opens a workspace, and shows it."""
        if not self.navigator.settled():
            return
        self.first.say("Opening…")
        self.runner.run(job, lambda workspace: self._opened(workspace, then_import), self._not_opened)

    def _not_opened(self, sentence: str) -> None:
        self.first.say(sentence)
        if self.desk:
            self.line.say(sentence)
        self.shown.emit()

    def _opened(self, workspace: Workspace, then_import: bool) -> None:
        self.first.say("")
        self._drop_workspace()
        self.desk = self.navigator.desk = Desk(workspace, self.theme, self.ask, self.runner, self.clock)
        self.desk.wanted.connect(self.go)
        self.desk.said.connect(self.line.say)
        self.desk.log_wanted.connect(self.log)
        self.desk.search_wanted.connect(self.search)
        self.desk.changed.connect(self._on_notice)
        self._shape = self._shape_now()
        self._enable(True)
        self._describe()
        self.go(FIRST_PLACE)
        self.shown.emit()
        if then_import:
            self.import_table("units")

    def close_workspace(self) -> None:
        """Closes the workspace and shows the first page."""
        if self.navigator.settled():
            self._drop_workspace()
            self.show_first_run()

    def _enable(self, opened: bool) -> None:
        for part in (self.menus, self.sidebar, self.bar):
            part.enable(opened)

    def _drop_workspace(self) -> None:
        self.floating.drop()
        self.navigator.drop()
        desk, self.desk, self.navigator.desk = self.desk, None, None
        if desk:
            desk.close()
            try:
                desk.workspace.close(backup=True)
            except Refused as refused:
                self.ask.say(str(refused))

    def show_first_run(self) -> None:
        """Shows the first page; an open workspace stays open until another one is."""
        if not self.navigator.settled():
            return
        self.navigator.show_other(self.first, "Welcome")
        if self.desk is None:
            self.form.organisation.setText("No workspace")
            self.form.file.setText("Nothing open yet")
            self._enable(False)
        self.line.hints(_WELCOME_KEYS)
        self.first.form.sample.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what was typed, backs up and goes."""
        if not self.navigator.settled():
            event.ignore()
            return
        self.settings.setValue("geometry", self.saveGeometry())
        self._drop_workspace()
        self.runner.close()
        super().closeEvent(event)

    def leave(self) -> None:
        """Closes the window."""
        self.close()

    # Places

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.navigator.page

    def go(self, place: str, record_id: str = "") -> None:
        """Opens a place, and a record there."""
        self.navigator.go(place, record_id)

    def back(self) -> None:
        """Shows the place before."""
        self.navigator.step(back=True)

    def forward(self) -> None:
        """Shows the place that was left with back."""
        self.navigator.step(back=False)

    # What changed

    def _on_notice(self, notice: Notice) -> None:
        self._describe(notice)
        for page in self.navigator.pages.values():
            page.refresh(notice)
        self.line.saved()
        self.navigator.show_crumbs()
        if notice.kinds & {"organisation", "audiences"} and self._shape != self._shape_now():
            # After the write that is still under way: its page is among those that are made anew.
            QTimer.singleShot(0, self, self._make_pages_anew)

    def _shape_now(self) -> tuple[object, ...]:
        """What pages are built after: the currency and its minor digits, and the audiences with their columns."""
        assert self.desk is not None
        workspace = self.desk.workspace
        return workspace.organisation.currency, *((a.id, a.title) for a in workspace.find(record_class("audiences")))

    def _make_pages_anew(self) -> None:
        if self.desk and self.navigator.settled():
            self._shape = self._shape_now()
            self.navigator.make_anew()

    def _describe(self, notice: Notice | None = None) -> None:
        """Names, counts and the labels of undo, as the workspace is now."""
        assert self.desk is not None
        workspace = self.desk.workspace
        if notice is None or "organisation" in notice.kinds:
            self.form.organisation.setText(workspace.organisation.name)
            self.form.file.setText(workspace.path.name)
            self.setWindowTitle(f"{workspace.organisation.name} – Liaison")
        for place in PLACES:
            if place.collection and (notice is None or place.collection in notice.kinds):
                self.sidebar.buttons[place.name].show_count(workspace.count(record_class(place.collection)))
        self.menus.label_undo(workspace.undo_label(), workspace.redo_label())

    def undo(self) -> None:
        """Takes back the last write and says so."""
        self._take_back("undo")

    def redo(self) -> None:
        """Does again what was undone and says so."""
        self._take_back("redo")

    def _take_back(self, way: str) -> None:
        if self.desk is None or not self.navigator.settled():
            return
        with self.desk.telling():
            done = self.desk.workspace.undo() if way == "undo" else self.desk.workspace.redo()
            if done:
                words = "Undone" if way == "undo" else "Done again"
                self.desk.status(" ".join([f"{words}: {done.label}.", *done.left]))

    # Commands

    def log(self, about: Record | None = None) -> None:
        """Opens the quick log, about a record or what the page shows."""
        if self.desk:
            self.floating.log(self.desk, about or (self.page.log_about() if self.page else None))

    def search(self) -> None:
        """Puts the cursor into the search field."""
        if self.desk:
            self.floating.search(self.desk)

    def _on_search_entered(self, reason: Qt.FocusReason) -> None:
        if self.desk:
            self.floating.search(self.desk, opened=reason == Qt.FocusReason.MouseFocusReason)

    def on_page(self, what: str) -> None:
        """Hands a command of the menu to the page."""
        if self.page and self.desk:
            with self.desk.telling():
                getattr(self.page, what)()

    def ask_open(self) -> None:
        """Asks for a workspace file and opens it."""
        self.first.open_file()

    def import_table(self, kind: str = "") -> None:
        """Opens the import dialog for a kind, that of the page if none is named."""
        if self.desk is None or not self.navigator.settled():
            return
        from brm_app.ui.importing.dialog import ImportDialog

        kinds = {place.name: place.collection for place in PLACES}
        kind = kind or kinds.get(self.page.name if self.page else "") or "projects"
        dialog = ImportDialog(self.desk, kind, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def back_up(self) -> None:
        """Backs the workspace up in the background."""
        if self.desk:
            from brm_app.services.safekeeping import back_up

            desk, path = self.desk, self.desk.workspace.path
            desk.run(lambda: back_up(path), lambda made: desk.status(f"Backed up to {made}."), desk.status)

    def set_appearance(self, name: str) -> None:
        """Light, dark, or as the system is."""
        if self.navigator.settled():
            self.settings.setValue("appearance", name)
            self._dress()
        self._tick_appearance()

    def _tick_appearance(self) -> None:
        self.menus.appearances[str(self.settings.value("appearance", "system"))].setChecked(True)

    def _dress(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dark = is_dark(str(self.settings.value("appearance", "system")), app)
        if dark != self.theme.dark:
            dress(app, dark)
            self.theme.set_dark(dark)
            self.navigator.make_anew()

    def show_keys(self) -> None:
        """Lists the keys."""
        self.ask.say(KEYS)

    def show_about(self) -> None:
        """Says what this is."""
        from brm_app import __version__

        self.ask.say(
            f"Liaison {__version__}\nThe desk of an IT business relationship manager.\nNothing is sent anywhere."
        )


def is_dark(appearance: str, app: QApplication) -> bool:
    """Whether the named appearance is dark here and now."""
    if appearance == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return appearance == "dark"
