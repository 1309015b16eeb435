"""Names matched with what is typed: from the whole name down to a part of it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from brm_app.domain.text import words_of

_PART = 3  # letters from which the middle of a name counts


@attrs.frozen
class Name:
    """The words of a name, and with them those that are as good as a name; each after a space."""

    words: str
    also: str


def name(words: str, also: str = "") -> Name:
    """A name, ready to be matched; `also` says what else it is known by."""
    own = "".join(f" {word}" for word in words_of(words))
    return Name(own, own + "".join(f" {word}" for word in words_of(also)))


def rank(name: Name, sought: Sequence[str]) -> int | None:
    """How well a name fits: 0 the whole, 1 its beginning, 2 beginnings of its words, 3 of `also` too, 4 any part."""
    whole = f" {' '.join(sought)}"
    if name.words.startswith(whole):
        return 0 if name.words == whole else 1
    begins = [f" {word}" for word in sought]
    if all(word in name.words for word in begins):
        return 2
    if all(word in name.also for word in begins):
        return 3
    if all(word in name.words and (len(word) >= _PART or f" {word}" in name.words) for word in sought):
        return 4
    return None
