"""The menus of the window and their keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from brm_app.ui.sidebar import PLACES

APPEARANCES = ("light", "dark", "system")
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


class Commands(Protocol):
    """What the menus do."""

    def show_first_run(self) -> None:
        """Shows the first page."""

    def ask_open(self) -> None:
        """Asks for a workspace file and opens it."""

    def import_table(self, kind: str = "") -> None:
        """Opens the import dialog."""

    def back_up(self) -> None:
        """Makes a backup."""

    def undo(self) -> None:
        """Takes back the last write."""

    def redo(self) -> None:
        """Does again what was undone."""

    def log(self) -> None:
        """Opens the quick log."""

    def search(self) -> None:
        """Puts the cursor into the search field."""

    def go(self, place: str, record_id: str = "") -> None:
        """Opens a place, and a record there."""

    def back(self) -> None:
        """Shows the place before."""

    def forward(self) -> None:
        """Shows the place that was left with back."""

    def on_page(self, what: str) -> None:
        """Hands a command to the page."""

    def set_appearance(self, name: str) -> None:
        """Light, dark or system."""

    def show_keys(self) -> None:
        """Lists the keys."""

    def show_about(self) -> None:
        """Says what this is."""

    def close_workspace(self) -> None:
        """Closes the workspace."""

    def leave(self) -> None:
        """Closes the window."""


class Menus:
    """Builds the menu bar; actions that need an open workspace are switched by `enable`."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        self._window = window
        self._open_only: list[QAction] = []
        self._file(commands)
        self._edit(commands)
        self._view(commands)
        self._go(commands)
        self._record(commands)
        help_menu = self._menu("Help")
        self._add(help_menu, "Keys", commands.show_keys, "F1", always=True)
        self._add(help_menu, "About Liaison", commands.show_about, always=True)

    def _menu(self, words: str) -> QMenu:
        menu = self._window.menuBar().addMenu(words)
        menu.setObjectName(f"menu{words}")
        return menu

    def _add(
        self, menu: QMenu, words: str, do: Callable[[], object], *keys: str, always: bool = False
    ) -> QAction:  # fmt: skip
        action = QAction(words, self._window)
        action.setObjectName("action" + "".join(c for c in words.split("\t")[0].title() if c.isalnum()))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _=False: do())
        menu.addAction(action)
        if not always:
            self._open_only.append(action)
        return action

    def _file(self, do: Commands) -> None:
        menu = self._menu("File")
        self._add(menu, "Welcome page", do.show_first_run, always=True)
        self._add(menu, "Open workspace…", do.ask_open, "Ctrl+O", always=True)
        self._add(menu, "Close workspace", do.close_workspace)
        menu.addSeparator()
        self._add(menu, "Import…", do.import_table, "Ctrl+Shift+I")
        self._add(menu, "Back up now", do.back_up)
        menu.addSeparator()
        self._add(menu, "Quit", do.leave, "Ctrl+Q", always=True)

    def _edit(self, do: Commands) -> None:
        menu = self._menu("Edit")
        self.undo = self._add(menu, "Undo", do.undo, "Ctrl+Z")
        self.redo = self._add(menu, "Redo", do.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        menu.addSeparator()
        self._add(menu, "Filter", lambda: do.on_page("find_words"), "Ctrl+F")
        self._add(menu, "Search everything", do.search, "Ctrl+K")

    def _view(self, do: Commands) -> None:
        menu = self._menu("View").addMenu("Appearance")
        group = QActionGroup(self._window)
        self.appearances: dict[str, QAction] = {}
        for name in APPEARANCES:
            action = self._add(menu, name.capitalize(), partial(do.set_appearance, name), always=True)
            action.setCheckable(True)
            group.addAction(action)
            self.appearances[name] = action

    def _go(self, do: Commands) -> None:
        menu = self._menu("Go")
        for number, place in enumerate(PLACES, start=1):
            self._add(menu, place.words, partial(do.go, place.name), f"Ctrl+{number}")
        menu.addSeparator()
        self._add(menu, "Back", do.back, "Alt+Left")
        self._add(menu, "Forward", do.forward, "Alt+Right")

    def _record(self, do: Commands) -> None:
        menu = self._menu("Record")
        self._add(menu, "Log a touchpoint", do.log, "Ctrl+L")
        self._add(menu, "New", lambda: do.on_page("new_record"), "Ctrl+N")
        self._add(menu, "Save", lambda: do.on_page("save_record"), "Ctrl+Return", "Ctrl+Enter", "Ctrl+S")
        self._add(menu, "Delete\tDel", lambda: do.on_page("delete_record"))
        self._add(menu, "Close what is open", lambda: do.on_page("escape"), "Esc")
        briefing = self._menu("Briefing")
        self._add(briefing, "Compose…", lambda: do.go("composer"), "Ctrl+B")

    def actions(self) -> list[QAction]:
        """Every action of the menus."""
        return self._window.findChildren(QAction)

    def enable(self, opened: bool) -> None:
        """Switches what needs an open workspace."""
        for action in self._open_only:
            action.setEnabled(opened)

    def label_undo(self, undo: str, redo: str) -> None:
        """Names what undo and redo would do."""
        for action, word, words in ((self.undo, "Undo", undo), (self.redo, "Redo", redo)):
            action.setText(f"{word} {words}".strip().replace("&", "&&"))
            action.setEnabled(bool(words))
