"""The minutes on the cover are those of the contents, added up."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from brm_app.domain.content import Bar, Document, Paragraph, Section, Sources, plain
from brm_app.domain.reading import reading_minutes, words
from tests.briefing.board_sample import board


def of(*counts: int) -> Document:
    sections = tuple(
        Section(kind="words", kicker="", title="", parts=(Paragraph(runs=plain("word " * count)),)) for count in counts
    )
    content = board(title="", intro="")
    return attrs.evolve(content, cover=(), sections=sections, figures=())


@given(st.lists(st.integers(0, 900), min_size=1, max_size=20))
def test_minutes_of_the_sections_add_up(counts: list[int]) -> None:
    minutes = reading_minutes(of(*counts))
    assert max(1, sum(minutes.sections)) == minutes.total
    assert minutes.total == max(1, int(sum(counts) / 200 + 0.5))


def test_sections_under_a_chapter_count_for_the_chapter() -> None:
    content = of(200, 400, 600)
    chapter, one, two = content.sections
    nested = attrs.evolve(content, sections=(chapter, attrs.evolve(one, level=2), attrs.evolve(two, level=2)))
    assert reading_minutes(nested).sections == (6,)


def test_only_what_is_printed_is_counted() -> None:
    bar = Bar(label="Two words", sublabel="", value=1, text="$1 k", evidence="measured", figure="F1")
    assert words(bar) == 4


def test_the_sources_count_the_figures_they_print() -> None:
    content = board()
    section = Section(kind="sources", kicker="", title="", parts=(Sources(),))
    quick = attrs.evolve(content, sections=(section,), meta=attrs.evolve(content.meta, words_per_minute=30))
    bare = attrs.evolve(quick, figures=())
    assert reading_minutes(quick).total > reading_minutes(bare).total
