"""Another loaded rate recalls exactly those issues of the sample that printed a figure made with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from brm_app.cli import main
from brm_app.services.issuing import files_of, issues
from brm_app.services.workspace import Workspace


def test_the_figures_made_with_the_rate_are_recalled_with_old_and_new_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.brm"
    assert main(["new", str(path), "--sample"]) == 0
    before = {(line["issue"], line["figure"]) for line in recalled(path, capsys)}
    with_rate = printed_with_the_rate(path)
    assert len({number for number, _ in with_rate}) == 2
    assert main(["set", str(path), "organisation", "Meridian Health", "hourly_rate=50"]) == 0
    lines = recalled(path, capsys)
    assert {(line["issue"], line["figure"]) for line in lines} == {*with_rate, *before}
    for line in lines:
        if (line["issue"], line["figure"]) not in before:
            assert line["was"] == with_rate[line["issue"], line["figure"]]
            assert line["now"] != line["was"]
        assert {told["told_again"] for told in line["told"]} == {None}


def recalled(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["recall", str(path), "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def printed_with_the_rate(path: Path) -> dict[tuple[str, str], str]:
    """Issue and number of each figure whose derivation names an hourly rate, with what was printed."""
    workspace = Workspace.open(path)
    found = {
        (issue.number, figure["number"]): figure["text"]
        for issue in issues(workspace)
        for figure in json.loads(files_of(workspace, issue.number)[0])["figures"]
        if "an hour" in figure["derivation"]
    }
    workspace.close()
    return found
