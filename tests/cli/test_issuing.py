"""On the command line a briefing is issued, listed, written again and known again."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest

from brm_app import __version__
from brm_app.briefing.pages import page_texts
from brm_app.cli import main
from tests.cli.conftest import Type


def first(sample: Path, do: Type) -> int:
    """How many were issued from the sample before."""
    return len(do("issues", sample, "--json").json)


def test_a_briefing_is_issued_listed_and_known_again(sample: Path, do: Type, tmp_path: Path) -> None:
    pdf, before = tmp_path / "staff.pdf", first(sample, do)
    said = do("issue", sample, "--audience", "staff", "-o", pdf, "--told", "Ward managers", "--told", "Chair").out
    number = said.split()[1]
    assert number.startswith("MH-S-")
    assert said.startswith(f"Issued {number} for Staff: ")
    assert "texts of behind the wall: it holds none.\n" in said
    assert said.endswith(f"Wrote {pdf}.\n")
    sha = hashlib.sha256(pdf.read_bytes()).hexdigest()
    lines = do("issues", sample).out.splitlines()
    assert len(lines) == before + 1
    assert lines[0].split("\t")[::6] == [number, "verified"]
    assert lines[0].split("\t")[5] == f"{sha[:4]}…{sha[-4:]}"
    listed = do("issues", sample, "--json").json[0]
    assert (listed["number"], listed["sha256"], listed["state"], listed["version"]) == (
        number, sha, "verified", __version__)  # fmt: skip
    assert [each["whom"] for each in listed["told"]] == ["Ward managers", "Chair"]
    assert listed["certificate"]["places"]["page text"] == listed["pages"]
    renamed = pdf.rename(tmp_path / "pack (3).pdf")
    known = do("verify", renamed, sample).out.splitlines()
    assert known[0] == "genuine"
    assert known[1].startswith(f"{number}, “")
    assert sha in known[2]


def test_nothing_is_issued_of_a_day_to_come(sample: Path, do: Type, fail: Type, tmp_path: Path) -> None:
    pdf, before = tmp_path / "staff.pdf", first(sample, do)
    said = fail("issue", sample, "--audience", "Staff", "--as-of", "2090-01-01", "-o", pdf).err
    assert "The figures are of a day to come (As of 1 Jan 2090:" in said
    assert not pdf.exists()
    assert first(sample, do) == before
    do("brief", sample, "--audience", "Staff", "--as-of", "2090-01-01", "--draft", "-o", pdf)


def test_a_correction_goes_to_those_who_were_given_what_it_puts_right(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    pdf, before = tmp_path / "staff.pdf", first(sample, do)
    wrong = next(each["number"] for each in do("issues", sample, "--json").json if each["audience_name"] == "Board")
    said = fail("issue", sample, "--audience", "Staff", "--corrects", wrong, "-o", pdf).err
    assert f"{wrong} was issued for Board. Nothing was issued." in said
    assert first(sample, do) == before


def test_what_was_put_right_is_said_of_the_old_file(sample: Path, do: Type, tmp_path: Path) -> None:
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    wrong = do("issue", sample, "--audience", "Staff", "-o", old, "--json").json["number"]
    assert do("verify", old, sample, "--json").json["put_right_by"] == []
    assert "Put right" not in do("verify", old, sample).out
    right = do("issue", sample, "--audience", "Staff", "--corrects", wrong, "-o", new, "--json").json["number"]
    assert do("verify", old, sample).out.endswith(f"Not recalled.\nPut right by {right}.\n")
    assert do("verify", old, sample, "--json").json["put_right_by"] == [right]
    assert "Put right" not in do("verify", new, sample).out


def test_a_file_that_was_changed_or_is_not_ours_is_told_by_its_first_word_and_status(
    sample: Path, do: Type, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, other = tmp_path / "staff.pdf", tmp_path / "other.pdf"
    number = do("issue", sample, "--audience", "Staff", "-o", pdf, "--json").json["number"]
    do("brief", sample, "--audience", "Board", "-o", other)
    data = bytearray(pdf.read_bytes())
    data[len(data) // 2] ^= 1
    pdf.write_bytes(data)
    capsys.readouterr()
    assert main(["verify", str(pdf), str(sample)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert (said[0], number in said[1]) == ("altered", True)
    assert main(["verify", str(other), str(sample)]) == 1
    assert capsys.readouterr().out == "unknown\n"
    assert main(["verify", str(pdf), str(sample), "--json"]) == 1
    said_as_json = json.loads(capsys.readouterr().out)
    assert (said_as_json["state"], said_as_json["issue"]["number"]) == ("altered", number)


def test_what_stands_in_the_way_is_said_and_no_file_is_written(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    before = first(sample, do)
    said = fail("issue", sample, "--audience", "Board", "-o", tmp_path / "b.pdf")
    assert said.status == 1
    assert said.err.startswith("Nothing was issued. 3 things stand in the way: ")
    assert not (tmp_path / "b.pdf").exists()
    assert first(sample, do) == before


def test_an_issue_whose_file_could_not_be_written_is_kept_and_can_be_written_again(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    said = fail("issue", sample, "--audience", "Staff", "-o", tmp_path / f"{'s' * 300}.pdf").err
    number = said.split()[0]
    assert f"{number} was issued and is kept, but its file was not written." in said
    assert f"brm-app issue {sample} --again {number} -o FILE.pdf" in said
    again = tmp_path / "again.pdf"
    assert do("issue", sample, "--again", number.lower(), "-o", again).out == f"Wrote {again}.\n"
    assert do("verify", again, sample).out.startswith("genuine\n")
    do("issue", sample, "--again", number, "-o", again, "--told", "Chair")
    assert [each["whom"] for each in do("issues", sample, "--json").json[0]["told"]] == ["Chair"]
    assert "There is no issue MH-S-1999-001 here" in fail("issue", sample, "--again", "MH-S-1999-001", "-o", again).err


def test_what_stays_to_be_done_is_said_where_nobody_can_be_noted(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    pdf, name = tmp_path / "s.pdf", "half a \ud800 character"
    said = fail("issue", sample, "--audience", "Staff", "-o", pdf, "--told", name).err
    assert f" is in {pdf}, but who was told was not noted. " in said
    assert do("verify", pdf, sample).out.startswith("genuine\n")


def test_a_correction_names_what_it_corrects(sample: Path, do: Type, fail: Type, tmp_path: Path) -> None:
    pdf = tmp_path / "s.pdf"
    number = do("issue", sample, "--audience", "Staff", "-o", pdf, "--json").json["number"]
    again = do("issue", sample, "--audience", "Staff", "-o", pdf, "--corrects", number, "--json").json
    assert (again["corrects"], again["file"]) == (number, str(pdf))
    assert "no issue X" in fail("issue", sample, "--audience", "Staff", "-o", pdf, "--corrects", "X").err


def test_a_locked_copy_opens_with_the_password_and_the_kept_one_is_open(
    sample: Path, do: Type, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, copy = tmp_path / "s.pdf", tmp_path / "open.pdf"
    said = do("issue", sample, "--audience", "Staff", "-o", pdf, "--password", "tulip")
    assert said.out.endswith("s.pdf, locked with the password.\n")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(pdf)
    assert len(pikepdf.open(pdf, password="tulip").pages) > 1
    again, other = tmp_path / "again.pdf", tmp_path / "other.pdf"
    number = do("issues", sample).out.split("\t")[0]
    do("issue", sample, "--again", number, "-o", again, "--password", "rose")
    for locked in (pdf, again):
        state, known, *_ = do("verify", locked, sample).out.splitlines()
        assert (state, known.split(",")[0]) == ("genuine", f"The copy with a password of {number}")
        assert do("verify", locked, sample, "--json").json["locked"] is True
    do("brief", sample, "--audience", "Staff", "-o", other, "--password", "tulip")
    assert main(["verify", str(other), str(sample)]) == 1
    assert (
        capsys.readouterr().out
        == "unknown\nIt has a password and is no file kept here. Locked, its pages can’t be compared.\n"
    )
    do("issue", sample, "--again", said.out.split()[1], "-o", copy)
    assert not pikepdf.open(copy).is_encrypted


def test_nothing_that_is_written_takes_the_place_of_a_workspace(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    before = first(sample, do)
    assert "is a workspace" in fail("issue", sample, "--audience", "Staff", "-o", sample).err
    assert first(sample, do) == before


def test_nothing_is_issued_where_its_file_could_not_be_written_or_locked(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    before, words = first(sample, do), ("issue", sample, "--audience", "Staff", "-o")
    assert "There can be no file" in fail(*words, tmp_path / "none" / "s.pdf").err
    assert "There can be no file" in fail(*words, tmp_path).err
    assert "the password has only spaces" in fail(*words, tmp_path / "s.pdf", "--password", " ").err
    assert "the password is too long" in fail(*words, tmp_path / "s.pdf", "--password", "x" * 128).err
    assert first(sample, do) == before


def test_a_check_looks_at_the_files_of_issues_too(sample: Path, do: Type, fail: Type, tmp_path: Path) -> None:
    number = do("issue", sample, "--audience", "Staff", "-o", tmp_path / "s.pdf", "--json").json["number"]
    assert "is whole" in do("check", sample).out
    with closing(sqlite3.connect(sample)) as file, file:
        file.execute("UPDATE issue_files SET pdf = substr(pdf, 2) WHERE number = ?", (number,))
    assert f"The file of {number} is not as it was issued." in fail("check", sample).err
    assert do("issues", sample).out.splitlines()[0].endswith("\tfile damaged")
    assert f"The file of {number} is damaged." in fail("issue", sample, "--again", number, "-o", tmp_path / "a.pdf").err


def test_wrong_words_are_answered_with_what_is_right(sample: Path, fail: Type, tmp_path: Path) -> None:
    pdf = tmp_path / "s.pdf"
    assert "No audience is called" in fail("issue", sample, "--audience", "Nobody", "-o", pdf).err
    assert fail("issue", sample, "-o", pdf).status == 2
    assert fail("verify", sample).status == 2
    assert "There is no file" in fail("verify", pdf, sample).err
    assert "not a Liaison workspace" in fail("verify", sample, __file__).err


# The same of `brief`


def test_a_briefing_has_appendices_behind_it_and_a_password_around_it(
    sample: Path, do: Type, fail: Type, tmp_path: Path
) -> None:
    plan, out = tmp_path / "Floor plan.pdf", tmp_path / "out.pdf"
    do("brief", sample, "--audience", "Staff", "-o", plan)
    words = ("brief", sample, "--audience", "Staff", "--project", "CareChart", "-o", out)
    own, added = do(*words, "--json").json["pages"], len(pikepdf.open(plan).pages)
    assert do(*words, "--appendix", plan, "--appendix", plan, "--json").json["pages"] == own + 2 * added
    assert len(pikepdf.open(out).pages) == own + 2 * added
    do(*words, "--password", "tulip")
    assert pikepdf.open(out, password="tulip").encryption.R == 6
    assert "is no PDF" in fail(*words, "--appendix", sample).err
    assert "can’t be read" in fail(*words, "--appendix", tmp_path / "none.pdf").err


def test_a_draft_says_so(sample: Path, do: Type, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    plain = do("brief", sample, "--audience", "Staff", "-o", out, "--json").json
    draft = do("brief", sample, "--audience", "Staff", "-o", out, "--json", "--draft").json
    assert draft["content_sha256"] != plain["content_sha256"]
    assert all("DRAFT" in text for text in page_texts(out.read_bytes()))
    do("issue", sample, "--audience", "Staff", "-o", out)
    assert not any("DRAFT" in text for text in page_texts(out.read_bytes()))
