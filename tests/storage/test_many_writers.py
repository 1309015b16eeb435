"""Several programs may write one workspace at once: each either gets in or is told, and nothing is overwritten."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from brm_app.domain.records import Unit
from brm_app.services.workspace import Workspace


def test_no_edit_of_several_programs_is_silently_overwritten(
    tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    times = counted(40, 3334)
    workspace = Workspace.create(tmp_path / "w.brm", "Meridian")
    with workspace.write("Units") as batch:
        for n in range(counted(2, 12)):
            batch.save(Unit(name=f"Unit {n}"))
    arguments = [sys.executable, "-m", "tests.storage.appending_child", str(workspace.path)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    children = [subprocess.Popen([*arguments, name, str(times)], **pipes) for name in "ABC"]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    conflicts = sum(int(child.communicate()[0]) for child in children)
    assert [child.returncode for child in children] == [0, 0, 0]
    words = [word for unit in workspace.find(Unit) for word in unit.note.split()]
    assert sorted(words) == sorted(f"{name}{n}" for name in "ABC" for n in range(times))
    assert sum(unit.headcount or 0 for unit in workspace.find(Unit)) == len(words)
    assert conflicts, "they did get into each other's way"
    assert len(workspace.history()) == len(words) + 2
    workspace.check()
    workspace.close()
