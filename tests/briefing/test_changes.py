"""The list of changes leads to the page on which each change stands."""

import attrs
import pytest

from brm_app.briefing import page_text, typeset
from brm_app.domain.changes import Change, Changes
from brm_app.domain.content import Cell, Column, Document, Figure, Section, Sources, Table, plain
from tests.briefing.pieces import meta

FIGURE = Figure(
    number="F7", label="Label jams", text="297", record="benefits/7", as_of="2026-10-31", evidence="measured"
)


def change(**fields: str) -> Change:
    told = {"mark": "up", "style": "good", "word": "Rose", "subject": "Label jams.", "text": "Was 318; now 297."}
    return Change(**{**told, **fields})


def rows(count: int, marked: int) -> Table:
    cells = ((Cell(runs=plain(f"Row {n}"), figure="F7" if n == marked else ""),) for n in range(count))
    return Table(columns=(Column(title="What", width=1.0),), rows=tuple(cells), caption="c")


def document(*items: Change, sources: bool = True, look: str = "board") -> Document:
    last = Section(kind="sources", kicker="Sources", title="Sources", parts=(Sources(),))
    sections = (
        Section(kind="changes", kicker="What changed", title="One figure rose", parts=(Changes(items=items),)),
        Section(kind="benefits", kicker="Benefits", title="Many rows", parts=(rows(120, 90),), changed=True),
        Section(kind="project", kicker="Label Right", title="Labels", parts=(), record="projects/1"),
        *((last,) if sources else ()),
    )
    return Document(meta=meta(look), cover=(), sections=sections, figures=(FIGURE,))


def pages(content: Document) -> list[str]:
    made = typeset(content)
    return [" ".join(page_text(made.pdf, n).split()) for n in range(made.pages)]


def on_list(said: list[str]) -> str:
    return next(page for page in said if "One figure rose" in page)


def test_a_figure_is_found_on_the_page_of_its_row_and_not_on_the_first_of_its_section() -> None:
    said = pages(document(change(figure="F7", record="projects/1")))
    row = next(n for n, text in enumerate(said) if "Row 90" in text)
    assert row > next(n for n, text in enumerate(said) if "Row 0 " in text) + 1
    assert f"Page {row + 1}, figure F7" in on_list(said)


def test_figures_have_no_number_where_no_sources_are_printed() -> None:
    said = pages(document(change(figure="F7"), sources=False))
    row = next(n for n, text in enumerate(said) if "Row 90" in text)
    assert f"Page {row + 1}" in on_list(said)
    assert "figure F7" not in on_list(said)


def test_without_a_figure_it_is_the_page_of_the_project_and_else_none() -> None:
    said = pages(document(change(record="projects/1"), change(record="projects/2"), change(aside="Owner: Ada")))
    here = next(n for n, text in enumerate(said) if "Labels" in text and n > 1)
    assert f"Page {here + 1}" in on_list(said)
    assert "No page" in on_list(said)
    assert "Owner: Ada" in on_list(said)


def test_the_changes_begin_under_the_contents_and_go_on_over_the_page() -> None:
    said = pages(document(*[change()] * 15))
    assert "What is in this pack" in said[1]
    assert "One figure rose" in said[1]
    assert said[1].count("Label jams.") + said[2].count("Label jams.") == 15


@pytest.mark.parametrize("count", [1, 2])
def test_the_cover_says_how_many_decisions_are_asked_for_and_on_which_page(count: int) -> None:
    asked = tuple(Section(kind="decision", kicker=f"Decision {n}", title="Decide", parts=()) for n in range(count))
    said = pages(attrs.evolve(document(change()), sections=(*asked, *document(change()).sections[1:])))
    page = next(n for n, text in enumerate(said) if n and "Decide" in text) + 1
    words = (
        f"One decision is asked of you, on page {page}."
        if count == 1
        else f"2 decisions are asked of you, from page {page}."
    )
    assert words in said[0]


@pytest.mark.parametrize("mark", ["up", "down", "broken", "other"])
@pytest.mark.parametrize("look", ["board", "staff"])
def test_every_mark_is_drawn_in_both_looks_with_its_word(mark: str, look: str) -> None:
    said = pages(document(change(mark=mark, style="bad", word="Fell"), look=look))
    assert "Fell" in on_list(said)


def test_no_word_of_a_long_line_is_lost() -> None:
    words = [f"w{n}" for n in range(400)]
    said = " ".join(pages(document(*[change(subject=" ".join(words))] * 3)))
    assert all(said.count(f"{word} ") >= 3 for word in words)
