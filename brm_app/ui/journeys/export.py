"""The whole map as a file: a picture, or a PDF as an audience may see it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from brm_app.domain.errors import Refused
from brm_app.domain.records import Audience
from brm_app.services.journeys import for_others
from brm_app.ui.desk import Desk
from brm_app.ui.journeys.header import MapHeader
from brm_app.ui.journeys.legend import Legend
from brm_app.ui.journeys.mapview import MapView
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import sided
from brm_app.ui.words import clip

PNG, PDF = "PNG picture (*.png)", "PDF (*.pdf)"
SHARP = 2.0
MOST_PIXELS = 60_000_000
LEAST_WIDTH = 900


def map_picture(desk: Desk, shown: MapView) -> QImage:
    """The whole map as others may see it, with head and legend, twice as fine as on the screen where not too large."""
    assert shown.map_model.map is not None
    model = for_others(shown.map_model.map)
    whole = QWidget()
    whole.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    whole.setProperty("role", "page")
    whole.setLayoutDirection(shown.layoutDirection())
    head, view, legend = MapHeader(desk, ()), MapView(desk), Legend(desk.theme)
    head.show_map(model)
    head.more.hide()
    view.show_map(model)
    view.setCurrentIndex(view.map_model.index(-1, -1))
    width = max(view.verticalHeader().width() + scaled(150) * len(model.steps), scaled(LEAST_WIDTH))
    top = 0
    for part in (head, view, legend):
        part.setParent(whole)
        part.resize(width, max(part.sizeHint().height(), part.heightForWidth(width)))
        if part is view:
            view.lay_out()
            view.resize(width, view.maximumHeight())
        part.move(0, top)
        top += part.height()
    whole.resize(width, top)
    whole.show()  # the widgets are laid out, and nothing comes to the screen
    picture = _painted(whole)
    whole.hide()
    whole.deleteLater()
    return picture


def _painted(whole: QWidget) -> QImage:
    area = whole.width() * whole.height()
    scale = min(SHARP, (MOST_PIXELS / max(1, area)) ** 0.5)
    picture = QImage(round(whole.width() * scale), round(whole.height() * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(whole.palette().window().color())
    painter = QPainter(picture)
    whole.render(painter, QPoint(0, 0))
    painter.end()
    return picture


def png_bytes(picture: QImage) -> bytes:
    """The picture as PNG."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(picture):
        raise Refused("The picture could not be made. Nothing was saved.")
    return bytes(held.data())


def save_png(desk: Desk, shown: MapView, path: Path) -> None:
    """Saves the picture, whole or not at all. Raises `Refused`."""
    from brm_app.briefing import save_pdf

    desk.workspace.keep_off(path)
    save_pdf(png_bytes(map_picture(desk, shown)), path)


def save_map(desk: Desk, journey_id: str, audience: Audience, path: Path) -> None:
    """Saves the map as an audience may see it, whole or not at all. Raises `Refused`."""
    from brm_app.briefing import save_pdf, typeset_apart
    from brm_app.services.briefs.onejourney import journey_document

    desk.workspace.keep_off(path)
    save_pdf(typeset_apart(journey_document(desk.workspace, journey_id, desk.clock.today(), audience)).pdf, path)


def pdf_menu(desk: Desk, parent: QWidget, chosen: Callable[[Audience], object]) -> QMenu:
    """A menu of the audiences that a map can be made for, as they are when it opens."""
    menu = QMenu("Export as PDF", parent)
    menu.setObjectName("exportPdf")

    def fill() -> None:
        menu.clear()
        for audience in desk.workspace.find(Audience, sort="order"):
            words = sided(f"For {clip(audience.spoken, 40)}…".replace("&", "&&"))
            menu.addAction(words, partial(chosen, audience))

    menu.aboutToShow.connect(fill)
    return menu


def ask_and_save(desk: Desk, view: MapView, audience: Audience | None = None) -> None:
    """Asks where to, and saves the map as a picture, or as PDF for an audience, which is made in the background."""
    shown = view.map_model.map
    assert shown is not None
    end, kind = (".pdf", PDF) if audience else (".png", PNG)
    name = "".join(c if c.isalnum() or c in " -_" else "_" for c in shown.journey.name).strip() or "Journey"
    chosen = desk.ask.save_file("Export the map", f"{name}{end}", kind)
    if chosen is None:
        return
    path = chosen if chosen.suffix else chosen.with_suffix(end)
    said, journey = f"Saved {path}.", shown.journey.id
    if audience:
        desk.run(lambda: save_map(desk, journey, audience, path), lambda _: desk.status(said), desk.status)
        return
    with desk.telling():
        save_png(desk, view, path)
        desk.status(said)
