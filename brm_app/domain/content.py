"""A briefing as data, for one audience, before anything is typeset.

It is all that a renderer ever sees. Every text in it is plain text (never markup), already
in the words and number formats of the audience. Values are str, int, float, bool, None,
tuples and the classes below, so that it freezes to canonical JSON.
"""

from __future__ import annotations

from typing import Any

import attrs

from brm_app.domain.asking import Asked, Choices, Situation
from brm_app.domain.changes import Changes, Point


@attrs.frozen(kw_only=True)
class Run:
    """A stretch of text; `style` is plain, strong, emphasis or quiet; `figure` is the F-number it states, if any."""

    text: str
    style: str = "plain"
    figure: str = ""


Runs = tuple[Run, ...]


@attrs.frozen(kw_only=True)
class Figure:
    """A value with its passport. `record` is the collection and id it is read from, for a click in the preview."""

    number: str  # F1, F2 …
    label: str  # what it is: "One Sign-on, log-in time"
    text: str  # as this audience reads it: "$721 k a year"
    record: str  # "benefits/0197…"
    as_of: str  # ISO date of the newest reading in it; "" for a statement of record
    evidence: str  # measured, estimated or told
    owner: str = ""
    source: str = ""
    derivation: str = ""  # "73 s × 11.5 log-ins × 210 shifts × 640 staff × ½ × $46 an hour"
    value: float | None = None  # the unrounded value
    unit: str = ""  # min, s, a currency code, percent, count


@attrs.frozen(kw_only=True)
class Picture:
    """A logo: SVG, PNG or JPEG bytes as base64, with alternative text."""

    media_type: str
    data: str
    alt: str


@attrs.frozen(kw_only=True)
class Brand:
    """The head of a project page: logo or coloured square, name, tagline. Colours are #RRGGBB or empty."""

    name: str
    tagline: str = ""
    logo: Picture | None = None
    colour: str = ""
    second_colour: str = ""


@attrs.frozen(kw_only=True)
class Heading:
    """A heading inside a section."""

    text: str


@attrs.frozen(kw_only=True)
class Paragraph:
    """Running text; `role` is body, lead (larger, under a title), note (small) or missing (says what is not there)."""

    runs: Runs
    role: str = "body"


@attrs.frozen(kw_only=True)
class Quote:
    """Words that somebody allowed to be printed, with the speaker's role."""

    text: str
    speaker: str = ""


@attrs.frozen(kw_only=True)
class Answered:
    """“You said, we did”: pairs of a quote and our answer."""

    pairs: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class BigCard:
    """One of up to three large statements on a cover: `big` is a time or a date."""

    big: str
    name: str
    text: str
    figure: str = ""


@attrs.frozen(kw_only=True)
class BigCards:
    """The row of large statements."""

    cards: tuple[BigCard, ...]


@attrs.frozen(kw_only=True)
class BeforeNow:
    """Large figure with two bars, before and now, from zero."""

    big: str
    caption: str
    before: float
    before_text: str
    now: float
    now_text: str
    evidence: str
    note: str
    alt: str
    figure: str = ""


@attrs.frozen(kw_only=True)
class Bar:
    """One bar: evidence is its fill (measured solid, estimated hatched, told outlined)."""

    label: str
    sublabel: str
    value: float
    text: str
    evidence: str
    figure: str = ""


@attrs.frozen(kw_only=True)
class Bars:
    """Horizontal bars from zero, each labelled with its value; negative values run to the left."""

    bars: tuple[Bar, ...]
    alt: str


@attrs.frozen(kw_only=True)
class EvidenceBar:
    """One bar in up to three segments, one per evidence class; never a single total."""

    caption: str
    segments: tuple[Bar, ...]
    alt: str


@attrs.frozen(kw_only=True)
class Step:
    """One stop of a roll-out."""

    name: str
    when: str
    done: bool


@attrs.frozen(kw_only=True)
class Steps:
    """When a project reaches whom, in order of date."""

    steps: tuple[Step, ...]
    alt: str


@attrs.frozen(kw_only=True)
class Column:
    """A table column: `width` is its share of the table; `align` is left or right."""

    title: str
    width: float
    align: str = "left"


@attrs.frozen(kw_only=True)
class Cell:
    """A table cell; `evidence` draws the evidence mark before the text, `mark` is a state: good, warn, bad."""

    runs: Runs
    evidence: str = ""
    mark: str = ""
    figure: str = ""  # this cell is the F-number that leads to its source


@attrs.frozen(kw_only=True)
class Table:
    """Rows under a header; `caption` is for the reader who hears the page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    header: bool = True


@attrs.frozen(kw_only=True)
class EvidenceKey:
    """The line that says what the three fills mean."""

    measured: str
    estimated: str
    told: str


@attrs.frozen(kw_only=True)
class Columns:
    """Two blocks side by side, each a heading and its text: what changes for you, what you need to do."""

    left: tuple[Heading | Paragraph, ...]
    right: tuple[Heading | Paragraph, ...]


@attrs.frozen(kw_only=True)
class Facts:
    """Short facts in a row, each a label over a value (cover foot, project status and owners)."""

    facts: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Box:
    """A tinted box of up to three blocks: a bold line over text."""

    blocks: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Curve:
    """Expected and experienced mood (−2 … +2) over the stages of a journey; None where nobody told us."""

    stages: tuple[str, ...]
    truths: tuple[bool, ...]
    expected: tuple[float | None, ...]
    experienced: tuple[float | None, ...]
    counts: tuple[int, ...]
    alt: str


@attrs.frozen(kw_only=True)
class Lane:
    """A lane of a journey map: rows of cards, a text for each stage, empty where there is none.

    `kind` is card (framed), text, quiet, quote or feel: that one holds the curve, and no rows.
    """

    name: str
    kind: str
    rows: tuple[tuple[str, ...], ...] = ()


@attrs.frozen(kw_only=True)
class StageMap:
    """A whole journey: the stages of its curve across, lanes down; `questions` are what is asked at each stage."""

    curve: Curve
    questions: tuple[str, ...]
    lanes: tuple[Lane, ...]
    caption: str


@attrs.frozen(kw_only=True)
class Sources:
    """Where every figure comes from: the passports of all figures of the document."""


Part = (
    Brand | Heading | Paragraph | Quote | Answered | BigCards | BeforeNow | Bars | EvidenceBar | Steps | Table
    | EvidenceKey | Columns | Facts | Box | Curve | StageMap | Sources | Situation | Choices | Asked | Changes
)  # fmt: skip


@attrs.frozen(kw_only=True)
class Section:
    """A part of the briefing: `kicker` is its name in contents and bookmarks, `title` a full sentence.

    `kind` is benefits, project, journey, words, sources …; `record` as in `Figure`; level 2 stands
    under the section of level 1 before it in the bookmarks.
    """

    kind: str
    kicker: str
    title: str
    parts: tuple[Any, ...]
    record: str = ""
    level: int = 1
    changed: bool = False


@attrs.frozen(kw_only=True)
class Meta:
    """What is true of the whole document. `look` is staff or board; dates are ISO; `language` as in `en-US`."""

    look: str
    organisation: str
    audience: str
    title: str
    kicker: str  # "IT news for staff, November 2026"
    short_kicker: str  # page header: "IT board pack, Q4 2026"
    intro: str
    marking: str
    as_of: str
    as_of_text: str  # "31 October 2026"
    page_size: str
    language: str
    logo: Picture | None = None
    words_per_minute: int = 200
    number: str = ""  # of the issue, such as MH-B-2026-014; none until it is issued
    issued_text: str = ""  # the day of issue, as it is printed
    corrects: str = ""  # the number of the issue that this one puts right
    draft: bool = False  # printed as a draft: every page says so


@attrs.frozen(kw_only=True)
class Document:
    """A whole briefing. `cover` parts stand on the first page under the title.

    What is `alone` has neither cover nor contents: a page to be handed round by itself. `points` are not printed: the
    audience's next briefing is compared with them.
    """

    meta: Meta
    cover: tuple[Any, ...]
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    contact: Box | None = None  # staff: the band at the foot of project pages
    alone: bool = False
    points: tuple[Point, ...] = ()


def plain(text: str) -> Runs:
    """One plain run."""
    return (Run(text=text),)
