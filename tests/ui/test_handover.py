"""A second start hands its file over to the window that is open, in two real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from brm_app.services.workspace import Workspace
from brm_app.ui.handover import hand_over, name_for

LISTENS = """
import sys
from pathlib import Path
from brm_app import app
from brm_app.ui.window import Window

class Seen(Window):
    def _on_opened(self, then_import):
        super()._on_opened(then_import)
        print("open", self.desk.workspace.path.name, flush=True)

listen = app._listen_once
def listening(window, name, made):
    first = not made
    listen(window, name, made)
    if first:
        print("listening", flush=True)
app._listen_once, app.Window = listening, Seen
app.run(None)
"""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The surroundings of both processes: settings of their own."""
    return {**os.environ, **{f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}}


@pytest.fixture
def first(home: dict[str, str], checkout: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", LISTENS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=home, cwd=checkout) as process:
        assert heard(process) == "listening"
        yield process
        process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def start(home: dict[str, str], checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "brm_app", *arguments]
    return subprocess.run(command, env=home, cwd=checkout, capture_output=True, text=True, timeout=60, check=False)


def test_a_second_start_ends_and_the_first_window_opens_its_file(
    first: subprocess.Popen[str], home: dict[str, str], checkout: Path, tmp_path: Path
) -> None:
    Workspace.create(tmp_path / "été.brm", "Meridian").close()
    done = start(home, checkout, str(tmp_path / "été.brm"))
    assert (done.returncode, done.stderr) == (0, "")
    assert heard(first) == "open été.brm"


@pytest.mark.skipif(sys.platform == "win32", reason="a crashed pipe leaves no name behind")
def test_a_name_left_by_a_crash_does_not_block_a_start(
    first: subprocess.Popen[str], home: dict[str, str], checkout: Path
) -> None:
    first.send_signal(signal.SIGKILL)
    first.wait()
    command = [sys.executable, "-c", LISTENS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=home, cwd=checkout) as second:
        assert heard(second) == "listening"
        assert start(home, checkout).returncode == 0
        second.kill()


def test_nobody_listens_where_no_window_is_open(tmp_path: Path) -> None:
    assert not hand_over(name_for(tmp_path / "window.ini"), None)
