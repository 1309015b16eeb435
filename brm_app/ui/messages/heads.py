"""The headers of the coverage matrix: audiences over units along the top, projects and how far they are at the side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from brm_app.services.telling.views import leading_lens
from brm_app.ui.desk import Theme
from brm_app.ui.marks import grown, paint_tag, role_font, tag_size
from brm_app.ui.messages.model import MatrixModel
from brm_app.ui.messages.paint import SMALLEST, fitting
from brm_app.ui.messages.wording import MONTH_NAMES, whereabouts
from brm_app.ui.words import breakable, isolated, one_line

NAME, WHERE = 148, 96  # the two columns that stay
BAND, HEAD = 28, 44
MOST = 160  # px that the name of an audience may ask for
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading


def shape_of(side: str) -> str:
    """The shape that goes with it."""
    return "■" if side == "board" else "●"


class TopHead(QHeaderView):
    """Units below the band of their audience; days have no band."""

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._matrix = theme, model
        self.setObjectName("matrixTop")
        self.setAccessibleName("Audiences and units")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def _length(self, pixels: int) -> int:
        return grown(pixels, self.font())

    def sizeHint(self) -> QSize:
        """The band and the names."""
        return QSize(0, self._length(BAND) + self._length(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints one name, and its share of the band above."""
        if not rect.isValid():
            return
        heads = self._matrix.view.heads
        head = heads[logicalIndex]
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.colour("sunk"))
        line, band = self._theme.colour("line"), self._length(BAND)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        painter.fillRect(rect.left(), rect.top() + band - 1, rect.width(), 1, line)
        last = logicalIndex + 1 < len(heads) and heads[logicalIndex + 1].audience != head.audience
        edge = rect.left() if self.isRightToLeft() else rect.right()
        if edge not in (0, self.viewport().width() - 1):  # the frame has a line of its own there
            painter.fillRect(edge, rect.top() + (0 if last else band), 1, rect.height(), self._edge(last))
        pad = self._length(9)
        inner = rect.adjusted(pad, band, -2, 0) if not self.isRightToLeft() else rect.adjusted(5, band, -pad, 0)
        painter.setFont(fitting(self._font(), " ".join(each.words for each in heads), inner.width()))  # all alike
        painter.setPen(self._theme.colour("tx2"))
        painter.drawText(inner, int(WRAP), isolated(head.words))
        painter.restore()

    def least(self) -> int:
        """The width in which the longest word of a name can be read, and the name of an audience over its columns."""
        metrics, words = QFontMetrics(self._font()), {word for h in self._matrix.view.heads for word in h.words.split()}
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return max(round(longest * SMALLEST) + self._length(9) + 6, *self._shares())

    def _shares(self) -> Iterator[int]:
        """What each column gives for the name of its audience, however long that may be."""
        columns = Counter(head.audience.name for head in self._matrix.view.heads if head.audience)
        yield 0
        for name, count in columns.items():
            needed = tag_size(f"■ {one_line(name)}", self.font()).width() + self._length(7) + 3
            yield min(needed, self._length(MOST)) // count + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the sections, and over them each audience once."""
        super().paintEvent(event)
        heads = self._matrix.view.heads
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(self.layoutDirection())
        for first, head in enumerate(heads):
            if head.audience and (not first or heads[first - 1].audience != head.audience):
                self._band(painter, first)

    def _font(self) -> QFont:
        made = role_font(self.font(), "secondary")
        made.setWeight(made.Weight.Medium)
        return made

    def _edge(self, dark: bool) -> QColor:
        return self._theme.colour("ctl" if dark else "line")

    def _band(self, painter: QPainter, first: int) -> None:
        """The audience over its columns; it stays in sight as long as one of these is."""
        head = self._matrix.view.heads[first]
        audience = head.audience
        assert audience is not None
        side = audience.look
        pad, wide, mirrored = self._length(7), self._width(audience), self.isRightToLeft()
        shape = f"{shape_of(side)} "
        room = wide - pad - 2 - tag_size(shape, self.font()).width()
        name = QFontMetrics(self._font()).elidedText(one_line(audience.name), Qt.TextElideMode.ElideRight, room)
        words = shape + name
        size = tag_size(words, self.font())
        near = self.sectionViewportPosition(first)
        place = QRect(near - wide + self.sectionSize(first) if mirrored else near, 0, wide, self._length(BAND) - 1)
        place = place.intersected(self.viewport().rect())
        if place.width() < size.width():
            return
        painter.setClipRect(place)
        left = place.right() - pad - size.width() if mirrored else place.left() + pad
        top = (self._length(BAND) - size.height()) // 2
        paint_tag(painter, QRect(left, top, size.width(), size.height()), words, side, self._theme, self.font())
        lens = f"in {leading_lens(audience)}"
        painter.setFont(role_font(self.font(), "secondary"))
        painter.setPen(self._theme.colour("tx3"))
        width = painter.fontMetrics().horizontalAdvance(lens) + 4
        if place.width() > size.width() + width + 3 * pad and head.words != lens:
            beside = left - pad - width if mirrored else left + size.width() + pad
            painter.drawText(QRect(beside, 0, width, self._length(BAND)), int(WRAP), isolated(lens))

    def _width(self, audience: object) -> int:
        heads = self._matrix.view.heads
        return sum(self.sectionSize(n) for n, head in enumerate(heads) if head.audience == audience)


class SideHead(QHeaderView):
    """The projects: swatch, name, and where each is."""

    def __init__(self, theme: Theme, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme, self._matrix = theme, model
        self.setObjectName("matrixSide")
        self.setAccessibleName("Projects")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setSectionsClickable(True)

    @property
    def name_width(self) -> int:
        """The width of the first of the two columns."""
        return grown(NAME, self.font())

    def sizeHint(self) -> QSize:
        """Both columns, the second with room for the longest month."""
        longest = QFontMetrics(role_font(self.font(), "secondary")).horizontalAdvance(max(MONTH_NAMES, key=len))
        where = max(grown(WHERE, self.font()), longest + 2 * grown(8, self.font()) + 4)
        return QSize(self.name_width + where, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Paints one project."""
        if not rect.isValid():
            return
        row = self._matrix.row(logicalIndex)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self._theme.colour("card"))
        if rect.bottom() < self.viewport().height() - 1:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.colour("line"))
        mirrored = self.isRightToLeft()
        split = rect.right() - self.name_width if mirrored else rect.left() + self.name_width
        painter.fillRect(split, rect.top(), 1, rect.height(), self._theme.colour("line"))
        edge = rect.left() if mirrored else rect.right()
        painter.fillRect(edge, rect.top(), 1, rect.height(), self._theme.colour("ctl"))
        name = QRect(rect.left(), rect.top(), split - rect.left(), rect.height())
        where = QRect(split + 1, rect.top(), rect.right() - split, rect.height())
        if mirrored:
            name, where = where, name
        self._name(painter, name, row.project.name, row.project.colour)
        painter.setFont(role_font(self.font(), "secondary"))
        painter.setPen(self._theme.colour("tx2"))
        pad = grown(8, self.font())
        painter.drawText(
            where.adjusted(pad, 2, -pad, -2), int(WRAP), isolated(whereabouts(row, self._matrix.view.today))
        )
        painter.restore()

    def _name(self, painter: QPainter, place: QRect, words: str, colour: str) -> None:
        pad, side, tall = (grown(length, self.font()) for length in (8, 10, 24))
        mirrored = self.isRightToLeft()
        left = place.right() - pad - side if mirrored else place.left() + pad
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour) if colour else self._theme.colour("ctl"))
        painter.drawRoundedRect(QRect(left, place.center().y() - tall // 2, side, tall), 2, 2)
        lead = pad + side + grown(7, self.font())
        inner = place.adjusted(pad if mirrored else lead, 2, -lead if mirrored else -4, -2)
        made = role_font(self.font(), "body")
        made.setWeight(made.Weight.DemiBold)
        painter.setFont(fitting(made, words, inner.width()))
        painter.setPen(self._theme.colour("tx"))
        painter.drawText(inner, int(WRAP), isolated(breakable(one_line(words))))


class Corner(QWidget):
    """The heads of the two columns that stay."""

    def __init__(self, theme: Theme, side: SideHead, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme, self._side = theme, side
        self.setObjectName("matrixCorner")
        self.setAccessibleName("Project, Where it is")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.horizontalHeader().installEventFilter(self)
        side.installEventFilter(self)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Stays where the two headers meet."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            table = self.parentWidget()
            assert isinstance(table, QTableView)
            top = table.horizontalHeader()
            self.setGeometry(self._side.x(), top.y(), self._side.width(), top.height())
        return False

    def paintEvent(self, _event: object) -> None:
        """Paints both words."""
        painter = QPainter(self)
        line, whole = self._theme.colour("line"), self.rect()
        painter.fillRect(whole, self._theme.colour("sunk"))
        band, mirrored = grown(BAND, self.font()), self.isRightToLeft()
        painter.fillRect(0, whole.bottom(), whole.width(), 1, line)
        painter.fillRect(0, band - 1, whole.width(), 1, line)
        split = whole.right() - self._side.name_width if mirrored else self._side.name_width
        painter.fillRect(split, band, 1, whole.height() - band, line)
        painter.fillRect(0 if mirrored else whole.right(), 0, 1, whole.height(), self._theme.colour("ctl"))
        made = role_font(self.font(), "secondary")
        made.setWeight(made.Weight.Medium)
        painter.setFont(made)
        painter.setPen(self._theme.colour("tx2"))
        parts = [QRect(0, band, split, whole.height() - band)]
        parts.append(QRect(split, band, whole.width() - split, whole.height() - band))
        for place, words in zip(reversed(parts) if mirrored else parts, ("Project", "Where it is"), strict=True):
            pad = grown(8, self.font())
            painter.drawText(place.adjusted(pad, 0, -pad, 0), int(WRAP), words)
