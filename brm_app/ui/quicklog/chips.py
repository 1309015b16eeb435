"""Chips of the quick log: what is meant, each a button that lets a person say otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCompleter, QStyle

from brm_app.domain.text import fold
from brm_app.ui.desk import Theme
from brm_app.ui.editing.inputs import Line
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import grown, role_font
from brm_app.ui.tips import plain_tip
from brm_app.ui.words import clip, isolated

SHOWN = 36  # characters of a title in a chip


@attrs.frozen
class Look:
    """What a chip shows: nothing said yet is dashed, several records that could be meant ask."""

    icon: str
    words: str
    said: bool = True
    asks: bool = False
    key: str = ""


class Chip(QAbstractButton):
    """One chip. Enter, Space or a click changes it, Backspace or Delete takes it out."""

    removed = Signal()

    def __init__(self, theme: Theme, name: str, spoken: str) -> None:
        super().__init__()
        self._theme, self._spoken = theme, spoken
        self.look = Look("plus", spoken, said=False)
        self.setObjectName(f"logChip-{name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_look(self, look: Look) -> None:
        """Shows another look."""
        self.look = look
        self.setText(look.words.replace("&", "&&"))
        state = "not said" if not look.said else f"unclear, {look.words}" if look.asks else look.words
        self.setAccessibleName(f"{self._spoken}: {state}")
        self.setAccessibleDescription(f"Key {look.key}" if look.key else "")
        self.setToolTip(plain_tip(look.words) if len(look.words) > SHOWN else "")
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return clip(self.look.words, SHOWN)

    def _cap(self) -> int:
        """The width of the key and the gap before it."""
        if not self.look.key:
            return 0
        metrics = QFontMetrics(role_font(self.font(), "caption"))
        return metrics.horizontalAdvance(self.look.key) + grown(18, self.font())

    def sizeHint(self) -> QSize:
        """Icon, words and key beside each other."""
        metrics = QFontMetrics(role_font(self.font(), "subject"))
        width = metrics.horizontalAdvance(self._words()) + self._cap() + grown(44, self.font())
        return QSize(width, max(grown(30, self.font()), metrics.height() + 10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, Backspace and Delete take out."""
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif event.key() in ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints edge, icon, words and key."""
        painter, base = QPainter(self), self.font()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_edge(painter)
        ink = "warn" if self.look.asks else "tx" if self.look.said else "tx2"
        side = grown(16, base)
        icon = QRect(grown(11, base), (self.height() - side) // 2, side, side)
        name = "circle-alert" if self.look.asks else self.look.icon if self.look.said else "plus"
        self._theme.icon(name, ink if self.look.asks else "tx2").paint(painter, self._seen(icon))
        left = grown(34, base)
        place = QRect(left, 0, self.width() - left - self._cap() - grown(8, base), self.height())
        font = role_font(base, "subject")
        painter.setFont(font)
        painter.setPen(self._theme.colour(ink))
        side_of = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(
            self._seen(place),
            int(side_of | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
            isolated(self._words()),
        )
        if self.look.key:
            self._paint_key(painter)

    def _seen(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _paint_edge(self, painter: QPainter) -> None:
        ground = "warnS" if self.look.asks else "accS" if self.isDown() else "sunk" if self.underMouse() else "card"
        painter.setBrush(self._theme.colour(ground))
        pen = QPen(self._theme.colour("focus" if self.hasFocus() else "warn" if self.look.asks else "ctl"), 1)
        if self.hasFocus():
            pen.setWidth(2)
        elif not self.look.said:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inset = pen.width() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)

    def _paint_key(self, painter: QPainter) -> None:
        base, width = self.font(), self._cap() - grown(8, self.font())
        height = grown(19, base)
        place = self._seen(
            QRect(self.width() - width - grown(8, base), (self.height() - height) // 2, width, height)
        )  # fmt: skip
        painter.setBrush(self._theme.colour("sunk"))
        painter.setPen(self._theme.colour("line"))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(role_font(base, "caption"))
        painter.setPen(self._theme.colour("tx2"))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.look.key)


class ChipLine(Line):
    """Stands in the place of a chip while a person types what it should say; Enter takes, Esc leaves it."""

    taken = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("logChoice")
        self._offered: dict[str, str] = {}
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self._read: Callable[[str], str] | None = None
        self.hide()

    def ask(self, spoken: str, offered: Mapping[str, str], read: Callable[[str], str] | None = None) -> None:
        """Asks for one of the offered titles, by id; or, with `read`, for words that it turns into a value."""
        self._offered = {" ".join(title.split()): key for key, title in offered.items()}
        self._read = read
        self._words.setStringList(list(self._offered))
        self.setAccessibleName(spoken)
        self.setPlaceholderText(spoken)
        self.clear()
        self.setMinimumWidth(max(grown(180, self.font()), self.fontMetrics().horizontalAdvance(spoken) + 40))

    def offer(self) -> None:
        """Takes the focus and shows all that there is to choose."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        completer = self.completer()
        if completer is not None and self._offered:
            completer.setCompletionPrefix("")
            completer.complete()

    def _take(self, words: str) -> None:
        value = self._read(words) if self._read else self._meant(words)
        if value:
            self.taken.emit(value)

    def _meant(self, words: str) -> str:
        """The whole title, else the only or the first one that holds the words."""
        wanted = fold(words)
        exact = [key for title, key in self._offered.items() if fold(title) == wanted]
        part = [key for title, key in self._offered.items() if wanted and wanted in fold(title)]
        return next(iter(exact or part), "")

    def event(self, event: QEvent) -> bool:
        """Keeps Enter and Esc from the window's menus."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, *ENTER)
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in ENTER and not event.modifiers():
            self._take(self.text())
        else:
            super().keyPressEvent(event)
