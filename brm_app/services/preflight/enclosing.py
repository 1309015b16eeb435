"""Whether the appendices of a briefing can be put behind it, which is known before anybody waits for its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from brm_app.domain.findings import BLOCKER, PASSED, Finding
from brm_app.domain.issues import MOST_APPENDED, MOST_APPENDICES, Looked
from brm_app.domain.records import Attachment, Briefing
from brm_app.domain.text import plural
from brm_app.services.workspace import Workspace

_GONE = Looked(fault="is no longer kept here", way_out="Take it out, or add the file again.")


@attrs.frozen
class Enclosed:
    """An appendix of a briefing: the id of its attachment, its name, and what was found in it."""

    id: str
    name: str
    looked: Looked


def enclosed(
    workspace: Workspace,
    briefing: Briefing | None,
    look: Callable[[str, bytes], Looked],
    known: Mapping[str, Enclosed] | None = None,
) -> tuple[Enclosed, ...]:
    """The appendices of a briefing in their order. `look` is given the name and the bytes of those not yet known."""
    held = known or {}
    return tuple(held.get(key) or _looked(workspace, key, look) for key in (briefing.appendices if briefing else ()))


def _looked(workspace: Workspace, key: str, look: Callable[[str, bytes], Looked]) -> Enclosed:
    file = workspace.get(Attachment, key)
    return Enclosed(key, file.name, look(file.name, file.data)) if file else Enclosed(key, "", _GONE)


def pages_behind(found: Sequence[Enclosed]) -> int:
    """How many pages stand behind those of the briefing."""
    return sum(each.looked.pages for each in found)


def unfit(found: Sequence[Enclosed], briefing: Briefing | None) -> tuple[Finding, ...]:
    """A blocker for each appendix that can't be taken, and for more of them than can be; or that all is well."""
    if not found or briefing is None:
        return ()
    wrong = [_fault(each) for each in found if each.looked.fault]
    pages, owner = pages_behind(found), f"{Briefing.collection}/{briefing.id}"
    for count, most, one, many in (
        (len(found), MOST_APPENDICES, "appendix", "appendices"),
        (pages, MOST_APPENDED, "page of appendices", "pages of appendices"),
    ):
        if count > most:
            title = f"There are {plural(count, one, many)}"
            detail = f"At most {most} can be added. Leave some out"
            wrong.append(Finding(severity=BLOCKER, kind="appendix", title=title, detail=detail, record=owner))
    well = Finding(
        severity=PASSED,
        kind="appendix",
        title="Every appendix can be added",
        detail=plural(pages, "page"),
        record=owner,
    )
    return tuple(wrong) or (well,)


def _fault(each: Enclosed) -> Finding:
    named = f"“{each.name}”. " if each.name else ""
    return Finding(
        severity=BLOCKER,
        kind="appendix",
        title=f"An appendix {each.looked.fault}",
        detail=f"{named}{each.looked.way_out.rstrip('.')}",
        record=f"{Attachment.collection}/{each.id}",
    )
