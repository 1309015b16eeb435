"""The map of a journey on the screen: a table whose headers stay, edited in place by keys and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView

from brm_app.services.journeys import JourneyMap
from brm_app.ui.desk import Desk
from brm_app.ui.journeys.acts import Acts
from brm_app.ui.journeys.celledit import CellEditor
from brm_app.ui.journeys.heads import LaneHead, StageHead
from brm_app.ui.journeys.heights import row_heights
from brm_app.ui.journeys.keys import Keys
from brm_app.ui.journeys.model import FEEL, MapModel, Spot
from brm_app.ui.journeys.paint import CellPainter, Scale
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import label

LEAST_WIDTH, MOST_WIDTH = 126, 280
ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
EDITED = 3  # lines that an editor has room for at least


class MapView(QTableView):
    """Shows one map. `stepped` tells the stage of the current cell when that changes."""

    stepped = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("journeyMap")
        self.setAccessibleName("Journey map")
        self.map_model = MapModel()
        self.acts = Acts(desk, self.map_model, self)
        self.acts.aim.connect(self.choose)
        self.scale = Scale(self.font())
        self.painter = CellPainter(desk.theme, self.scale, self)
        self._keys = Keys(self)
        self._editor: CellEditor | None = None
        self._edited: Spot | None = None
        self._drag = QModelIndex()
        self._pressed = QPoint()
        self._dress(desk)
        self.setModel(self.map_model)
        self.selectionModel().currentChanged.connect(self._on_current)

    def _dress(self, desk: Desk) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "map")
        self.setStyleSheet(
            "QTableView { border: none; border-radius: 0; background: transparent; }"
            "QTableView::corner, QAbstractScrollArea::corner { background: transparent; border: none; }"
        )
        self.setShowGrid(False)
        self.setItemDelegate(self.painter)
        stages = StageHead(desk.theme, self.scale, self.map_model, self)
        stages.dragged.connect(lambda at, to: self.acts.move_stage(self.map_model.index(0, at), to - at))
        self.setHorizontalHeader(stages)
        self.setVerticalHeader(LaneHead(desk.theme, self.scale, self.map_model, self))
        self.horizontalHeader().sectionDoubleClicked.connect(self.edit_name)
        self.horizontalHeader().sectionClicked.connect(self._on_stage)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        line = desk.theme.hex("line")
        self._corner = label("Stage", "field")
        self._corner.setStyleSheet(f"border-bottom: 1px solid {line}; background: {desk.theme.hex('sunk')};")
        self._corner.setParent(self)
        self._corner.setContentsMargins(scaled(16), 0, scaled(8), 0)
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # Showing

    def show_map(self, shown: JourneyMap | None, pending_stage: int = -1, pending_lane: str = "") -> None:
        """Shows a map; the current cell stays the current one."""
        spot = self.map_model.spot(self.currentIndex())
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.map_model.show_map(shown, pending_stage, pending_lane)
        self.lay_out()
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)
        if spot:
            self.choose(spot)
        if not self.currentIndex().isValid() and self.map_model.steps and pending_stage < 0:
            self.setCurrentIndex(self.map_model.index(0, 0))

    def choose(self, spot: Spot | None) -> None:
        """Makes a cell the current one."""
        place = self.map_model.place_of(spot) if spot else QModelIndex()
        if place.isValid():
            self.setCurrentIndex(place)

    def lay_out(self) -> None:
        """Gives columns and rows their sizes."""
        steps = self.map_model.steps
        zoom = self.scale.zoom
        room = self.width() - round(self.verticalHeader().sizeHint().width() / zoom)  # at zoom 1 all of it fits
        share = round(room // len(steps) * zoom) if steps else 0
        width = max(self.scale.length(LEAST_WIDTH), min(self.scale.length(MOST_WIDTH), share))
        self.horizontalHeader().setMinimumSectionSize(8)
        self.horizontalHeader().setDefaultSectionSize(width)
        for column in range(len(steps)):
            self.setColumnWidth(column, width + int(zoom == 1 and width == share and column < room % len(steps)))
        for row, height in enumerate(row_heights(self.map_model, self.painter, width)):
            self.setRowHeight(row, height)
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self.verticalHeader().setFixedWidth(self.verticalHeader().sizeHint().width())
        self.setMaximumHeight(self._whole_height() + 2)
        self.updateGeometry()

    def _whole_height(self) -> int:
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() else 0
        return self.verticalHeader().length() + self.horizontalHeader().height() + bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stages share the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()
        head = self.horizontalHeader()
        side = self.verticalHeader()
        self._corner.setGeometry(side.x(), head.y(), side.width() - 1, head.height())
        self._place_editor()

    def set_zoom(self, zoom: float) -> None:
        """Makes all of it larger or smaller."""
        if zoom != self.scale.zoom:
            self.scale.zoom = zoom
            self.lay_out()
            self.viewport().update()
            self._place_editor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            nearest = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self.scale.zoom))
            step = 1 if event.angleDelta().y() > 0 else -1
            self.set_zoom(ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + step))])
            event.accept()
        else:
            super().wheelEvent(event)

    def _on_current(self, index: QModelIndex, before: QModelIndex) -> None:
        self.painter.current = index
        self.viewport().update()
        self.stepped.emit(self.map_model.step(index) if index.isValid() else None)

    def _on_stage(self, column: int) -> None:
        row = max(0, self.currentIndex().row())
        self.setCurrentIndex(self.map_model.index(row, column))
        self.setFocus()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Takes the keys of the map before the window's menus do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.owns(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Acts on the current cell."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses a cell; a card may be dragged from it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._drag = index if self.map_model.card(index) else QModelIndex()
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks the cell on which the card would be dropped."""
        point = event.position().toPoint()
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._drag.isValid() and event.buttons() & Qt.MouseButton.LeftButton and far:
            over = self.indexAt(point)
            good = over.isValid() and self.map_model.row(over).lane != FEEL and over != self._drag
            self.painter.target = over if good else QModelIndex()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drops the card."""
        super().mouseReleaseEvent(event)
        source, target = self._drag, self.painter.target
        self._drag = self.painter.target = QModelIndex()
        self.viewport().unsetCursor()
        if source.isValid() and target.isValid():
            self.acts.drop_card(source, target)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edits the cell."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.edit_cell(index)

    # Editing

    def edit_cell(self, index: QModelIndex, typed: str = "") -> None:
        """Opens the field over a cell; `typed` begins a new text."""
        card, step = self.map_model.card(index), self.map_model.step(index)
        if self.map_model.row(index).lane == FEEL:
            text = "" if step.stage.expected is None else f"{step.stage.expected:+d}".replace("+0", "0")
            self._open(self.map_model.spot(index), "Expected mood, −2 to +2", text, line=True)
        else:
            self._open(
                self.map_model.spot(index), self.map_model.spoken(index), card.text if card else typed, line=False
            )

    def add_card(self, index: QModelIndex) -> None:
        """Opens a new card below those of a cell."""
        lane, step = self.map_model.row(index).lane, self.map_model.step(index)
        if lane == FEEL:
            return
        spot = Spot(step.stage.id, lane, len(step.cards.get(lane, ())))
        if spot.slot >= len(self.map_model.lane_rows(lane)):
            self.show_map(self.map_model.map, pending_lane=lane)
        self.choose(spot)
        self.edit_cell(self.currentIndex())

    def add_stage(self, column: int) -> None:
        """Opens the name of a new stage at this column."""
        self.show_map(self.map_model.map, pending_stage=column)
        self.scrollTo(self.map_model.index(0, column))
        self._open(Spot("", ""), "Name of the new stage", "", line=True)

    def edit_name(self, column: int) -> None:
        """Opens the name of a stage."""
        stage = self.map_model.steps[column].stage
        self._open(Spot(stage.id, ""), f"Name of the stage {stage.name}", stage.name, line=True)

    def _open(self, spot: Spot | None, spoken: str, text: str, line: bool) -> None:
        self.end_edit(keep=True)
        self._edited = spot
        home = self if spot and not spot.lane else self.viewport()
        self._editor = editor = CellEditor(home, spoken, text, line)
        editor.setFont(self.scale.font("body" if home is self else "secondary"))
        editor.ended.connect(self._on_ended)
        self._place_editor()
        editor.show()
        editor.setFocus()

    def _column_of(self, stage: str) -> int:
        return next((n for n, step in enumerate(self.map_model.steps) if step.stage.id == stage), -1)

    def _place_editor(self) -> None:
        if self._editor is None or self._edited is None:
            return
        column = self._column_of(self._edited.stage)
        if self._edited.lane:
            place = self.visualRect(self.map_model.place_of(self._edited))
            least = QFontMetrics(self._editor.font()).lineSpacing() * EDITED + self.scale.length(16)
            if self.map_model.place_of(self._edited).isValid() and self._edited.lane == FEEL:
                place = QRect(place.left() + 8, place.bottom() - self.scale.length(40), place.width() - 16, 10)
                least = self.scale.length(32)
            place.setHeight(max(place.height(), least))
        else:
            head = self.horizontalHeader()
            left = head.x() + head.sectionViewportPosition(column)
            place = QRect(left, head.y(), head.sectionSize(column), max(head.height(), 32))
        self._editor.setGeometry(place.adjusted(1, 1, -1, -1))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The field goes along."""
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    @property
    def editing(self) -> bool:
        """True while something is typed."""
        return self._editor is not None

    def end_edit(self, keep: bool) -> None:
        """Closes the field."""
        if self._editor:
            self._editor.end(keep)

    def _on_ended(self, keep: bool) -> None:
        editor, spot = self._editor, self._edited
        self._editor = self._edited = None
        if editor is None or spot is None:
            return
        if editor.hasFocus():  # else the person has gone elsewhere
            self.setFocus()
        editor.hide()
        editor.deleteLater()
        column, words = self._column_of(spot.stage), editor.words()
        index = self.map_model.place_of(spot)
        if keep and spot.lane and index.isValid() and index.row() >= 0:
            self.acts.write(index, words)
        elif keep and not spot.lane and words and column >= 0:
            self.acts.name_stage(column, words)
        if any(not step.stage.id for step in self.map_model.steps) or spot.lane:
            self.show_map(self.map_model.map)  # without the room that was made for typing
