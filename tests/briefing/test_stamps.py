"""Every page of an appendix says for whom it is, of which issue, and which page of all, whatever it looks like."""

from __future__ import annotations

import string
from io import BytesIO
from typing import Any

import attrs
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from brm_app.briefing import Appendix, append_appendices, page_image, page_text, typeset
from brm_app.domain.content import Document
from tests.briefing.board_sample import board

A4 = (595.276, 841.89)
BLACK = b"0 g -99999 -99999 199999 199999 re f"
CUT = Array([100, 200, 700, 1000])


def content(**meta: Any) -> Document:
    return attrs.evolve(board(), meta=attrs.evolve(board().meta, **meta))


def page(size: tuple[float, float] = A4, code: bytes = BLACK, **keys: Any) -> bytes:
    """One page of somebody else."""
    document = pikepdf.new()
    document.add_blank_page(page_size=size)
    held = document.pages[0].obj
    held.Contents = document.make_stream(code)
    for key, value in keys.items():
        held[f"/{key}"] = value
    out = BytesIO()
    document.save(out)
    return out.getvalue()


OWN = typeset(board()).pages


def stamped(*appendices: bytes, **meta: Any) -> bytes:
    said = content(**meta)
    named = [Appendix(letter, data) for letter, data in zip(string.ascii_uppercase, appendices, strict=False)]
    return append_appendices(typeset(said, following=len(named)).pdf, named, said)


def light(pdf: bytes, index: int = OWN) -> list[tuple[float, float]]:
    """Where a black page is white, as shares of its width and height from the top left."""
    width, height, data = page_image(pdf, index, 600 / max(_size(pdf, index)))
    rows = (data[4 * width * y : 4 * width * (y + 1) : 4] for y in range(height))
    return [(x / width, y / height) for y, row in enumerate(rows) for x, blue in enumerate(row) if blue > 240]


def _size(pdf: bytes, index: int) -> tuple[float, float]:
    from brm_app.briefing import page_sizes

    return page_sizes(pdf)[index]


ODD = {
    "upright": page(),
    "turned": page(Rotate=90),
    "upside down": page(Rotate=180),
    "turned back": page(Rotate=-90),
    "cut": page((842, 1191), CropBox=CUT),
    "cut and turned": page((842, 1191), CropBox=CUT, Rotate=270),
    "cut wholly away": page(CropBox=Array([2000, 2000, 3000, 3000])),
    "from right to left": page(MediaBox=Array([595, 842, 0, 0])),
    "in large units": page((300, 200), UserUnit=3),
    "a poster": page((2384, 3370)),
    "a card": page((90, 60)),
    "a banner": page((2000, 300)),
    "turned by a little": page(Rotate=45),
    "one Q too many": page(code=BLACK + b" Q Q Q 5 0 0 5 9 9 cm"),
    "one q too many": page(code=b"q q q " + BLACK + b" 5 0 0 5 9 9 cm 0 0 9 9 re W n"),
    "text left open": page(code=BLACK + b" BT 3 Tr 50 Tz 9 Ts"),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_it_stands_at_the_foot_of_any_page_as_it_is_looked_at_on_a_ground_of_its_own(data: bytes) -> None:
    made = stamped(data, number="MH-B-2026-014")
    lit = light(made)
    assert min(y for _, y in lit) > 0.75
    assert min(x for x, _ in lit) < 0.2, "the marking, at the left"
    assert max(x for x, _ in lit) > 0.8, "the page's number, at the right"
    words = " ".join(page_text(made, OWN).split())
    assert f"MH-B-2026-014 · {board().meta.marking}" in words
    assert f"{OWN + 1} of {OWN + 1}" in words
    with pikepdf.open(BytesIO(made)) as document:
        assert document.check_pdf_syntax() == []


def test_pages_are_counted_over_everything() -> None:
    made = stamped(page(), page(), page())
    for index in range(1, OWN + 3):
        assert f"{index + 1} of {OWN + 3}" in page_text(made, index)


def test_a_draft_says_so_on_every_page_and_an_issue_on_none() -> None:
    draft, final = stamped(page(code=b""), draft=True), stamped(page(code=b""), number="MH-B-2026-014")
    assert "DRAFT · " in page_text(draft, OWN)
    assert "DRAFT" not in page_text(final, OWN)
    _, _, dark = page_image(draft, OWN, 0.2)
    assert set(dark[::4]) != {255}, "the word from corner to corner"


def test_a_long_marking_is_printed_whole() -> None:
    marking = (
        "Confidential to the members of the board and their secretaries; do not copy or forward without consent now"
    )
    words = " ".join(page_text(stamped(page(), marking=marking, number="MH-B-2026-014"), OWN).split())
    assert marking in words


def test_it_is_no_part_of_what_is_heard() -> None:
    with pikepdf.open(BytesIO(stamped(page(), draft=True))) as document:
        forms: Any = document.pages[OWN].Resources.XObject
        drawn = forms.Stamp.read_bytes()
    assert drawn.count(b"/Artifact") == drawn.count(b"BDC") == drawn.count(b"EMC")


def test_pages_that_share_their_instructions_keep_their_own_looks() -> None:
    document = pikepdf.new()
    shared = document.make_stream(b"BT /F1 20 Tf 50 90 Td (Shared) Tj ET")
    for name in ("Helvetica", "Courier"):
        document.add_blank_page(page_size=(300, 200))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"))
        document.pages[-1].obj.Resources = Dictionary(Font=Dictionary(F1=font))
        document.pages[-1].obj.Contents = shared
    out = BytesIO()
    document.save(out)
    said = content()
    made = append_appendices(typeset(said, following=2).pdf, [Appendix("A", out.getvalue())], said)
    with pikepdf.open(BytesIO(made)) as again:
        fonts = [str(p.obj.Resources.XObject.Page.Resources.Font.F1.BaseFont) for p in list(again.pages)[OWN:]]
    assert fonts == ["/Helvetica", "/Courier"]
    assert page_image(made, OWN, 1)[2] != page_image(made, OWN + 1, 1)[2]


def test_instructions_in_several_parts_are_read_as_one() -> None:
    document = pikepdf.new()
    document.add_blank_page(page_size=A4)
    parts = [document.make_stream(part) for part in (b"q 0 g -9 -9", b"999 999 re f Q", b"Q Q")]
    document.pages[0].obj.Contents = Array(parts)
    out = BytesIO()
    document.save(out)
    assert 0 < len(light(stamped(out.getvalue()))) < 20_000
