"""A correction that was right when it was begun can't be issued once its own pages say otherwise."""

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from brm_app.domain.findings import BLOCKER, COVER, Finding
from brm_app.domain.records import Benefit, Briefing, Project, Reading
from brm_app.services.issuing import composed
from brm_app.services.preflight import preflight
from brm_app.services.recalling import write_correction
from brm_app.services.workspace import Workspace
from tests.issued import issued
from tests.keeping import keep

AUGUST, NOVEMBER = dt.date(2026, 8, 20), dt.date(2026, 11, 19)
LABELS = Project(name="Label Right")
JAMS = Benefit(project=LABELS.id, statement="Jams a month", measure="count", evidence="measured")
COUNTED = Reading(benefit=JAMS.id, value=Decimal(297), as_of=dt.date(2026, 7, 31))


@pytest.fixture
def begun(workspace: Workspace) -> Briefing:
    """297 was issued, and is 301: the correction says so."""
    keep(workspace, LABELS, JAMS, COUNTED)
    number = issued(workspace, "Board", AUGUST).number
    keep(workspace, attrs.evolve(COUNTED, value=Decimal(301)))
    return write_correction(workspace, number)


def found(workspace: Workspace) -> list[Finding]:
    made = composed(workspace, "Board", as_of=NOVEMBER)
    every = preflight(workspace, made.content, made.audience, made.briefing, NOVEMBER)
    return [finding for finding in every if finding.kind == "correction"]


def test_what_is_right_today_passes_in_silence(workspace: Workspace, begun: Briefing) -> None:
    assert found(workspace) == []
    keep(workspace, attrs.evolve(begun, correction="We miscounted: a jam was counted twice, is that so."))
    assert found(workspace) == []


def test_a_line_that_is_not_right_any_more_blocks_and_leads_to_its_field(workspace: Workspace, begun: Briefing) -> None:
    keep(workspace, attrs.evolve(COUNTED, value=Decimal(350)))
    (finding,) = found(workspace)
    assert (finding.severity, finding.title) == (BLOCKER, "The correction says 301")
    assert finding.detail == "Label Right, Jams a month: today it is 350"
    assert (finding.record, finding.field, finding.section) == (f"briefings/{begun.id}", "correction", COVER)
    keep(workspace, attrs.evolve(begun, correction=begun.correction.replace("301", "350")))
    assert found(workspace) == []


def test_what_is_as_it_was_printed_is_not_put_right(workspace: Workspace, begun: Briefing) -> None:
    keep(workspace, COUNTED)
    assert [finding.detail for finding in found(workspace)] == ["Label Right, Jams a month: today this is not so"]
