"""An issue: a briefing as it was handed out, and the certificate of what was searched before it was."""

from __future__ import annotations

import datetime as dt

import attrs

MOST_APPENDICES = 26  # of one briefing: each has a letter
MOST_APPENDED = 2000  # pages of appendices


@attrs.frozen
class Behind:
    """A text that an audience may not read, and where it is kept."""

    text: str = attrs.field(repr=False)
    record: str  # "touchpoints/0197…"
    field: str  # its name, such as "note"


@attrs.frozen
class Hit:
    """A text from behind the wall that was found in a file; `page` counts from 0, None where no page holds it."""

    behind: Behind
    piece: str = attrs.field(repr=False)  # its trace, or the part of it that was found
    place: str  # one of the places that were searched, such as "page text"
    page: int | None = None

    @property
    def record(self) -> str:
        """Where the text is kept, "touchpoints/0197…"."""
        return self.behind.record

    @property
    def field(self) -> str:
        """The name of its field."""
        return self.behind.field


@attrs.frozen(kw_only=True)
class Proved:
    """What came of searching a file: what was found, and how much was searched, where and with what."""

    hits: tuple[Hit, ...]
    strings: int
    places: tuple[tuple[str, int], ...]  # ("page text", 9): how many of each were read
    tools: tuple[tuple[str, str], ...]  # name and version
    standards: tuple[str, ...] = ()  # those that the file says it was made to

    @property
    def clean(self) -> bool:
        """True where nothing was found."""
        return not self.hits


@attrs.frozen(kw_only=True)
class Appended:
    """A file of somebody else behind our own pages."""

    name: str
    sha256: str
    pages: int


@attrs.frozen(kw_only=True)
class Looked:
    """An appendix that was looked at: how many pages it has, or why it can’t stand behind a briefing."""

    pages: int = 0
    fault: str = ""  # `has a password`; empty where it is in order
    way_out: str = ""  # `Ask for a copy without one.`


@attrs.frozen(kw_only=True)
class Certificate:
    """What was searched before a briefing was issued, with what, and what stands outside it."""

    strings: int
    places: tuple[tuple[str, int], ...]
    tools: tuple[tuple[str, str], ...]
    standards: tuple[str, ...]
    exempt: tuple[str, ...]  # sentences
    content_sha256: str
    typeset_sha256: str  # of our own pages, before appendices were put behind them
    sha256: str
    appendices: tuple[Appended, ...] = ()


@attrs.frozen(kw_only=True)
class Chosen:
    """What a briefing was composed of: ids of units and of projects; none of both is everything."""

    units: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Printed:
    """A briefing with its number on paper, appendices behind it, as it may be issued."""

    pdf: bytes = attrs.field(repr=False)
    pages: int
    minutes: int
    missing: str  # characters that no font has
    typeset_sha256: str
    appendices: tuple[Appended, ...] = ()
    enclosed: tuple[bytes, ...] = attrs.field(default=(), repr=False)  # the appendices as they came


@attrs.frozen(kw_only=True)
class Issue:
    """A line of the register. It never changes, and outlives the records that it names."""

    number: str
    audience: str  # id
    audience_name: str
    look: str
    year: int
    counted: int  # its place among those of its audience and year
    title: str
    briefing: str = ""  # id, where it was composed from one
    scope: Chosen = Chosen()
    as_of: str
    issued_at: dt.datetime
    issued_by: str
    pages: int
    minutes: int
    content_sha256: str
    sha256: str
    version: str  # of the program that made the bytes
    corrects: str = ""  # the number of the issue that it puts right
    certificate: Certificate | None  # None where what the register holds is no certificate

    @property
    def fingerprint(self) -> str:
        """The first and last four of the SHA-256, as a person compares them."""
        return f"{self.sha256[:4]}…{self.sha256[-4:]}"


@attrs.frozen
class Identified:
    """What a file is: genuine, altered (then `issue` is what it was), or unknown.

    What is `locked` has a password; where it is genuine, it is a copy of `issue` that was made here.
    What is unknown may be the file of somebody else that is the `appendix` of that name `of` the issue of that number.
    """

    state: str
    issue: Issue | None = None
    recalled: bool = False
    locked: bool = False
    appendix: str = ""
    of: str = ""


GENUINE, ALTERED, UNKNOWN = "genuine", "altered", "unknown"
