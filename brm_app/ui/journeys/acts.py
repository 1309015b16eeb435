"""What can be done to the map that is shown, in the words of its cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal

from brm_app.domain.errors import Refused
from brm_app.services import journeymaking as making
from brm_app.ui.desk import Desk
from brm_app.ui.journeys.model import FEEL, MapModel, Spot


class Acts(QObject):
    """Each act is one write. `aim` tells the view which cell is to be the current one after it."""

    aim = Signal(object)

    def __init__(self, desk: Desk, model: MapModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model

    def name_stage(self, column: int, name: str) -> None:
        """Renames the stage of a column; the column of no stage becomes a new one."""
        stage, shown = self._model.steps[column].stage, self._model.map
        assert shown is not None
        with self._desk.telling():
            if stage.id:
                making.change_stage(self._desk.workspace, stage, "Rename stage", name=name)
            else:
                made = making.add_stage(self._desk.workspace, shown, column, name)
                self._desk.status(f"Added stage {name}.", undo=True)
                self.aim.emit(Spot(made.id))

    def delete_stage(self, column: int) -> None:
        """Deletes a stage; the one after it becomes the current one."""
        stage, rest = self._model.steps[column].stage, self._model.steps[:column] + self._model.steps[column + 1 :]
        with self._desk.telling():
            making.delete_stage(self._desk.workspace, stage)
            self._desk.status(f"Deleted stage {stage.name}.", undo=True)
        if rest:
            self.aim.emit(Spot(rest[min(column, len(rest) - 1)].stage.id))

    def move_stage(self, index: QModelIndex, by: int) -> None:
        """Moves the stage of a cell to the left or right."""
        shown, spot = self._model.map, self._model.spot(index)
        if shown and 0 <= index.column() + by < len(self._model.steps):
            with self._desk.telling():
                making.move_stage(self._desk.workspace, shown, index.column(), index.column() + by)
            self.aim.emit(spot)

    def toggle_truth(self, column: int) -> None:
        """Makes a stage a moment of truth, or one no more."""
        stage = self._model.steps[column].stage
        with self._desk.telling():
            on = not stage.moment_of_truth
            label = "Mark as a moment of truth" if on else "Mark no more as a moment of truth"
            making.change_stage(self._desk.workspace, stage, label, moment_of_truth=on)

    def expect(self, column: int, by: int) -> None:
        """Raises or lowers what is expected at a stage."""
        stage = self._model.steps[column].stage
        with self._desk.telling():
            making.expect(self._desk.workspace, stage, (stage.expected or 0) + by)

    def write(self, index: QModelIndex, text: str) -> None:
        """Keeps what was typed into a cell. In the lane of the curve that is what is expected."""
        step, lane, spot = self._model.step(index), self._model.row(index).lane, self._model.spot(index)
        with self._desk.telling():
            if lane == FEEL:
                making.expect(self._desk.workspace, step.stage, _mood(text))
            else:
                making.write_card(self._desk.workspace, step, lane, self._model.card(index), text)
        self.aim.emit(spot)

    def delete_card(self, index: QModelIndex) -> None:
        """Deletes the card of a cell."""
        card = self._model.card(index)
        if card is None:
            self._desk.status("There is no card here. Shift+Delete deletes the stage.")
            return
        with self._desk.telling():
            making.delete_card(self._desk.workspace, card)
            self._desk.status("Deleted the card.", undo=True)

    def judge(self, index: QModelIndex) -> None:
        """Says how a measure stands: on target, off target, or nothing."""
        card = self._model.card(index)
        if card is None or self._model.row(index).lane != "measure":
            self._desk.status("Choose a measure to say how it stands.")
            return
        with self._desk.telling():
            standing = making.judge_measure(self._desk.workspace, card)
            self._desk.status(
                f"The measure is {standing}." if standing else "Nothing is said of the measure.", undo=True
            )

    def order_card(self, index: QModelIndex, by: int) -> None:
        """Moves a card up or down among those of its cell."""
        card, spot = self._model.card(index), self._model.spot(index)
        with self._desk.telling():
            if card and spot and making.order_card(self._desk.workspace, self._model.step(index), card, by):
                self.aim.emit(Spot(spot.stage, spot.lane, spot.slot + by))

    def drop_card(self, source: QModelIndex, target: QModelIndex) -> None:
        """Takes a card to the cell it was dropped on."""
        card, lane = self._model.card(source), self._model.row(target).lane
        step = self._model.step(target)
        if card is None or lane == FEEL:
            return
        with self._desk.telling():
            making.move_card(self._desk.workspace, card, step, lane)
            self._desk.status("Moved the card.", undo=True)
        self.aim.emit(Spot(step.stage.id, lane, len(step.cards.get(lane, ()))))


def _mood(text: str) -> int:
    try:
        mood = int(text.replace("−", "-"))
    except ValueError:
        mood = making.MOST + 1
    if not making.LEAST <= mood <= making.MOST:
        raise Refused("What is expected is a whole number from −2 to +2. Nothing was changed.")
    return mood
