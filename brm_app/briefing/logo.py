"""Logos: the picture when it can be drawn, else a coloured square with the first letter of the name."""

from __future__ import annotations

import base64
import logging
import re
from functools import lru_cache
from io import BytesIO
from typing import Any

import attrs
from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing, Group, String
from reportlab.lib.colors import CMYKColor, Color
from reportlab.lib.utils import ImageReader

from brm_app.briefing.desk import Desk
from brm_app.briefing.fonts import BOX, draws, font
from brm_app.briefing.looks import INK, WHITE, sans
from brm_app.briefing.pen import Pen
from brm_app.briefing.tags import ARTIFACT, figure
from brm_app.briefing.text import set_text
from brm_app.domain.content import Picture
from brm_app.domain.contrast import contrast
from brm_app.domain.drawings import is_modest

_HEX = re.compile("#[0-9A-Fa-f]{6}")
_PIXELS = 480  # enough for a square of 48 points in print
_MOST_PIXELS = 40_000_000  # of a picture as it comes; more would take long to make small
_LETTERS = "InterTabular_600SemiBold"
# An SVG that names anything outside itself is not drawn: it could read a file or the network.
_REACHES_OUT = re.compile(
    rb"""<!ENTITY|<!DOCTYPE|<image|(?:href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import""", re.I
)


class _Undrawable(Exception):
    """The picture cannot be drawn; the letter square stands in for it."""


def sound_colour(colour: str, default: str) -> str:
    """The colour when it is #RRGGBB, else the default."""
    return colour if _HEX.fullmatch(colour) else default


@attrs.frozen
class Square:
    """What stands in for a logo: its colours."""

    colour: str
    letter: str


def square_for(colour: str, second: str, default: str) -> Square:
    """The square's colours: the second one for the letter when it can be read on the first, else white or ink."""
    ground = sound_colour(colour, default)
    wanted = sound_colour(second, ground)
    if contrast(wanted, ground) >= 3:
        return Square(ground, wanted)
    return Square(ground, WHITE if contrast(WHITE, ground) >= contrast(INK, ground) else INK)


def _plain(node: Any) -> None:
    """Set the words in a drawing in our own embedded font, and its colours as those of a screen."""
    for child in getattr(node, "contents", ()):
        if isinstance(child, Group):
            _plain(child)
            continue
        if isinstance(child, String):
            font(_LETTERS)
            child.fontName = _LETTERS
            child.text = "".join(char if draws(_LETTERS, char) else BOX for char in child.text)
        for name in ("fillColor", "strokeColor"):
            colour = getattr(child, name, None)
            if isinstance(colour, CMYKColor):  # archives want one sort of colour in a file
                setattr(child, name, Color(colour.red, colour.green, colour.blue, colour.alpha))


@lru_cache(maxsize=64)
def _svg(data: bytes) -> Any:
    from svglib.svglib import svg2rlg

    if _REACHES_OUT.search(data) or not is_modest(data):
        raise _Undrawable("the SVG refers to something outside itself, or takes too long to draw")
    quiet = logging.getLogger("svglib")
    quiet.setLevel(logging.CRITICAL)
    drawing: Any = svg2rlg(BytesIO(data))
    if drawing is None or not (0 < drawing.width < 1e5 and 0 < drawing.height < 1e5):
        raise _Undrawable("the SVG has no size")
    _plain(drawing)
    font("InterTabular_400Regular")
    drawing.initialFontName = "InterTabular_400Regular"  # else a Helvetica that is not embedded is listed
    return drawing


@lru_cache(maxsize=64)
def _bitmap(data: bytes) -> ImageReader:
    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise _Undrawable("the picture has too many pixels")
        image.thumbnail((_PIXELS, _PIXELS), Image.Resampling.LANCZOS)
        return ImageReader(image.convert("RGBA"))


def _fitted(width: float, height: float, size: float) -> tuple[float, float, float]:
    """Scale, and the margins that centre a picture in a square."""
    scale = size / max(width, height)
    return scale, (size - width * scale) / 2, (size - height * scale) / 2


def _draw_svg(pen: Pen, data: bytes, x: float, y: float, size: float) -> None:
    drawing = _svg(data)
    scale, dx, dy = _fitted(drawing.width, drawing.height, size)
    canvas = pen.canvas
    canvas.saveState()
    canvas.translate(x + dx, pen.height - y - size + dy)
    canvas.scale(scale, scale)
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.restoreState()


def _draw_bitmap(pen: Pen, data: bytes, x: float, y: float, size: float) -> None:
    image = _bitmap(data)
    wide, high = image.getSize()
    scale, dx, dy = _fitted(wide, high, size)
    pen.canvas.drawImage(image, x + dx, pen.height - y - size + dy, wide * scale, high * scale, mask="auto")


@lru_cache(maxsize=128)
def drawable(picture: Picture) -> bool:
    """True when the picture can be drawn. A picture comes from a person's file, so anything may be wrong with it."""
    try:
        data = base64.b64decode(picture.data, validate=True)
        if picture.media_type == "image/svg+xml":
            trial = Drawing(10, 10)
            trial.add(_svg(data))
            renderPDF.drawToString(trial)
        else:
            _bitmap(data)
    except Exception:  # noqa: BLE001  the decoders raise whatever they like on broken files
        return False
    return True


def draw_logo(
    pen: Pen, desk: Desk, picture: Picture | None, name: str, square: Square, box: tuple[float, float, float]
) -> None:
    """Draw the logo, or its stand-in, in a square: `box` is left edge, top edge and size."""
    if picture is None or not drawable(picture):
        with pen.tag(ARTIFACT):  # the name stands beside it
            _draw_square(pen, desk, name, square, box)
        return
    data = base64.b64decode(picture.data)
    with pen.tag(figure(picture.alt or f"Logo of {name}")):
        pen.fills(box[0], box[1], box[2], box[2])
        if picture.media_type == "image/svg+xml":
            _draw_svg(pen, data, *box)
        else:
            _draw_bitmap(pen, data, *box)


def _draw_square(pen: Pen, desk: Desk, name: str, square: Square, box: tuple[float, float, float]) -> None:
    x, y, size = box
    pen.rect(x, y, size, size, fill=square.colour, radius=size * 0.17)
    letter = next((char for char in name if char.isalnum()), "")
    style = sans(size * 0.52, size * 0.6, square.letter, "semibold")
    for line in set_text(letter.upper()[:1], style, size, desk.shelf) if letter else []:
        pen.line(line, x + (size - line.width) / 2, y + size / 2 + style.size * 0.36)
