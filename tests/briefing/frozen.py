"""Briefings whose bytes are kept as hashes, so that nobody changes the typesetting without giving it a new number."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import attrs

from brm_app.briefing import Appendix, typeset
from brm_app.briefing.press import Press
from brm_app.domain.content import Document, Paragraph, Section, plain
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff
from tests.briefing.test_stagemap import journey

KEPT = Path(__file__).parent / "fixtures/typesetting.json"
_SCRIPTS = "12 min (½) ﬁ é שלום مرحبا, ไทย हिन्दी 漢字 한국어 Ελληνικά Кириллица 𝐀𝐁 😀 →÷− \x07 \ue000"


def _scripts() -> Document:
    words = Section(kind="words", kicker=_SCRIPTS, title=_SCRIPTS, parts=(Paragraph(runs=plain(f"{_SCRIPTS} " * 9)),))
    return attrs.evolve(board(title=_SCRIPTS, page_size="Letter"), sections=(words,))


def hashes() -> dict[str, str]:
    """The SHA-256 of each of them as it is made now."""
    plan = Appendix("Floor plan", typeset(staff()).pdf)
    draft = board(draft=True, marking="For the board")
    made = {
        "staff": typeset(staff()).pdf,
        "board": typeset(board()).pdf,
        "draft with an appendix": Press(typeset, (plan,)).printed(draft).pdf,
        "every script": typeset(_scripts()).pdf,
        "journey map": typeset(journey(9, 3)).pdf,
    }
    return {name: hashlib.sha256(pdf).hexdigest() for name, pdf in made.items()}


def kept() -> dict[str, Any]:
    """What was frozen: `makers` and `sha256`."""
    found: dict[str, Any] = json.loads(KEPT.read_text("utf-8"))
    return found
