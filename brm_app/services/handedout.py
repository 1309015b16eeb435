"""What the sample workspace handed out before today: issues of its past, with those who were told."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import attrs

from brm_app.domain.errors import Refused
from brm_app.services.issuing import Hidden, Press, Wish, certified, composed, issue, numbered, tell
from brm_app.services.workspace import Workspace

_CLOCK = dt.time(9, 30)


@attrs.frozen
class Past:
    """One issue of the past: for whom, when, its title, who was told, and how."""

    audience: str
    day: dt.date
    title: str
    told: tuple[str, ...]
    channel: str

    @classmethod
    def of(cls, row: dict[str, str], day: dt.date) -> Past:
        """That of a row of the file."""
        told = tuple(name.strip() for name in row["told"].split(";"))
        return cls(row["audience"], day, row["title"], told, row["channel"])


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of the file, in the order in which the issues were handed out."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def hand_out(workspace: Workspace, past: Past, press: Press) -> None:
    """Issues a briefing as of a day of the past, proved as any other.

    What it lacks for an issue of today is not asked: the sample shows that in what it has not issued.
    """
    made = composed(workspace, past.audience, as_of=past.day)
    wish = Wish(audience=made.audience, day=past.day, briefing=made.briefing, scope=made.scope)
    meta = attrs.evolve(made.content.meta, title=past.title)
    final = numbered(workspace, attrs.evolve(made.content, meta=meta), wish)
    printed = press.printed(final)
    hidden = Hidden(workspace, made.audience, past.day)
    proved = press.prove(printed.pdf, hidden.texts(), final)
    if hidden.leaks(proved.hits):
        raise Refused("The sample can’t be made: one of its briefings holds what its audience may not read.")
    kept = issue(
        workspace,
        final,
        printed,
        certified(final, printed, proved),
        made.audience,
        past.day,
        briefing=made.briefing.id if made.briefing else "",
        scope=made.scope,
        at=dt.datetime.combine(past.day, _CLOCK, dt.UTC),
    )
    tell(workspace, kept.number, past.told, past.day, past.channel)
