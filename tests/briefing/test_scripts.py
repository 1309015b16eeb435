"""Lines of mixed scripts are drawn in the order that their readers expect."""

from __future__ import annotations

import pytest

from brm_app.briefing.scripts import clean, joined, outline_text, plain_letter, reads_right_to_left, visual_order


def drawn(text: str, right_to_left: bool = False) -> str:
    return "".join(char for _, char in visual_order(text, right_to_left))


@pytest.mark.parametrize(
    ("logical", "visual"),
    [
        ("plain text, 12 %", "plain text, 12 %"),
        ("say אבג now", "say גבא now"),
        ("say אב גד now", "say דג בא now"),
        ("אב 12 גד", "דג 12 בא"),
        ("", ""),
    ],
)
def test_in_a_left_to_right_line_only_the_foreign_words_turn(logical: str, visual: str) -> None:
    assert drawn(logical) == visual


@pytest.mark.parametrize(
    ("logical", "visual"),
    [("אב cd", "cd בא"), ("(אב)", "(בא)"), ("אב 12%", "12% בא"), ("אב 1,940", "1,940 בא")],
)
def test_in_a_right_to_left_line_words_and_brackets_turn_and_numbers_do_not(logical: str, visual: str) -> None:
    assert drawn(logical, right_to_left=True) == visual


def test_a_mark_is_drawn_after_its_letter() -> None:
    assert drawn("שָׁ", right_to_left=True)[0] == "ש"


def test_every_character_is_drawn_once() -> None:
    text = "a (ب) 12, שלום! مرحبا 45% end."
    for base in (False, True):
        assert sorted(index for index, _ in visual_order(text, base)) == list(range(len(text)))


def test_arabic_letters_join_and_are_copied_as_plain_letters() -> None:
    shaped = joined("بيت")
    assert shaped == "\ufe91\ufef4\ufe96"
    assert joined("ـبـ") == "ـ\ufe92ـ"
    assert "".join(map(plain_letter, shaped)) == "بيت"
    assert joined("plain") == "plain"
    assert plain_letter("ﬁ") == "ﬁ"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("لا", "\ufefb"), ("بلا", "\ufe91\ufefc"), ("لأن", "\ufef7\ufee5"), ("الآن", "\ufe8d\ufef5\ufee5")],
)
def test_lam_and_alef_are_one_shape_and_are_copied_as_two_letters(text: str, drawn: str) -> None:
    assert joined(text) == drawn
    assert "".join(map(plain_letter, drawn)) == text


def test_a_joiner_between_arabic_letters_says_whether_they_join_and_is_not_drawn() -> None:
    assert joined(clean("می\u200cخواهم")) == joined("می") + joined("خواهم")
    assert joined(clean("ب\u200dا"))[0] == "\ufe91"
    assert joined(clean("a\u200cb 👨\u200d👩")) == "ab 👨👩"


def test_an_accent_is_one_character_with_its_letter() -> None:
    assert clean("e\u0301te\u0301 \u1112\u1161\u11ab e\u0323\u0302") == "été 한 ệ"
    assert clean("x\u0301") == "x\u0301"


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert reads_right_to_left("12 שלום hello")
    assert not reads_right_to_left("12 hello שלום")
    assert not reads_right_to_left("12 %")


def test_invisible_characters_are_left_out_and_tabs_are_spaces() -> None:
    assert clean("a\u200bb\u00adc\td\ufeff") == "abc d"


def test_a_bookmark_is_one_line_that_can_always_be_written() -> None:
    assert outline_text("one\ntwo \ud800 \x00") == "one two \ufffd ␀"
