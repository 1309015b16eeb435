"""How messages stand: an approval is overtaken where the text or the proof was changed after somebody gave it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from brm_app.domain.fields import by_name, specs
from brm_app.domain.figures import Standing, standing
from brm_app.domain.records import Benefit, Message, Reading, Record
from brm_app.domain.values import from_plain, to_plain
from brm_app.services.approval import TOLD
from brm_app.services.workspace import Workspace
from brm_app.storage import gateway, history
from brm_app.storage.driver import Rows

AGAIN = "approve again"
"""How a message stands that was approved for a text or proof that is no longer so: for its readers not approved."""
WORDS, PROOF = "words", "proof"
_WHEN = by_name(Message)["approved_at"]
NOT_PROOF = {"code", "owner", "review_days", "internal"}
"""Fields of a benefit that say nothing about what it changes."""


def states_of(workspace: Workspace, messages: Iterable[Message]) -> dict[str, str]:
    """How each message stands, by its id: its own state, or `AGAIN`. Whoever shows a message asks here."""
    known = list(messages)
    late = overtaken(workspace, known)
    return {message.id: AGAIN if message.id in late else message.state for message in known}


def overtaken(workspace: Workspace, messages: Iterable[Message]) -> frozenset[str]:
    """Ids of the approved messages of which the text or the proof is not what it was at the approval."""
    return frozenset(changed_since(workspace, messages))


def changed_since(workspace: Workspace, messages: Iterable[Message]) -> dict[str, str]:
    """The same with what is no longer so of each: its `WORDS` or its `PROOF`."""
    approved = {message.id: message for message in messages if message.state == "approved"}
    with workspace.rows() as connection:
        given = _approvals(connection, approved)
        if not given:
            return {}
        steps = _steps_by_benefit(connection, min(approval.number for approval in given.values()))
        found: dict[str, str] = {}
        for key, approval in given.items():
            message = approved[key]
            reworded = _reworded(message, approval)
            if reworded - {"benefit"}:
                found[key] = WORDS
            elif reworded or _is_overtaken(connection, message, _after(approval, steps.get(message.benefit or "", ()))):
                found[key] = PROOF
        return found


def approved_text(workspace: Workspace, message: Message) -> Message | None:
    """The message as it was when it was last approved, to be read beside what it says now; None before that."""
    with workspace.rows() as connection:
        given = _approvals(connection, {message.id: message}).get(message.id)
    return attrs.evolve(message, **_values(Message, given.then)) if given else None


def proof_then(workspace: Workspace, message: Message) -> Standing | None:
    """The proof of a message as it was when it was last approved; None where it had none."""
    with workspace.rows() as connection:
        given = _approvals(connection, {message.id: message}).get(message.id)
        key = given and given.then.get("benefit", message.benefit)
        if given is None or not key:
            return None
        benefits = gateway.get_many(connection, Benefit, [key])
        steps = _after(given, _steps_by_benefit(connection, given.number).get(key, ()))
        readings = _readings(connection, key, steps)
        then, read = _before(steps, benefits, readings)
        found = next((benefit for benefit in then if benefit.id == key), None)
        return standing(found, [r for r in read if r.benefit == key], dt.date.max) if found else None


@attrs.frozen
class _Approval:
    """The write that gave an approval, and what stood then in those fields that were changed since."""

    number: int
    then: Mapping[str, Any]


def _approvals(connection: Rows, messages: Mapping[str, Message]) -> dict[str, _Approval]:
    """By message the approval that it has or, without one, had last.

    An approval that undo or redo brought back was given by the write that it comes from, for the text of that time.
    """
    steps = history.changes_to(connection, messages)
    giving = {number for number, step in steps if _approves(step)}
    giving -= history.not_done(connection, giving)
    then: dict[str, dict[str, Any]] = {key: {} for key in messages}
    found: dict[str, _Approval] = {}
    for number, step in steps:
        key = step.record_id
        if key in found:
            continue
        if number in giving and _approves(step) and _is_of(step, messages[key]):
            found[key] = _Approval(number, then[key])
        else:
            then[key].update(step.before or {})
    return found


def _approves(step: history.Change) -> bool:
    return step.after is not None and (step.after.get("state") == "approved" or bool(step.after.get("approved_at")))


def _is_of(step: history.Change, message: Message) -> bool:
    """Whether a step gave the approval that the message has, and not a later one that was taken back."""
    at = to_plain(_WHEN, message.approved_at)
    return at is None or (step.after or {}).get("approved_at", at) == at


def _reworded(message: Message, approval: _Approval) -> set[str]:
    """What it says otherwise than what was approved, whichever way that came."""
    changed = (by_name(Message)[name] for name in TOLD if name in approval.then)
    return {s.name for s in changed if to_plain(s, getattr(message, s.attr)) != approval.then[s.name]}


def _is_overtaken(connection: Rows, message: Message, steps: list[history.Change]) -> bool:
    """Whether the proof was something else before the steps, which come newest first."""
    now = gateway.get(connection, Benefit, message.benefit or "") if steps else None
    if now is None:
        return False
    readings = _readings(connection, now.id, steps)
    return bool(_proof([now], readings, now.id) != _proof(*_before(steps, [now], readings), now.id))


def _steps_by_benefit(connection: Rows, number: int) -> dict[str, list[tuple[int, history.Change]]]:
    """What later writes changed in a benefit, or in a reading that it has or had, newest first, by the benefit."""
    steps = history.changes_after(connection, number, (Benefit.collection, Reading.collection))
    read = {step.record_id for _, step in steps if step.kind == Reading.collection}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for reading in gateway.get_many(connection, Reading, read):
        owners[reading.id].add(reading.benefit or "")
    for _, step in steps:
        left = (step.before or {}).get("benefit", "")
        owners[step.record_id].add(step.record_id if step.kind == Benefit.collection else left)
    found: defaultdict[str, list[tuple[int, history.Change]]] = defaultdict(list)
    for write, step in steps:
        for owner in owners[step.record_id]:
            found[owner].append((write, step))
    return found


def _readings(connection: Rows, benefit: str, steps: Iterable[history.Change]) -> list[Reading]:
    """The readings of a benefit, and those that it had before the steps and another has now."""
    touched = gateway.get_many(connection, Reading, [step.record_id for step in steps])
    own = gateway.find(connection, Reading, equals={"benefit": benefit})
    return list({reading.id: reading for reading in (*own, *touched)}.values())


def _after(approval: _Approval, steps: Iterable[tuple[int, history.Change]]) -> list[history.Change]:
    return [step for write, step in steps if write > approval.number]


def _before(
    steps: Iterable[history.Change], benefits: Iterable[Benefit], readings: Iterable[Reading]
) -> tuple[list[Benefit], list[Reading]]:
    """The benefit and its readings as they were before the steps, which come newest first."""
    there: list[Record] = [*benefits, *readings]
    held = {record.id: _plain(record) for record in there}
    kinds = {record.id: type(record) for record in there}
    for step in steps:
        if step.before is None:
            held.pop(step.record_id, None)
        else:
            kinds[step.record_id] = Benefit if step.kind == "benefits" else Reading
            held[step.record_id] = {**held.get(step.record_id, {}), **step.before}
    made = [kinds[key](id=key, **_values(kinds[key], values)) for key, values in held.items()]
    return [r for r in made if isinstance(r, Benefit)], [r for r in made if isinstance(r, Reading)]


def _plain(record: Record) -> dict[str, Any]:
    return {spec.name: to_plain(spec, getattr(record, spec.attr)) for spec in specs(type(record))}


def _values(cls: type[Record], plain: Mapping[str, Any]) -> dict[str, Any]:
    known = by_name(cls)
    return {known[name].attr: from_plain(known[name], value) for name, value in plain.items()}


def _proof(benefits: list[Benefit], readings: list[Reading], benefit_id: str) -> Any:
    """What is compared: what the benefit says, and its newest reading."""
    found = next((b for b in benefits if b.id == benefit_id), None)
    if found is None:
        return None
    newest = standing(found, [r for r in readings if r.benefit == benefit_id], dt.date.max).reading
    said = {name: value for name, value in _plain(found).items() if name not in NOT_PROOF}
    return said, newest and (newest.value, newest.as_of)
