"""A command line to type on, and a workspace to type at."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from brm_app.cli import main


@attrs.frozen
class Said:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value that was printed."""
        return json.loads(self.out)


Type = Callable[..., Said]


@pytest.fixture
def do(capsys: pytest.CaptureFixture[str]) -> Type:
    """Types a command, which must be done."""

    def run(*words: object) -> Said:
        said = _typed(capsys, words)
        assert (said.status, said.err) == (0, ""), said.err
        return said

    return run


@pytest.fixture
def fail(capsys: pytest.CaptureFixture[str]) -> Type:
    """Types a command, which must be refused with one sentence or be wrong usage."""

    def run(*words: object) -> Said:
        said = _typed(capsys, words)
        assert said.status in (1, 2)
        assert said.err.strip()
        assert "Traceback" not in said.err
        return said

    return run


def _typed(capsys: pytest.CaptureFixture[str], words: tuple[object, ...]) -> Said:
    capsys.readouterr()
    status = main([str(word) for word in words])
    caught = capsys.readouterr()
    return Said(status, caught.out, caught.err)


@pytest.fixture
def workspace(tmp_path: Path, do: Type) -> Path:
    """A new workspace."""
    path = tmp_path / "work.brm"
    do("new", path, "--organisation", "Meridian", "--currency", "USD", "--hourly-rate", "46")
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, made once."""
    path = tmp_path_factory.mktemp("made") / "sample.brm"
    assert main(["new", str(path), "--sample"]) == 0
    return path


@pytest.fixture
def sample(made: Path, tmp_path: Path) -> Path:
    """A sample of one's own."""
    copy = tmp_path / "sample.brm"
    copy.write_bytes(made.read_bytes())
    return copy
