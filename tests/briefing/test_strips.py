"""Pages are filled so that what belongs together stays together."""

from __future__ import annotations

from brm_app.briefing.paginate import Frame, Page, Paginator
from brm_app.briefing.sections import tightened
from brm_app.briefing.strips import Band, Strip, glued, held, total
from brm_app.briefing.tables import banded_rows


def strip(height: float = 10, **changes: object) -> Strip:
    return Strip(height, lambda pen, x, y: None, **changes)  # type: ignore[arg-type]


def filled(strips: list[Strip], height: float = 100) -> list[Page]:
    return Paginator(lambda index, key: Frame(0, 0, height)).fill(strips)


def counts(strips: list[Strip], height: float = 100) -> list[int]:
    return [len(page.placed) for page in filled(strips, height)]


def test_strips_fill_a_page_to_its_end() -> None:
    assert counts([strip() for _ in range(25)]) == [10, 10, 5]


def test_a_heading_moves_with_what_follows_it() -> None:
    heading = glued([strip()], to_next=True)
    assert counts([*[strip() for _ in range(9)], *heading, strip(), strip()]) == [9, 3]


def test_a_paragraph_leaves_two_lines_on_either_side_of_a_page_break() -> None:
    assert counts([*[strip() for _ in range(9)], *held([strip() for _ in range(5)])]) == [9, 5]
    assert counts([*[strip() for _ in range(6)], *held([strip() for _ in range(5)])]) == [9, 2]


def test_a_table_leaves_two_rows_on_either_side_and_repeats_its_header() -> None:
    rows = banded_rows([[strip()] for _ in range(12)], strip())
    pages = filled([*[strip() for _ in range(8)], *rows])
    assert [len(page.placed) for page in pages] == [8, 10, 4]
    assert pages[2].placed[0].strip.draw is rows[0].draw


def test_space_above_is_dropped_at_the_top_of_a_page() -> None:
    pages = filled([strip(), strip(95, before=20)])
    assert pages[1].placed[0].y == 0


def test_a_fresh_strip_starts_a_page_unless_there_is_room() -> None:
    assert counts([strip(), strip(fresh=80), strip(fresh=95)]) == [2, 1]


def test_what_is_taller_than_a_page_is_scaled_to_fit() -> None:
    pages = filled([strip(), strip(400), strip()])
    assert len(pages) == 3
    assert pages[1].placed[0].scale == 0.25


def test_a_backdrop_covers_its_part_of_each_page() -> None:
    band = Band(backdrop=lambda pen, x, top, bottom: None)
    pages = filled([strip(), *[strip(band=band) for _ in range(12)]])
    assert [(top, bottom) for page in pages for _, top, bottom in page.bands()] == [(10, 100), (0, 30)]


def test_what_is_a_little_longer_than_a_page_is_set_tighter_and_nothing_else_is() -> None:
    strips = [Strip(100, lambda pen, x, y: None, before=20) for _ in range(5)]
    assert total(strips) == 580
    assert round(total(tightened(strips, 550)), 3) == 550
    assert tightened(strips, 600) == strips
    assert tightened(strips, 500) == strips
