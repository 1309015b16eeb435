"""A finished PDF as a reader meets it: text, outline, links and fonts."""

from __future__ import annotations

import re
from functools import cached_property
from io import BytesIO
from typing import Any

import attrs
import pikepdf

from brm_app.briefing import page_text
from brm_app.briefing.result import Typeset


@attrs.define(slots=False)
class Printed:
    """What other programs find in the bytes."""

    result: Typeset

    @cached_property
    def document(self) -> pikepdf.Pdf:
        """The PDF as qpdf's library reads it."""
        return pikepdf.open(BytesIO(self.result.pdf))

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page."""
        texts = (page_text(self.result.pdf, index) for index in range(self.result.pages))
        return [re.sub(" *\r?\n", "\n", text) for text in texts]

    @property
    def text(self) -> str:
        """All text, pages apart by newlines."""
        return "\n".join(self.pages)

    @property
    def words(self) -> set[str]:
        """All words."""
        return set(self.text.split())

    def faults(self) -> list[str]:
        """What qpdf's check has to say."""
        return list(self.document.check_pdf_syntax())

    def _numbers(self) -> dict[Any, int]:
        return {page.objgen: index for index, page in enumerate(self.document.pages)}

    def _page_of(self, target: Any) -> int:
        return self._numbers()[target[0].objgen]

    def outline(self) -> list[tuple[int, str, int]]:
        """(level, title, page index) of each bookmark, in order."""
        with self.document.open_outline() as outline:
            return self._entries(outline.root, 0)

    def _entries(self, items: Any, level: int) -> list[tuple[int, str, int]]:
        found = []
        for item in items:
            found.append((level, item.title, self._page_of(item.destination)))
            found += self._entries(item.children, level + 1)
        return found

    def links(self) -> list[tuple[int, int, float]]:
        """(page index, target's page index, its distance from that page's bottom) of each link."""
        found = []
        for index, page in enumerate(self.document.pages):
            for mark in page.get("/Annots", []):
                found.append((index, self._page_of(mark.Dest), float(mark.Dest[3])))
        return found

    def fonts(self) -> dict[str, bool]:
        """Font name → whether it is embedded."""
        found = {}
        for page in self.document.pages:
            for font in page.Resources.get("/Font", {}).values():
                found[str(font.BaseFont)] = "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
        return found
