"""The command that tells which issued figures would be others today."""

import datetime as dt
from pathlib import Path

from brm_app.services.workspace import Workspace
from tests.cli.conftest import Type
from tests.issued import issued


def filled(path: Path, do: Type) -> str:
    """A workspace with one issue for the board, told to Ada; the number of the issue."""
    do("new", path)
    do("add", path, "projects", "name=Label Right")
    do("add", path, "benefits", "project=Label Right", "statement=Jams", "measure=count", "evidence=measured", "code=J")
    do("add", path, "readings", "benefit=J", "value=297", "as_of=2026-07-31")
    workspace = Workspace.open(path)
    number = issued(workspace, "Board", dt.date(2026, 8, 20)).number
    workspace.close()
    do("add", path, "tellings", f"issue={number}", "whom=Ada", "on=2026-08-20")
    return number


def test_nothing_is_recalled_while_all_is_as_it_was(tmp_path: Path, do: Type) -> None:
    filled(tmp_path / "w.brm", do)
    assert do("recall", tmp_path / "w.brm").out == "Nothing that was issued is recalled.\n"


def test_a_changed_reading_is_recalled_with_what_was_and_is_and_who_was_told(tmp_path: Path, do: Type) -> None:
    path = tmp_path / "w.brm"
    number = filled(path, do)
    reading = do("list", path, "readings", "--json").json[0]["id"]
    do("set", path, "readings", reading, "value=301")
    line = do("recall", path).out.strip().split("\t")
    assert line == [number, "F1", "Label Right, Jams", "297", "301", "to tell again: Ada"]
    (told,) = do("recall", path, "--json").json
    assert told["told"] == [{"whom": "Ada", "on": "2026-08-20", "told_again": None}]
    telling = do("list", path, "tellings", "--json").json[0]["id"]
    do("set", path, "tellings", telling, "told_again=2026-11-19")
    assert do("recall", path).out.strip().endswith("\tall told again")
