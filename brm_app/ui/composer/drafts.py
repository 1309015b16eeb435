"""The drafts of an audience: a menu to choose one, add one, copy it or delete it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from brm_app.ui.composer.draft import Draft
from brm_app.ui.widgets import sided

_MOST = 60  # characters of a title in the menu


class DraftMenu(QObject):
    """Fills the menu of a button each time it opens. `taken` carries the id of a draft."""

    taken = Signal(str)
    added = Signal()
    copied = Signal()
    deleted = Signal()
    locked = Signal()

    def __init__(self, button: QToolButton, draft: Draft, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = draft
        self.menu = QMenu(button)
        self.menu.setObjectName("draftMenu")
        self.menu.setAccessibleName("Drafts")
        button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        for number, briefing in enumerate(self._draft.drafts, 1):
            words = briefing.title if len(briefing.title) <= _MOST else briefing.title[: _MOST - 1] + "…"
            action = self._item(f"{number}   {words}".replace("&", "&&"), f"draft-{number}")
            action.setCheckable(True)
            action.setChecked(briefing.id == self._draft.briefing.id)
            action.triggered.connect(lambda _on=False, chosen=briefing.id: self.taken.emit(chosen))
            group.addAction(action)
        self.menu.addSeparator()
        self._item("New draft", "newDraft").triggered.connect(lambda: self.added.emit())
        copy = self._item("Copy this draft", "copyDraft")
        copy.triggered.connect(lambda: self.copied.emit())
        delete = self._item("Delete this draft", "deleteDraft")
        delete.triggered.connect(lambda: self.deleted.emit())
        self.menu.addSeparator()
        self._item("Save PDF with a password…", "lockDraft").triggered.connect(lambda: self.locked.emit())
        for action in (copy, delete):
            action.setEnabled(self._draft.saved)

    def _item(self, words: str, name: str) -> QAction:
        action = self.menu.addAction(sided(words))
        action.setObjectName(name)
        return action
