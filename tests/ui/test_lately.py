"""A page that was not shown for long goes, and comes back as it was left."""

from __future__ import annotations

import pytest

from brm_app.domain.records import Unit
from brm_app.ui import thrift
from brm_app.ui.lately import LONG
from tests.ui.conftest import Driver


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rests at once."""
    monkeypatch.setattr(thrift, "PAUSE", 1)


def walk(driver: Driver, changes: int) -> None:
    """Goes to and fro between two places."""
    for number in range(changes):
        driver.window.go(("projects", "promises")[number % 2])


def test_a_page_goes_after_many_changes_and_comes_back_as_it_was_left(brisk: None, driver: Driver) -> None:
    with driver.workspace.write("Set up") as batch:
        batch.add(Unit(name="Acute"))
        batch.add(chosen := Unit(name="Homes"))
    driver.window.go("units", chosen.id)
    walk(driver, LONG)
    driver.bot.waitUntil(lambda: "units" not in driver.window.navigator.pages)
    driver.window.go("units")
    assert driver.window.page
    assert driver.window.page.shown_record() == chosen.id


def test_a_page_stays_while_it_is_used_now_and_then(brisk: None, driver: Driver) -> None:
    driver.window.go("units")
    first = driver.window.page
    with driver.bot.waitSignal(driver.window.navigator._thrift.resting):
        walk(driver, LONG - 1)
    driver.window.go("units")
    assert driver.window.page is first


def test_the_composer_stays_for_it_may_be_saving(brisk: None, driver: Driver) -> None:
    driver.window.go("composer")
    driver.window.go("units")
    walk(driver, LONG)
    driver.bot.waitUntil(lambda: "units" not in driver.window.navigator.pages)
    assert "composer" in driver.window.navigator.pages


def test_a_page_that_went_holds_nothing_even_where_something_still_holds_it(brisk: None, driver: Driver) -> None:
    driver.window.go("units")
    gone = driver.window.page
    walk(driver, LONG)
    driver.bot.waitUntil(lambda: not vars(gone))
