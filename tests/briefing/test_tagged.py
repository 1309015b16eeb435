"""A briefing can be heard: it is tagged, archivable, and read in the order in which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pikepdf
import pytest

from brm_app.briefing import page_text, pen, typeset
from brm_app.briefing.tags import Tags
from brm_app.domain import content as c
from tests.briefing.board_sample import board, journey_section
from tests.briefing.checked import alts, elements, failed_rules, faults, heard
from tests.briefing.pieces import row
from tests.briefing.staff_sample import staff, waiting_project


def journey_page() -> c.Document:
    """A journey handed round by itself."""
    return attrs.evolve(board(), cover=(), sections=(journey_section(),), figures=(), alone=True)


def long_table() -> c.Table:
    return c.Table(
        columns=tuple(c.Column(title=f"Head{n}", width=0.25) for n in range(4)),
        rows=tuple(row(*(f"r{r}c{n}" for n in range(4))) for r in range(60)),
        caption="Rows",
    )


def with_parts(*parts: Any, **changes: Any) -> c.Document:
    section = c.Section(kind="words", kicker="Words", title="What was said", parts=parts)
    return attrs.evolve(board(**changes), sections=(section,))


SAMPLES = {
    "board": board(),
    "staff": staff(),
    "board on Letter": board(page_size="Letter"),
    "staff on Letter": staff(page_size="Letter"),
    "journey": journey_page(),
    "long table": with_parts(long_table()),
    "draft": board(draft=True),
    "many projects": attrs.evolve(
        staff(), sections=tuple(waiting_project(f"Project {n}", "Soon.") for n in range(300))
    ),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_rule_for_accessible_and_for_archivable_files_is_kept(name: str, tmp_path: Path) -> None:
    pdf = typeset(SAMPLES[name]).pdf
    assert failed_rules(pdf) == []
    assert faults(pdf, tmp_path) == ""


@pytest.fixture
def trees(monkeypatch: pytest.MonkeyPatch) -> list[Tags]:
    made: list[Tags] = []

    class Noted(Tags):
        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    monkeypatch.setattr(pen, "Tags", Noted)
    return made


@pytest.mark.parametrize("name", SAMPLES)
def test_of_every_text_it_is_said_what_it_is(name: str, trees: list[Tags]) -> None:
    typeset(SAMPLES[name])
    assert [tree.loose for tree in trees] == [0]


def _written(content: c.Document) -> Iterator[str]:
    """Titles, headings and running text, in the order of the content."""
    yield from () if content.alone else (content.meta.title,)
    for section in content.sections:
        brand = [part.name for part in section.parts[:1] if isinstance(part, c.Brand)]
        yield from (*brand, section.title)
        for part in section.parts:
            yield from _words(part)


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, c.Columns):
        for item in (*part.left, *part.right):
            yield from _words(item)
    elif isinstance(part, c.Heading | c.Quote):
        yield part.text
    elif isinstance(part, c.Paragraph):
        yield "".join(run.text for run in part.runs)
    elif isinstance(part, c.Table):
        for line in part.rows:
            yield from ("".join(run.text for run in cell.runs) for cell in line)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u2009]+", "", re.sub(r"(?<=\S)\u2009F\d+", "", text))


@pytest.mark.parametrize("name", ["board", "staff", "journey"])
def test_it_is_heard_in_the_order_in_which_it_was_written(name: str, tmp_path: Path) -> None:
    content = SAMPLES[name]
    tree = heard(typeset(content).pdf, tmp_path)
    said = re.sub(r"\s+", "", "".join(re.findall(r'^ *"(.*)"$', tree, re.M)))
    at = 0
    for text in _written(content):
        found = said.find(_squeezed(text)[:40], at)
        assert found >= 0, text
        at = found


def test_words_at_the_ends_of_lines_are_heard_apart(tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(200))
    assert f'"{words}"' in heard(typeset(with_parts(c.Paragraph(runs=c.plain(words)))).pdf, tmp_path)


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    words = " ".join(f"word{n}" for n in range(3000))
    pdf = typeset(with_parts(c.Paragraph(runs=c.plain(words)))).pdf
    assert sum(item.pages > 1 for item in elements(pdf, "P")) == 1


def test_a_header_that_is_printed_again_on_each_page_is_heard_once() -> None:
    result = typeset(with_parts(long_table()))
    assert result.pages > 3
    assert [cell.said["Scope"] for cell in elements(result.pdf, "TH")].count("/Column") == 4


def test_headings_skip_no_level() -> None:
    for content in SAMPLES.values():
        levels = [int(item.kind[1]) for item in elements(typeset(content).pdf) if re.fullmatch(r"H\d", item.kind)]
        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_a_table_says_which_cells_name_its_columns_and_rows() -> None:
    pdf = typeset(board()).pdf
    tables = elements(pdf, "Table")
    assert tables
    assert all(table.said["Summary"] and table.kids[-1] == "TBody" for table in tables)
    assert any(table.kids == ("THead", "TBody") for table in tables)
    scopes = [cell.said["Scope"] for cell in elements(pdf, "TH")]
    bodies = [row for row in elements(pdf, "TR") if "TD" in row.kids]
    assert scopes.count("/Row") == len(bodies)
    assert all(row.kids[0] == "TH" for row in bodies)


def test_charts_tell_their_numbers() -> None:
    for content in (board(), staff(), journey_page()):
        charts = [part for part in _parts(content) if hasattr(part, "alt")]
        told = alts(typeset(content).pdf)
        assert len(told) >= len(charts) > 0
        for chart in charts:
            assert any(all(number in text for number in _numbers(chart)) for text in told), chart


def _parts(content: c.Document) -> Iterator[Any]:
    yield from content.cover
    for section in content.sections:
        yield from section.parts


def _numbers(chart: Any) -> list[str]:
    if isinstance(chart, c.Bars):
        return [text for bar in chart.bars for text in (bar.label, bar.text)]
    if isinstance(chart, c.EvidenceBar):
        return [bar.text for bar in chart.segments]
    if isinstance(chart, c.BeforeNow):
        return [chart.before_text, chart.now_text]
    if isinstance(chart, c.Steps):
        return [text for step in chart.steps for text in (step.name, step.when)]
    return [*chart.stages, *(f"{abs(value):.1f}" for value in chart.experienced if value is not None)]


def test_every_link_says_where_it_leads_and_stands_in_the_tree() -> None:
    with pikepdf.open(BytesIO(typeset(board()).pdf)) as document:
        links: list[Any] = [mark for page in document.pages for mark in page.get("/Annots", [])]
        assert links
        assert all(str(mark.Contents) and "/StructParent" in mark for mark in links)
    assert len(elements(typeset(board()).pdf, "Link")) >= len(board().figures)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("שלום עולם", "he"),
        ("مرحبا بالعالم", "und-Arab"),
        ("Ελληνικά", "el"),
        ("ภาษาไทย", "th"),
        ("こんにちは世界", "ja"),
    ],
)
def test_another_script_is_heard_in_reading_order_and_in_its_language(text: str, language: str) -> None:
    pdf = typeset(with_parts(c.Paragraph(runs=c.plain(f"{text}")))).pdf
    assert failed_rules(pdf) == []
    assert text in {item.said.get("ActualText") for item in elements(pdf)} or text in page_text(pdf, 1)
    with pikepdf.open(BytesIO(pdf)) as document:
        drawn = b"".join(page.Contents.read_bytes() for page in document.pages)
    spoken = {item.said.get("Lang") for item in elements(pdf)}
    assert language in spoken or f"/Lang({language})".encode() in drawn


def test_each_bookmark_has_no_more_neighbours_than_readers_follow() -> None:
    with pikepdf.open(BytesIO(typeset(SAMPLES["many projects"]).pdf)) as document:
        item, count = document.Root.Outlines.First, 1
        while "/Next" in item:
            item, count = item.Next, count + 1
    assert count <= 256
