"""What “Before you issue” lists: one row for each finding, the words of the glossary in one (no Qt here)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from brm_app.domain.findings import BLOCKER, PASSED, Finding
from brm_app.domain.text import plural

STATES = {BLOCKER: "bad", PASSED: "good"}
"""The mark of each severity; all others are warnings."""
_TOGETHER = {
    "jargon": ("word {whom} may not know", "words {whom} may not know"),
    "unowned": ("figure without an owner", "figures without an owner"),
    "claim": ("number typed without a source", "numbers typed without a source"),
}


@attrs.frozen
class Row:
    """Two lines with a mark; `findings` is what it stands for, the first of them where it leads."""

    state: str
    title: str
    detail: str
    findings: tuple[Finding, ...]

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        said = {"bad": "Blocker", "warn": "Warning", "good": "Passed"}[self.state]
        return ", ".join(words for words in (said, self.title, self.detail) if words)


def rows(findings: Sequence[Finding], whom: str) -> tuple[Row, ...]:
    """Blockers, warnings and what passed; of what passed the time to read comes first."""
    made: list[Row] = []
    for finding in sorted(findings, key=lambda f: f.severity == PASSED and f.kind != "reading"):
        if finding.kind not in _TOGETHER:
            made.append(Row(STATES.get(finding.severity, "warn"), finding.title, _detail(finding), (finding,)))
        elif not any(row.findings[0].kind == finding.kind for row in made):
            made.append(_together([f for f in findings if f.kind == finding.kind], whom))
    order = ("bad", "warn", "good")
    return tuple(sorted(made, key=lambda row: order.index(row.state)))


def _detail(finding: Finding) -> str:
    """What it says, after its page where it is about a place on it."""
    on_page = finding.page is not None and (finding.figure or finding.kind in ("glyph", "wall", "empty"))
    if not on_page or finding.kind == "unapproved" or finding.page is None:
        return finding.detail
    return f"Page {finding.page + 1}, {finding.detail}"


def _together(found: Sequence[Finding], whom: str) -> Row:
    one, many = (words.format(whom=whom) for words in _TOGETHER[found[0].kind])
    return Row("warn", plural(len(found), one, many), _pages(found), tuple(found))


def _pages(found: Iterable[Finding]) -> str:
    numbers = sorted({finding.page + 1 for finding in found if finding.page is not None})
    if not numbers:
        return ""
    *first, last = map(str, numbers)
    return f"Pages {', '.join(first)} and {last}" if first else f"Page {last}"
