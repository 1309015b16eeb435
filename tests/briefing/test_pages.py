"""The preview shows the pages as they are printed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from brm_app.briefing import page_image, page_sizes, page_text, typeset
from brm_app.domain.errors import Refused
from tests.briefing.staff_sample import staff


def test_a_page_becomes_an_image_of_the_asked_size() -> None:
    pdf = typeset(staff()).pdf
    wide, high, data = page_image(pdf, 0, 0.5)
    assert (wide, high) == (298, 421)
    assert len(data) == wide * high * 4
    assert data[:3] == bytes.fromhex("00697F")[::-1]  # blue, green, red of the cover's band


def test_sizes_and_text_of_each_page() -> None:
    pdf = typeset(staff(page_size="Letter")).pdf
    assert page_sizes(pdf) == [(612, 792)] * 3
    assert "Less typing" in page_text(pdf, 0)


def test_bytes_that_are_no_pdf_are_refused() -> None:
    with pytest.raises(Refused, match="the PDF is damaged"):
        page_text(b"not a PDF", 0)


def test_many_threads_may_ask_for_pages_at_once() -> None:
    pdf = typeset(staff()).pdf
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda n: page_image(pdf, n % 3, 0.5), range(60)))
        sizes = list(pool.map(lambda _: page_sizes(pdf), range(60)))
    assert all(picture == pictures[n % 3] for n, picture in enumerate(pictures))
    assert sizes == [page_sizes(pdf)] * 60
