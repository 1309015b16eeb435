"""A month to choose a day from: opened beside a field, gone through with the arrows, left with Esc."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brm_app.domain.days import DAYS, MONTH_NAMES, spoken_day
from brm_app.services.quicklog.days import months_later
from brm_app.ui.desk import Theme
from brm_app.ui.keypresses import ENTER
from brm_app.ui.theme import font, scaled
from brm_app.ui.widgets import button, label, mirrored

Index = QModelIndex | QPersistentModelIndex
WEEK, WEEKS = 7, 6
FIRST, LAST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
CELL = (40, 32)
Role, Key = Qt.ItemDataRole, Qt.Key
_NEAR = {Key.Key_Up: -WEEK, Key.Key_Down: WEEK}
_MONTHS = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}


class Month(QAbstractTableModel):
    """Six weeks around one month, from a Monday on."""

    def __init__(self, today: dt.date, parent: QObject) -> None:
        super().__init__(parent)
        self.today = today
        self.month = today.replace(day=1)

    def show_month(self, day: dt.date) -> None:
        """Shows the month of a day."""
        self.beginResetModel()
        self.month = day.replace(day=1)
        self.endResetModel()

    @property
    def words(self) -> str:
        """`October 2026`."""
        return f"{MONTH_NAMES[self.month.month - 1]} {self.month.year}"

    def day_at(self, index: Index) -> dt.date:
        """The day of a cell."""
        return self.month + dt.timedelta(WEEK * index.row() + index.column() - self.month.weekday())

    def index_of(self, day: dt.date) -> QModelIndex:
        """The cell of a day."""
        row, column = divmod((day - self.month).days + self.month.weekday(), WEEK)
        return self.index(row, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """The days of a week."""
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = Role.DisplayRole) -> str | None:
        """The number of the day; a screen reader hears the whole day."""
        day = self.day_at(index)
        if role == Role.AccessibleTextRole:
            return spoken_day(day) + (", today" if day == self.today else "")
        return str(day.day) if role == Role.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> str | None:
        """The days of the week."""
        return DAYS[section] if role == Role.DisplayRole and orientation == Qt.Orientation.Horizontal else None


class _Day(QStyledItemDelegate):
    """Paints a day: today has a line below its number, the chosen one a ring, those of other months are paler."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one cell."""
        month = index.model()
        assert isinstance(month, Month)
        day, box = month.day_at(index), option.rect.adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            ringed = option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(self._theme.colour("focus"), 2) if ringed else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accS"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), scaled(5), scaled(5))
        inked = font("body")
        inked.setWeight(QFont.Weight.DemiBold if day == month.today else QFont.Weight.Normal)
        painter.setFont(inked)
        painter.setPen(self._theme.colour("tx" if day.month == month.month.month else "tx3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if day == month.today:
            line = QRect(box.center().x() - scaled(8), box.bottom() - scaled(5), scaled(16), scaled(2))
            painter.fillRect(line, self._theme.colour("acc"))
        painter.restore()


class Days(QTableView):
    """The days of a month; arrows go from day to day over its ends, Page Up and Page Down from month to month."""

    chosen = Signal(object)
    moved = Signal()

    def __init__(self, theme: Theme, today: dt.date) -> None:
        super().__init__()
        self.setObjectName("calendarDays")
        self.month = Month(today, self)
        self.setModel(self.month)
        self.setItemDelegate(_Day(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "calendar")
        self.verticalHeader().hide()
        width = max(scaled(CELL[0]), 10 + max(map(self.fontMetrics().horizontalAdvance, DAYS)))
        for head, size in ((self.horizontalHeader(), width), (self.verticalHeader(), scaled(CELL[1]))):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            head.setMinimumSectionSize(1)
            head.setDefaultSectionSize(size)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        height = self.horizontalHeader().sizeHint().height() + WEEKS * scaled(CELL[1])
        self.setFixedSize(WEEK * width + 4, height + 4)
        self.clicked.connect(self._take)

    @property
    def day(self) -> dt.date:
        """The day that the arrows are on."""
        return self.month.day_at(self.currentIndex())

    def go(self, day: dt.date) -> None:
        """Moves to a day, in the month that it is in."""
        day = min(max(day, FIRST), LAST)
        if (day.year, day.month) != (self.month.month.year, self.month.month.month):
            self.month.show_month(day)
        self.setCurrentIndex(self.month.index_of(day))
        self.setAccessibleName(self.month.words)
        self.moved.emit()

    def step(self, months: int) -> None:
        """Moves to the same day of another month."""
        self.go(months_later(self.day, months))

    def _take(self, index: QModelIndex) -> None:
        self.chosen.emit(self.month.day_at(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page Up and Page Down, with Shift for a year; Home and End of the month; Enter and Space choose."""
        key = Key(event.key())
        ahead = -1 if self.isRightToLeft() else 1
        days = {Key.Key_Left: -ahead, Key.Key_Right: ahead, **_NEAR}
        if key in days:
            self.go(self.day + dt.timedelta(days[key]))
        elif key in _MONTHS:
            self.step(_MONTHS[key] * (12 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        elif key == Key.Key_Home:
            self.go(self.day.replace(day=1))
        elif key == Key.Key_End:
            self.go(months_later(self.day.replace(day=1), 1) - dt.timedelta(1))
        elif key in (*ENTER, Key.Key_Space):
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)


class Calendar(QFrame):
    """Pops up below a button; tells the day that is chosen and closes, or closes at Esc."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, today: dt.date, spoken: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        self.setAccessibleName(spoken)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.days = Days(theme, today)
        self.title = label("", "subject")
        self.title.setObjectName("calendarMonth")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.addWidget(self._step(theme, "previousMonth", "Previous month", -1))
        head.addWidget(self.title, 1)
        head.addWidget(self._step(theme, "nextMonth", "Next month", 1))
        box = QVBoxLayout(self)
        box.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        box.setSpacing(scaled(4))
        box.addLayout(head)
        box.addWidget(self.days, 0, Qt.AlignmentFlag.AlignCenter)
        box.addWidget(
            button("calendarToday", "Today", lambda: self._take(today), "link"), 0, Qt.AlignmentFlag.AlignLeft
        )
        self.days.moved.connect(self._on_moved)
        self.days.chosen.connect(self._take)

    def _step(self, theme: Theme, name: str, spoken: str, months: int) -> QToolButton:
        made = QToolButton()
        made.setObjectName(name)
        made.setAccessibleName(spoken)
        made.setToolTip(spoken)
        made.setIcon(theme.icon("chevron-right" if months > 0 else "chevron-left"))
        made.clicked.connect(lambda: self.days.step(months))
        return made

    def open(self, day: dt.date, below: QWidget) -> None:
        """Shows a day below a widget, on the screen as a whole."""
        self.days.go(day)
        self.adjustSize()
        self._place(below)
        self.show()
        self._place(below)  # its frame is as wide as the style sheet says only now
        self.days.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self, below: QWidget) -> None:
        place = below.rect().bottomRight() - QPoint(self.width() - 1, 0) if mirrored() else below.rect().bottomLeft()
        at, room = below.mapToGlobal(place), below.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        y = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(x, y)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the calendar and nothing else."""
        if event.key() == Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_moved(self) -> None:
        self.title.setText(self.days.month.words)

    def _take(self, day: dt.date) -> None:
        self.chosen.emit(day)
        self.close()
