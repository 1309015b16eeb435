"""Money, shares and hours that were typed into a text although no figure of the briefing says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brm_app.domain.content import Document
from brm_app.domain.findings import WARNING, Finding
from brm_app.services.preflight.passages import Origin, Origins, Passage

_NUMBER = r"[+−-]?\d[\d., \u00a0\u202f']{0,24}"  # bounded: a long row of digits is no claim, and costs no time
_MONEY = re.compile(
    rf"(?:[A-Z]{{0,3}}[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|AUD|CAD|NZD|JPY))\s?{_NUMBER}(?:\s?(?:k|m|bn|thousand|million|billion)\b)?"
    rf"|{_NUMBER}\s?(?:(?:k|m|bn|thousand|million|billion)\s)?(?:[€£¥₹]|(?:USD|EUR|GBP|CHF|AUD|CAD|NZD|JPY|dollars?|euros?|pounds?)\b)"
)
_CLAIM = re.compile(rf"{_MONEY.pattern}|{_NUMBER}\s?(?:%|(?:per\s?cent|percent|hours?)\b)")


def said(text: str, pattern: re.Pattern[str] = _CLAIM) -> tuple[str, ...]:
    """The claims in a text as they are written."""
    return tuple(match[0].strip(" .,'\u00a0") for match in pattern.finditer(text))


def claims(content: Document, texts: Sequence[Passage], origins: Origins) -> tuple[Finding, ...]:
    """A warning for each claim that was typed and that nothing worked out for this briefing says too."""
    typed, known = [], {_same(claim) for f in content.figures for claim in said(f"{f.text} {f.derivation}")}
    for passage, claim in _claims(texts):
        origin = None if claim == passage.text else origins.of(passage.text, claim)
        if origin is None:
            known.add(_same(claim))
        elif not passage.quoted:
            typed.append((claim, passage, origin))
    unknown = [one for one in typed if _same(one[0]) not in known]
    return _findings(unknown, "claim", "is no figure here", "Typed into the text, without a source")


def money(texts: Sequence[Passage], origins: Origins) -> tuple[Finding, ...]:
    """A warning for each amount of money that was typed for an audience that is told none."""
    found = [(claim, passage, origins.of(passage.text, claim)) for passage, claim in _claims(texts, _MONEY)]
    typed = [(claim, passage, origin) for claim, passage, origin in found if origin]
    return _findings(typed, "money", "is money", "This audience is told time, not money")


def _claims(texts: Sequence[Passage], pattern: re.Pattern[str] = _CLAIM) -> Iterator[tuple[Passage, str]]:
    for passage in texts:
        for claim in dict.fromkeys(said(passage.text, pattern)):
            yield passage, claim


def _same(claim: str) -> str:
    """The claim without the differences of writing: spaces, case, `per cent`."""
    return re.sub(r"[\s\u00a0\u202f]+", "", claim).casefold().replace("percent", "%").lstrip("+").replace("−", "-")


def _findings(typed: Sequence[tuple[str, Passage, Origin]], kind: str, what: str, detail: str) -> tuple[Finding, ...]:
    made: dict[tuple[str, str, str], Finding] = {}
    for claim, passage, origin in typed:
        made.setdefault(
            (_same(claim), origin.key, origin.field),
            Finding(
                severity=WARNING,
                kind=kind,
                title=f"{claim} {what}",
                detail=detail,
                record=origin.key,
                field=origin.field,
                section=passage.section,
            ),
        )
    return tuple(made.values())
