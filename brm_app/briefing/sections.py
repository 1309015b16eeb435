"""Sections: the head of each, when it starts a new page, and the contents that lead to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from brm_app.briefing.desk import Desk
from brm_app.briefing.entries import Entry
from brm_app.briefing.looks import HAIR, INK, INK2, INK3, KICKER, sans
from brm_app.briefing.parts import set_part, set_parts
from brm_app.briefing.pen import Pen
from brm_app.briefing.strips import Band, Strip, banded, baseline, glued, spaced, tagged, total
from brm_app.briefing.tags import Tag, group, heading
from brm_app.briefing.text import Style, set_text
from brm_app.domain.content import Brand, Document, Paragraph, Section
from brm_app.domain.reading import Minutes

NEW_PAGE = 100_000.0
CONTENTS = "contents"
_CHANGES = 330.0  # room in which the changes begin under the contents and go on over the page
_BETWEEN = 38.0  # white space between two short sections on a page


def key_of(number: int) -> str:
    """The bookmark of a section by its place in the document."""
    return f"section-{number}"


def _changed_bar(desk: Desk) -> Band:
    def backdrop(pen: Pen, x: float, top: float, bottom: float) -> None:
        pen.rect(x - 15, top - 4, 2.25, bottom - top + 4, fill=desk.look.accent)

    return Band(backdrop=backdrop)


def _title_style(desk: Desk, section: Section) -> Style:
    style = desk.look.title
    small = section.level > 1 or len(section.title) > 160
    return attrs.evolve(style, size=15.5, leading=20.5) if small else style


def _head(desk: Desk, section: Section) -> tuple[list[Strip], tuple[object, ...]]:
    """The strips over a section's parts, and the parts that are left."""
    parts = section.parts
    brand = parts[0] if parts and isinstance(parts[0], Brand) else None
    strips: list[Strip] = []
    if brand is not None:
        strips, parts = set_part(brand, desk), parts[1:]
    known = (brand.name, section.title) if brand is not None else (section.title,)
    own = desk if brand is None else desk.under()
    if section.kicker not in known and section.kind != "changes":
        style, tag = attrs.evolve(KICKER, colour=desk.look.accent), None if section.title else heading(own.level)
        strips += spaced(desk.text(section.kicker, style, tag=tag), 14 if strips else 0)
    if section.title and (brand is None or section.title != brand.name):
        strips += spaced(own.heading(section.title, _title_style(desk, section)), 12.2 if strips else 0)
    if parts and isinstance(parts[0], Paragraph) and parts[0].role == "lead":
        strips = glued(strips, to_next=True) + spaced(set_part(parts[0], desk), 6.6)
        parts = parts[1:]
    strips = glued(strips, to_next=bool(parts))
    return (banded(strips, _changed_bar(desk)) if section.changed else strips), parts


def _opened(strip: Strip, number: int, section: Section, entry: Entry, width: float) -> Strip:
    """The first strip of a section: bookmark, outline entry and the record for a click."""

    def draw(pen: Pen, x: float, y: float) -> None:
        if entry.group:
            pen.bookmark(f"{key_of(number)}-group", y, entry.group, entry.level - 1)
        pen.bookmark(key_of(number), y, entry.title, entry.level)
        pen.place(section.record, x, y, width, strip.height)
        strip.draw(pen, x, y)

    return attrs.evolve(strip, draw=draw, key=key_of(number))


def section_strips(desk: Desk, content: Document, number: int, entry: Entry) -> list[Strip]:
    """One section; its first strip says when it needs a new page."""
    section = content.sections[number]
    top = 1 if content.alone else 2  # the title on the cover is the first heading
    desk = attrs.evolve(desk, level=entry.depth + top)
    head, parts = _head(desk, section)
    body = set_parts(desk.under(), parts)
    strips = [*head, *(spaced(body, body[0].before or 16.6) if head and body else body)]
    strips = strips or [Strip(1.0, lambda pen, x, y: None)]
    return tagged([_opened(strips[0], number, section, entry, desk.width), *strips[1:]], group("Sect"))


def tightened(strips: list[Strip], room: float) -> list[Strip]:
    """The strips with up to half of their white space taken out, where that makes them fit into `room` points."""
    over, white = total(strips) - room, sum(strip.before for strip in strips[1:])
    if not 0 < over <= white / 2:
        return strips
    share = 1 - over / white
    return [attrs.evolve(strip, before=strip.before * share) for strip in strips]


def flow(
    desk: Desk, sections: Sequence[Section], set_sections: Sequence[list[Strip]], rooms: Sequence[float]
) -> list[Strip]:
    """The sections one after the other, each on a new page; `rooms` holds the height of a page for each.

    Neighbours of one kind share a page when they fit, and the board's first section may stand under the contents;
    what changed may begin there and go on over the page.
    A section that is a little longer than a page is set tighter.
    """
    strips: list[Strip] = []
    for number, loose in enumerate(set_sections):
        own = tightened(loose, rooms[number] - 1)
        before = sections[number - 1] if number else None
        high = total(own)
        alike = before is not None and before.kind == sections[number].kind and before.level == sections[number].level
        opened = before is not None and before.level < sections[number].level  # a chapter's first section
        fresh = high + _BETWEEN if number == 0 and desk.look.name == "board" else NEW_PAGE
        if fresh < NEW_PAGE and sections[number].kind == "changes":
            fresh = min(fresh, _CHANGES)
        if alike or opened:
            # One that fits on a page is kept whole; a longer one may begin where half a page is left.
            fresh = high + _BETWEEN if high <= rooms[number] else desk.tall * 0.9
        strips += [attrs.evolve(own[0], fresh=fresh, before=_BETWEEN), *own[1:]]
    return strips


def contents_strips(desk: Desk, content: Document, minutes: Minutes, pages: Mapping[str, int]) -> list[Strip]:
    """The contents; `pages` is read while drawing, when all pages are known."""
    board = content.meta.look != "staff"
    words = "What is in this pack" if board else "What is in this briefing"
    head = desk.under().heading(words, attrs.evolve(KICKER, colour=desk.look.accent))
    columns = _column_heads(desk)
    first = _contents_head(desk, head[0], words)
    rows, counted, chapter = [], iter(minutes.sections), 0
    for number, section in enumerate(content.sections):
        top = section.level == 1 or number == 0
        chapter += int(top)
        shown = _minutes(next(counted)) if top else ""
        rows.append(_contents_row(desk, section, (str(chapter) if top else "", shown), key_of(number), pages))
    band = Band(header=(columns,))
    listed = banded([*glued([columns], to_next=True), *tagged(rows, group("TOC"))], band)
    return tagged([*glued([first, *head[1:]], to_next=True), *listed], group("Sect"))


def _minutes(count: int) -> str:
    return str(count) if count else "<1"


def _contents_head(desk: Desk, strip: Strip, words: str) -> Strip:
    def draw(pen: Pen, x: float, y: float) -> None:
        pen.bookmark(CONTENTS, y, words)
        strip.draw(pen, x, y)

    return attrs.evolve(strip, draw=draw, key=CONTENTS, fresh=NEW_PAGE)


def _column_heads(desk: Desk) -> Strip:
    style = sans(8, 11, INK3)
    heads = [set_text(text, style, 60, desk.shelf)[0] for text in ("Minutes", "Page")]
    tags = group("P"), group("P")

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.stroke([(x, y + 6.6), (x + desk.width, y + 6.6)], INK, 0.94)
        for head, tag, room in zip(heads, tags, (desk.width - 30, desk.width), strict=True):
            with pen.tag(tag):
                pen.line(head, x, baseline(style, y + 10.6), room, "right")
        pen.stroke([(x, y + 25.5), (x + desk.width, y + 25.5)], HAIR)

    return Strip(25.5, draw)


def _contents_row(desk: Desk, section: Section, said: tuple[str, str], key: str, pages: Mapping[str, int]) -> Strip:
    """Number, name, minutes and page of a section; the whole row is a link."""
    top = bool(said[0])
    style = sans(9, 13, INK, "medium") if top else sans(8.6, 12, INK2)
    quiet = sans(9, 13, INK2)
    indent = 19.5 if top else 31.0
    lines = set_text(section.kicker or section.title, style, desk.width - indent - 90, desk.shelf)
    pad = 5.1 if top else 3.2
    height = len(lines) * style.leading + 2 * pad

    def draw(pen: Pen, x: float, y: float) -> None:
        at = baseline(style, y + pad)

        def aside(text: str, tag: Tag, room: float, align: str = "right") -> None:
            if text:
                with pen.tag(tag):
                    pen.line(set_text(text, quiet, 60, desk.shelf)[0], x, at, room, align)

        aside(said[0], tags[0], 14, "left")
        with pen.tag(*tags[1:3]):
            for number, line in enumerate(lines):
                pen.line(line, x + indent, baseline(style, y + pad + number * style.leading))
            pen.link(key, x, y, desk.width, height)
        aside(said[1], tags[3], desk.width - 30)
        aside(str(pages.get(key, 0) + 1), tags[4], desk.width)
        pen.stroke([(x, y + height), (x + desk.width, y + height)], HAIR)

    tags = [group(kind) for kind in ("Lbl", "Reference", "Link", "P", "P")]
    return Strip(height, draw, tags=(group("TOCI"),))
