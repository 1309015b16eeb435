"""A message begun in a cell of the matrix, and the record that its people were told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.figures import minutes_a_period, standing
from brm_app.domain.ids import new_id
from brm_app.domain.records import Benefit, Message, Reading, Telling, Unit
from brm_app.services.proving import AGAIN
from brm_app.services.telling.cells import Cell, Said
from brm_app.services.workspace import Workspace

AHEAD = dt.timedelta(days=7)
"""How long before a project reaches people they are told of it, as long as nobody says otherwise."""
LENGTH = 240
"""Characters that people read at once."""
HEADLINE = 120
"""Characters that a headline made from a sentence has at most."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def begun(workspace: Workspace, cell: Cell, today: dt.date) -> Message:
    """An empty message for a cell, with the proof, the day, the way and the approver that are likely."""
    before = _last_like_it(workspace, cell)
    ahead = cell.reached - AHEAD if cell.reached else None
    return Message(
        project=cell.project.id,
        audience=cell.audience.id,
        headline="",
        units=(cell.unit.id,) if cell.unit else (),
        benefit=_proof(workspace, cell, today),
        tell_by=ahead if ahead and ahead >= today else None,
        channel=before.channel if before else "",
        approver=(before.approver if before else None) or cell.project.business_owner,
    )


def apart(message: Message, unit: Unit) -> Message:
    """A draft of the same words for one unit, which then has a message of its own."""
    return attrs.evolve(
        message, id=new_id(), units=(unit.id,), state="draft", reason="", approved_by="", approved_at=None, told_on=None
    )


def _last_like_it(workspace: Workspace, cell: Cell) -> Message | None:
    """The newest message to the same people, of any project; else the newest to the audience."""
    own = workspace.find(Message, equals={"audience": cell.audience.id}, sort="id", descending=True)
    same = [message for message in own if cell.unit and cell.unit.id in message.units]
    known = [message for message in (*same, *own) if message.channel or message.approver]
    return known[0] if known else None


def _proof(workspace: Workspace, cell: Cell, today: dt.date) -> str | None:
    """The benefit that says most to the audience: minutes where they count in time, else what was read."""
    benefits = workspace.find(Benefit, equals={"project": cell.project.id}, sort="id")
    found = [standing(b, workspace.find(Reading, equals={"benefit": b.id}), today) for b in benefits]
    timed = [it for it in found if "time" in cell.audience.lenses and minutes_a_period(it) is not None]
    read = [it for it in found if it.reading]
    best = [*timed, *read, *found]
    return best[0].benefit.id if best else None


def headed(message: Message) -> Message:
    """The message with a headline: where none was typed the first sentence, which then is no part of the body."""
    body = message.body.strip()
    if message.headline.strip() or not body:
        return message
    first, *rest = _SENTENCE.split(" ".join(body.split()), maxsplit=1)
    if len(first) > HEADLINE:
        first, rest = f"{first[: HEADLINE - 1].rstrip()}…", []
    return attrs.evolve(message, headline=first, body=rest[0] if rest else body)


def told(cell: Cell, on: dt.date) -> Telling:
    """That the people of a cell were told what it speaks of. Raises `Refused` where nothing is approved."""
    said = to_tell(cell.said)
    if said is None:
        raise Refused("Only an approved message can be marked as told. Nothing was changed. Approve it first.")
    unit = cell.unit
    return Telling(
        message=said.message.id,
        unit=unit.id if unit else None,
        whom=unit.name if unit else cell.audience.name,
        on=on,
        channel=said.message.channel,
    )


def to_tell(said: Sequence[Said]) -> Said | None:
    """The approved message of a cell that its people know least well."""
    approved = [each for each in said if each.standing == "approved"]
    return min(approved, key=lambda each: each.told or dt.date.min, default=None)


def to_approve(said: Sequence[Said]) -> Said | None:
    """The message of a cell that an approval would be for: handed in, or approved for another proof, else the first."""
    order = ("in review", AGAIN, "draft", "returned")
    open_ = [each for each in said if each.standing in order]
    return min(open_, key=lambda each: order.index(each.standing), default=None)
