"""The frozen content of an issue typeset again: the same bytes, or the version of Liaison that made them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import attrs

from brm_app import __version__
from brm_app.domain.content import Document
from brm_app.domain.freezing import thaw
from brm_app.services.issuing.keeping import files_of, issue_of
from brm_app.services.workspace import Workspace


@attrs.frozen
class Again:
    """What typesetting an issue again gave: `same` bytes, and who made those that were issued."""

    same: bool
    pdf: bytes = attrs.field(repr=False)
    made_by: str
    now: str = __version__

    @property
    def sentence(self) -> str:
        """What to tell a person."""
        if self.same:
            return "Its frozen content gives the same bytes again."
        if self.made_by != self.now:
            return f"It was made by Liaison {self.made_by}; this is {self.now}, which sets it otherwise."
        return "Its frozen content gives other bytes, though this version made it. Please tell us."


def reissue(workspace: Workspace, number: str, typeset: Callable[[Document, int], bytes]) -> Again:
    """Typesets the frozen content of an issue again; `typeset` is told how many pages of appendices follow.

    The appendices, which are files of others, are no part of it.
    """
    found = issue_of(workspace, number)
    frozen, _ = files_of(workspace, number)
    certificate = found.certificate
    pdf = typeset(thaw(frozen), sum(each.pages for each in certificate.appendices) if certificate else 0)
    ours = certificate.typeset_sha256 if certificate else found.sha256
    return Again(hashlib.sha256(pdf).hexdigest() == ours, pdf, found.version)
