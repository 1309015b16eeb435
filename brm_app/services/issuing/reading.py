"""The register as a list: each issue with how its file is, what in it was recalled, and who was told."""

from __future__ import annotations

from collections import defaultdict

import attrs

from brm_app.domain.issues import Issue
from brm_app.domain.records import Telling
from brm_app.services.issuing.keeping import VERIFIED, issues, state_of
from brm_app.services.recalling import Recall, recalls
from brm_app.services.workspace import Workspace

RECALLED = "recalled"


@attrs.frozen
class Line:
    """One issue of the register."""

    issue: Issue
    file: str  # verified, damaged or missing
    recalls: tuple[Recall, ...]
    told: tuple[Telling, ...]
    put_right_by: tuple[str, ...] = ()  # the numbers of its corrections

    @property
    def id(self) -> str:
        """Its number."""
        return self.issue.number

    @property
    def state(self) -> str:
        """How its file is; of one that is whole, whether a figure in it was recalled."""
        return RECALLED if self.file == VERIFIED and self.recalls else self.file


def read_register(workspace: Workspace) -> list[Line]:
    """Every issue, newest first. It reads every file, so not on the GUI thread. Raises `Refused`."""
    told: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(workspace.find(Telling), key=lambda each: each.id):
        told[telling.issue].append(telling)
    wrong: defaultdict[str, list[Recall]] = defaultdict(list)
    for recall in recalls(workspace):
        wrong[recall.issue.number].append(recall)
    found, right = issues(workspace), defaultdict[str, list[str]](list)
    for issue in reversed(found):
        right[issue.corrects].append(issue.number)
    return [
        Line(
            issue,
            state_of(workspace, issue),
            tuple(wrong[issue.number]),
            tuple(told[issue.number]),
            tuple(right[issue.number]),
        )
        for issue in found
    ]
