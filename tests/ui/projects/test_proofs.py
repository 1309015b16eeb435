"""One proof, two messages: approved, returned and told with one key, and asked for again when the proof changes."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from brm_app.domain.records import Audience, Benefit, Message, Project, Promise, Reading, Touchpoint
from brm_app.ui.clock import Clock
from brm_app.ui.listing import RecordTable
from brm_app.ui.projects.benefitrows import AS_OF
from brm_app.ui.projects.benefits import BenefitTable
from brm_app.ui.projects.cards import MessageCard
from brm_app.ui.projects.logo import LogoTile
from brm_app.ui.projects.promises import PromiseRow
from tests.ui.conftest import Driver
from tests.ui.projects.steps import turn_to

NOON = dt.datetime(2026, 11, 19, 12, tzinfo=dt.UTC)


@pytest.fixture
def opened(driver: Driver) -> Driver:
    """A project with two benefits, the first of them told to both audiences."""
    at_noon(driver, 0)
    workspace = driver.workspace
    staff, board = workspace.find(Audience, sort="order")
    project = Project(name="One Sign-on")
    log_in = Benefit(
        project=project.id, statement="Time to log in", code="1", measure="s", baseline=Decimal(94), target=Decimal(20),
        occurrences_per_period=Decimal("11.5"), occurrence_name="log-ins", periods_per_year=Decimal(210),
        population=640, share_counted=Decimal("0.5"), evidence="measured",
    )  # fmt: skip
    resets = Benefit(project=project.id, statement="Password resets", code="2", measure="count", baseline=Decimal(9))
    told = [
        Message(project=project.id, audience=who.id, headline=f"For {who.name}", body="Tap.", benefit=log_in.id)
        for who in (staff, board)
    ]
    with workspace.write("Begin") as batch:
        for record in (project, log_in, resets, *told, reading(log_in, 21, 31)):
            batch.add(record)
    driver.window.go("projects", project.id)
    return driver


def at_noon(driver: Driver, days: int) -> None:
    assert driver.window.desk is not None
    driver.window.desk.clock = Clock((NOON + dt.timedelta(days=days)).astimezone())


def open_again(driver: Driver) -> None:
    (project,) = driver.workspace.find(Project)
    driver.window.go("projects")
    driver.window.go("projects", project.id)


def reading(benefit: Benefit, value: int, day: int) -> Reading:
    return Reading(benefit=benefit.id, value=Decimal(value), as_of=dt.date(2026, 10, day))


def message(driver: Driver, audience: str) -> Message:
    return next(m for m in driver.workspace.find(Message) if m.headline == f"For {audience}")


def card(driver: Driver, name: str) -> MessageCard:
    return driver.find(MessageCard, f"message-{name}")


def words(driver: Driver, name: str) -> str:
    """All words on a card."""
    return " | ".join(found.text() for found in card(driver, name).findChildren(QLabel))


def test_both_messages_show_the_figure_of_the_proof_in_their_currency(opened: Driver) -> None:
    assert "14 min | back in every shift" in words(opened, "staff")
    assert "73 s × 11.5 log-ins" in words(opened, "staff")
    assert "$721 k | a year" in words(opened, "board")
    assert "× 640 people × half counted × $46 an hour" in words(opened, "board")


def test_a_approves_and_the_keyboard_stays_on_the_card(opened: Driver) -> None:
    card(opened, "staff").setFocus()
    opened.keys("A")
    assert message(opened, "Staff").state == "approved"
    assert card(opened, "staff").hasFocus()
    assert opened.text("state-staff") == "✓ Approved 19 Nov"
    assert opened.text("age-staff") == "Approved today, not told yet"
    opened.keys("Ctrl+Z")
    assert message(opened, "Staff").state == "draft"


def test_pressing_approve_leaves_the_keyboard_on_the_card(opened: Driver) -> None:
    opened.press("approve-board")
    assert message(opened, "Board").state == "approved"
    focus = opened.window.focusWidget()
    assert focus is card(opened, "board")


def test_t_marks_as_told_and_the_age_follows_the_cadence(opened: Driver) -> None:
    card(opened, "staff").setFocus()
    opened.keys("T")
    assert "Approve it first" in opened.text("toast")
    opened.keys("A")
    opened.keys("T")
    assert message(opened, "Staff").told_on == dt.date(2026, 11, 19)
    assert opened.text("age-staff") == "Told today, due again in 30 days"
    at_noon(opened, 9)
    open_again(opened)
    assert opened.text("age-staff") == "Told 9 days ago, due again in 21 days"
    at_noon(opened, 31)
    open_again(opened)
    assert opened.text("age-staff") == "Told 31 days ago, 1 day late"


def test_r_returns_with_a_reason_and_escape_takes_the_question_back(opened: Driver) -> None:
    card(opened, "board").setFocus()
    opened.keys("A")
    opened.keys("R")
    opened.keys("Esc")
    assert opened.text("age-board").startswith("Approved today")
    assert card(opened, "board").hasFocus()
    opened.keys("R")
    opened.type("reason-board", "Name the wards")
    opened.keys("Return")
    assert (message(opened, "Board").state, message(opened, "Board").reason) == ("returned", "Name the wards")
    assert card(opened, "board").hasFocus()


def test_a_changed_proof_sends_both_messages_back_for_approval(opened: Driver) -> None:
    opened.press("approve-staff")
    opened.press("approve-board")
    at_noon(opened, 1)
    table = opened.find(BenefitTable, "benefitsTable")
    table.setFocus()
    opened.keys("N")
    opened.type("field-value", "23")
    opened.keys("Return")
    assert opened.text("state-staff") == opened.text("state-board") == "▲ Approve again"
    assert message(opened, "Staff").state == "approved", "the text itself did not change"
    card(opened, "staff").setFocus()
    opened.keys("A")
    assert opened.text("state-staff") == "✓ Approved 20 Nov"
    assert opened.text("state-board") == "▲ Approve again"
    opened.keys("Ctrl+Z")
    opened.keys("Ctrl+Z")
    assert opened.text("state-board").startswith("✓ Approved")


def test_e_edits_the_message_on_its_card(opened: Driver) -> None:
    card(opened, "staff").setFocus()
    opened.keys("E")
    assert card(opened, "staff").isAncestorOf(opened.find(QLineEdit, "field-headline"))
    opened.type("field-headline", "For Staff")
    opened.type("field-body", "Tap your badge.")
    opened.keys("Ctrl+Return")
    assert message(opened, "Staff").body == "Tap your badge."
    assert card(opened, "staff").hasFocus()


def test_the_arrows_step_through_the_proofs(opened: Driver) -> None:
    assert opened.text("proofPlace") == "Proof 1 of 2"
    opened.press("nextProof")
    assert opened.text("proofPlace") == "Proof 2 of 2"
    opened.press("write-staff")
    opened.type("field-headline", "Fewer resets")
    opened.keys("Ctrl+Return")
    made = next(m for m in opened.workspace.find(Message) if m.headline == "Fewer resets")
    resets = next(b for b in opened.workspace.find(Benefit) if b.statement == "Password resets")
    assert made.benefit == resets.id, "the message is about the proof that is shown"
    opened.press("nextProof")
    assert opened.text("proofPlace") == "Proof 1 of 2"


def test_a_reading_takes_two_clicks_and_a_number(opened: Driver) -> None:
    table = opened.find(BenefitTable, "benefitsTable")
    place = table.visualRect(table.model().index(1, AS_OF)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y() + 8))
    opened.type("field-value", "7")
    opened.keys("Return")
    (made,) = [r for r in opened.workspace.find(Reading) if r.value == 7]
    resets = next(b for b in opened.workspace.find(Benefit) if b.statement == "Password resets")
    assert (made.benefit, made.as_of) == (resets.id, dt.date(2026, 11, 19))
    assert opened.text("proofPlace") == "Proof 2 of 2", "the proof of the chosen row is shown"


def test_the_form_of_a_benefit_says_what_is_missing(opened: Driver) -> None:
    opened.press("addBenefit")
    opened.type("field-statement", "Time on the phone")
    assert opened.text("benefitHint") == "Choose what it is measured in to see what minutes and money need."
    opened.choose("field-measure", "Minutes")
    opened.type("field-baseline", "9")
    assert opened.text("benefitHint").splitlines() == [
        "Minutes: still missing Times in a period",
        "Money: still missing Times in a period, Periods in a year and People concerned",
    ]
    opened.type("field-occurrences_per_period", "2")
    assert opened.text("benefitHint").startswith("Minutes: complete, worked out from the first reading on")
    opened.keys("Ctrl+Return")
    assert opened.text("error-evidence") == "Say how it is known: measured, estimated or told."
    opened.choose("field-evidence", "Estimated")
    opened.keys("Ctrl+Return")
    (made,) = [b for b in opened.workspace.find(Benefit) if b.measure == "min"]
    assert made.evidence == "estimated"


def test_promises_made_about_the_project_are_kept_with_one_key(opened: Driver) -> None:
    (project,) = opened.workspace.find(Project)
    visit = Touchpoint(happened_at=NOON, kind="meeting", summary="Visit", projects=(project.id,))
    promise = Promise(words="A second reader", touchpoint=visit.id, due=dt.date(2026, 11, 17))
    with opened.workspace.write("Log") as batch:
        batch.add(visit)
        batch.add(promise)
    turn_to(opened, "Promises")
    opened.find(PromiseRow, "promise-0").setFocus()
    opened.keys("K")
    assert opened.workspace.need(Promise, promise.id) == attrs.evolve(
        promise, state="kept", closed_on=dt.date(2026, 11, 19)
    )
    opened.keys("Ctrl+Z")
    assert opened.workspace.need(Promise, promise.id).state == "open"


def test_tab_goes_through_the_page_as_it_stands(opened: Driver) -> None:
    opened.press("approve-staff")
    QApplication.processEvents()
    opened.find(LogoTile, "projectLogo").setFocus()
    passed: list[str] = []
    for _ in range(60):
        opened.keys("Tab")
        focus = opened.window.focusWidget()
        passed.append(focus.objectName() if focus else "")
    wanted = ["fact-name", "projectTabs", "nextProof", "message-staff", "markastold-staff", "proofReading",
              "message-board", "fact-why", "addBenefit", "benefitsTable", "addReading"]  # fmt: skip
    assert [name for name in passed if name in wanted][: len(wanted)] == wanted


def test_the_list_of_projects_says_which_messages_are_to_be_approved_again(opened: Driver) -> None:
    opened.press("approve-staff")
    (first, _) = sorted(opened.workspace.find(Benefit), key=lambda b: b.code)
    with opened.workspace.write("Read") as batch:
        batch.add(Reading(benefit=first.id, value=Decimal(30), as_of=dt.date(2026, 11, 18)))
    opened.keys("Esc")
    model = opened.find(RecordTable, "projectsList").model()
    assert [model.index(0, column).data() for column in (5, 6)] == ["▲ Approve again", "○ Draft"]


def test_a_reason_that_is_typed_outlasts_what_happens_meanwhile(opened: Driver) -> None:
    card(opened, "board").setFocus()
    opened.keys("A")
    opened.keys("R")
    opened.type("reason-board", "Name the wards")
    with opened.workspace.write("Elsewhere") as batch:
        batch.add(Project(name="Another"))
    assert opened.text("reason-board") == "Name the wards"
    opened.answers.yes = False
    opened.press("nextProof")
    assert opened.text("reason-board") == "Name the wards"
    assert opened.answers.asked == ["The reason is not sent yet. Leave without it?"]
    opened.press("send-board")
    assert message(opened, "Board").reason == "Name the wards"


def test_the_keys_of_the_page_reach_the_part_that_waits_while_none_has_the_keyboard(opened: Driver) -> None:
    opened.keys("A")
    assert (message(opened, "Staff").state, card(opened, "staff").hasFocus()) == ("approved", True)
    open_again(opened)
    opened.keys("A")
    assert message(opened, "Board").state == "approved"
    open_again(opened)
    opened.keys("T")
    assert message(opened, "Staff").told_on == dt.date(2026, 11, 19)
    open_again(opened)
    opened.keys("A")
    assert opened.text("toast") == "Every message here is approved."
    opened.keys("N")
    opened.type("field-value", "8")
    opened.keys("Return")
    assert [r.value for r in opened.workspace.find(Reading) if r.value == 8]
    open_again(opened)
    opened.keys("E")
    opened.type("field-name", "One")
    opened.keys("Return")
    assert [project.name for project in opened.workspace.find(Project)] == ["One"]
