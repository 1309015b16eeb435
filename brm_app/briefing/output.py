"""What was drawn as a file: the canvas's objects and the tree of tags, each page as soon as it is drawn."""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from brm_app.briefing.claims import WHOLE, packet, profile
from brm_app.briefing.packed import PackedFile, stream
from brm_app.briefing.tags import Tags
from brm_app.briefing.tagtree import write_tree

_TOLD = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer")


class Output:
    """Writes what a canvas holds. The canvas's own writer keeps all of it in memory, several times over."""

    def __init__(self, canvas: Any, language: str) -> None:
        self._canvas, self._document, self._language = canvas, canvas._doc, language
        self._file = PackedFile(self._new_number)
        self._pages: list[int] = []

    def _new_number(self) -> int:
        self._document.objectcounter += 1  # the canvas counts on from it
        return int(self._document.objectcounter)

    def _number_of(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def page(self, key: int) -> None:
        """Write what is on the page just drawn; `key` leads to its marks in the tree of tags."""
        name = f"Page{len(self._pages) + 1}"
        page, number = self._document.idToObject[name], self._new_number()
        self._pages.append(self._number_of(name))
        self._file.add_alone(number, stream(b"/Filter/FlateDecode", zlib.compress(page.stream.encode("latin-1"), 9)))
        page.stream, page.Contents = None, f"{number} 0 R"
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = key, pdfdoc.PDFName("S")

    def finish(self, tags: Tags) -> bytes:
        """The whole file."""
        document = self._document
        root, info = (self._number_of(document.Reference(held).name) for held in (document.Catalog, document.info))
        for font in document.delayedFonts:
            font.addObjects(document)
        document.Outlines.prepare(document, self._canvas)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        said = pdfdoc.format(document.Catalog, document, toplevel=1).rstrip().removesuffix(b">>")
        self._write_objects(root)
        tree = write_tree(self._file, tags, self._pages, self._number_of)
        said += b"/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/PageLabels<</Nums[0<</S/D>>]>>" % tree
        self._file.add(root, said + self._claims() + b">>")
        return self._file.finish(root, info)

    def _write_objects(self, root: int) -> None:
        """All that the canvas holds, but not its root; while one is written, others may come up."""
        document, number = self._document, 0
        while number < document.objectcounter:
            number += 1
            name = document.numberToId.get(number)  # our own objects have none there
            if name and number != root:
                said = pdfdoc.format(document.idToObject[name], document, toplevel=1).rstrip(b"\n")
                if said.endswith(b"endstream"):
                    self._file.add_alone(number, said.removesuffix(b"endstream") + b"\nendstream")
                else:
                    self._file.add(number, said)
        document.idToObject.clear()  # written, and large

    def _claims(self) -> bytes:
        """What the root says of what the file claims to be."""
        year, month, day, *_ = self._document._timeStamp.YMDhms
        told = {f"/{name}": str(getattr(self._document.info, name.lower())) for name in _TOLD}
        told |= dict.fromkeys(("/CreationDate", "/ModDate"), f"D:{year:04}{month:02}{day:02}")
        metadata, intended = self._file.new_number(), self._file.new_number()
        self._file.add_alone(metadata, stream(b"/Type/Metadata/Subtype/XML", packet(told, self._language, WHOLE)))
        self._file.add_alone(intended, stream(b"/N 3/Filter/FlateDecode", profile()))
        intent = b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        intent += b"/DestOutputProfile %d 0 R>>" % intended
        return b"/Metadata %d 0 R/OutputIntents[%s]" % (metadata, intent)
