"""What changed for one audience between two issues: the points that are compared, and changes as they are printed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

FIGURE, PROMISE, PROJECT, CONCERN, MESSAGE = "figure", "promise", "project", "concern", "message"
TOTAL = "total"  # of one strength of evidence, its facet; not compared with the next issue, only recalled
LATER = "later"  # marks an attribute that older frozen contents have not; it is frozen only where it says something
SORTS = ("rose", "fell", "broken", "corrected", "new", "closed", "reworded")


@attrs.frozen(kw_only=True)
class Point:
    """One thing that an audience is told, kept so that the next issue can be compared with it; it is not printed.

    `kind` is figure, promise, project, concern, message or total; `record` as in a figure of the content. `on` (ISO)
    is the day of a reading, the day a promise is due, the day a concern was raised; `closed_on` the day on which a
    promise or concern was closed. `state` of a message is the fingerprint of its text, that of a project of what its
    page says beside its messages.
    """

    kind: str
    record: str
    title: str
    facet: str = ""  # tells two points of one record apart
    project: str = ""  # the record of the project that it belongs to
    text: str = ""  # as it is printed: "$721 k a year"
    note: str = ""  # printed after the text: "against a target of 85 %"
    number: str = ""  # of the figure
    value: float | None = None
    unit: str = ""
    better: str = ""  # for a figure: higher or lower
    evidence: str = ""
    on: str = ""
    closed_on: str = ""
    state: str = ""
    owner: str = ""
    # What else was printed with a figure: "1,910", "85 %", "73 s × 11.5 log-ins"; "–" for none of these
    baseline: str = attrs.field(default="", metadata={LATER: True})
    target: str = attrs.field(default="", metadata={LATER: True})
    derivation: str = attrs.field(default="", metadata={LATER: True})

    @property
    def key(self) -> tuple[str, str, str]:
        """By what the same point is known in another issue."""
        return self.kind, self.record, self.facet


@attrs.frozen
class Difference:
    """A point that is not as it was: `sort` is one of `SORTS`; a point that is new has no `before`.

    `right` is what should have been told before, where that was corrected since.
    """

    sort: str
    before: Point | None
    now: Point | None
    right: Point | None = None

    @property
    def point(self) -> Point:
        """The point as it is now, or as it last was."""
        found = self.now or self.before
        assert found is not None
        return found

    @property
    def tone(self) -> str:
        """Good or bad for those who are told; empty where that can't be said."""
        if self.sort == "broken":
            return "bad"
        if self.sort not in ("rose", "fell"):
            return ""
        return "good" if (self.sort == "rose") == (self.point.better != "lower") else "bad"


@attrs.frozen(kw_only=True)
class Change:
    """A line of the list: `mark` is up, down, broken or other, `style` good, bad or nothing.

    At its end stands `aside`, else the page of its figure, else that of the section about `record`.
    """

    mark: str
    style: str
    word: str
    subject: str
    text: str
    figure: str = ""
    record: str = ""
    aside: str = ""


@attrs.frozen(kw_only=True)
class Changes:
    """The part of a briefing that lists what changed since the audience was last told."""

    items: tuple[Change, ...]


@attrs.frozen
class _Told:
    """The points of one issue by their keys, and its day (ISO)."""

    points: Mapping[tuple[str, str, str], Point]
    day: str

    def tells_of(self, project: str) -> bool:
        return (PROJECT, project, "") in self.points


def since(before: Iterable[Point], told_on: str, now: Iterable[Point], today: str) -> tuple[Difference, ...]:
    """What is different now from what was told on a day (both days ISO), in the order of `SORTS`.

    What belongs to a project that is new is said with it; what belongs to one that is no longer spoken of is not said.
    """
    then, here = (
        _Told({p.key: p for p in points if p.kind in _RULES}, day) for points, day in ((before, told_on), (now, today))
    )
    found = [*_of_those_here(then, here), *_of_those_gone(then, here)]
    return tuple(sorted(found, key=lambda each: SORTS.index(each.sort)))


def _of_those_here(then: _Told, here: _Told) -> Iterator[Difference]:
    for key, point in here.points.items():
        was = then.points.get(key)
        if was is not None and was.kind == FIGURE and was.unit != point.unit:
            was = None  # in another measure, or seen by another lens, it is another figure
        fresh = point.kind != PROJECT and point.project and not then.tells_of(point.project)
        sort = "" if fresh else _RULES[point.kind](was, point, then.day, here.day)
        if sort:
            yield Difference(sort, was, point)


def _of_those_gone(then: _Told, here: _Told) -> Iterator[Difference]:
    """A figure that is stated no more, though its project is spoken of."""
    for key, was in then.points.items():
        if was.kind == FIGURE and key not in here.points and here.tells_of(was.project):
            yield Difference("corrected", was, None)


def _figure(was: Point | None, point: Point, _told_on: str, _today: str) -> str:
    """A newer reading rises or falls; another figure from readings of the same day is a correction."""
    if was is None:
        return "new"
    if not differs(was, point):
        return "corrected" if was.evidence != point.evidence else ""
    if point.on <= was.on or was.value is None or point.value is None:
        return "corrected"
    return "rose" if point.value > was.value else "fell"


def differs(was: Point, now: Point) -> bool:
    """True where another value is printed; the same one worded in another way is no difference."""
    if was.text == now.text:
        return False
    if was.unit != now.unit or was.value is None or now.value is None:
        return True
    return not math.isclose(was.value, now.value, rel_tol=1e-12, abs_tol=1e-12)


def _promise(was: Point | None, point: Point, told_on: str, today: str) -> str:
    """Broken is one that is said to be, one put off, and one whose day passed since."""
    if was is not None and was.state == "broken":
        return ""
    if point.state == "broken":
        return "broken" if was is not None or point.closed_on > told_on else ""
    if point.state != "open":
        return ""
    put_off = was is not None and bool(was.on) and point.on > was.on
    passed = bool(point.on) and told_on <= point.on < today
    return "broken" if put_off or passed else ""


def _project(was: Point | None, _point: Point, _told_on: str, _today: str) -> str:
    return "" if was else "new"


def _concern(was: Point | None, point: Point, told_on: str, _today: str) -> str:
    if point.state == "closed":
        known = was.state != "closed" if was is not None else point.closed_on > told_on
        return "closed" if known else ""
    return "new" if was is None or was.state == "closed" else ""


def _message(was: Point | None, point: Point, _told_on: str, _today: str) -> str:
    if was is None:
        return "new"
    return "reworded" if was.state != point.state else ""


_RULES = {FIGURE: _figure, PROMISE: _promise, PROJECT: _project, CONCERN: _concern, MESSAGE: _message}


def count(differences: Sequence[Difference], sort: str, kinds: Sequence[str] = ()) -> int:
    """How many are of a sort, and of one of these kinds."""
    return sum(each.sort == sort and (not kinds or each.point.kind in kinds) for each in differences)
