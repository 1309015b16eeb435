"""The words that a widget paints, with the place of their ink: caught by a paint device that draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from re import sub

import attrs
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

ELLIPSIS = "…"
WORDING = 30  # characters above which an ellipsis in words that were given is taken for a shortening
SLACK = 1.5  # px by which ink may touch what holds it
ASTRAY = 24  # px
STOPS, NEAR, LINE = set(".,;:?!…)]”’%"), 5, 10  # px beside each other, and up or down in one line
Side = Qt.AlignmentFlag
Metric = QPaintDevice.PaintDeviceMetric
TYPED = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
Role = Qt.ItemDataRole


@attrs.frozen(eq=False)
class Painted:
    """One run of words, where its ink is in the widget that paints it, and what the painter was kept to."""

    widget: QWidget
    text: str
    ink: QRectF
    kept: QRectF | None
    pen: QColor

    def in_window(self) -> QRect:
        """Where the ink is in the window."""
        return self.ink.translated(QPointF(self.widget.mapTo(self.widget.window(), QPoint()))).toAlignedRect()

    def __str__(self) -> str:
        widget = self.widget
        while (above := widget.parentWidget()) and (not widget.objectName() or widget.objectName().startswith("qt_")):
            widget = above
        return f"“{self.text[:50]}” of {type(widget).__name__} {widget.objectName()}"


class _Engine(QPaintEngine):
    """Keeps text and draws nothing."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.widget = widget
        self.found: list[Painted] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:
        pass

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        if not item.text().strip():
            return
        painter = self.painter()
        ink = QFontMetricsF(item.font()).tightBoundingRect(item.text()).translated(at)
        if item.renderFlags() & QTextItem.RenderFlag.RightToLeft:
            ink.moveLeft(at.x())
        # Qt rounds ink up to whole pixels.
        ink.setLeft(max(ink.left(), at.x()))
        ink.setRight(min(ink.right(), at.x() + item.width()))
        turn = painter.worldTransform()
        kept = turn.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        seen = turn.mapRect(ink)
        apart = kept is not None and kept.intersected(seen).width() <= SLACK
        if ink.isEmpty() or apart:  # marks of direction have no ink; what spans several sections is painted in each
            return
        self.found.append(Painted(self.widget, item.text(), seen, kept, painter.pen().color()))


def _nothing(_engine: QPaintEngine, *_shapes: object) -> None:
    """Draws nothing."""


for _name in ("Ellipse", "Image", "Lines", "Path", "Pixmap", "Points", "Polygon", "Rects", "TiledPixmap"):
    setattr(_Engine, f"draw{_name}", _nothing)


class _Device(QPaintDevice):
    """As large as the widget, with the pixels of a plain screen."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget, self.engine = widget, _Engine(widget)

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, wanted: QPaintDevice.PaintDeviceMetric) -> int:
        sizes = {Metric.PdmWidth: self._widget.width(), Metric.PdmHeight: self._widget.height()}
        ratios = {Metric.PdmDevicePixelRatio: 1, Metric.PdmDevicePixelRatioScaled: 0x10000, Metric.PdmDepth: 32}
        return {**sizes, **ratios, Metric.PdmNumColors: 2**24}.get(wanted, self._widget.logicalDpiX())


def painted(widget: QWidget) -> list[Painted]:
    """The words that one widget paints itself, those of its children left out.

    A heading over several sections is painted in the clip of each: it is kept to all of them together.
    """
    device = _Device(widget)
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    whole: dict[tuple[object, ...], Painted] = {}
    for words in device.engine.found:
        at = words.ink
        key = (words.text, at.x(), at.y(), at.width(), at.height())
        before = whole.get(key)
        if before is not None and before.kept is not None and words.kept is not None:
            words = attrs.evolve(words, kept=before.kept.united(words.kept))
        whole[key] = words
    return list(whole.values())


def all_painted(top: QWidget) -> Iterator[Painted]:
    """The words that all widgets of a window paint, those scrolled out of view included."""
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is top:
            yield from painted(widget)


# Whether they are whole


def cut_off(words: Painted) -> str:
    """Why a reader does not get the whole of some words, or an empty string.

    What scrolls may be scrolled to, what is typed moves with the cursor, and what is shortened with an ellipsis says
    the whole elsewhere: as a tooltip, or to a screen reader.
    """
    if words.text.strip() != ELLIPSIS and ELLIPSIS in words.text and not _said_whole(words):
        return f"{words} is shortened, and the whole is said nowhere"
    if isinstance(words.widget, TYPED) or isinstance(words.widget.parentWidget(), TYPED):
        return ""
    if words.kept is not None and not _holds(words.kept, words.ink):
        return f"{words} needs {_told(words.ink)} and is kept to {_told(words.kept)}"
    return _hidden_by(words)


def _hidden_by(words: Painted) -> str:
    """The widget around the words whose edge cuts them."""
    ink, widget = QRectF(words.ink), words.widget
    while True:
        sideways, down = _scrolls(widget)
        if sideways:
            ink = QRectF(0, ink.top(), 1, ink.height())
        if down:
            ink = QRectF(ink.left(), 0, ink.width(), 1)
        if not _holds(QRectF(widget.rect()), ink):
            return f"{words} at {_told(ink)} leaves {type(widget).__name__} {widget.objectName()} {widget.size()}"
        above = widget.parentWidget()
        if above is None or widget.isWindow():
            return ""
        ink.translate(QPointF(widget.pos()))
        widget = above


def _scrolls(widget: QWidget) -> tuple[bool, bool]:
    """Whether a widget is what scrolls in an area, sideways and down; a header goes along with its table."""
    area = widget.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not widget:
        return False, False
    table = area.parentWidget()
    if isinstance(area, QHeaderView) and isinstance(table, QAbstractScrollArea):
        area = table
    return area.horizontalScrollBar().maximum() > 0, area.verticalScrollBar().maximum() > 0


def _holds(outer: QRectF, inner: QRectF) -> bool:
    return outer.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(inner)


def _told(rect: QRectF) -> str:
    return f"{rect.left():.0f}–{rect.right():.0f} × {rect.top():.0f}–{rect.bottom():.0f}"


def _said_whole(words: Painted) -> bool:
    if len(words.text) <= WORDING and words.text.strip() in _own(words.widget):
        return True
    start = max(words.text.split(ELLIPSIS), key=len).strip()
    told = [" ".join(unescape(sub("<[^>]*>", "", told)).split()) for told in _elsewhere(words)]
    return any(start in each and not each.endswith(ELLIPSIS) for each in told)


def _own(widget: QWidget) -> str:
    """The words that a widget was given: “Import…” opens a dialog and “Composing…” takes a while."""
    if isinstance(widget, QMenu):
        return " ".join(action.text() for action in widget.actions())
    given = (getattr(widget, name, None) for name in ("text", "placeholderText"))
    return " ".join(str(each()) for each in given if callable(each))


def _elsewhere(words: Painted) -> Iterator[str]:
    """What a reader can have told about the place of some words."""
    widget = words.widget
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    view = widget.parentWidget()
    if isinstance(view, QAbstractItemView):
        index = view.indexAt(words.ink.center().toPoint())
        if index.isValid():
            yield from _of_row(index)


def _of_row(index: QModelIndex) -> Iterator[str]:
    for role in (Role.ToolTipRole, Role.AccessibleTextRole, Role.DisplayRole):
        yield str(index.data(role) or "")


# Whether they stand clear of each other


def overlapping(found: list[Painted]) -> Iterator[str]:
    """Words of one widget that are painted over other words of it."""
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            both = one.ink.intersected(other.ink)
            if one.widget is other.widget and both.width() > SLACK and both.height() > SLACK:
                yield f"{one} and “{other.text[:50]}” are painted over each other"


def astray(words: Painted) -> Iterator[str]:
    """Words of a label that stand at the wrong end of it where lines run from right to left."""
    label, ink = words.widget, words.ink
    if not isinstance(label, QLabel) or not label.isRightToLeft() or label.alignment() & Side.AlignHCenter:
        return
    if not any(c.isalnum() for c in words.text):  # a stop after words of the other direction
        return
    room = label.contentsRect()
    ahead, behind = room.right() - ink.right(), ink.left() - room.left()
    absolute = bool(label.alignment() & Side.AlignAbsolute)
    if bool(label.alignment() & Side.AlignRight) != absolute:
        ahead, behind = behind, ahead
    if behind < ahead - ASTRAY:
        yield f"{words} stands at the wrong end"


def astray_stops(found: list[Painted]) -> Iterator[str]:
    """Stops and closing marks that stand before their words, because the line runs from right to left."""
    for stop in found:
        if set(stop.text.strip()) <= STOPS:
            y, right = stop.ink.center().y(), stop.ink.right()
            for other in found:
                near = -1 <= other.ink.left() - right <= NEAR and abs(other.ink.center().y() - y) < LINE
                if near and other.widget is stop.widget and any(c.isalnum() for c in other.text):
                    yield f"“{stop.text.strip()}” stands before {other}"


def settle() -> None:
    """Lets what is to be laid out and painted be so."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
