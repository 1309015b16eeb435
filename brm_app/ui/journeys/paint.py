"""How the cells of a journey map look: cards, texts, and the curve that runs through the cells of its lane."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import attrs
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from brm_app.domain.moods import signed
from brm_app.services.journeys import Step
from brm_app.ui.desk import Theme
from brm_app.ui.journeys.model import FEEL, MapModel
from brm_app.ui.marks import grown, paint_mark, role_font
from brm_app.ui.words import isolated

WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
LINES = 9  # of a card that are shown; the tooltip has the rest
MARK_SIDE, MARK_ROOM = 9, 15  # px of the mark of a measure, and of it with the gap behind it
STANDS = {"on target": "good", "off target": "bad"}
Index = QModelIndex | QPersistentModelIndex
Values = Callable[[Step], Decimal | int | None]


@attrs.define
class Scale:
    """The text scale of the window times the zoom of the map."""

    base: QFont
    zoom: float = 1.0

    def length(self, pixels: float) -> int:
        """A length of the design at this scale."""
        return max(1, round(grown(1000, self.base) * pixels * self.zoom / 1000))

    def font(self, role: str, weight: QFont.Weight = QFont.Weight.Normal, italic: bool = False) -> QFont:
        """A font of the design at this scale."""
        made = role_font(self.base, role)
        made.setPixelSize(max(5, round(made.pixelSize() * self.zoom)))
        made.setWeight(weight)
        made.setItalic(italic)
        return made


def shown_text(lane: str, text: str) -> str:
    """The words of a card as they stand in its lane: what people said stands in quotation marks."""
    text = text.replace(" %", "\u00a0%")
    if lane != "words" or not text or text[0] in "“\"'‘«":
        return text
    return f"“{text}”"


def mood_height(value: Decimal | float, top: float, height: float, scale: Scale) -> float:
    """Where a mood from −2 to +2 stands in the lane of the curve."""
    margin = scale.length(28)
    return top + margin + (2 - max(-2.0, min(2.0, float(value)))) / 4 * (height - 2 * margin)


class CellPainter(QStyledItemDelegate):
    """Paints the cells of a map."""

    def __init__(self, theme: Theme, scale: Scale, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.scale, self._view = theme, scale, parent
        self.current = QModelIndex()
        self.target = QModelIndex()
        """The cell over which a card is dragged."""

    def cell_font(self, lane: str) -> QFont:
        """The font of a lane's texts."""
        return self.scale.font("secondary", italic=lane == "words")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        model = index.model()
        assert isinstance(model, MapModel)
        row, step, place = model.row(index), model.step(index), QRect(option.rect)
        painter.save()
        painter.setClipRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, self._theme.colour("accS" if step.stage.moment_of_truth else "card"))
        self._edges(painter, place, model, index)
        if row.lane == FEEL:
            self._curve(painter, place, model, index.column())
        else:
            self._card(painter, place, model, index)
        self._outline(painter, place, index)
        painter.restore()

    def _edges(self, painter: QPainter, place: QRect, model: MapModel, index: Index) -> None:
        last = index.row() + 1 == len(model.rows) or model.rows[index.row() + 1].lane != model.row(index).lane
        line = self._theme.colour("line")
        if last:
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, line)
        edge = place.left() if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft else place.right()
        painter.fillRect(edge, place.top(), 1, place.height(), line)

    def _outline(self, painter: QPainter, place: QRect, index: Index) -> None:
        """The current cell, and the one over which a card is dragged."""
        for cell, token in ((self.target, "acc"), (self.current, "focus")):
            if cell == index:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                style = Qt.PenStyle.DashLine if token == "acc" else Qt.PenStyle.SolidLine
                thick = 2 if token == "acc" or self._view.hasFocus() else 1
                painter.setPen(QPen(self._theme.colour(token), thick, style))
                inset = thick / 2  # whole pixels, so that the thick line stands out from the thin one
                painter.drawRect(QRectF(place).adjusted(inset, inset, -1 - inset, -1 - inset))

    def _card(self, painter: QPainter, place: QRect, model: MapModel, index: Index) -> None:
        lane, card = model.row(index).lane, model.card(index)
        pad = self.scale.length(10)
        inner = place.adjusted(pad, self.scale.length(9), -pad, -self.scale.length(9))
        painter.setFont(self.cell_font(lane))
        if card is None:
            if lane == "measure" and not model.step(index).cards.get(lane) and not model.row(index).slot:
                painter.setPen(self._theme.colour("tx2" if model.step(index).stage.moment_of_truth else "tx3"))
                painter.drawText(inner, WRAP, "None yet")
            return
        if lane == "touchpoint":
            framed = place.adjusted(pad, self.scale.length(8), -pad, -self.scale.length(8))
            height = painter.boundingRect(framed.adjusted(pad, 0, -pad, 0), WRAP, shown_text(lane, card.text)).height()
            framed.setHeight(min(framed.height(), height + self.scale.length(14)))
            painter.setPen(QPen(self._theme.colour("ctl" if self.current == index else "line"), 1))
            painter.setBrush(self._theme.colour("card"))
            painter.drawRoundedRect(QRectF(framed).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            inner = framed.adjusted(pad, self.scale.length(6), -pad, -self.scale.length(6))
        if lane == "measure" and card.standing:
            inner = self._judged(painter, inner, card.standing)
        painter.setPen(self._theme.colour("tx2" if lane in ("channel", "owner") else "tx"))
        painter.setClipRect(inner.adjusted(0, 0, 0, 3).intersected(place))
        painter.drawText(inner.adjusted(0, 0, 0, 400), WRAP, isolated(shown_text(lane, card.text)))
        painter.setClipRect(place)

    def _judged(self, painter: QPainter, inner: QRect, standing: str) -> QRect:
        """How a measure stands, before its words; returns the room that is left for them."""
        side, room = self.scale.length(MARK_SIDE), self.scale.length(MARK_ROOM)
        mark = QRectF(inner.left(), inner.top() + (painter.fontMetrics().height() - side) / 2, side, side)
        direction = painter.layoutDirection()
        shown = QStyle.visualRect(direction, inner, mark.toRect())
        paint_mark(painter, QRectF(shown).center(), STANDS[standing], self._theme, side)
        return QStyle.visualRect(direction, inner, inner.adjusted(room, 0, 0, 0))

    # The curve

    def _curve(self, painter: QPainter, place: QRect, model: MapModel, column: int) -> None:
        for value in (2, 1, 0, -1, -2):
            y = mood_height(value, place.top(), place.height(), self.scale)
            painter.setPen(QPen(self._theme.colour("line"), 1.6 if value == 0 else 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right() + 1, y))
        dashed = QPen(self._theme.colour("tx2"), 1.4)
        dashed.setDashPattern([4, 3])
        self._line(painter, place, model, column, lambda step: step.stage.expected, dashed)
        step = model.steps[column]
        if step.wide:
            self._gap(painter, place, step)
        self._line(painter, place, model, column, lambda step: step.told, QPen(self._theme.colour("tx"), 2))
        self._point(painter, place, model, column)

    def _line(
        self, painter: QPainter, place: QRect, model: MapModel, column: int, value: Values, pen: QPen
    ) -> None:  # fmt: skip
        """The stretches from this stage half way to its neighbours; each cell clips what is its own."""
        own = value(model.steps[column])
        if own is None:
            return
        painter.setPen(pen)
        mirrored = -1 if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        x, y = QRectF(place).center().x(), mood_height(own, place.top(), place.height(), self.scale)
        alone = True
        for by in (-1, 1):
            beside = value(model.steps[column + by]) if 0 <= column + by < len(model.steps) else None
            if beside is not None:
                alone = False
                there = QPointF(
                    x + by * mirrored * place.width(), mood_height(beside, place.top(), place.height(), self.scale)
                )  # fmt: skip
                # From left to right in both cells, so that the dashes of the halves meet.
                painter.drawLine(*sorted((QPointF(x, y), there), key=lambda point: point.x()))
        if alone:
            reach = self.scale.length(16)
            painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))

    def _gap(self, painter: QPainter, place: QRect, step: Step) -> None:
        assert step.told is not None
        assert step.stage.expected is not None
        x = QRectF(place).center().x()
        top, low = (mood_height(v, place.top(), place.height(), self.scale) for v in (step.stage.expected, step.told))
        bad = self._theme.colour("bad")
        painter.setPen(QPen(bad, 1.8))
        painter.drawLine(QPointF(x, top + 3), QPointF(x, low - 8))
        painter.setFont(self.scale.font("secondary", QFont.Weight.DemiBold))
        words = f"gap {step.gap:.1f}"
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 2
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = x + self.scale.length(8) if mirrored else x - self.scale.length(8) - width
        box = QRectF(left, (top + low) / 2 - metrics.height() / 2, width, metrics.height())
        painter.fillRect(box, self._ground(step))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _ground(self, step: Step) -> QColor:
        return self._theme.colour("accS" if step.stage.moment_of_truth else "card")

    def _point(self, painter: QPainter, place: QRect, model: MapModel, column: int) -> None:
        step = model.steps[column]
        if step.told is None:
            self._not_told(painter, place, step)
            return
        at = QPointF(QRectF(place).center().x(), mood_height(step.told, place.top(), place.height(), self.scale))
        radius = self.scale.length(6)
        ink = self._theme.colour("tx")
        self._value(painter, step, at, _turns_down(model, column))
        if self.current.isValid() and self.current.column() == column:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(self._ground(step))
            painter.drawEllipse(at, radius + 4, radius + 4)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(self._theme.colour("card") if step.hollow else ink)
        painter.drawEllipse(at, radius, radius)

    def _value(self, painter: QPainter, step: Step, at: QPointF, below: bool) -> None:
        """`+0.4, 4` at the side of the point where no line runs."""
        strong, light = self.scale.font("secondary", QFont.Weight.DemiBold), self.scale.font("secondary")
        assert step.told is not None
        parts = ((signed(step.told), strong, "tx"), (f", {step.felt.moods:,}", light, "tx2"))
        widths = [QFontMetrics(face).horizontalAdvance(words) for words, face, _ in parts]
        height = QFontMetrics(strong).height()
        top = at.y() + self.scale.length(9) if below else at.y() - self.scale.length(9) - height
        left = at.x() - sum(widths) / 2
        mirrored = painter.layoutDirection()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a sign stands before its number
        painter.fillRect(QRectF(left - 2, top, sum(widths) + 4, height), self._ground(step))
        for (words, face, token), width in zip(parts, widths, strict=True):
            painter.setFont(face)
            painter.setPen(self._theme.colour(token))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(QRectF(left, top, width + 2, height), int(flags), words)
            left += width
        painter.setLayoutDirection(mirrored)

    def _not_told(self, painter: QPainter, place: QRect, step: Step) -> None:
        painter.setFont(self.scale.font("secondary"))
        painter.setPen(self._theme.colour("tx2" if step.stage.moment_of_truth else "tx3"))
        middle = mood_height(-1.5, place.top(), place.height(), self.scale)
        height = painter.fontMetrics().height()
        box = QRectF(place.left(), middle - height / 2, place.width(), height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "Not told")


def _turns_down(model: MapModel, column: int) -> bool:
    """True where the neighbours lie higher on the whole, so that the room below the point is free."""
    own = model.steps[column].told
    around = [s.told for s in model.steps[max(0, column - 1) : column + 2] if s.told is not None]
    return own is not None and bool(around) and sum(around) / len(around) > own
