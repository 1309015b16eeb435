"""All that can be read in a PDF beside its pages' text: objects, streams, names, and what nobody refers to."""

from __future__ import annotations

import base64
import html
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import pikepdf

PLACES = (
    "page text", "page instructions", "metadata", "bookmarks", "link targets", "alternative texts", "annotations",
    "form fields", "attachments", "fonts", "pictures", "names", "other strings", "other streams", "leftovers",
)  # fmt: skip
_KEYS = {
    "/Alt": "alternative texts", "/ActualText": "alternative texts", "/E": "alternative texts",
    "/URI": "link targets", "/Dest": "link targets", "/D": "link targets", "/Contents": "annotations",
    "/T": "form fields", "/TU": "form fields", "/V": "form fields", "/DV": "form fields",
    "/UF": "attachments", "/F": "attachments", "/Desc": "attachments",
    "/Title": "bookmarks", "/Author": "metadata", "/Subject": "metadata", "/Keywords": "metadata",
    "/Creator": "metadata", "/Producer": "metadata",
}  # fmt: skip
_KINDS = {"/Metadata": "metadata", "/EmbeddedFile": "attachments", "/XML": "metadata"}
_MOST = 64 << 20  # bytes of one stream that are read; more is a trap in an appendix
_SHORT = 6
Pages = dict[tuple[int, int], int]

_LITERAL = re.compile(rb"\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{12,})>")
_OCTAL = re.compile(rb"\\([0-7]{3})")
_NAME = re.compile("#([0-9A-Fa-f]{2})")
# Runs of what reads as text in bytes that are none: UTF-8, then Latin-1.
_RUN = re.compile(
    rb"(?:[\x20-\x7e\t\r\n]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
)
_LATIN_RUN = re.compile(rb"(?:[\x20-\x7e\t\r\n]|[\xa0-\xff](?=[\x20-\x7e])){6,}")
_STREAM = re.compile(rb"stream\r?\n")


@attrs.frozen
class Text:
    """Something that can be read, where it stands, and on which page, from 0, where that is known."""

    place: str
    words: str
    page: int | None = None


def texts_of(document: pikepdf.Pdf, pdf: bytes) -> Iterator[Text]:
    """All that is in a file; `pdf` is its bytes, for what the document no longer refers to."""
    pages = _pages(document)
    known, named = set[int](), set[str]()
    for item in (document.trailer, *document.objects):
        if isinstance(item, pikepdf.Stream):
            if item.get("/Type") in ("/ObjStm", "/XRef"):
                continue  # the objects in it come by themselves; what is left of earlier ones is a leftover
            known.add(_mark(item.read_raw_bytes()))
        yield from _walk(item, "other strings", pages.get(item.objgen), pages, named)
    yield from _leftovers(pdf, known)


def _pages(document: pikepdf.Pdf) -> Pages:
    """The page that each object belongs to: the first that names it."""
    found: Pages = {}
    for number, page in enumerate(document.pages):
        resources: Any = page.obj.get("/Resources", {})
        for held in (page.obj, page.obj.get("/Contents"), page.obj.get("/Annots"), *resources.values()):
            for item in (held, *_inside(held)):
                if isinstance(item, pikepdf.Object) and item.is_indirect:
                    found.setdefault(item.objgen, number)
    return found


def _inside(held: Any) -> list[Any]:
    if isinstance(held, pikepdf.Array):
        return list(held)
    return list(held.values()) if isinstance(held, pikepdf.Dictionary) else []


def _walk(whole: Any, place: str, page: int | None, pages: Pages, named: set[str]) -> Iterator[Text]:
    """The strings, names and streams of one object; objects of their own in it come in their turn.

    A name is given once for the whole file: `named` holds those that were.
    """
    todo: list[tuple[str, Any]] = [(place, whole)]
    while todo:
        place, item = todo.pop()
        if isinstance(item, pikepdf.String):
            yield from (Text(place, words, page) for words in _strings(bytes(item)))
        elif isinstance(item, pikepdf.Name):
            yield from _new_names([_spelt(bytes(item))], page, named)
        elif isinstance(item, pikepdf.Array):
            todo += [(place, held) for held in reversed(list(item)) if _is_inside(held)]
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            page = _page(item, pages) if page is None else page
            held_here = list(item.items())
            keys = [_spelt(key.encode("utf-8", "surrogateescape")) for key, _ in held_here]
            yield from _new_names(keys, page, named)
            if isinstance(item, pikepdf.Stream):
                yield from (Text(_kind(item, page), words, page) for words in readings(_data(item)))
            todo += [(_KEYS.get(key, place), held) for key, held in reversed(held_here) if _is_inside(held)]


def _new_names(names: Sequence[str], page: int | None, named: set[str]) -> list[Text]:
    new = [name for name in names if name not in named]
    named.update(new)
    return [Text("names", _named(name), page) for name in new]


def _is_inside(held: Any) -> bool:
    return isinstance(held, pikepdf.Object) and not held.is_indirect


def _page(item: Any, pages: Pages) -> int | None:
    """The page that an element of the structure, or a mark, says it is on."""
    named = item.get("/Pg", item.get("/P"))
    return pages.get(named.objgen) if isinstance(named, pikepdf.Dictionary) else None


def _kind(stream: Any, page: int | None) -> str:
    if stream.get("/Subtype") == "/Image":
        return "pictures"
    if stream.get("/Type") in _KINDS:
        return _KINDS[str(stream.get("/Type"))]
    if "/Length1" in stream or stream.get("/Subtype") in ("/CIDFontType0C", "/Type1C", "/OpenType"):
        return "fonts"
    return "other streams" if page is None else "page instructions"


def _data(stream: Any) -> bytes:
    """What a stream holds, decoded where it can be, and never more than a sane one does."""
    raw: bytes = stream.read_raw_bytes()
    held = stream.get("/Filter", pikepdf.Array())
    names = list(held) if isinstance(held, pikepdf.Array) else [held]
    filters = [_spelt(bytes(name)) for name in names if isinstance(name, pikepdf.Name)]
    if len(raw) > _MOST // 1000 or filters.count("/FlateDecode") > 1:  # it might swell beyond all bounds
        for name in filters:
            raw = _BOUNDED[name](raw) or raw[:_MOST] if name in _BOUNDED else raw
        return raw
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:  # a picture in a coding of its own, or a broken stream
        return raw


def _inflated(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, _MOST)
    except zlib.error:
        return b""


def _from_ascii(raw: bytes) -> bytes:
    try:
        return base64.a85decode(b"".join(raw.split()).removesuffix(b"~>"))
    except ValueError:
        return b""


_BOUNDED = {"/FlateDecode": _inflated, "/Fl": _inflated, "/ASCII85Decode": _from_ascii, "/A85": _from_ascii}


def readings(data: bytes) -> Iterator[str]:
    """The ways in which bytes can be read: as text, and the strings that are written in them."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        yield "\n".join(run.decode("utf-8", "replace") for run in _RUN.findall(data))
        yield "\n".join(run.decode("latin-1") for run in _LATIN_RUN.findall(data))
        if data.count(0) * 3 > len(data):
            yield data.decode("utf-16-be", "replace")
            yield data.decode("utf-16-le", "replace")
    else:
        yield html.unescape(text) if "&" in text else text
    written = [_OCTAL.sub(_octet, found) for found in _LITERAL.findall(data) if len(found) >= _SHORT]
    written += [bytes.fromhex(_even(found)) for found in _HEX.findall(data)]
    yield from (words for found in written if not found.isascii() or found.count(0) for words in _strings(found))


def _octet(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8) & 255])


def _even(found: bytes) -> str:
    digits = b"".join(found.split()).decode()
    return digits + "0" * (len(digits) % 2)


def _strings(data: bytes) -> Iterator[str]:
    """What a string of a PDF may say; it names no coding unless it begins with a mark."""
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        yield data.decode("utf-16", "replace")
    else:
        yield str(pikepdf.String(data))
        if not data.isascii():
            yield data.decode("utf-8", "replace")


def _spelt(name: bytes) -> str:
    """A name as text; those of others may be in any coding."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("latin-1")


def _named(name: str) -> str:
    """A name with its escapes undone."""
    if "#" not in name:
        return name
    return _NAME.sub(lambda found: chr(int(found[1], 16)), name).encode("latin-1", "replace").decode("utf-8", "replace")


def _mark(data: bytes) -> int:
    """By what a stream is known again, with or without the line end before `endstream`."""
    return hash(data.rstrip(b"\r\n"))


def _leftovers(pdf: bytes, known: set[int]) -> Iterator[Text]:
    """What stands between the streams of the file, and streams that no table of contents names."""
    between, end = [], 0
    for found in _STREAM.finditer(pdf):
        if found.start() < end or pdf[found.start() - 3 : found.start()] == b"end":
            continue
        between.append(pdf[end : found.start()])
        end = max(pdf.find(b"endstream", found.end()), found.end())
        body = pdf[found.end() : end]
        if _mark(body) not in known:
            yield from (Text("leftovers", words) for words in readings(_inflated(body) or body))
    yield from (Text("leftovers", words) for words in readings(b"\n".join((*between, pdf[end:]))))
