"""The frozen content of an issue printed again: the same bytes, or the version of Liaison that made them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import attrs

from brm_app import __version__
from brm_app.domain.content import Document
from brm_app.domain.freezing import thaw
from brm_app.domain.makers import Tools, differing
from brm_app.services.issuing.keeping import enclosures_of, files_of, issue_of
from brm_app.services.workspace import Workspace


@attrs.frozen
class Again:
    """What printing an issue again gave: `same` bytes; who made those issued, and what of that was otherwise `then`."""

    same: bool
    pdf: bytes = attrs.field(repr=False)
    made_by: str
    then: Tools = ()
    here: Tools = ()
    now: str = __version__

    @property
    def sentence(self) -> str:
        """What to tell a person."""
        if self.same:
            return "Its frozen content gives the same bytes again."
        if self.then or self.made_by != self.now:
            was, now = _named(self.made_by, self.then), _named(self.now, self.here)
            return f"It was made by {was}; this is {now}, which sets it otherwise."
        return "Its frozen content gives other bytes, though this version made it. Please tell us."


def _named(version: str, tools: Tools) -> str:
    """`Liaison 0.1.0 (typesetting 2, zlib 1.3)`."""
    others = ", ".join(" ".join(tool) for tool in tools if tool[0] != "Liaison")
    return f"Liaison {version} ({others})" if others else f"Liaison {version}"


def reissue(
    workspace: Workspace, number: str, printed: Callable[[Document, Sequence[tuple[str, bytes]]], bytes]
) -> Again:
    """Prints the frozen content of an issue again, with its appendices as they came: their names and bytes.

    Raises `Refused` where one of these is not what was issued.
    """
    found = issue_of(workspace, number)
    frozen, _ = files_of(workspace, number)
    pdf = printed(thaw(frozen), enclosures_of(workspace, found))
    then, here = differing(found.certificate.tools if found.certificate else ())
    return Again(hashlib.sha256(pdf).hexdigest() == found.sha256, pdf, found.version, then, here)
