"""Marks that are painted: states as shapes, moods as bars, tags, focus rings, and the icons of touchpoints."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from brm_app.ui.desk import Theme
from brm_app.ui.drawn.theme import TYPE
from brm_app.ui.words import isolated

MARK = 10  # the side of a mark at text scale 1
MOODS = ("", "Angry", "Let down", "Neutral", "Pleased", "Delighted")
KIND_ICONS = {
    "meeting": "users",
    "check-in": "phone-call",
    "outreach visit": "footprints",
    "tech-bar visit": "calendar-check",
    "help-desk listening": "messages-square",
    "VIP support": "life-buoy",
    "call-back": "phone-call",
    "training": "book-open",
    "webinar": "book-open",
    "service review": "gauge",
    "pilot feedback": "target",
}
SHAPES = {"good": "●", "warn": "▲", "bad": "◆", "": "○"}
SIDES = {"staff": "●", "board": "■"}
_INKS = {"staff": "staff", "board": "board", "good": "good", "warn": "warn", "bad": "bad", "acc": "accT"}


def kind_icon(kind: str) -> str:
    """The icon of a kind of touchpoint."""
    return KIND_ICONS.get(kind, "users")


def role_font(base: QFont, role: str) -> QFont:
    """The font of a role of tokens.json at the text scale of `base`, which is a body font."""
    made = QFont(base)
    made.setPixelSize(grown(TYPE[role]["size"], base))
    made.setWeight(QFont.Weight(TYPE[role]["weight"]))
    return made


def grown(length: int, base: QFont) -> int:
    """A length of the tokens at the text scale of `base`, which is a body font."""
    return round(length * QFontInfo(base).pixelSize() / TYPE["body"]["size"])


def in_shape(state: str, words: str) -> str:
    """`▲ Open`: words after the shape of a state, where they are one text with it."""
    return f"{SHAPES[state]} {words}"


def with_side(name: str, side: str) -> str:
    """`● Staff`: the name of an audience after the shape of its side, staff or board."""
    return f"{SIDES[side]} {name}"


def side_icon(side: str, theme: Theme) -> QIcon:
    """The filled circle of staff, the filled square of the board."""
    mark = QPixmap(24, 24)
    mark.fill(Qt.GlobalColor.transparent)
    painter = QPainter(mark)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(side))
    painter.setPen(Qt.PenStyle.NoPen)
    if side == "board":
        painter.drawRect(QRectF(4, 4, 17, 17))
    else:
        painter.drawEllipse(QRectF(3, 3, 18, 18))
    painter.end()
    mark.setDevicePixelRatio(2)
    return QIcon(mark)


def mood_words(mood: int | None) -> str:
    """The mood as a screen reader says it."""
    return f"{MOODS[mood]}, {mood} of 5" if mood else ""


def paint_mark(painter: QPainter, middle: QPointF, state: str, theme: Theme, side: float = MARK) -> None:
    """A state as its shape: good an open circle, warn a triangle, bad a diamond; nothing for any other word."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = side / 2
    x, y = middle.x(), middle.y()
    if state == "good":
        painter.setPen(QPen(theme.colour("good"), side / 5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, half * 0.8, half * 0.8)
    elif state in ("warn", "bad"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(state))
        corners = [(x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)]
        if state == "bad":
            corners = [(x, y - half), (x + half, y), (x, y + half), (x - half, y)]
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.restore()


def mood_size(base: QFont) -> QSize:
    """The room that the bars of a mood take."""
    return QSize(grown(28, base), grown(14, base))


def paint_mood(painter: QPainter, place: QRect, mood: int, theme: Theme) -> None:
    """A mood of 1 to 5 as rising bars, the reached ones dark."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    step = place.width() / 5
    for number in range(1, 6):
        height = place.height() * (0.3 + 0.14 * number)
        bar = QRectF(place.left() + (number - 1) * step, place.bottom() + 1 - height, step * 0.68, height)
        painter.setBrush(theme.colour("tx2" if number <= mood else "line"))
        painter.drawRect(bar)
    painter.restore()


def tag_size(text: str, base: QFont, icon: str = "", state: str = "") -> QSize:
    """The room that a tag takes."""
    metrics = QFontMetrics(_tag_font(base))
    lead = grown(18, base) if icon or state else 0
    return QSize(metrics.horizontalAdvance(text) + lead + grown(16, base), max(grown(20, base), metrics.height() + 4))


def _tag_font(base: QFont) -> QFont:
    made = role_font(base, "secondary")
    made.setWeight(QFont.Weight.Medium)
    return made


def paint_tag(
    painter: QPainter, place: QRect, text: str, kind: str, theme: Theme, base: QFont, icon: str = "", state: str = ""
) -> None:
    """A tag that fills `place`; `kind` is staff, board, good, warn, bad, acc, or empty for a plain one.

    Before the words stands an icon, or the mark of a `state`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = _INKS.get(kind, "tx2")
    painter.setBrush(theme.colour(f"{kind}S" if kind else "sunk"))
    radius = {"staff": 10, "board": 2}.get(kind, 4)
    painter.drawRoundedRect(place, radius, radius)
    inner = place.adjusted(grown(8, base), 0, -grown(8, base), 0)
    mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if icon or state:
        size = grown(14, base)
        left = inner.right() + 1 - size if mirrored else inner.left()
        box = QRect(left, inner.center().y() - size // 2 + 1, size, size)
        if icon:
            theme.icon(icon, ink).paint(painter, box)
        else:
            paint_mark(painter, QRectF(box).center(), state, theme, grown(MARK, base))
        inner.adjust(0 if mirrored else grown(18, base), 0, -grown(18, base) if mirrored else 0, 0)
    painter.setPen(theme.colour(ink))
    painter.setFont(_tag_font(base))
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), isolated(text))
    painter.restore()


def paint_focus(painter: QPainter, place: QRect, theme: Theme, radius: int = 5) -> None:
    """The ring around what the keyboard acts on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), 2))
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def paint_row(painter: QPainter, place: QRect, theme: Theme, chosen: bool, under: bool, radius: int = 5) -> None:
    """The ground of a row: chosen, under the pointer, or none."""
    if not (chosen or under):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour("accS" if chosen else "sunk")))
    painter.drawRoundedRect(place, radius, radius)
    painter.restore()


class Mark(QWidget):
    """The mark of a state among other widgets; `spoken` says what it means."""

    def __init__(self, theme: Theme, state: str = "", spoken: str = "", icon: str = "") -> None:
        super().__init__()
        self._theme, self._state, self._icon = theme, state, icon
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, state: str, spoken: str, icon: str = "") -> None:
        """Shows another state, or an icon where there is no state to tell."""
        self._state, self._icon = state, icon
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As large as an icon in a row."""
        return QSize(grown(16, self.font()), grown(16, self.font()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the shape or the icon."""
        painter = QPainter(self)
        if self._icon:
            self._theme.icon(self._icon, "tx3").paint(painter, self.rect())
        else:
            paint_mark(painter, QRectF(self.rect()).center(), self._state, self._theme, grown(MARK, self.font()))


class Tag(QWidget):
    """A tag among other widgets, with an icon or the mark of a state before its words."""

    def __init__(self, theme: Theme, text: str = "", kind: str = "", icon: str = "", state: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_words(text, kind, icon, state)

    def show_words(self, text: str, kind: str = "", icon: str = "", state: str = "") -> None:
        """Shows other words."""
        self._text, self._kind, self._icon, self._state = text, kind, icon, state
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its words."""
        return tag_size(self._text, self.font(), self._icon, self._state)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints the tag."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        paint_tag(
            painter, self.rect(), self._text, self._kind, self._theme, self.font(), self._icon, self._state
        )  # fmt: skip
