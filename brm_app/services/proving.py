"""Which approvals are overtaken: the proof of the message was changed after somebody approved it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from brm_app.domain.fields import specs
from brm_app.domain.figures import standing
from brm_app.domain.records import Benefit, Message, Reading, Record
from brm_app.domain.values import from_plain, to_plain
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway, history
from brm_app.storage.driver import Rows

NOT_PROOF = {"code", "owner", "review_days", "internal"}
"""Fields of a benefit that say nothing about what it changes."""


def overtaken(workspace: Workspace, messages: Iterable[Message]) -> frozenset[str]:
    """Ids of the approved messages whose benefit, or its newest reading, is not what it was at the approval."""
    approved = {message.id: message for message in messages if message.state == "approved"}
    with workspace.rows() as connection:
        numbers = _approving_writes(connection, approved)
        if not numbers:
            return frozenset()
        steps = history.changes_after(connection, min(numbers.values()), ("benefits", "readings"))
        later = {key: [step for write, step in steps if write > number] for key, number in numbers.items()}
        return frozenset(key for key in numbers if later[key] and _is_overtaken(connection, approved[key], later[key]))


def _approving_writes(connection: Rows, messages: Iterable[str]) -> dict[str, int]:
    """By message the write that gave it the approval that it has."""
    touching = reversed(history.changes_to(connection, messages))
    return {step.record_id: number for number, step in touching if step.after and step.after.get("approved_at")}


def _is_overtaken(connection: Rows, message: Message, steps: list[history.Change]) -> bool:
    """Whether the proof was something else before the steps, which come newest first."""
    now = gateway.get(connection, Benefit, message.benefit or "")
    if now is None:
        return False
    readings = gateway.find(connection, Reading, equals={"benefit": now.id})
    own = {now.id, *(r.id for r in readings), *(step.record_id for step in steps if _benefit_of(step) == now.id)}
    steps = [step for step in steps if step.record_id in own]
    return bool(steps) and bool(_proof([now], readings, now.id) != _proof(*_before(steps, now, readings), now.id))


def _benefit_of(step: history.Change) -> Any:
    """The benefit that a reading left with this step."""
    return (step.before or {}).get("benefit")


def _before(
    steps: Iterable[history.Change], benefit: Benefit, readings: Iterable[Reading]
) -> tuple[list[Benefit], list[Reading]]:
    """The benefit and its readings as they were before the steps, which come newest first."""
    held: dict[str, dict[str, Any]] = {r.id: _plain(r) for r in (benefit, *readings)}
    kinds: dict[str, type[Record]] = {benefit.id: Benefit} | dict.fromkeys((r.id for r in readings), Reading)
    for step in steps:
        if step.before is None:
            held.pop(step.record_id, None)
        else:
            kinds[step.record_id] = Benefit if step.kind == "benefits" else Reading
            held[step.record_id] = {**held.get(step.record_id, {}), **step.before}
    made = [_record(kinds[key], key, values) for key, values in held.items()]
    return [r for r in made if isinstance(r, Benefit)], [r for r in made if isinstance(r, Reading)]


def _plain(record: Record) -> dict[str, Any]:
    return {spec.name: to_plain(spec, getattr(record, spec.attr)) for spec in specs(type(record))}


def _record(cls: type[Record], key: str, values: Mapping[str, Any]) -> Record:
    known = {spec.name: spec for spec in specs(cls)}
    return cls(id=key, **{known[name].attr: from_plain(known[name], value) for name, value in values.items()})


def _proof(benefits: list[Benefit], readings: list[Reading], benefit_id: str) -> Any:
    """What is compared: what the benefit says, and its newest reading."""
    found = next((b for b in benefits if b.id == benefit_id), None)
    if found is None:
        return None
    newest = standing(found, [r for r in readings if r.benefit == benefit_id], dt.date.max).reading
    said = {name: value for name, value in _plain(found).items() if name not in NOT_PROOF}
    return said, newest and (newest.value, newest.as_of)
