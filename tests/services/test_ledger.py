"""The list of promises: those that are due first, in parts, with the unit they were made to."""

import datetime as dt
from pathlib import Path

import pytest

from brm_app.domain.records import Promise, Touchpoint, Unit
from brm_app.services.ledger import read_ledger
from brm_app.services.promises import break_, keep
from brm_app.services.workspace import Workspace

TODAY = dt.date(2026, 11, 19)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace.create(tmp_path / "a.brm")
    met = Touchpoint(id="t", happened_at=dt.datetime(2026, 11, 2, tzinfo=dt.UTC), unit="u")
    with made.write("Some") as batch:
        batch.add(Unit(id="u", name="Pharmacy"))
        batch.add(met)
        for days in (30, -2, 0, 6, 7):
            batch.add(Promise(id=f"p{days}", words=f"Within {days}", due=TODAY + dt.timedelta(days), touchpoint="t"))
        batch.add(keep(Promise(id="kept", words="A reader", due=TODAY), TODAY))
        batch.add(break_(Promise(id="broken", words="A lift", due=TODAY), TODAY, "No money"))
    return made


def told(workspace: Workspace, view: str, words: str = "") -> list[tuple[str, list[str]]]:
    return [(p.heading, [r.promise.id for r in p.rows]) for p in read_ledger(workspace, view, words, TODAY)]


def test_open_promises_come_late_ones_first(workspace: Workspace) -> None:
    assert told(workspace, "open") == [("Late", ["p-2"]), ("Due this week", ["p0", "p6"]), ("Later", ["p7", "p30"])]


def test_each_view_shows_its_own(workspace: Workspace) -> None:
    assert told(workspace, "kept") == [("Kept", ["kept"])]
    assert told(workspace, "broken") == [("Broken", ["broken"])]
    assert [heading for heading, _ in told(workspace, "all")] == ["Late", "Due this week", "Later", "Kept", "Broken"]


def test_words_are_looked_for_in_promise_and_reason(workspace: Workspace) -> None:
    assert told(workspace, "all", "money") == [("Broken", ["broken"])]


def test_a_promise_knows_unit_and_day_of_its_touchpoint(workspace: Workspace) -> None:
    listed = read_ledger(workspace, "open", "", TODAY)[0].rows[0]
    assert (listed.unit, listed.made_at) == ("u", dt.datetime(2026, 11, 2, tzinfo=dt.UTC))
