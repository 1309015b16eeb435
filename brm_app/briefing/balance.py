"""Titles in lines of about the same length, which part where a reader would pause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brm_app.briefing.fonts import Shelf
from brm_app.briefing.text import Line, Style, set_lines
from brm_app.domain.content import Runs

_MOST = 4  # lines of a title that are looked at: a longer text is no title
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_SHORT = 3  # letters of words that lead on to the next: of, the, and


def balanced(runs: Runs, style: Style, available: float, shelf: Shelf) -> list[Line]:
    """`set_lines` in as many lines, made narrower where they part better so."""
    best = set_lines(runs, style, available, shelf)
    least, room = _awkward(best, available), available
    while least and 1 < len(best) <= _MOST and room > available / 2:
        room *= 0.97
        lines = set_lines(runs, style, room, shelf)
        if len(lines) > len(best):
            break
        if (awkward := _awkward(lines, available)) < least:
            best, least = lines, awkward
    return best


def _awkward(lines: Sequence[Line], available: float) -> int:
    """How badly the lines part: at best after a mark, at worst with one word left over."""
    said = ["".join(stretch.text for stretch in line.stretches).split() for line in lines]
    ends = sum(_parted(before[-1], after[0]) for before, after in pairwise(said) if before and after)
    return ends + (20 if len(lines) > 1 and lines[-1].width < available / 4 else 0)


def _parted(before: str, after: str) -> int:
    """How much two words on either side of a line's end belong together."""
    if before[-1] in ",;:.?!":
        return 0
    leads_on = len(before) <= _SHORT or before.casefold() in _NUMBERS
    name = before[0].isupper() and after[0].isupper()
    return 1 + (6 if leads_on else 0) + (10 if name else 0)
