"""What changed since an audience was last told: a row for each change, with the page that it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from brm_app.briefing.balance import balanced
from brm_app.briefing.desk import Desk
from brm_app.briefing.looks import BAD, GOOD, HAIR, INK, INK3, sans
from brm_app.briefing.paginate import Page
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import Strip, baseline, gap, glued, held, tagged
from brm_app.briefing.tags import group
from brm_app.briefing.text import Line, set_text
from brm_app.domain.changes import Change, Changes
from brm_app.domain.content import Document, Run

_WORD, _TEXT, _ASIDE = 13.5, 69.0, 122.0  # where the word and the text begin, and the room at the end of a row
_PAGE = 60.0  # of that, where only a page is named
_PAD = 8.7
_NAME = sans(8.2, 12, INK, "semibold")
_SAID = sans(9.4, 13.4)
_QUIET = sans(8.2, 12, INK3)


def changes_strips(part: Changes, desk: Desk) -> list[Strip]:
    """Mark and word, what it is and how it changed, and where it stands."""
    rows = tagged([_row(desk, change) for change in part.items], group("L"))
    return [*glued([_rule(desk)], to_next=True), *held(rows), gap(6)] if rows else []


def _rule(desk: Desk) -> Strip:
    return Strip(1.0, lambda pen, x, y: pen.stroke([(x, y), (x + desk.width, y)], INK, 0.94))


def _row(desk: Desk, change: Change) -> Strip:
    said = (Run(text=change.subject, style="strong"), Run(text=f" {change.text}"))
    ends_at = desk.width - (_ASIDE if desk.linked or change.aside else _PAGE) - 12
    lines = balanced(said, _SAID, ends_at - _TEXT, desk.shelf)
    word = set_text(change.word, _NAME, _TEXT - _WORD, desk.shelf)[0]
    aside = set_text(change.aside, _QUIET, _ASIDE, desk.shelf)
    height = max(len(lines) * _SAID.leading, len(aside) * _QUIET.leading) + 2 * _PAD

    def draw(pen: Pen, x: float, y: float) -> None:
        top = y + _PAD
        at = baseline(_SAID, top)
        _mark(pen, change, x, top + _SAID.leading / 2)
        with pen.tag(tags[0]):
            pen.line(word, x + _WORD, at)
        with pen.tag(*tags[1:3]):
            for number, line in enumerate(lines):
                pen.line(line, x + _TEXT, at + number * _SAID.leading)
        place = desk.pages.get(change.figure) or desk.pages.get(change.record) or ("", 0)
        ends = aside if change.aside else set_text(_where(desk, change, place), _QUIET, _ASIDE, desk.shelf)
        with pen.tag(tags[1], *tags[3 : 5 if place[0] else 4]):
            for number, line in enumerate(ends):
                _end(pen, line, x + desk.width - _ASIDE, at + number * _QUIET.leading)
            if place[0]:
                pen.link(place[0], x, y, desk.width, height)
        pen.stroke([(x, y + height), (x + desk.width, y + height)], HAIR)
        pen.place(change.record, x, y, desk.width, height, change.figure)

    tags = [group(kind) for kind in ("Lbl", "LBody", "P", "P", "Link")]
    return Strip(height, draw, tags=(group("LI"),))


def _end(pen: Pen, line: Line, x: float, at: float) -> None:
    pen.line(line, x, at, _ASIDE, "right")


def _where(desk: Desk, change: Change, place: tuple[str, int]) -> str:
    """`Page 4, figure F1`; the figure only where the document prints its numbers."""
    if not place[0]:
        return "No page"
    numbered = desk.linked and change.figure in desk.pages
    return f"Page {place[1] + 1}{f', figure {change.figure}' if numbered else ''}"


def _mark(pen: Pen, change: Change, x: float, middle: float) -> None:
    """Up, down and broken by shape, good and bad by colour; a dash for all else."""
    colour, r = {"good": GOOD, "bad": BAD}.get(change.style, INK3), 4.1
    left, right = x + 0.4, x + 0.4 + 2 * r
    if change.mark == "up":
        pen.shape([(left, middle + r * 0.9), (right, middle + r * 0.9), (left + r, middle - r * 0.9)], colour)
    elif change.mark == "down":
        pen.shape([(left, middle - r * 0.9), (right, middle - r * 0.9), (left + r, middle + r * 0.9)], colour)
    elif change.mark == "broken":
        pen.shape([(left, middle), (left + r, middle - r), (right, middle), (left + r, middle + r)], colour)
    else:
        pen.stroke([(left, middle), (right, middle)], INK3, 1.4)


# Where figures and records stand


class _Anything:
    """Takes whatever is drawn and draws nothing."""

    def __getattr__(self, _name: str) -> _Anything:
        return self

    def __call__(self, *_args: object, **_named: object) -> _Anything:
        return self

    def __enter__(self) -> _Anything:
        return self

    def __exit__(self, *_args: object) -> None:
        return None


class _NoFigures(Exception):
    """What is being drawn is a picture."""


class _Seeker(_Anything):
    """A pen that notes which figures it was told to draw."""

    width = height = 0.0
    page = 0

    def __init__(self) -> None:
        self.found: set[str] = set()

    def line(self, line: Line, *_args: object, **_named: object) -> None:
        self.found |= {stretch.ink.figure for stretch in line.stretches if stretch.ink.figure}

    @property
    def canvas(self) -> _Anything:
        raise _NoFigures

    def figure(self, number: str, *_args: object) -> None:
        self.found.add(number)


def pages_of(content: Document, pages: Sequence[Page], starts: Mapping[str, int]) -> dict[str, tuple[str, int]]:
    """By number of a figure and by record of a section: the bookmark of a section, and the page (from 0).

    Only what the changes lead to. A figure's page is the first on which a section prints it, for covers have no number.
    """
    changes = [item for s in content.sections for p in s.parts if isinstance(p, Changes) for item in p.items]
    sections = [(f"section-{number}", section) for number, section in enumerate(content.sections)]
    found = {s.record: (key, starts[key]) for key, s in reversed(sections) if s.record and key in starts}
    wanted = {item.figure for item in changes if item.figure}
    keys = {key for key, section in sections if section.kind not in ("changes", "sources")}
    for index, key, figures in _drawn(pages, keys) if wanted else ():
        for number in sorted(wanted & figures):
            found.setdefault(number, (key, index))
        wanted -= figures
        if not wanted:
            break
    return found


def _drawn(pages: Sequence[Page], keys: set[str]) -> Iterator[tuple[int, str, set[str]]]:
    """Page, section and figures of each stretch of strips in those sections."""
    key = ""
    for index, page in enumerate(pages):
        for item in page.placed:
            key = item.strip.key or key
            if key in keys:
                seeker = _Seeker()
                with suppress(_NoFigures):
                    item.strip.draw(seeker, 0.0, 0.0)  # type: ignore[arg-type]
                if seeker.found:
                    yield index, key, seeker.found
