"""The line of the quick log: what is typed, coloured as it is understood, with the days that an @ could mean."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit

from brm_app.services.quicklog.parsing import Parsed, Span
from brm_app.ui.desk import Theme
from brm_app.ui.editing.inputs import Note
from brm_app.ui.keypresses import ENTER
from brm_app.ui.marks import Tag, grown, role_font
from brm_app.ui.quicklog.wording import typed_day, weekday
from brm_app.ui.widgets import label

PLACEHOLDER = "What happened? Try “Call Pharmacy: labels still jam, trial date @fri”"
WEEK = dt.timedelta(7)


class _Colours(QSyntaxHighlighter):
    """Gives each part that was understood the colour of a selection."""

    def __init__(self, editor: QPlainTextEdit, theme: Theme) -> None:
        super().__init__(editor.document())
        self._theme = theme
        self._spans: tuple[Span, ...] = ()

    def show(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        understood = QTextCharFormat()
        understood.setBackground(self._theme.colour("accS"))
        understood.setForeground(self._theme.colour("accT"))
        for span in self._spans:
            start = units(text[: span.start])
            self.setFormat(start, units(text[: span.end]) - start, understood)


def units(text: str) -> int:
    """The length as Qt counts it, which takes some characters for two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class LogText(Note):
    """One line of text. Tab takes the other day while the cursor stands behind one."""

    wants_other_day = Signal()

    def __init__(self) -> None:
        super().__init__(1)
        self.offers_day = False
        self.setObjectName("logText")
        self.setAccessibleName("What happened")
        self.setProperty("quiet", True)  # the panel is its edge, and its frame shows the focus
        self.setPlaceholderText(PLACEHOLDER)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QPlainTextEdit { background: transparent; border: none; padding: 0; }")

    def _fit(self) -> None:
        """As high as its one line, whatever is typed."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()))

    def changeEvent(self, event: QEvent) -> None:
        """Another font, another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted lines become one."""
        self.insertPlainText(" ".join(source.text().split("\n")))

    def event(self, event: QEvent) -> bool:
        """Takes Tab while a day is offered."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and self.offers_day
        ):
            self.wants_other_day.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter makes no second line; with Ctrl it is the panel's."""
        if event.key() in ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)


class LogLine(QFrame):
    """The line in its frame: pencil, text, the day that is meant, and the day that Tab takes instead."""

    typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._dated: Span | None = None
        self._month_first = False
        self.text = LogText()
        font = role_font(self.font(), "heading")
        font.setWeight(self.font().weight())
        self.text.setFont(font)
        self._colours = _Colours(self.text, theme)
        self._icon = QLabel()
        self.day, self.key, self.other = Tag(theme), label("Tab"), label("", "secondary")
        self.key.setProperty("tag", "key")
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 4, 12, 4)
        box.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        box.addWidget(self._icon, 0, middle)
        box.addWidget(self.text, 1)
        for widget in (self.day, self.key, self.other):
            box.addWidget(widget, 0, middle)
        self.text.textChanged.connect(lambda: self.typed.emit(self.text.toPlainText()))
        self.text.cursorPositionChanged.connect(self._offer)
        self.text.wants_other_day.connect(self._take_other)
        self.text.installEventFilter(self)
        self.paint()

    def paint(self) -> None:
        """Takes the colours of the theme."""
        self._icon.setPixmap(self._theme.icon("pencil-line", "tx2").pixmap(grown(18, self.font())))
        self._colours.rehighlight()

    def show_text(self, text: str) -> None:
        """Shows another line, the cursor at its end, nothing to undo."""
        self.text.setPlainText(text)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def show_parsed(self, parsed: Parsed) -> None:
        """Colours what was understood and offers days."""
        self.text.blockSignals(True)
        self._colours.show(parsed.spans)
        self.text.blockSignals(False)
        self._dated = next(iter(parsed.of("date")), None)
        self._offer()

    def _offer(self) -> None:
        dated = self._dated
        text = self.text.toPlainText()
        at_end = dated is not None and self.text.textCursor().position() == units(text[: dated.end])
        self.text.offers_day = at_end
        if dated is not None:
            day = dt.date.fromisoformat(dated.value)
            self.day.show_words(weekday(day), "acc", icon="check")
            self.other.setText(weekday(day + WEEK) if at_end and day < dt.date.max - WEEK else "")
        self.day.setVisible(dated is not None)
        self.key.setVisible(at_end)
        self.other.setVisible(at_end)

    def _take_other(self) -> None:
        """Puts the day a week later in the place of what was typed, and goes on behind it."""
        assert self._dated is not None
        text, dated = self.text.toPlainText(), self._dated
        day = dt.date.fromisoformat(dated.value)
        later = day + WEEK if day < dt.date.max - WEEK else day
        cursor = self.text.textCursor()
        cursor.setPosition(units(text[: dated.start]))
        cursor.setPosition(units(text[: dated.end]), cursor.MoveMode.KeepAnchor)
        cursor.insertText(f"@{typed_day(later)} ")
        self.text.setTextCursor(cursor)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The frame shows the focus of the text."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring while the text has the focus, else a line below."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.text.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        else:
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def height_for_font(self) -> int:
        """As high as the row of the picture, or more where the text is larger."""
        return max(grown(48, self.font()), QFontMetrics(self.text.font()).height() + 24)
