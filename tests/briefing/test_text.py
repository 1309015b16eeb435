"""Text is set in lines that fit, and nothing of it is lost."""

from __future__ import annotations

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from brm_app.briefing.balance import balanced
from brm_app.briefing.fonts import Shelf
from brm_app.briefing.looks import INK, sans, serif
from brm_app.briefing.text import Line, set_lines, set_text, shortened
from brm_app.domain.content import Run, plain

STYLE = sans(10, 14)


def shown(lines: list[Line]) -> list[str]:
    return ["".join(stretch.text for stretch in line.stretches) for line in lines]


@example(" ЖЖ", 20.0)
@given(st.text(alphabet="ab -éЖ漢→", max_size=200), st.floats(20, 300))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(text: str, room: float) -> None:
    lines = set_text(text, STYLE, room, Shelf())
    assert all(line.width <= room + 0.01 for line in lines)
    assert "".join(shown(lines)).replace(" ", "") == text.replace(" ", "")


def test_a_line_that_ends_between_words_ends_in_a_space_without_width_so_that_they_stay_apart_when_read() -> None:
    first, _ = set_text("one two", STYLE, 25, Shelf())
    assert shown([first]) == ["one "]
    assert first.width == set_text("one", STYLE, 25, Shelf())[0].width


def test_words_part_only_at_spaces_while_they_fit() -> None:
    assert shown(set_text("a four-figure code", STYLE, 75, Shelf())) == ["a four-figure ", "code"]


def test_a_no_break_space_does_not_break() -> None:
    assert shown(set_text("about 67\xa0%", STYLE, 45, Shelf())) == ["about ", "67\xa0%"]


def test_a_word_in_two_styles_stays_one_word() -> None:
    runs = (Run(text="say "), Run(text="Sign", style="strong"), Run(text="-on, now"))
    assert shown(set_lines(runs, STYLE, 62, Shelf())) == ["say Sign-on, ", "now"]


def test_digits_are_equally_wide_so_that_columns_of_numbers_align() -> None:
    widths = {set_text(text, STYLE, 100, Shelf())[0].width for text in ("1111", "0000", "8745")}
    assert len(widths) == 1


def test_no_last_word_of_a_title_stands_alone_where_its_lines_can_share() -> None:
    words = "Five projects: three on course, one at risk and one late"
    style, room = serif(19.8, 25.5, INK, "semibold"), 490.0
    assert shown(set_text(words, style, room, Shelf()))[-1] == "late"
    lines = balanced(plain(words), style, room, Shelf())
    assert len(lines) == 2
    assert len(shown(lines)[-1].split()) > 2


def test_a_running_head_that_is_too_long_ends_in_an_ellipsis() -> None:
    line = shortened("A very long name of an organisation", STYLE, 80, Shelf())
    assert shown([line])[0].endswith("…")
    assert line.width <= 80


def test_a_number_follows_its_figure_only_where_it_leads_somewhere() -> None:
    runs = (Run(text="$721 k", figure="F1"),)
    assert shown(set_lines(runs, STYLE, 100, Shelf())) == ["$721 k"]
    assert shown(set_lines(runs, attrs.evolve(STYLE, accent="#7A3688"), 100, Shelf())) == ["$721 k\u2009F1"]
    assert set_lines(plain(""), STYLE, 100, Shelf())[0].width == 0
