"""A PDF is saved whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from brm_app.briefing import save_pdf
from brm_app.domain.errors import Refused


def test_a_saved_file_holds_exactly_the_bytes(tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    target.write_bytes(b"old")
    save_pdf(b"%PDF new", target)
    assert target.read_bytes() == b"%PDF new"
    assert os.listdir(tmp_path) == ["pack.pdf"]


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "may not be written to"), (errno.EIO, "Try again")],
)
def test_when_the_disk_fails_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    target = tmp_path / "pack.pdf"
    target.write_bytes(b"old")

    def fail(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(Refused, match=words):
        save_pdf(b"%PDF new", target)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["pack.pdf"]


def test_a_folder_that_is_not_there_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="the folder does not exist"):
        save_pdf(b"x", tmp_path / "nowhere" / "pack.pdf")
    with pytest.raises(Refused, match="there is a folder of that name"):
        save_pdf(b"x", tmp_path)
