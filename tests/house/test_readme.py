"""What README says works as it stands there."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from brm_app.cli import main


def test_the_main_job_in_six_lines_runs_word_for_word(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(checkout / "tests" / "data", tmp_path / "tests" / "data")
    monkeypatch.chdir(tmp_path)
    section = (checkout / "README.md").read_text("utf-8").split("## The main job in six lines")[1]
    block = section.split("```")[1]
    lines = [line for line in block.splitlines() if line]
    assert len(lines) == 6
    for line in lines:
        start, script, *words = shlex.split(line)
        assert (start, script) == ("python3", "run.py")
        assert main(words) == 0, line
    assert [Path(name).read_bytes()[:5] for name in ("staff.pdf", "board.pdf")] == [b"%PDF-", b"%PDF-"]


def test_every_page_that_a_page_leads_to_is_there(checkout: Path) -> None:
    for page in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
        targets = re.findall(r"\[[^]]*\]\(([^)#:]+)\)", (checkout / page).read_text("utf-8"))
        missing = [target for target in targets if not (checkout / target).exists()]
        assert not missing, page
