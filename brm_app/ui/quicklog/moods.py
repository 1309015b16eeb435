"""How did they feel: five choices, each a number and a word, of which one or none is on."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.marks import MOODS, grown, role_font

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
LOWEST, HIGHEST = 1, 5
HEIGHT = 48  # of the row at text scale 1


class _Mood(QAbstractButton):
    def __init__(self, theme: Theme, mood: int, row: Moods) -> None:
        super().__init__()
        self._theme, self.mood, self._row = theme, mood, row
        self.setCheckable(True)
        self.setText(MOODS[mood])
        self.setObjectName(f"mood-{mood}")
        self.setAccessibleName(f"{mood}, {MOODS[mood]}")
        self.setToolTip(f"{MOODS[mood]} ({mood}); press again to take it out")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """The number above the word."""
        words = QFontMetrics(role_font(self.font(), "secondary")).horizontalAdvance(self.text())
        return QSize(words + grown(20, self.font()), grown(HEIGHT, self.font()))

    def minimumSizeHint(self) -> QSize:
        """Never less than its word."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move, mirrored where writing runs from right to left."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        self._row.move_to(self.mood + (-step if sideways and self.isRightToLeft() else step))

    def _shape(self) -> QPainterPath:
        """The rectangle of this choice inside of the rounded row."""
        row = QPainterPath()
        around = QRectF(self._row.rect()).translated(-self.pos()).adjusted(1, 1, -1, -1)
        row.addRoundedRect(around, 5, 5)
        own = QPainterPath()
        own.addRect(QRectF(self.rect()))
        return row.intersected(own)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints ground, edges, number and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = "accS" if self.isChecked() else "sunk" if self.underMouse() else "card"
        painter.setBrush(self._theme.colour(ground))
        painter.drawPath(self._shape())
        if self.mood != (HIGHEST if self.isRightToLeft() else LOWEST):
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(0, 1, 0, self.height() - 2)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_words(self, painter: QPainter) -> None:
        on = self.isChecked()
        middle = self.height() // 2 + 1
        number = role_font(self.font(), "heading")
        painter.setFont(number)
        painter.setPen(self._theme.colour("tx"))
        upper = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRect(0, 0, self.width(), middle), int(upper), str(self.mood))
        word = role_font(self.font(), "secondary")
        word.setWeight(word.Weight.DemiBold if on else word.Weight.Normal)
        painter.setFont(word)
        painter.setPen(self._theme.colour("tx" if on else "tx2"))
        lower = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(QRect(0, middle, self.width(), self.height() - middle), int(lower), self.text())


class Moods(QWidget):
    """The row; 0 stands for none."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.mood = 0
        self.setObjectName("logMood")
        self.setAccessibleName("How did they feel?")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.buttons = [_Mood(theme, mood, self) for mood in range(LOWEST, HIGHEST + 1)]
        for button in self.buttons:
            box.addWidget(button, 1)
            button.clicked.connect(lambda _=False, mood=button.mood: self.choose(mood))
        self.show_mood(None)

    def show_mood(self, mood: int | None) -> None:
        """Turns one on, or none; Tab leads to that one, or the first."""
        self.mood = mood or 0
        for button in self.buttons:
            button.setChecked(button.mood == self.mood)
            leads = button.mood == (self.mood or LOWEST)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.ClickFocus)

    def choose(self, mood: int) -> None:
        """What a person presses; the one that is on goes off."""
        now = 0 if mood == self.mood else mood
        self.show_mood(now)
        self.chosen.emit(now)

    def move_to(self, mood: int) -> None:
        """The arrow keys end at the edges."""
        mood = max(LOWEST, min(HIGHEST, mood))
        if mood != self.mood:
            self.choose(mood)
        self.buttons[mood - 1].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The edge of the row and the lines between its choices."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("ctl"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
