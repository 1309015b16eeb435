"""Logos on their way in: looked at before anything decodes them, and kept with a safe picture for the screen."""

from __future__ import annotations

import io
import multiprocessing
import struct
import warnings
import zlib
from typing import Any

from PIL import Image, ImageOps

from brm_app.domain.errors import Refused
from brm_app.domain.records import Attachment
from brm_app.services.drawing import RASTER, Picture, draw_in_child

MOST_BYTES = 10 * 2**20
MOST_PIXELS = 40_000_000
DRAWING_SECONDS = 2.0  # what an SVG may take once its process is ready
_STARTING_SECONDS = 60.0
_FAULTS = (OSError, ValueError, SyntaxError, struct.error, zlib.error, EOFError, Image.DecompressionBombError)


def attachment_from(name: str, data: bytes) -> Attachment:
    """A PNG, JPEG or SVG as an attachment, with a PNG of at most 512 pixels made from it.

    What it is shows in its bytes; `name` is kept as data only. Raises `Refused` with a sentence.
    """
    if len(data) > MOST_BYTES:
        raise _refused(name, f"is larger than {MOST_BYTES >> 20} MB", "Make it smaller.")
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return Attachment(name=name, media_type="image/png", data=data, raster=_from_pixels(name, data, "PNG"))
    if data.startswith(b"\xff\xd8\xff"):
        return Attachment(name=name, media_type="image/jpeg", data=data, raster=_from_pixels(name, data, "JPEG"))
    if b"<svg" in data[:4096]:
        return Attachment(name=name, media_type="image/svg+xml", data=data, raster=_from_drawing(name, data))
    raise _refused(name, "is no SVG, PNG or JPEG picture", "Save it as one of these.")


def _refused(name: str, what: str, remedy: str) -> Refused:
    return Refused(f"{name} {what}. Nothing was changed. {remedy}")


def _from_pixels(name: str, data: bytes, kind: str) -> bytes:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # measured right below
            image: Any = Image.open(io.BytesIO(data), formats=[kind])
        if image.width * image.height > MOST_PIXELS:
            raise _refused(name, f"has more than {MOST_PIXELS // 1_000_000} million pixels", "Make it smaller.")
        image.draft("RGB", (RASTER, RASTER))  # a JPEG is decoded no larger than needed
        image = ImageOps.exif_transpose(image).convert("RGBA")
    except _FAULTS as error:
        raise _refused(name, f"is not a whole {kind} picture", "Save it again.") from error
    image.thumbnail((RASTER, RASTER))
    made = io.BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def _from_drawing(name: str, data: bytes) -> bytes:
    """Draws an SVG in a process of its own, which is ended when it takes too long."""
    context: Any = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=draw_in_child, args=(theirs,), name="drawing", daemon=True)
    child.start()
    theirs.close()
    try:
        drawn = _answer(ours, data)
    finally:
        child.kill()
        child.join()
        child.close()
        ours.close()
    if drawn is None:
        raise _refused(name, "takes too long to draw", "Save it as PNG.")
    if drawn.fault:
        raise _refused(name, drawn.fault, "Save it as plain SVG, or as PNG.")
    return drawn.png


def _answer(pipe: Any, data: bytes) -> Picture | None:
    try:
        if not pipe.poll(_STARTING_SECONDS):
            return None
        pipe.recv()  # the child has its libraries; the clock runs from here
        pipe.send(data)
        if not pipe.poll(DRAWING_SECONDS):
            return None
        answer = pipe.recv()
    except (EOFError, OSError):
        return Picture(fault="can’t be drawn")
    return answer if isinstance(answer, Picture) else None
