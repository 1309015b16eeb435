"""The bookmarks of sections: nested as the sections are, and in groups where there are very many in a row."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from brm_app.briefing.scripts import outline_text
from brm_app.domain.content import Section

_LONGEST = 200  # entries in a row; checkers and readers give up after 256
_GROUP = 100


@attrs.frozen
class Entry:
    """The bookmark of a section: `depth` is that of the section, `level` that of the bookmark, both from 0.

    `group` is the title of a bookmark over this one and the next ones, where one begins here.
    """

    title: str
    depth: int
    level: int
    group: str = ""


def outline_entries(sections: Sequence[Section]) -> list[Entry]:
    """The bookmarks in order, none of them more than one level below the one before it."""
    titles = [outline_text(section.kicker or section.title) or "Section" for section in sections]
    depths: list[int] = []
    for section in sections:
        depths.append(min(max(section.level - 1, 0), depths[-1] + 1 if depths else 0))
    lowered, groups = [0] * len(depths), [""] * len(depths)
    for row in _rows(depths):
        if len(row) > _LONGEST:
            _group(row, depths, titles, lowered, groups)
    return [Entry(t, d, d + low, g) for t, d, low, g in zip(titles, depths, lowered, groups, strict=True)]


def _rows(depths: Sequence[int]) -> list[list[int]]:
    """The sections that stand in a row under the same one, by number."""
    rows: list[list[int]] = []
    open_rows: list[list[int]] = []
    for number, depth in enumerate(depths):
        del open_rows[depth + 1 :]
        if len(open_rows) == depth:
            open_rows.append([])
            rows.append(open_rows[-1])
        open_rows[depth].append(number)
    return rows


def _group(row: list[int], depths: list[int], titles: list[str], lowered: list[int], groups: list[str]) -> None:
    """Put a row into groups, and all that stands below it one level lower."""
    for at in range(0, len(row), _GROUP):
        members = row[at : at + _GROUP]
        groups[members[0]] = f"{titles[members[0]]} to {titles[members[-1]]}"
    number = row[0]
    while number < len(depths) and depths[number] >= depths[row[0]]:
        lowered[number] += 1
        number += 1
