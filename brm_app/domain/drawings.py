"""Which SVG drawings can be set on a page in a moment, whoever made them."""

_LONGEST = 100_000  # bytes
_MOST_PARTS = 2_000
_MOST_LOOKED_UP = 20_000
_MOST_DRAWN = 20_000


def is_modest(svg: bytes) -> bool:
    """True where nothing in it can take long, whatever each of its parts refers to.

    A copy may hold copies, so that each may double what is drawn. A coding with zeros can't be looked through.
    """
    parts, references = svg.count(b"<"), svg.count(b"#") + svg.count(b"{")
    copies = svg.count(b"<use") + svg.count(b":use")
    quick = parts <= _MOST_PARTS and parts * references <= _MOST_LOOKED_UP and parts << min(copies, 30) <= _MOST_DRAWN
    return quick and len(svg) <= _LONGEST and b"\0" not in svg
