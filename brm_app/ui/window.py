"""The window: sidebar, menus, command bar, pages and status bar around one open workspace."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from brm_app.ui.ground import Ground
from brm_app.ui.layouts import keep_window

if TYPE_CHECKING:  # the ground of the window is painted before its pieces are imported
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from brm_app.services.workspace import Notice
    from brm_app.ui.ask import Ask
    from brm_app.ui.clock import Clock
    from brm_app.ui.counting import Count, Counter
    from brm_app.ui.desk import Desk
    from brm_app.ui.firstrun import FirstRun
    from brm_app.ui.page import Page

NARROW = 1000  # px below which the sidebar shows icons only
_WELCOME_KEYS = (("1 2 3", "choose"), ("F1", "all keys"))


class Window(Ground):
    """Liaison's one window, empty until `furnish`. `shown` tells that the first page shows its data."""

    shown = Signal()

    def furnish(self, clock: Clock | None = None, ask: Ask | None = None) -> None:
        """Puts the pieces in; `ask` answers the window's questions in place of dialogs."""
        from brm_app.ui.appearance import Appearance
        from brm_app.ui.ask import Dialogs
        from brm_app.ui.clock import Clock
        from brm_app.ui.commandbar import CommandBar
        from brm_app.ui.commands import Commands
        from brm_app.ui.desk import Theme
        from brm_app.ui.drawn.shell import Ui_Shell
        from brm_app.ui.dropping import Dropping
        from brm_app.ui.files import Files
        from brm_app.ui.floating import Floating
        from brm_app.ui.menus import Menus
        from brm_app.ui.navigator import Navigator
        from brm_app.ui.sidebar import Sidebar
        from brm_app.ui.statusline import StatusLine
        from brm_app.ui.theme import app_icon

        settings = self.settings
        self.theme = theme = Theme()
        self.appearance = Appearance(theme, settings)
        self._shape: tuple[object, ...] = ()
        self._counter: Counter | None = None
        self._first: FirstRun | None = None
        self.form = Ui_Shell()
        self.form.setupUi(self)
        self.setObjectName("window")
        self.setWindowIcon(app_icon())
        clock = clock or Clock()
        self.files = Files(theme, settings, ask or Dialogs(self), clock, lambda: self.navigator.settled())
        self.sidebar = Sidebar(theme, self.form, self)
        self.line = StatusLine(self.form.statusBar, theme, clock, lambda: self.commands.undo())
        self.bar = CommandBar(self.form, theme, lambda: self.commands.log())
        self.navigator = Navigator(self.form, self.bar, self.sidebar, self.line, settings)
        self.floating = Floating(self, self.bar.search, theme)
        self.commands = Commands(self, self.files, self.navigator, self.floating, self.appearance)
        self.menus = Menus(self, self.commands, self.files)
        self.floating.menus = self.menus.listed
        Dropping(self, self.files.open_path, self._import_dropped, self._identify_dropped, self._say)
        self._connect()
        self.menus.sidebar.setChecked(settings.value("sidebar", "wide") == "wide")
        self._enable(False)
        self.furnished = True
        self._fit_sidebar()

    def hold(self, held: bool) -> None:
        """Goes on painting the grounds and none of the pieces, or paints all that is there by now.

        Not by `setUpdatesEnabled` of the window itself: Qt paints a window twice when that is set again.
        """
        self.held = held
        for piece in (self.form.desk, self.menuBar(), self.statusBar()):
            piece.setUpdatesEnabled(not held)
        self.update()

    def _connect(self) -> None:
        files, form = self.files, self.form
        files.opened.connect(self._on_opened)
        files.closing.connect(self._on_closing)
        files.failed.connect(self._on_failed)
        files.busy.connect(self._on_busy)
        files.listed.connect(self._list_recent)
        self.appearance.changed.connect(self._on_dressed)
        self.commands.looked.connect(self._tick_looks)
        self.bar.search.entered.connect(self.commands.hear_search)
        self.menus.welcome.triggered.connect(self.show_first_run)
        self.menus.new.triggered.connect(self._new_workspace)
        self.menus.sidebar.toggled.connect(self._set_sidebar)
        form.back.clicked.connect(self.commands.back)
        form.forward.clicked.connect(self.commands.forward)
        for name, place in self.sidebar.buttons.items():
            place.clicked.connect(lambda _=False, chosen=name: self.go(chosen))
        self.shown.connect(self.wait_for_paint)
        self._list_recent()
        self._tick_looks()

    def _list_recent(self) -> None:
        self.menus.show_recent(self.files.recent)

    # Opening and closing

    @property
    def first(self) -> FirstRun:
        """The first page, made when it is first needed: a start with a file does without."""
        if self._first is None:
            from brm_app.ui.firstrun import FirstRun

            self._first = FirstRun(self.theme, self.files)
            self.form.pages.addWidget(self._first)
        return self._first

    @property
    def desk(self) -> Desk | None:
        """The open workspace with what is around it."""
        return self.files.desk

    def open_path(self, path: Path) -> None:
        """Opens a workspace file in the background."""
        self.files.open_path(path)

    def _say(self, sentence: str) -> None:
        """Tells a sentence where it is read: in the status bar, and on the first page below the rows."""
        if self.navigator.page is None:
            self.first.say(sentence)
        self.line.say(sentence)

    def _on_busy(self, sentence: str) -> None:
        """Says where it can be read that a file is being opened; a start with a file makes no first page."""
        if self._first:
            self._first.say(sentence)
        else:
            self.line.say(sentence)

    def _on_failed(self, sentence: str) -> None:
        self.first.refuse(sentence)
        if self.desk:
            self.line.say(sentence)
        else:
            self.show_first_run()
        self.shown.emit()

    def _on_opened(self, then_import: bool) -> None:
        from brm_app.ui.counting import Counter
        from brm_app.ui.places import FIRST

        desk = self.navigator.desk = self.desk
        assert desk is not None
        desk.room = self.form.pages
        if self._first:
            self._first.say("")
        desk.wanted.connect(self.go)
        desk.said.connect(self.line.say)
        desk.log_wanted.connect(self.commands.log)
        desk.search_wanted.connect(self.commands.search)
        desk.changed.connect(self._on_notice)
        self._shape = self._shape_now()
        self._enable(True)
        self.line.opened()
        self._describe()
        self.go(FIRST)
        self._counter = Counter(desk, self._show_counts)
        self.seen.connect(self._counter.read)
        self.shown.emit()
        if then_import:
            self.commands.import_table("units")

    def _enable(self, opened: bool) -> None:
        for part in (self.menus, self.sidebar, self.bar):
            part.enable(opened)

    def _on_closing(self) -> None:
        """Takes down all that shows the workspace, before it is closed."""
        self.floating.drop()
        self.navigator.drop()
        self.navigator.desk = None
        if self._counter:
            self.seen.disconnect(self._counter.read)
            self._counter.close()
            self._counter = None
        self._enable(False)
        self.setWindowTitle("Liaison")
        self.form.organisation.setText("No workspace")
        self.form.file.setText("Nothing open yet")
        self.line.closed()
        self._show_first()

    def show_first_run(self) -> None:
        """Shows the first page; an open workspace stays open until another one is."""
        if self.navigator.settled():
            if self.desk is None:
                self._enable(False)
            self._show_first()

    def _show_first(self) -> None:
        self.navigator.show_other(self.first, "Welcome")
        self.line.hints(_WELCOME_KEYS)
        self.first.take_focus()

    def _new_workspace(self) -> None:
        if self.navigator.settled():
            self._show_first()
            self.first.ask_new()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what was typed, backs up and goes."""
        if self.furnished:
            if not self.navigator.settled():
                event.ignore()
                return
            keep_window(self.settings, self)
            self.files.drop()
            self.files.runner.close()
        super().closeEvent(event)

    def come_forward(self) -> None:
        """Puts the window before the others."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Places

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self.navigator.page

    def go(self, place: str, record_id: str = "") -> None:
        """Opens a place, and a record there."""
        self.navigator.go(place, record_id)

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
        from brm_app.domain.records import Audience

        workspace = self.desk.workspace
        return workspace.organisation.currency, *((a.id, a.title) for a in workspace.find(Audience))

    def _make_pages_anew(self) -> None:
        if self.desk and self.navigator.settled():
            self._shape = self._shape_now()
            self.navigator.make_anew()

    def _describe(self, notice: Notice | None = None) -> None:
        """Names and the labels of undo, as the workspace is now."""
        assert self.desk is not None
        workspace = self.desk.workspace
        if notice is None or "organisation" in notice.kinds:
            name = workspace.organisation.name
            self.form.organisation.setText(name)
            self.form.file.setText(workspace.path.name)
            self.setWindowTitle(f"{name} – Liaison")
        self.menus.label_undo(workspace.undo_label(), workspace.redo_label())

    def _show_counts(self, counts: Mapping[str, Count]) -> None:
        for name, count in counts.items():
            self.sidebar.buttons[name].show_count(count.shown, count.words, count.due)

    # Looks

    def _import_dropped(self, path: Path) -> None:
        if self.desk:
            self.commands.import_table(path=path)
        else:
            self._say("A table is imported into a workspace. Open one or make a new one, then drop the table again.")

    def _identify_dropped(self, path: Path) -> None:
        if self.desk:
            self.commands.identify(path)
        else:
            self._say("A PDF is identified by the workspace that issued it. Open that one, then drop the PDF again.")

    def _tick_looks(self) -> None:
        self.menus.appearances[self.appearance.name].setChecked(True)
        self.menus.sizes[self.appearance.scale].setChecked(True)

    def _on_dressed(self) -> None:
        self.floating.drop()
        self.navigator.make_anew()
        self._fit_sidebar()

    def _set_sidebar(self, wide: bool) -> None:
        """Words or icons only in the sidebar, now and the next time."""
        self.settings.setValue("sidebar", "wide" if wide else "narrow")
        self._fit_sidebar()

    def _fit_sidebar(self) -> None:
        from brm_app.ui.theme import scaled

        self.sidebar.set_narrow(self.width() < scaled(NARROW) or not self.menus.sidebar.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sidebar leaves its words out where the window is narrow."""
        super().resizeEvent(event)
        if self.furnished:
            self._fit_sidebar()
