"""The rows of the register: its columns, and the cells that are painted as tags and marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from brm_app.domain.days import short_day
from brm_app.domain.records import Record
from brm_app.services.issuing.reading import Line
from brm_app.ui.cells import Cells
from brm_app.ui.desk import Desk, Theme
from brm_app.ui.listing import Column, RecordModel
from brm_app.ui.marks import MARK, grown, paint_mark, paint_tag, tag_size, with_side

Index = QModelIndex | QPersistentModelIndex
STATES = {"verified": "Verified", "recalled": "Recalled", "damaged": "File damaged", "missing": "File missing"}
MARKS = {"verified": "good", "recalled": "warn", "damaged": "bad", "missing": "bad"}
INKS = {STATES[state].lower(): mark for state, mark in MARKS.items()}
AUDIENCE, TITLE, STATE = 1, 2, 6
_INSET = 11  # where the words of the other cells begin


def columns(desk: Desk) -> tuple[Column, ...]:
    """Number, audience, title, day, pages, fingerprint and state."""

    def day(line: Line) -> str:
        return short_day(line.issue.issued_at, desk.clock.today())

    return (
        Column("Number", lambda line: line.issue.number, 136, muted=False),
        Column("Audience", lambda line: line.issue.audience_name, 100, needs=560),
        Column("Title", lambda line: line.issue.title, muted=False),
        Column("Issued", day, 72),
        Column("Pages", lambda line: str(line.issue.pages), 60, right=True, needs=640),
        Column("Fingerprint", lambda line: line.issue.fingerprint, 104, needs=720),
        Column("State", lambda line: STATES[line.state], 120, states=INKS),
    )


def model_of(desk: Desk, lines: Callable[[], Sequence[Line]]) -> RecordModel:
    """The model of a list that was read elsewhere; of a row it asks no more than its id and its cells."""

    def read(_words: str, limit: int) -> list[Record]:
        return cast(list[Record], list(lines()[:limit]))

    return RecordModel(desk, columns(desk), read)


def marked_as(line: Line) -> str:
    """The tag of an audience by its look."""
    return "staff" if line.issue.look == "staff" else "board"


class AudienceCell(QStyledItemDelegate):
    """Paints the name of the audience as its tag."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def displayText(self, _value: object, _locale: object) -> str:
        """No words: the tag holds them."""
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground as in the other cells, then the tag."""
        super().paint(painter, option, index)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        model = index.model()
        line = model.record_at(index.row()) if isinstance(model, RecordModel) else None
        if not words or line is None:
            return
        words = with_side(words, marked_as(cast(Line, line)))
        size, cell, inset = tag_size(words, option.font), option.rect, grown(_INSET, option.font)
        width = min(size.width(), cell.width() - 2 * inset)
        place = QRect(cell.left() + inset, cell.center().y() - size.height() // 2, width, size.height())
        kind = marked_as(cast(Line, line))
        painter.setLayoutDirection(option.direction)
        paint_tag(painter, QStyle.visualRect(option.direction, cell, place), words, kind, self._theme, option.font)


class TitleCell(Cells):
    """The title of an issue, which is a sentence, in two lines where one is too short."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Breaks the words."""
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText


class StateCell(Cells):
    """Paints the mark of a state before its words."""

    def __init__(self, theme: Theme, table: QWidget) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, on it the words further in, then the mark where they would begin."""
        moved = QStyleOptionViewItem(option)
        room = grown(20, option.font)
        after = option.rect.adjusted(room, 0, 0, 0)
        moved.rect = QStyle.visualRect(option.direction, option.rect, after)
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        self._table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, self._table)
        super().paint(painter, moved, index)
        state = INKS.get(str(index.data(Qt.ItemDataRole.DisplayRole) or "").lower(), "")
        side = grown(16 if state == "good" else MARK, option.font)
        place = QRect(option.rect.left() + grown(_INSET, option.font), option.rect.center().y() - side // 2, side, side)
        place = QStyle.visualRect(option.direction, option.rect, place)
        if state == "good":
            self._theme.icon("badge-check", "good").paint(painter, place)
        else:
            paint_mark(painter, QPointF(place.center()), state, self._theme, side)


_COUNTED = (("recalled", "recalled"), ("damaged", "damaged"), ("missing", "without its file"))


def register_in_words(lines: Sequence[Line]) -> str:
    """`37 issued, 1 recalled, 1 without its file`; nothing of an empty register."""
    counts = [(sum(line.state == state for line in lines), words) for state, words in _COUNTED]
    wrong = [f"{count} {words}" for count, words in counts if count]
    return ", ".join([f"{len(lines):,} issued", *wrong]) if lines else ""
