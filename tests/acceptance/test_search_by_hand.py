"""Finding people, and who answers for what, in the whole window with the keys alone; counts of keys are printed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui.searching.panel import SearchPanel
from brm_app.ui.sidebar import PLACES
from tests.acceptance.hands import Hands
from tests.services.issuing.ready import fill, issued

TODAY = dt.date(2026, 11, 19)


class Counting:
    """Presses keys and counts them."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.keys = hands, 0

    def press(self, *keys: str) -> None:
        """Keys, or several at once such as Ctrl+K, which is one act."""
        self.keys += len(keys)
        self.hands.keys(*keys)

    def write(self, text: str) -> None:
        """Each character is one key."""
        self.keys += len(text)
        self.hands.write(text)

    def tell(self, task: str, ideal: int) -> None:
        """Prints the count beside the ideal, and keeps to it."""
        print(f"{task}: {self.keys} keys, ideal {ideal}")
        assert self.keys <= ideal


@pytest.fixture
def person(hands: Hands, tmp_path: Path) -> Hands:
    """Somebody who works in the sample workspace."""
    path = tmp_path / "sample.brm"
    create(path, TODAY).close()
    hands.window.open_path(path)
    hands.until(lambda: hands.window.desk is not None)
    hands.until(lambda: hands.window.isActiveWindow())
    return hands


def title_shown(hands: Hands) -> str:
    """The last of the breadcrumbs."""
    assert hands.window.page is not None
    return hands.window.page.crumbs()[-1]


def test_a_person_is_found_with_five_keys(person: Hands) -> None:
    count = Counting(person)
    count.press("Ctrl+K")
    count.write("nia")
    count.press("Return")
    person.until(lambda: title_shown(person) == "Niamh Castellanos")
    count.tell("find a person", 5)


def test_who_handles_something_for_a_unit_is_asked_in_words(person: Hands) -> None:
    words = "who handles medicines for pharmacy"
    count = Counting(person)
    count.press("Ctrl+K")
    count.write(words)
    panel = person.window.findChild(SearchPanel)
    assert panel is not None
    person.until(lambda: any("Matthias Aderonke" in row.title for row in panel.answers.rows.rows))
    count.press("Return")
    person.until(lambda: title_shown(person) == "Matthias Aderonke")
    count.tell("who handles X for unit Y, besides the words", 2 + len(words))


def test_esc_leads_back_to_where_the_person_was(person: Hands) -> None:
    before = person.window.focusWidget()
    person.keys("Ctrl+K")
    field = person.window.focusWidget()
    assert isinstance(field, QLineEdit)
    person.write("pharm")
    person.keys("Escape")
    assert (field.text(), field.hasFocus()) == ("", True)
    person.keys("Escape")
    assert person.window.focusWidget() is before


def test_an_action_of_the_menus_is_found_by_its_words(person: Hands) -> None:
    person.window.go("people")
    person.keys("Ctrl+K")
    person.write("settings")
    person.keys("Return")
    person.until(lambda: person.window.page is not None and person.window.page.name == "settings")
    person.keys("Ctrl+K")
    person.write("welcome")
    person.keys("Return")
    person.until(lambda: person.window.first.isVisible())


LEADS = {
    "pharmacy": "units",
    "carechart": "projects",
    "new nurse, first month": "journeys",
    "a trial date for the label printer": "promises",
    "label jams a month": "projects",
    "forty labels in a row": "touchpoints",
    "match driver and printer": "decisions",
}


@pytest.mark.parametrize("words", [words for words, name in LEADS.items() if name in {p.name for p in PLACES}])
def test_an_answer_leads_to_the_page_that_shows_it(person: Hands, words: str) -> None:
    person.keys("Ctrl+K")
    person.write(words)
    person.keys("Return")
    person.until(lambda: person.window.page is not None and person.window.page.name == LEADS[words])
    person.until(lambda: person.window.page is not None and person.window.page.shown_record())


def test_the_number_of_an_issue_leads_to_it_in_the_register(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "issued.brm"
    made = Workspace.create(path, "Meridian")
    fill(made)
    first, board = issued(made).number, issued(made, "Board").number
    made.close()
    hands.window.open_path(path)
    hands.until(lambda: hands.window.desk is not None and hands.window.isActiveWindow())
    hands.keys("Ctrl+K")
    hands.write(first.lower())
    hands.keys("Return")
    hands.until(lambda: hands.window.page is not None and hands.window.page.name == "issued")
    hands.until(lambda: hands.window.page is not None and hands.window.page.shown_record() == first)
    hands.click("issuedAudience-1")  # the staff's only: the other is found all the same
    hands.keys("Ctrl+K")
    hands.write(board)
    hands.keys("Return")
    hands.until(lambda: hands.window.page is not None and hands.window.page.shown_record() == board)


def test_a_word_to_explain_opens_its_form_in_the_settings(person: Hands) -> None:
    person.keys("Ctrl+K")
    person.write("uplift")
    person.keys("Down", "Return")
    person.until(lambda: person.window.page is not None and person.window.page.name == "settings")
    person.until(lambda: person.reads("field-word") == "uplift")


def test_a_hole_leads_to_where_someone_is_named(person: Hands) -> None:
    person.keys("Ctrl+K")
    person.write("who handles payroll for finance")
    person.keys("Return")
    person.until(lambda: person.window.page is not None and person.window.page.name == "people")
    person.until(lambda: person.seen("coverageList"))


@pytest.mark.parametrize(
    ("words", "focus"), [("password resets a month", "benefitsTable"), ("less time hunting", "message-staff")]
)
def test_a_benefit_or_a_message_is_shown_on_the_page_of_its_project(person: Hands, words: str, focus: str) -> None:
    person.keys("Ctrl+K")
    person.write(words)
    person.keys("Return")
    person.until(lambda: person.seen(focus) and person.seen(focus)[0].hasFocus())
    assert person.seen("proofPlace")


def test_words_that_are_found_nowhere_can_be_logged_as_they_are(person: Hands) -> None:
    person.keys("Ctrl+K")
    person.write("zzz rang about a qqx")
    panel = person.window.findChild(SearchPanel)
    assert panel is not None
    # The answers to all of it, not to its beginning: what comes between would take the chosen line away.
    person.until(lambda: any("zzz rang about a qqx" in row.title for row in panel.answers.rows.rows))
    person.keys("Down", "Return")
    person.until_seen("logText")
    assert person.reads("logText") == "zzz rang about a qqx"
