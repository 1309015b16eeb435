"""The wall proved: a finished file is opened again by other libraries, and all that is readable in it is searched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from io import BytesIO
from itertools import chain, pairwise

import attrs
import pikepdf

from brm_app.briefing.pages import read_pages
from brm_app.briefing.unpacked import PLACES, Text, texts_of
from brm_app.domain.content import Document
from brm_app.domain.errors import Cancelled, Refused
from brm_app.domain.issues import Behind, Hit, Proved
from brm_app.domain.makers import makers
from brm_app.domain.reading import stated
from brm_app.domain.traces import SHORTEST, pieces, trace

_CONTENT = "content before it was typeset"
_SLOTS = 1 << 24
_BETWEEN = 500  # texts looked for between two questions whether to stop
_FOOT, _HEAD = 12, 4  # lines that may stand below and above what runs on
_SEAM = 80  # characters on either side of a page's end: more than a piece, with its spaces
_STANDARDS = (
    (re.compile(rb"<pdfuaid:part>(\d)</pdfuaid:part>"), "PDF/UA-{}"),
    (re.compile(rb"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>(\w)</pdfaid:conformance>"), "PDF/A-{}{}"),
)


def prove(
    pdf: bytes, behind: Iterable[Behind], content: Document | None = None, cancelled: Callable[[], bool] | None = None
) -> Proved:
    """Searches a file for texts that must not be in it. Raises `Refused` where it can't be read, or `Cancelled`.

    A text is found in whatever lines it was broken; of a long one each piece of 40 characters is. With the content that
    was typeset, it is found there too: libraries read long cells beside each other a line of each in turn.
    """
    asked = cancelled or (lambda: False)
    places = dict.fromkeys((*PLACES, *([_CONTENT] if content else [])), 0)
    found: list[Text] = []
    composed = (Text(_CONTENT, words) for words in (stated(content) if content else ()))
    for text in chain(texts_in(pdf), composed):
        _check(asked)
        places[text.place] += 1
        found.append(text)
    pages = [text.words for text in found if text.place == "page text"]
    searched = _Searched([_traced(text) for text in (*found, *_over_pages(pages))])
    strings, hits = 0, []
    for number, each in enumerate(behind):
        if not number % _BETWEEN:
            _check(asked)
        parts = pieces(each.text)
        strings += bool(parts)
        hits += [Hit(each, part, at.place, at.page) for part in parts if (at := searched.find(part))]
    return Proved(
        hits=tuple(hits),
        strings=strings,
        places=tuple(places.items()),
        tools=(*makers(), ("pypdfium2", version("pypdfium2"))),
        standards=_standards(pdf),
    )


def _check(asked: Callable[[], bool]) -> None:
    if asked():
        raise Cancelled("The search was cancelled.")


def _traced(text: Text) -> Text:
    return attrs.evolve(text, words=trace(text.words))


def _over_pages(pages: Sequence[str]) -> Iterator[Text]:
    """What may run on from page to page: each of the last lines of one, which may be its foot, before the next one's.

    Longer texts are found by a piece of them on either page.
    """
    lines = [page.splitlines() for page in pages]
    for number, (before, after) in enumerate(pairwise(lines)):
        ends = {"".join(before[: last + 1])[-_SEAM:] for last in range(max(len(before) - _FOOT, 0), len(before))}
        begins = {"".join(after[first:])[:_SEAM] for first in range(min(len(after), _HEAD))}
        yield from (Text("page text", end + begin, number) for end in sorted(ends) for begin in sorted(begins))


def texts_in(pdf: bytes) -> Iterator[Text]:
    """All that can be read in a file. Raises `Refused` where it can't be."""
    for page, words in enumerate(read_pages(pdf)):
        yield Text("page text", words, page)
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            yield from texts_of(document, pdf)
    except pikepdf.PdfError as error:
        raise Refused("The finished file can’t be read again. Nothing was issued. Try again.") from error


class _Searched:
    """All texts of a file, joined; a table of what begins anywhere in them tells most absent texts at once."""

    def __init__(self, texts: list[Text]) -> None:
        self._texts = texts
        self._joined = "\n".join(text.words for text in texts)
        self._begins = bytearray(_SLOTS)
        joined, begins = self._joined, self._begins
        for start in range(len(joined) - SHORTEST + 1):
            begins[hash(joined[start : start + SHORTEST]) % _SLOTS] = 1

    def find(self, part: str) -> Text | None:
        """The first text that holds this part."""
        begins, last = self._begins, len(part) - SHORTEST
        if not all(begins[hash(part[start : start + SHORTEST]) % _SLOTS] for start in (*range(0, last, 5), last)):
            return None
        if part not in self._joined:
            return None
        return next((text for text in self._texts if part in text.words), None)


def _standards(pdf: bytes) -> tuple[str, ...]:
    """What the file says of itself."""
    with pikepdf.open(BytesIO(pdf)) as document:
        metadata = document.Root.get("/Metadata")
        said = metadata.read_bytes() if isinstance(metadata, pikepdf.Stream) else b""
    found = ((name, pattern.search(said)) for pattern, name in _STANDARDS)
    return tuple(name.format(*(part.decode().lower() for part in match.groups())) for name, match in found if match)
