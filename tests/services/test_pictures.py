"""Logos come in safely: what is drawn is kept to the byte, and what could harm is refused with a sentence."""

import io
import time
import zlib

import pytest
from PIL import Image

from brm_app.domain.errors import Refused
from brm_app.services.pictures import attachment_from

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"{}>{}</svg>'
SQUARE = '<rect width="64" height="32" rx="6" fill="#2A5BC7"/>'
XLINK = ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, more: str = "") -> bytes:
    return SVG.format(more, body).encode()


def picture(kind: str, size: tuple[int, int] = (900, 300), mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, 120 if mode == "L" else tuple([120] * len(mode))).save(made, kind)
    return made.getvalue()


def raster(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    assert image.format == "PNG"
    return image


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_keeps_its_bytes_and_gets_a_small_png(kind: str, media_type: str) -> None:
    data = picture(kind)
    kept = attachment_from("../logo.gif", data)
    assert (kept.name, kept.media_type, kept.data) == ("../logo.gif", media_type, data)
    assert raster(kept.raster).size == (512, 171)


def test_a_jpeg_for_print_is_shown_in_the_colours_of_the_screen() -> None:
    assert raster(attachment_from("cmyk.jpg", picture("JPEG", mode="CMYK")).raster).mode == "RGBA"


def test_an_svg_is_drawn_on_nothing() -> None:
    kept = attachment_from("logo.svg", svg(SQUARE))
    drawn = raster(kept.raster)
    assert kept.media_type == "image/svg+xml"
    assert drawn.size == (512, 256)
    assert drawn.getpixel((256, 128)) == (0x2A, 0x5B, 0xC7, 255)
    assert drawn.getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_an_svg_may_refer_to_its_own_parts() -> None:
    body = f'<defs><g id="a">{SQUARE}</g></defs><use xlink:href="#a"/>'
    assert attachment_from("logo.svg", svg(body, XLINK)).raster


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no SVG, PNG or JPEG"),
        (b"GIF89a" + bytes(20), "is no SVG, PNG or JPEG"),
        (picture("PNG")[:200], "not a whole PNG"),
        (picture("JPEG")[:200], "not a whole JPEG"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "not a whole PNG"),
        (b"<svg", "not a whole SVG"),
        (svg(SQUARE)[:-9], "not a whole SVG"),
        (b"<html><svg/></html>", "not an SVG"),
        (svg(""), "shows nothing"),
        (svg(SQUARE, ' width="1e9" height="1e9"'), "beyond all paper"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("<text>&a;</text>"), "DOCTYPE"),
        (svg('<use xlink:href="file:///etc/passwd#a"/>' + SQUARE, XLINK), "outside itself"),
        (svg('<rect width="9" height="9" fill="url(https://example.org/a#b)"/>'), "outside itself"),
        (svg("<style>@import 'a.css';</style>" + SQUARE), "outside itself"),
        (svg('<image href="#a"/>' + SQUARE), "more than a drawing"),
        (svg("<script>alert(1)</script>" + SQUARE), "more than a drawing"),
        (SVG.format(XLINK, '<use xlink:href="file:///etc/passwd"/>').encode("utf-16"), "is no SVG"),
        (bytes(11 * 2**20), "larger than 10 MB"),
    ],
)
def test_what_is_not_a_safe_picture_is_refused_with_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason) as refused:
        attachment_from("logo", data)
    assert "Nothing was changed." in str(refused.value)


def test_a_png_that_unfolds_to_billions_of_pixels_is_not_decoded() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")
    )
    with pytest.raises(Refused, match=r"million pixels|not a whole"):
        attachment_from("bomb.png", bomb)


def test_an_svg_that_unfolds_for_ever_is_given_up_soon() -> None:
    levels = "".join(
        f'<g id="l{n}">' + f'<use xlink:href="#l{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)
    )  # ten to the ninth squares
    body = f'<defs><g id="l0">{SQUARE}</g>{levels}</defs><use xlink:href="#l9"/>'
    started = time.monotonic()
    with pytest.raises(Refused, match=r"too long|can’t be drawn"):
        attachment_from("nested.svg", svg(body, XLINK))
    assert time.monotonic() - started < 30
