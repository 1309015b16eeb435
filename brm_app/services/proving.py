"""How messages stand: an approval is overtaken where the proof was changed after somebody gave it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from brm_app.domain.fields import specs
from brm_app.domain.figures import Standing, standing
from brm_app.domain.records import Benefit, Message, Reading, Record
from brm_app.domain.values import from_plain, to_plain
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway, history
from brm_app.storage.driver import Rows

AGAIN = "approve again"
"""How a message stands that was approved for a proof which is no longer so: for its readers it is not approved."""
NOT_PROOF = {"code", "owner", "review_days", "internal"}
"""Fields of a benefit that say nothing about what it changes."""


def states_of(workspace: Workspace, messages: Iterable[Message]) -> dict[str, str]:
    """How each message stands, by its id: its own state, or `AGAIN`. Whoever shows a message asks here."""
    known = list(messages)
    late = overtaken(workspace, known)
    return {message.id: AGAIN if message.id in late else message.state for message in known}


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


def approved_text(workspace: Workspace, message: Message) -> Message | None:
    """The message as it was when it was last approved, to be read beside what it says now; None before that."""
    held = _plain(message)
    with workspace.rows() as connection:
        for _, step in history.changes_to(connection, [message.id]):
            if step.after and step.after.get("approved_at"):
                then = _record(Message, message.id, {**held, **step.after})
                assert isinstance(then, Message)
                return then
            held.update(step.before or {})
    return None


def proof_then(workspace: Workspace, message: Message) -> Standing | None:
    """The proof of a message as it was when it was last approved; None where it had none."""
    with workspace.rows() as connection:
        number = _approving_writes(connection, [message.id]).get(message.id)
        now = gateway.get(connection, Benefit, message.benefit or "")
        if number is None or now is None:
            return None
        readings = gateway.find(connection, Reading, equals={"benefit": now.id})
        steps = [step for _, step in history.changes_after(connection, number, ("benefits", "readings"))]
        then, read = _before(_own(steps, now, readings), now, readings)
        found = next((benefit for benefit in then if benefit.id == now.id), None)
        return standing(found, [r for r in read if r.benefit == now.id], dt.date.max) if found else None


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
    steps = _own(steps, now, readings)
    return bool(steps) and bool(_proof([now], readings, now.id) != _proof(*_before(steps, now, readings), now.id))


def _own(steps: list[history.Change], benefit: Benefit, readings: Iterable[Reading]) -> list[history.Change]:
    """The steps that changed this benefit or a reading that it has or had."""
    own = {benefit.id, *(r.id for r in readings)}
    own |= {step.record_id for step in steps if _benefit_of(step) == benefit.id}
    return [step for step in steps if step.record_id in own]


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
