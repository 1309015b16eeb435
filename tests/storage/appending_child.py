"""A child process that adds its own words to notes which others write too, and tries again where it is refused.

Run as `python -m tests.storage.appending_child WORKSPACE NAME TIMES`; says `ready`, waits for a
line, and in the end prints how often it met a conflict.
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

from brm_app.domain.errors import Conflict, Refused
from brm_app.domain.records import Unit
from brm_app.services.workspace import Workspace


def main(path: Path, name: str, times: int) -> None:
    """Adds `times` words, each to one unit, and a count to its head."""
    workspace = Workspace.open(path, who=name)
    units = [unit.id for unit in workspace.find(Unit)]
    print("ready", flush=True)
    sys.stdin.readline()
    conflicts = sum(add_word(workspace, units[n % len(units)], f"{name}{n}") for n in range(times))
    workspace.close()
    print(conflicts)


def add_word(workspace: Workspace, unit: str, word: str) -> int:
    """Reads, adds and saves until it is accepted; returns how many conflicts it met."""
    conflicts = 0
    while True:
        try:
            held = workspace.get(Unit, unit)
            assert held is not None
            count = (held.headcount or 0) + 1
            with workspace.write(word) as batch:
                batch.save(attrs.evolve(held, note=f"{held.note}{word} ", headcount=count), base=held)
        except Conflict:
            conflicts += 1
        except Refused as refused:
            if "Another program is writing" not in str(refused):
                raise
        else:
            return conflicts


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
