"""A walk through everything that the window can show: each page with a record open, each panel, each dialog."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QToolButton, QWidget

from brm_app.briefing import typeset
from brm_app.briefing.press import Press
from brm_app.services.issuing import files_of, issues
from brm_app.services.samples import create
from brm_app.ui.guide import Guide
from brm_app.ui.inspector import Inspector
from brm_app.ui.messages.page import MessagesPage
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
    yield from said(hands)
    yield from popups(hands)
    yield from dialogs(hands, folder)
    yield from guide(hands)


def open_sample(hands: Hands, folder: Path) -> None:
    """Opens the sample, with what was issued of it."""
    path = folder / "tour.brm"
    create(path, TODAY, Press(typeset)).close()
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
        if unfold(hands):
            yield f"{name}, unfolded", hands.window
        if name in BEYOND:
            yield from BEYOND[name](hands)
        if name in LISTS:
            hands.click_on(hands.window.sidebar.buttons["settings"])  # whoever looked around may be anywhere
            hands.click_on(hands.window.sidebar.buttons[name])
            rest(hands)
            hands.keys("Return")
            rest(hands)
            yield f"{name}, one open", hands.window


def unfold(hands: Hands) -> bool:
    """Opens the pane beside a page, where large text folded it away; tells whether it had to."""
    page = hands.window.page
    folded = page is not None and [i for i in page.findChildren(Inspector) if i.isVisible() and not i.opened]
    if folded:
        hands.keys("F4")
        rest(hands)
    return bool(folded)


def before_issue(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """What the composer shows of a blocker, of a word that is not known, and before an issue."""
    for audience, keys, shown in (
        ("Board", ("F8",), "a message to approve"),
        ("Board", ("F8", "F8", "F8"), "a figure without a source"),
        ("Board", (), "plain words"),
        ("Staff", ("Ctrl+Return",), "the sheet of an issue"),
    ):
        hands.click(f"audience-{audience}")
        hands.until(lambda: getattr(hands.window.page, "proof", None) and not hands.reads("working"))
        rest(hands)
        hands.keys(*keys)
        if not keys:
            words = hands.find(QListWidget, "findings")
            words.setCurrentRow(3)
            words.setFocus()
            hands.keys("Return")
        rest(hands)
        yield f"composer, {shown}", hands.window
    hands.keys("Esc")
    rest(hands)


def told(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """The matrix of messages: each of its views, a cell where one is missing, and one that waits for approval."""
    page = hands.window.page
    assert isinstance(page, MessagesPage)
    for number, words in ((1, "by audience"), (2, "by date"), (0, "one missing")):
        hands.click(f"coverageView-{number}")
        page.view.setFocus()
        hands.keys("H")
        rest(hands)
        yield f"messages, {words}", hands.window
    assert page.coverage
    page.view.choose(next(c for c in page.coverage.cells() if c.first and c.first.standing == "in review"))
    rest(hands)
    yield "messages, one to approve", hands.window
    page.view.setFocus()
    hands.keys("R")
    rest(hands)
    yield "messages, one to return", hands.window
    hands.keys("Esc")


def register(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """The register with a recalled issue, a file that was identified, and an issue that stands."""
    hands.until_seen("recallHeading")
    rest(hands)
    yield "issued, one recalled", hands.window
    hands.answers.open = hands.workspace.path.with_name("given.pdf")
    hands.answers.open.write_bytes(files_of(hands.workspace, issues(hands.workspace)[0].number)[1])
    hands.click("identifyFile")
    hands.until_seen("identifiedCard")
    rest(hands)
    yield "issued, one identified", hands.window
    hands.find(QWidget, "issuedList").setFocus()
    hands.keys("Down")
    hands.until_seen("issueNumber")
    rest(hands)
    yield "issued, one that stands", hands.window


BEYOND = {"composer": before_issue, "messages": told, "issued": register}
"""What a page shows beyond itself."""


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


def said(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """What the window answers: a sentence with Undo, and what to mend in a field."""
    hands.click_on(hands.window.sidebar.buttons["people"])
    hands.keys("Ctrl+N", "Ctrl+Return")
    rest(hands)
    assert hands.seen("error-name")
    yield "field error", hands.window
    hands.click_on(hands.window.sidebar.buttons["people"])  # whoever looked around may be anywhere
    hands.keys("Ctrl+N")
    hands.fill("field-name", "Ada Moss")
    hands.keys("Ctrl+Return")
    rest(hands)
    assert hands.seen("toastUndo")
    yield "toast", hands.window
    hands.keys("Ctrl+Z")
    rest(hands)


def popups(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """What opens and closes again at a press: the menus, those of buttons, a combo, and a calendar."""
    bar = hands.window.menuBar()
    for action in bar.actions():
        hands.click_on(bar, bar.actionGeometry(action).center())
        yield from popup(hands, f"menu {action.text()}")
    hands.click_on(hands.window.sidebar.buttons["units"])
    rest(hands)
    yield from menu_of(hands, "printUnit")
    hands.click_on(hands.window.sidebar.buttons["composer"])
    rest(hands)
    hands.click("zoom")
    yield from popup(hands, "pop-up of zoom")
    yield from menu_of(hands, "drafts")
    hands.click_on(hands.window.sidebar.buttons["journeys"])
    rest(hands)
    hands.keys("Return")
    rest(hands)
    yield from menu_of(hands, "journeyMore")
    hands.keys("Ctrl+L")
    for name in ("logChip-kind", "logOwner"):
        hands.click(name)
        yield from popup(hands, f"pop-up of {name}")
    hands.click("logChip-units")
    yield from popup(hands, "pop-up of logChip-units")
    hands.keys("Ctrl+L", "Esc")


def menu_of(hands: Hands, name: str) -> Iterator[tuple[str, QWidget]]:
    """The menu of a button; a click would wait until it closes again."""
    button = hands.find(QWidget, name)
    assert isinstance(button, QToolButton | QPushButton)
    menu = button.menu()
    assert menu is not None
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    yield from popup(hands, f"menu of {name}")


def popup(hands: Hands, view: str) -> Iterator[tuple[str, QWidget]]:
    """Shows what has just popped up, and closes it."""
    hands.until(QApplication.activePopupWidget)
    opened = QApplication.activePopupWidget()
    assert opened is not None
    settle()
    yield view, opened
    opened.close()
    settle()


def guide(hands: Hands) -> Iterator[tuple[str, QWidget]]:
    """The user guide, in its own window."""
    hands.window.commands.show_guide()
    hands.front = next(each for each in hands.window.findChildren(Guide) if each.isVisible())
    rest(hands)
    yield "guide", hands.front
    hands.front.close()
    hands.front = None


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
    hands.window.commands.show_backups()
    rest(hands)
    yield "backups, none", hands.top
    hands.top.close()
    hands.window.files.back_up()
    rest(hands)
    hands.window.commands.show_backups()
    hands.until_seen("backups")
    rest(hands)
    yield "backups", hands.top
    hands.top.close()
    settle()


def rest(hands: Hands, ms: int = 250) -> None:
    """Lets a page finish what it does in the background."""
    hands.bot.wait(ms)
    settle()
