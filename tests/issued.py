"""Issues for tests that are about what comes after: kept as the register keeps them, without typesetting anything."""

import datetime as dt
import hashlib
from typing import Any

from brm_app.domain.freezing import fingerprint
from brm_app.domain.issues import Certificate, Issue, Printed
from brm_app.domain.records import Audience
from brm_app.services.issuing import Wish, composed, issue, numbered
from brm_app.services.workspace import Workspace


def issued(workspace: Workspace, audience: str, day: dt.date, as_of: dt.date | None = None, **how: Any) -> Issue:
    """Issues what an audience would be shown as of a day; `how` as in `compose`."""
    who = next(each for each in workspace.find(Audience) if each.name == audience)
    at = dt.datetime.combine(day, dt.time(9), dt.UTC)
    made = composed(workspace, who, as_of=as_of or day, **how)
    final = numbered(workspace, made.content, Wish(audience=who, day=day))
    pdf = f"%PDF of {final.meta.number}".encode()
    printed = Printed(pdf=pdf, pages=1, minutes=1, missing="", typeset_sha256="")
    certificate = Certificate(
        strings=0, places=(), tools=(), standards=(), exempt=(), content_sha256=fingerprint(final), typeset_sha256="",
        sha256=hashlib.sha256(pdf).hexdigest(),
    )  # fmt: skip
    briefing = made.briefing.id if made.briefing else ""
    return issue(workspace, final, printed, certificate, who, day, briefing=briefing, scope=made.scope, at=at)
