"""The user guide is built without a warning, and its pictures are those that the command for pictures takes."""

import re
import subprocess
import sys
from pathlib import Path

from tools.looks.scenes import SCENES


def test_the_guide_is_built_with_every_warning_an_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.docs", str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "tour.html").is_file()


def test_every_picture_is_one_that_the_command_takes(checkout: Path) -> None:
    taken = {name for name, _ in SCENES}
    for picture in (checkout / "docs" / "pictures").glob("*.png"):
        assert picture.stem in taken or re.fullmatch(r"p\d-\w+-\d+", picture.stem), picture.name
