"""A briefing is written for whoever asks, whatever is missing, and the same one twice gives the same bytes."""

import datetime as dt
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Type


@pytest.mark.parametrize("audience", ["Staff", "bOARD"])
def test_both_audiences_are_briefed_from_the_sample(sample: Path, do: Type, tmp_path: Path, audience: str) -> None:
    pdf = tmp_path / "out.pdf"
    facts = do("brief", sample, "--audience", audience, "-o", pdf, "--json").json
    data = pdf.read_bytes()
    assert data.startswith(b"%PDF-")
    assert facts["sha256"] == hashlib.sha256(data).hexdigest()
    assert (facts["file"], facts["audience"]) == (str(pdf), audience.title())
    assert facts["as_of"] == dt.date.today().isoformat()
    assert facts["missing"] == ""
    pages = [section["page"] for section in facts["sections"]]
    assert 1 <= pages[0] <= pages[-1] <= facts["pages"]
    assert pages == sorted(pages)
    assert all(figure["derivation"] for figure in facts["figures"])
    assert list(tmp_path.glob(".*")) == []


def test_an_empty_workspace_is_briefed_too(workspace: Path, do: Type, tmp_path: Path) -> None:
    for audience in ("Staff", "Board"):
        said = do("brief", workspace, "--audience", audience, "-o", tmp_path / "out.pdf")
        assert said.out.startswith(f"Wrote {tmp_path / 'out.pdf'}: ")


def test_a_scope_of_units_and_projects_makes_it_shorter(sample: Path, do: Type, fail: Type, tmp_path: Path) -> None:
    def pages(*scope: str) -> int:
        facts = do("brief", sample, "--audience", "Board", "-o", tmp_path / "out.pdf", "--json", *scope).json
        return int(facts["pages"])

    assert pages("--project", "one sign-on") < pages("--project", "One Sign-on", "--project", "CareChart") < pages()
    assert (
        "No project is called"
        in fail("brief", sample, "--audience", "Board", "--project", "Nowhere", "-o", tmp_path / "no.pdf").err
    )
    assert not (tmp_path / "no.pdf").exists()


def test_what_is_dated_later_is_left_out(workspace: Path, do: Type, tmp_path: Path) -> None:
    do("add", workspace, "projects", "name=A")
    do("add", workspace, "benefits", "project=A", "statement=Waiting", "measure=count", "baseline=9")
    do("add", workspace, "readings", "benefit=Waiting", "value=7", "as_of=2026-05-01")
    texts = [
        [f["text"] for f in do("brief", workspace, "--audience", "Board", "--as-of", day, "-o", tmp_path / "b.pdf",
                               "--json").json["figures"]]
        for day in ("2026-04-30", "2026-05-01")
    ]  # fmt: skip
    assert texts == [[], ["7"]]


def test_a_file_that_cannot_be_written_is_refused_with_a_sentence(workspace: Path, fail: Type, tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    for place in (tmp_path / "no" / "b.pdf", tmp_path / "folder.pdf"):
        said = fail("brief", workspace, "--audience", "Staff", "-o", place)
        assert said.status == 1
        assert "unexpected" not in said.err
        assert "should not have" not in said.err


def test_other_hash_seeds_time_zones_and_locales_give_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    made = []
    for number, (seed, zone, locale) in enumerate([("1", "Pacific/Apia", "C"), ("2", "America/Lima", "de_DE.UTF-8")]):
        pdf = tmp_path / f"{number}.pdf"
        command = [
            sys.executable,
            "-m",
            "brm_app",
            "brief",
            str(sample),
            "--audience",
            "Board",
            "--as-of",
            "2026-11-19",
        ]
        there = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        subprocess.run([*command, "-o", str(pdf)], env=there, check=True, capture_output=True)
        made.append(pdf.read_bytes())
    assert made[0] == made[1]
