"""What is typed or imported is approved by somebody at some time, for what it says then, and for nothing else."""

import csv
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brm_app.cli import main
from brm_app.cli.shared import opened
from tests.cli.conftest import Type

HEADLINE = "Back in every shift. Tap your badge instead of typing."


@pytest.fixture
def message(sample: Path, do: Type) -> dict[str, Any]:
    """The message of the sample that staff read first."""
    return next(m for m in do("list", sample, "messages", "--json").json if m["headline"] == HEADLINE)


def _who(path: Path) -> str:
    with opened(path) as workspace:
        return workspace.who


def _is_just_now(moment: str) -> bool:
    return abs(dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(moment)) < dt.timedelta(minutes=5)


def _set_words(sample: Path, message: dict[str, Any], do: Type) -> None:
    do("set", sample, "messages", message["id"], "headline=Words nobody approved")


def _import_words(sample: Path, message: dict[str, Any], do: Type) -> None:
    table = sample.with_suffix(".csv")
    table.write_text(f"id,headline\n{message['id']},Words nobody approved\n", encoding="utf-8")
    do("import", sample, "messages", table, "--map", "id=id", "--map", "headline=headline", "--key", "id")


def _clear_proof(sample: Path, message: dict[str, Any], do: Type) -> None:
    do("set", sample, "messages", message["id"], "benefit=")


def _delete_proof(sample: Path, message: dict[str, Any], do: Type) -> None:
    do("delete", sample, "benefits", message["benefit"])


@pytest.mark.parametrize("change", [_set_words, _import_words, _clear_proof, _delete_proof])
def test_what_nobody_approved_is_not_issued(
    sample: Path,
    message: dict[str, Any],
    do: Type,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path, dict[str, Any], Type], None],
) -> None:
    change(sample, message, do)
    capsys.readouterr()
    assert main(["preflight", str(sample), "--audience", "Staff"]) == 1
    assert "Blocker  One Sign-on message not approved." in capsys.readouterr().out
    assert main(["issue", str(sample), "--audience", "Staff", "-o", str(sample.with_suffix(".pdf"))]) == 1
    assert not sample.with_suffix(".pdf").exists()


def test_it_is_approved_again_with_one_command(sample: Path, message: dict[str, Any], do: Type) -> None:
    _set_words(sample, message, do)
    again = do("set", sample, "messages", message["id"], "state=approved", "--json").json
    assert again["approved_by"] == _who(sample)
    assert _is_just_now(again["approved_at"])
    assert "Every message is approved." in do("preflight", sample, "--audience", "Staff").out
    assert do("set", sample, "messages", message["id"], "state=approved").out.startswith("Nothing to change in")


def test_words_set_together_with_their_approval_are_approved(sample: Path, message: dict[str, Any], do: Type) -> None:
    new = do("set", sample, "messages", message["id"], "headline=New words", "state=approved", "--json").json
    assert new["approved_by"] == _who(sample)
    assert "Every message is approved." in do("preflight", sample, "--audience", "Staff").out


def test_who_approved_goes_with_the_approval(sample: Path, message: dict[str, Any], do: Type) -> None:
    draft = do("set", sample, "messages", message["id"], "state=draft", "--json").json
    assert (draft["approved_by"], draft["approved_at"]) == ("", None)
    given = do(
        "set", sample, "messages", message["id"], "state=approved", "approved_by=Finance director", "--json"
    ).json
    assert given["approved_by"] == "Finance director"
    assert _is_just_now(given["approved_at"])


def test_what_is_added_as_approved_says_by_whom(sample: Path, message: dict[str, Any], do: Type) -> None:
    values = (f"{name}={message[name]}" for name in ("project", "audience"))
    added = do("add", sample, "messages", *values, "headline=New", "body=New.", "state=approved", "--json").json
    assert added["approved_by"] == _who(sample)
    assert _is_just_now(added["approved_at"])


def test_a_row_says_itself_who_approved_it_or_the_one_who_imports_it_did(
    sample: Path, message: dict[str, Any], do: Type, tmp_path: Path
) -> None:
    table = tmp_path / "told.csv"
    with open(table, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["project", "audience", "headline", "body", "state", "approved_by", "approved_at"])
        told = ("One Sign-on", "Staff")
        out.writerow([*told, "Given", "Said.", "approved", "Finance director", "2026-03-02T10:00:00+00:00"])
        out.writerow([*told, "Not given", "Said.", "approved", "", ""])
    do("import", sample, "messages", table)
    held = {m["headline"]: m for m in do("list", sample, "messages", "--json").json}
    given, other = held["Given"], held["Not given"]
    assert given["approved_by"] == "Finance director"
    assert dt.datetime.fromisoformat(given["approved_at"]) == dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
    assert other["approved_by"] == _who(sample)
    assert _is_just_now(other["approved_at"])
