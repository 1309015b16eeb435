"""How one audience stands with one project, in one unit or as a whole, on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import attrs

from brm_app.domain.records import Audience, Message, Project, Unit
from brm_app.services.proving import AGAIN

MISSING, STALE, WAITING, FRESH = "missing", "stale", "waiting", "fresh"
STATES = (MISSING, AGAIN, STALE, WAITING, FRESH)
"""What is worst comes first."""
_LEADING = (AGAIN, FRESH, STALE, MISSING, WAITING)
"""Which of several messages a cell speaks of: one that is no longer true, then one that people were told."""


@attrs.frozen
class Said:
    """One message as it stands in a cell. `told` is the day on which people here were last told it."""

    message: Message
    standing: str
    told: dt.date | None
    state: str
    until: dt.date | None
    """The last day on which this state is all right: told again, approved or told at the latest then."""


@attrs.frozen
class Cell:
    """What people of one column know of a project; `unit` is None where an audience is told as a whole.

    `said` holds the messages that count here, the one that the cell speaks of first. `reached` is the day on which
    the project reaches them, `people` how many they are.
    """

    project: Project
    audience: Audience
    unit: Unit | None
    said: Sequence[Said] = ()
    reached: dt.date | None = None
    people: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """What the cell is, which outlives a change of what it holds."""
        return self.project.id, self.audience.id, self.unit.id if self.unit else ""

    @property
    def first(self) -> Said | None:
        """The message that the cell speaks of."""
        return self.said[0] if self.said else None

    @property
    def state(self) -> str:
        """Fresh, stale, waiting, approve again or missing."""
        return self.said[0].state if self.said else MISSING

    @property
    def told(self) -> dt.date | None:
        """The day on which they were last told anything of it."""
        return max((said.told for said in self.said if said.told), default=None)

    @property
    def until(self) -> dt.date | None:
        """The last day on which nothing needs to be done; None where no day is set."""
        return self.said[0].until if self.said else self.reached

    @property
    def asking(self) -> Said | None:
        """The message here that somebody is to approve, as far as there is one."""
        waiting = [said for said in self.said if said.standing in ("in review", AGAIN)]
        return min(waiting, key=lambda said: said.standing != "in review", default=None)


def judged(message: Message, standing: str, told: dt.date | None, cadence: int | None, today: dt.date) -> Said:
    """How a message stands where its people were last told it on `told`, which is today or before."""
    if standing == AGAIN:
        return Said(message, standing, told, AGAIN, None)
    if standing != "approved":
        return Said(message, standing, told, WAITING, message.tell_by)
    if told is None:
        return Said(message, standing, None, MISSING, message.tell_by)
    ends = [told + dt.timedelta(days=cadence)] if cadence else []
    ends += [message.review_by] if message.review_by else []
    ends += [message.tell_by] if message.tell_by and not _told_since_approval(message, told) else []
    until = min(ends, default=None)
    return Said(message, standing, told, STALE if until and until < today else FRESH, until)


def _told_since_approval(message: Message, told: dt.date) -> bool:
    """Whether what was told is the text as it is now approved."""
    approved = message.approved_at.astimezone().date() if message.approved_at else dt.date.min
    return told >= approved


def led(said: Sequence[Said]) -> Sequence[Said]:
    """The messages of a cell, the one that it speaks of first; of equal ones the one told or written last."""
    newest = sorted(said, key=lambda each: (each.told or dt.date.min, each.message.id), reverse=True)
    return tuple(sorted(newest, key=lambda each: _LEADING.index(each.state)))
