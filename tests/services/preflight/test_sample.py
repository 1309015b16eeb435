"""The sample's staff briefing can be issued, and its board pack shows what a board pack may lack."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from brm_app.domain.findings import Finding, blockers
from brm_app.domain.records import Audience
from brm_app.services import samples
from brm_app.services.briefs import compose
from brm_app.services.preflight import preflight
from brm_app.services.workspace import Workspace

TODAY = dt.date(2026, 11, 19)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = samples.create(tmp_path_factory.mktemp("sample") / "sample.brm", TODAY)
    yield made
    made.close()


def findings(workspace: Workspace, name: str, today: dt.date = TODAY) -> tuple[Finding, ...]:
    audience = next(a for a in workspace.find(Audience) if a.name == name)
    return preflight(workspace, compose(workspace, audience, as_of=today), audience, None, today)


def test_the_staff_briefing_can_be_issued(sample: Workspace) -> None:
    assert blockers(findings(sample, "Staff")) == ()


def test_the_board_pack_lacks_an_approval_and_two_sources(sample: Workspace) -> None:
    found = findings(sample, "Board")
    assert [(f.title, f.detail) for f in blockers(found)] == [
        ("One Sign-on message not approved", "Finance director must approve $721 k again"),
        ("Figure F16 has no source", "Pill Trail, Checking a controlled drug"),
        ("Figures F18 and F20 have no source", "Label Right, Wait at the hatch after a jam"),
    ]


def test_two_words_of_the_board_pack_may_not_be_known(sample: Workspace) -> None:
    fixes = [f.fix for f in findings(sample, "Board") if f.kind == "jargon"]
    assert sorted(fixes) == [("SSO", "One Sign-on"), ("uplift", "rise")]


@pytest.mark.parametrize("today", [dt.date(2027, 1, 1), dt.date(2027, 3, 31), dt.date(2028, 2, 29)])
def test_on_any_day_the_same_stands_in_the_way(tmp_path: Path, today: dt.date) -> None:
    made = samples.create(tmp_path / "sample.brm", today)
    assert blockers(findings(made, "Staff", today)) == ()
    assert [f.kind for f in blockers(findings(made, "Board", today))] == ["unapproved", "unsourced", "unsourced"]
    made.close()
