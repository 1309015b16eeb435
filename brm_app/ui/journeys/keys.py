"""The keys of a journey map."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from brm_app.ui.journeys.acts import Acts
from brm_app.ui.journeys.model import FEEL, MapModel
from brm_app.ui.keypresses import ENTER

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
MOODS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class Grid(Protocol):
    """What the keys do to a map beside its acts."""

    map_model: MapModel
    acts: Acts

    def currentIndex(self) -> QModelIndex:
        """The current cell."""

    def isRightToLeft(self) -> bool:
        """True where stages run from right to left."""

    def set_zoom(self, zoom: float) -> None:
        """Makes all of it larger or smaller."""

    def edit_cell(self, index: QModelIndex, typed: str = "") -> None:
        """Opens the field over a cell."""

    def add_card(self, index: QModelIndex) -> None:
        """Opens a new card below those of a cell."""

    def add_stage(self, column: int) -> None:
        """Opens the name of a new stage."""

    def edit_name(self, column: int) -> None:
        """Opens the name of a stage."""


class Keys:
    """Turns keys into acts on the current cell. Letters are keys only where they would not begin a card."""

    def __init__(self, view: Grid) -> None:
        self._view = view

    def owns(self, event: QKeyEvent) -> bool:
        """True for keys with Ctrl that the map uses."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return (
            (held == CTRL | SHIFT and key in ACROSS) or (held == CTRL and (key in DOWN or key == Qt.Key.Key_0))
        )  # fmt: skip

    def press(self, event: QKeyEvent) -> bool:
        """Does what the key stands for; False where it stands for nothing here."""
        view, index = self._view, self._view.currentIndex()
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Insert or (key == Qt.Key.Key_N and not held and not self._blank(index)):
            view.add_stage(index.column() + 1 if index.isValid() else 0)
        elif held & CTRL:
            return self._with_ctrl(key, held, index)
        elif not index.isValid() or held & ALT:
            return False
        elif key in ENTER:
            (view.add_card if held & SHIFT else view.edit_cell)(index)
        elif key == Qt.Key.Key_F2:
            view.edit_name(index.column())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._delete(index, bool(held & SHIFT))
        else:
            return self._typed(event, key, index)
        return True

    def _blank(self, index: QModelIndex) -> bool:
        """True for an empty cell of cards, where typing begins one."""
        model = self._view.map_model
        return index.isValid() and model.row(index).lane != FEEL and model.card(index) is None

    def _delete(self, index: QModelIndex, stage: bool) -> None:
        if stage:
            self._view.acts.delete_stage(index.column())
        else:
            self._view.acts.delete_card(index)

    def _with_ctrl(self, key: Qt.Key, held: Qt.KeyboardModifier, index: QModelIndex) -> bool:
        view = self._view
        if key == Qt.Key.Key_0:
            view.set_zoom(1.0)
        elif index.isValid() and held == CTRL | SHIFT and key in ACROSS:
            view.acts.move_stage(index, -ACROSS[key] if view.isRightToLeft() else ACROSS[key])
        elif index.isValid() and held == CTRL and key in DOWN:
            view.acts.order_card(index, DOWN[key])
        else:
            return False
        return True

    def _typed(self, event: QKeyEvent, key: Qt.Key, index: QModelIndex) -> bool:
        view, text = self._view, event.text()
        if self._blank(index) and text.strip() and text.isprintable():
            view.edit_cell(index, text)
        elif key == Qt.Key.Key_M:
            view.acts.toggle_truth(index.column())
        elif key == Qt.Key.Key_T:
            view.acts.judge(index)
        elif key in MOODS:
            view.acts.expect(index.column(), MOODS[key])
        else:
            return False
        return True
