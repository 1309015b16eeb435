"""A table is written whole, to the file that is meant."""

import os
from pathlib import Path

import pytest

from brm_app.domain.errors import Refused
from brm_app.services.exchange.files import write_whole


def fill(part: Path) -> None:
    part.write_text("new")


def test_a_link_stays_one_and_the_file_that_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    target, link = tmp_path / "share" / "units.csv", tmp_path / "units.csv"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, fill)
    assert (link.is_symlink(), target.read_text()) == (True, "new")
    assert os.listdir(tmp_path / "share") == ["units.csv"]


def test_a_pipe_is_left_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "units.csv"
    os.mkfifo(pipe)
    with pytest.raises(Refused, match="no plain file"):
        write_whole(pipe, fill)
    assert pipe.is_fifo()
    assert os.listdir(tmp_path) == ["units.csv"]


def test_a_folder_of_that_name_is_told_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "units.csv").mkdir()
    with pytest.raises(Refused, match="could not be written"):
        write_whole(tmp_path / "units.csv", fill)
    assert os.listdir(tmp_path) == ["units.csv"]
