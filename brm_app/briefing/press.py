"""What whoever issues a briefing needs of typesetting: pages with appendices behind them, and their proof."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

import attrs

from brm_app.briefing.appendices import pages_of
from brm_app.briefing.finish import append_appendices
from brm_app.briefing.proof import prove
from brm_app.briefing.result import Appendix, Typeset
from brm_app.domain.content import Document
from brm_app.domain.issues import Appended, Behind, Printed, Proved


@attrs.frozen
class Press:
    """`typeset` is that of the engine, or of a `Typesetter` with its process."""

    typeset: Callable[..., Typeset]
    appendices: Sequence[Appendix] = ()

    @property
    def following(self) -> int:
        """How many pages of appendices follow ours. Raises `Refused` for one that can't be taken."""
        return pages_of(self.appendices)

    def printed(self, content: Document) -> Printed:
        """The content on paper, its appendices behind it."""
        made = self.own_pages(content)
        return Printed(
            pdf=self.bound(made.pdf, content),
            pages=made.pages + self.following,
            minutes=made.minutes,
            missing=made.missing,
            typeset_sha256=hashlib.sha256(made.pdf).hexdigest(),
            appendices=tuple(_appended(appendix) for appendix in self.appendices),
            enclosed=tuple(appendix.data for appendix in self.appendices),
        )

    def own_pages(self, content: Document) -> Typeset:
        """Our pages alone; their numbers count those of the appendices."""
        return self.typeset(content, following=self.following) if self.appendices else self.typeset(content)

    def bound(self, pdf: bytes, content: Document) -> bytes:
        """Our pages of this content with the appendices behind them."""
        return append_appendices(pdf, self.appendices, content)

    def prove(self, pdf: bytes, behind: Iterable[Behind], content: Document) -> Proved:
        """What a search of the file, and of the content in it, finds."""
        return prove(pdf, behind, content)


def _appended(appendix: Appendix) -> Appended:
    return Appended(name=appendix.name, sha256=hashlib.sha256(appendix.data).hexdigest(), pages=pages_of([appendix]))
