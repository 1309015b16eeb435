"""Issuing: a briefing gets its number, is proved and kept for good; and any file is known again or not."""

from brm_app.services.issuing.again import Again, reissue
from brm_app.services.issuing.behind import Hidden
from brm_app.services.issuing.composing import Composed, appendices_of, composed, newest_briefing
from brm_app.services.issuing.identifying import identify, identify_file
from brm_app.services.issuing.keeping import (
    DAMAGED,
    MISSING,
    VERIFIED,
    Overtaken,
    enclosures_of,
    files_of,
    issue,
    issue_of,
    issues,
    keep_copy,
    put_right_by,
    state_of,
)
from brm_app.services.issuing.making import Asked, NotIssued, Press, certified, make_issue
from brm_app.services.issuing.marking import Wish, numbered
from brm_app.services.issuing.telling import tell, told

__all__ = [
    "DAMAGED",
    "MISSING",
    "VERIFIED",
    "Again",
    "Asked",
    "Composed",
    "Hidden",
    "NotIssued",
    "Overtaken",
    "Press",
    "Wish",
    "appendices_of",
    "certified",
    "composed",
    "enclosures_of",
    "files_of",
    "identify",
    "identify_file",
    "issue",
    "issue_of",
    "issues",
    "keep_copy",
    "make_issue",
    "newest_briefing",
    "numbered",
    "put_right_by",
    "reissue",
    "state_of",
    "tell",
    "told",
]
