"""The menus of the window and their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from brm_app.ui import fieldmenu
from brm_app.ui.appearance import NAMES
from brm_app.ui.commands import Commands
from brm_app.ui.files import Files
from brm_app.ui.sidebar import KEYS, PLACES
from brm_app.ui.theme import SCALES
from brm_app.ui.tips import plain_tip
from brm_app.ui.widgets import sided

K = TypeVar("K")


class Menus:
    """Builds the menu bar; actions that need an open workspace are switched by `enable`."""

    def __init__(self, window: QMainWindow, commands: Commands, files: Files) -> None:
        self._window, self._files = window, files
        fieldmenu.speak(window)
        self._open_only: list[QAction] = []
        self._file(commands)
        self._edit(commands)
        self._view(commands)
        self._go(commands)
        self._record(commands)
        help_menu = self._menu("Help")
        self._add(help_menu, "All keys", commands.show_keys, "F1", always=True)
        self._add(help_menu, "User guide", commands.show_guide, always=True)
        self._add(help_menu, "About Liaison", commands.show_about, always=True)

    def _menu(self, words: str) -> QMenu:
        menu = self._window.menuBar().addMenu(words)
        menu.setObjectName(f"menu{words}")
        return menu

    def _add(
        self, menu: QMenu, words: str, do: Callable[[], object] | None, *keys: str, always: bool = False
    ) -> QAction:  # fmt: skip
        action = QAction(sided(words), self._window)
        action.setObjectName("action" + "".join(c for c in words.split("\t")[0].title() if c.isalnum()))
        action.setShortcuts([QKeySequence(key) for key in keys])
        if do is not None:  # else the window hears it
            action.triggered.connect(lambda _=False: do())
        menu.addAction(action)
        if not always:
            self._open_only.append(action)
        return action

    def _file(self, do: Commands) -> None:
        menu = self._menu("File")
        self.welcome = self._add(menu, "Welcome page", None, always=True)
        self.new = self._add(menu, "New workspace…", None, always=True)
        self._add(menu, "Open workspace…", self._files.ask_open, "Ctrl+O", always=True)
        self._recent = menu.addMenu("Open recent")
        self._recent.setObjectName("menuRecent")
        self._add(menu, "Close workspace", self._files.close)
        menu.addSeparator()
        self._add(menu, "Import…", do.import_table, "Ctrl+Shift+I")
        self.export = self._add(menu, "Export list…", do.export_list)
        menu.addSeparator()
        self._add(menu, "Back up now", self._files.back_up)
        self._add(menu, "Restore a backup…", do.show_backups)
        menu.addSeparator()
        self._add(menu, "Quit", do.leave, "Ctrl+Q", always=True)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Lists the files that were open lately."""
        self._recent.clear()
        for path in paths:
            action = self._recent.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(plain_tip(str(path)))
            action.triggered.connect(partial(self._open, path))
        self._recent.setToolTipsVisible(True)
        self._recent.addSeparator()
        self._recent.addAction("Clear this list").triggered.connect(lambda _=False: self._files.forget_recent())
        self._recent.setEnabled(bool(paths))

    def _open(self, path: Path, _checked: bool = False) -> None:
        self._files.open_path(path)

    def _edit(self, do: Commands) -> None:
        menu = self._menu("Edit")
        self.undo = self._add(menu, "Undo", do.undo, "Ctrl+Z")
        self.redo = self._add(menu, "Redo", do.redo, "Ctrl+Shift+Z", "Ctrl+Y")
        menu.addSeparator()
        self._add(menu, "Filter", lambda: do.on_page("find_words"), "Ctrl+F")
        self._add(menu, "Search everything", do.search, "Ctrl+K")
        menu.addSeparator()
        self._add(menu, "Menu of the field", partial(fieldmenu.open_menu, self._window), *fieldmenu.KEYS, always=True)

    def _view(self, do: Commands) -> None:
        menu = self._menu("View")
        names = {name: name.capitalize() if name != "system" else "As the system" for name in NAMES}
        self.appearances = self._choices(menu.addMenu("Appearance"), names, do.set_appearance)
        sizes = {scale: f"{round(scale * 100)}\u00a0%" for scale in SCALES}
        self.sizes = self._choices(menu.addMenu("Text size"), sizes, do.set_text_size)
        menu.addSeparator()
        self.sidebar = self._add(menu, "Sidebar", None, always=True)
        self.sidebar.setCheckable(True)
        self.sidebar.setChecked(True)
        self._add(menu, "Inspector", do.toggle_inspector, "F4")

    def _choices(self, menu: QMenu, words: dict[K, str], do: Callable[[K], None]) -> dict[K, QAction]:
        group = QActionGroup(self._window)
        made = {}
        for value, text in words.items():
            action = made[value] = self._add(menu, text, partial(do, value), always=True)
            action.setCheckable(True)
            group.addAction(action)
        return made

    def _go(self, do: Commands) -> None:
        menu = self._menu("Go")
        for place in PLACES:
            keys = filter(None, [KEYS.get(place.name)])
            self._add(menu, place.words, partial(do.go, place.name), *keys)
        menu.addSeparator()
        self._add(menu, "Back", do.back, "Alt+Left")
        self._add(menu, "Forward", do.forward, "Alt+Right")
        menu.addSeparator()
        self._add(menu, "Next pane", partial(do.step_pane, True), "F6", always=True)
        self._add(menu, "Previous pane", partial(do.step_pane, False), "Shift+F6", always=True)

    def _record(self, do: Commands) -> None:
        menu = self._menu("Record")
        self._add(menu, "Log a touchpoint", do.log, "Ctrl+L")
        menu.addSeparator()
        self._add(menu, "New", lambda: do.on_page("new_record"), "Ctrl+N")
        self._add(menu, "Save", lambda: do.on_page("save_record"), "Ctrl+Return", "Ctrl+Enter", "Ctrl+S")
        self._add(menu, "Delete\tDel", lambda: do.on_page("delete_record"))
        self._add(menu, "Close what is open", lambda: do.on_page("escape"), "Esc")
        briefing = self._menu("Briefing")
        self._add(briefing, "Compose", lambda: do.go("composer"), "Ctrl+B")
        self._add(briefing, "Issued", lambda: do.go("issued"))
        self._add(briefing, "Identify a PDF…", do.identify, "Ctrl+I")

    def actions(self) -> list[QAction]:
        """Every action of the menus."""
        return [action for _, listed in self.listed() for action in listed]

    def listed(self) -> list[tuple[str, list[QAction]]]:
        """The actions below the words of their menus, in order; those of menus inside of menus with the outer one."""
        bar = self._window.menuBar()
        return [(top.text(), _leaves(menu)) for top in bar.actions() if (menu := _menu_of(top)) is not None]

    def enable(self, opened: bool) -> None:
        """Switches what needs an open workspace."""
        for action in self._open_only:
            action.setEnabled(opened)

    def label_undo(self, undo: str, redo: str) -> None:
        """Names what undo and redo would do."""
        for action, word, words in ((self.undo, "Undo", undo), (self.redo, "Redo", redo)):
            action.setText(f"{word} {words}".strip().replace("&", "&&"))
            action.setEnabled(bool(words))


def _menu_of(action: QAction) -> QMenu | None:
    menu = action.menu()
    return menu if isinstance(menu, QMenu) else None


def _leaves(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = _menu_of(action)
        if inner is not None:
            found += _leaves(inner)
        elif not action.isSeparator():
            found.append(action)
    return found
