"""The list of promises: painted rows in parts, and the keys that act on the current one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown, paint_focus, paint_mark, paint_row, role_font
from brm_app.ui.promises.rows import INKS, Row, Rows
from brm_app.ui.words import isolated, one_line

Index = QModelIndex | QPersistentModelIndex
ROW, HEADING = 36, 44
MARK, UNIT, DUE, ACT = 30, 132, 104, 64  # widths of the columns at text scale 1
NARROW = 560  # the width below which units and the act are left to the inspector
KEYS = {
    Qt.Key.Key_K: "keep",
    Qt.Key.Key_Space: "keep",
    Qt.Key.Key_B: "break",
    Qt.Key.Key_C: "chase",
    Qt.Key.Key_D: "defer",
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
}


class _Painter:
    """Paints one row, mirrored where the writing runs from right to left."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme, focused: bool) -> None:
        self._painter, self._theme, self._focused = painter, theme, focused
        self._rect: QRect = option.rect
        self._base: QFont = option.font
        self._direction = option.direction
        self._chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._under = bool(option.state & QStyle.StateFlag.State_MouseOver)

    def heading(self, row: Row) -> None:
        """The words, how many there are, and a line below."""
        rect = self._rect
        self._painter.setPen(self._theme.colour("line"))
        self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = role_font(self._base, "subject")
        font.setWeight(QFont.Weight.DemiBold)
        top = grown(10, self._base)
        place = QRect(grown(8, self._base), top, rect.width(), rect.height() - top)
        used = self._text(place, row.words, font, "tx")
        self._text(place.adjusted(used + grown(8, self._base), 0, 0, 0), row.second, self._role("secondary"), "tx3")

    def promise(self, row: Row) -> None:
        """Mark, words with what is known of them, unit, due words, and the act where it can be reached."""
        rect, base = self._rect, self._base
        place = rect.adjusted(1, 1, -1, -1)
        paint_row(self._painter, place, self._theme, self._chosen, self._under)
        self._mark(row, QPointF(grown(17, base), rect.height() / 2))
        wide = rect.width() >= grown(NARROW, base)
        unit = grown(UNIT, base) if wide else 0
        due = rect.width() - grown(8 + DUE + (ACT if wide else 0), base)
        start = grown(MARK + 6, base)
        self._words(row, QRect(start, 0, due - unit - start - grown(8, base), rect.height()))
        if unit:
            words = QRect(due - unit, 0, unit - grown(10, base), rect.height())
            self._text(words, row.unit, self._role("body"), "tx2")
        when = QRect(due, 0, grown(DUE - 6, base), rect.height())
        self._text(when, row.due, self._role("subject"), INKS.get(row.state, "tx2"))
        if wide and row.act and (self._chosen or self._under):
            self._button(row.act, act_place(rect.size(), base))
        if self._chosen and self._focused:
            paint_focus(self._painter, place, self._theme)

    def _words(self, row: Row, place: QRect) -> None:
        used = self._text(place, row.words, self._role("subject"), "tx")
        left = place.adjusted(used + grown(8, self._base), 0, 0, 0)
        if left.width() > grown(40, self._base):
            self._text(left, row.second, self._role("body"), "tx2" if self._chosen else "tx3")

    def _mark(self, row: Row, middle: QPointF) -> None:
        side = grown(10, self._base)
        box = self._seen(QRect(round(middle.x()) - side, round(middle.y()) - side, 2 * side, 2 * side))
        if row.state:
            paint_mark(self._painter, QRectF(box).center(), row.state, self._theme, side)
        else:
            inner = grown(15, self._base)
            clock = QRect(box.center() - QPoint(inner // 2 - 1, inner // 2 - 1), QSize(inner, inner))
            self._theme.icon("clock", "tx2").paint(self._painter, clock)

    def _button(self, words: str, place: QRect) -> None:
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = QRectF(self._seen(place)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.colour("ctl"), 1))
        painter.setBrush(self._theme.colour("card"))
        painter.drawRoundedRect(seen, 5, 5)
        painter.setPen(self._theme.colour("tx"))
        font = self._role("secondary")
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.drawText(seen, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()

    def _role(self, role: str) -> QFont:
        return role_font(self._base, role)

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._rect, place.translated(self._rect.topLeft()))

    def _text(self, place: QRect, words: str, font: QFont, ink: str) -> int:
        """Paints a text in one line and returns its width."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(one_line(words), Qt.TextElideMode.ElideRight, max(0, place.width()))
        self._painter.setFont(font)
        self._painter.setPen(self._theme.colour(ink))
        side = QStyle.visualAlignment(self._direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._painter.drawText(self._seen(place), int(side | Qt.TextFlag.TextSingleLine), isolated(shown))
        return metrics.horizontalAdvance(shown)


def act_place(size: QSize, base: QFont) -> QRect:
    """Where the act of a row stands, from its left edge."""
    width, height = grown(52, base), min(size.height() - 6, grown(26, base))
    return QRect(size.width() - grown(10, base) - width, (size.height() - height) // 2, width, height)


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: PromiseList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = self._view.rows.rows[index.row()].promise is None
        return QSize(0, max(grown(HEADING if heading else ROW, option.font), option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.rows.rows[index.row()]
        one = _Painter(painter, option, self._theme, self._view.hasFocus())
        if row.promise is None:
            one.heading(row)
        else:
            one.promise(row)


class PromiseList(QListView):
    """Tells what a key or a press asks for: keep, break, chase, defer or open."""

    wanted = Signal(str)
    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = Rows()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(theme, self))
        self.setObjectName("promisesList")
        self.setAccessibleName("Promises")
        self.setAccessibleDescription("Keep with K")
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        theme.changed.connect(self.viewport().update)

    def current(self) -> Row | None:
        """The current promise."""
        place = self.currentIndex().row()
        row = self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None
        return row if row and row.promise else None

    def choose(self, place: int) -> None:
        """Makes the promise at or next to a place current."""
        kept = [n for n, row in enumerate(self.rows.rows) if row.promise]
        if kept:
            near = min(kept, key=lambda n: (abs(n - place), n))
            self.setCurrentIndex(self.rows.index(near, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key each; only here, so that they mean nothing while a person types."""
        act = KEYS.get(Qt.Key(event.key()))
        if act and self.current() and event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD):
            self.wanted.emit(act)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the painted button keeps the promise of its row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        rect = self.visualRect(index)
        place = act_place(rect.size(), self.font()).translated(rect.topLeft())
        row = self.rows.rows[index.row()]
        wide = rect.width() >= grown(NARROW, self.font())
        if (
            wide
            and row.act
            and QStyle.visualRect(self.layoutDirection(), rect, place).contains(event.position().toPoint())
        ):
            self.wanted.emit("keep")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the touchpoint."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid() and self.current():
            self.wanted.emit("open")


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
