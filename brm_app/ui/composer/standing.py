"""How the parts of a briefing stand: the worst of the figures that each of them states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from brm_app.domain.content import Answered, Document, Figure
from brm_app.domain.reading import figures_in
from brm_app.domain.records import SECTIONS

_RANK = ("good", "warn", "bad")


def part_of(kind: str) -> str:
    """The part of the briefing (one of `SECTIONS`) that a section of this kind belongs to; empty for none."""
    return next((name for name in SECTIONS if kind in (name, name.removesuffix("s"))), "")


def on_cover(document: Document) -> tuple[str, ...]:
    """The parts on the cover: the staff look prints its answers on the cover, without a section."""
    return ("words",) if any(isinstance(part, Answered) for part in document.cover) else ()


def states(document: Document, gaps: Mapping[str, str]) -> dict[str, str]:
    """The state of the cover, of each part, and of the record of each section, such as `projects/0197…`.

    `gaps`: the state of each record whose figures lack something.
    """
    known = {figure.number: _state(figure, gaps) for figure in document.figures}
    cover = _worst(document.cover, known)
    found = {"cover": cover, **dict.fromkeys(on_cover(document), cover)}
    for section in document.sections:
        now = _worst(section.parts, known)
        for name in filter(None, (part_of(section.kind), section.record)):
            found[name] = max(found.get(name, "good"), now, key=_RANK.index)
    if "sources" in found:
        found["sources"] = max(known.values(), key=_RANK.index, default="good")
    return found


def _worst(parts: Any, known: Mapping[str, str]) -> str:
    return max((known[number] for number in figures_in(parts) if number in known), key=_RANK.index, default="good")


def _state(figure: Figure, gaps: Mapping[str, str]) -> str:
    return max(gaps.get(figure.record, "good"), "good" if figure.as_of else "warn", key=_RANK.index)
