"""What a check of a briefing found, and where it is mended."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

BLOCKER, WARNING, PASSED = "blocker", "warning", "passed"
SEVERITIES = (BLOCKER, WARNING, PASSED)
COVER = -1  # the section of what stands on the cover


@attrs.frozen(kw_only=True)
class Finding:
    """One line of what is to be seen to before a briefing is issued.

    `kind`: unapproved, stale, unsourced, unowned, glyph, wall, empty, jargon, reading, image, contrast, claim, money,
    appendix, ahead or correction.
    """

    severity: str
    kind: str
    title: str
    detail: str = ""
    record: str = ""  # "benefits/0197…", where it is mended
    field: str = ""
    figure: str = ""  # the F-number that it is about
    section: int | None = None  # the section of the content, from 0, or COVER; None for the whole
    page: int | None = None  # from 0, known once it is typeset
    fix: tuple[str, ...] = ()  # the word and the plain word for it


def blockers(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that stand in the way of an issue."""
    return tuple(finding for finding in findings if finding.severity == BLOCKER)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Blockers first, then warnings, then what passed; each in the order in which it was found."""
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))
