"""The theme is readable in light and dark, at any text size."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication

from brm_app.resources import resource
from brm_app.ui import theme

TEXT_PAIRS = [
    *((text, ground) for text in ("tx", "tx2", "tx3") for ground in ("bg", "card", "side", "sunk")),
    *((state, ground) for state in ("staff", "board", "good", "warn", "bad") for ground in ("card", f"{state}S")),
    *(("on_acc", ground) for ground in ("acc", "accH")),
    *(("accT", ground) for ground in ("card", "accS")),
    ("tx", "accS"),
]
SHAPE_PAIRS = [*(("ctl", ground) for ground in ("card", "bg", "side")), ("acc", "card"), ("focus", "card")]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), [(*p, 4.5) for p in TEXT_PAIRS] + [(*p, 3.0) for p in SHAPE_PAIRS])
def test_ink_stands_out_from_its_ground_as_wcag_asks(dark: bool, ink: str, ground: str, least: float) -> None:
    colours = theme.colours(dark)
    assert contrast(colours[ink], colours[ground]) >= least


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2.1 defines it."""
    dim, bright = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (bright + 0.05) / (dim + 0.05)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """Return the light of one sRGB channel, both 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_style_sheet_is_filled_in_and_qt_accepts_it(qapp: QApplication, dark: bool, scale: float) -> None:
    sheet = theme.style_sheet(dark, scale)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}")
    assert all(resource("theme", *path.split("/")[-2:]) for path in re.findall(r'url\("([^"]+)"\)', sheet))
    theme.dress(qapp, dark, scale)


def test_type_grows_with_the_text_scale_and_its_digits_are_equally_wide(qapp: QApplication) -> None:
    assert theme.font("body", 1.5).pixelSize() == 20
    metrics = QFontMetrics(theme.font("figure"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


def test_an_icon_takes_the_colour_it_is_asked_for(qapp: QApplication) -> None:
    picture = theme.icon("plus", "#ff0000").pixmap(24, 24).toImage()
    centre = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert (centre.red(), centre.green(), centre.blue()) == (255, 0, 0)


@pytest.mark.parametrize("side", [16, 18, 24])
def test_a_picture_is_the_same_drawing_in_the_size_that_a_painter_asks_for(qapp: QApplication, side: int) -> None:
    picture = theme.picture("plus", "#ff0000", side)
    assert picture.deviceIndependentSize().toSize() == QSize(side, side)
    centre = picture.toImage().pixelColor(picture.width() // 2, picture.height() // 2)
    assert centre.alpha() > 0
    assert (centre.red(), centre.green(), centre.blue()) == (255, 0, 0)
