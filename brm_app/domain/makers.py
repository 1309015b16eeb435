"""What makes the bytes of a briefing: this program, the number of its typesetting, and the libraries that write."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable

from brm_app import __version__

TYPESETTING = 3
"""Goes up whenever the same content gives other bytes: `python -m tools.freeze_typesetting`. 1 had no number."""
_TYPESETTING = "typesetting"
_LIBRARIES = ("reportlab", "pikepdf", "pillow", "svglib")
Tools = tuple[tuple[str, str], ...]


def makers() -> Tools:
    """Names and versions; what is made with the same ones is the same to the byte."""
    from importlib.metadata import version  # only where a briefing is issued, or made again

    own = (
        ("Liaison", __version__),
        (_TYPESETTING, str(TYPESETTING)),
        ("Python", ".".join(map(str, sys.version_info[:2]))),
    )
    return (*own, *((name, version(name)) for name in _LIBRARIES), ("zlib", zlib.ZLIB_RUNTIME_VERSION))


def differing(then: Iterable[tuple[str, str]]) -> tuple[Tools, Tools]:
    """What of the makers named there is otherwise here: as it was, and as it is. A library not named there is not."""
    before, now = {_TYPESETTING: "1", **dict(then)}, makers()
    other = [name for name, version in now if before.get(name, version) != version]
    return tuple((name, before[name]) for name in other), tuple((n, v) for n, v in now if n in other)
