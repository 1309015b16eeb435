"""Words of the organisation's glossary that an audience may not know, with the plain word for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brm_app.domain.findings import WARNING, Finding
from brm_app.domain.plainwords import found_among, split
from brm_app.domain.records import Audience, Term
from brm_app.domain.text import fold
from brm_app.services.preflight.passages import Origins, Passage


def jargon(
    texts: Sequence[Passage], terms: Iterable[Term], audience: Audience, origins: Origins
) -> tuple[Finding, ...]:
    """A warning for each such word and field it was typed into; words that somebody said stay as they were said."""
    unknown = [
        (term, [part for part, _, _ in split(term.word)])
        for term in terms
        if audience.id not in term.known_by and not term.internal
    ]
    made: dict[tuple[str, ...], Finding] = {}
    for passage in texts:
        if passage.quoted:
            continue
        parts = split(passage.text)
        held = {part for part, _, _ in parts}
        for term, wanted in unknown:
            for start, end in found_among(parts, wanted)[:1] if held.issuperset(wanted) else ():
                finding = _finding(term, passage, passage.text[start:end], origins)
                made.setdefault((fold(term.word), finding.record, finding.field, str(_place(finding))), finding)
    return tuple(made.values())


def _place(finding: Finding) -> int | None:
    """The same field is mended once, wherever it is printed; what was typed nowhere counts in each section."""
    return None if finding.record else finding.section


def _finding(term: Term, passage: Passage, printed: str, origins: Origins) -> Finding:
    origin = origins.of(passage.text, printed)
    return Finding(
        severity=WARNING,
        kind="jargon",
        title=f"{term.word} may not be known",
        detail=f"Say {term.plain}",
        record=origin.key if origin else "",
        field=origin.field if origin else "",
        section=passage.section,
        fix=(term.word, term.plain),
    )
