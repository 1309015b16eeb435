"""The command `preflight`: what is to be seen to before a briefing is issued."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

import attrs

from brm_app.domain.content import Document
from brm_app.domain.errors import Refused
from brm_app.domain.findings import BLOCKER, COVER, PASSED, WARNING, Finding, blockers, ordered
from brm_app.domain.records import Audience
from brm_app.domain.text import plural
from brm_app.services.workspace import Workspace

_MARKS = {BLOCKER: "Blocker", WARNING: "Warning", PASSED: "Passed"}


def look_over(workspace: Workspace, args: argparse.Namespace) -> tuple[Document, tuple[Finding, ...]]:
    """The briefing that was asked for, and its findings with their pages. Raises `Refused`."""
    from brm_app.briefing import Appendix, look_at, typeset
    from brm_app.services.briefs import compose
    from brm_app.services.briefs.compose import audience_of
    from brm_app.services.issuing import newest_briefing
    from brm_app.services.preflight import enclosed, looked_over, pages_behind, unfit

    as_of = args.as_of or dt.date.today()
    try:
        audience = audience_of(workspace, args.audience)
        content = compose(workspace, audience, units=args.unit, projects=args.project, as_of=as_of)
    except Refused as refused:  # a name that none or several are called
        raise Refused(f"{refused} Nothing was looked at. The command list shows what there is.") from None
    briefing = newest_briefing(workspace, audience)
    behind = enclosed(workspace, briefing, lambda name, data: look_at(Appendix(name, data)))
    made = typeset(content, following=pages_behind(behind))
    found = looked_over(workspace, content, audience, None, dt.date.today(), made)
    return content, ordered((*unfit(behind, briefing), *_proved(workspace, audience, content, made.pdf), *found))


def _proved(workspace: Workspace, audience: Audience, content: Document, pdf: bytes) -> tuple[Finding, ...]:
    """What a search of the file for what is behind the wall came to."""
    from brm_app.briefing.proof import prove
    from brm_app.services.issuing import Hidden
    from brm_app.services.preflight import searched

    hidden = Hidden(workspace, audience, dt.date.fromisoformat(content.meta.as_of))
    proved = prove(pdf, hidden.texts(), content)
    return searched(hidden.leaks(proved.hits), proved.strings)


def print_findings(content: Document, findings: tuple[Finding, ...]) -> None:
    """One line for each, and how many stand in the way."""
    for finding in findings:
        page = f"page {finding.page + 1}" if finding.page is not None else ""
        words = ". ".join(part for part in (finding.title, finding.detail) if part)
        print(f"{_MARKS[finding.severity]:8} {words}{f' ({page})' if page else ''}")
    count = len(blockers(findings))
    whom = content.meta.audience
    print(f"{plural(count, 'blocker')} for {whom}." if count else f"Nothing stands in the way of issuing it to {whom}.")


def plain_finding(content: Document, finding: Finding) -> dict[str, Any]:
    """A finding for JSON: pages from 1, sections by their name."""
    section = finding.section
    named = "" if section is None else "Cover" if section == COVER else content.sections[section].kicker
    page = None if finding.page is None else finding.page + 1
    return {**attrs.asdict(finding), "section": named, "page": page, "fix": list(finding.fix)}
