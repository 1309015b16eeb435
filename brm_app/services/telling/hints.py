"""What is said to somebody who writes a message: whether its words are plain, its sentences short, its gain there."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from brm_app.domain.figures import Standing, minutes_a_period
from brm_app.domain.plainwords import found
from brm_app.domain.records import Audience, Term
from brm_app.services.telling.views import leading_lens

MOST = 20
"""Words of a sentence that is read without going back."""
_SENTENCE = re.compile(r"[.!?…]+(?:\s+|$)")


@attrs.frozen
class Hint:
    """One remark; `good` where nothing is to be mended."""

    good: bool
    words: str


def hints(text: str, terms: Iterable[Term], audience: Audience, proof: Standing | None) -> tuple[Hint, ...]:
    """The remarks on a text for an audience."""
    if not text.strip():
        return _gain(audience, proof)
    strange = [term for term in terms if audience.id not in term.known_by and found(text, term.word)]
    plain = [Hint(False, f"Say {term.plain} for {term.word}") for term in strange] or [Hint(True, "Plain words")]
    most = words_a_sentence(text)
    return (*plain, Hint(most <= MOST, f"{most} words a sentence"), *_gain(audience, proof))


def words_a_sentence(text: str) -> int:
    """The words of the longest sentence."""
    return max((len(sentence.split()) for sentence in _SENTENCE.split(text)), default=0)


def _gain(audience: Audience, proof: Standing | None) -> tuple[Hint, ...]:
    """That people who count in time are not told any."""
    if leading_lens(audience) != "time" or (proof is not None and minutes_a_period(proof) is not None):
        return ()
    return (Hint(False, f"No minutes saved yet. {audience.name} ask for time."),)
