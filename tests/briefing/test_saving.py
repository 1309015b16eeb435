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


def test_a_link_stays_one_and_the_file_that_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    target, link = tmp_path / "share" / "pack.pdf", tmp_path / "pack.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    save_pdf(b"%PDF new", link)
    assert link.is_symlink()
    assert target.read_bytes() == b"%PDF new"
    assert os.listdir(tmp_path / "share") == ["pack.pdf"]
    target.unlink()
    save_pdf(b"%PDF newer", link)
    assert (link.is_symlink(), target.read_bytes()) == (True, b"%PDF newer")


def test_what_is_no_plain_file_is_left_as_it_is(tmp_path: Path) -> None:
    pipe, link, circle = tmp_path / "pipe", tmp_path / "link.pdf", tmp_path / "circle.pdf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    circle.symlink_to(circle)
    for place in (pipe, link):
        with pytest.raises(Refused, match="a pipe or a device and no plain file"):
            save_pdf(b"%PDF", place)
    with pytest.raises(Refused, match="leads round in a circle"):
        save_pdf(b"%PDF", circle)
    assert pipe.is_fifo()
    assert sorted(os.listdir(tmp_path)) == ["circle.pdf", "link.pdf", "pipe"]
