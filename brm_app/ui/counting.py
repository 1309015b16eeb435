"""The counts of the sidebar, read in the background: how many there are, and how many of them are due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import attrs
from PySide6.QtCore import QObject

from brm_app.domain.records import Concern, Promise, record_class
from brm_app.ui.desk import Desk
from brm_app.ui.lane import Job, Lane
from brm_app.ui.sidebar import PLACES

if TYPE_CHECKING:
    from brm_app.services.workspace import Notice

CONCERNS = frozenset({place.collection for place in PLACES} | {"touchpoints", "promises", "tellings", "rollouts",
                     "audiences", "benefits", "readings"})  # fmt: skip


@attrs.frozen
class Count:
    """How many, in how many words, and whether some of them are due."""

    shown: int
    words: str
    due: bool = False


class Counter(QObject):
    """Counts for one desk and hands the counts of all places over, when asked and after each write on them."""

    def __init__(self, desk: Desk, tell: Callable[[Mapping[str, Count]], None]) -> None:
        super().__init__()
        self._desk, self._tell = desk, tell
        self._lane = Lane("counts", self)
        desk.changed.connect(self._on_notice)

    def _on_notice(self, notice: Notice) -> None:
        if notice.kinds & CONCERNS or notice.action == "issue":
            self.read()

    def read(self) -> None:
        """Counts again."""
        desk = self._desk
        self._lane.start(lambda job: _counts(desk, job), self._tell, lambda error: desk.status(str(error)))

    def close(self) -> None:
        """Waits for the count that is under way."""
        self._desk.changed.disconnect(self._on_notice)
        self._lane.close()


def _counts(desk: Desk, job: Job) -> dict[str, Count]:
    found = {}
    for place in PLACES:
        if place.collection and not job.cancelled():
            found[place.name] = _count(desk, place.collection)
    return found


def _count(desk: Desk, collection: str) -> Count:
    workspace = desk.workspace
    if collection == "promises":
        today = desk.clock.today()
        opened = workspace.find(Promise, equals={"state": "open"})
        due = sum(promise.due is not None and promise.due <= today for promise in opened)
        return Count(due or len(opened), f"{due:,} due of {len(opened):,} open", due > 0)
    if collection == "concerns":
        still, every = len(workspace.find(Concern, equals={"state": "open"})), workspace.count(Concern)
        return Count(still, f"{still:,} open of {every:,}")
    if collection == "messages":
        return _missing(desk)
    if collection == "issues":
        from brm_app.services.issuing import issues

        kept = len(issues(workspace))
        return Count(kept, f"{kept:,} issued")
    total = workspace.count(record_class(collection))
    if collection == "units":
        from brm_app.services.relations import units_to_ask

        due = units_to_ask(workspace, desk.clock.now())
        return Count(total, f"{total:,}, {due:,} to ask" if due else f"{total:,}", due > 0)
    return Count(total, f"{total:,}")


def _missing(desk: Desk) -> Count:
    """How many places of the coverage matrix have nobody told."""
    from brm_app.services.telling.cells import MISSING
    from brm_app.services.telling.matrix import cover, read
    from brm_app.ui.messages.wording import summary

    coverage = cover(read(desk.workspace), desk.clock.today())
    missing = coverage.counts()[MISSING]
    return Count(missing, summary(coverage), missing > 0)
