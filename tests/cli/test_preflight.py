"""The command line says what stands in the way of an issue, and its status says whether something does."""

from pathlib import Path

import pytest

from brm_app.cli import main
from tests.cli.conftest import Type


@pytest.fixture
def sample(tmp_path: Path, do: Type) -> Path:
    path = tmp_path / "sample.brm"
    do("new", path, "--sample")
    return path


def test_nothing_stands_in_the_way_of_the_sample_s_staff_briefing(sample: Path, do: Type) -> None:
    said = do("preflight", sample, "--audience", "staff")
    assert said.out.endswith("Nothing stands in the way of issuing it to Staff.\n")
    assert "Passed   Every message is approved. 3 projects\n" in said.out


def test_the_board_pack_is_told_its_blockers_first_with_their_pages(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preflight", str(sample), "--audience", "Board"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line[:7] for line in lines[:4]] == ["Blocker", "Blocker", "Blocker", "Warning"]
    assert lines[1].startswith("Blocker  Figure F8 has no source. CareChart, Time hunting for charts (page ")
    assert lines[-1] == "3 blockers for Board."


def test_as_json_each_finding_names_what_is_to_be_mended(sample: Path, do: Type) -> None:
    found = do("preflight", sample, "--audience", "Staff", "--json").json
    (told,) = [f for f in found if f["kind"] == "unsourced"]
    assert (told["severity"], told["figure"], told["field"], told["section"], told["page"]) == (
        "warning", "F8", "source", "Cover", 1)  # fmt: skip
    assert told["record"].startswith("benefits/")


def test_a_scope_narrows_it_as_it_narrows_the_briefing(sample: Path, do: Type, fail: Type) -> None:
    assert do("preflight", sample, "--audience", "Board", "--project", "Label Right").status == 0
    assert "No project is called" in fail("preflight", sample, "--audience", "Board", "--project", "Nowhere").err
