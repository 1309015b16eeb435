"""The panels that float over any page, made when first wanted: the quick log, the answers of search, all keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from brm_app.ui.commandbar import SearchField
from brm_app.ui.desk import Desk, Theme
from brm_app.ui.page import Page

if TYPE_CHECKING:  # they are not needed at first paint, and two of them need the services
    from brm_app.domain.records import Record
    from brm_app.ui.allkeys import AllKeys
    from brm_app.ui.quicklog.panel import QuickLog
    from brm_app.ui.searching.panel import SearchPanel

Listed = Sequence[tuple[str, Sequence[QAction]]]


class Floating:
    """Makes the panels for the open workspace and takes them down with it."""

    def __init__(self, window: QWidget, field: SearchField, theme: Theme) -> None:
        self._window, self._field, self._theme = window, field, theme
        self.menus: Callable[[], Listed] = lambda: ()
        """The actions of the menus, below the words of their menus."""
        self._keys: AllKeys | None = None
        self._log: QuickLog | None = None
        self._search: SearchPanel | None = None

    def log(self, desk: Desk, about: Record | str | None, hint: Callable[[Sequence[tuple[str, str]]], object]) -> None:
        """Opens the quick log, about a record where one is shown; `hint` shows its keys, and none once it is closed."""
        if self._log is None:
            from brm_app.ui.quicklog.panel import QuickLog

            self._log = QuickLog(desk, self._window)
            self._log.closed.connect(lambda: hint(()))
        self._log.open(about)
        hint(self._log.hints)

    def search(self, desk: Desk, opened: bool = True) -> None:
        """Makes the panel hear the search field and, where `opened`, puts the cursor there."""
        if self._search is None:
            from brm_app.ui.searching.panel import SearchPanel

            actions = [action for _, listed in self.menus() for action in listed]
            self._search = SearchPanel(desk, self._field, actions, self._window)
        if opened:
            self._search.open()

    def show_keys(self, page: Page | None) -> None:
        """Lists the keys of the page and of the menus."""
        if self._keys is None:
            from brm_app.ui.allkeys import AllKeys

            self._keys = AllKeys(self._theme, self._window)
        self._keys.open(page.title() if page else "", (*page.hints, *page.more_keys) if page else (), self.menus())

    def drop(self) -> None:
        """Takes all down; a draft in the quick log is kept."""
        if self._keys is not None:
            self._keys.deleteLater()
            self._keys = None
        if self._log is not None:
            self._log.close()
            self._log.deleteLater()
        if self._search is not None:
            self._search.close_down()
            self._search.deleteLater()
        self._log = self._search = None
