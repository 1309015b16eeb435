"""Words of the trade in a text: found as whole words whatever their case, and replaced by plain ones."""

from __future__ import annotations

import re

from brm_app.domain.text import fold

# A combining mark belongs to the letter before it.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


def found(text: str, word: str) -> tuple[tuple[int, int], ...]:
    """Where `word`, which may be several, stands in a text; `SSO` is found in `SSO-card` and not in `SSOs`."""
    wanted = [fold(part) for part in _WORD.findall(word)]
    if not wanted:
        return ()
    held = [(fold(part[0]), part.start(), part.end()) for part in _WORD.finditer(text)]
    folded = [part for part, _, _ in held]
    starts = (at for at, part in enumerate(folded) if part == wanted[0])
    many = len(wanted)
    return tuple((held[at][1], held[at + many - 1][2]) for at in starts if folded[at : at + many] == wanted)


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
