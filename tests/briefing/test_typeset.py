"""A briefing comes out as a sound PDF that leads its reader to the right pages."""

from __future__ import annotations

import attrs
import pytest

from brm_app.briefing import page_sizes, typeset
from brm_app.domain.content import Column, Document, EvidenceKey, Paragraph, Section, Table, plain
from brm_app.domain.errors import Cancelled
from tests.briefing.board_sample import board
from tests.briefing.pieces import row
from tests.briefing.printed import Printed
from tests.briefing.staff_sample import CONTACT, staff, waiting_project


@pytest.fixture(scope="module")
def pack() -> Printed:
    return Printed(typeset(board()))


@pytest.fixture(scope="module")
def news() -> Printed:
    return Printed(typeset(staff()))


@pytest.mark.parametrize("content", [board(), staff(), board(page_size="Letter"), staff(page_size="Letter")])
def test_the_pdf_has_no_fault_and_embeds_every_font(content: Document) -> None:
    printed = Printed(typeset(content))
    assert printed.faults() == []
    assert printed.fonts()
    assert all(printed.fonts().values()), printed.fonts()
    assert printed.result.missing == ""


@pytest.mark.parametrize("rows", range(23, 33))
def test_a_key_and_a_note_stay_with_the_last_rows_of_their_table(rows: int) -> None:
    named = tuple(row(f"Row {number}") for number in range(rows))
    table = Table(caption="Rows", columns=(Column(title="Benefit", width=1),), rows=named)
    key = EvidenceKey(measured="Measured", estimated="Estimated", told="Told")
    parts = (table, key, Paragraph(runs=plain("What is not in it."), role="note"))
    section = Section(kind="benefits", kicker="Benefits", title="Benefits", parts=parts)
    pages = Printed(typeset(attrs.evolve(board(), sections=(section,)))).pages
    (last,) = (page for page in pages if "What is not in it." in page)
    assert f"Row {rows - 1}\n" in last
    assert "Estimated" in last


def test_the_page_size_is_the_one_that_was_asked_for() -> None:
    assert set(page_sizes(typeset(board(page_size="Letter")).pdf)) == {(612, 792)}


def test_the_properties_say_what_it_is_and_hold_no_clock(pack: Printed) -> None:
    info = pack.document.docinfo
    assert str(info.Title) == "$1.07 m a year is now measured, not promised"
    assert str(info.Author) == "Meridian Health"
    assert str(info.CreationDate) == "D:20261031000000+00'00'"
    assert str(pack.document.Root.Lang) == "en-US"


def test_every_page_after_the_cover_says_which_of_how_many_it_is(pack: Printed) -> None:
    count = pack.result.pages
    for index, text in enumerate(pack.pages[1:], 2):
        assert f"{index} of {count}" in text


def test_the_cover_says_how_long_the_pack_takes_to_read(pack: Printed) -> None:
    assert f"{pack.result.pages} pages, {pack.result.minutes} minutes" in pack.pages[0]


def test_bookmarks_are_nested_and_lead_to_their_sections(pack: Printed) -> None:
    outline = pack.outline()
    assert [(level, title) for level, title, _ in outline] == [
        (0, "$1.07 m a year is now measured, not promised"),
        (0, "What is in this pack"),
        (0, "Benefits in money"),
        (0, "Projects"),
        (1, "One Sign-on"),
        (1, "CareChart"),
        (1, "Pill Trail"),
        (0, "New nurse, first month"),
        (0, "Where every figure comes from"),
    ]
    for _, title, page in outline:
        assert title in pack.pages[page].replace("\n", " ")


def test_contents_lead_to_the_pages_they_print(pack: Printed) -> None:
    rows = [page for index, page, _ in pack.links() if index == 1]
    printed = [int(line.split()[-1]) for line in pack.pages[1].splitlines() if line.split()[-1:][0].isdigit()]
    assert rows == [page for _, page in pack.result.sections]
    for _, page in pack.result.sections:
        assert page + 1 in printed


def test_an_f_number_leads_to_the_row_of_its_source(pack: Printed) -> None:
    sources = pack.result.sections[-1][1]
    tops = {top for index, page, top in pack.links() if index > 1 and page == sources}
    assert len(tops) == len(board().figures)
    assert {page for index, page, _ in pack.links() if index > 1} == {sources}
    for figure in board().figures:
        assert figure.derivation.split()[0] in pack.pages[sources]


def test_a_staff_briefing_prints_no_f_numbers_because_it_has_no_sources(news: Printed) -> None:
    assert news.links() == []
    assert "F1" not in news.text


def test_a_long_staff_briefing_has_contents() -> None:
    content = attrs.evolve(
        staff(), sections=tuple(waiting_project(f"Project {n}", "It is on its way. " * 60) for n in range(12))
    )
    printed = Printed(typeset(content))
    assert "What is in this briefing" in printed.pages[1]
    assert [page for index, page, _ in printed.links() if index == 1] == [page for _, page in printed.result.sections]


def test_the_contacts_stand_at_the_foot_of_every_project_page(news: Printed) -> None:
    for page in news.pages[1:]:
        assert "Service desk, ext. 4400, to 22:00" in page
    assert "ext. 4400" not in news.pages[0]


def test_contacts_too_long_for_a_band_are_printed_at_the_end() -> None:
    long = attrs.evolve(CONTACT, blocks=(("Wards", "Ask on your ward. " * 90), *CONTACT.blocks[1:]))
    printed = Printed(typeset(attrs.evolve(staff(), contact=long)))
    assert printed.pages[-1].count("Service desk, ext. 4400") == 1
    assert "Service desk" not in printed.pages[1]


def test_a_click_finds_the_record_and_the_figure_under_it(pack: Printed) -> None:
    result = pack.result
    project = next(place for place in result.places if place.record == "projects/1")
    assert result.at(project.page, project.x + 5, project.y + 5) == project
    shown = [place for place in result.places if place.figure == "F4"]
    assert {place.record for place in shown} == {"benefits/4"}
    assert {place.page for place in shown} == {result.sections[0][1], result.sections[-1][1]}
    assert result.at(0, 1, 1) is None


def test_sections_tell_their_first_pages(news: Printed) -> None:
    assert news.result.sections == (("One Sign-on", 1), ("CareChart", 2), ("Pill Trail", 2))


def test_each_page_is_reported_and_the_last_report_is_the_count() -> None:
    told: list[int] = []
    result = typeset(board(), told.append)
    assert told == list(range(1, result.pages + 1))


def test_cancelling_stops_at_once() -> None:
    told: list[int] = []
    with pytest.raises(Cancelled):
        typeset(board(), told.append, lambda: len(told) == 2)
    assert told == [1, 2]


def test_a_briefing_without_sections_is_its_cover() -> None:
    printed = Printed(typeset(attrs.evolve(staff(), sections=(), cover=(), contact=None)))
    assert printed.result.pages == 1
    assert "Less typing" in printed.text


def test_every_page_of_a_board_pack_says_for_whom_it_is(pack: Printed) -> None:
    assert all(board().meta.marking in page for page in pack.pages)


@pytest.mark.parametrize("content", [board(draft=True), staff(draft=True)], ids=["board", "staff"])
def test_a_draft_says_so_on_every_page_and_loses_no_word_by_it(content: Document) -> None:
    issued = Printed(typeset(attrs.evolve(content, meta=attrs.evolve(content.meta, draft=False))))
    drafted = Printed(typeset(content))
    assert all("DRAFT" in page for page in drafted.pages)
    assert "DRAFT" not in issued.text
    assert drafted.words == issued.words | {"DRAFT"}
