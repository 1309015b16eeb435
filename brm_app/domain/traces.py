"""How a text is recognised again in a file: folded to what is left of it when it has been set in lines and pages."""

from __future__ import annotations

import re

from brm_app.domain.text import fold

LEAST = 12  # characters of a text that is looked for; shorter ones stand anywhere by chance
SHORTEST = 6  # characters of a trace
WHOLE = 80  # a longer trace is looked for in pieces: a page may end in it, or only its beginning be printed
_PIECE = 40
# What a line's end adds or takes away, what can't be seen, and what is drawn where a character can't be.
_DROPPED = re.compile(
    r"[\s\\\x00-\x1f\x7f-\x9f\xad\-\u200b-\u200f\u2010-\u2015\u2028-\u202e\u2060-\u206f\ufeff\ufffd-\uffff"
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2400-\u2426\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff]+"
)


def trace(text: str) -> str:
    """The text without case, accents, spaces, hyphens and what is invisible."""
    return _DROPPED.sub("", fold(text))


def pieces(text: str) -> tuple[str, ...]:
    """What a text is found by: its trace, or where that is long all pieces of it; nothing for a short text."""
    if len(text) < LEAST or len(" ".join(text.split())) < LEAST:
        return ()
    whole = trace(text)
    if len(whole) <= WHOLE:
        return (whole,) if len(whole) >= SHORTEST else ()
    starts = range(0, len(whole) - _PIECE + 1, _PIECE)
    return (*(whole[start : start + _PIECE] for start in starts), whole[-_PIECE:])
