"""How the cells of the coverage matrix look: a shape and a word for each state."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from brm_app.services.proving import AGAIN
from brm_app.services.telling.cells import FRESH, MISSING, STALE, WAITING
from brm_app.ui.desk import Theme
from brm_app.ui.marks import MARK, grown, role_font
from brm_app.ui.messages.model import MatrixModel
from brm_app.ui.words import isolated

Index = QModelIndex | QPersistentModelIndex
INKS = {FRESH: "good", STALE: "warn", WAITING: "accT", AGAIN: "warn", MISSING: "bad"}
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


def paint_state(painter: QPainter, middle: QPointF, state: str, theme: Theme, side: float = MARK) -> None:
    """Fresh a full circle, stale a triangle, waiting a square, approve again a square with a point, missing a dash."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink, half = theme.colour(INKS.get(state, "tx3")), side / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    x, y = middle.x(), middle.y()
    if state == FRESH:
        painter.drawEllipse(middle, half, half)
    elif state == STALE:
        corners = ((x, y - half), (x + half * 1.1, y + half * 0.9), (x - half * 1.1, y + half * 0.9))
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    elif state in (WAITING, AGAIN):
        if state == AGAIN:
            painter.drawEllipse(middle, half * 0.36, half * 0.36)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(ink, side / 5)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        inset = side / 10
        painter.drawRect(QRectF(x - half, y - half, side, side).adjusted(inset, inset, -inset, -inset))
    painter.restore()


def paint_dashes(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The dashed box of something missing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.colour("bad"), 1)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()


SMALLEST = 0.84
"""How much smaller a word may be written to fit."""
WORDS = ("review", "returned", "missing", "approve", "waiting", "today", "12 mo")


def fitting(face: QFont, words: str, room: int) -> QFont:
    """The font, made smaller by so much that the longest word fits, but never below what can be read."""
    made, metrics = QFont(face), QFontMetrics(face)
    widest = max((metrics.horizontalAdvance(word) for word in words.split()), default=0)
    if widest > room:
        made.setPixelSize(max(round(face.pixelSize() * SMALLEST), face.pixelSize() * max(room, 1) // widest))
    return made


class CellPainter(QStyledItemDelegate):
    """Paints the cells."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._theme, self._view = theme, parent
        base = parent.font()
        self._light, self._strong = role_font(base, "body"), role_font(base, "subject")
        self._word = role_font(base, "secondary")
        self._word.setWeight(QFont.Weight.Medium)
        self._pad, self._side = grown(8, base), grown(MARK, base)

    def least(self) -> int:
        """The width in which every word of a cell can be read."""
        longest = max(QFontMetrics(self._word).horizontalAdvance(word) for word in WORDS)
        return round(longest * SMALLEST) + self._lead() + 6

    def _lead(self) -> int:
        """What stands before the words: the shape and the room around it."""
        return self._pad + self._side + grown(6, self._view.font())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        model = index.model()
        assert isinstance(model, MatrixModel)
        place, spot = QRect(option.rect), model.spot(index)
        current = self._view.currentIndex() == index
        painter.save()
        painter.setClipRect(place)
        painter.fillRect(place, self._theme.colour("accS" if current else "card"))
        self._edges(painter, place, model, index)
        if spot is None:
            self._none(painter, place, current)
        elif spot.state == MISSING:
            self._missing(painter, place, str(index.data()))
        else:
            self._state(painter, place, spot.state, str(index.data()), current)
        if current:
            self._outline(painter, place)
        painter.restore()

    def _edges(self, painter: QPainter, place: QRect, model: MatrixModel, index: Index) -> None:
        """Thin lines between cells, and a dark one where another audience begins; none beside the frame's own."""
        line = self._theme.colour("line")
        port = self._view.viewport().rect()
        if place.bottom() < port.bottom():
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, line)
        heads = model.view.heads
        last = index.column() + 1 < len(heads) and heads[index.column() + 1].audience != heads[index.column()].audience
        edge = place.left() if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft else place.right()
        if edge not in (port.left(), port.right()):
            painter.fillRect(edge, place.top(), 1, place.height(), self._theme.colour("ctl") if last else line)

    def _outline(self, painter: QPainter, place: QRect) -> None:
        thick = 2 if self._view.hasFocus() else 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus"), thick))
        inset = thick / 2
        painter.drawRect(QRectF(place).adjusted(inset, inset, -inset - 1, -inset - 1))

    def _none(self, painter: QPainter, place: QRect, current: bool) -> None:
        painter.setFont(self._light)
        painter.setPen(self._theme.colour("tx2" if current else "tx3"))
        inner = place.adjusted(self._pad, 0, -self._pad, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), "–")

    def _missing(self, painter: QPainter, place: QRect, words: str) -> None:
        painter.setFont(self._word)
        inner = place.adjusted(self._pad - 2, 0, -self._pad + 2, 0)
        metrics = painter.fontMetrics()
        text = metrics.boundingRect(inner.adjusted(2, 0, -2, 0), int(WRAP | Qt.AlignmentFlag.AlignHCenter), words)
        height = min(place.height() - 8, text.height() + round(metrics.height() * 1.3))
        width = inner.width() if inner.width() < 2 * metrics.horizontalAdvance(words) else text.width() + 2 * self._pad
        box = QRect(inner.left(), place.center().y() - height // 2, width, height)
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(inner.right())
        paint_dashes(painter, QRectF(box), self._theme)
        painter.setPen(self._theme.colour("bad"))
        painter.drawText(box.adjusted(2, 0, -2, 0), int(WRAP | Qt.AlignmentFlag.AlignHCenter), isolated(words))

    def _state(self, painter: QPainter, place: QRect, state: str, words: str, current: bool) -> None:
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = place.right() - self._pad - self._side // 2 if mirrored else place.left() + self._pad + self._side // 2
        paint_state(painter, QPointF(start + 0.5, place.center().y() + 0.5), state, self._theme, self._side)
        lead = self._lead()
        inner = place.adjusted(4 if mirrored else lead, 2, -lead if mirrored else -4, -2)
        strong = state != FRESH
        face = self._light if not strong else self._strong if state == STALE else self._word
        painter.setFont(fitting(face, words if face is not self._word else " ".join(WORDS), inner.width()))
        painter.setPen(self._theme.colour(INKS[state] if strong else "tx2"))
        painter.drawText(inner, int(WRAP | Qt.AlignmentFlag.AlignLeading), isolated(words))
