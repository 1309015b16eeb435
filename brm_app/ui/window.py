"""The window: sidebar, menus, command bar, pages and status bar around one open workspace."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from brm_app.domain.errors import Refused
from brm_app.domain.records import record_class
from brm_app.ui import opening
from brm_app.ui.ask import Ask, Dialogs
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.drawn.shell import Ui_Shell
from brm_app.ui.firstrun import FirstRun
from brm_app.ui.menus import Menus
from brm_app.ui.page import Page
from brm_app.ui.sidebar import PLACES, Sidebar
from brm_app.ui.statusline import StatusLine
from brm_app.ui.theme import app_icon, dress
from brm_app.ui.trail import Trail
from brm_app.ui.widgets import button, clear_layout, label

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice, Workspace

FIRST_PLACE = "projects"
_WELCOME_KEYS = (("1", ""), ("2", ""), ("3", "choose"), ("F1", "all keys"))


class Window(QMainWindow):
    """Liaison's one window. `shown` tells that the first page shows its data."""

    shown = Signal()

    def __init__(self, theme: Theme, settings: QSettings, ask: Ask | None = None) -> None:
        super().__init__()
        self.theme, self.settings = theme, settings
        self.ask: Ask = ask or Dialogs(self)
        self.desk: Desk | None = None
        self.pages: dict[str, Page] = {}
        self.page: Page | None = None
        self.trail = Trail()
        self.runner = Runner(self)
        self.form = Ui_Shell()
        self.form.setupUi(self)
        self.setObjectName("window")
        self.setWindowIcon(app_icon())
        self.sidebar = Sidebar(theme, self.form.placesLayout, self.form.footLayout, self)
        self.line = StatusLine(self.form.statusBar, theme, self.undo)
        self.menus = Menus(self, self)
        self.first = FirstRun(theme, self.ask)
        self.form.pages.addWidget(self.first)
        self._connect()
        self._paint()
        self.show_first_run()

    def _connect(self) -> None:
        self.theme.changed.connect(self._paint)
        self.first.chosen.connect(self.open)
        self.form.back.clicked.connect(self.back)
        self.form.forward.clicked.connect(self.forward)
        for name, place in self.sidebar.buttons.items():
            place.clicked.connect(lambda _=False, chosen=name: self.go(chosen))
        self.menus.appearances[str(self.settings.value("appearance", "system"))].setChecked(True)

    def _paint(self) -> None:
        form = self.form
        form.back.setIcon(self.theme.icon("arrow-left"))
        form.forward.setIcon(self.theme.icon("arrow-right"))
        form.logo.setPixmap(app_icon().pixmap(28))

    # Opening and closing

    def open_path(self, path: Path) -> None:
        """Opens a workspace file in the background."""
        self.open(opening.existing(path), False)

    def open(self, job: Callable[[], Workspace], then_import: bool) -> None:
        """Runs a job that opens a workspace, and shows it."""
        if not self._settled():
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
        self.desk = Desk(workspace, self.theme, self.ask, self.runner)
        self.desk.wanted.connect(self.go)
        self.desk.said.connect(self.line.say)
        self.desk.changed.connect(self._on_notice)
        self.menus.enable(True)
        self.sidebar.enable(True)
        self._describe()
        self.go(FIRST_PLACE)
        self.shown.emit()
        if then_import:
            self.import_table()

    def close_workspace(self) -> None:
        """Closes the workspace and shows the first page."""
        if self._settled():
            self._drop_workspace()
            self.show_first_run()

    def _drop_workspace(self) -> None:
        for page in self.pages.values():
            page.close_down()
            self.form.pages.removeWidget(page)
            page.deleteLater()
        self.pages, self.page, self.trail = {}, None, Trail()
        desk, self.desk = self.desk, None
        if desk:
            desk.close()
            try:
                desk.workspace.close(backup=True)
            except Refused as refused:
                self.ask.say(str(refused))

    def show_first_run(self) -> None:
        """Shows the first page; an open workspace stays open until another one is."""
        if not self._settled():
            return
        self.page = None
        self.form.pages.setCurrentWidget(self.first)
        if self.desk is None:
            self.form.organisation.setText("No workspace")
            self.form.file.setText("Nothing open yet")
            self.sidebar.enable(False)
            self.menus.enable(False)
        self.sidebar.choose("")
        self._show_bar(("Welcome",))
        self.line.hints(_WELCOME_KEYS)
        self.first.form.sample.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what was typed, backs up and goes."""
        if not self._settled():
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

    def go(self, place: str, record_id: str = "") -> None:
        """Opens a place, and a record there."""
        if self.desk is None or not self._settled():
            self._mark_place()
            return
        if self.page:
            self.trail.leave(self.page.name, self.page.shown_record())
        self._show(place, record_id)

    def _show(self, place: str, record_id: str) -> None:
        self.page = page = self._page(place)
        self.form.pages.setCurrentWidget(page)
        page.refresh(None)
        page.open_record(record_id)
        self._mark_place()
        clear_layout(self.form.toolsLayout)
        for tool in page.tools():
            self.form.toolsLayout.addWidget(tool)
        self.line.hints((*page.hints, ("F1", "all keys")))
        self._show_crumbs()

    def _page(self, name: str) -> Page:
        if name not in self.pages:
            from brm_app.ui.places import make_page  # pages need the services, which are not there at first paint

            assert self.desk is not None
            page = self.pages[name] = make_page(name, self.desk)
            page.crumbs_changed.connect(self._show_crumbs)
            self.form.pages.addWidget(page)
        return self.pages[name]

    def _mark_place(self) -> None:
        self.sidebar.choose(self.page.name if self.page else "")

    def _settled(self) -> bool:
        return self.page is None or self.page.settle()

    def back(self) -> None:
        """Shows the place before."""
        self._step(self.trail.back)

    def forward(self) -> None:
        """Shows the place that was left with back."""
        self._step(self.trail.forward)

    def _step(self, step: Callable[[str, str], tuple[str, str] | None]) -> None:
        if self.page and self._settled():
            target = step(self.page.name, self.page.shown_record())
            if target:
                self._show(*target)

    def _show_crumbs(self) -> None:
        if self.page:
            self._show_bar(self.page.crumbs())

    def _show_bar(self, crumbs: tuple[str, ...]) -> None:
        line = self.form.crumbsLayout
        clear_layout(line)
        for place, words in enumerate(crumbs):
            short = words if len(words) <= 60 else words[:59] + "…"
            if place + 1 < len(crumbs):
                back = button(f"crumb{place}", short, partial(self.go, self.page.name if self.page else ""), "crumb")
                line.addWidget(back)
                arrow = label()
                arrow.setPixmap(self.theme.icon("chevron-right", "tx3").pixmap(14))
                line.addWidget(arrow)
            else:
                line.addWidget(label(short, "crumb"))
        self.form.back.setEnabled(self.page is not None and self.trail.can_go_back)
        self.form.forward.setEnabled(self.page is not None and self.trail.can_go_forward)

    # What changed

    def _on_notice(self, notice: Notice) -> None:
        self._describe(notice)
        for page in self.pages.values():
            page.refresh(notice)
        self.line.saved()
        self._show_crumbs()

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
        if self.desk is None or not self._settled():
            return
        with self.desk.telling():
            done = self.desk.workspace.undo() if way == "undo" else self.desk.workspace.redo()
            if done:
                words = "Undone" if way == "undo" else "Done again"
                self.desk.status(" ".join([f"{words}: {done.label}.", *done.left]))

    # Commands

    def on_page(self, what: str) -> None:
        """Hands a command of the menu to the page."""
        if self.page and self.desk:
            with self.desk.telling():
                getattr(self.page, what)()

    def ask_open(self) -> None:
        """Asks for a workspace file and opens it."""
        self.first.open_file()

    def import_table(self) -> None:
        """Opens the import dialog for the kind of the page."""
        if self.desk is None or not self._settled():
            return
        from brm_app.ui.importing.dialog import ImportDialog

        kinds = {place.name: place.collection for place in PLACES}
        kind = kinds.get(self.page.name if self.page else "") or "projects"
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
        self.settings.setValue("appearance", name)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        dark = is_dark(name, app)
        self.theme.set_dark(dark)
        dress(app, dark)

    def show_keys(self) -> None:
        """Lists the keys."""
        self.ask.say(KEYS)

    def show_about(self) -> None:
        """Says what this is."""
        from brm_app import __version__

        self.ask.say(
            f"Liaison {__version__}\nThe desk of an IT business relationship manager.\nNothing is sent anywhere."
        )


KEYS = """Ctrl+1 … Ctrl+6    places
Ctrl+N    new record
Enter    open
Ctrl+Enter    save
Delete    delete
Ctrl+F    filter
Ctrl+Z, Ctrl+Shift+Z    undo, redo
Alt+Left, Alt+Right    back, forward
Ctrl+B    compose
Ctrl+Shift+I    import
Esc    close what is open"""


def is_dark(appearance: str, app: QApplication) -> bool:
    """Whether the named appearance is dark here and now."""
    if appearance == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return appearance == "dark"
