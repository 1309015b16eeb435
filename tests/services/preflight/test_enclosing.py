"""An appendix that can't be put behind a briefing stands in the way of its issue before anybody waits for pages."""

from __future__ import annotations

import attrs
import pytest

from brm_app.briefing import Appendix, look_at, protect, typeset
from brm_app.domain.errors import Refused
from brm_app.domain.findings import BLOCKER, PASSED, Finding
from brm_app.domain.issues import Looked
from brm_app.domain.records import Attachment, Briefing
from brm_app.services.issuing import appendices_of
from brm_app.services.preflight import Enclosed, enclosed, pages_behind, unfit
from tests.briefing.staff_sample import staff
from tests.services.preflight.conftest import Desk


def looked(name: str, data: bytes) -> Looked:
    return look_at(Appendix(name, data))


def behind(desk: Desk, *files: bytes) -> Briefing:
    """A briefing with these files behind it."""
    held = [Attachment(name=f"Plan {n}", media_type="application/pdf", data=data) for n, data in enumerate(files)]
    made = Briefing(title="Pack", audience=desk.held["board"].id, appendices=tuple(file.id for file in held))
    desk.put(**{file.name: file for file in held}, pack=made)
    return made


def found(desk: Desk, briefing: Briefing | None) -> list[Finding]:
    return list(unfit(enclosed(desk.workspace, briefing, looked), briefing))


@pytest.fixture(scope="module")
def good() -> bytes:
    return typeset(staff()).pdf


def test_nothing_is_said_of_a_briefing_without_any(desk: Desk) -> None:
    assert found(desk, None) == []
    assert found(desk, behind(desk)) == []


def test_those_in_order_pass_and_their_pages_are_counted(desk: Desk, good: bytes) -> None:
    briefing = behind(desk, good, good)
    pages = 2 * typeset(staff()).pages
    assert pages_behind(enclosed(desk.workspace, briefing, looked)) == pages
    assert [(f.severity, f.title, f.detail) for f in found(desk, briefing)] == [
        (PASSED, "Every appendix can be added", f"{pages} pages")
    ]


def test_a_locked_and_a_broken_one_are_blockers_that_name_the_file(desk: Desk, good: bytes) -> None:
    briefing = behind(desk, good, protect(good, "tulip"), good[: len(good) // 3], b"no PDF")
    told = found(desk, briefing)
    assert [(f.severity, f.kind, f.title, f.detail) for f in told] == [
        (BLOCKER, "appendix", "An appendix has a password", "“Plan 1”. Ask for a copy without one"),
        (BLOCKER, "appendix", "An appendix is no PDF, or a damaged one", "“Plan 2”. Choose another file"),
        (BLOCKER, "appendix", "An appendix is no PDF, or a damaged one", "“Plan 3”. Choose another file"),
    ]
    assert [f.record for f in told] == [f"attachments/{key}" for key in briefing.appendices[1:]]


def test_one_that_is_no_longer_kept_is_a_blocker_and_can_t_be_printed(desk: Desk) -> None:
    gone = attrs.evolve(behind(desk), appendices=("0198-gone",))
    (told,) = found(desk, gone)
    assert (told.severity, told.title) == (BLOCKER, "An appendix is no longer kept here")
    with pytest.raises(Refused, match="no longer kept"):
        appendices_of(desk.workspace, gone)


@pytest.mark.parametrize(
    ("count", "pages", "why"), [(27, 1, "There are 27 appendices"), (2, 1001, "There are 2,002 pages of appendices")]
)
def test_more_than_can_be_added_are_a_blocker(desk: Desk, count: int, pages: int, why: str) -> None:
    many = [Enclosed(str(number), "Plan", Looked(pages=pages)) for number in range(count)]
    (told,) = unfit(many, behind(desk))
    assert (told.severity, told.title) == (BLOCKER, why)


def test_a_file_that_is_known_is_not_looked_at_again(desk: Desk, good: bytes) -> None:
    briefing, seen = behind(desk, good), []

    def look(name: str, data: bytes) -> Looked:
        seen.append(name)
        return looked(name, data)

    known = {each.id: each for each in enclosed(desk.workspace, briefing, look)}
    assert enclosed(desk.workspace, briefing, look, known) == tuple(known.values())
    assert seen == ["Plan 0"]
