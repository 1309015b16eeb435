"""The two looks: colours and type sizes of staff briefings and board packs, all in points."""

from __future__ import annotations

import attrs

from brm_app.briefing.text import Style

INK, INK2, INK3 = "#1E2024", "#50535A", "#686B72"
HAIR, CONTROL, WHITE = "#D9D8D2", "#8A8A83", "#FFFFFF"
GOOD, WARN, BAD = "#2A6F3A", "#8A5300", "#B0261E"
SMALLEST = 8.0


@attrs.frozen(kw_only=True)
class Look:
    """One look. `paper` is the tint of boxes, `panel` that of the large figure's panel."""

    name: str
    accent: str
    muted: str
    paper: str
    panel: str
    body: Style
    cell: Style
    lead: Style
    heading: Style
    title: Style
    quote: Style
    heading_rule: bool
    spine: float = 0.0
    cover_top: float = 0.0
    cover_title: float = 0.0


def sans(size: float, leading: float, colour: str = INK, weight: str = "regular") -> Style:
    """Inter."""
    return Style("sans", weight, size, leading, colour)


def serif(size: float, leading: float, colour: str = INK, weight: str = "regular") -> Style:
    """Source Serif 4."""
    return Style("serif", weight, size, leading, colour)


STAFF = Look(
    name="staff",
    accent="#00697F",
    muted="#528491",
    paper="#FBF5EA",
    panel="#E2F2F5",
    body=sans(10, 15.75),
    cell=sans(9.6, 14.4),
    lead=serif(12, 17.5, INK2),
    heading=serif(12.6, 18, INK, "semibold"),
    title=serif(20, 25.5, INK, "semibold"),
    quote=serif(14.1, 20.4, INK, "italic"),
    heading_rule=False,
    cover_top=152.0,
    cover_title=34.2,
)
BOARD = Look(
    name="board",
    accent="#7A3688",
    muted="#A77BB1",
    paper="#F6F3F7",
    panel="#F6F3F7",
    body=sans(9.4, 13.6),
    cell=sans(8.65, 12),
    lead=serif(11.3, 17.2, INK2),
    heading=sans(9.75, 14, INK, "semibold"),
    title=serif(19.8, 25.5, INK, "semibold"),
    quote=serif(12, 17.4, INK, "italic"),
    heading_rule=True,
    spine=12.0,
    cover_top=223.0,
    cover_title=35.8,
)
# Of what goes to no audience: without the colour of any.
INTERNAL = attrs.evolve(BOARD, accent=INK2, muted=CONTROL, paper="#F3F3EF", panel="#F3F3EF")
NOTE = sans(8.2, 11.6, INK2)
SMALL = sans(SMALLEST, 11, INK3)
HEADER_CELL = sans(SMALLEST, 11, INK3, "medium")
KICKER = sans(SMALLEST, 11, INK, "semibold")


def look_of(name: str) -> Look:
    """The look of that name; any audience that is not staff gets the board's sober one."""
    return {"staff": STAFF, "internal": INTERNAL}.get(name, BOARD)
