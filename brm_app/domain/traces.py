"""How a text is recognised again in a file: folded to what is left of it when it has been set in lines and pages."""

from __future__ import annotations

import re

from brm_app.domain.text import fold

LEAST = 12  # characters of a text that is looked for; shorter ones stand anywhere by chance
SHORTEST = 6  # characters of a trace
WHOLE = 44  # a longer trace is looked for in pieces: a page may end in it, or only its beginning be printed
_PIECE = 40
_BEGINNING = 24  # the least of a trace that its first words alone are looked for
# What a line's end adds or takes away, what can't be seen, and what is drawn where a character can't be. And the marks
# that a word processor draws in its own way: apostrophes, quotes, primes.
_DROPPED = re.compile(
    r"[\s\\\x00-\x1f\x7f-\x9f\xad\-\u200b-\u200f\u2010-\u2015\u2028-\u202e\u2060-\u206f\ufeff\ufffd-\uffff"
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2400-\u2426\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff'\"`\xab\xb4\xbb\u02b9-\u02bf\u02c8\u02ca\u02cb\u02ee\u05f3\u05f4"
    r"\u2018-\u201f\u2032-\u2037\u2039\u203a\u275b-\u275e\u301d-\u301f]+"
)


def trace(text: str) -> str:
    """The text without case, accents, spaces, hyphens, quotes and what is invisible."""
    return _DROPPED.sub("", fold(text))


def pieces(text: str) -> tuple[str, ...]:
    """What a text is found by: its trace, or where that is long its beginning and all pieces; nothing for a short text.

    The beginning is of whole words, as it is printed where a long text is cut.
    """
    spaced = " ".join(text.split())
    if len(spaced) < LEAST:
        return ()
    whole = trace(text)
    if len(whole) <= WHOLE:
        return (whole,) if len(whole) >= SHORTEST else ()
    begins = trace(spaced[: _PIECE + 1].rpartition(" ")[0])
    first = begins if len(begins) >= _BEGINNING else whole[:_PIECE]
    starts = range(_PIECE, len(whole) - _PIECE + 1, _PIECE)
    return (first, *(whole[start : start + _PIECE] for start in starts), whole[-_PIECE:])
