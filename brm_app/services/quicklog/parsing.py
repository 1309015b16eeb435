"""Reads one line: kind, unit, people, projects, mood, and a promise with its day; what is left is what happened."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from brm_app.domain.text import fold, words_of
from brm_app.services.quicklog.days import day_meant
from brm_app.services.quicklog.names import FILLERS, Match, Names

KIND_WORDS = {
    "meeting": ("meeting", "met", "meet"),
    "check-in": ("check in", "checkin", "call", "called", "phoned", "rang", "email", "emailed", "mailed"),
    "outreach visit": ("visit", "visited", "outreach", "outreach visit"),
    "tech-bar visit": ("tech bar", "techbar", "tech bar visit"),
    "help-desk listening": ("help desk", "helpdesk", "help desk listening", "listening"),
    "VIP support": ("vip", "vip support"),
    "call-back": ("call back", "callback"),
    "training": ("training", "trained"),
    "webinar": ("webinar",),
    "service review": ("service review", "review"),
    "pilot feedback": ("pilot feedback", "pilot", "feedback"),
}
CHANNELS = {
    **dict.fromkeys(("call", "called", "phoned", "rang"), "Phone"),
    **dict.fromkeys(("email", "emailed", "mailed"), "Email"),
}
_JOINING = frozenset("and at by for from in of on the to with".split())
_KINDS = {tuple(words.split()): kind for kind, all_words in KIND_WORDS.items() for words in all_words}
_LONGEST_KIND = max(map(len, _KINDS))
_HEAD = 80  # characters in which the colon after the names may stand
_NAME = 8  # words that a name may have
_WORD = re.compile(r"[^\W_]+")
_COLON = re.compile(r":(?=\s|$)|(?<=[^\W\d]):(?=[^\W\d])")
_MOOD = re.compile(r"\bmood ?[:=]? ?([1-5])(?!\w)|(?<!\S):([1-5])(?!\w)", re.IGNORECASE | re.ASCII)
_AT = re.compile(r"(?<!\w)@")
_LIKE_A_DAY = re.compile(r"(?<!\w)@(\d[\w./-]*(?: ?[^\W\d]{3,9}\b)?)")
_CLAUSE_END = re.compile(r"[,;!?–—\n]|\.(?=\s)| - |:(?=\s)")
_OPENING = re.compile(r"(?:and|then|but|with)\s+", re.IGNORECASE)
_EDGES = " \t\r\n,;:–—-"


@attrs.frozen
class Span:
    """A part of the text and what it means; several `ids` where it could mean any of them."""

    start: int
    end: int
    what: str  # kind, mood, date, units, people or projects
    value: str = ""
    ids: tuple[str, ...] = ()
    leading: bool = False  # stands before what happened, and is no part of it


@attrs.frozen
class Parsed:
    """What a line says. `clause` is the part of the text that says the promise, without its day.

    `no_day` is what was written as a day and is none, such as `31 feb`.
    """

    text: str
    spans: tuple[Span, ...] = ()
    summary: str = ""
    clause: str = ""
    no_day: str = ""

    def of(self, what: str) -> tuple[Span, ...]:
        """The spans of one sort, in the order of the text."""
        return tuple(span for span in self.spans if span.what == what)

    @property
    def due(self) -> dt.date | None:
        """The day of the promise."""
        return next((dt.date.fromisoformat(span.value) for span in self.of("date")), None)

    @property
    def mood(self) -> int | None:
        """How they felt, 1 to 5."""
        return next((int(span.value) for span in self.of("mood")), None)

    @property
    def kind(self) -> str:
        """The kind of touchpoint, or an empty string."""
        return next((span.value for span in self.of("kind")), "")

    @property
    def channel(self) -> str:
        """By phone or by email, where the word for the kind says so."""
        return next((CHANNELS.get(fold(self.text[s.start : s.end]), "") for s in self.of("kind")), "")


@attrs.frozen
class _Word:
    start: int
    end: int
    folded: tuple[str, ...]


def parse(text: str, names: Names, today: dt.date, month_first: bool = False) -> Parsed:
    """Reads a line; never refuses one. Every character of it is in a span, the summary or the clause, or joins them."""
    dated = _date_span(text, today, month_first)
    mood = _mood_span(text, dated)
    marks = [span for span in (dated, mood) if span]
    words = [w for w in _words(text) if not any(m.start < w.end and w.start < m.end for m in marks)]
    head, rest = _head(text, words, names, marks)
    body = list(_whole_names(rest, names))
    start = max((span.end for span in head), default=0)
    left = _left_over(words, head)
    if left is not None:
        start, head = left, [attrs.evolve(s, leading=s.end <= left) for s in head]
    clause, gap = _clause(text, start, dated)
    summary = _without(text, start, [(m.start, m.end) for m in marks] + ([gap] if gap else []))
    spans = _narrowed(tuple(sorted([*head, *body, *marks], key=lambda span: span.start)), names)
    unread = None if dated else _LIKE_A_DAY.search(text)
    return Parsed(text, spans, summary, clause, unread[1] if unread else "")


def _words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        folded = tuple(words_of(found[0]))
        if folded:
            yield _Word(found.start(), found.end(), folded)


def _date_span(text: str, today: dt.date, month_first: bool) -> Span | None:
    for at in _AT.finditer(text):
        meant = day_meant(text[at.end() :], today, month_first)
        if meant:
            return Span(at.start(), at.end() + meant.length, "date", meant.day.isoformat())
    return None


def _mood_span(text: str, dated: Span | None) -> Span | None:
    for found in _MOOD.finditer(text):
        if not dated or found.end() <= dated.start or found.start() >= dated.end:
            return Span(found.start(), found.end(), "mood", found[1] or found[2])
    return None


# The head: what stands before the colon, or the names and the kind with which the line begins


def _head(text: str, words: list[_Word], names: Names, marks: list[Span]) -> tuple[list[Span], list[_Word]]:
    """The spans of the head and the words after it."""
    colon = next((c for c in _COLON.finditer(text[:_HEAD]) if not _inside(c.start(), marks)), None)
    if colon:
        before = [word for word in words if word.end <= colon.start()]
        spans = _read_head(before, names, stop_early=False)
        if spans:
            return spans, [word for word in words if word.start >= colon.end()]
    spans = _read_head(_first_clause(text, words), names, stop_early=True)
    end = max((span.end for span in spans), default=0)
    return spans, [word for word in words if word.start >= end]


def _inside(place: int, marks: list[Span]) -> bool:
    return any(mark.start <= place < mark.end for mark in marks)


def _first_clause(text: str, words: list[_Word]) -> list[_Word]:
    stop = re.search(r"[.;!?–—\n]", text)
    return [word for word in words if not stop or word.end <= stop.start()]


def _read_head(words: list[_Word], names: Names, stop_early: bool) -> list[Span]:
    spans: list[Span] = []
    place = 0
    while place < len(words):
        kind_known = any(span.what == "kind" for span in spans)
        span, used = _read_one(words[place:], names, kind_known, sure=stop_early)
        if span:
            spans.append(span)
            place += used
        elif stop_early and not set(words[place].folded) <= _JOINING:
            break
        else:
            place += 1
    return spans


def _read_one(words: list[_Word], names: Names, kind_known: bool, sure: bool) -> tuple[Span | None, int]:
    """The kind or the name that begins here; a name of more words goes before a kind.

    Where no colon says so (`sure`), a part of a project's name is taken for what it is: a plain word.
    """
    match = _match(words, names, loosely=True)
    if match and sure and match.kind == "projects" and not match.fit.all_of_it:
        match = None
    kind, used = ("", 0) if kind_known else _kind(words)
    if kind and used >= (match.fit.count if match else 0):
        return Span(words[0].start, words[used - 1].end, "kind", kind, leading=True), used
    if match:
        used = _used(words, match)
        return Span(words[0].start, words[used - 1].end, match.kind, ids=match.ids, leading=True), used
    return None, 0


def _match(words: list[_Word], names: Names, loosely: bool) -> Match | None:
    return names.best([part for word in words[:_NAME] for part in word.folded][:_NAME], loosely)


def _used(words: list[_Word], match: Match) -> int:
    """How many words of the text hold the matched words; a word may fold into several."""
    held = used = 0
    while held < match.fit.count and used < len(words):
        held += len(words[used].folded)
        used += 1
    return used


def _kind(words: list[_Word]) -> tuple[str, int]:
    for count in range(min(_LONGEST_KIND, len(words)), 0, -1):
        said = tuple(part for word in words[:count] for part in word.folded)
        if said in _KINDS:
            return _KINDS[said], count
    return "", 0


def _whole_names(words: list[_Word], names: Names) -> Iterator[Span]:
    """Names in what happened: they are told, and stay where they are."""
    place = 0
    while place < len(words):
        match = _match(words[place:], names, loosely=False)
        used = _used(words[place:], match) if match else 1
        if match and len(match.ids) == 1:
            yield Span(words[place].start, words[place + used - 1].end, match.kind, ids=match.ids)
        place += used


def _left_over(words: list[_Word], head: list[Span]) -> int | None:
    """Where the first word of the head stands that means nothing, so that it is kept."""
    end = max((span.end for span in head), default=0)
    unread = (
        word.start
        for word in words
        if word.end <= end
        and not any(span.start <= word.start < span.end for span in head)
        and not set(word.folded) <= FILLERS
    )
    return next(unread, None)


# What is left


def _clause(text: str, start: int, dated: Span | None) -> tuple[str, tuple[int, int] | None]:
    """The words before the day, and the part of the text that the promise takes out of what happened."""
    if dated is None or dated.start < start:
        return "", None
    ends = [start, *(found.end() for found in _CLAUSE_END.finditer(text, start, dated.start))]
    said = _trimmed(text[ends[-1] : dated.start])
    if said:
        return said, (ends[-1], dated.end)
    before = [_trimmed(text[a:b]) for a, b in zip(ends, [*ends[1:], dated.start], strict=True)]
    return next((clause for clause in reversed(before) if clause), ""), None


def _trimmed(text: str) -> str:
    return _OPENING.sub("", text.strip(_EDGES + ".!?"), count=1)


def _without(text: str, start: int, gaps: list[tuple[int, int]]) -> str:
    parts, place = [], start
    for gap_start, gap_end in sorted(gaps):
        if gap_end > place:
            parts.append(text[place : max(place, gap_start)].rstrip(_EDGES))
            place = gap_end
    parts.append(text[place:])
    return " ".join(filter(None, (part.strip(" \t\r\n") for part in parts))).strip(_EDGES)


def _narrowed(spans: tuple[Span, ...], names: Names) -> tuple[Span, ...]:
    """Of several people of the same name, those of the unit that the line names."""
    unit = next((span.ids[0] for span in spans if span.what == "units" and len(span.ids) == 1), None)

    def narrow(span: Span) -> Span:
        there = tuple(key for key in span.ids if names.unit_of.get(key) == unit)
        return attrs.evolve(span, ids=there) if unit and span.what == "people" and there else span

    return tuple(narrow(span) for span in spans)
