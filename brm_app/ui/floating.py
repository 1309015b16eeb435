"""The two panels that float over any page, the quick log and the answers of search, made when first wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from brm_app.domain.records import Record
from brm_app.ui.commandbar import SearchField

if TYPE_CHECKING:  # both need the services, which are not there at first paint
    from brm_app.ui.desk import Desk
    from brm_app.ui.quicklog.panel import QuickLog
    from brm_app.ui.searching.panel import SearchPanel


class Floating:
    """Makes the panels for the open workspace and takes them down with it."""

    def __init__(self, window: QWidget, field: SearchField, actions: Callable[[], Sequence[QAction]]) -> None:
        self._window, self._field, self._actions = window, field, actions
        self._log: QuickLog | None = None
        self._search: SearchPanel | None = None

    def log(self, desk: Desk, about: Record | None) -> None:
        """Opens the quick log, about a record where one is shown."""
        if self._log is None:
            from brm_app.ui.quicklog.panel import QuickLog

            self._log = QuickLog(desk, self._window)
        self._log.open(about)

    def search(self, desk: Desk, opened: bool = True) -> None:
        """Makes the panel hear the search field and, where `opened`, puts the cursor there."""
        if self._search is None:
            from brm_app.ui.searching.panel import SearchPanel

            self._search = SearchPanel(desk, self._field, self._actions(), self._window)
        if opened:
            self._search.open()

    def drop(self) -> None:
        """Takes both down; a draft in the quick log is kept."""
        if self._log is not None:
            self._log.close()
            self._log.deleteLater()
        if self._search is not None:
            self._search.close_down()
            self._search.deleteLater()
        self._log = self._search = None
