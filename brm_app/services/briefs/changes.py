"""What changed since an audience was last told, in words: a line for each difference, and the sentence over them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import attrs
from babel.dates import format_date

from brm_app.domain.changes import (
    CONCERN,
    FIGURE,
    MESSAGE,
    PROJECT,
    Change,
    Changes,
    Difference,
    Point,
    count,
)
from brm_app.domain.content import Paragraph, Section, plain
from brm_app.domain.text import plural
from brm_app.services.briefs.shared import counted, listed, number_word
from brm_app.services.briefs.wording import Words

KICKER = "What changed since you were last told"
_MARKS = {"rose": "up", "fell": "down", "broken": "broken"}
_CLAUSES = 4
_NAMES = 3


@attrs.frozen
class LastTold:
    """When and in which issue the audience was last told, and what that was called: pack or briefing."""

    number: str
    day: dt.date
    day_text: str  # as that issue has it in print
    called: str


NO_LONGER = "is no longer stated"


def changes_section(
    words: Words, told: LastTold, found: Sequence[Difference], others: Sequence[str], left: Sequence[str] = ()
) -> Section:
    """The section; `others` are the names of what changed and is none of the differences, `left` what is gone."""
    lead = f"You were last told on {told.day_text or words.long_day(told.day)}, in {told.called} {told.number}."
    parts = (
        Paragraph(runs=plain(lead), role="lead"),
        *((Changes(items=tuple(_line(words, each) for each in found)),) if found else ()),
        Paragraph(runs=plain(_foot(words, told, bool(found), others, left)), role="note"),
    )
    return Section(kind="changes", kicker=KICKER, title=title(found, (*others, *left)), parts=parts)


def title(found: Sequence[Difference], others: Sequence[str] = ()) -> str:
    """`Since you were last told, two figures rose, one fell and one promise was broken`; the gravest come first."""
    clauses: list[str] = []
    for sort, kinds, noun, verb, verbs in _SAID:
        if number := count(found, sort, kinds):
            said = verb if number == 1 else verbs
            named = noun == "figure" and any(noun in clause for clause in clauses)
            clauses.append(f"{number_word(number) if named else counted(number, noun)} {said}")
    nothing = "no figure and no promise has changed" if others else "nothing has changed"
    return f"Since you were last told, {listed(clauses[:_CLAUSES]) or nothing}"


_SAID: tuple[tuple[str, tuple[str, ...], str, str, str], ...] = (
    ("rose", (), "figure", "rose", "rose"),
    ("fell", (), "figure", "fell", "fell"),
    ("corrected", (), "figure", "was corrected", "were corrected"),
    ("broken", (), "promise", "was broken", "were broken"),
    ("new", (PROJECT,), "project", "is new", "are new"),
    ("closed", (), "concern", "was closed", "were closed"),
    ("reworded", (), "message", "was reworded", "were reworded"),
    ("new", (FIGURE,), "figure", "is new", "are new"),
    ("new", (MESSAGE,), "message", "is new", "are new"),
    ("new", (CONCERN,), "concern", "is new", "are new"),
)


def _foot(words: Words, told: LastTold, listed_any: bool, others: Sequence[str], left: Sequence[str]) -> str:
    said = [f"No longer in this {told.called}: {_some(left)}."] if left else []
    if others:
        said.append(f"Other words changed in: {_some(others)}.")
    else:
        what = "Everything else" if listed_any or left else "Everything"
        said.append(f"{what} in this {told.called} is as you were told {_when(words, told.day)}.")
    if listed_any or others:
        said.append("Pages with a change carry a bar in the left margin.")
    return " ".join(said)


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMES
    return listed((*names[:_NAMES], plural(more, "other")) if more > 0 else names)


def _when(words: Words, day: dt.date) -> str:
    """`in August`, with its year where that is another; within one month the day."""
    if (day.year, day.month) == (words.as_of.year, words.as_of.month):
        return f"on {words.spoken_day(day)}"
    return f"in {format_date(day, 'LLLL' if day.year == words.as_of.year else 'LLLL y', locale=words.locale)}"


# A line for each difference


def _line(words: Words, each: Difference) -> Change:
    point = each.point
    concern, project = point.kind == CONCERN, point.record if point.kind == PROJECT else point.project
    return Change(
        mark=_MARKS.get(each.sort, "other"),
        style=each.tone,
        word=each.sort.capitalize(),
        subject=_subject(each),
        text=_TEXTS[each.sort](words, each),
        figure=each.now.number if each.now else "",
        record=project,
        aside="No page" if concern else f"Owner: {point.owner}" if each.sort == "broken" and point.owner else "",
    )


def _subject(each: Difference) -> str:
    """What a line is about; what is no longer stated begins the sentence that says so."""
    return each.point.title if each.now is None else _stopped(each.point.title)


def _moved(words: Words, each: Difference) -> str:
    """A figure that rose, fell or was corrected."""
    was, now = each.before, each.now
    if was is None or now is None:
        return f"{NO_LONGER}."
    if was.text == now.text:
        return f"{now.text} was {was.evidence}; now it is {now.evidence}."
    other = was.evidence != now.evidence
    first, then = (f"{p.text}, {p.evidence}" if other else p.text for p in (was, now))
    less = " Lower is better." if now.better == "lower" and not now.facet else ""
    right = f", which was corrected to {each.right.text}" if each.right else ""
    before = f"Was {first}{right}; now" if was.text else "It is"  # its words may not be said any more
    return f"{before} {then}{f', {now.note}' if now.note else ''}.{less}"


def _broken(words: Words, each: Difference) -> str:
    was, now = each.before, each.point
    first = was.on if was and was.on else now.on
    promised = f"Promised for {_day(words, first)}; " if first else "Promised; "
    if now.state == "broken":
        return f"{promised}broken{f' on {_day(words, now.closed_on)}' if now.closed_on else ''}."
    return f"{promised}{f'now {_day(words, now.on)}' if now.on != first else 'not kept yet'}."


def _new(words: Words, each: Difference) -> str:
    point = each.point
    if point.kind == FIGURE:
        return f"{point.text}, {f'{point.note}, ' if point.note else ''}{point.evidence}."
    if point.kind == CONCERN and each.before:
        return "It was closed, and is open again."
    if point.kind == CONCERN:
        raised = f"Raised on {_day(words, point.on)}" if point.on else "Raised since"
        affected = "" if not point.value else f"; {_people(int(point.value))}"
        return f"{raised}{affected}."
    return _stopped(point.text) if point.text else ""


def _people(number: int) -> str:
    return "one person is affected" if number == 1 else f"{number:,} people are affected"


def _closed(words: Words, each: Difference) -> str:
    point = each.point
    day = f"Closed on {_day(words, point.closed_on)}." if point.closed_on else ""
    return " ".join(part for part in (day, _stopped(point.text) if point.text else "") if part)


def _reworded(words: Words, each: Difference) -> str:
    was, now = each.before, each.point
    if was is None or not was.text or was.text == now.text:
        return f"What follows “{now.text}” is said in other words."
    return f"Was “{was.text}”; now “{now.text}”."


_TEXTS: dict[str, Callable[[Words, Difference], str]] = {
    "rose": _moved,
    "fell": _moved,
    "corrected": _moved,
    "broken": _broken,
    "new": _new,
    "closed": _closed,
    "reworded": _reworded,
}


def _day(words: Words, iso: str) -> str:
    return words.spoken_day(dt.date.fromisoformat(iso))


def _stopped(text: str) -> str:
    return text if text[-1:] in (".", "!", "?", "…") else f"{text}."


def projects_of(found: Sequence[Difference]) -> set[str]:
    """The records of the projects that the differences are about."""

    def project(point: Point) -> str:
        return point.record if point.kind == PROJECT else point.project

    return {project(each.point) for each in found if project(each.point)}
