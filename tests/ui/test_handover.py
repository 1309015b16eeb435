"""A second start hands its file over to the window that is open, in two real processes."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from brm_app.services.workspace import Workspace
from brm_app.ui import handover
from brm_app.ui.handover import Listening, hand_over, name_for

LISTENS = """
import sys
from pathlib import Path
from brm_app import app
from brm_app.ui.window import Window

class Seen(Window):
    def _on_opened(self, then_import):
        super()._on_opened(then_import)
        print("open", self.desk.workspace.path.name, flush=True)

listen = app._listening
def listening(window, name):
    made = listen(window, name)
    print("listening", flush=True)
    return made
app._listening, app.Window = listening, Seen
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


class Told:
    """A window that listens, and what it was told to open."""

    def __init__(self, name: Path) -> None:
        self.name, self.paths = name, list[str]()
        self.listening = Listening(str(name))
        self.listening.wanted.connect(self.paths.append)

    def start(self) -> socket.socket:
        """Another program that connects."""
        made = socket.socket(socket.AF_UNIX)
        made.settimeout(5)
        made.connect(str(self.name))
        return made


def left(other: socket.socket) -> bool:
    """True once the window let the connection go, without a word."""
    try:
        return other.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True


@pytest.fixture
def told(qtbot: QtBot, tmp_path: Path) -> Iterator[Told]:
    if sys.platform == "win32":
        pytest.skip("a pipe is spoken to in another way")
    made = Told(tmp_path / "here")
    yield made
    made.listening.close()


def test_only_the_same_user_may_speak_to_the_window(told: Told) -> None:
    assert stat.S_IMODE(told.name.stat().st_mode) & 0o077 == 0


def test_a_path_that_comes_in_pieces_is_taken_whole(told: Told, qtbot: QtBot) -> None:
    with told.start() as other:
        other.sendall(b"/home/me/a")
        qtbot.wait(30)
        assert told.paths == []
        other.sendall(b" b.brm\n")
        qtbot.waitUntil(lambda: told.paths == ["/home/me/a b.brm"])


@pytest.mark.parametrize("said", [b"x" * (handover.MOST + 1), b"/a\0b\n"], ids=["no end", "no name of a file"])
def test_what_is_no_path_gets_no_answer(told: Told, qtbot: QtBot, said: bytes) -> None:
    with told.start() as other:
        other.setblocking(False)
        sent = other.send(said)
        while sent < len(said):
            qtbot.wait(1)
            sent += other.send(said[sent:])
        qtbot.waitUntil(lambda: left(other))
    assert told.paths == []


def test_a_start_that_says_nothing_is_left_and_holds_nobody_up(
    told: Told, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "PATIENCE", 200)
    with told.start() as silent, told.start() as other:
        other.sendall(b"/a.brm\n")
        qtbot.waitUntil(lambda: told.paths == ["/a.brm"], timeout=150)
        silent.setblocking(False)
        qtbot.waitUntil(lambda: left(silent))
