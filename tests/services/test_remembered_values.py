"""What a workspace remembers beside its records may have been written by anybody: what does not fit is left aside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from brm_app.domain.records import Unit
from brm_app.services.exchange.mapping import Mapping, remember, remembered
from brm_app.services.finding.recents import read_recents
from brm_app.services.quicklog.drafting import Draft, read
from brm_app.services.quicklog.names import Names
from brm_app.services.quicklog.parsing import parse
from brm_app.services.workspace import Workspace
from tests.services.quicklog.test_drafting import TODAY

HOSTILE: tuple[Any, ...] = (
    None, True, 7, -1.5, 1e308, "x", "", [], {}, [[]], [[[]], {}], [["units"]], [["units", 3]], [[["units"], "1"]],
    {"fields": 3, "key": 4}, {"fields": {"name": [["A"]]}, "key": "name"}, {"fields": {"name": "A"}, "key": []},
    {"text": 5}, {"due": "2026-13-45"}, {"due": 3}, {"people": "x"}, {"people": [[1]]}, {"mood": "5"}, {"mood": 99},
    {"kind": ["call"], "words": {}, "owner": True, "planned": "yes"},
)  # fmt: skip
DEEP = "[" * 100_000
COLUMNS = ("A", "B")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace.create(tmp_path / "w.brm", "Meridian")
    yield made
    made.close()


def put(workspace: Workspace, value: str) -> None:
    """Writes the same into everything that is remembered, as another program may."""
    remember(workspace, Unit, COLUMNS, Mapping({"name": ("A",)}), "name")
    for name in ("opened lately", "quick log"):
        workspace.remember(name, 1)
    with workspace._transaction() as connection:
        connection.execute(text("UPDATE settings SET value = :value"), {"value": value})


@pytest.mark.parametrize("value", HOSTILE, ids=repr)
def test_what_does_not_fit_is_as_if_nothing_was_remembered(workspace: Workspace, value: Any) -> None:
    put(workspace, json.dumps(value))
    assert read_recents(workspace) == []
    assert remembered(workspace, Unit, COLUMNS) is None
    draft = Draft.from_plain(workspace.remembered("quick log"))
    assert draft in (None, Draft())
    read(draft or Draft(), parse("", Names([]), TODAY), Names([]))


@pytest.mark.parametrize("value", ["", "{", "[" * 9_000, "NaN{", "\ufeff{}"], ids=repr)
def test_what_is_no_json_is_as_if_nothing_was_remembered(workspace: Workspace, value: str) -> None:
    put(workspace, value)
    assert workspace.remembered("quick log") is None


def test_what_fits_is_found_again(workspace: Workspace) -> None:
    draft = Draft(text="Call", people=("1", "2"), due="2026-12-01", mood=0, kind="meeting", planned=False)
    assert Draft.from_plain(json.loads(json.dumps(draft.to_plain()))) == draft
    remember(workspace, Unit, COLUMNS, Mapping({"name": ("A", "B")}), "name")
    assert remembered(workspace, Unit, COLUMNS) == (Mapping({"name": ("A", "B")}), "name")
