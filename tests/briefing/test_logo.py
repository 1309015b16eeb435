"""A logo is drawn when it can be, and never stops a briefing."""

from __future__ import annotations

import base64
import time
from io import BytesIO

import attrs
import pytest
from PIL import Image

from brm_app.briefing import typeset
from brm_app.briefing.logo import drawable, square_for
from brm_app.domain.content import Document, Picture
from brm_app.domain.contrast import contrast
from tests.briefing.checked import alts, failed_rules
from tests.briefing.pieces import BADGE, picture
from tests.briefing.printed import Printed
from tests.briefing.staff_sample import staff


def bitmap(kind: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 20), "#34327B").save(buffer, kind)
    return buffer.getvalue()


def with_logo(logo: Picture | None) -> Document:
    content = staff()
    return attrs.evolve(content, meta=attrs.evolve(content.meta, logo=logo))


@pytest.mark.parametrize(
    "logo",
    [
        picture(BADGE.encode()),
        picture(bitmap("PNG"), "image/png"),
        picture(bitmap("JPEG"), "image/jpeg"),
        picture(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text x="1" y="8">Hi</text></svg>'),
    ],
)
def test_a_sound_logo_takes_the_place_of_the_letter(logo: Picture) -> None:
    assert drawable(logo)
    printed = Printed(typeset(with_logo(logo)))
    assert printed.faults() == []
    assert "M" not in printed.pages[0].split()
    assert all(printed.fonts().values())


@pytest.mark.parametrize(
    "logo",
    [
        picture(b"<svg"),
        picture(b"no picture at all"),
        picture(b"\x89PNG\r\n\x1a\n broken", "image/png"),
        picture(bitmap("PNG")[:60], "image/png"),
        picture(b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'),
        picture(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/hosts"/></svg>'),
        picture(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]><svg width="9" height="9">&e;</svg>'),
        Picture(media_type="image/png", data="not base64 !", alt=""),
        Picture(media_type="image/tiff", data=base64.b64encode(b"II*").decode(), alt=""),
    ],
)
def test_a_broken_or_prying_logo_gives_way_to_the_first_letter(logo: Picture) -> None:
    assert not drawable(logo)
    printed = Printed(typeset(with_logo(logo)))
    assert printed.faults() == []
    assert "M" in printed.pages[0].split()


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64">{}</svg>'
_SQUARE = '<rect width="9" height="9" fill="url(#g)"/>'
_COPIES = "".join('<g id="a{}">{}</g>'.format(n, f'<use href="#a{n - 1}"/>' * 9) for n in range(1, 9))
_STOPS = '<linearGradient id="g">{}</linearGradient>'.format('<stop offset="0"/>' * 1900)


def white(wide: int, high: int) -> bytes:
    buffer = BytesIO()
    Image.new("1", (wide, high)).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "logo",
    [
        picture(_SVG.format(f'<g id="a0">{_SQUARE}</g>{_COPIES}<use href="#a8"/>').encode()),
        picture(_SVG.format(_STOPS + _SQUARE * 400).encode()),
        picture(_SVG.format(f"<style>{'rect{fill:red}' * 4000}</style>{_SQUARE * 900}").encode()),
        picture(_SVG.format(f'<path d="M0 0{"h1" * 900_000}"/>').encode()),
        picture(_SVG.format('<image href="/etc/hosts"/>').encode("utf-16")),
        picture(white(10_000, 8_000), "image/png"),
    ],
    ids=["copies of copies", "gradients", "rules", "points", "another coding", "80 megapixels"],
)
def test_a_logo_that_could_take_long_gives_way_at_once(logo: Picture) -> None:
    start = time.process_time()
    assert not drawable(logo)
    assert time.process_time() - start < 2


_DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><g opacity="0.5">
<rect width="90" height="90" fill="cmyk(0,1,0,0)"/></g><text x="0" y="50" font-family="Courier">ש x</text></svg>"""


@pytest.mark.parametrize(
    "logo",
    [picture(_DRAWN.encode()), picture(bitmap("PNG"), "image/png"), picture(bitmap("JPEG"), "image/jpeg")],
    ids=["inks of print and letters that no font has", "PNG", "JPEG"],
)
def test_no_logo_keeps_a_briefing_out_of_an_archive(logo: Picture) -> None:
    pdf = typeset(with_logo(logo)).pdf
    assert failed_rules(pdf) == []
    assert alts(pdf)[0] == "A badge"


def test_the_letter_can_be_read_on_its_square() -> None:
    for colour in ("#FFFFFF", "#000000", "#F4B740", "#34327B", "not a colour"):
        for second in ("", "#F4B740", colour):
            square = square_for(colour, second, "#00697F")
            assert contrast(square.letter, square.colour) >= 3
