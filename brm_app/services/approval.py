"""The way of a message: written, handed in, approved or returned; a changed text must be approved again."""

from __future__ import annotations

import datetime as dt

import attrs

from brm_app.domain.errors import Refused
from brm_app.domain.fields import by_name
from brm_app.domain.records import Message, Record

TOLD = ("headline", "body", "what_to_do", "benefit", "audience", "project")
"""What an approval is given for."""


def submitted(message: Message) -> Message:
    """The message handed in for approval."""
    return attrs.evolve(message, state="in review", reason="", approved_by="", approved_at=None)


def approved(message: Message, who: str, at: dt.datetime) -> Message:
    """The message approved by `who`. Raises `Refused` where it says nothing yet."""
    if not (message.body.strip() or message.what_to_do.strip()):
        raise Refused("This message has no body yet. Nothing was changed. Write what it says, then approve it.")
    return attrs.evolve(message, state="approved", reason="", approved_by=who, approved_at=at)


def signed(before: Record | None, after: Record, who: str, at: dt.datetime) -> Record:
    """What a command or a row of a table made, with who approved it and when where it is a message just approved.

    That is `who` at `at`, unless it says so itself; and of one that is approved no longer, nobody.
    """
    if not isinstance(after, Message):
        return after
    held = before if isinstance(before, Message) else Message()
    if after.state == "approved" and held.state != "approved":
        by = after.approved_by if after.approved_by != held.approved_by else ""
        on = after.approved_at if after.approved_at != held.approved_at else None
        return attrs.evolve(after, approved_by=by or who, approved_at=on or at)
    if held.state == "approved" and after.state != "approved":
        return attrs.evolve(after, approved_by="", approved_at=None)
    return after


def check_seen(base: Message, mine: Message, theirs: Message) -> None:
    """Raises `Refused` where `mine` approves what was reworded since its approver read `base`."""
    given = mine.state == "approved" and (mine.state, mine.approved_at) != (base.state, base.approved_at)
    unseen = [name for name in TOLD if getattr(theirs, name) not in (getattr(base, name), getattr(mine, name))]
    if given and unseen:
        fields = ", ".join(by_name(Message)[name].label for name in unseen)
        raise Refused(
            f"Somebody else changed {fields} of “{theirs.title}” meanwhile. Nothing was approved. "
            "Read it, then approve it."
        )


def returned(message: Message, reason: str) -> Message:
    """The message sent back to its writer. Raises `Refused` without a reason."""
    if not reason.strip():
        raise Refused("A message is returned with a reason. Nothing was changed. Say what to mend.")
    return attrs.evolve(message, state="returned", reason=reason, approved_by="", approved_at=None)


def rewritten(before: Message, after: Message) -> Message:
    """`after` as it may be kept: a draft again where something was changed that an approval had been given for."""
    same = all(getattr(before, name) == getattr(after, name) for name in TOLD)
    if same or before.state not in ("approved", "in review"):
        return after
    return attrs.evolve(after, state="draft", approved_by="", approved_at=None)
