"""Undo and redo: the inverse of a write, field by field, only where the field still holds what the write wrote."""

from __future__ import annotations

from typing import Any

import attrs
from sqlalchemy import Connection

from brm_app.domain.fields import by_name, specs
from brm_app.domain.records import RECORDS, Record
from brm_app.domain.values import from_plain
from brm_app.services.linking import dead_links, key_of, released
from brm_app.services.merging import change, plain_values
from brm_app.storage import gateway, writing
from brm_app.storage.history import Change, Values


@attrs.define
class Inverse:
    """What taking a write back does, and what it had to leave because it was changed since."""

    done: list[Change] = attrs.Factory(list)
    left: list[str] = attrs.Factory(list)


def take_back(connection: Connection, changes: list[Change]) -> Inverse:
    """Carries out the inverse of `changes` inside a transaction."""
    result = Inverse()
    held = _current(connection, changes)
    wanted = {step.record_id: _wanted(step, held.get(step.record_id), result) for step in reversed(changes)}
    _drop_dead_links(connection, held, wanted, result)
    moved = {key: record for key, record in wanted.items() if record is not held.get(key)}
    new = [record for key, record in moved.items() if record and key not in held]
    updated = [record for key, record in moved.items() if record and key in held]
    writing.write_rows(connection, new, updated, [])
    gone = _only_unreferred(connection, [held[key] for key, record in moved.items() if record is None], result)
    writing.write_rows(connection, [], [], gone)
    leaving = {record.id for record in gone}
    steps = [change(held.get(key), record) for key, record in moved.items() if record or key in leaving]
    result.done = [step for step in steps if step]
    return result


def _current(connection: Connection, changes: list[Change]) -> dict[str, Record]:
    ids: dict[str, list[str]] = {}
    for step in changes:
        ids.setdefault(step.kind, []).append(step.record_id)
    return {r.id: r for kind, some in ids.items() for r in gateway.get_many(connection, RECORDS[kind], some)}


def _wanted(step: Change, held: Record | None, result: Inverse) -> Record | None:
    cls = RECORDS[step.kind]
    if step.after is None:
        if held is None and step.before is not None:
            return cls(id=step.record_id, **_values(cls, step.before))
        result.left.append(f"“{held.title if held else step.record_id}” is there again already.")
        return held
    if held is None:
        result.left.append(f"A {cls.noun} was deleted since.")
        return None
    if step.before is None:
        if held == cls(id=step.record_id, **_values(cls, step.after)):
            return None
        result.left.append(f"“{held.title}” was changed since and stays.")
        return held
    return _restored(step, held, result)


def _restored(step: Change, held: Record, result: Inverse) -> Record:
    assert step.before is not None
    assert step.after is not None
    now = plain_values(held)
    back = {name: was for name, was in step.before.items() if now[name] == step.after[name]}
    for name in step.before.keys() - back.keys():
        result.left.append(f"{by_name(type(held))[name].label} of “{held.title}” was changed since and stays.")
    return attrs.evolve(held, **_values(type(held), back)) if back else held


def _values(cls: type[Record], plain: Values) -> dict[str, Any]:
    return {s.attr: from_plain(s, plain[s.name]) for s in specs(cls) if s.name in plain}


def _drop_dead_links(
    connection: Connection, held: dict[str, Record], wanted: dict[str, Record | None], result: Inverse
) -> None:
    """What comes back may refer to a record deleted since: it lets go, or stays as it is where it can't be without."""
    while True:
        moved = [record for key, record in wanted.items() if record and record is not held.get(key)]
        dead = dead_links(connection, moved, {key_of(record) for record in moved}, set())
        if not dead:
            return
        for link in dead:
            record = wanted[link.owner.id]
            left = record and released(record, link.spec, link.target)
            wanted[link.owner.id] = left or held.get(link.owner.id)
            result.left.append(f"{link.spec.label} of “{link.owner.title}” was deleted since.")


def _only_unreferred(connection: Connection, gone: list[Record], result: Inverse) -> list[Record]:
    """Drops from `gone` what a record that stays refers to, until nothing that stays refers to what goes."""
    leaving = {record.id: record for record in gone}
    while needed := {m.target for m in gateway.mentions_of(connection, leaving.values()) if m.owner not in leaving}:
        for key in needed:
            result.left.append(f"“{leaving.pop(key).title}” is used by another record since and stays.")
    return list(leaving.values())
