"""A register that somebody meddled with is answered with a state or a sentence, whatever stands in it."""

import contextlib
import hashlib
import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from brm_app.cli import main
from brm_app.domain.errors import Refused
from brm_app.domain.issues import Issue
from brm_app.domain.records import Benefit
from brm_app.services import recalling
from brm_app.services.issuing import DAMAGED, MISSING, files_of, identify, issues, state_of
from brm_app.services.issuing.reading import read_register
from brm_app.services.workspace import Workspace
from tests.services.issuing.ready import fill, issued

VALUES = (
    "", "x", "\x1b[31m\n\x07", -1, 2**62, 1.5, b"\xff\xfe", "0001-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59.999999+00:00", "9999-12-31", "[" * 100_000, '{"@":"Chosen","units":[1]}',
)  # fmt: skip


Kept = tuple[Path, Issue, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A workspace on disk with one issue, its line and its bytes."""
    path = tmp_path_factory.mktemp("made") / "made.brm"
    workspace = Workspace.create(path, "Meridian")
    fill(workspace)
    issue = issued(workspace)
    pdf = files_of(workspace, issue.number)[1]
    workspace.close()
    return path, issue, pdf


@pytest.fixture
def kept(made: Kept, tmp_path: Path) -> Kept:
    path = tmp_path / "kept.brm"
    path.write_bytes(made[0].read_bytes())
    path.with_suffix(".pdf").write_bytes(made[2])
    return path, *made[1:]


def meddle(path: Path, table: str, column: str, value: Any) -> bool:
    """Writes a value past all rules; false where the file itself refuses it."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        try:
            connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
        except sqlite3.Error:
            return False
        connection.commit()
    return True


def answered(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """All that the commands say: sentences that steer no terminal."""
    said = ""
    verify = ["verify", str(path.with_suffix(".pdf")), str(path)]
    for words in (["issues", str(path)], ["issues", str(path), "--json"], verify, ["recall", str(path)]):
        assert main(words) in (0, 1)
        out, err = capsys.readouterr()
        assert "should not have" not in err
        assert all(c.isprintable() or c in "\n\t" for c in out + err)
        said += out + err
    workspace = Workspace.open(path)
    with contextlib.suppress(Refused):
        assert read_register(workspace)
    workspace.close()
    return said


@pytest.mark.parametrize("column", [field.name for field in attrs.fields(Issue)])
def test_no_value_in_a_line_of_the_register_is_too_much(
    kept: Kept, column: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, whole = kept[0], kept[0].read_bytes()
    for value in VALUES:
        path.write_bytes(whole)
        if meddle(path, "issues", column, value):
            assert answered(path, capsys)


_DEEP = b'{"points":' + b"[" * 100_000
_LONG = b'{"points":["' + b"x" * 20_000_000 + b'"]}'


@pytest.mark.parametrize(
    ("column", "value", "state"),
    [
        ("content", b"", DAMAGED),
        ("content", "text", DAMAGED),
        ("content", b"\xff", DAMAGED),
        ("content", _DEEP, DAMAGED),
        ("content", _LONG, DAMAGED),
        ("content", b'{"points":5}', DAMAGED),
        ("pdf", "text", MISSING),
        ("pdf", b"", DAMAGED),
        ("pdf", b"%PDF-1.7 another", DAMAGED),
        ("number", "MER-S-2026-009", MISSING),
    ],
    ids=range(10),
)
def test_files_that_are_not_as_they_were_issued_are_told_by_the_state_of_their_issue(
    kept: Kept, column: str, value: Any, state: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path, issue, pdf = kept
    assert meddle(path, "issue_files", column, value)
    said = answered(path, capsys)
    workspace = Workspace.open(path)
    assert [(line.issue.number, line.state) for line in read_register(workspace)] == [(issue.number, state)]
    with pytest.raises(Refused, match="is damaged"):
        files_of(workspace, issue.number)
    if column == "content":
        assert identify(workspace, pdf).state == "genuine"
    else:
        assert "it can’t be said whether this one is genuine" in said
    workspace.close()


def test_a_forged_hash_makes_no_file_genuine(kept: Kept) -> None:
    path, issue, pdf = kept
    forged = pdf.replace(b"MER", b"XYZ")[:-9] + b"\n%%EOF\n"
    assert meddle(path, "issues", "sha256", hashlib.sha256(forged).hexdigest())
    workspace = Workspace.open(path)
    assert state_of(workspace, issues(workspace)[0]) == DAMAGED
    with pytest.raises(Refused, match=f"The file of {issue.number} that is kept here is damaged"):
        identify(workspace, forged)
    workspace.close()


def test_content_that_was_swapped_is_not_taken_for_the_same_in_another_workspace(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recalling, "_HELD", {})
    path, whole = kept[0], kept[0].read_bytes()
    other = tmp_path / "other.brm"
    other.write_bytes(whole)
    assert meddle(other, "issue_files", "content", b'{"points":[]}')
    for each in (other, path):
        workspace = Workspace.open(each)
        recalling.recalls(workspace)
        with workspace.write("Pay more") as batch:
            batch.save(attrs.evolve(workspace.find(Benefit)[0], baseline=Decimal(500)))
        assert bool(recalling.recalls(workspace)) is (each == path)
        workspace.close()
