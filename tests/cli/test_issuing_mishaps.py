"""What stops, refuses or is misspelt around an issue is said as it is, and nothing is written over by accident."""

import json
import os
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from brm_app.briefing import typeset
from brm_app.cli import issuing, main
from brm_app.services.issuing import make_issue
from tests.briefing.staff_sample import staff
from tests.cli.conftest import Type


def stop(*_: object) -> Any:
    """Ctrl+C."""
    raise KeyboardInterrupt


def numbers(sample: Path, do: Type) -> list[str]:
    return [each["number"] for each in do("issues", sample, "--json").json]


def test_an_empty_password_is_refused_and_no_open_file_written(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    pdf, before = tmp_path / "s.pdf", numbers(sample, do)
    for command in ("brief", "issue"):
        said = fail(command, sample, "--audience", "Staff", "-o", pdf, "--password", "")
        assert (said.status, "the password is empty" in said.err) == (1, True)
        assert not pdf.exists()
    assert numbers(sample, do) == before


def test_what_is_advised_when_the_disk_is_full_has_the_password_in_it(sample: Path, fail: Type, tmp_path: Path) -> None:
    words = ("issue", sample, "--audience", "Staff", "-o", tmp_path / f"{'s' * 300}.pdf", "--password", "tulip")
    said = fail(*words, "--told", "Chair").err
    assert said.endswith("--told Chair --password WORD -o FILE.pdf\n")
    assert "tulip" not in said


@pytest.mark.parametrize("where", ["files_of", "save"])
def test_stopped_while_the_file_is_written_it_says_that_the_issue_is_kept(
    sample: Path, do: Type, fail: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    before = numbers(sample, do)
    monkeypatch.setattr(issuing, where, stop)
    said = fail("issue", sample, "--audience", "Staff", "-o", tmp_path / "s.pdf").err
    (new,) = set(numbers(sample, do)) - set(before)
    assert said.startswith(f"{new} was issued and is kept, but its file was not written. The command was stopped.")
    assert f"brm-app issue {sample} --again {new} -o FILE.pdf" in said


def test_stopped_when_it_has_just_been_kept_it_says_so_too(
    sample: Path, do: Type, fail: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, words = make_issue, ("issue", sample, "--audience", "Staff", "-o", tmp_path / "s.pdf")
    monkeypatch.setattr(issuing, "make_issue", lambda *given: stop(make(*given)))
    said, newest = fail(*words).err, numbers(sample, do)[0]
    assert said.startswith(f"{newest} was issued and is kept")
    monkeypatch.setattr(issuing, "make_issue", stop)
    assert fail(*words).err.startswith("Stopped. Nothing of this command was kept.")
    assert numbers(sample, do)[0] == newest


def test_stopped_while_who_was_told_is_noted_it_says_where_the_file_is(
    sample: Path, fail: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = tmp_path / "s.pdf"
    monkeypatch.setattr(issuing, "tell", stop)
    said = fail("issue", sample, "--audience", "Staff", "-o", pdf, "--told", "Chair").err
    assert f"is in {pdf}, but who was told was not noted. The command was stopped." in said


def test_an_appendix_is_never_written_over(sample: Path, do: Type, fail: Type, tmp_path: Path) -> None:
    plan, link, before = tmp_path / "plan.pdf", tmp_path / "link.pdf", numbers(sample, do)
    plan.write_bytes(typeset(staff()).pdf)
    link.symlink_to(plan)
    held = plan.read_bytes()
    for command in ("brief", "issue"):
        for out in (plan, link):
            said = fail(command, sample, "--audience", "Staff", "--appendix", plan, "-o", out).err
            assert f"{out} is one of the appendices. Nothing was written." in said
    assert (plan.read_bytes(), numbers(sample, do)) == (held, before)


def test_nothing_is_issued_into_a_pipe_and_no_briefing_written_to_one(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    pipe, before = tmp_path / "pipe.pdf", numbers(sample, do)
    os.mkfifo(pipe)
    assert "is no plain file. Nothing was issued." in fail("issue", sample, "--audience", "Staff", "-o", pipe).err
    assert "no plain file" in fail("brief", sample, "--audience", "Staff", "-o", pipe).err
    assert "There is no file" in fail("verify", pipe, sample).err
    assert (pipe.is_fifo(), numbers(sample, do)) == (True, before)


def test_what_an_issue_written_again_cant_take_up_is_refused(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    pdf = tmp_path / "s.pdf"
    words = ("issue", sample, "--again", numbers(sample, do)[0], "-o", pdf)
    for option in ("--unit", "--project", "--corrects", "--appendix"):
        said = fail(*words, option, "X")
        assert (said.status, f"{option} can’t change it" in said.err) == (2, True)
    assert "--unit, --as-of can’t" in fail(*words, "--as-of", "2026-01-01", "--unit", "Pharmacy").err
    assert not pdf.exists()


def test_a_refusal_as_json_names_its_findings_as_preflight_does(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["issue", str(sample), "--audience", "Board", "-o", str(tmp_path / "b.pdf"), "--json"]) == 1
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert [each["kind"] for each in found if each["severity"] == "blocker"] == ["unapproved", "unsourced", "unsourced"]
    assert all(each["record"] for each in found if each["severity"] == "blocker")
    assert said.err.startswith("Nothing was issued.")


def test_an_empty_register_says_so(do: Type, tmp_path: Path) -> None:
    do("new", tmp_path / "w.brm")
    assert do("issues", tmp_path / "w.brm").out == "Nothing has been issued yet.\n"
    assert do("issues", tmp_path / "w.brm", "--json").json == []


def test_a_file_of_others_that_is_an_appendix_is_told_as_one(
    sample: Path, do: Type, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "Floor plan.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(plan)
    words = ("issue", sample, "--audience", "Staff", "-o", tmp_path / "s.pdf", "--appendix", plan, "--json")
    number = do(*words).json["number"]
    assert main(["verify", str(plan), str(sample)]) == 1
    assert capsys.readouterr().out == f"unknown\nIt is the appendix “Floor plan” of {number}, as others made it.\n"
    assert main(["verify", str(plan), str(sample), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["appendix"] == {"name": "Floor plan", "issue": number}
