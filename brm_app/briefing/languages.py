"""Languages told by their letters, so that a voice changes where a text does."""

from __future__ import annotations

import re
from functools import lru_cache

# A script that one language uses says the language; any other says the script, and no more.
_SCRIPTS = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff", ("el",)),
    ("he", "\u0590-\u05ff\ufb1d-\ufb4f", ("he", "yi")),
    ("th", "\u0e00-\u0e7f", ("th",)),
    ("ko", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", ("ko",)),
    ("und-Arab", "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc", ("ar", "fa", "ur")),
    ("und-Cyrl", "\u0400-\u052f", ("ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg")),
    ("und-Deva", "\u0900-\u097f", ("hi", "mr", "ne", "sa")),
    ("und-Hani", "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", ("zh", "ja")),
)
_KANA = re.compile("[\u3040-\u30ff]")


@lru_cache(maxsize=8)
def _foreign(language: str) -> re.Pattern[str]:
    """Matches two and more letters of a script that the language isn't written in, with the spaces between words."""
    own = language.split("-")[0]
    parts = []
    for number, (_, letters, users) in enumerate(_SCRIPTS):
        if own not in users:
            parts.append(f"(?P<s{number}>[{letters}](?:[{letters}]|[ '’.,-](?=[{letters}]))+)")
    return re.compile("|".join(parts))


@lru_cache(maxsize=4096)
def stretches_of(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The text in pieces, each with its language where that is another one than `language`, else with an empty text."""
    if text.isascii():
        return ((text, ""),)
    pieces, at = [], 0
    for match in _foreign(language).finditer(text):
        if match.start() > at:
            pieces.append((text[at : match.start()], ""))
        pieces.append((match.group(), _name(match)))
        at = match.end()
    if at < len(text):
        pieces.append((text[at:], ""))
    return tuple(pieces)


def _name(match: re.Match[str]) -> str:
    name = _SCRIPTS[int(str(match.lastgroup)[1:])][0]
    return "ja" if name == "und-Hani" and _KANA.search(match.group()) else name


def spoken(text: str, language: str) -> str:
    """The language that all of the text is in, where it is another one than `language`."""
    pieces = stretches_of(text, language)
    return pieces[0][1] if len(pieces) == 1 else ""
