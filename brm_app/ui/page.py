"""What every page of the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from brm_app.ui.inspector import Inspector

if TYPE_CHECKING:  # the services must not be imported before the first paint
    from brm_app.domain.records import Record
    from brm_app.services.workspace import Notice
    from brm_app.ui.desk import Desk


class Page(QWidget):
    """One place of the window. A page reads when it is shown and when a notice concerns it."""

    name = ""
    hints: tuple[tuple[str, str], ...] = ()
    more_keys: tuple[tuple[str, str], ...] = ()
    """Keys for which the status bar has no room; F1 lists them after the hints."""
    can_go = True
    """Whether the page can be taken down while it is not shown, and be made again when it is wanted."""
    keeps_choice = True
    """Whether the page, shown again without a record, shows the one that it showed before."""
    crumbs_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.room)
        self.desk = desk
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "page")
        self.setObjectName(f"{self.name}Page")

    def title(self) -> str:
        """The words of this place."""
        return self.name.capitalize()

    def crumbs(self) -> tuple[str, ...]:
        """The way to what is shown, outermost first; the first leads back to the list."""
        return (self.title(),)

    def tools(self) -> tuple[QWidget, ...]:
        """This page's own actions, for the right of the command bar."""
        return ()

    def refresh(self, notice: Notice | None) -> None:
        """Reads again; `notice` says what changed, None means everything may have."""

    def open_record(self, record_id: str) -> None:
        """Shows one record, or the list where `record_id` is empty."""

    def log_about(self) -> Record | None:
        """The record that a touchpoint logged now is about."""
        from brm_app.domain.records import RECORDS, record_class

        if self.name in RECORDS and self.shown_record():
            return self.desk.workspace.get(record_class(self.name), self.shown_record())
        return None

    def shown_record(self) -> str:
        """The id of the record that is open, or an empty string."""
        return ""

    def settle(self) -> bool:
        """Called before the person leaves: saves what was typed or asks; False where they stay."""
        return True

    def new_record(self) -> None:
        """Starts a new record (Ctrl+N)."""

    def delete_record(self) -> None:
        """Deletes the chosen record (Delete)."""

    def save_record(self) -> None:
        """The primary action (Ctrl+Enter)."""

    def find_words(self) -> None:
        """Puts the cursor into the filter (Ctrl+F)."""

    def escape(self) -> None:
        """Esc: closes what is open on the page and keeps nothing half done."""

    def toggle_inspector(self) -> None:
        """Folds the inspector away or opens it, where the page has one that folds (F4)."""
        for inspector in self.findChildren(Inspector):
            if inspector.isVisible():
                inspector.toggle()

    def close_down(self) -> None:
        """Stops background work before the page goes."""
