"""Text as people type it: folding for search and sorting, and what no field can hold."""

from __future__ import annotations

import re
import unicodedata


def fold(text: str) -> str:
    """Case and accents removed, spaces run together: `Élan  Vital` → `elan vital`. Used to match and to search."""
    if text.isascii():
        return " ".join(text.lower().split())  # the same, several times as fast
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = f"[{_ALONE}]|(?:(?![{_ALONE}])[^\\W_])+"  # compiled when first needed: that takes longer than all else here
_ASCII_WORD = "[a-z0-9]+"
_CONTROLS = "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]"


def words_of(text: str) -> list[str]:
    """The words by which a text is found, folded; scripts without spaces count each character as a word."""
    folded = fold(text)
    return re.findall(_ASCII_WORD if folded.isascii() else _WORD, folded)


def unstorable(text: str) -> str:
    """The reason why `text` can't be kept, or an empty string: NUL and lone surrogates are not text."""
    if "\0" in text:
        return "it contains a NUL character"
    if not text.isascii() and re.search("[\ud800-\udfff]", text):
        return "it contains half of a character (a lone surrogate)"
    return ""


def plural(count: int, noun: str, nouns: str = "") -> str:
    """`1 unit`, `3 units`; pass `nouns` where the plural is irregular."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def without_controls(text: str) -> str:
    """The text with marks for what a terminal would take for a command; lines and tabs stay."""
    return re.sub(_CONTROLS, "\ufffd", text)
