"""A walk through everything that the window can show: each page with a record open, each panel, each dialog."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from brm_app.services.samples import create
from brm_app.ui.sidebar import PLACES
from tests.acceptance.hands import Hands
from tests.acceptance.painted import settle

PAGES = tuple(place.name for place in PLACES)
SIZE = (1440, 900)
TODAY = dt.date(2026, 11, 22)
LISTS = ("projects", "journeys", "people")  # Enter opens the chosen row as a page of its own
LINE = "Call Pharmacy: labels jam on every second box :2 answer @tomorrow"
PEOPLE = """Position title;Name;Dept;Extn;Email;Notes
Nurse Unit Manager;Ada Moss;acute wards;4402;ada@example.org;
Ward Clerk;Ben Ash;Dept 9;4403;ben@example.org;has dog
Pharmacist;Cy Dunn;Pharmacy;4404;cy@example.org;
"""


def everything(hands: Hands, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """The first page, then all pages, panels and dialogs over the sample; each with the window it is in."""
    hands.window.resize(*SIZE)
    settle()
    yield "first run", hands.window
    open_sample(hands, folder)
    yield from pages(hands)
    yield from panels(hands)
    yield from dialogs(hands, folder)


def open_sample(hands: Hands, folder: Path) -> None:
    """Opens the sample."""
    path = folder / "tour.brm"
    create(path, TODAY).close()
    hands.window.open_path(path)
    hands.until(lambda: hands.window.desk)


def pages(hands: Hands, names: tuple[str, ...] = PAGES) -> Iterator[tuple[str, QWidget]]:
    """Every page, and where a list opens its records as pages, one of these too."""
    for name in names:
        hands.click_on(hands.window.sidebar.buttons[name])
        if name == "composer":
            hands.until(lambda: getattr(hands.window.page, "proof", None))
        rest(hands)
        yield name, hands.window
        if name in LISTS:
            hands.click_on(hands.window.sidebar.buttons["settings"])  # whoever looked around may be anywhere
            hands.click_on(hands.window.sidebar.buttons[name])
            rest(hands)
            hands.keys("Return")
            rest(hands)
            yield f"{name}, one open", hands.window


def panels(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """What floats over a page."""
    hands.click_on(hands.window.sidebar.buttons["units"])
    hands.keys("Ctrl+L")
    hands.write(LINE)
    rest(hands)
    yield "quick log", hands.window
    hands.keys("Ctrl+L", "Esc", "Ctrl+K")
    hands.write("pharm")
    rest(hands)
    yield "search", hands.window
    hands.keys("Ctrl+K", "Esc", "F1")
    rest(hands)
    yield "all keys", hands.window
    hands.keys("Esc")


def dialogs(hands: Hands, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Import, before a file is chosen and with rows to mend, and the backups."""
    hands.keys("Ctrl+Shift+I")
    hands.until_seen("drop")
    yield "import, empty", hands.top
    hands.answers.open = folder / "people.csv"
    hands.answers.open.write_text(PEOPLE, "utf-8")
    hands.choose("kind", "People")
    hands.click("drop")
    hands.until_seen("refused")
    rest(hands)
    yield "import", hands.top
    hands.top.close()
    settle()


def rest(hands: Hands, ms: int = 250) -> None:
    """Lets a page finish what it does in the background."""
    hands.bot.wait(ms)
    settle()
