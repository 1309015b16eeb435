"""The sample has handed out briefings before: they stand in the register, and today’s tell what changed since."""

import datetime as dt
from collections.abc import Iterator

import pytest

from brm_app.briefing import typeset
from brm_app.briefing.press import Press
from brm_app.domain.changes import Changes
from brm_app.domain.records import Telling
from brm_app.services import samples
from brm_app.services.briefs import compose
from brm_app.services.issuing import VERIFIED, files_of, identify, issues, state_of
from brm_app.services.recalling import recalls
from brm_app.services.workspace import Workspace

TODAY = dt.date(2026, 11, 19)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    made = samples.create(tmp_path_factory.mktemp("sample") / "sample.brm", TODAY, Press(typeset))
    yield made
    made.close()


def test_two_issues_of_each_audience_are_whole_and_genuine(sample: Workspace) -> None:
    found = issues(sample)
    assert [(issue.number, issue.as_of) for issue in found] == [
        ("MH-B-2026-002", "2026-10-31"),
        ("MH-S-2026-002", "2026-10-31"),
        ("MH-S-2026-001", "2026-09-14"),
        ("MH-B-2026-001", "2026-08-20"),
    ]
    assert {state_of(sample, issue) for issue in found} == {VERIFIED}
    assert {identify(sample, files_of(sample, issue.number)[1]).state for issue in found} == {"genuine"}
    assert {telling.issue for telling in sample.find(Telling)} >= {issue.number for issue in found}


def test_one_reading_was_put_right_and_is_recalled_from_those_who_saw_it(sample: Workspace) -> None:
    found = recalls(sample)
    assert {(r.issue.number, r.was, r.now) for r in found} == {
        ("MH-B-2026-002", "$52 k a year", "$26 k a year"),
        ("MH-B-2026-002", "$208 k a year", "$234 k a year"),
    }
    assert [telling.whom for telling in found[0].told][:2] == ["Chair of the board", "Finance director"]


@pytest.mark.parametrize(
    ("audience", "words"),
    [
        ("Board", {"Rose", "Fell", "Broken", "Corrected", "New", "Closed"}),
        ("Staff", {"Rose", "Fell", "New", "Closed"}),
    ],
)
def test_the_briefings_of_today_tell_what_changed(sample: Workspace, audience: str, words: set[str]) -> None:
    first = compose(sample, audience, as_of=TODAY).sections[0]
    assert first.title.startswith("Since you were last told, two figures rose")
    assert {item.word for part in first.parts if isinstance(part, Changes) for item in part.items} == words


def test_nothing_of_its_past_is_undone(sample: Workspace) -> None:
    assert sample.undo_label() == ""
