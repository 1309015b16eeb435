"""The map as a file: a picture of the whole grid, or its page of the board pack as PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from brm_app.domain.errors import Refused
from brm_app.services.journeys import for_others
from brm_app.ui.desk import Desk
from brm_app.ui.journeys.header import MapHeader
from brm_app.ui.journeys.legend import Legend
from brm_app.ui.journeys.mapview import MapView
from brm_app.ui.theme import scaled

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


def save_page(desk: Desk, journey_id: str, path: Path) -> None:
    """Saves the journey's page of the board pack, whole or not at all. Raises `Refused`."""
    from brm_app.briefing import save_pdf, typeset
    from brm_app.services.briefs.onejourney import journey_document

    desk.workspace.keep_off(path)
    save_pdf(typeset(journey_document(desk.workspace, journey_id, desk.clock.today())).pdf, path)


def ask_and_save(desk: Desk, view: MapView, kind: str) -> None:
    """Asks where to, and saves the map as `kind`; the PDF is made in the background."""
    shown = view.map_model.map
    assert shown is not None
    end = ".png" if kind == PNG else ".pdf"
    name = "".join(c if c.isalnum() or c in " -_" else "_" for c in shown.journey.name).strip() or "Journey"
    chosen = desk.ask.save_file("Export the map", f"{name}{end}", kind)
    if chosen is None:
        return
    path = chosen if chosen.suffix else chosen.with_suffix(end)
    said, journey = f"Saved {path}.", shown.journey.id
    if kind == PNG:
        with desk.telling():
            save_png(desk, view, path)
            desk.status(said)
    else:
        desk.run(lambda: save_page(desk, journey, path), lambda _: desk.status(said), desk.status)
