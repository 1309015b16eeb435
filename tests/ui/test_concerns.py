"""Concerns are kept in a place of their own: written down, closed, found and counted."""

import datetime as dt

from brm_app.domain.records import Concern, Unit
from brm_app.services.finding import Finder
from brm_app.ui.sidebar import KEYS, PLACES
from tests.keeping import keep
from tests.ui.conftest import Driver

TODAY = dt.date(2026, 11, 19)


def test_a_concern_is_written_down_and_closed_by_hand(driver: Driver) -> None:
    driver.press("place-concerns")
    driver.press("emptyAdd")
    driver.type("field-words", "Labels jam at the hatch")
    driver.press("save")
    (made,) = driver.workspace.find(Concern)
    assert (made.words, made.state) == ("Labels jam at the hatch", "open")
    assert made.raised_on is not None
    driver.until(lambda: driver.window.sidebar.buttons["concerns"].count == "1")
    assert driver.window.sidebar.buttons["concerns"].accessibleDescription() == "1 open of 1"


def test_a_concern_is_found_by_its_words(driver: Driver) -> None:
    pharmacy = Unit(name="Pharmacy")
    keep(driver.workspace, pharmacy, Concern(words="Labels jam at the hatch", unit=pharmacy.id, raised_on=TODAY))
    (found,) = Finder(driver.workspace).find("labels", TODAY)
    assert (found.place, found.about, found.right) == ("concerns", "Open, Pharmacy", TODAY)


def test_nine_places_have_a_digit_and_no_key_is_given_twice() -> None:
    assert len(set(KEYS.values())) == len(KEYS) == min(9, sum(place.keyed for place in PLACES))
    assert set(KEYS.values()) <= {f"Ctrl+{digit}" for digit in range(1, 10)}
