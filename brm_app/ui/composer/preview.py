"""The page preview: one page or two on the desk, zoomed with the wheel, with its figures to be picked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from brm_app.briefing.result import Place
from brm_app.ui.composer.press import PagePicture, Proof
from brm_app.ui.composer.shelf import KEPT, Shelf

MARGIN = 24.0
GAP = 16.0
SCALES = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


class Preview(QAbstractScrollArea):
    """Shows pages of a proof; asks for pictures with `wanted` and tells what was clicked with `picked`."""

    picked = Signal(object)
    page_changed = Signal(int)
    wanted = Signal(list, float)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proof: Proof | None = None
        self.page = 0
        self.spread = 1
        self.zoom = 0.0  # 0 fits the page into the view
        self.selected: Place | None = None
        self.outline = QColor("#2A5BC7")
        self.edge = QColor("#E1E1DC")
        self.ring = self.outline
        self._pictures = Shelf()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What is shown

    def set_proof(self, proof: Proof) -> None:
        """Shows another proof, staying on the same page, with the same figure selected, where it has them."""
        self.proof = proof
        self._pictures.age()  # they stay until the new ones are drawn, so that no page flashes white
        self.page = min(self.page, proof.typeset.pages - 1)
        self.selected = self._again(self.selected) if self.selected else None
        self.picked.emit(self.selected)
        self._arrange()
        self.page_changed.emit(self.page)

    def _again(self, place: Place) -> Place | None:
        """The same thing in another proof, on the page in view if it is there."""
        same = [p for p in self.proof.typeset.places if p.record == place.record] if self.proof else []
        alike = [p for p in same if bool(p.figure) == bool(place.figure)]
        return next((p for p in alike if p.page == self.page), next(iter(alike), None))

    def place_of(self, figure: str, page: int | None = None) -> Place | None:
        """Where a figure is printed on a page, or else first."""
        places = [p for p in self.proof.typeset.places if figure and p.figure == figure] if self.proof else []
        return next((place for place in places if place.page == page), next(iter(places), None))

    def clear(self) -> None:
        """Shows no page."""
        self.proof, self.page = None, 0
        self._pictures.clear()
        self._let_go()
        self._arrange()

    def show_page(self, page: int) -> None:
        """Turns to a page (from 0), or to the nearest there is."""
        if self.proof is None:
            return
        page = min(max(page, 0), self.proof.typeset.pages - 1)
        page -= page % self.spread
        if page != self.page:
            self.page = page
            self._let_go()
            self.verticalScrollBar().setValue(0)
            self._arrange()
            self.page_changed.emit(page)

    def turn(self, by: int) -> None:
        """Turns pages forward, or back when negative."""
        self.show_page(self.page + by * self.spread)

    def set_spread(self, pages: int) -> None:
        """Shows one page or two side by side."""
        self.spread = pages
        self.page -= self.page % pages
        self._arrange()
        self.page_changed.emit(self.page)

    def set_zoom(self, zoom: float) -> None:
        """Pixels a point, 0 to fit."""
        self.zoom = zoom
        self._arrange()
        self.zoomed.emit(zoom)

    def put_picture(self, picture: PagePicture) -> None:
        """Takes in the pixels of a page."""
        self._pictures.put(picture)
        (self._pictures.thin if self.isVisible() else self._pictures.put_away)(self.shown())
        self.viewport().update()

    def has_picture(self, page: int) -> bool:
        """True where the page is painted at the present scale."""
        return self._pictures.has(page, self._pixels())

    def select(self, place: Place | None) -> None:
        """Outlines a place and tells that it was picked."""
        if place:
            self.show_page(place.page)
        self.selected = place
        self.viewport().update()
        self.picked.emit(place)

    def _let_go(self) -> None:
        self.selected = None
        self.picked.emit(None)

    # Geometry: pages in view coordinates

    def shown(self) -> tuple[int, ...]:
        """The pages in view, from 0."""
        if self.proof is None:
            return ()
        return tuple(range(self.page, min(self.page + self.spread, self.proof.typeset.pages)))

    def scale(self) -> float:
        """Logical pixels a point."""
        if self.zoom or self.proof is None:
            return self.zoom or 1.0
        sizes = [self.proof.sizes[page] for page in self.shown()]
        wide, tall = sum(w for w, _ in sizes), max(h for _, h in sizes)
        view = self.viewport().size()
        room = view.width() - 2 * MARGIN - GAP * (len(sizes) - 1)
        return max(min(room / wide, (view.height() - 2 * MARGIN) / tall), 0.1)

    def _pixels(self) -> float:
        return round(self.scale() * self.devicePixelRatioF(), 3)

    def _full_size(self) -> QSize:
        scale = self.scale()
        sizes = [self.proof.sizes[page] for page in self.shown()] if self.proof else []
        wide = sum(w for w, _ in sizes) * scale + GAP * max(len(sizes) - 1, 0) + 2 * MARGIN
        tall = max((h for _, h in sizes), default=0) * scale + 2 * MARGIN
        return QSize(int(wide), int(tall))

    def page_rect(self, page: int) -> QRectF:
        """Where a shown page lies in the viewport."""
        assert self.proof is not None
        scale, full, view = self.scale(), self._full_size(), self.viewport().size()
        left = max((view.width() - full.width()) / 2, 0) + MARGIN - self.horizontalScrollBar().value()
        top = max((view.height() - full.height()) / 2, 0) + MARGIN - self.verticalScrollBar().value()
        for before in range(self.page, page):
            left += self.proof.sizes[before][0] * scale + GAP
        wide, tall = self.proof.sizes[page]
        return QRectF(round(left), round(top), wide * scale, tall * scale)

    def place_rect(self, place: Place) -> QRectF:
        """Where a place lies in the viewport."""
        page, scale = self.page_rect(place.page), self.scale()
        return QRectF(page.x() + place.x * scale, page.y() + place.y * scale, place.width * scale, place.height * scale)

    def place_at(self, point: QPointF) -> Place | None:
        """What is printed under a point of the viewport."""
        for page in self.shown():
            rect = self.page_rect(page)
            if self.proof and rect.contains(point):
                scale = self.scale()
                return self.proof.typeset.at(page, (point.x() - rect.x()) / scale, (point.y() - rect.y()) / scale)
        return None

    def _arrange(self) -> None:
        full, view = self._full_size(), self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), full.width(), view.width()),
            (self.verticalScrollBar(), full.height(), view.height()),
        ):
            bar.setRange(0, max(whole - part, 0) if self.zoom else 0)
            bar.setPageStep(part)
            bar.setSingleStep(24)
        missing = [page for page in self._near() if not self.has_picture(page)]
        if missing:
            self.wanted.emit(missing, self._pixels())
        self.viewport().update()

    def _near(self) -> Iterable[int]:
        """The pages in view, and as many of those before and after as can be kept."""
        if self.proof is None:
            return []
        shown = self.shown()
        turned = [*(p + self.spread for p in shown), *(p - self.spread for p in shown)]
        beside = [p for p in turned if 0 <= p < self.proof.typeset.pages]
        heavy = max((w * h for w, h in self.proof.sizes), default=0) * self._pixels() ** 2 * 4
        return [*shown, *beside[: int(KEPT / max(heavy, 1))]]

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the page again."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets go of pictures that nobody sees; the pages that were in view come back at once."""
        super().hideEvent(event)
        self._pictures.put_away(self.shown())

    def showEvent(self, event: QShowEvent) -> None:
        """Has drawn what was let go of."""
        super().showEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pages and the outline of what is selected."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.shown():
            rect = self.page_rect(page)
            painter.fillRect(rect, QColor("white"))
            if image := self._pictures.image(page):
                painter.drawImage(rect, image)
            painter.setPen(self.edge)
            painter.drawRect(rect)
        if self.selected and self.selected.page in self.shown():
            painter.setPen(QPen(self.outline, 2))
            painter.drawRect(self.place_rect(self.selected).adjusted(-5, -2, 5, 2))
        if self.hasFocus():
            painter.setPen(QPen(self.ring, 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects the figure or record that was clicked; a click beside them selects nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.select(self.place_at(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl; scrolls a large page; turns pages where the page is in full view."""
        up = event.angleDelta().y() > 0
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step_zoom(up)
        elif self.verticalScrollBar().maximum():
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.turn(-1 if up else 1)

    def _step_zoom(self, up: bool) -> None:
        now = self.scale()
        steps = [s for s in SCALES if (s > now + 0.01 if up else s < now - 0.01)]
        if steps:
            self.set_zoom(steps[0] if up else steps[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, PageUp, PageDown, Home and End turn pages; Up and Down walk the figures of the page."""
        key = event.key()
        turns = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}
        if key in turns:
            self.turn(turns[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_page(0 if key == Qt.Key.Key_Home else 1_000_000)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        places = self.figures_shown()
        if not places:
            return
        here = places.index(self.selected) if self.selected in places else (-1 if by > 0 else len(places))
        self.select(places[min(max(here + by, 0), len(places) - 1)])

    def figures_shown(self) -> list[Place]:
        """The figures on the pages in view, from top to bottom, each where it is first printed."""
        if self.proof is None:
            return []
        on_view = [p for p in self.proof.typeset.places if p.figure and p.page in self.shown()]
        first: dict[tuple[int, str], Place] = {}
        for place in sorted(on_view, key=lambda p: (p.page, p.y, p.x)):
            first.setdefault((place.page, place.figure), place)
        return list(first.values())
