"""F1: all keys that hold now, of the page and of the menus, read from the actions themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from brm_app.ui.desk import Theme
from brm_app.ui.keyed import cap_size, paint_cap
from brm_app.ui.sheet import Sheet
from brm_app.ui.theme import font, scaled
from brm_app.ui.widgets import button, label
from brm_app.ui.words import isolated

KEY, ACTION = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
WIDTH, HEIGHT, MARGIN = 460, 620, 16
Index = QModelIndex | QPersistentModelIndex
Hints = Sequence[tuple[str, str]]


class _Row(QStyledItemDelegate):
    """Paints what a key does, and at the end of the row its cap; a heading has no key."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(200), scaled(30))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        key, words = index.data(KEY), index.data()
        place: QRect = option.rect.adjusted(scaled(8), 0, -scaled(8), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("accS"))
        painter.setFont(font("body") if key else font("caption"))
        painter.setPen(self._theme.colour("tx" if key else "tx2"))
        sided = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(place, int(sided | Qt.AlignmentFlag.AlignVCenter), isolated(words))
        if key:
            size = cap_size(key, font("body"))
            top = place.top() + (place.height() - size.height()) // 2
            cap = QRect(place.right() - size.width(), top, size.width(), size.height())
            paint_cap(painter, QStyle.visualRect(option.direction, place, cap), key, font("body"), self._theme)
        painter.restore()


class AllKeys(Sheet):
    """A panel over the page with a filter; Enter does what is marked, Esc closes."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("allKeys")
        self.setAccessibleName("All keys")
        self.setProperty("role", "floating")
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.setObjectName("keysFilter")
        self.field.setAccessibleName("Filter keys")
        self.field.setPlaceholderText("Filter keys")
        self.list = QListWidget()
        self.list.setObjectName("keysList")
        self.list.setAccessibleName("All keys")
        self.list.setProperty("role", "outline")
        self.list.setItemDelegate(_Row(theme, self))
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._do)
        self.escaped.connect(self.shut)
        parent.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(16))
        head = QHBoxLayout()
        head.addWidget(label("All keys", "heading"))
        head.addStretch()
        head.addWidget(button("closeKeys", "Close", self.shut, "link", "Close all keys"))
        box.addLayout(head)
        box.addWidget(self.field)
        box.addWidget(self.list, 1)

    def open(self, place: str, hints: Hints, menus: Sequence[tuple[str, Sequence[QAction]]]) -> None:
        """Shows the keys of a page and those of the menus; what both say in the same words stands with the menus."""
        self.list.clear()
        said = {(key, action.text().casefold()) for _, listed in menus for action in listed for key in _keys(action)}
        own = [(key, does) for key, does in hints if (key, does.casefold()) not in said]
        if own:
            self._head(place)
            for key, does in own:
                self._add(does[:1].upper() + does[1:], key, None)
        for title, actions in menus:
            keyed = [action for action in actions if action.shortcut().toString()]
            if keyed:
                self._head(title)
            for action in keyed:
                self._add(action.text().replace("&&", "&"), ", ".join(_keys(action)), action)
        self.field.clear()
        self._filter("")
        self._settle()
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _add(self, words: str, key: str, action: QAction | None) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(KEY, key)
        item.setData(ACTION, action)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {key}")

    def _filter(self, typed: str) -> None:
        """Shows the rows that hold all words, below their headings."""
        words = typed.casefold().split()
        heading: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            key = item.data(KEY)
            if not key:
                heading = item
                item.setHidden(True)
                continue
            text = f"{item.text()} {key}".casefold()
            item.setHidden(not all(word in text for word in words))
            if heading is not None and not item.isHidden():
                heading.setHidden(False)
        self._mark(1, from_row=-1)

    def _mark(self, step: int, from_row: int | None = None) -> None:
        row = (self.list.currentRow() if from_row is None else from_row) + step
        while 0 <= row < self.list.count():
            if self.list.item(row).data(KEY) and not self.list.item(row).isHidden():
                self.list.setCurrentRow(row)
                return
            row += step

    def _do(self, item: QListWidgetItem | None) -> None:
        action = item.data(ACTION) if item and not item.isHidden() else None
        if isinstance(action, QAction) and action.isEnabled():
            self.shut()
            action.trigger()

    def shut(self) -> None:
        """Closes it; the keyboard goes back to where it was."""
        self.hide()
        before, self._before = self._before, None
        try:
            if before is not None and before.isVisible():
                before.setFocus()
        except RuntimeError:  # its page was taken down meanwhile
            pass
        self.closed.emit()

    def _settle(self) -> None:
        window = self.parentWidget()
        assert window is not None
        width = min(scaled(WIDTH), window.width() - 2 * MARGIN)
        height = min(scaled(HEIGHT), window.height() - scaled(120))
        left = MARGIN if self.isRightToLeft() else window.width() - width - MARGIN
        self.setGeometry(left, scaled(84), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the filter move in the list; the panel keeps its place in the window."""
        if watched is not self.field:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._settle()
            return False
        if not isinstance(event, QKeyEvent) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.shut,
            Qt.Key.Key_Down: lambda: self._mark(1),
            Qt.Key.Key_Up: lambda: self._mark(-1),
            Qt.Key.Key_Return: lambda: self._do(self.list.currentItem()),
            Qt.Key.Key_Enter: lambda: self._do(self.list.currentItem()),
        }
        does = keys.get(Qt.Key(event.key()))
        if does is None or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        event.accept()  # so that Esc is no shortcut of the window
        if event.type() == QEvent.Type.KeyPress:
            does()
        return True


def _keys(action: QAction) -> list[str]:
    """The keys of an action as they are shown: `Ctrl Shift Z`."""
    return [each.toString().replace("+", " ") for each in action.shortcuts()]
