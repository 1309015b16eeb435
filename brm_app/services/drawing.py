"""The process that draws an SVG nobody has looked at yet: bounded in memory and time, and reaching for nothing."""

from __future__ import annotations

import io
import logging
import os
import re
import sys
from typing import Any

import attrs

RASTER = 512  # pixels of the longer side of a picture for the screen
_MOST_MEMORY = 1 << 30
_MOST_POINTS = 20_000.0
_SVG = "{http://www.w3.org/2000/svg}svg"
_OUTSIDE = re.compile(r"url\(\s*[\"']?(?!#)|@import", re.I)


@attrs.frozen
class Picture:
    """What came of drawing: a PNG, or the reason why there is none, as the end of a sentence on the file."""

    png: bytes = b""
    fault: str = ""


def draw_in_child(pipe: Any) -> None:
    """Waits for the bytes of an SVG on `pipe` and sends back a `Picture`. Runs in a process of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the libraries grumble is for nobody
    logging.disable()
    import pypdfium2  # type: ignore[import-untyped, unused-ignore]  # noqa: F401 - brought in before the clock runs
    from reportlab.graphics import renderPDF  # noqa: F401
    from svglib import svglib  # noqa: F401

    pipe.send("ready")
    data = pipe.recv()
    _bound()
    try:
        pipe.send(draw(data))
    except Exception:  # noqa: BLE001 - three libraries with errors of their own, and all mean the same
        pipe.send(Picture(fault="can’t be drawn"))


def _bound() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def draw(data: bytes) -> Picture:
    """Draws an SVG that stays within itself, on nothing. May take any time; may raise what the libraries raise."""
    fault = reason_against(data)
    return Picture(fault=fault) if fault else _drawn(data)


def reason_against(data: bytes) -> str:
    """Why an SVG is not drawn at all: it is not well-formed, or it reaches outside itself."""
    from lxml import etree  # type: ignore[import-untyped, unused-ignore]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return "is not a whole SVG picture"
    if root.tag != _SVG:
        return "is not an SVG picture"
    if root.getroottree().docinfo.doctype or b"<!ENTITY" in data:
        return "defines words of its own (DOCTYPE), which is not read"
    return _reach(root)


def _reach(root: Any) -> str:
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        name = node.tag.rpartition("}")[2]
        if name in ("image", "script", "foreignObject"):
            return f"holds more than a drawing ({name})"
        for attribute, value in node.attrib.items():
            refers = attribute.rpartition("}")[2] in ("href", "src")
            if (refers and not value.strip().startswith("#")) or _OUTSIDE.search(value):
                return "refers to something outside itself"
        if name == "style" and _OUTSIDE.search("".join(node.itertext())):
            return "refers to something outside itself"
    return ""


def _drawn(data: bytes) -> Picture:
    import pypdfium2
    from reportlab.graphics import renderPDF
    from svglib.svglib import svg2rlg

    drawing: Any = svg2rlg(io.BytesIO(data))
    if drawing is None or not (0 < drawing.width < _MOST_POINTS and 0 < drawing.height < _MOST_POINTS):
        return Picture(fault="has no size, or one beyond all paper")
    document: Any = pypdfium2.PdfDocument(renderPDF.drawToString(drawing, autoSize=1))
    scale = RASTER / max(document[0].get_size())
    image = document[0].render(scale=scale, fill_color=(0, 0, 0, 0)).to_pil().convert("RGBA")
    if image.getbbox() is None:
        return Picture(fault="shows nothing")
    made = io.BytesIO()
    image.save(made, "PNG")
    return Picture(png=made.getvalue())
