"""Appendices: PDF pages of others behind a pack, with everything taken out of them that could act."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf

from brm_app.briefing.result import Appendix
from brm_app.briefing.scripts import outline_text
from brm_app.briefing.stamps import stamp_pages
from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.issues import MOST_APPENDED, MOST_APPENDICES, Looked

_MOST_BYTES = 200_000_000
_MOST_UNPACKED = 128 << 20
_HEAD = 1024
_KEPT = "Nothing was saved."
# All that makes up the look of a page; what else a page may hold acts, names other files or tells of its maker.
_PAGE_KEYS = frozenset("/Type /MediaBox /CropBox /Rotate /Resources /Contents /Group /UserUnit".split())
_ACTING_KEYS = frozenset(
    "/AA /AF /Alternates /EF /FFilter /FDecodeParms /JS /Metadata /OpenAction /OPI /PieceInfo /Ref /StructParent "
    "/StructParents /Thumb /XFA".split()
)
_WEB = ("http://", "https://", "mailto:")


class Unfit(Refused):
    """An appendix can't be taken: `what` is the matter with it, and the way out."""

    what = way_out = ""


def look_at(appendix: Appendix) -> Looked:
    """What is known of an appendix before it is put behind a pack; takes as long as that."""
    try:
        with _opened(appendix) as (foreign, pages):
            _tame(appendix, foreign)
    except Unfit as unfit:
        return Looked(fault=unfit.what, way_out=unfit.way_out)
    return Looked(pages=pages)


def pages_of(appendices: Sequence[Appendix]) -> int:
    """How many pages the appendices have. Raises Refused for one that cannot be taken."""
    count = 0
    for appendix in appendices:
        with _opened(appendix) as (_, pages):
            count += pages
    _check_count(len(appendices), count)
    return count


def add_appendices(document: pikepdf.Pdf, appendices: Sequence[Appendix], content: Document) -> None:
    """Put the appendices behind the pages of a document, stamped as what it is. Raises Refused."""
    count, own = 0, len(document.pages)
    for letter, appendix in zip(string.ascii_uppercase, appendices, strict=False):
        with _opened(appendix) as (foreign, pages):
            count += pages
            _check_count(len(appendices), count)
            hidden = _tame(appendix, foreign)
            start = len(document.pages)
            document.pages.extend(foreign.pages)
            _hide(document, [document.copy_foreign(layer) for layer in hidden])
        _label(document, start, letter)
        _bookmark(document, start, f"Appendix {letter}: {outline_text(appendix.name)}")
    stamp_pages(document, own, content)


def _check_count(appendices: int, pages: int) -> None:
    if appendices > MOST_APPENDICES:
        raise Refused(
            f"There are {appendices} appendices, and at most {MOST_APPENDICES} can be added. {_KEPT} Leave some out."
        )
    if pages > MOST_APPENDED:
        raise Refused(f"The appendices have {pages} pages, and at most {MOST_APPENDED} can be added. {_KEPT}")


@contextmanager
def _opened(appendix: Appendix) -> Iterator[tuple[pikepdf.Pdf, int]]:
    """The appendix as it is, and its number of pages. Raises Refused."""
    _bound()
    if len(appendix.data) > _MOST_BYTES:
        raise _wrong(appendix, "is larger than 200 MB", "Choose a smaller one.")
    if b"%PDF-" not in appendix.data[:_HEAD]:  # the reader would dig one out of whatever holds one
        raise _broken(appendix)
    try:
        foreign = pikepdf.open(BytesIO(appendix.data))
        count = len(foreign.pages)
    except pikepdf.PasswordError as error:
        raise _locked(appendix) from error
    except Exception as error:  # the file may be anything, and the reader raises whatever it likes
        raise _broken(appendix) from error
    with foreign:
        if foreign.is_encrypted:
            raise _locked(appendix)
        if not count:
            raise _wrong(appendix, "has no pages", "Choose another file.")
        if "/Collection" in foreign.Root:
            raise _wrong(appendix, "is a folder of other files", "Add these one by one.")
        if bool(foreign.Root.get("/NeedsRendering")):
            raise _wrong(appendix, "is a form whose pages are made only when it is opened", "Print it to a PDF.")
        if count > MOST_APPENDED:
            most = f"at most {MOST_APPENDED} can be added"
            raise _wrong(appendix, f"has {count} pages; {most}", "Choose a shorter one.")
        yield foreign, count


@cache
def _bound() -> None:
    """Let no few bytes unpack into more memory than there is; this holds for the whole process."""
    most = _MOST_UNPACKED
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=most,
        run_length_max_memory=most,
        png_max_memory=most,
        tiff_max_memory=most,
        dct_max_memory=most,
    )


def _wrong(appendix: Appendix, what: str, instead: str) -> Unfit:
    made = Unfit(f"The appendix “{appendix.name}” {what}. {_KEPT} {instead}")
    made.what, made.way_out = what, instead
    return made


def _locked(appendix: Appendix) -> Unfit:
    return _wrong(appendix, "has a password", "Ask for a copy without one.")


def _broken(appendix: Appendix) -> Unfit:
    return _wrong(appendix, "is no PDF, or a damaged one", "Choose another file.")


def _tame(appendix: Appendix, foreign: pikepdf.Pdf) -> list[Any]:
    """Leave nothing but what can be seen; gives back the layers that are switched off. Raises Refused."""
    try:
        hidden = _hidden(foreign)
        links = [_links(page) for page in foreign.pages]
        foreign.generate_appearance_streams()
        foreign.flatten_annotations("all")  # what is filled in, stamped or marked stays to be seen
        for page, kept in zip(foreign.pages, links, strict=True):
            _tame_page(foreign, page, kept)
        for item in foreign.objects:
            _without_acts(item)
    except Exception as error:  # see above
        raise _broken(appendix) from error
    return hidden


def _hidden(foreign: pikepdf.Pdf) -> list[Any]:
    """The layers that are switched off."""
    held: Any = foreign.Root.get("/OCProperties", {})
    shown: Any = held.get("/D", {})
    if shown.get("/BaseState") == "/OFF":
        lit = {layer.objgen for layer in shown.get("/ON", [])}
        return [layer for layer in held.get("/OCGs", []) if layer.objgen not in lit]
    return list(shown.get("/OFF", []))


def _hide(document: pikepdf.Pdf, layers: Sequence[Any]) -> None:
    """Keep these layers switched off, where no list of layers offers to switch them on."""
    if layers and "/OCProperties" not in document.Root:
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=[], D=pikepdf.Dictionary(OFF=[]))
    for layer in layers:
        known: Any = document.Root.OCProperties
        known.OCGs.append(layer)
        known.D.OFF.append(layer)


def _links(page: pikepdf.Page) -> list[tuple[Any, str]]:
    """Rectangle and address of each link of the page into the web."""
    found = []
    marks: Any = page.get("/Annots", [])
    for mark in marks:
        address = str(mark.get("/A", {}).get("/URI", "")) if mark.get("/Subtype") == "/Link" else ""
        if address.lower().startswith(_WEB) and address.isprintable():
            found.append(([float(number) for number in mark.Rect][:4], address))
    return found


def _tame_page(foreign: pikepdf.Pdf, page: pikepdf.Page, links: Sequence[tuple[Any, str]]) -> None:
    for key in ("/MediaBox", "/CropBox", "/Rotate", "/Resources"):  # these may be said once for many pages
        value = page.obj.get(key, _inherited(page.obj, key))
        if value is not None:
            page.obj[key] = value
    for key in set(page.obj.keys()) - _PAGE_KEYS - {"/Parent"}:
        del page.obj[key]
    held: Any = page.obj.get("/Contents")
    if isinstance(held, pikepdf.Array):
        parts = [part.read_bytes() for part in held if isinstance(part, pikepdf.Stream)]
        page.obj.Contents = foreign.make_stream(b"\n".join(parts))
    if links:
        page.obj.Annots = pikepdf.Array([_link(foreign, *link) for link in links])


def _inherited(page: Any, key: str) -> Any:
    parent = page.get("/Parent")
    for _ in range(50):
        if parent is None or key in parent:
            break
        parent = parent.get("/Parent")
    return None if parent is None else parent.get(key)


def _link(foreign: pikepdf.Pdf, rect: list[float], address: str) -> Any:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    return foreign.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=rect,
            Border=[0, 0, 0],
            F=4,
            Contents=pikepdf.String(address),
            A=action,
        )
    )


def _without_acts(item: Any) -> None:
    """Take out of an object whatever could act or reach out."""
    todo = [item]
    while todo:
        part = todo.pop()
        if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            for key in _ACTING_KEYS & set(part.keys()):
                del part[key]
            if isinstance(part, pikepdf.Stream) and "/F" in part:
                del part["/F"]  # a stream that stands in another file
            todo += [value for value in part.values() if _is_nested(value)]
        elif isinstance(part, pikepdf.Array):
            todo += [value for value in part if _is_nested(value)]


def _is_nested(value: Any) -> bool:
    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect


def _label(document: pikepdf.Pdf, start: int, letter: str) -> None:
    label = pikepdf.Dictionary(S=pikepdf.Name.D, P=pikepdf.String(f"{letter}-"))
    numbers: Any = document.Root.PageLabels.Nums
    numbers.extend([start, label])


def _bookmark(document: pikepdf.Pdf, start: int, title: str) -> None:
    """An entry at the end of the outline."""
    outline: Any = document.Root.Outlines
    target = pikepdf.Array([document.pages[start].obj, pikepdf.Name.Fit])
    entry = pikepdf.Dictionary(Title=pikepdf.String(title), Parent=outline, Dest=target, Prev=outline.Last)
    item = document.make_indirect(entry)
    outline.Last.Next = item
    outline.Last = item
    outline.Count += 1
