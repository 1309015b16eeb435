"""Fonts as a PDF holds them: the letters that are used, each of them one byte, and which letter each byte is."""

from __future__ import annotations

import struct
from itertools import count, groupby
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from brm_app.briefing.scripts import plain_letter

_SPACE, _NO_BREAK = 0x20, 0xA0
_UNDEFINED = (0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D)  # no letters in Windows 1252
_WESTERN = {ord(bytes([code]).decode("cp1252")): code for code in range(0x20, 0x100) if code not in _UNDEFINED}
# Not 0, which is no letter, the space, nor the ends of lines, which a reader takes for one another.
_FREE = (*(code for code in range(1, 0x20) if code not in b"\n\r"), *_UNDEFINED, *range(0xFF, 0x20, -1))


class _Subsets:
    """The bytes of one font in one document, by subsets of at most 256.

    A Western letter keeps its byte of Windows 1252, in every font: so the same words are the same bytes whatever they
    are set in, which packs smaller, and fonts share the table that tells readers what to copy. Other letters take
    bytes that are left, as they come, and go on in further subsets.
    """

    def __init__(self) -> None:
        self.letters = [[0] * 0x100]
        self.name = ""
        self._places: dict[int, tuple[int, int]] = {}
        self._free = ((number, code) for number in count() for code in _FREE)

    def place(self, letter: int) -> tuple[int, int]:
        """The subset of a letter and its byte there."""
        if letter not in self._places:
            own = _WESTERN.get(letter, 0)
            number, code = self._places[letter] = (0, own) if own and not self.letters[0][own] else self._next()
            self.letters[number][code] = letter
        return self._places[letter]

    def _next(self) -> tuple[int, int]:
        while True:
            number, code = next(self._free)
            if number == len(self.letters):
                self.letters.append([0] * 0x100)
            if not self.letters[number][code]:
                return number, code


def _copied(letter: int) -> int:
    """The letter behind an Arabic form; two letters in one shape stay one: readers would turn them around."""
    plain = plain_letter(chr(letter))
    return ord(plain) if len(plain) == 1 else letter


def _to_unicode(letters: list[int], western: bool) -> str:
    """The table that tells a reader which letter each byte of a subset is: UTF-16 beyond the basic plane."""
    meant = {code: letter for letter, code in _WESTERN.items()} if western else {}
    meant |= {code: _copied(letter) for code, letter in enumerate(letters) if letter}
    runs = groupby(sorted(meant.items()), lambda pair: (pair[1] - pair[0], pair[1] >> 8))
    ranges = [(run[0][0], run[-1][0], chr(run[0][1])) for run in (list(pairs) for _, pairs in runs)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for block in (ranges[at : at + 100] for at in range(0, len(ranges), 100)):  # the format allows no more in a block
        lines.append(f"{len(block)} beginbfrange")
        lines += [f"<{first:02X}> <{last:02X}> <{text.encode('utf-16-be').hex()}>" for first, last, text in block]
        lines.append("endbfrange")
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


def _shared(doc: Any, said: str) -> Any:
    """The stream of the document in which that is said; one for all who say the same."""
    if said not in doc.idToObject:
        stream: Any = pdfdoc.PDFStream()
        stream.content, stream.filters = said, [pdfdoc.PDFZCompress]
        doc.Reference(stream, said)
    return pdfdoc.PDFObjectReference(said)


class EmbeddedFont(TTFont):
    """A TrueType font of which a document holds the letters that it uses, and out of which text can be copied."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, asciiReadable=False)
        # The names in a font, its whole licence among them, would take a fifth of each subset; the licence of every
        # font is among the files of the program. What a system wants to know to install it nobody reads in a PDF.
        for unread in ("name", "OS/2"):
            self.face.table.pop(unread, None)
        self._mend_advances()

    def _mend_advances(self) -> None:
        """The last advance in the table is that of all glyphs behind it; reading them, the library scales it."""
        face: Any = self.face
        held = face.hmetrics
        (own,) = struct.unpack(">H", face.get_table("hhea")[34:36])
        held[own:] = [(held[own - 1][0], bearing) for _, bearing in held[own:]]

    def _subsets(self, doc: Any) -> _Subsets:
        state: Any = self.state
        if doc not in state:
            state[doc] = _Subsets()
        found: _Subsets = state[doc]
        return found

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """The text as the bytes of one subset after the other."""
        subsets, known = self._subsets(doc), self.face.charToGlyph
        parts: list[tuple[int, bytearray]] = []
        for letter in map(ord, text):
            if letter in (_SPACE, _NO_BREAK):  # every subset has the space: on its own it is lost when text is copied
                number, code = parts[-1][0] if parts else 0, _SPACE
                subsets.letters[number][_SPACE] = _SPACE
            else:
                number, code = subsets.place(letter) if letter in known else (0, 0)
            if not parts or parts[-1][0] != number:
                parts.append((number, bytearray()))
            parts[-1][1].append(code)
        return [(number, bytes(codes)) for number, codes in parts]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:
        """The name by which a page chooses the subset."""
        subsets = self._subsets(doc)
        if not subsets.name:
            subsets.name = f"F{len(doc.fontMapping) + 1}"
            doc.fontMapping[self.fontName] = f"/{subsets.name}"
            doc.delayedFonts.append(self)
        return f"/{subsets.name}+{subset}"

    def addObjects(self, doc: Any) -> None:
        """Adds all subsets to the document."""
        subsets = self._subsets(doc)
        del self.state[doc]
        for number, letters in enumerate(subsets.letters):
            self._add(doc, f"{subsets.name}+{number}", number, letters)

    def _add(self, doc: Any, name: str, number: int, letters: list[int]) -> None:
        used = [code for code, letter in enumerate(letters) if letter] or [0]
        first, last = used[0], used[-1]
        face: Any = self.face
        written: Any = pdfdoc.PDFTrueTypeFont()
        written.BaseFont = b"".join((SUBSETN(number), b"+", face.name, face.subfontNameX)).decode("latin-1")
        written.FirstChar, written.LastChar = first, last
        written.Widths = pdfdoc.PDFArray([face.getCharWidth(letter) for letter in letters[first : last + 1]])
        written.ToUnicode = _shared(doc, _to_unicode(letters, western=not number))
        written.FontDescriptor = face.addSubsetObjects(doc, written.BaseFont, letters[: last + 1])
        doc.Reference(written, name)
        doc.idToObject["BasicFonts"].dict[name] = written
