"""Tooltips of what people typed: shown as it is, never as markup, and in lines that fit the screen."""

from __future__ import annotations

MOST = 1_000  # nobody reads more in a tooltip
LINE = 100  # Qt breaks only what is marked up into lines


def plain_tip(text: str) -> str:
    """The text as a tooltip; Qt would take `<b>` in it for markup, and leave a long one in a single line."""
    words = text if len(text) <= MOST else text[: MOST - 1].rstrip() + "…"
    if "<" not in words and len(words) <= LINE:
        return words
    from html import escape  # brings a table of all entities along, which a start seldom needs

    return f"<qt>{escape(words).replace(chr(10), '<br/>')}</qt>"
