"""Whoever packs Liaison can ask the result whether everything in it works."""

import subprocess
import sys


def test_an_installation_tells_that_all_its_parts_work() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "brm_app", "--selfcheck"], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "Everything works."
    assert len(done.stdout.splitlines()) == 6
    assert done.returncode == 0
