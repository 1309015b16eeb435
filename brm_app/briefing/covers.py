"""The first page: the staff's warm cover and the board's white one, whose title shrinks until it fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import attrs

from brm_app.briefing.desk import Desk
from brm_app.briefing.logo import draw_logo, square_for
from brm_app.briefing.looks import INK, INK2, sans, serif
from brm_app.briefing.parts import set_part, set_parts
from brm_app.briefing.pen import Pen
from brm_app.briefing.sections import key_of
from brm_app.briefing.strips import Band, Strip, banded, baseline, draw_all, gap, glued, spaced, total
from brm_app.briefing.tags import group
from brm_app.briefing.text import Style, set_text
from brm_app.domain.content import Document, Facts, Meta

_TILE = 22.3
_HERO = 419.5  # how far the warm ground of the staff cover reaches down at least
_PARTS_AT = 481.0  # where the parts of the board cover begin at the earliest


def _head(desk: Desk, meta: Meta, top: float) -> Strip:
    """Logo, organisation, and for whom the briefing is."""
    plain = desk.look.name == "board"
    square = square_for(INK if plain else desk.look.accent, "", INK)
    style = sans(10.7, 14, INK, "semibold")
    name = desk.text(meta.organisation, style, desk.width * 0.5 - _TILE) or [gap(0)]
    marking = desk.text(meta.marking, sans(8.6, 12, INK2), desk.width * 0.46, "right") or [gap(0)]
    height = max(_TILE, total(name), total(marking))

    def draw(pen: Pen, x: float, y: float) -> None:
        middle = y + top + height / 2
        draw_logo(pen, desk, meta.logo, meta.organisation, square, (x, middle - _TILE / 2, _TILE))
        draw_all(name, pen, x + _TILE + 9, middle - total(name) / 2)
        draw_all(marking, pen, x + desk.width * 0.54, middle - total(marking) / 2)

    return Strip(top + height, draw)


def _title(desk: Desk, text: str) -> list[Strip]:
    """The title in at most three lines if a readable size allows it."""
    size = desk.look.cover_title
    style = serif(size, size * 1.2, INK, "semibold")
    while size > 17 and len(set_text(text, style, desk.width, desk.shelf)) > (3 if size > 24 else 5):
        size -= 1.5
        style = serif(size, size * 1.2, INK, "semibold")
    return attrs.evolve(desk, level=1).heading(text, style)


def _opening(desk: Desk, meta: Meta, asked: Callable[[Style], list[Strip]] = lambda style: []) -> list[Strip]:
    """Kicker, title, intro, and what is `asked`."""
    kicker = desk.text(meta.kicker, sans(9.9, 14, desk.look.accent, "medium"))
    title = spaced(_title(desk, meta.title), 11.5)
    long = len(meta.intro) > 420
    style = serif(11, 16.6, INK2) if long else serif(13.4, 21, INK2)
    intro = [*desk.text(meta.intro, style, desk.width * 0.87), *asked(style)]
    # Title and intro stay together; a long intro may run on.
    return [*glued([*kicker, *title], to_next=bool(intro)), *spaced(intro, 10.5)]


def staff_cover(desk: Desk, content: Document) -> list[Strip]:
    """Warm ground, the title, then the cards and what people said."""
    head = _head(desk, content.meta, 45.2)
    hero = [head, gap(max(desk.look.cover_top - head.height, 40.0)), *_opening(desk, content.meta)]
    hero.append(gap(max(_HERO - total(hero), 48.0)))

    def backdrop(pen: Pen, x: float, top: float, bottom: float) -> None:
        start = 0.0 if pen.page == 0 else top
        pen.rect(0, start, pen.width, bottom - start, fill=desk.look.paper)
        if pen.page == 0:
            pen.rect(0, 0, pen.width, 8, fill=desk.look.accent)

    return [*banded(hero, Band(backdrop=backdrop)), *spaced(set_parts(desk, content.cover), 34.0)]


def _asked(desk: Desk, content: Document, pages: Mapping[str, int], style: Style) -> list[Strip]:
    """How many decisions are asked for, and where; `pages` is read while drawing, when all pages are known."""
    keys = [key_of(number) for number, section in enumerate(content.sections) if section.kind == "decision"]
    one, tags = len(keys) == 1, (group("P"), group("Link"))

    def draw(pen: Pen, x: float, y: float) -> None:
        many = "One decision is" if one else f"{len(keys)} decisions are"
        where = f"{'on' if one else 'from'} page {pages.get(keys[0], 0) + 1}"
        with pen.tag(*tags):
            for line in set_text(f"{many} asked of you, {where}.", style, desk.width, desk.shelf)[:1]:
                pen.line(line, x, baseline(style, y))
            pen.link(keys[0], x, y, desk.width, style.leading)

    return [Strip(style.leading, draw)] if keys else []


def board_cover(desk: Desk, content: Document, pages: Mapping[str, int]) -> list[Strip]:
    """The title on white with what is asked, then the bar of evidence."""
    head = _head(desk, content.meta, 62.8)
    opening = _opening(desk, content.meta, partial(_asked, desk, content, pages))
    strips = [head, gap(max(desk.look.cover_top - head.height, 40.0)), *opening]
    parts = [part for part in content.cover if not isinstance(part, Facts)]
    return [*strips, *spaced(set_parts(desk, parts), max(_PARTS_AT - total(strips), 36.0))]


def foot_facts(desk: Desk, content: Document, reading_time: str) -> list[Strip]:
    """The facts at the foot of the board's cover, the time to read last."""
    given = [pair for part in content.cover if isinstance(part, Facts) for pair in part.facts]
    return set_part(Facts(facts=(*given, ("Time to read", reading_time))), desk)
