"""What the menus and the buttons of the shell do with the open workspace and the page that is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from brm_app.ui.appearance import Appearance
from brm_app.ui.desk import Desk
from brm_app.ui.files import Files
from brm_app.ui.floating import Floating
from brm_app.ui.navigator import Navigator

if TYPE_CHECKING:
    from brm_app.domain.records import Record
    from brm_app.ui.guide import Guide


class Commands(QObject):
    """Needs a workspace for most of it and does nothing without one. `looked`: the appearance was asked for."""

    looked = Signal()

    def __init__(
        self, window: QMainWindow, files: Files, navigator: Navigator, floating: Floating, appearance: Appearance
    ) -> None:
        super().__init__()
        self._window, self._files, self._navigator, self._floating = window, files, navigator, floating
        self._appearance = appearance
        self._guide: Guide | None = None

    @property
    def _desk(self) -> Desk | None:
        return self._files.desk

    # Places

    def go(self, place: str, record_id: str = "") -> None:
        """Opens a place, and a record there."""
        self._navigator.go(place, record_id)

    def back(self) -> None:
        """Shows the place before."""
        self._navigator.step(back=True)

    def forward(self) -> None:
        """Shows the place that was left with back."""
        self._navigator.step(back=False)

    def leave(self) -> None:
        """Closes the window."""
        self._window.close()

    # The workspace

    def undo(self) -> None:
        """Takes back the last write and says so."""
        self._take_back("undo")

    def redo(self) -> None:
        """Does again what was undone and says so."""
        self._take_back("redo")

    def _take_back(self, way: str) -> None:
        if self._desk is None or not self._navigator.settled():
            return
        with self._desk.telling():
            done = self._desk.workspace.undo() if way == "undo" else self._desk.workspace.redo()
            if done:
                words = "Undone" if way == "undo" else "Done again"
                self._desk.status(" ".join([f"{words}: {done.label}.", *done.left]))

    def log(self, about: Record | str | None = None) -> None:
        """Opens the quick log, about a record, with words that were typed elsewhere, or about what the page shows."""
        if self._desk:
            page = self._navigator.page
            about = about or (page.log_about() if page else None)
            self._floating.log(self._desk, about, self._navigator.show_hints)

    def search(self) -> None:
        """Puts the cursor into the search field."""
        if self._desk:
            self._floating.search(self._desk)

    def hear_search(self, reason: Qt.FocusReason) -> None:
        """The search field was entered: what is typed there is answered, and a click shows what was opened lately."""
        if self._desk:
            self._floating.search(self._desk, opened=reason == Qt.FocusReason.MouseFocusReason)

    def on_page(self, what: str) -> None:
        """Hands a command of the menu to the page."""
        if self._navigator.page and self._desk:
            with self._desk.telling():
                getattr(self._navigator.page, what)()

    def identify(self, path: Path | None = None) -> None:
        """Says what a file is: an issue of this workspace, altered, or unknown; asks for one where none is named."""
        if self._desk is None:
            return
        chosen = path or self._desk.ask.open_file("Identify a PDF", "PDF (*.pdf);;All files (*)")
        if chosen:
            self.go("issued", f"file:{chosen}")

    def import_table(self, kind: str = "", path: Path | None = None) -> None:
        """Opens the import dialog for a kind, that of the page if none is named, with a file where there is one."""
        if self._desk and self._navigator.settled():
            from brm_app.ui import filedialogs

            filedialogs.import_table(self._window, self._desk, kind or self._navigator.collection, path)

    def export_list(self) -> None:
        """Asks for a file and writes the list of the page into it."""
        if self._desk:
            from brm_app.ui import filedialogs

            filedialogs.export_list(self._desk, self._navigator.collection)

    def show_backups(self) -> None:
        """Opens the dialog of backups."""
        if self._desk:
            from brm_app.ui import filedialogs

            filedialogs.show_backups(self._window, self._desk, self._files.restore)

    # Looks and help

    def set_appearance(self, name: str) -> None:
        """Light, dark, or as the system is."""
        if self._navigator.settled():
            self._appearance.choose(name)
        self.looked.emit()

    def set_text_size(self, scale: float) -> None:
        """How large text is."""
        if self._navigator.settled():
            self._appearance.choose_scale(scale)
        self.looked.emit()

    def toggle_inspector(self) -> None:
        """Folds the inspector of the page away or opens it."""
        if self._navigator.page:
            self._navigator.page.toggle_inspector()

    def step_pane(self, forward: bool) -> None:
        """Moves the keyboard to another pane."""
        from brm_app.ui import panes

        panes.step(self._window, self._navigator.fixed_panes, self._navigator.shown_widget, forward)

    def show_keys(self) -> None:
        """Lists all keys."""
        self._floating.show_keys(self._navigator.page)

    def show_guide(self) -> None:
        """Opens the guide where it tells about the page."""
        from brm_app.ui.guide import OF_PLACE, Guide

        if self._guide is None:
            self._guide = Guide(self._window)
        page = self._navigator.page
        self._guide.show_page(OF_PLACE.get(page.name if page else "", "tour"))

    def show_about(self) -> None:
        """Says what this is."""
        from brm_app import __version__

        self._files.ask.say(
            f"Liaison {__version__}\nThe desk of an IT business relationship manager.\nNothing is sent anywhere."
        )
