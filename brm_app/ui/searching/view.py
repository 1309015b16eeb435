"""The list of the search panel: rows of one or two lines, the found words in bold, keys at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brm_app.domain.marking import pieces, unmarked
from brm_app.ui.desk import Theme
from brm_app.ui.keyed import cap_size, paint_cap
from brm_app.ui.marks import grown, paint_row, role_font
from brm_app.ui.searching.rows import Row
from brm_app.ui.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
PAD, GAP = 14, 10  # beside a row, and between its parts


class RowModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are, headings too."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        if not index.isValid() or self.rows[index.row()].do is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = 0) -> Any:
        """The words of a row."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return unmarked(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.about:
            return plain_tip(f"{unmarked(row.title)}\n{unmarked(row.about)}")
        return None


class Answers(QListView):
    """The rows; the keyboard stays in the field above, which moves the current row."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("searchAnswers")
        self.setAccessibleName("Answers")
        self.setProperty("role", "outline")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.rows = RowModel()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(theme, self))
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Row], current: int) -> None:
        """Shows rows and makes one of them the current one, or none where `current` is -1."""
        self.rows.show_rows(rows)
        self.make_current(current)
        if current <= 1:
            self.scrollToTop()

    def make_current(self, row: int) -> None:
        """Chooses a row, shows it and has it read out."""
        index = self.rows.index(row) if 0 <= row < len(self.rows.rows) else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            above = self.rows.index(row - 1)
            self.scrollTo(above if above.isValid() and self.rows.rows[row - 1].do is None else index)
            self.scrollTo(index)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.rows.rows[row].spoken))

    def current(self) -> int:
        """The current row, or -1."""
        return self.currentIndex().row()

    def move(self, steps: int) -> None:  # type: ignore[override]
        """Goes so many rows down, or up; headings are passed over."""
        places = [place for place, row in enumerate(self.rows.rows) if row.do]
        if not places:
            return
        here = places.index(self.current()) if self.current() in places else -1 if steps > 0 else len(places)
        self.make_current(places[max(0, min(len(places) - 1, here + steps))])

    def page(self) -> int:
        """How many rows fit."""
        return max(1, self.viewport().height() // max(1, self.sizeHintForRow(1)) - 1)

    def content_height(self) -> int:
        """The height at which nothing needs scrolling."""
        return sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount())) + 2 * self.frameWidth() + 4

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self.rows.rows[index.row()].do:
            self.chosen.emit(index.row())


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: Answers) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row, base = self._view.rows.rows[index.row()], option.font
        if row.do is None:
            return QSize(0, QFontMetrics(role_font(base, _heading(row))).height() + grown(14, base))
        height = QFontMetrics(role_font(base, "body")).height()
        if row.about:
            height += QFontMetrics(role_font(base, "secondary")).height() + grown(2, base)
        return QSize(0, height + grown(14, base))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        _Painted(painter, option, self._theme).paint(self._view.rows.rows[index.row()])
        painter.restore()


def _heading(row: Row) -> str:
    """A heading is small, unless it says that there is nothing."""
    return "body" if row.state else "caption"


class _Painted:
    """Paints one row, mirrored where the writing runs from right to left."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self._painter, self._theme = painter, theme
        self._rect: QRect = option.rect
        self._base: QFont = option.font
        self._direction: Qt.LayoutDirection = option.direction
        self._chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._under = bool(option.state & QStyle.StateFlag.State_MouseOver)

    def paint(self, row: Row) -> None:
        base, pad = self._base, grown(PAD, self._base)
        if row.do is None:
            role = _heading(row)
            high = QFontMetrics(role_font(base, role)).height()
            place = QRect(pad, self._rect.height() - high - grown(4, base), self._rect.width() - 2 * pad, high)
            self._words(place, row.title, role, "tx2" if row.state else "tx3", "tx3")
            return
        paint_row(self._painter, self._rect.adjusted(grown(6, base), 0, -grown(6, base), 0), self._theme,
                  self._chosen, self._under)  # fmt: skip
        first = QFontMetrics(role_font(base, "body")).height()
        second = QFontMetrics(role_font(base, "secondary")).height() + grown(2, base) if row.about else 0
        top, side = (self._rect.height() - first - second) // 2, grown(16, base)
        ink = row.state or ("accT" if self._chosen else "tx2")
        icon = QRect(pad, top + (first - side) // 2, side, side)
        self._theme.icon(row.icon, ink).paint(self._painter, self._mirrored(icon))
        left = pad + side + grown(GAP, base)
        right = self._right(row, top, first)
        self._words(QRect(left, top, right - left, first), row.title, "body", "tx", "tx")
        if row.about:
            lower = QRect(left, top + first + grown(2, base), self._rect.width() - left - pad, second)
            self._words(lower, row.about, "secondary", "tx2", "tx")

    def _right(self, row: Row, top: int, height: int) -> int:
        """Paints what stands at the right; returns where the room for the title ends."""
        base = self._base
        edge = self._rect.width() - grown(PAD, base)
        if row.keys:
            edge -= self._cap(row.keys, edge, top, height) + grown(GAP, base)
        if row.right:
            metrics = QFontMetrics(role_font(base, "secondary"))
            width = min(metrics.horizontalAdvance(row.right) + 2, int(self._rect.width() * 0.36))
            place = QRect(edge - width, top, width, height)
            self._words(place, row.right, "secondary", "tx2" if self._chosen else "tx3", "tx3", end=True)
            edge -= width + grown(GAP, base)
        return edge

    def _cap(self, keys: str, edge: int, top: int, height: int) -> int:
        """Paints keys as the cap of a key that ends at `edge`; returns its width."""
        size = cap_size(keys, self._base)
        place = QRect(edge - size.width(), top + (height - size.height()) // 2, size.width(), size.height())
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cap(self._painter, self._mirrored(place), keys, self._base, self._theme)
        self._painter.restore()
        return size.width()

    def _mirrored(self, place: QRect) -> QRect:
        moved = place.translated(self._rect.topLeft())
        return QStyle.visualRect(self._direction, self._rect, moved)

    def _words(self, place: QRect, text: str, role: str, ink: str, bold_ink: str, end: bool = False) -> None:
        """Paints marked words in one line, with an ellipsis where they are too long."""
        if place.width() <= 0:
            return
        face = role_font(self._base, role)
        bold = QFont(face)
        bold.setWeight(QFont.Weight.DemiBold)
        layout = _laid_out(text, face, bold, place.width(), self._theme, bold_ink)
        side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(QStyle.visualAlignment(self._direction, side))
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(place.width())
        layout.endLayout()
        self._painter.setPen(self._theme.colour(ink))
        layout.draw(self._painter, QPointF(self._mirrored(place).topLeft()))


def _laid_out(text: str, face: QFont, bold: QFont, width: int, theme: Theme, bold_ink: str) -> QTextLayout:
    """The words cut to the width, those that were found in bold; laid out as a whole, so that letters join."""
    plain = "".join(part for part, _ in pieces(text))
    metrics = QFontMetrics(bold if len(pieces(text)) > 1 else face)
    shown = metrics.elidedText(plain, Qt.TextElideMode.ElideRight, width)
    kept = len(shown) if shown == plain else len(shown) - 1
    layout = QTextLayout(shown, face)
    shape = QTextCharFormat()
    shape.setFontWeight(QFont.Weight.DemiBold)
    shape.setForeground(theme.colour(bold_ink))
    ranges, at = [], 0
    for part, found in pieces(text):
        if found and at < kept:
            made = QTextLayout.FormatRange()
            # Qt counts in UTF-16 units.
            made.start = len(shown[:at].encode("utf-16-le", "surrogatepass")) // 2
            made.length = len(shown[at : min(kept, at + len(part))].encode("utf-16-le", "surrogatepass")) // 2
            made.format = shape
            ranges.append(made)
        at += len(part)
    layout.setFormats(ranges)
    return layout
