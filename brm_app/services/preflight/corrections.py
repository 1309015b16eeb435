"""What a correction says was wrong, beside what is known of it today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brm_app.domain.content import Document
from brm_app.domain.findings import BLOCKER, COVER, Finding
from brm_app.domain.records import Audience, Briefing
from brm_app.services.recalling import correction
from brm_app.services.workspace import Workspace

_LINE = re.compile(r"(?P<called>.+): was .+, is (?P<now>.+)\.")  # as "Write the correction" writes them


def outdated(
    workspace: Workspace, content: Document, audience: Audience, briefing: Briefing | None
) -> Iterator[Finding]:
    """A blocker for each line of the correction that was right when it was begun and is not today."""
    if briefing is None or not content.meta.corrects or not briefing.correction.strip():
        return
    lines = correction(workspace, content.meta.corrects, audience)
    today = {found["called"]: found["now"] for line in lines if (found := _LINE.fullmatch(line))}
    for line in briefing.correction.splitlines():
        said = _LINE.fullmatch(line.strip())
        if said is None or line.strip() in lines:
            continue
        now = today.get(said["called"])
        yield Finding(
            severity=BLOCKER,
            kind="correction",
            title=f"The correction says {said['now']}",
            detail=f"{said['called']}: today it is {now}" if now else f"{said['called']}: today this is not so",
            record=f"{Briefing.collection}/{briefing.id}",
            field="correction",
            section=COVER,
        )
