"""One page on a unit: for an audience through its wall, or for oneself before a meeting with all that is known."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from brm_app.briefing import typeset
from brm_app.domain.content import Cell, Document, Table
from brm_app.domain.errors import Refused
from brm_app.domain.freezing import freeze
from brm_app.domain.records import Audience, Message, Person, Project, Promise, Rollout, Touchpoint, Unit
from brm_app.services.briefs.prepsheet import MARKING, prep_sheet
from brm_app.services.briefs.unitpage import unit_page
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from tests.acceptance.marked import AS_OF, Marked
from tests.keeping import keep

DAY = dt.date(2026, 10, 31)
NOW = dt.datetime(2026, 10, 31, 10, tzinfo=dt.UTC)
PHARMACY = Unit(name="Pharmacy", headcount=212, cadence_days=30)
HATCH = Unit(name="Hatch", part_of=PHARMACY.id)
WARDS = Unit(name="Wards")
LABELS = Project(name="Label Right", unit=HATCH.id, status="late")
BADGE = Project(name="One Sign-on", unit=WARDS.id, status="live")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "w.brm", "Meridian", rate=4600)
    keep(made, PHARMACY, HATCH, WARDS, LABELS, BADGE)
    yield made
    made.close()


def rows(document: Document, caption: str) -> list[list[str]]:
    parts = document.sections[0].parts
    table = next((part for part in parts if isinstance(part, Table) and part.caption == caption), None)
    return [[_said(cell) for cell in row] for row in table.rows] if table else []


def _said(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs)


PROJECTS = "Projects that concern the unit"


def test_a_unit_is_shown_its_projects_and_those_that_are_rolled_out_to_it(workspace: Workspace) -> None:
    assert [row[:2] for row in rows(unit_page(workspace, PHARMACY.id, "Staff", DAY), PROJECTS)] == [
        ["Label Right", "Late"]
    ]
    keep(workspace, Rollout(project=BADGE.id, unit=HATCH.id, date=dt.date(2026, 11, 8)))
    page = unit_page(workspace, PHARMACY.id, "Staff", DAY)
    assert [row[:2] for row in rows(page, PROJECTS)] == [["Label Right", "Late"], ["One Sign-on", "November 8: Hatch"]]
    assert page.sections[0].title == "Two IT projects concern Pharmacy; one of them is live"


def test_a_day_of_another_unit_is_not_said_to_be_the_day_of_this_one(workspace: Workspace) -> None:
    keep(workspace, Rollout(project=LABELS.id, unit=WARDS.id, date=dt.date(2026, 11, 8)))
    assert rows(unit_page(workspace, PHARMACY.id, "Staff", DAY), PROJECTS)[0][1] == "Late"


def test_only_approved_messages_to_the_audience_are_printed(workspace: Workspace) -> None:

    staff = next(a for a in workspace.find(Audience) if a.name == "Staff")
    told = Message(project=LABELS.id, audience=staff.id, headline="Labels come out", body="Yes.", state="approved")
    keep(workspace, told)
    assert rows(unit_page(workspace, PHARMACY.id, "Staff", DAY), PROJECTS)[0][2] == "Labels come out"
    said = rows(unit_page(workspace, PHARMACY.id, "Board", DAY), PROJECTS)[0][2]
    assert said == "No message for the board has been approved yet."


def test_an_internal_unit_has_no_page_for_others(workspace: Workspace) -> None:
    secret = Unit(name="Restructuring", internal=True)
    keep(workspace, secret)
    with pytest.raises(Refused, match="not shown to Staff"):
        unit_page(workspace, secret.id, "Staff", DAY)


def test_no_one_pager_holds_a_text_that_its_audience_may_not_read(tmp_path: Path) -> None:

    marked = Marked(3)
    marked.make()
    workspace = marked.save(tmp_path / "m.brm")
    for audience in marked.records["audiences"]:
        for unit in marked.records["units"]:
            if not unit.internal:
                content = freeze(unit_page(workspace, unit.id, audience, AS_OF))
                assert set(re.findall(r"Zq[0-9a-f]{8}x", content)) <= marked.allowed(audience)
    workspace.close()


def test_before_a_meeting_one_sees_the_last_three_touchpoints_and_open_promises(workspace: Workspace) -> None:
    keeper = Person(name="Kasimir Thorpe", job_title="Devices manager", side="IT")
    met = [
        Touchpoint(happened_at=NOW - dt.timedelta(days=n), unit=PHARMACY.id, summary=f"Day {n}", mood=3)
        for n in (1, 5, 9, 20)
    ]
    coming = Touchpoint(happened_at=NOW + dt.timedelta(days=2), unit=PHARMACY.id, summary="Planned")
    late = Promise(words="A trial date", touchpoint=met[0].id, due=dt.date(2026, 10, 29), owner=keeper.id)
    keep(workspace, keeper, *met, coming, late)
    sheet = prep_sheet(workspace, PHARMACY.id, NOW)
    assert [row[2] for row in rows(sheet, "The last touchpoints")] == ["Day 1", "Day 5", "Day 9"]
    assert rows(sheet, "Open promises") == [["Oct 29, 2 days late", "A trial date", "Devices manager"]]
    assert sheet.sections[0].title == "Pharmacy: last met October 30; one open promise, 1 of them late"


def test_the_rule_of_a_vip_stands_first_and_the_sheet_says_that_it_is_internal(workspace: Workspace) -> None:
    keep(
        workspace,
        Person(name="Ada", unit=PHARMACY.id),
        Person(name="Zoe", unit=PHARMACY.id, vip=True, vip_contact_rule="Ring first", vip_preference="fast"),
    )
    sheet = prep_sheet(workspace, PHARMACY.id, NOW)
    assert rows(sheet, "People of the unit") == [
        ["Zoe", "Never", "Ring first. Wants help fast."],
        ["Ada", "Never", ""],
    ]
    assert (sheet.meta.marking, sheet.meta.number) == (MARKING, "")


def test_every_sheet_of_the_sample_is_one_page(tmp_path: Path) -> None:
    day = dt.date(2026, 11, 19)
    workspace = create(tmp_path / "s.brm", day)
    at = dt.datetime(2026, 11, 19, 10, tzinfo=dt.UTC)
    for unit in workspace.find(Unit):
        for sheet in (
            unit_page(workspace, unit.id, "Staff", day),
            unit_page(workspace, unit.id, "Board", day),
            prep_sheet(workspace, unit.id, at),
        ):
            assert typeset(sheet).pages == 1, unit.name
    workspace.close()
