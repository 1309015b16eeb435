"""The list of journeys: each with its persona, how long it is, and where it hurts most."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from brm_app.domain.text import plural
from brm_app.services.journeys import JourneyLine
from brm_app.ui.desk import Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import grown, paint_focus, paint_row, paint_tag, role_font, tag_size
from brm_app.ui.words import clip, isolated, one_line

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HEIGHT, TILE = 72, 44
STAGE = 32  # letters of a stage that the tag has room for


class Lines(QAbstractListModel):
    """The journeys as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[JourneyLine] = []

    def show_lines(self, lines: list[JourneyLine]) -> None:
        """Shows other journeys."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """One row for each journey."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, and all that is painted as words."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.journey.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (one_line(line.journey.name), line.persona, *sizes(line), worst(line))))
        return None


def sizes(line: JourneyLine) -> tuple[str, str]:
    """`6 stages`, `38 touchpoints`."""
    return plural(line.stages, "stage"), plural(line.touchpoints, "touchpoint")


def worst(line: JourneyLine) -> str:
    """`First shift, gap 2.6`, or nothing."""
    if line.worst is None or line.worst.gap is None:
        return ""
    return f"{clip(line.worst.stage.name, STAGE)}, gap {line.worst.gap:.1f}"


class LinePainter(QStyledItemDelegate):
    """Paints a journey: tile, name over persona, counts, and the widest gap as a tag."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and room around them."""
        return QSize(200, grown(HEIGHT, self._view.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        model = index.model()
        assert isinstance(model, Lines)
        line, base = model.lines[index.row()], self._view.font()
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(place, self._theme.colour("card"))
        paint_row(painter, place, self._theme, chosen, bool(state & QStyle.StateFlag.State_MouseOver), 0)
        if index.row() + 1 < len(model.lines):
            painter.fillRect(place.left(), place.bottom(), place.width(), 1, self._theme.colour("line"))
        inner = place.adjusted(grown(16, base), 0, -grown(16, base), 0)
        inner = self._tile(painter, inner, base)
        inner = self._gap(painter, inner, line, base)
        self._words(painter, inner, line, base, chosen)
        if chosen and self._view.hasFocus():
            paint_focus(painter, place.adjusted(1, 1, -1, -2), self._theme)
        painter.restore()

    def _seen(self, box: QRect, within: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), within, box)

    def _tile(self, painter: QPainter, inner: QRect, base: QFont) -> QRect:
        side = grown(TILE, base)
        box = self._seen(QRect(inner.left(), inner.center().y() - side // 2, side, side), inner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("sunk"))
        painter.drawRoundedRect(box, 6, 6)
        icon = grown(24, base)
        self._theme.icon("route", "tx2").paint(
            painter, QRect(box.center().x() - icon // 2 + 1, box.center().y() - icon // 2 + 1, icon, icon)
        )
        return self._less(inner, side + grown(14, base), 0)

    def _less(self, inner: QRect, lead: int, trail: int) -> QRect:
        mirrored = self._view.isRightToLeft()
        return inner.adjusted(trail if mirrored else lead, 0, -lead if mirrored else -trail, 0)

    def _gap(self, painter: QPainter, inner: QRect, line: JourneyLine, base: QFont) -> QRect:
        words = worst(line)
        if not words or line.worst is None:
            return inner
        kind, size = ("bad", "bad") if line.worst.wide else ("", ""), tag_size(words, base, state="bad")
        top = inner.center().y() - size.height() // 2
        box = self._seen(QRect(inner.right() + 1 - size.width(), top, size.width(), size.height()), inner)
        paint_tag(painter, box, words, kind[0], self._theme, base, state=kind[1])
        return self._less(inner, 0, size.width() + grown(16, base))

    def _words(self, painter: QPainter, inner: QRect, line: JourneyLine, base: QFont, chosen: bool) -> None:
        strong, light = role_font(base, "subject"), role_font(base, "secondary")
        strong.setWeight(QFont.Weight.DemiBold)
        painter.setFont(light)
        counts = ", ".join((*sizes(line), *(("also as it should be",) if line.other else ())))
        half = inner.height() // 2
        upper, lower = inner.adjusted(0, 0, 0, -half + 1), inner.adjusted(0, half + 2, 0, 0)
        painter.setPen(self._theme.colour("tx2" if chosen else "tx3"))
        said = painter.fontMetrics().elidedText(
            ". ".join(filter(None, (one_line(line.persona), counts))), Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading), isolated(said))
        painter.setFont(strong)
        painter.setPen(self._theme.colour("tx"))
        name = painter.fontMetrics().elidedText(one_line(line.journey.name), Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading), isolated(name))


class StartList(QListView):
    """Enter or a double click opens a journey."""

    opened = Signal(str)
    wants_delete = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("journeyList")
        self.setAccessibleName("Journeys")
        self.lines = Lines()
        self.setModel(self.lines)
        self.setItemDelegate(LinePainter(theme, self))
        self.setMouseTracking(True)
        line = theme.hex("line")  # the row has the ring
        self.setStyleSheet(
            f"QListView, QListView:focus {{ border: 1px solid {line}; border-radius: 8px; padding: 0; }}"
        )
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.lines.lines[index.row()].journey.id))

    def show_lines(self, lines: list[JourneyLine]) -> None:
        """Shows other journeys; the current one stays so."""
        held, row = self.current_id(), max(0, self.currentIndex().row())
        self.lines.show_lines(lines)
        ids = [line.journey.id for line in lines]
        place = ids.index(held) if held in ids else min(row, len(ids) - 1)
        self.setMaximumHeight(grown(HEIGHT, self.font()) * len(ids) + 2)
        if ids:
            self.setCurrentIndex(self.lines.index(place))

    def current_id(self) -> str:
        """The id of the current journey, or nothing."""
        index = self.currentIndex()
        return self.lines.lines[index.row()].journey.id if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes."""
        if event.key() in ENTER and self.current_id():
            self.opened.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Delete:
            self.wants_delete.emit()
        else:
            super().keyPressEvent(event)
