"""Words found in a text: where they stand, and the text with marks around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brm_app.domain.text import fold

START, END = "\x02", "\x03"
"""Stand around what was found, in snippets too; `unmarked` takes them away."""

Span = tuple[int, int]


def found_in(text: str, words: Sequence[str]) -> list[Span]:
    """Where folded words stand in the text: at the start of its words, or where there is none, anywhere."""
    folded, origins = _folded(text)
    taken = [span for word in words if word for span in _places(folded, word)]
    return _joined([(origins[start], origins[end - 1] + 1) for start, end in taken])


def marked(text: str, words: Sequence[str]) -> str:
    """The text with marks around the folded words in it; marks that it had before are gone."""
    plain = unmarked(text)
    made, last = [], 0
    for start, end in found_in(plain, words):
        made += [plain[last:start], START, plain[start:end], END]
        last = end
    return "".join([*made, plain[last:]])


def unmarked(text: str) -> str:
    """The text without marks."""
    return text.replace(START, "").replace(END, "")


def pieces(text: str) -> list[tuple[str, bool]]:
    """A marked text as its parts, each with whether it is one of the found words."""
    parts, inside = [], False
    for part in re.split(f"([{START}{END}])", text):
        if part in (START, END):
            inside = part == START
        elif part:
            parts.append((part, inside))
    return parts


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded character by character, and the place in `text` that each character of it comes from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        plain = fold(character) or (" " if character.isspace() else "")
        letters.append(plain)
        origins += [place] * len(plain)
    return "".join(letters), origins


def _places(folded: str, word: str) -> list[Span]:
    found = [(hit.start(), hit.end()) for hit in re.finditer(re.escape(word), folded)]
    starts = [span for span in found if span[0] == 0 or not folded[span[0] - 1].isalnum()]
    return starts or found


def _joined(spans: list[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made
