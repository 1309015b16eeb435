"""Typesetting in one pass: parts become strips, strips fill pages, and only then is anything drawn.

All page numbers are known before the first page is drawn, so contents and "page n of N" need no second run.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import attrs

from brm_app.briefing.changes import pages_of
from brm_app.briefing.covers import board_cover, foot_facts, staff_cover
from brm_app.briefing.desk import Desk
from brm_app.briefing.entries import outline_entries
from brm_app.briefing.fonts import Shelf, font
from brm_app.briefing.furniture import FOOT_RULE, MARGIN, Furniture, furnish
from brm_app.briefing.looks import look_of
from brm_app.briefing.paginate import Frame, Page, Paginator
from brm_app.briefing.parts import set_part
from brm_app.briefing.pen import Pen
from brm_app.briefing.result import Place, Typeset
from brm_app.briefing.scripts import outline_text
from brm_app.briefing.sections import contents_strips, flow, key_of, section_strips
from brm_app.briefing.strips import Strip, draw_all, draw_strip, spaced, tagged, total
from brm_app.briefing.tags import PAGE_FOOT, PAGE_HEAD, group
from brm_app.domain.content import Box, Document, Sources
from brm_app.domain.errors import Cancelled
from brm_app.domain.reading import reading_minutes
from brm_app.domain.text import plural

SIZES = {
    "A4": (595.276, 841.89),
    "Letter": (612.0, 792.0),
    # Pages for maps, as much wider as they are higher: on the organisation's paper they print a little smaller.
    "B4 landscape": (1000.63, 708.66),
    "Wide Letter": (1008.0, 778.9),
}
_TOP = {"staff": 62.5, "board": 66.2}
_CONTENTS_FROM = 7  # a short staff briefing needs no contents
_KEEP = "Nothing was saved."
Places = tuple[Place, ...]


@attrs.define
class _Job:
    """One briefing on its way to the page."""

    content: Document
    size: tuple[float, float]
    desk: Desk
    cover_desk: Desk
    furniture: Furniture
    minutes: int
    following: int
    foot: list[Strip]
    pages: list[Page]
    starts: dict[str, int]
    contacts_told: bool = False

    @property
    def reading_time(self) -> str:
        own = f"{plural(len(self.pages), 'page')}, {plural(self.minutes, 'minute')}"
        return f"{own}, and {plural(self.following, 'page')} of appendices" if self.following else own


def typeset(
    content: Document,
    on_page: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    following: int = 0,
) -> Typeset:
    """Typeset a briefing.

    `on_page` is told the number of each page as it is drawn, from 1; `cancelled` is asked before
    each section and each page; `following` pages of appendices will stand behind and are counted in
    every "n of N". Raises Cancelled. The same content gives the same bytes.
    """
    with _undisturbed():
        asked = cancelled or (lambda: False)
        job = _laid_out(content, following, asked)
        pdf, places = _drawn(job, on_page, asked)
        return _result(job, pdf, places)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without the search for garbage, of which typesetting makes little: it would look through all pages again."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.enable()


def _drawn(job: _Job, on_page: Callable[[int], None] | None, asked: Callable[[], bool]) -> tuple[bytes, Places]:
    """The pages on paper, and what stands where. The pen goes with what it held, which for many pages is a lot."""
    pen = _pen(job.content, job.size, job.starts)
    for index, page in enumerate(job.pages):
        _check(asked)
        _draw_page(job, pen, index, page)
        page.placed.clear()
        if on_page:
            on_page(index + 1)
    made = pen.finish(), tuple(pen.places)
    pen.tags.forget()
    return made


def _check(asked: Callable[[], bool]) -> None:
    if asked():
        raise Cancelled(f"Typesetting was cancelled. {_KEEP}")


def _desk(content: Document, width: float, height: float) -> Desk:
    linked = any(isinstance(part, Sources) for section in content.sections for part in section.parts)
    return Desk(
        look=look_of(content.meta.look),
        shelf=Shelf(),
        width=width,
        tall=height * 0.5,
        figures=content.figures,
        linked=linked,
        language=content.meta.language,
    )


def _laid_out(content: Document, following: int, asked: Callable[[], bool]) -> _Job:
    size = SIZES.get(content.meta.page_size, SIZES["A4"])
    desk = _desk(content, size[0] - 2 * MARGIN, size[1])
    job = _Job(
        content=content,
        size=size,
        desk=desk,
        cover_desk=desk.narrowed(desk.width - desk.look.spine).under(),
        furniture=furnish(content, desk, size),
        minutes=0,
        following=following,
        foot=[],
        pages=[],
        starts={},
    )
    _fill(job, asked)
    return job


def _fill(job: _Job, asked: Callable[[], bool]) -> None:
    content, minutes = job.content, reading_minutes(job.content)
    job.minutes = minutes.total
    if job.desk.look.name == "board" and not content.alone:
        longest = "1000 pages, 1000 minutes" + (", and 1000 pages of appendices" if job.following else "")
        job.foot = foot_facts(job.cover_desk, content, longest)
    strips = [] if content.alone else tagged(_cover(job), group("Sect"))
    if not content.alone and (job.desk.look.name == "board" or len(content.sections) >= _CONTENTS_FROM):
        strips += contents_strips(job.desk, content, minutes, job.starts)
    strips += _body(job, asked)
    job.pages = Paginator(lambda index, key: _frame(job, index, key)).fill(strips)
    for index, page in enumerate(job.pages):
        job.starts.update({key: index for key in page.openings() if key not in job.starts})
    job.desk.pages.update(pages_of(content, job.pages, job.starts))


def _cover(job: _Job) -> list[Strip]:
    board = job.desk.look.name == "board"
    cover = board_cover(job.cover_desk, job.content, job.starts) if board else staff_cover(job.cover_desk, job.content)
    first, *rest = cover

    def draw(pen: Pen, x: float, y: float) -> None:
        pen.bookmark("cover", 0, outline_text(job.content.meta.title) or job.content.meta.organisation)
        first.draw(pen, x, y)

    return [attrs.evolve(first, draw=draw), *rest]


def _body(job: _Job, asked: Callable[[], bool]) -> list[Strip]:
    content = job.content
    set_sections = []
    for number, entry in enumerate(outline_entries(content.sections)):
        _check(asked)
        set_sections.append(section_strips(job.desk, content, number, entry))
    rooms = [_frame(job, 1, key_of(number)).height for number in range(len(set_sections))]
    strips = flow(job.desk, content.sections, set_sections, rooms)
    if content.contact and not job.furniture.contact:
        strips += spaced(set_part(Box(blocks=content.contact.blocks), job.desk), 20)
    return strips


def _frame(job: _Job, index: int, key: str) -> Frame:
    """The frame of a page: the cover's begins at the very top, a project's leaves room for the contacts."""
    look, bottom = job.desk.look, job.size[1] - FOOT_RULE - 9
    if _is_cover(job, index):
        foot = total(job.foot) - 7 if job.foot else 0.0
        return Frame(MARGIN + look.spine, 0.0, bottom - foot)
    if _has_contacts(job, key):
        bottom -= job.furniture.band + 6
    return Frame(MARGIN, _TOP[look.name], bottom)


def _is_cover(job: _Job, index: int) -> bool:
    return index == 0 and not job.content.alone


def _has_contacts(job: _Job, key: str) -> bool:
    kinds = {key_of(number): section.kind for number, section in enumerate(job.content.sections)}
    return bool(job.furniture.contact) and kinds.get(key) == "project"


def _pen(content: Document, size: tuple[float, float], starts: dict[str, int]) -> Pen:
    font("InterTabular_400Regular")
    pen = Pen(content, size)
    names = {key_of(number): outline_text(s.kicker or s.title) for number, s in enumerate(content.sections)}
    pen.links = {key: f"{names.get(key, '')}, page {page + 1}".removeprefix(", ") for key, page in starts.items()}
    if any(isinstance(part, Sources) for section in content.sections for part in section.parts):
        pen.links |= {
            f"figure-{f.number}": outline_text(f"Source of {f.number}, {f.label or f.text}") for f in content.figures
        }
    canvas, meta = pen.canvas, content.meta
    canvas.setTitle(outline_text(meta.title) or outline_text(meta.organisation) or "Briefing")
    canvas.setAuthor(outline_text(meta.organisation))
    canvas.setSubject(outline_text(meta.kicker))
    canvas.setCreator("Liaison")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _date(canvas, meta.as_of)
    return pen


def _date(canvas: Any, as_of: str) -> None:
    """The document's own date: that of its content, for a clock would change the bytes."""
    day = date.fromisoformat(as_of)
    canvas._doc._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)


def _draw_page(job: _Job, pen: Pen, index: int, page: Page) -> None:
    if not _is_cover(job, index):
        with pen.tag(PAGE_HEAD):
            job.furniture.head(pen)
    elif job.desk.look.spine:
        pen.rect(0, 0, job.desk.look.spine, job.size[1], fill=job.desk.look.accent)
    for band, top, bottom in page.bands():
        if band.backdrop:
            band.backdrop(pen, page.frame.x, top, bottom)
    for item in page.placed:
        with pen.scaled(item.scale, page.frame.x, item.y):
            draw_strip(item.strip, pen, page.frame.x, item.y)
    _draw_foot(job, pen, index, page)
    job.furniture.draft(pen)
    pen.end_page()


def _draw_foot(job: _Job, pen: Pen, index: int, page: Page) -> None:
    if _is_cover(job, index) and job.foot:
        foot = foot_facts(job.cover_desk, job.content, job.reading_time)
        draw_all(foot, pen, page.frame.x, job.size[1] - 43 - total(foot))
        return
    if page.frame.bottom < job.size[1] - FOOT_RULE - 10:
        # The contacts are the same on every page: a listener hears them once.
        with pen.tag(*([PAGE_FOOT] if job.contacts_told else [])):
            job.furniture.contacts(pen)
        job.contacts_told = True
    number = f"{index + 1} of {len(job.pages) + job.following}"
    with pen.tag(PAGE_FOOT):
        cover = _is_cover(job, index)
        job.furniture.footer(pen, job.reading_time if cover else number, cover)


def _result(job: _Job, pdf: bytes, places: Places) -> Typeset:
    sections = job.content.sections
    starts = tuple((s.kicker or s.title, job.starts[key_of(n)]) for n, s in enumerate(sections))
    return Typeset(
        pdf=pdf,
        pages=len(job.pages),
        minutes=job.minutes,
        places=places,
        sections=starts,
        missing="".join(sorted(job.desk.shelf.missing)),
    )
