"""Pages of a finished PDF as images and text, for the preview; call it from workers, as many as you like."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from brm_app.domain.errors import Refused

_ALONE = threading.Lock()  # PDFium keeps state for the whole process; two threads in it crash the program


@contextmanager
def _document(pdf: bytes) -> Iterator[Any]:
    with _ALONE:
        document = _opened(pdf)
        with closing(document):
            yield document


def _opened(pdf: bytes) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise Refused("The pages cannot be shown: the PDF is damaged. Typeset the briefing again.") from error


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points. Raises Refused when the bytes are no PDF."""
    with _document(pdf) as document:
        return [document.get_page_size(index) for index in range(len(document))]


def page_image(pdf: bytes, index: int, scale: float) -> tuple[int, int, bytes]:
    """A page (index from 0) as (width, height, bytes): four bytes a pixel, blue, green, red and an unused one.

    A scale of 1 gives one pixel a point. Raises Refused when the bytes are no PDF.
    """
    with _document(pdf) as document, closing(document[index]) as page:
        bitmap = page.render(scale=scale, prefer_bgrx=True, rev_byteorder=False)
        with closing(bitmap):
            if bitmap.stride == bitmap.width * 4:
                return bitmap.width, bitmap.height, bytes(bitmap.buffer)
            rows = memoryview(bitmap.buffer)
            wide = bitmap.width * 4
            cut = b"".join(bytes(rows[y * bitmap.stride :][:wide]) for y in range(bitmap.height))
            return bitmap.width, bitmap.height, cut


def page_text(pdf: bytes, index: int) -> str:
    """The text of a page as a reader copies it. Raises Refused when the bytes are no PDF."""
    with _document(pdf) as document, closing(document[index]) as page, closing(page.get_textpage()) as text:
        return str(text.get_text_range())


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page. Raises Refused when the bytes are no PDF."""
    return list(read_pages(pdf))


def read_pages(pdf: bytes) -> Iterator[str]:
    """The text of page after page; others get their turn between two."""
    with _ALONE:
        document = _opened(pdf)
    try:
        for index in range(len(document)):
            with _ALONE, closing(document[index]) as page, closing(page.get_textpage()) as text:
                words = str(text.get_text_range())
            yield words
    finally:
        with _ALONE:
            document.close()
