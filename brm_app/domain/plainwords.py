"""Words of the trade in a text: found as whole words whatever their case, and replaced by plain ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brm_app.domain.text import fold

# A combining mark belongs to the letter before it.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


def split(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, with where they begin and end."""
    return [(fold(part[0]), part.start(), part.end()) for part in _WORD.finditer(text)]


def found(text: str, word: str) -> tuple[tuple[int, int], ...]:
    """Where `word`, which may be several, stands in a text; `SSO` is found in `SSO-card` and not in `SSOs`."""
    return found_among(split(text), [part for part, _, _ in split(word)])


def found_among(parts: Sequence[tuple[str, int, int]], wanted: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The same among the words of a text."""
    if not wanted:
        return ()
    folded, many = [part for part, _, _ in parts], len(wanted)
    starts = (at for at, part in enumerate(folded) if part == wanted[0])
    return tuple((parts[at][1], parts[at + many - 1][2]) for at in starts if folded[at : at + many] == [*wanted])


def replaced(text: str, word: str, plain: str) -> str:
    """The text with the plain word in place of each; one that begins a sentence keeps its capital letter."""
    made, last = "", 0
    for start, end in found(text, word):
        if start < last:
            continue
        begins = text[start].isupper() and re.search(r"(^|[.!?…:]\s+|\n\s*)$", text[:start]) is not None
        made += text[last:start] + (plain[:1].upper() + plain[1:] if begins else plain)
        last = end
    return made + text[last:]
