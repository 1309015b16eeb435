"""Wherever a command is told to read or write, it takes the place of nothing that matters and leaves no part behind."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from brm_app.cli import main

Run = Callable[..., str]


@pytest.fixture
def workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A workspace with a unit."""
    path = tmp_path / "w.brm"
    assert main(["new", str(path)]) == 0
    assert main(["add", str(path), "units", "name=Pharmacy"]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Run:
    """Types a command that must be refused with a sentence that people can use."""

    def run(*words: object) -> str:
        capsys.readouterr()
        assert main([str(word) for word in words]) == 1
        said = capsys.readouterr().err
        assert "should not have" not in said
        assert said.rstrip().endswith(".")
        return said

    return run


def contents(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.rglob("*") if p.is_file()}


def test_nothing_that_is_written_takes_the_place_of_a_workspace(tmp_path: Path, workspace: Path, refused: Run) -> None:
    other, table = tmp_path / "other.brm", tmp_path / "units.csv"
    disguised = tmp_path / "w.csv"
    disguised.symlink_to(workspace)
    assert main(["new", str(other)]) == 0
    table.write_text("Name\n \nA\n", encoding="utf-8")
    before = contents(tmp_path)
    for target in (workspace, other, disguised, Path(f"{workspace}-journal")):
        assert "is a workspace" in refused("brief", workspace, "--audience", "Staff", "-o", target)
        assert "is a workspace" in refused("import", workspace, "units", table, "--save-refused", target)
    assert "is a workspace" in refused("export", workspace, "units", "-o", disguised)
    assert "is the table itself" in refused("import", workspace, "units", table, "--save-refused", table)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["w.brm/units.csv", "none/units.csv", f"{'x' * 300}.csv", "folder.csv"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json"])
def test_an_export_to_where_no_file_can_be_says_so(
    tmp_path: Path, workspace: Path, refused: Run, name: str, ending: str
) -> None:
    (tmp_path / f"folder{ending}").mkdir()
    before = contents(tmp_path)
    assert "could not be written" in refused(
        "export", workspace, "units", "-o", tmp_path / name.replace(".csv", ending)
    )
    assert contents(tmp_path) == before


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path: Path, workspace: Path) -> None:
    target = tmp_path / f"{'x' * 251}.csv"
    assert main(["export", str(workspace), "units", "-o", str(target)]) == 0
    assert "Pharmacy" in target.read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a file without end is known on POSIX only")
def test_a_logo_without_end_is_not_read_to_the_end(workspace: Path, refused: Run) -> None:
    assert "larger than 10 MB" in refused("add", workspace, "projects", "name=P", "logo=@/dev/zero")


def test_a_file_of_no_table_is_answered_in_one_short_printable_line(
    tmp_path: Path, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in (b"\0" * 5000, b"\x1b[2J" * 3000, b",".join(b"c%d" % n for n in range(900))):
        (tmp_path / "noise.csv").write_bytes(content)
        assert main(["import", str(workspace), "units", str(tmp_path / "noise.csv")]) == 1
        said = capsys.readouterr().err.rstrip("\n")
        assert said.isprintable()
        assert len(said) < 600
