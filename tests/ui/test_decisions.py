"""Decisions are entered in the window, each with its options."""

from brm_app.domain.records import Audience, Decision, Option
from tests.keeping import keep
from tests.ui.conftest import Driver


def test_an_option_is_added_to_a_decision_by_hand(driver: Driver) -> None:
    board = next(a for a in driver.workspace.find(Audience) if a.title == "Board")
    keep(driver.workspace, Decision(ask="Renew the scanners", audience=board.id, asked="Renewed."))
    driver.press("place-decisions")
    driver.press("addOption")
    driver.type("field-name", "Renew half")
    page = driver.window.page
    assert page
    page.save_record()
    (option,) = driver.workspace.find(Option)
    (decision,) = driver.workspace.find(Decision)
    assert (option.name, option.decision, option.order) == ("Renew half", decision.id, 1)
