"""What the sample briefings are made of."""

from __future__ import annotations

import base64

from brm_app.domain.content import (
    Brand,
    Cell,
    Column,
    Figure,
    Meta,
    Picture,
    Run,
    Table,
    plain,
)

BADGE = """<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">
<rect width="256" height="256" rx="44" fill="#34327B"/>
<g fill="none" stroke="#F4B740" stroke-width="12" stroke-linejoin="round">
<rect x="84" y="82" width="88" height="104" rx="12"/><rect x="112" y="66" width="32" height="24" rx="4"/>
<circle cx="128" cy="126" r="14"/><path d="M104 164 q24 -26 48 0"/></g></svg>"""


def picture(data: bytes, media_type: str = "image/svg+xml") -> Picture:
    """Those bytes as a logo."""
    return Picture(media_type=media_type, data=base64.b64encode(data).decode(), alt="A badge")


def meta(look: str, **changes: object) -> Meta:
    """What is true of the whole sample."""
    board = look == "board"
    values: dict[str, object] = {
        "look": look,
        "organisation": "Meridian Health",
        "audience": "Board" if board else "Staff",
        "title": "$1.07 m a year is now measured, not promised"
        if board
        else "Less typing, less walking, more time with people",
        "kicker": "IT board pack, fourth quarter 2026" if board else "IT news for staff, November 2026",
        "short_kicker": "IT board pack, Q4 2026" if board else "IT news for staff, November 2026",
        "intro": "Two projects deliver what was promised. Two are estimated and one is only claimed by its supplier."
        if board
        else "Three things change this winter. Here is the time you get back and what to do.",
        "marking": "For the board. Not for wider circulation."
        if board
        else "For everyone on the wards and in the homes",
        "as_of": "2026-10-31",
        "as_of_text": "31 October 2026",
        "page_size": "A4",
        "language": "en-US",
    }
    return Meta(**{**values, **changes})  # type: ignore[arg-type]


def brand(name: str = "One Sign-on", tagline: str = "Tap your badge. You’re in.", logo: bool = True) -> Brand:
    """A project's head."""
    return Brand(
        name=name,
        tagline=tagline,
        logo=picture(BADGE.encode()) if logo else None,
        colour="#34327B",
        second_colour="#F4B740",
    )


def row(*texts: str) -> tuple[Cell, ...]:
    """A row of plain cells."""
    return tuple(Cell(runs=plain(text)) for text in texts)


def places_table() -> Table:
    """Where to find us."""
    rows = (
        ("Elm Court", "Beside the lunch room", "Thursdays, 12:00 to 14:00"),
        ("Main site", "Front entrance, by the coffee cart", "Weekdays, 07:00 to 10:00"),
        ("Harbour View", "Activity room", "1 and 3 December, 13:00 to 15:00"),
    )
    return Table(
        columns=(Column(title="Site", width=0.23), Column(title="Where", width=0.37), Column(title="When", width=0.4)),
        rows=tuple(
            (Cell(runs=(Run(text=site, style="strong"),)), Cell(runs=plain(where)), Cell(runs=plain(when)))
            for site, where, when in rows
        ),
        caption="Where to find us",
        header=False,
    )


_FIGURES = (
    (
        "$721 k",
        "clinical time",
        "14 min × 640 staff × 210 shifts × $46 an hour, half counted",
        "Log-in records, 4,212 sessions",
        "Director of Nursing",
        "measured",
        721,
    ),
    (
        "$180 k",
        "resets",
        "1,070 fewer a month × 12 × $14",
        "Service desk",
        "Service desk manager",
        "measured",
        180,
    ),
    (
        "$166 k",
        "duplicate tests",
        "13 fewer per 1,000 × 41,200 admissions × $310",
        "Laboratory system",
        "Director of Medicine",
        "measured",
        166,
    ),
    (
        "$1,154 k",
        "chart time",
        "16 min × 896 nurses × 210 shifts × $46, half counted",
        "Time study, two wards",
        "Director of Nursing",
        "estimated",
        1154,
    ),
    (
        "$208 k",
        "calls",
        "287 fewer a week × 52 × $13.94",
        "Exchange logs, two wards",
        "Networks manager",
        "estimated",
        208,
    ),
    (
        "$240 k",
        "stock",
        "Supplier case, not checked",
        "Supplier letter, 4 Nov",
        "Director of Pharmacy",
        "told",
        240,
    ),
)


def figures() -> tuple[Figure, ...]:
    """The passports of the sample's figures."""
    return tuple(
        Figure(
            number=f"F{number}",
            label=label,
            text=text,
            record=f"benefits/{number}",
            as_of="2026-10-31",
            evidence=evidence,
            owner=owner,
            source=source,
            derivation=derivation,
            value=float(value),
            unit="USD",
        )
        for number, (text, label, derivation, source, owner, evidence, value) in enumerate(_FIGURES, 1)
    )
