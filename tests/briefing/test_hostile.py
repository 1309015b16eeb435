"""Whatever a person types is printed as text, on as many pages as it takes."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import attrs
import pytest

from brm_app.briefing import typeset
from brm_app.briefing.proof import prove
from brm_app.domain.content import (
    Box,
    Brand,
    Cell,
    Column,
    Columns,
    Document,
    Facts,
    Heading,
    Paragraph,
    Quote,
    Section,
    Table,
    plain,
)
from brm_app.domain.issues import Behind
from tests.briefing.board_sample import board, with_part
from tests.briefing.checked import failed_rules, faults
from tests.briefing.pieces import row
from tests.briefing.printed import Printed
from tests.briefing.staff_sample import staff


def everywhere(text: str) -> Document:
    """The text in every place of a document that takes one."""
    section = Section(
        kind="project",
        kicker=text,
        title=text,
        parts=(
            Brand(name=text, tagline=text),
            Facts(facts=((text, text),)),
            Heading(text=text),
            Paragraph(runs=plain(text)),
            Quote(text=text, speaker=text),
            Columns(left=(Paragraph(runs=plain(text)),), right=(Paragraph(runs=plain(text)),)),
            Table(
                columns=(Column(title=text, width=0.4), Column(title=text, width=0.6)),
                rows=((Cell(runs=plain(text)), Cell(runs=plain(text), mark="bad")),),
                caption=text,
            ),
            Box(blocks=((text, text), (text, text))),
        ),
    )
    content = board(title=text, intro=text, organisation=text, kicker=text, short_kicker=text, marking=text)
    return attrs.evolve(content, sections=(section, *content.sections))


@pytest.mark.parametrize(
    "text",
    [
        'Ann <ann@x.org> & <img src="/etc/passwd"> <b>bold</b> <br/> &amp; <a href="file:///etc">here</a>',
        "=cmd|' /C calc'!A0 %s {0} \\n $1 <!ENTITY x>",
    ],
)
def test_markup_is_printed_as_it_was_typed(text: str) -> None:
    printed = Printed(typeset(everywhere(text)))
    assert printed.faults() == []
    assert set(text.split()) <= printed.words
    assert not any("/A" in mark for page in printed.document.pages for mark in page.get("/Annots", []))


@pytest.mark.parametrize("text", ["a\x00b", "a(b\\", "\ud800", "þÿ", "שלום\n😀", "\ufeff]]>&<"])
def test_odd_words_in_a_passport_and_in_what_is_told_of_a_file_are_strings_that_every_reader_reads(
    text: str, tmp_path: Path
) -> None:
    content = board()
    figures = tuple(
        attrs.evolve(figure, label=text, text=text, record=text, owner=text, source=text, derivation=text)
        for figure in content.figures
    )
    meta = attrs.evolve(content.meta, title=text, organisation=text, kicker=text, number=text, corrects=text)
    made = Printed(typeset(attrs.evolve(content, figures=figures, meta=meta)))
    assert faults(made.result.pdf, tmp_path) == ""
    assert failed_rules(made.result.pdf) == []
    said = [str(mark.Contents) for page in made.document.pages for mark in page.get("/Annots", [])]
    assert said
    assert all(line.isprintable() for line in said)


def test_control_characters_are_shown_and_never_obeyed() -> None:
    printed = Printed(typeset(everywhere("a\x00b\x07c\x1bd\x7fe")))
    assert printed.faults() == []
    assert "a␀b␇c␛d␡e" in printed.text
    assert printed.result.missing == ""


def test_line_ends_of_every_kind_are_line_ends() -> None:
    printed = Printed(typeset(with_part(Paragraph(runs=plain("one\r\ntwo\rthree\u2028four\x85five\nsix")))))
    assert "one\ntwo\nthree\nfour\nfive\nsix" in printed.text


def test_a_character_that_no_font_has_is_boxed_and_reported() -> None:
    printed = Printed(typeset(with_part(Paragraph(runs=plain("before \ue000\U00020001\ud800 after")))))
    assert printed.result.missing == "\ud800\ue000\U00020001"
    assert "before □E000□20001□D800 after" in printed.text
    assert Printed(typeset(everywhere("\ud800\ue000"))).faults() == []
    alone = Printed(typeset(with_part(Paragraph(runs=plain("\ue000")))))  # Inter has something there
    assert alone.result.missing == "\ue000"
    assert alone.faults() == []


def test_a_character_from_the_end_of_a_font_has_its_own_width() -> None:
    assert Printed(typeset(with_part(Paragraph(runs=plain("\U0001fac6 and \U0001f600"))))).faults() == []


def test_a_code_that_is_no_character_is_boxed_and_reported() -> None:
    result = typeset(everywhere("a\uffffb \ufffe \U0001ffff \ufdd0"))
    assert result.missing == "\ufdd0\ufffe\uffff\U0001ffff"
    assert failed_rules(result.pdf) == []


@pytest.mark.parametrize("word", ["𝐀𝐁", "😀🎉", "漢字", "한국어", "Ελληνικά", "Кириллица", "ไทย", "→½×÷−"])
def test_other_scripts_can_be_copied_out_again(word: str) -> None:
    printed = Printed(typeset(with_part(Paragraph(runs=plain(f"start {word} end")))))
    assert printed.result.missing == ""
    assert word in printed.text


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا بالعالم", "لا تنس السلامة", "می\u200cخواهم"])
def test_right_to_left_words_are_read_back_in_reading_order(text: str) -> None:
    printed = Printed(typeset(with_part(Paragraph(runs=plain(text)))))
    assert printed.result.missing == ""
    assert text.replace("\u200c", "") in unicodedata.normalize("NFKC", printed.text)


def test_arabic_of_behind_the_wall_is_found_on_its_page() -> None:
    text = "لا تنس السلامة في الطابق الثالث"
    made = typeset(with_part(Paragraph(runs=plain(text))))
    (hit, *_) = prove(made.pdf, (Behind(text, "projects/1", "note"),)).hits
    assert (hit.place, hit.page) == ("page text", 1)


def test_forty_thousand_words_lose_none() -> None:
    words = [f"w{number}" for number in range(40_000)]
    printed = Printed(typeset(with_part(Paragraph(runs=plain(" ".join(words))))))
    found = [word for word in printed.text.split() if re.fullmatch(r"w\d+", word)]
    assert found == words


def test_a_cell_longer_than_a_page_goes_on_over_pages() -> None:
    words = [f"w{number}" for number in range(3000)]
    table = Table(
        columns=(Column(title="Name", width=0.3), Column(title="Note", width=0.7)),
        rows=((Cell(runs=plain("Short")), Cell(runs=plain(" ".join(words)))), row("Last", "line")),
        caption="Notes",
    )
    printed = Printed(typeset(with_part(table)))
    assert [word for word in printed.text.split() if re.fullmatch(r"w\d+", word)] == words


def test_three_thousand_rows_are_all_there_under_a_repeated_header() -> None:
    table = Table(
        columns=tuple(Column(title=f"Head{number}", width=0.25) for number in range(4)),
        rows=tuple(row(*(f"r{r}c{c}" for c in range(4))) for r in range(3000)),
        caption="Rows",
    )
    printed = Printed(typeset(with_part(table)))
    assert {f"r{r}c{c}" for r in range(3000) for c in range(4)} <= printed.words
    full = [page for page in printed.pages if "r1" in page or "r2" in page]
    assert all("Head0" in page for page in full)


def test_a_word_wider_than_the_page_is_broken_and_kept() -> None:
    printed = Printed(typeset(with_part(Paragraph(runs=plain("x" * 3000 + "end")))))
    assert printed.text.count("x") >= 3000


def test_long_texts_in_every_place_still_fit_their_pages() -> None:
    text = "The quick brown fox jumps over the lazy dog. " * 60
    for content in (everywhere(text), attrs.evolve(staff(), sections=everywhere(text).sections)):
        assert Printed(typeset(content)).faults() == []


def test_empty_texts_everywhere_are_no_trouble() -> None:
    assert Printed(typeset(everywhere(""))).faults() == []
