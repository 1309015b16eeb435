"""How a row of the benefits is painted: two lines, a bar from baseline to target, figures, and the mark of evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

import attrs
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brm_app.domain.figures import Standing, way
from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown, role_font
from brm_app.ui.projects.proofcard import paint_evidence
from brm_app.ui.words import isolated, one_line

STATEMENT, WAS, BAR, TARGET, NOW, WAY, AS_OF = range(7)
ADD = "+ Reading"
FULL = Decimal(1)
OVERSHOOT = Decimal("0.06")  # of the bar's width that is kept free behind the target
NEAR = Decimal("0.75")  # from this part of the way on, a benefit is not behind


@attrs.frozen
class Row:
    """What one row says beside its columns."""

    standing: Standing
    owner: str


def keeps_within(it: Standing) -> bool:
    """True for a cost of the change: less is better, yet more than at the beginning is allowed up to the target."""
    benefit = it.benefit
    if benefit.baseline is None or benefit.target is None:
        return False
    return benefit.direction != "higher" and benefit.target > benefit.baseline


def way_words(it: Standing) -> tuple[str, str]:
    """How far it has come, and the colour of the words: `82 %`, `within`, `over`."""
    gone = way(it)
    if gone is None:
        return "", ""
    if keeps_within(it):
        return ("within", "good") if gone <= FULL else ("over", "bad")
    percent = f"{int((gone * 100).to_integral_value()):,}\u00a0%".replace("-", "−")
    if gone < 0:
        return percent, "bad"
    return percent, "good" if round(gone, 2) >= FULL * Decimal("0.95") else "tx2" if gone >= NEAR else "warn"


class BenefitDelegate(QStyledItemDelegate):
    """Paints the cells of a benefit; `rows` gives what stands behind each id."""

    def __init__(self, theme: Theme, rows: Mapping[str, Row], id_of: Callable[[int], str]) -> None:
        super().__init__()
        self._theme, self._rows, self._id_of = theme, rows, id_of
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """52 px at text scale 1."""
        return QSize(40, grown(52, option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:  # fmt: skip
        """One cell."""
        row = self._rows.get(self._id_of(index.row()))
        if row is None:
            return
        place: QRect = option.rect
        font: QFont = option.font
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        words = str(index.data() or "")
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setFont(font)
        if chosen or index.row() == self.hovered:
            painter.fillRect(place, self._theme.colour("accS" if chosen else "sunk"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        column = index.column()
        if column == STATEMENT:
            self._paint_statement(painter, place, row, font, chosen)
        elif column == BAR:
            self._paint_bar(painter, place, row.standing, font)
        elif column == AS_OF:
            self._paint_as_of(painter, place, words, row, chosen or index.row() == self.hovered)
        else:
            self._paint_words(painter, place, column, words, row, font)
        painter.restore()

    def _paint_statement(self, painter: QPainter, place: QRect, row: Row, font: QFont, chosen: bool) -> None:
        inner = place.adjusted(8, 0, -8, 0)
        subject, second = role_font(font, "subject"), role_font(font, "secondary")
        high, low = QFontMetrics(subject).height(), QFontMetrics(second).height()
        top = inner.top() + (inner.height() - high - (low + 1 if row.owner else 0)) // 2
        statement = one_line(row.standing.benefit.statement)
        self._line(painter, QRect(inner.left(), top, inner.width(), high), statement, subject, "tx")
        if row.owner:
            below = QRect(inner.left(), top + high + 1, inner.width(), low)
            self._line(painter, below, row.owner, second, "tx2" if chosen else "tx3")

    def _line(self, painter: QPainter, place: QRect, words: str, font: QFont, token: str, end: bool = False) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(token))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        side = QStyle.visualAlignment(painter.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place, int(side | Qt.TextFlag.TextSingleLine), isolated(shown))

    def _paint_words(self, painter: QPainter, place: QRect, column: int, words: str, row: Row, font: QFont) -> None:
        inner, token, made = place.adjusted(6, 0, -6, 0), "tx2", font
        if column == NOW:
            token, made = "tx2", QFont(font)
            if row.standing.now is not None:
                token = "tx"
                made.setWeight(QFont.Weight.DemiBold)
        elif column == WAY:
            token = way_words(row.standing)[1] or "tx2"
        self._line(painter, inner, words, made, token, column in (WAS, NOW, WAY))

    def _paint_mark(self, painter: QPainter, place: QRect, it: Standing, font: QFont) -> QRect:
        """The square of the evidence class; returns the room that is left for words."""
        side = grown(10, font)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = place.right() + 1 - side if mirrored else place.left()
        square = QRectF(left, place.center().y() - side // 2, side, side)
        paint_evidence(painter, square, it.benefit.evidence, self._theme.colour("tx2"))
        return place.adjusted(0, 0, -side - 6, 0) if mirrored else place.adjusted(side + 6, 0, 0, 0)

    def _paint_bar(self, painter: QPainter, place: QRect, it: Standing, font: QFont) -> None:
        """The way from the baseline to the target, and how much of it is gone."""
        gone = way(it)
        if it.benefit.target is None or it.benefit.baseline is None:
            return
        height = grown(9, font)
        track = QRectF(place.left() + 2, place.center().y() - height // 2, place.width() - 10, height)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirrored:
            painter.translate(2 * track.center().x(), 0)
            painter.scale(-1, 1)
        way_there = track.width() * float(FULL - OVERSHOOT)
        painter.fillRect(QRectF(track.left(), track.top(), way_there, height), self._theme.colour("line"))
        painter.fillRect(QRectF(track.left(), track.top(), way_there, height).adjusted(1, 1, -1, -1),
                         self._theme.colour("sunk"))  # fmt: skip
        if gone is not None and gone > 0:
            filled = min(float(gone) * way_there, track.width())
            paint_evidence(painter, QRectF(track.left(), track.top(), max(2.0, filled), height), it.benefit.evidence,
                           self._theme.colour("tx2"))  # fmt: skip
        tick = QRectF(track.left() + way_there - 1, track.top() - 5, 2, height + 10)
        painter.fillRect(tick, self._theme.colour("tx"))

    def _paint_as_of(self, painter: QPainter, place: QRect, words: str, row: Row, offered: bool) -> None:
        """The day of the reading; on the row that is chosen or under the pointer the way to a new one below it."""
        font = painter.font()
        upper, lower = place.adjusted(6, 0, -6, 0), place.adjusted(6, 0, -6, 0)
        if offered:
            upper.setBottom(place.center().y() + 1)
            lower.setTop(place.center().y() - 1)
            made = QFont(font)
            made.setWeight(QFont.Weight.Medium)
            self._line(painter, lower, ADD, made, "accT")
        if words:
            self._line(painter, self._paint_mark(painter, upper, row.standing, font), words, font, "tx2")
