"""What may come to a typeset PDF: appendices behind it, a password around it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pikepdf

from brm_app.briefing.appendices import add_appendices
from brm_app.briefing.claims import LOCKED, NONE, claim
from brm_app.briefing.passwords import usable
from brm_app.briefing.result import Appendix
from brm_app.domain.content import Document


def append_appendices(pdf: bytes, appendices: Sequence[Appendix], content: Document) -> bytes:
    """The pack with the appendices behind it, their pages labelled A-1, A-2, … B-1, and a bookmark for each.

    `content` is that of the pack, whose marking, number and DRAFT are printed on these pages too.

    The pack itself has to be typeset with `following=pages_of(appendices)`, so that its page numbers count these too.
    What a page of an appendix could do (scripts, attachments, forms, links to anywhere but the web) is taken out. The
    whole no longer claims to be accessible or archivable: the pages of others are as they are. Raises Refused.
    """
    if not appendices:
        return pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        add_appendices(document, appendices, content)
        claim(document, NONE)
        return _saved(document)


def protect(pdf: bytes, password: str) -> bytes:
    """The same pages behind a password (AES-256); no two copies are the same bytes. Raises Refused."""
    secret = usable(password)
    with pikepdf.open(BytesIO(pdf)) as document:
        claim(document, LOCKED if _is_whole(document) else NONE)
        lock = pikepdf.Encryption(owner=secret, user=secret, R=6, aes=True, metadata=True)
        return _saved(document, lock)


def _is_whole(document: pikepdf.Pdf) -> bool:
    return b"<pdfuaid:part>" in document.Root.Metadata.read_bytes()


def _saved(document: pikepdf.Pdf, lock: pikepdf.Encryption | None = None) -> bytes:
    """The bytes: small objects packed together, streams left as they are."""
    out = BytesIO()
    kept: dict[str, Any] = {"stream_decode_level": pikepdf.StreamDecodeLevel.none}
    document.save(
        out,
        min_version="1.7",
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=lock is None,
        encryption=lock or False,
        **({} if lock else kept),
    )
    return out.getvalue()
