"""The tiles of a unit: how it is going on a two-sided scale, and the days since it was asked."""

from __future__ import annotations

from decimal import Decimal

import attrs
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from brm_app.domain.days import short_day
from brm_app.domain.records import Unit
from brm_app.services.relations import Asked
from brm_app.ui.desk import Desk, Theme
from brm_app.ui.editing.form import RecordForm
from brm_app.ui.marks import Tag, grown, paint_focus, role_font
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import Panel, button, label, restyle
from brm_app.ui.words import number

APART = Decimal("0.5")  # from here on a gap is worth a warning
SAID = ("they_say", "we_say")


class TwoSides(QAbstractButton):
    """A scale of 1 to 5 with what they say as a full dot and what we say as an open one; a press edits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.they: Decimal | None = None
        self.we: Decimal | None = None
        self.setObjectName("howItGoes")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Change what they say and what we say")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, they: Decimal | None, we: Decimal | None) -> None:
        """Shows other values."""
        self.they, self.we = they, we
        said = [f"{who} say {number(value)}" for who, value in (("They", they), ("We", we)) if value is not None]
        self.setAccessibleName(f"How it is going, 1 to 5: {', '.join(said) or 'nobody said yet'}. Change")
        self.update()

    def sizeHint(self) -> QSize:
        """The line and the words below it."""
        return QSize(grown(240, self.font()), grown(24, self.font()) + self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paints line, gap, dots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = grown(11, self.font())
        self._paint_line(painter, middle)
        if self.they is not None and self.we is not None:
            self._paint_gap(painter, middle, self.they, self.we)
        radius = grown(6, self.font()) - 0.5
        for value, full in ((self.we, False), (self.they, True)):
            if value is not None:
                painter.setPen(QPen(self._theme.colour("tx"), 2))
                painter.setBrush(self._theme.colour("tx" if full else "card"))
                painter.drawEllipse(QPointF(self._x(value), middle), radius, radius)
        self._paint_words(painter, middle + grown(11, self.font()))
        if self.hasFocus():
            paint_focus(painter, self.rect(), self._theme)

    def _x(self, value: Decimal) -> float:
        edge = grown(10, self.font())
        place = edge + (self.width() - 2 * edge) * (float(value) - 1) / 4
        return self.width() - place if self.isRightToLeft() else place

    def _paint_line(self, painter: QPainter, middle: int) -> None:
        painter.setPen(QPen(self._theme.colour("ctl"), 1))
        painter.drawLine(QPointF(self._x(Decimal(1)), middle), QPointF(self._x(Decimal(5)), middle))
        for step in range(1, 6):
            x = self._x(Decimal(step))
            painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))

    def _paint_gap(self, painter: QPainter, middle: int, they: Decimal, we: Decimal) -> None:
        left, right = sorted((self._x(they), self._x(we)))
        wide = abs(they - we) >= APART
        painter.setPen(QPen(self._theme.colour("warn" if wide else "ctl"), 1))
        painter.setBrush(self._theme.colour("warnS" if wide else "sunk"))
        painter.drawRect(QRectF(left, middle - 3, right - left, 6))

    def _paint_words(self, painter: QPainter, top: int) -> None:
        shown = [(self._x(v), words, bold) for v, words, bold in self._words() if v is not None]
        shown.sort()
        height, gap, edge = self.height() - top, grown(10, self.font()), 0
        for place, (x, words, bold) in enumerate(shown):
            font = self._font(bold)
            width = QFontMetrics(font).horizontalAdvance(words) + 2
            last = place == len(shown) - 1
            rest = sum(QFontMetrics(self._font(b)).horizontalAdvance(w) + gap for _, w, b in shown[place + 1 :])
            # The left words end a little right of their dot, the right ones begin a little left of theirs.
            left = x - grown(10, self.font()) if last and place else x - width + grown(10, self.font())
            left = max(edge, min(left, self.width() - width - rest))
            painter.setFont(font)
            painter.setPen(self._theme.colour("tx" if bold else "tx2"))
            painter.drawText(QRectF(left, top, width, height), int(Qt.AlignmentFlag.AlignVCenter), words)
            edge = round(left + width + gap)

    def _words(self) -> tuple[tuple[Decimal | None, str, bool], ...]:
        return (self.they, f"They say {number(self.they)}", True), (self.we, f"We say {number(self.we)}", False)

    def _font(self, bold: bool) -> QFont:
        font = role_font(self.font(), "secondary")
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class Tile(Panel):
    """A panel with a small heading."""

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self.body.setContentsMargins(14, 10, 14, 12)
        self.body.setSpacing(4)
        restyle(self.heading, "role", "secondary")
        self.heading.setMinimumHeight(scaled(20))  # as high as a tag beside it, so that all headings stand in a line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


class ScaleTile(Tile):
    """How it is going; a press opens the two values in place."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("How it is going")
        self._desk = desk
        self._unit: Unit | None = None
        self.apart = Tag(desk.theme)
        self.act(self.apart)
        self.scale = TwoSides(desk.theme)
        self.scale.clicked.connect(self.edit)
        self.nobody = button("sayHowItGoes", "Say how it is going", self.edit, "lead")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.nobody)
        line.addStretch()
        self.form: RecordForm | None = None
        self.body.addWidget(self.scale)
        self.body.addLayout(line)
        self.body.addStretch()

    def show_unit(self, unit: Unit) -> None:
        """Shows what both sides say; what is being typed for the same unit stays."""
        if self.form and self.form.dirty and self._unit and self._unit.id == unit.id:
            return
        self._unit = unit
        self._close()
        said = unit.they_say is not None or unit.we_say is not None
        self.scale.show_values(unit.they_say, unit.we_say)
        self.scale.setVisible(said)
        self.nobody.setVisible(not said)
        day = short_day(unit.said_on, self._desk.clock.today())
        self.heading.setText(f"How it is going, said {day}" if day and said else "How it is going")
        gap = abs(unit.they_say - unit.we_say) if unit.they_say is not None and unit.we_say is not None else None
        self.apart.setVisible(gap is not None and gap > 0)
        if gap:
            wide = "warn" if gap >= APART else ""
            self.apart.show_words(f"{number(gap)} apart", wide, state=wide)

    def edit(self) -> None:
        """Opens both values; saving takes today as the day they were said."""
        if self._unit is None or self.form is not None:
            return
        form = self.form = RecordForm(self._desk, Unit, (("", SAID),), 2)
        form.show_record(self._unit)
        form.start = attrs.evolve(self._unit, said_on=self._desk.clock.today())
        form.saved.connect(lambda _record: self._left())
        form.cancelled.connect(self._left)
        self.body.addWidget(form)
        self.scale.hide()
        self.nobody.hide()
        for name in reversed(SAID):
            line = form.cells[name].editor.field
            if isinstance(line, QLineEdit):
                line.returnPressed.connect(form.save)
                line.setFocus()
                line.selectAll()

    def _left(self) -> None:
        unit = self._unit and self._desk.workspace.get(Unit, self._unit.id)
        self._close()
        if unit:
            self.show_unit(unit)
        (self.scale if not self.scale.isHidden() else self.nobody).setFocus()

    def _close(self) -> None:
        form, self.form = self.form, None
        if form:
            form.hide()
            form.deleteLater()

    def settle(self) -> bool:
        """Saves what was typed, or asks; False where the person stays."""
        if self.form is not None and not self.form.settle():
            return False
        self._close()
        return True


class SinceTile(Tile):
    """How many days ago the unit was asked, and how often that was in time this year."""

    def __init__(self) -> None:
        super().__init__("Since we asked")
        line = QHBoxLayout()
        line.setSpacing(8)
        self.days, self.due = label("", "title"), label("", "strong")
        self.days.setObjectName("daysSinceAsked")
        self.due.setObjectName("askDue")
        line.addWidget(self.days, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addWidget(self.due, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch()
        self.body.addLayout(line)
        self.kept = label("", "secondary", wrap=True)
        self.kept.setObjectName("askKept")
        self.body.addWidget(self.kept)
        self.body.addStretch()

    def show_asked(self, asked: Asked, kept: tuple[int, int], theme: Theme) -> None:
        """Shows how the unit stands."""
        days = asked.days
        self.days.setText("Never" if days is None else "Today" if not days else f"{days:,} day{'s' * (days != 1)}")
        self.due.setText(asked.due_words)
        self.due.setVisible(bool(asked.due_words))
        self.due.setStyleSheet(f"color: {theme.hex(asked.state)};" if asked.state in ("warn", "bad") else "")
        if asked.cadence is None:
            words = "No cadence is set. Edit the unit to set one."
        elif days is None:
            words = f"Every {asked.cadence} days, and not asked yet. Ask now sets the clock."
        else:
            words = f"Every {asked.cadence} days." + (f" {kept[0]} of {kept[1]} kept this year." if kept[1] else "")
        self.kept.setText(words)


def tiles_line(*tiles: QWidget) -> QHBoxLayout:
    """Tiles beside each other, each equally wide."""
    line = QHBoxLayout()
    line.setSpacing(12)
    for tile in tiles:
        line.addWidget(tile, 1)
    return line
