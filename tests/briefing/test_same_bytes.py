"""The same content gives the same bytes wherever and whenever it is typeset."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from brm_app.briefing import typeset
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff

_PROGRAM = """
import hashlib
from brm_app.briefing import typeset
from tests.briefing.board_sample import board
from tests.briefing.staff_sample import staff
print(hashlib.sha256(typeset(staff()).pdf + typeset(board()).pdf).hexdigest())
"""


def _elsewhere(**environment: str) -> str:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_another_process_clock_zone_and_hash_seed_give_the_same_bytes() -> None:
    first = _elsewhere(PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    second = _elsewhere(PYTHONHASHSEED="77", TZ="America/Lima", LC_ALL="de_DE.UTF-8")
    assert first == second


def test_a_process_that_has_typeset_before_gives_the_same_bytes() -> None:
    fresh = _elsewhere()
    typeset(board(title="Something else, with שלום and 漢字"))
    assert hashlib.sha256(typeset(staff()).pdf + typeset(board()).pdf).hexdigest() == fresh
