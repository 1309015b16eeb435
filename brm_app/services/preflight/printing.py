"""Whether logos and brand colours come out well on paper."""

from __future__ import annotations

import base64
import binascii
import io
import warnings

from PIL import Image

from brm_app.domain.content import Brand, Document, Picture
from brm_app.domain.contrast import SHAPE, contrast
from brm_app.domain.findings import COVER, WARNING, Finding
from brm_app.domain.records import Organisation

_FINEST = 150  # pixels an inch below which steps are seen in print
_LOGO = 48 / 72  # inches: the largest side at which a logo is printed
_PAPER = "#FFFFFF"


def coarse(content: Document, organisation: Organisation) -> tuple[Finding, ...]:
    """A warning for each logo with fewer than 150 pixels to the printed inch; drawings are as fine as paper."""
    owner = f"{Organisation.collection}/{organisation.id}"
    found = [_coarse(content.meta.logo, content.meta.organisation, owner, COVER)]
    found += [_coarse(brand.logo, brand.name, record, number) for number, record, brand in _brands(content)]
    return tuple(finding for finding in found if finding)


def _coarse(picture: Picture | None, name: str, record: str, section: int) -> Finding | None:
    side = _side(picture) if picture and picture.media_type != "image/svg+xml" else None
    if side is None or side / _LOGO >= _FINEST:
        return None
    return Finding(
        severity=WARNING,
        kind="image",
        title=f"The logo of {name} is coarse in print",
        detail=f"{side / _LOGO:.0f} pixels an inch, where {_FINEST} look smooth",
        record=record,
        field="logo",
        section=section,
    )


def _side(picture: Picture) -> int | None:
    """The longer side in pixels, read without decoding; None for what is no picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # nothing is decoded
            with Image.open(io.BytesIO(base64.b64decode(picture.data, validate=True)), formats=("PNG", "JPEG")) as it:
                return max(it.size)
    except (OSError, ValueError, SyntaxError, binascii.Error, Image.DecompressionBombError):
        return None


def faint(content: Document) -> tuple[Finding, ...]:
    """A warning for each brand colour that can hardly be told from paper."""
    return tuple(
        Finding(
            severity=WARNING,
            kind="contrast",
            title=f"The colour of {brand.name} is faint in print",
            detail=f"{brand.colour} on white is {contrast(brand.colour, _PAPER):.1f} to 1, and needs {SHAPE:.0f}",
            record=record,
            field="colour",
            section=number,
        )
        for number, record, brand in _brands(content)
        if brand.colour and contrast(brand.colour, _PAPER) < SHAPE
    )


def _brands(content: Document) -> list[tuple[int, str, Brand]]:
    return [
        (number, section.record, part)
        for number, section in enumerate(content.sections)
        for part in section.parts
        if isinstance(part, Brand)
    ]
