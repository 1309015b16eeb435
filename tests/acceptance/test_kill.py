"""Saved means saved: a process killed at any moment of its saves and imports loses nothing it acknowledged."""

import random
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import attrs

from brm_app.domain.records import Organisation, Person, Unit
from brm_app.services.workspace import Workspace
from tests.acceptance.writing_child import PEOPLE, ROWS


@attrs.define
class Told:
    """What the child said: the writes that stand for certain, those that were under way, and their kind."""

    stands: dict[int, str] = attrs.Factory(dict)
    open: tuple[str, int] | None = None

    def hear(self, line: str) -> None:
        """Takes one line of the child. A turn undoes the last write, or does it again."""
        word, kind, number = line.split()
        if word == "begin":
            self.open = (kind, int(number))
            return
        self.open = None
        if kind != "turn":
            self.stands[int(number)] = kind
        elif int(number) in self.stands:
            self.stands[-int(number)] = self.stands.pop(int(number))
        else:
            self.stands[int(number)] = self.stands.pop(-int(number))


def killed(path: Path, first: int, seed: int, told: Told) -> None:
    """Runs the child and kills it at a random moment."""
    arguments = [sys.executable, "-m", "tests.acceptance.writing_child", str(path), str(first), str(seed)]
    chance = random.Random(seed)
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told.hear(child.stdout.readline())
        end = time.monotonic() + chance.uniform(0, 0.4)
        while (left := end - time.monotonic()) > 0:
            select.select([], [], [], left)  # the moment of the kill is what is random, not the work
        child.kill()
        for line in child.stdout.read().splitlines(keepends=True):
            if line.endswith("\n"):
                told.hear(line)


def check(path: Path, told: Told) -> None:
    """Opens what the child left and compares it with what it acknowledged."""
    workspace = Workspace.open(path)
    workspace.check()
    people = Counter(person.job_title for person in workspace.find(Person))
    units = {unit.code for unit in workspace.find(Unit)}
    headcount = workspace.get(Organisation, workspace.organisation.id)
    workspace.close()
    assert headcount is not None
    assert set(people.values()) <= {PEOPLE, ROWS}, "a write is there as a whole"
    assert units == {title.split()[1] for title in people if title.startswith("save")}
    expected = {f"{kind} {number}" for number, kind in told.stands.items() if number > 0}
    under_way = {f"{word} {told.open[1]}" for word in ("save", "import")} if told.open else set()
    assert expected - under_way <= set(people) <= expected | under_way, "what was acknowledged is there"
    saves = [int(code) for code in units]
    assert (headcount.headcount or 0) == max(saves, default=0)


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged_and_tears_nothing(
    tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    path, told, first = tmp_path / "0.brm", Told(), 1
    for seed in range(counted(12, 200)):
        if seed % 10 == 0:
            path, told, first = tmp_path / f"{seed}.brm", Told(), 1
            Workspace.create(path, "Meridian").close()
        killed(path, first, seed, told)
        check(path, told)
        told, first = settled(path, first)


def settled(path: Path, first: int) -> tuple[Told, int]:
    """What stands now, as the beginning of the next round."""
    workspace = Workspace.open(path)
    titles = {person.job_title for person in workspace.find(Person)}
    workspace.close()
    stands = {int(number): kind for kind, number in (title.split() for title in titles)}
    return Told(stands), max([first, *(number + 1 for number in stands)])
