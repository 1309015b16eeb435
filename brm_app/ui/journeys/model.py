"""The map of a journey as a table: a column for each stage, a row for each card of the fullest cell of a lane."""

from __future__ import annotations

from typing import Any

import attrs
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from brm_app.domain.moods import signed
from brm_app.domain.records import Card, Stage, journeys
from brm_app.services.journeys import JourneyMap, Step
from brm_app.ui.tips import plain_tip

FEEL, LANE_WORDS = journeys.FEEL, journeys.LANE_NAMES
AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@attrs.frozen
class Row:
    """One row: its lane, and which of the lane's rows it is."""

    lane: str
    slot: int = 0


@attrs.frozen
class Spot:
    """A cell by what it is, which outlives a change of the map."""

    stage: str
    lane: str = "touchpoint"
    slot: int = 0


class MapModel(QAbstractTableModel):
    """The cells of one map. `pending` is a stage, or one more row of a lane, that is being typed."""

    def __init__(self) -> None:
        super().__init__()
        self.map: JourneyMap | None = None
        self.steps: list[Step] = []
        self.rows: list[Row] = _rows([], "")

    def show_map(self, shown: JourneyMap | None, pending_stage: int = -1, pending_lane: str = "") -> None:
        """Shows a map, with room for what is being typed."""
        self.beginResetModel()
        self.map = shown
        self.steps = list(shown.steps) if shown else []
        if pending_stage >= 0:
            self.steps.insert(pending_stage, Step(Stage(id="", name="")))
        self.rows = _rows(self.steps, pending_lane)
        self.endResetModel()

    # Cells

    def step(self, index: AnyIndex) -> Step:
        """The stage of a cell."""
        return self.steps[index.column()]

    def row(self, index: AnyIndex) -> Row:
        """The lane of a cell, and its row there."""
        return self.rows[index.row()]

    def card(self, index: AnyIndex) -> Card | None:
        """The card of a cell."""
        if not index.isValid():
            return None
        row = self.row(index)
        cards = self.step(index).cards.get(row.lane, ())
        return cards[row.slot] if row.slot < len(cards) else None

    def spot(self, index: AnyIndex) -> Spot | None:
        """What a cell is."""
        if not index.isValid():
            return None
        row = self.row(index)
        return Spot(self.step(index).stage.id, row.lane, row.slot)

    def place_of(self, spot: Spot) -> QModelIndex:
        """The cell of a spot, or the nearest that is left of its lane; invalid without the stage."""
        column = next((n for n, step in enumerate(self.steps) if step.stage.id == spot.stage), -1)
        rows = [n for n, row in enumerate(self.rows) if row.lane == spot.lane and row.slot <= spot.slot]
        return self.index(rows[-1], column) if column >= 0 and rows else QModelIndex()

    def lane_rows(self, lane: str) -> list[int]:
        """The rows of a lane."""
        return [number for number, row in enumerate(self.rows) if row.lane == lane]

    # What Qt asks

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """One row at least for each lane."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        """One column for each stage."""
        return 0 if parent.isValid() else len(self.steps)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, and how a screen reader says them."""
        if not index.isValid():
            return None
        card = self.card(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return card.text if card else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(card.text) if card else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of stages and lanes."""
        if orientation == Qt.Orientation.Vertical:
            return LANE_WORDS[self.rows[section].lane] if role == Qt.ItemDataRole.DisplayRole else None
        stage = self.steps[section].stage
        if role == Qt.ItemDataRole.DisplayRole:
            return stage.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(stage.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{stage.name}, moment of truth" if stage.moment_of_truth else stage.name
        return None

    def spoken(self, index: AnyIndex) -> str:
        """`First shift, touchpoint: Badge and first log-in`."""
        step, row = self.step(index), self.row(index)
        where = f"{step.stage.name}, {LANE_WORDS[row.lane].lower()}"
        if row.lane == FEEL:
            return f"{where}: {felt_words(step)}"
        card, cards = self.card(index), step.cards.get(row.lane, ())
        number = f", {row.slot + 1} of {len(cards)}" if card and len(cards) > 1 else ""
        none = "none yet" if row.lane == "measure" else "empty"
        stands = f", {card.standing}" if card and card.standing else ""
        return f"{where}{number}: {' '.join(card.text.split()) if card else none}{stands}"


def felt_words(step: Step) -> str:
    """`expected +1.0, told −1.6 by 9, gap 2.6`."""
    expected = "nothing expected" if step.stage.expected is None else f"expected {signed(step.stage.expected)}"
    told = "not told" if step.told is None else f"told {signed(step.told)} by {step.felt.moods:,}"
    gap = f", gap {step.gap:.1f}" if step.wide else ""
    return f"{expected}, {told}{gap}"


def _rows(steps: list[Step], pending_lane: str) -> list[Row]:
    rows = []
    for lane in LANE_WORDS:
        slots = max((len(step.cards.get(lane, ())) for step in steps), default=0) + (lane == pending_lane)
        rows += [Row(lane, slot) for slot in range(max(1, slots))]
    return rows
