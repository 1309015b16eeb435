"""Names matched with what is typed: from the whole name down to a part of it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from brm_app.domain.text import words_of

_PART = 3  # letters from which the middle of a name counts


@attrs.frozen
class Name:
    """The words of a name, with those that are as good as a name, and with those around it; each after a space."""

    words: str
    also: str
    around: str


def name(words: str, also: str = "", around: str = "") -> Name:
    """A name, ready to be matched; `also` says what else it is known by, `around` where it belongs."""
    own = _spaced(words)
    known = own + _spaced(also)
    return Name(own, known, known + _spaced(around))


def _spaced(text: str) -> str:
    return "".join(f" {word}" for word in words_of(text))


def rank(name: Name, sought: Sequence[str]) -> int | None:
    """How well a name fits: 0 whole, 1 its beginning, 2 beginnings of its words, 3 of the others too, 4 a part."""
    whole = f" {' '.join(sought)}"
    if name.words.startswith(whole):
        return 0 if name.words == whole else 1
    begins = [f" {word}" for word in sought]
    if all(word in name.words for word in begins):
        return 2
    # Where somebody belongs narrows down, but does not find everybody who belongs there.
    if all(word in name.around for word in begins) and any(word in name.also for word in begins):
        return 3
    if all(word in name.words and (len(word) >= _PART or f" {word}" in name.words) for word in sought):
        return 4
    return None
