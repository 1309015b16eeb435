"""However many issue at once and whenever one of them dies: each number is given once, to a whole issue."""

import random
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brm_app.services.issuing import VERIFIED, files_of, identify, issues, state_of
from brm_app.services.workspace import Workspace
from tests.services.issuing.ready import fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace from which something can be issued."""
    made = tmp_path / "shared.brm"
    workspace = Workspace.create(made, "Meridian")
    fill(workspace)
    workspace.close()
    return made


def child(path: Path, rounds: int) -> subprocess.Popen[str]:
    """A process that issues so many as soon as it is told to."""
    words = [sys.executable, "-m", "tests.acceptance.issuing_child", str(path), str(rounds)]
    made = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert made.stdout is not None
    assert made.stdout.readline() == "ready\n"
    return made


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def check(path: Path, said: list[str], *, more: int = 0) -> None:
    """Every number that was said is a whole issue, without a gap; `more` may be kept of which nobody could say it."""
    workspace = Workspace.open(path)
    workspace.check()
    kept = issues(workspace)
    counted = sorted(issue.counted for issue in kept)
    assert counted == list(range(1, len(kept) + 1))
    assert len({issue.number for issue in kept}) == len(kept)
    assert set(said) <= {issue.number for issue in kept}
    assert len(said) == len(set(said)) <= len(kept) <= len(said) + more
    for issue in kept:
        assert state_of(workspace, issue) == VERIFIED
        assert identify(workspace, files_of(workspace, issue.number)[1]).issue == issue
    workspace.close()


def test_two_processes_that_issue_at_once_never_get_one_number(path: Path, counted: Callable[[int, int], int]) -> None:
    rounds = counted(4, 20)
    both = [child(path, rounds), child(path, rounds)]
    for process in both:
        go(process)
    said = [line for process in both for line in process.communicate(timeout=240)[0].split("\n") if line]
    check(path, [line for line in said if not line.startswith("refused")])
    assert sum(not line.startswith("refused") for line in said) >= rounds


def test_a_kill_at_any_moment_leaves_whole_issues_only(path: Path, counted: Callable[[int, int], int]) -> None:
    said: list[str] = []
    rounds = counted(4, 40)
    for seed in range(rounds):
        with child(path, 1000) as process:
            go(process)
            select.select([], [], [], random.Random(seed).uniform(0.05, 0.9))  # the moment of the kill is random
            process.kill()
            assert process.stdout is not None
            said += [line.strip() for line in process.stdout if line.endswith("\n")]
        check(path, said, more=seed + 1)
