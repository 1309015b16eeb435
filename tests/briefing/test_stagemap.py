"""The map of a journey on paper: every card in reading order, nothing cut off, however many there are."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import attrs
import pikepdf
import pytest

from brm_app.briefing import page_sizes, typeset
from brm_app.briefing.pages import page_texts
from brm_app.domain.content import Curve, Document, Lane, Section, StageMap
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import freeze, thaw
from tests.briefing.board_sample import board
from tests.briefing.checked import alts, elements, failed_rules, faults

LANES = (("Touchpoint", "card"), ("Channel", "quiet"), ("What they feel", "feel"), ("In their words", "quote"),
         ("Measure", "text"))  # fmt: skip


def journey(stages: int, rows: int, text: str = "", size: str = "B4 landscape") -> Document:
    """A map whose cards say where they stand."""
    names = tuple(f"Stage {chr(65 + number)}" for number in range(stages))
    lanes = [
        Lane(
            name=lane,
            kind=kind,
            rows=tuple(
                tuple(f"{lane.split()[0].lower()}-{row}-{name[-1]} {text}".strip() for name in names)
                for row in range(0 if kind == "feel" else rows)
            ),
        )
        for lane, kind in LANES
    ]
    curve = Curve(
        stages=names,
        truths=tuple(number % 3 == 1 for number in range(stages)),
        expected=tuple(float(number % 3 - 1) for number in range(stages)),
        experienced=tuple(None if number % 5 == 4 else -1.5 + number % 4 for number in range(stages)),
        counts=tuple(range(stages)),
        alt="",
    )
    chart = StageMap(
        curve=curve,
        questions=tuple(f"Question {name}?" for name in names),
        lanes=tuple(lanes),
        caption="Journey map of New nurse",
    )
    section = Section(kind="journey", kicker="New nurse", title="New nurse", parts=(chart,))
    meta = attrs.evolve(board().meta, page_size=size)
    return Document(meta=meta, cover=(), sections=(section,), figures=(), alone=True)


def cards(document: Document) -> list[str]:
    """The first words of all cards, in the order in which the map is read on paper: a page of stages, lane by lane."""
    (chart,) = document.sections[0].parts
    pages = -(-len(chart.curve.stages) // 8)
    most = -(-len(chart.curve.stages) // pages)
    return [
        text.split()[0]
        for first in range(0, len(chart.curve.stages), most)
        for lane in chart.lanes
        for row in lane.rows
        for text in row[first : first + most]
    ]


@pytest.mark.parametrize(("stages", "rows"), [(1, 1), (6, 1), (8, 2), (10, 5), (20, 3), (25, 2)])
def test_every_card_is_on_paper_in_reading_order(tmp_path: Path, stages: int, rows: int) -> None:
    document = journey(stages, rows)
    pdf = typeset(document).pdf
    found = [word for text in page_texts(pdf) for word in text.split() if word.count("-") == 2]
    assert found == cards(document)
    assert len(found) == stages * rows * 4
    assert failed_rules(pdf) == []
    assert faults(pdf, tmp_path) == ""


def test_each_page_of_stages_is_a_table_with_heads_and_tells_its_part_of_the_curve() -> None:
    pdf = typeset(journey(20, 2)).pdf
    kinds = [element.kind for element in elements(pdf)]
    assert (kinds.count("Table"), kinds.count("Figure")) == (3, 3)
    assert kinds.count("TH") == 20 + 3 + 3 * (4 * 2 + 1), "stages, their corner, and the lanes"
    told = alts(pdf)
    assert "Stage A: expected −1.0, told −1.5 by 0" in told[0]
    assert "Stage B: expected 0.0, told −0.5 by 1, moment of truth" in told[0]
    assert "Stage T" in told[2]
    assert "Stage T" not in told[0] + told[1]


def test_what_is_read_at_the_edges_is_on_every_page_on_which_the_map_goes_on() -> None:
    texts = page_texts(typeset(journey(8, 30)).pdf)
    assert len(texts) > 1
    for text in texts:
        assert [name for name in "ABCDEFGH" if f"Stage {name}" in text] == list("ABCDEFGH")
    said = " ".join(texts[-1].split())
    assert "What they expected What they told us, with how many; hollow: fewer than three Moment of truth" in said


@pytest.mark.parametrize("text", ["word " * 400, "unbreakable" * 60, "one\ntwo\nthree", "ffi <b>bold</b>"],
                         ids=["long", "endless", "lines", "odd"])  # fmt: skip
def test_no_text_is_cut_off(text: str) -> None:
    document = journey(8, 2, text)
    made = typeset(document)
    found = [word.strip("“”") for page in page_texts(made.pdf) for word in page.split()]
    assert [word for word in found if word.count("-") == 2] == cards(document)
    printed, letters = "".join(found), "".join(text.split())
    assert all(printed.count(letter) >= 64 * letters.count(letter) for letter in set(letters))
    with pikepdf.open(BytesIO(made.pdf)) as pages:
        assert all(_is_inside(page) for page in pages.pages)


def _is_inside(page: pikepdf.Page) -> bool:
    """True where no text begins beyond the edges of the page."""
    width, height = (float(edge) for edge in list(page.mediabox)[2:])
    moves = [op.operands for op in pikepdf.parse_content_stream(page, "Td") if str(op.operator) == "Td"]
    return all(0 < float(x) < width and 0 < float(y) < height for x, y in moves)


def test_a_card_from_right_to_left_is_heard_as_it_is_read() -> None:
    spans = elements(typeset(journey(3, 1, "مرحبا بكم في المستشفى")).pdf, "Span")
    assert [span.said["ActualText"].strip("“”").split()[1:] for span in spans] == ["مرحبا بكم في المستشفى".split()] * 12


def test_a_map_on_the_paper_of_america_is_as_wide_for_its_height_as_that() -> None:
    (width, height), *_ = page_sizes(typeset(journey(6, 1, size="Wide Letter")).pdf)
    assert round(width / height, 2) == round(11 / 8.5, 2)


def test_the_same_map_is_the_same_bytes_after_it_was_frozen() -> None:
    document = journey(9, 2)
    assert thaw(freeze(document)) == document
    assert typeset(thaw(freeze(document))).pdf == typeset(document).pdf


def test_a_frozen_map_with_rows_that_do_not_fit_its_stages_is_refused() -> None:
    document = journey(3, 1)
    (chart,) = document.sections[0].parts
    for wrong in (
        attrs.evolve(chart, questions=("One?",)),
        attrs.evolve(chart, lanes=(Lane(name="Touchpoint", kind="card", rows=(("One",),)),)),
    ):
        section = attrs.evolve(document.sections[0], parts=(wrong,))
        with pytest.raises(Refused, match="frozen content"):
            thaw(freeze(attrs.evolve(document, sections=(section,))))
