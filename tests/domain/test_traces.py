"""A text is recognised again however its quotes were drawn, and by its beginning alone."""

import pytest

from brm_app.domain.traces import pieces, trace

NOTE = "The ward’s team won’t stay past spring. Nobody has told their director yet."


@pytest.mark.parametrize("mark", "'\"‘’‚‛“”„‟´`ʼʹ′″‹›«»＇״")
def test_how_an_apostrophe_or_a_quote_is_drawn_makes_no_difference(mark: str) -> None:
    told = f"The ward{mark}s team won{mark}t stay past spring"
    assert trace(told) == trace("The ward's team won't stay past spring")
    assert pieces(told) == pieces("The wards team wont stay past spring")


def test_three_dots_are_the_same_in_one_sign_and_in_three() -> None:
    assert trace("We were told … later") == trace("We were told ... later")


def found(text: str, printed: str) -> bool:
    return any(piece in trace(printed) for piece in pieces(text))


def test_a_text_of_middle_length_is_found_by_its_first_or_its_last_words() -> None:
    assert len(NOTE) < 80
    assert found(NOTE, f"Told: {NOTE[:44]}")
    assert found(NOTE, f"Told: {NOTE[-50:]}")
    assert not found(NOTE, "The ward’s team won’t stay. Nobody has told them yet.")


@pytest.mark.parametrize("length", [60, 75, 90, 140])
def test_it_is_found_where_only_its_beginning_is_printed(length: int) -> None:
    text = (NOTE + " And more of it follows, in words that nobody else would use of a ward.")[:length]
    assert found(text, text[:55].rsplit(" ", 1)[0] + "…")


def test_a_short_text_is_found_whole_only() -> None:
    text = "The ward’s team won’t stay past spring"
    assert pieces(text) == (trace(text),)
    assert not found(text, "The ward’s team won’t stay past")


def test_a_beginning_of_signs_is_not_looked_for_by_itself() -> None:
    assert min(map(len, pieces("- " * 18 + "yes " * 30))) == 40
    assert pieces("“’”" * 9) == ()
