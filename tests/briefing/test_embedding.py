"""Fonts in a file hold the letters that are used, and every letter is read back as it was written."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brm_app.briefing import typeset
from brm_app.briefing.embedding import EmbeddedFont
from brm_app.briefing.fonts import PLAIN, draws, font
from brm_app.domain.content import Paragraph, plain
from tests.briefing.board_sample import with_part
from tests.briefing.printed import Printed
from tests.briefing.staff_sample import staff

_GREEK = "".join(map(chr, range(0x3B1, 0x3CA)))
_CHINESE = "".join(char for char in map(chr, range(0x4E00, 0x4E00 + 900)) if draws("NotoSansSC_400Regular", char))


class _Document:
    """Whatever a font keeps its letters by."""

    fontMapping: dict[str, str]


def _codes(text: str, face: EmbeddedFont, document: _Document) -> list[tuple[int, int]]:
    return [(subset, code) for subset, codes in face.splitString(text, document) for code in codes]


def test_western_letters_are_the_same_bytes_in_every_font_so_that_the_same_words_pack_well() -> None:
    words = "Label Right “costs” – £9 … naïve"
    for name in (PLAIN, "SourceSerif4_600SemiBold", "NotoSans_400Regular"):
        assert font(name).splitString(words, _Document()) == [(0, words.encode("cp1252"))]


def test_fonts_with_western_letters_only_share_the_table_of_what_is_copied() -> None:
    with pikepdf.open(BytesIO(typeset(staff()).pdf)) as document:
        tables = [held.ToUnicode.objgen for held in document.pages[0].Resources.Font.values()]
    assert len(tables) > 3
    assert len(set(tables)) == 1


@example(_GREEK + "ÿþýüûúùø" + _GREEK)
@given(st.text(alphabet=_GREEK + "aé ÿ“Жл\xa0Ω", max_size=300))
def test_every_letter_has_a_byte_of_its_own_that_no_reader_takes_for_a_line_end(text: str) -> None:
    codes = _codes(text, font("NotoSans_400Regular"), _Document())
    letters = text.replace("\xa0", " ")
    assert len(codes) == len(letters)
    assert len(set(codes)) == len(set(letters))
    assert not {0, 10, 13} & {code for _, code in codes}


def test_a_space_stays_with_the_word_before_it_in_whichever_subset_that_is() -> None:
    pieces = font("NotoSansSC_400Regular").splitString(f"{_CHINESE} {_CHINESE[-1]} a", _Document())
    assert [subset for subset, _ in pieces] == [0, 1, 2, 0]
    assert pieces[2][1].count(b" ") == 2


@settings(max_examples=20)
@given(st.permutations([_CHINESE[:300], _GREEK, "Ærø", "þÿü", "한국어 한국", "𝐀𝐁😀"]))
def test_letters_of_many_scripts_are_read_back_as_they_were_written(words: list[str]) -> None:
    printed = Printed(typeset(with_part(Paragraph(runs=plain(" ".join(words))))))
    text = "".join(printed.text.split())
    assert all("".join(word.split()) in text for word in words)
    assert printed.faults() == []
