"""A child process that saves and imports without end and says on its output what was acknowledged.

Each write number n makes one unit with code n and its people, and sets the organisation's headcount to n:
after a crash all of that is there, or none. Run as `python -m tests.acceptance.writing_child WORKSPACE FIRST SEED`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import attrs

from brm_app.domain.records import Person, Unit
from brm_app.services.exchange import Mapping, plan, read_table, run
from brm_app.services.workspace import Workspace

PEOPLE = 3
ROWS = 150


def main(path: Path, first: int, seed: int) -> None:
    """Writes until it is killed."""
    chance = random.Random(seed)
    workspace = Workspace.open(path)
    for number in range(first, sys.maxsize):
        if chance.random() < 0.3:
            file = path.with_suffix(f".{number}.csv")
            file.write_text("Name,Title\n" + "".join(f"Row {n},import {number}\n" for n in range(ROWS)), "utf-8")
            say("begin import", number)
            import_people(workspace, file)
            say("done import", number)
        else:
            say("begin save", number)
            save(workspace, number)
            say("done save", number)
        if chance.random() < 0.2:
            for _ in range(2):
                say("begin turn", number)
                workspace.undo() if workspace.redo_label() == "" else workspace.redo()
                say("done turn", number)


def say(what: str, number: int) -> None:
    """One line the parent can trust: it is out before the next step begins."""
    sys.stdout.write(f"{what} {number}\n")
    sys.stdout.flush()


def save(workspace: Workspace, number: int) -> None:
    """One write over three tables."""
    unit = Unit(name=f"Unit {number}", code=str(number))
    with workspace.write(f"Write {number}") as batch:
        batch.save(unit)
        for n in range(PEOPLE):
            batch.save(Person(name=f"P{n}", unit=unit.id, job_title=f"save {number}"))
        batch.save(attrs.evolve(workspace.organisation, headcount=number))


def import_people(workspace: Workspace, file: Path) -> None:
    """One import of a real file."""
    source = read_table(file)
    mapping = Mapping.parse(Person, source.columns, ["name=Name", "job_title=Title"])
    run(workspace, plan(workspace, Person, source, mapping))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
