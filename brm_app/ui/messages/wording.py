"""What the cells of the coverage matrix say, on the screen and to who can't see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from brm_app.domain.days import DAYS, short_day
from brm_app.domain.records import Rollout
from brm_app.domain.text import plural
from brm_app.services.proving import AGAIN
from brm_app.services.telling.cells import FRESH, MISSING, STALE, WAITING, Cell
from brm_app.services.telling.matrix import Coverage, Row
from brm_app.services.telling.views import Spot
from brm_app.ui.projects.told import AGES, MONTHS

NONE = "–"
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
LEGEND = (
    (FRESH, "Fresh"),
    (STALE, "Stale, past its cadence"),
    (WAITING, "Waiting for approval"),
    (AGAIN, "Approve again"),
    (MISSING, "Missing, nobody told"),
    ("", "Does not concern them"),
)
NEAR = 60  # days ahead that are named by their day; later ones by their month


def age(days: int) -> str:
    """`today`, `9 d`, `5 mo`."""
    if days <= 0:
        return "today"
    return f"{days} d" if days <= AGES else f"{round(days / MONTHS)} mo"


def spot_words(spot: Spot | None, today: dt.date) -> str:
    """What a place of a view says."""
    if spot is None:
        return NONE
    if len(spot.parts) == 1:
        return cell_words(spot.cell, today)
    return f"{spot.alike} {spot.state}" if spot.alike == len(spot.parts) else _some(spot)


def _some(spot: Spot) -> str:
    return f"{spot.alike} of {len(spot.parts)} {spot.state}"


def cell_words(cell: Cell, today: dt.date) -> str:
    """`9 d`, `in review`, `approve again`, `missing`, `not told`, `by 27 Nov`, `2 d late`."""
    first = cell.first
    if first is None or cell.state == AGAIN:
        return cell.state
    if cell.state == WAITING:
        return first.standing
    if first.told:
        return age((today - first.told).days)
    if first.until is None:
        return "not told"
    late = (today - first.until).days
    return f"{late} d late" if late > 0 else f"by {due_day(first.until, today)}"


def due_day(day: dt.date, today: dt.date) -> str:
    """`today`, `tomorrow`, `Fri`, then `27 Nov`."""
    ahead = (day - today).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    return DAYS[day.weekday()] if 0 < ahead < 7 else short_day(day, today)


def spoken(spot: Spot | None, row: Row, column: str, today: dt.date) -> str:
    """`Ward Wi-Fi, Residential Living: missing, 1,477 people not told`."""
    where = f"{row.project.name}, {column}"
    if spot is None:
        return f"{where}: does not concern them"
    cell = spot.cell
    said = spot_words(spot, today)
    if len(spot.parts) == 1 and cell.state in (FRESH, STALE) and cell.told:
        days = (today - cell.told).days
        said = f"{cell.state}, told {plural(days, 'day')} ago" if days else f"{cell.state}, told today"
    elif len(spot.parts) == 1 and said != cell.state:
        said = f"{cell.state}, {said}"
    people = sum(part.people for part in spot.parts if part.told is None)
    return f"{where}: {said}" + (f", {plural(people, 'person', 'people')} not told" if people else "")


def summary(coverage: Coverage) -> str:
    """`6 missing, 4 stale, 3 waiting for approval`."""
    counts = coverage.counts()
    named = ((MISSING, "missing"), (STALE, "stale"), (WAITING, "waiting for approval"))
    return ", ".join(f"{counts[state]:,} {words}" for state, words in named if counts[state]) or "Everybody is told"


def untold(coverage: Coverage) -> str:
    """`1,477 people were never told of a project that concerns them`; nothing where everybody was."""
    people = coverage.untold()
    said = f"{plural(people, 'person was', 'people were')} never told of a project that concerns them"
    return said if people else ""


def whereabouts(row: Row, today: dt.date) -> str:
    """How far a project has come: `Live 2 of 4 groups`, `Live`, `1 December`, `February`."""
    stops, status = row.stops, row.project.status
    done = sum(stop.done for stop in stops)
    if done and done < len(stops):
        return f"Live {done} of {len(stops)} groups"
    if status == "live" or (done and done == len(stops)):
        return "Live"
    if status in ("stopped", "paused"):
        return status.capitalize()
    day = next_day(stops, row.project.live, today)
    return named_day(day, today) if day else "No day set"


def next_day(stops: Sequence[Rollout], live: dt.date | None, today: dt.date) -> dt.date | None:
    """The next day on which the project reaches somebody."""
    return min((stop.date for stop in stops if stop.date and stop.date >= today), default=live)


def named_day(day: dt.date, today: dt.date) -> str:
    """`1 December`; further away `February`, or `Feb 2028`."""
    month = MONTH_NAMES[day.month - 1]
    if abs((day - today).days) <= NEAR:
        return f"{day.day} {month}"
    return month if 0 < (day - today).days < 330 else f"{month[:3]} {day.year}"


def go_live(day: dt.date | None, today: dt.date) -> str:
    """`Reaches them Tue 1 December, in 12 days`; in another year `Reaches them 1 Feb 2027, in 74 days`."""
    if day is None:
        return "No day is set on which it reaches them"
    month = MONTH_NAMES[day.month - 1]
    near = day.year == today.year
    said = f"{DAYS[day.weekday()]} {day.day} {month}" if near else f"{day.day} {month[:3]} {day.year}"
    ahead = (day - today).days
    if ahead > 0:
        return f"Reaches them {said}, in {plural(ahead, 'day')}"
    return f"Reaches them {said}, today" if ahead == 0 else f"Reached them {said}"
