"""Undo and redo over random work: alone they retrace every step, and among others they touch nothing foreign."""

import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from brm_app.domain.fields import Kind, specs
from brm_app.services.workspace import Workspace
from brm_app.storage.schema import TABLES, links
from tests.storage.clients import Client, State, state

Cell = tuple[str, str, str]


def content(workspace: Workspace) -> list[list[str]]:
    """Every row of every record table, and of the links between them."""
    with workspace.reading() as connection:
        tables = [connection.execute(select(table)).all() for table in (*TABLES.values(), links)]
    return [sorted(map(repr, rows)) for rows in tables]


@given(seed=st.integers(0, 2**32), steps=st.integers(1, 15))
def test_undoing_everything_and_redoing_it_passes_through_the_same_states(
    seed: int, steps: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    workspace = Workspace.create(tmp_path_factory.mktemp("undo") / "w.brm", "Meridian")
    client = Client(workspace, random.Random(seed))
    states = [content(workspace)]
    for _ in range(steps):
        client.act()
        now = content(workspace)
        states += [now] if now != states[-1] else []  # an edit that changes nothing is no step
    for before in reversed(states[:-1]):
        undone = workspace.undo()
        assert undone is not None
        assert undone.left == ()
        assert content(workspace) == before
    assert workspace.undo() is None
    for after in states[1:]:
        redone = workspace.redo()
        assert redone is not None
        assert redone.left == ()
        assert content(workspace) == after
    assert workspace.redo() is None
    workspace.check()
    workspace.close()


@attrs.define
class Watch:
    """Who ever put which value into which field, worked out from the outside."""

    put: dict[tuple[Cell, Any], set[str]] = attrs.Factory(lambda: defaultdict(set))

    def wrote(self, who: str, before: State, after: State) -> None:
        """A write, undo or redo by somebody."""
        for cell, _, now in differing(before, after):
            self.put[cell, now].add(who)

    def foreign(self, who: str, before: State, after: State) -> list[Cell]:
        """The fields that an undo or redo by `who` changed although the value there was never put there by them."""
        return [cell for cell, was, _ in differing(before, after) if was != GONE and who not in self.put[cell, was]]


GONE = "no such record"


def differing(before: State, after: State) -> list[tuple[Cell, Any, Any]]:
    """Each field that is not what it was, with both values; of a record that came or went, every field."""
    found = []
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        some = old or new
        assert some is not None
        for spec in specs(type(some)):
            was, now = (GONE if record is None else getattr(record, spec.attr) for record in (old, new))
            if was != now:
                found.append(((*key, spec.name), was, now))
    return found


def test_three_people_who_undo_and_redo_never_change_what_another_wrote(
    tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    rounds, turns = counted(3, 50), 0
    for round_ in range(rounds):
        path = tmp_path / f"{round_}.brm"
        Workspace.create(path, "Meridian").close()
        clients = [Client(Workspace.open(path, who), random.Random(f"{who} {round_}")) for who in ("Ann", "Bo", "Cy")]
        turns += work_together(clients, random.Random(round_), counted(130, 400))
        for client in clients:
            client.workspace.check()
            client.workspace.close()
    assert turns > rounds * 15, "undo and redo were tried often"


def work_together(clients: list[Client], chance: random.Random, operations: int) -> int:
    """Random writes, undos and redos by all; returns how many turns changed something."""
    watch, turns = Watch(), 0
    for _ in range(operations):
        client = chance.choice(clients)
        before = state(client.workspace)
        step = chance.choice(("act", "act", "undo", "redo"))
        steps: dict[str, Callable[[], object]] = {"undo": client.workspace.undo, "redo": client.workspace.redo}
        steps.get(step, client.act)()
        after = state(client.workspace)
        if step != "act":
            turns += before != after
            assert watch.foreign(client.workspace.who, before, after) == []
        watch.wrote(client.workspace.who, before, after)
        assert_links_lead_somewhere(after)
    return turns


def assert_links_lead_somewhere(held: State) -> None:
    for record in held.values():
        for spec in specs(type(record)):
            if spec.kind is Kind.LINKS:
                assert all((spec.target, target) in held for target in getattr(record, spec.attr))
