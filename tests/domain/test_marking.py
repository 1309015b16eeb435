"""Found words are marked in the text as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brm_app.domain.marking import END, START, found_in, marked, pieces, unmarked
from brm_app.domain.text import fold


def shown(text: str, words: str) -> str:
    return marked(text, fold(words).split()).replace(START, "[").replace(END, "]")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Niamh Castellanos", "cas", "Niamh [Cas]tellanos"),
        ("Niamh Castellanos", "ell", "Niamh Cast[ell]anos"),
        ("Élan Vital, élan", "elan", "[Élan] Vital, [élan]"),
        ("Straße", "strasse", "[Straße]"),
        ("e\u0301lan", "elan", "[e\u0301lan]"),
        ("the label and a table", "la", "the [la]bel and a table"),
        ("Label Right", "right lab", "[Lab]el [Right]"),
        ("a.b*c", "b*", "a.[b*]c"),
        ("nothing", "x", "nothing"),
        ("", "x", ""),
    ],
)
def test_words_are_marked_where_they_stand(text: str, words: str, expected: str) -> None:
    assert shown(text, words) == expected


def test_marks_that_somebody_typed_are_no_marks() -> None:
    assert marked(f"a{START}b{END}c", ["x"]) == "abc"


@given(st.text(), st.text(min_size=1, max_size=3))
def test_marking_changes_nothing_but_the_marks(text: str, words: str) -> None:
    made = marked(text, fold(words).split())
    assert unmarked(made) == unmarked(text)
    assert "".join(part for part, _ in pieces(made)) == unmarked(text)


@given(st.text(), st.text(), st.text(min_size=1))
def test_a_word_that_is_there_is_marked(before: str, after: str, word: str) -> None:
    words = [w for w in fold(word).split() if w in fold(unmarked(before + word + after))]
    for start, end in found_in(before + word + after, words):
        assert start < end
