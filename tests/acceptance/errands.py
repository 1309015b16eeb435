"""What a person came to a page for: acts that its page alone has, each done by the mouse and the keys."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from brm_app.ui.composer.page import ComposerPage
from tests.acceptance.hands import Hands
from tests.acceptance.painted import settle

Errand = Callable[[Hands, random.Random], None]
SAID = ("The keyboard sticks", "Asked again in spring", "Nobody told us why", "Ready on day one")
LONGEST = 6_000  # ms that a person waits for pages
SHEET = "calendar-"


def run(hands: Hands, chance: random.Random, place: str) -> str:
    """Does one of the errands of a place; returns what it was called, or nothing where there is none."""
    known = ERRANDS.get(place, ())
    if not known:
        return ""
    errand = chance.choice(known)
    errand(hands, chance)
    settle()
    return errand.__name__


def _words(chance: random.Random) -> str:
    return f"{chance.choice(SAID)} {chance.randrange(1000)}"


def _click(hands: Hands, name: str) -> bool:
    """Presses a button, where it is there and can be pressed."""
    found = [each for each in hands.seen(name) if each.isEnabled()]
    if found:
        hands.click_on(found[0])
        settle()
    return bool(found)


def _pick(hands: Hands, chance: random.Random, name: str) -> bool:
    """Clicks a row of a list, where there is one."""
    found = hands.seen(name)
    view = found[0] if found else None
    if not isinstance(view, QAbstractItemView) or not view.model().rowCount():
        return False
    index = view.model().index(chance.randrange(min(12, view.model().rowCount())), 0)
    view.scrollTo(index)
    hands.click_on(view.viewport(), view.visualRect(index).center())
    hands.bot.wait(30)
    return True


def _put(hands: Hands, field: QWidget, words: str) -> None:
    """Types over what a field holds."""
    hands.click_on(field, QPoint(12, min(12, field.height() // 2)))
    hands.keys("Ctrl+A", "Delete")
    hands.write(words)


def _fields(hands: Hands) -> list[QWidget]:
    """The texts and days of the form that is shown."""
    page = hands.window.page
    return [
        each
        for each in (page.findChildren(QWidget) if page else ())
        if isinstance(each, QLineEdit | QPlainTextEdit)
        and each.objectName().startswith("field-")
        and each.isVisible()
        and each.isEnabled()
        and not isinstance(each.parentWidget(), QComboBox)
    ]


def change_a_field(hands: Hands, chance: random.Random) -> None:
    """Types into a field of the form and saves."""
    fields = [each for each in _fields(hands) if isinstance(each, QPlainTextEdit)]
    if fields:
        _put(hands, chance.choice(fields), _words(chance))
        hands.keys("Ctrl+Return")


def take_a_day(hands: Hands, chance: random.Random) -> None:
    """Takes a day from the calendar beside a field and saves."""
    page = hands.window.page
    found = [b for b in page.findChildren(QToolButton) if b.objectName().startswith(SHEET)] if page else []
    shown = [button for button in found if button.isVisible()]
    if not shown:
        return
    hands.click_on(chance.choice(shown))
    hands.keys(*(chance.choice(("Left", "Right", "Up", "Down", "PgUp", "PgDown")) for _ in range(3)), "Return")
    if not QApplication.activePopupWidget():
        hands.keys("Ctrl+Return")


def begin_and_save(hands: Hands, chance: random.Random) -> None:
    """Begins a record, types its first words and saves it."""
    hands.keys("Ctrl+N")
    settle()
    fields = _fields(hands)
    if fields:
        _put(hands, fields[0], _words(chance))
        hands.keys("Ctrl+Return")


def choose_a_state(hands: Hands, chance: random.Random) -> None:
    """Says how what is shown stands now."""
    found = hands.seen("field-state")
    if found and isinstance(found[0], QComboBox):
        combo = found[0]
        hands.choose("field-state", combo.itemText(chance.randrange(combo.count())))
        hands.keys("Ctrl+Return")


def of_a_row(name: str, then: Errand) -> Errand:
    """The errand with another row of the list."""

    def errand(hands: Hands, chance: random.Random) -> None:
        if _pick(hands, chance, name):
            then(hands, chance)

    errand.__name__ = then.__name__
    return errand


def write_an_option(hands: Hands, chance: random.Random) -> None:
    """Adds an option to a decision, or changes the first one."""
    if _pick(hands, chance, "decisionsList") and _click(hands, chance.choice(("addOption", "editOption-0"))):
        fields = hands.seen("field-name")
        if fields:
            _put(hands, fields[-1], _words(chance))
            hands.keys("Ctrl+Return")


def act_in_the_matrix(hands: Hands, chance: random.Random) -> None:
    """Approves, returns, tells or writes in a cell of the matrix; or goes to the next hole and fills it."""
    view = hands.seen("coverage")
    if not view:
        return
    matrix = view[0]
    assert isinstance(matrix, QAbstractItemView)
    model = matrix.model()
    index = model.index(chance.randrange(model.rowCount()), chance.randrange(model.columnCount()))
    matrix.scrollTo(index)
    hands.click_on(matrix.viewport(), matrix.visualRect(index).center())
    matrix.setFocus()
    key = chance.choice(("A", "R", "T", "E", "H", "Delete"))
    hands.keys(key)
    settle()
    if key in ("E", "H"):
        hands.keys(*(("Return",) if key == "H" else ()))
        fields = hands.seen("field-body")
        if fields:
            _put(hands, fields[0], _words(chance))
            hands.keys(chance.choice(("Ctrl+Return", "Ctrl+S")))
    elif hands.seen("returnReason"):
        hands.write(_words(chance))
        hands.keys("Return")


def mend_before_issue(hands: Hands, chance: random.Random) -> None:
    """Goes to the cause of a blocker and mends it where it is."""
    _click(hands, chance.choice(("audience-Staff", "audience-Board")))
    page = hands.window.page
    assert isinstance(page, ComposerPage)
    hands.bot.waitUntil(lambda: bool(page.proof) and not hands.reads("working"), timeout=LONGEST)
    hands.keys(*["F8"] * chance.randrange(1, 5))
    settle()
    key = chance.choice(("A", "T", "field", "word"))
    if key == "word":
        _click(hands, "changeWord-0")
    elif key == "field":
        found = [each for name in ("mendField", "passportSource", "passportAsOf") for each in hands.seen(name)]
        if found:
            dated = found[0].objectName() == "passportAsOf"
            _put(hands, found[0], f"{dt.date.today():%Y-%m-%d}" if dated else _words(chance))
            hands.keys("Ctrl+Return")
    else:
        hands.keys(key)


def tell_of_an_issue(hands: Hands, chance: random.Random) -> None:
    """Notes who was given an issue, ticks who was told again, or begins the correction."""
    if not _pick(hands, chance, "issuedList"):
        return
    what = chance.choice(("issueTold", "issueTold", "tick", "markAllTold", "writeCorrection"))
    if what == "issueTold" and hands.seen(what):
        _put(hands, hands.seen(what)[0], _words(chance))
        hands.keys("Return")
    elif what == "tick":
        ticks = [each for number in range(9) for each in hands.seen(f"told-{number}") if isinstance(each, QCheckBox)]
        if ticks:
            hands.click_on(chance.choice(ticks))
    else:
        _click(hands, what)


def answer_a_promise(hands: Hands, chance: random.Random) -> None:
    """Keeps, breaks, chases or defers a promise."""
    if _pick(hands, chance, "promisesList"):
        key = chance.choice(("K", "B", "C", "D"))
        hands.keys(key)
        if key == "B":
            hands.write(_words(chance))
        hands.keys(*(("Return",) if key in ("B", "D") else ()))


def open_and_act(name: str, keys: tuple[str, ...]) -> Errand:
    """Opens a record of a list as a page of its own and presses the keys of that page, typing where they ask."""

    def act_on_the_page_of_a_record(hands: Hands, chance: random.Random) -> None:
        if not _pick(hands, chance, name):
            return
        hands.keys("Return")
        hands.bot.wait(120)
        hands.keys(*(chance.choice(("Left", "Right", "Up", "Down", "Tab")) for _ in range(chance.randrange(4))))
        hands.keys(chance.choice(keys))
        if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            hands.write(_words(chance))
            hands.keys(chance.choice(("Return", "Ctrl+Return")))

    return act_on_the_page_of_a_record


def print_a_page(hands: Hands, chance: random.Random) -> None:
    """Opens the menu of the pages on a unit and takes one; where to save it is not said."""
    if _pick(hands, chance, "unitsList") and hands.seen("printUnit"):
        QTimer.singleShot(0, lambda: _take_one(chance))  # the menu keeps the click until one is taken
        hands.click("printUnit")


def _take_one(chance: random.Random) -> None:
    menu = QApplication.activePopupWidget()
    if menu is not None:
        for key in (*["Down"] * chance.randrange(1, 4), "Return"):
            QTest.keySequence(menu, key)


def _of_list(name: str) -> tuple[Errand, ...]:
    changing = (change_a_field, take_a_day, choose_a_state)
    return (*(of_a_row(name, each) for each in changing), begin_and_save)


ERRANDS: dict[str, tuple[Errand, ...]] = {
    "concerns": _of_list("concernsList"),
    "decisions": (*_of_list("decisionsList"), write_an_option, write_an_option),
    "touchpoints": (of_a_row("touchpointsList", change_a_field),),
    "messages": (act_in_the_matrix,),
    "composer": (mend_before_issue,),
    "issued": (tell_of_an_issue,),
    "units": (print_a_page, begin_and_save),
    "people": (begin_and_save,),
    "settings": (change_a_field,),
    "promises": (answer_a_promise,),
    "projects": (open_and_act("projectsList", ("A", "T", "N", "E", "R")),),
    "journeys": (open_and_act("journeyList", ("X", "X", "M", "2", "N", "Delete", "Return", "Ctrl+Down")),),
}
"""What there is to do at a place of the sidebar beyond what any page has."""
