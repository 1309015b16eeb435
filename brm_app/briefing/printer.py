"""A press whose work is done by a typesetter in its process, so that a window never loads the PDF libraries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import attrs

from brm_app.briefing.process import Typesetter
from brm_app.briefing.result import Appendix, Typeset
from brm_app.domain.content import Document
from brm_app.domain.issues import Behind, Printed, Proved


@attrs.frozen
class Printer:
    """Both callbacks are those of `Typesetter.typeset`."""

    typesetter: Typesetter
    appendices: Sequence[Appendix] = ()
    on_page: Callable[[int], None] = lambda _page: None
    cancelled: Callable[[], bool] = lambda: False

    def printed(self, content: Document) -> Printed:
        """The content on paper, its appendices behind it."""
        return self.typesetter.printed(content, self.appendices, self.on_page, self.cancelled)

    def prove(self, pdf: bytes, behind: Iterable[Behind], content: Document) -> Proved:
        """What a search of the file, and of the content in it, finds."""
        return self.typesetter.prove(pdf, behind, content, self.cancelled)


def typeset_apart(content: Document) -> Typeset:
    """`typeset` in a process that ends with it, for one who seldom needs a page."""
    typesetter = Typesetter()
    try:
        return typesetter.typeset(content)
    finally:
        typesetter.close()


def locked_apart(pdf: bytes, password: str) -> bytes:
    """`protect` in a process that ends with it. Raises `Refused`."""
    typesetter = Typesetter()
    try:
        return typesetter.locked(pdf, password)
    finally:
        typesetter.close()
