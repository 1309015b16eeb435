"""Who was given an issue is kept in one write."""

import datetime as dt

import pytest

from brm_app.domain.errors import Refused
from brm_app.domain.records import Person, Telling, Unit
from brm_app.services.issuing import issues, put_right_by, tell, told
from brm_app.services.workspace import Workspace
from tests.services.issuing.ready import DAY, issued


def test_names_are_kept_in_one_write_and_known_ones_are_linked(ready: Workspace) -> None:
    issue = issued(ready)
    names = [" Wilhelmina  Featherstone", "pharmacy", "Chair", "Chair", " "]
    made = tell(ready, issue.number.lower(), names, DAY, "mail")
    person, unit = ready.find(Person)[0], ready.find(Unit)[0]
    assert [(each.whom, each.person, each.unit) for each in told(ready, issue.number)] == [
        ("Wilhelmina Featherstone", person.id, None), ("pharmacy", None, unit.id), ("Chair", None, None)]  # fmt: skip
    assert {(each.issue, each.on, each.channel) for each in made} == {(issue.number, DAY, "mail")}
    assert ready.undo_label() == f"Tell 3 people of {issue.number}"
    ready.undo()
    assert ready.count(Telling) == 0
    assert issues(ready) == [issue]


def test_who_is_told_of_a_correction_was_told_again(ready: Workspace) -> None:
    wrong, later = issued(ready), DAY + dt.timedelta(days=3)
    tell(ready, wrong.number, ["Ann Moss", "Bo Lind", "Wilhelmina Featherstone"], DAY)
    right = issued(ready, corrects=wrong.number)
    assert put_right_by(ready, wrong.number) == (right.number,)
    assert put_right_by(ready, right.number) == ()
    assert {each.told_again for each in told(ready, wrong.number)} == {None}
    tell(ready, right.number, ["ann  MOSS", "wilhelmina featherstone", "Chair"], later)
    assert [each.told_again for each in told(ready, wrong.number)] == [later, None, later]
    assert {each.told_again for each in told(ready, right.number)} == {None}
    ready.undo()
    assert {each.told_again for each in told(ready, wrong.number)} == {None}
    last = issued(ready, corrects=right.number)
    tell(ready, last.number, ["Bo Lind"], later)
    assert [each.told_again for each in told(ready, wrong.number)] == [None, later, None]


def test_who_is_told_of_another_issue_is_not_told_again(ready: Workspace) -> None:
    first, second = issued(ready), issued(ready)
    for each in (first, second):
        tell(ready, each.number, ["Ann Moss"], DAY)
    assert [each.told_again for each in told(ready, first.number)] == [None]


def test_nobody_is_told_of_what_was_not_issued(ready: Workspace) -> None:
    with pytest.raises(Refused, match="There is no issue"):
        tell(ready, "MH-S-2026-001", ["Chair"], DAY)
    issue = issued(ready)
    assert tell(ready, issue.number, [], dt.date.today()) == ()
