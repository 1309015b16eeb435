"""The headers of a journey map: stages along the top, lanes down the side; both stay while the cells scroll."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.journeys.model import FEEL, LANE_WORDS, MapModel
from brm_app.ui.journeys.paint import WRAP, Scale, mood_height
from brm_app.ui.words import isolated

LANE_WIDTH = 104


class StageHead(QHeaderView):
    """The names of the stages; a moment of truth has a bar above it and a flag. A name can be dragged to another place.

    `dragged` tells from where to where.
    """

    dragged = Signal(int, int)

    def __init__(self, theme: Theme, scale: Scale, model: MapModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._scale, self._map = theme, scale, model
        self.setObjectName("stageHead")
        self.setAccessibleName("Stages")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.sectionMoved.connect(self._on_moved)

    def _on_moved(self, _section: int, before: int, after: int) -> None:
        """The map itself puts the stages in order: the header shows them as they come."""
        with QSignalBlocker(self):
            self.moveSection(after, before)
        QTimer.singleShot(0, self, lambda: self.dragged.emit(before, after))  # the press is over then

    def _font(self) -> QFont:
        return self._scale.font("body", QFont.Weight.DemiBold)

    def _inner(self, place: QRect, truth: bool) -> QRect:
        pad, flag = self._scale.length(10), self._scale.length(24) if truth else 0
        mirrored = self.isRightToLeft()
        return place.adjusted(pad + (flag if mirrored else 0), 0, -pad - (0 if mirrored else flag), 0)

    def sizeHint(self) -> QSize:
        """As high as the longest name, of three lines at most."""
        metrics, most = QFontMetrics(self._font()), 1
        width = self.sectionSize(0) if self.count() else 0
        for step in self._map.steps:
            inner = self._inner(QRect(0, 0, width, 10_000), step.stage.moment_of_truth)
            height = metrics.boundingRect(inner, WRAP, step.stage.name).height()
            most = max(most, round(height / metrics.lineSpacing()))
        return QSize(width, min(3, most) * metrics.lineSpacing() + self._scale.length(20))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints one name."""
        stage = self._map.steps[logicalIndex].stage
        truth = stage.moment_of_truth
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.colour("accS" if truth else "sunk"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("line"))
        edge = rect.left() if self.isRightToLeft() else rect.right()
        painter.fillRect(edge, rect.top(), 1, rect.height(), self._theme.colour("line"))
        if truth:
            painter.fillRect(rect.left(), rect.top(), rect.width() - 1, 2, self._theme.colour("acc"))
            size = self._scale.length(16)
            x = rect.left() + size // 2 if self.isRightToLeft() else rect.right() - size - size // 2
            box = QRect(x, rect.center().y() - size // 2 + 1, size, size)
            self._theme.icon("flag", "accT").paint(painter, box)
        painter.setFont(self._font())
        painter.setPen(self._theme.colour("tx"))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self._inner(rect, truth), int(flags), isolated(stage.name))
        painter.restore()


class LaneHead(QHeaderView):
    """The names of the lanes, each once however many rows it has, and the scale of the curve."""

    def __init__(self, theme: Theme, scale: Scale, model: MapModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme, self._scale, self._map = theme, scale, model
        self.setObjectName("laneHead")
        self.setAccessibleName("Lanes")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest word of a lane."""
        metrics = QFontMetrics(self._scale.font("secondary", QFont.Weight.Medium))
        longest = max(metrics.horizontalAdvance(word) for words in LANE_WORDS.values() for word in words.split())
        return QSize(max(self._scale.length(LANE_WIDTH), longest + self._scale.length(32)), 0)

    def _lane(self, rect: QRect, row: int) -> QRect:
        """The place of the whole lane, of which `rect` is one row."""
        rows = self._map.lane_rows(self._map.rows[row].lane)
        top = self.sectionViewportPosition(rows[0])
        low = self.sectionViewportPosition(rows[-1]) + self.sectionSize(rows[-1])
        return QRect(rect.left(), top, rect.width(), low - top)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints one row's share of its lane."""
        if not rect.isValid():
            return
        lane, place = self._map.rows[logicalIndex].lane, self._lane(rect, logicalIndex)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.colour("sunk"))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, self._theme.colour("line"))
        edge = place.left() if self.isRightToLeft() else place.right()
        painter.fillRect(edge, place.top(), 1, place.height(), self._theme.colour("line"))
        painter.setFont(self._scale.font("secondary", QFont.Weight.Medium))
        painter.setPen(self._theme.colour("tx2"))
        near, far = self._scale.length(16), self._scale.length(32 if lane == FEEL else 8)
        mirrored = self.isRightToLeft()
        inner = place.adjusted(far if mirrored else near, self._scale.length(9), -(near if mirrored else far), 0)
        painter.drawText(inner, WRAP, isolated(LANE_WORDS[lane]))
        if lane == FEEL:
            self._marks(painter, place)
        painter.restore()

    def _marks(self, painter: QPainter, place: QRect) -> None:
        painter.setFont(self._scale.font("secondary"))
        painter.setPen(QPen(self._theme.colour("tx3")))
        side = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a sign stands before its number
        pad, height = self._scale.length(10), painter.fontMetrics().height()
        for value, words in ((2, "+2"), (1, "+1"), (0, "0"), (-1, "−1"), (-2, "−2")):
            y = mood_height(value, place.top(), place.height(), self._scale)
            box = QRectF(place.left() + pad, y - height / 2, place.width() - 2 * pad, height)
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), words)
