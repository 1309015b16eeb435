"""Whatever is typed or broken, a command answers with a sentence and loses nothing; 2 means it was typed wrongly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from brm_app import cli
from brm_app.cli import commands, main
from tests.cli.conftest import Type

UUID = "01a200f0-e10f-77ee-82ed-467e12a16043"


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["list", "W"], 2, "KIND"),
        (["list", "W", "things"], 2, "there is no kind “things”"),
        (["list", "W", "attachments"], 2, "there is no kind “attachments”"),
        (["list", "W", "units", "--jsn"], 2, "--jsn"),
        (["add", "W", "units"], 2, "The fields of units are: internal, name, code"),
        (["add", "W", "units", "name=A", "name=B"], 2, "“name” is given twice"),
        (["add", "W", "units", "name"], 2, "“name” is not field=value"),
        (["add", "W", "units", "nme=A"], 2, "no field “nme”"),
        (["add", "W", "units", "id=A"], 2, "no field “id”"),
        (["add", "W", "units", "code=A"], 1, "Name is empty"),
        (["add", "W", "units", "name= "], 1, "Name is empty"),
        (["add", "W", "units", "name=A", "headcount=some"], 1, "“some” is not a number"),
        (["add", "W", "units", "name=A", "headcount=1e999999999"], 1, "is not a number"),
        (["add", "W", "units", "name=A", "headcount=-1"], 1, "People is less than 0"),
        (["add", "W", "units", "name=A", "cadence_tier=Z"], 1, "is not one of: A, B, C"),
        (["add", "W", "units", "name=A", "part_of=B"], 1, "No unit is called “B”"),
        (["add", "W", "units", "name=a\0b"], 1, "NUL"),
        (["add", "W", "units", "name=a\ud800b"], 1, "lone surrogate"),
        (["add", "W", "units", "name=" + "x" * 4001], 1, "longer than 4,000"),
        (["add", "W", "projects", "name=A", "logo=@/no/such.svg"], 1, "can’t be read"),
        (["add", "W", "projects", "name=A", "colour=red"], 1, "is not a colour"),
        (["add", "W", "readings", f"benefit={UUID}", "value=1", "as_of=2026-01-01"], 1, "No benefit is called"),
        (["add", "W", "organisation", "name=A"], 1, "one organisation"),
        (["delete", "W", "organisation", "Meridian"], 1, "keeps its organisation"),
        (["set", "W", "units", "nobody", "name=A"], 1, "No unit is called “nobody”. Nothing was changed."),
        (["delete", "W", "units", UUID], 1, "No unit is called"),
        (["export", "W", "units", "-o", "/no/such/folder.csv"], 1, "could not be written"),
        (["export", "W", "units", "-o", "units.pdf"], 1, "ends in none of"),
        (["export", "W", "units"], 2, "-o"),
        (["import", "W", "units", "/no/such.csv"], 1, "can’t be read"),
        (["import", "W", "units", "T", "--map", "nme=Name"], 2, "no field “nme”"),
        (["import", "W", "units", "T", "--map", "name=Nme"], 2, "no column “Nme”"),
        (["import", "W", "units", "T", "--map", "name=Name", "--key", "code"], 2, "has no column"),
        (["import", "W", "readings", "T"], 1, "No column of the file is called like a field"),
        (["backup", "W", "/dev/null/x"], 1, "could not be made"),
        (["brief", "W", "--audience", "Staff"], 2, "-o"),
        (["brief", "W", "--audience", "Staff", "-o", "x.pdf", "--as-of", "soon"], 2, "“soon” is not a date"),
        (["brief", "W", "--audience", "Moon", "-o", "x.pdf"], 1, "“Moon”. Nothing was written."),
        (["new", "W"], 1, "is already there"),
        (["new", "/no/such/folder/w.brm"], 1, "does not exist"),
        (["new", "N", "--hourly-rate", "lots"], 1, "is not a number"),
        (["new", "N", "--hourly-rate", "-5"], 1, "less than 0"),
        (["new", "N", "--currency", "DOLLARS"], 1, "longer than 3"),
        (["check", "/no/such.brm"], 1, "There is no workspace"),
        (["undo", "T"], 1, "is not a Liaison workspace"),
        (["nonsense", "W", "units"], 2, "There is no command “nonsense”; the commands are: new, import"),
        (["check", "W", "units"], 2, "unrecognized arguments: units"),
        (["/no/such.brm"], 1, "There is no workspace"),
    ],
)
def test_a_wrong_command_is_answered_and_changes_nothing(
    workspace: Path, fail: Type, do: Type, tmp_path: Path, words: list[str], status: int, sentence: str
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Name\nA\n", encoding="utf-8")
    places = {"W": str(workspace), "T": str(table), "N": str(tmp_path / "new.brm")}
    said = fail(*(places.get(word, word) for word in words))
    assert (said.status, said.out) == (status, "")
    assert sentence in said.err
    assert len(do("history", workspace, "--json").json) == 1
    assert not (tmp_path / "new.brm").exists()


def test_two_records_of_one_name_are_not_guessed_at(workspace: Path, do: Type, fail: Type) -> None:
    do("add", workspace, "units", "name=Ward")
    do("add", workspace, "units", "name=ward")
    for words in (["delete", workspace, "units", "WARD"], ["add", workspace, "sites", "name=S", "unit=Ward"]):
        assert "2 units are called" in fail(*words).err


def test_a_fault_of_ours_leaves_a_sentence_and_a_log(
    workspace: Path, fail: Type, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_args: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setitem(commands.COMMANDS, "undo", broken)
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_args, **_how: tmp_path)
    said = fail("undo", workspace)
    assert said.status == 1
    assert "RuntimeError: boom" in said.err
    assert str(tmp_path / "errors.log") in said.err
    assert "Traceback" in (tmp_path / "errors.log").read_text(encoding="utf-8")


def test_stopping_a_command_is_no_fault(workspace: Path, fail: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "undo", stopped)
    assert fail("undo", workspace).err.startswith("Stopped.")


def test_help_and_version_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(name in told for name in ("import", "brief", "WORKSPACE"))
    assert main(["--version"]) == 0
    for name in commands.COMMANDS:
        assert name == "window" or main([name, "--help"]) == 0
    assert cli.main is main


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    return {**kept, "HOME": str(folder), **more}


def process(folder: Path, *words: object, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "brm_app", *map(str, words)]
    return subprocess.run(command, capture_output=True, env=environment(folder, **more), timeout=120, check=False)


def test_a_terminal_without_unicode_still_gets_every_record(workspace: Path, do: Type, tmp_path: Path) -> None:
    do("add", workspace, "units", "name=Élan 𝄞")
    done = process(tmp_path, "list", workspace, "units", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Élan 𝄞" in done.stdout.decode()


@pytest.mark.parametrize("words", [("history", "W"), ("verify", "FILE", "W")])
def test_a_reader_that_has_seen_enough_is_no_fault_and_no_yes(
    workspace: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (unknown := tmp_path / "unknown.pdf").write_bytes(b"%PDF-1.7")
    named = {"W": str(workspace), "FILE": str(unknown)}
    command = [sys.executable, "-m", "brm_app", *(named.get(word, word) for word in words)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment(tmp_path)) as asked:
        assert asked.stdout is not None
        assert asked.stderr is not None
        asked.stdout.close()
        assert asked.stderr.read() == b""
    assert asked.returncode == 141, "as of any program that wrote to a closed pipe; 0 would be a yes to a script"


def test_without_a_display_the_window_says_so(workspace: Path, tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only there can a display be missing")
    done = process(tmp_path, workspace)
    assert done.returncode == 1
    assert "There is no display" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_no_command_but_the_window_brings_in_qt(workspace: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Name\nA\n", encoding="utf-8")
    code = f"""
import sys
from brm_app.cli import main
w, t, folder = {str(workspace)!r}, {str(table)!r}, {str(tmp_path)!r}
for words in (["--help"], ["add", w, "units", "name=B"], ["import", w, "units", t], ["list", w, "units"],
              ["export", w, "units", "-o", folder + "/u.xlsx"], ["undo", w], ["history", w], ["check", w],
              ["brief", w, "--audience", "Staff", "-o", folder + "/b.pdf"]):
    assert main(words) == 0, words
print(sorted(name for name in sys.modules if "PySide" in name or "shiboken" in name), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(tmp_path), check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "[]\n")


def test_help_and_lists_do_not_wait_for_the_heavy_libraries(workspace: Path, tmp_path: Path) -> None:
    code = f"""
import sys
from brm_app.cli import main
main(["--help"])
assert "sqlalchemy" not in sys.modules
main(["list", {str(workspace)!r}, "units"])
heavy = {{"alembic", "reportlab", "pypdfium2", "pikepdf", "xlsxwriter", "python_calamine", "PIL", "babel"}}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(tmp_path), check=False)
    assert done.stderr.decode() == "[]\n"
