"""The main job by hand on a real portfolio: brand, benefit, messages, touchpoint, both briefings, undone and redone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from brm_app.briefing import page_sizes, page_text
from brm_app.domain.records import RECORDS, Attachment, Benefit, Message, Project, Promise, Reading, Touchpoint
from brm_app.services import exchange
from brm_app.services.workspace import Workspace
from brm_app.ui.composer.page import ComposerPage
from brm_app.ui.listing import RecordTable
from tests.ui.conftest import Driver
from tests.ui.projects.steps import turn_to

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")

ROOT = Path(__file__).parents[2]
WHOLE = ROOT.parent / "shared" / "data" / "hhs-it-portfolio"
PORTFOLIO = WHOLE if WHOLE.is_dir() else ROOT / "tests" / "data" / "portfolio"  # else an excerpt of it
WHY = ("code=Identifier", "name=Name|Identifier", "unit=Bureau", "summary=Summary", "why=Performance gap")
TABLES = (
    ("units", "business_units.csv", ("name=Name", "code=Code")),
    ("projects", "investments.csv", WHY),
    ("benefits", "metrics.csv", ("project=Investment", "code=Metric ID", "statement=Description")),
)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="#35357F"/></svg>'
NUMBERS = {"baseline": "94", "occurrences_per_period": "11.5", "periods_per_year": "210", "population": "640",
           "share_counted": "0.5"}  # fmt: skip


def state(workspace: Workspace) -> dict[str, set[Any]]:
    """All records of the workspace."""
    return {name: set(workspace.find(cls)) for name, cls in RECORDS.items()}


def import_portfolio(workspace: Workspace) -> None:
    for kind, file, pairs in TABLES:
        source = exchange.read_table(PORTFOLIO / file)
        mapping = exchange.Mapping.parse(RECORDS[kind], source.columns, pairs)
        exchange.run(workspace, exchange.plan(workspace, RECORDS[kind], source, mapping, "code"))


def give_brand(driver: Driver, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    driver.answers.open = tmp_path / "logo.svg"
    turn_to(driver, "Brand kit")
    driver.press("edit-brand")
    driver.type("field-tagline", "Tap your badge.")
    driver.type("field-colour", "#35357F")
    driver.type("field-second_colour", "#F4C14F")
    driver.press("field-logo")
    driver.until(lambda: any(b.isVisible() for b in driver.window.findChildren(QPushButton, "remove-logo")))
    driver.keys("Ctrl+Return")


def give_benefit(driver: Driver) -> None:
    turn_to(driver, "Overview")
    driver.press("addBenefit")
    driver.type("field-statement", "Time to log in")
    driver.choose("field-measure", "Seconds")
    driver.choose("field-evidence", "Measured")
    driver.type("field-occurrence_name", "log-ins")
    driver.type("field-population_name", "staff")
    for name, typed in NUMBERS.items():
        driver.type(f"field-{name}", typed)
    driver.keys("Ctrl+Return")
    table = driver.find(RecordTable, "benefitsTable")
    table.choose(next(b.id for b in driver.workspace.find(Benefit) if b.statement == "Time to log in"))
    driver.press("addReading")
    driver.type("field-value", "21")
    driver.keys("Ctrl+Return")


def tell(driver: Driver, audience: str, headline: str, body: str) -> None:
    driver.press(f"write-{audience}")
    driver.type("field-headline", headline)
    driver.type("field-body", body)
    driver.type("field-benefit", "Time to log in")
    driver.keys("Ctrl+Return")
    driver.press(f"approve-{audience}")


def log(driver: Driver) -> None:
    turn_to(driver, "Touchpoints")
    driver.press("logTouchpoint")
    driver.type("field-summary", "Visit at the front desk")
    driver.type("field-quote", "It got quicker in September.")
    driver.type("field-speaker_role", "Ward clerk")
    driver.type("field-our_answer", "More readers come in December.")
    driver.press("field-consent")
    driver.press("field-mood-4")
    driver.type("promise-words", "A reader at the night hatch")
    driver.type("promise-due", "2026-12-04")
    driver.keys("Ctrl+Return")


def composer(driver: Driver) -> ComposerPage:
    page = driver.window.page
    assert isinstance(page, ComposerPage)
    driver.until(lambda: page.proof is not None and not page.form.working.text())
    return page


def save_pdf(driver: Driver, audience: str, path: Path) -> str:
    page = composer(driver)
    QTest.mouseClick(page.switch.button(audience), Qt.MouseButton.LeftButton)
    page = composer(driver)
    driver.answers.save = path
    QTest.mouseClick(page.tools()[0], Qt.MouseButton.LeftButton)
    driver.until(lambda: not page.exporter.busy)
    pdf = path.read_bytes()
    return " ".join(" ".join(page_text(pdf, number) for number in range(len(page_sizes(pdf)))).split())


def undo_until(driver: Driver, target: dict[str, set[Any]]) -> int:
    steps = 0
    while state(driver.workspace) != target:
        assert driver.workspace.undo_label()
        driver.window.menus.undo.trigger()
        steps += 1
    return steps


def test_the_main_job_by_hand(driver: Driver, tmp_path: Path) -> None:
    nothing = state(driver.workspace)
    import_portfolio(driver.workspace)
    portfolio = state(driver.workspace)
    driver.press("place-projects")
    table = driver.find(RecordTable, "projectsList")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert driver.window.page is not None
    project = driver.workspace.need(Project, driver.window.page.shown_record())
    give_brand(driver, tmp_path)
    held = driver.workspace.need(Project, project.id)
    assert (held.colour, held.second_colour) == ("#35357F", "#F4C14F")
    assert driver.workspace.find(Attachment)[0].id == held.logo
    give_benefit(driver)
    assert [r.value for r in driver.workspace.find(Reading)] == [21]
    tell(driver, "staff", "Tap your badge", "You get fourteen minutes back in every shift.")
    tell(driver, "board", "The badge frees clinical time", "Half of the time saved is counted.")
    assert {m.state for m in driver.workspace.find(Message)} == {"approved"}
    log(driver)
    assert driver.workspace.find(Promise)[0].touchpoint == driver.workspace.find(Touchpoint)[0].id
    assert driver.workspace.find(Promise)[0].due == dt.date(2026, 12, 4)

    driver.press("place-composer")
    staff = save_pdf(driver, "Staff", tmp_path / "staff.pdf")
    board = save_pdf(driver, "Board", tmp_path / "board.pdf")
    assert "14 min" in staff
    assert "$721" not in staff
    assert "$721 k" in board
    assert "73 s × 11.5 log-ins × 210 shifts × 640 staff × half counted × $46 an hour" in board
    assert "It got quicker in September." in staff
    page = composer(driver)
    driver.answers.save = tmp_path / "cancelled.pdf"
    QTest.mouseClick(page.tools()[0], Qt.MouseButton.LeftButton)
    driver.keys("Esc")
    driver.until(lambda: not page.exporter.busy)
    assert not (tmp_path / "cancelled.pdf").exists(), "a cancelled export leaves no file"

    done = state(driver.workspace)
    steps = undo_until(driver, portfolio)
    undo_until(driver, nothing)
    while driver.workspace.redo_label():
        driver.window.menus.redo.trigger()
    assert state(driver.workspace) == done
    assert steps >= 8
