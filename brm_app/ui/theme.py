"""Dresses the application: Inter, one palette and one style sheet for light or dark, and tinted icons.

The size of text is one number, the scale, that `dress` sets and the person chooses in View > Text size. Every length
that text stands in grows with it: `scaled(36)` is the height of a list row now, `font("secondary")` its font now. After
a change all pages are made anew, so lengths may be worked out once, in a constructor; the window's own pieces listen
to `Theme.changed` instead.
"""

from collections.abc import Mapping
from functools import cache
from math import ceil
from string import Template

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from brm_app.resources import resource
from brm_app.ui.drawn.theme import DARK, LIGHT, STYLE, TYPE

# The copy of Inter with equally wide digits; the font feature that asks for them would widen hyphens too.
FAMILY = "InterTabular"
_WEIGHTS = ("400Regular", "500Medium", "600SemiBold")
# Row, tile and empty-state sizes of icons, and the screens they are drawn for.
_ICON_SIZES = (16, 20, 24)
_ICON_STROKE = 1.75
_POINTING = (("arrow-left", "arrow-right"), ("chevron-left", "chevron-right"))
_MIRRORED = {one: other for pair in _POINTING for one, other in (pair, pair[::-1])}
SCALES = (1.0, 1.1, 1.25, 1.5)
_now = {"scale": 1.0}


class _Style(Template):
    """A style sheet in which $name is a colour and ${8} a length of 8 px at text scale 1."""

    braceidpattern = r"\d+"


def dress(app: QApplication, dark: bool, scale: float = 1.0) -> None:
    """Give the application its font, palette and style sheet; may be called again to change them."""
    _now["scale"] = scale
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font("body"))
    app.setPalette(palette(colours(dark)))
    app.setStyleSheet(style_sheet(dark, scale))


def colours(dark: bool) -> Mapping[str, str]:
    """Return the colours of ui/theme/tokens.json by name."""
    return DARK if dark else LIGHT


def scaled(length: float) -> int:
    """Return a length of the tokens, in pixels, at the text scale of now."""
    return round(length * _now["scale"])


def font(role: str, scale: float | None = None) -> QFont:
    """Return Inter in the size and weight of a role of tokens.json, its digits all equally wide.

    Without a `scale` at the text scale of now.
    """
    _load_fonts()
    made = QFont(FAMILY)
    made.setPixelSize(round(TYPE[role]["size"] * (_now["scale"] if scale is None else scale)))
    made.setWeight(QFont.Weight(TYPE[role]["weight"]))
    return made


def style_sheet(dark: bool, scale: float = 1.0) -> str:
    """Return the whole style sheet in the colours of light or dark, its lengths times the text scale."""
    lengths = {str(length): str(round(length * scale)) for length in range(100)}
    pictures = resource("theme", "dark" if dark else "light").as_posix()
    return _Style(STYLE).substitute(lengths, **colours(dark), pictures=pictures)


def palette(colour: Mapping[str, str]) -> QPalette:
    """Return the palette for what the style sheet leaves to Qt, disabled text included."""
    made = QPalette()
    role = QPalette.ColorRole
    for group, names in {
        "bg": (role.Window,),
        "card": (role.Base, role.AlternateBase, role.Button, role.ToolTipBase),
        "tx": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
        "tx3": (role.PlaceholderText,),
        "acc": (role.Highlight, role.Accent),
        "on_acc": (role.HighlightedText,),
        "accT": (role.Link, role.LinkVisited),
        "line": (role.Light, role.Midlight, role.Mid),
        "ctl": (role.Dark, role.Shadow),
    }.items():
        for name in names:
            made.setColor(name, QColor(colour[group]))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colour["tx3"]))
    return made


def icon(name: str, colour: str) -> QIcon:
    """Return an icon of resources/icons drawn in a colour such as "#1E2024", sharp on the screens there are now.

    What points left or right points the other way where lines run from right to left.
    """
    return _icon(_seen(name), colour, _ratios())


def picture(name: str, colour: str, side: int) -> QPixmap:
    """Return an icon as a picture of `side` logical pixels, for a painter: an icon is drawn in every size at once."""
    return _picture(_seen(name), colour, side, _ratios()[-1])


def _seen(name: str) -> str:
    """The icon that points the same way along the lines, whichever way they run."""
    return _MIRRORED.get(name, name) if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else name


def _ratios() -> tuple[int, ...]:
    """The pixel ratios of the screens, whole ones above 1 as the platform asks for them."""
    return tuple(sorted({ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()} or {1}))


@cache
def _icon(name: str, colour: str, ratios: tuple[int, ...]) -> QIcon:
    renderer = _renderer(name, colour)
    made = QIcon()
    for size in _ICON_SIZES:
        for ratio in ratios:
            made.addPixmap(_drawn(renderer, size, ratio))
    return made


@cache
def _picture(name: str, colour: str, side: int, ratio: int) -> QPixmap:
    return _drawn(_renderer(name, colour), side, ratio)


def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = resource("icons", f"{name}.svg").read_text("utf-8")
    svg = svg.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_ICON_STROKE}"')
    return QSvgRenderer(QByteArray(svg.encode()))


@cache
def app_icon() -> QIcon:
    """Return Liaison's own icon, drawn sharp at every size."""
    renderer = QSvgRenderer(str(resource("app-icon.svg")))
    made = QIcon()
    for size in (*_ICON_SIZES, 28, 64, 256):
        for ratio in _ratios():
            made.addPixmap(_drawn(renderer, size, ratio))
    return made


def _drawn(renderer: QSvgRenderer, size: int, ratio: int) -> QPixmap:
    """Return the picture at a size in logical pixels for a screen of this pixel ratio."""
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _load_fonts() -> None:
    """Hand the shipped Inter to Qt, once."""
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"{FAMILY}_{weight}.ttf")))
