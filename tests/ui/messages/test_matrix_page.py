"""The coverage matrix in the window: moved in, filled, approved, returned and told by keys."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from brm_app.domain.records import Message, Project, Reading, Telling
from brm_app.services.approval import approved, submitted
from tests.ui.messages.conftest import Hands

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)


def test_rows_are_projects_and_columns_units_and_the_board(hands: Hands) -> None:
    model = hands.page.view.matrix
    assert [row.project.name for row in model.view.rows] == ["One Sign-on", "Ward Wi-Fi"]
    assert [model.column_words(n) for n in range(model.columnCount())] == ["Acute", "Homes", "Board in money"]
    assert [hands.says("Ward Wi-Fi", "Homes"), hands.says("One Sign-on", "Homes")] == ["missing", "–"]


def test_few_rows_stand_at_the_top(hands: Hands) -> None:
    assert hands.page.view.height() < hands.page.frame.height() - 100
    assert hands.page.view.y() < 10


def test_the_heading_counts_what_is_due_and_who_was_never_told(hands: Hands) -> None:
    assert hands.driver.text("coverageCounts") == (
        "5 missing\n3,400 people were never told of a project that concerns them"
    )


def test_the_sidebar_counts_what_is_missing(hands: Hands) -> None:
    button = hands.driver.window.sidebar.buttons["messages"]
    hands.until(lambda: button.count == "5")
    assert button.due


def test_arrows_move_and_the_pane_follows(hands: Hands) -> None:
    hands.go("One Sign-on", "Acute")
    assert hands.driver.text("cellTitle") == "One Sign-on, Acute"
    hands.keys("Down", "Right")
    assert hands.driver.text("cellTitle") == "Ward Wi-Fi, Homes"
    assert "in 30 days" in hands.driver.text("cellAbout")
    assert "1,400 people not told" in hands.driver.text("cellAbout")


def test_h_goes_from_hole_to_hole_and_round_the_end(hands: Hands) -> None:
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("H")
    assert hands.driver.text("cellTitle") == "Ward Wi-Fi, Board"
    hands.keys("H")
    assert hands.driver.text("cellTitle") == "One Sign-on, Acute"


def test_a_hole_is_filled_in_place_and_handed_in(hands: Hands) -> None:
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("Return")
    hands.write("Your phone keeps its signal. It does so in all homes.")
    hands.keys("Ctrl+Return")
    (made,) = hands.messages()
    assert (made.headline, made.body) == ("Your phone keeps its signal.", "It does so in all homes.")
    assert (made.state, made.units, made.benefit) == ("in review", (hands.homes.id,), hands.calls.id)
    assert hands.says("Ward Wi-Fi", "Homes") == "in review"
    assert hands.page.view.hasFocus()
    assert hands.driver.workspace.undo_label() == "Ask for approval of Your phone keeps its signal."
    hands.keys("Ctrl+Z")
    assert hands.says("Ward Wi-Fi", "Homes") == "missing"
    hands.keys("Ctrl+Shift+Z")
    assert hands.messages() == [made]


def test_a_double_click_writes_too_and_ctrl_s_saves_a_draft(hands: Hands) -> None:
    hands.go("Ward Wi-Fi", "Homes")
    view = hands.page.view
    middle = view.visualRect(view.currentIndex()).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    hands.write("Calls hold in the homes.")
    hands.keys("Ctrl+S")
    assert [m.state for m in hands.messages()] == ["draft"]
    assert hands.says("Ward Wi-Fi", "Homes") == "draft"


def test_what_is_typed_is_kept_when_another_cell_is_chosen(hands: Hands) -> None:
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("Return")
    hands.write("Calls hold.")
    hands.keys("Escape")
    assert hands.page.view.hasFocus()
    assert hands.messages() == []
    hands.keys("Left")
    assert [m.body for m in hands.messages()] == ["Calls hold."]


def test_nothing_is_handed_in_without_words(hands: Hands) -> None:
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("Return", "Ctrl+Return")
    assert hands.messages() == []
    assert "Write what it says" in hands.driver.text("error-body")


def test_a_message_for_a_unit_that_is_not_concerned_concerns_it(hands: Hands) -> None:
    hands.go("One Sign-on", "Homes")
    hands.keys("Return")
    hands.write("The homes will follow next year.")
    hands.keys("Ctrl+Return")
    assert hands.says("One Sign-on", "Homes") == "in review"


def test_a_approves_and_t_tells(hands: Hands) -> None:
    hands.keep(submitted(hands.message()))
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("A")
    assert [m.state for m in hands.messages()] == ["approved"]
    assert hands.says("Ward Wi-Fi", "Homes") == "not told"
    hands.keys("T")
    (telling,) = hands.tellings()
    assert (telling.unit, telling.whom, telling.on) == (hands.homes.id, "Homes", dt.date.today())
    assert [hands.says("Ward Wi-Fi", "Homes"), hands.says("Ward Wi-Fi", "Acute")] == ["today", "not told"]
    hands.keys("Ctrl+Z", "Ctrl+Z")
    assert hands.says("Ward Wi-Fi", "Homes") == "in review"


def test_only_an_approved_message_is_told(hands: Hands) -> None:
    hands.message()
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("T")
    assert hands.tellings() == []
    hands.until(lambda: "Approve it first" in hands.driver.text("toast"))


def test_r_returns_with_a_reason_and_never_without(hands: Hands) -> None:
    hands.keep(submitted(hands.message()))
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("R", "Return")
    assert [m.state for m in hands.messages()] == ["in review"]
    hands.write("Say where")
    hands.keys("Return")
    (message,) = hands.messages()
    assert (message.state, message.reason) == ("returned", "Say where")
    assert hands.says("Ward Wi-Fi", "Homes") == "returned"
    assert hands.driver.text("cellWarning") == "Returned: Say where"
    assert hands.page.view.hasFocus()


def test_esc_forgets_the_reason(hands: Hands) -> None:
    hands.keep(submitted(hands.message()))
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("R")
    hands.write("No")
    hands.keys("Escape")
    assert hands.page.view.hasFocus()
    assert [m.state for m in hands.messages()] == ["in review"]


def test_letters_are_typed_and_not_obeyed_in_a_field(hands: Hands) -> None:
    hands.keep(submitted(hands.message()))
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("Return")
    hands.write(" A hart at rest")
    assert hands.driver.text("field-body").endswith("A hart at rest")
    assert [m.state for m in hands.messages()] == ["in review"]


def test_a_changed_proof_sends_both_messages_back_and_the_page_says_what_changed(hands: Hands) -> None:
    for audience in (hands.staff, hands.board):
        draft = hands.message(audience=audience, benefit=hands.calls.id)
        hands.keep(approved(draft, "Ada", NOW - dt.timedelta(hours=1)))  # not in the second of the next approval
    hands.keep(Reading(benefit=hands.calls.id, value=Decimal(60), as_of=dt.date.today()))
    assert [hands.says("Ward Wi-Fi", c) for c in ("Acute", "Board in money")] == ["approve again"] * 2
    beside = hands.page.below.beside
    hands.until(lambda: any(label.isVisible() and label.text() == "Changed" for label in beside.findChildren(QLabel)))
    said = [label.text() for label in beside.findChildren(QLabel) if label.isVisible()]
    for words in ("Dropped calls a week: 420 before, 133 now", "Dropped calls a week: 420 before, 60 now"):
        assert words in said
    hands.keys("A")
    assert hands.says("Ward Wi-Fi", "Board in money") == "not told"


def test_old_text_stands_beside_new(hands: Hands) -> None:
    draft = hands.message()
    told = approved(draft, "Ada", NOW)
    hands.keep(told)
    hands.keep(submitted(attrs.evolve(told, body="They hold in the lifts, too.")))
    hands.go("Ward Wi-Fi", "Homes")
    beside = hands.page.below.beside
    texts = {name: w.accessibleName() for w in beside.children() if (name := w.objectName()) in ("oldText", "newText")}  # type: ignore[attr-defined]
    assert "They hold everywhere." in texts["oldText"]
    assert "by Ada" in texts["oldText"]
    assert "They hold in the lifts, too." in texts["newText"]


def test_a_unit_gets_words_of_its_own(hands: Hands) -> None:
    told = approved(hands.message(), "Ada", NOW)
    hands.keep(told)
    hands.go("Ward Wi-Fi", "Homes")
    hands.driver.press("writeApart")
    hands.write(" Also at night.")
    hands.keys("Ctrl+Return")
    assert [hands.says("Ward Wi-Fi", "Homes"), hands.says("Ward Wi-Fi", "Acute")] == ["in review", "not told"]


def test_the_next_message_of_a_cell_is_one_key_away(hands: Hands) -> None:
    hands.keep(approved(hands.message("Calls hold"), "Ada", NOW))
    hands.keep(submitted(hands.message("Fewer walks")))
    hands.go("Ward Wi-Fi", "Homes")
    assert hands.driver.text("field-headline") == "Calls hold"
    hands.keys("N")
    assert hands.driver.text("field-headline") == "Fewer walks"


def test_the_same_matrix_audience_by_audience(hands: Hands) -> None:
    hands.driver.press("coverageView-1")
    assert [hands.says("Ward Wi-Fi", c) for c in ("Staff in time", "Board in money")] == ["2 missing", "missing"]


def test_the_same_matrix_by_the_day_on_which_something_is_due(hands: Hands) -> None:
    hands.driver.press("planDates")
    assert [hands.says("Ward Wi-Fi", c) for c in ("Late", "Later", "No day set")] == ["–", "2 missing", "missing"]
    hands.keys("H")
    assert hands.page.view.cell


def test_projects_that_are_over_are_shown_on_demand(hands: Hands) -> None:
    hands.keep(Project(name="Fax", status="stopped"))
    assert hands.projects() == ["One Sign-on", "Ward Wi-Fi"]
    hands.driver.choose("whichProjects", "All projects")
    assert hands.projects() == ["Fax", "One Sign-on", "Ward Wi-Fi"]


def test_what_goes_stale_next_leads_to_its_cell(hands: Hands) -> None:
    told = approved(hands.message(), "Ada", NOW)
    ten = dt.date.today() - dt.timedelta(days=10)
    hands.keep(told)
    hands.keep(Telling(message=told.id, unit=hands.homes.id, whom="Homes", on=ten))
    hands.go("One Sign-on", "Acute")
    table = hands.page.below.table
    assert [str(table.rows.index(0, n).data()) for n in range(4)] == [
        "Ward Wi-Fi", "Homes", "told 10 days ago", "stale in 21 days",
    ]  # fmt: skip
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    assert hands.driver.text("cellTitle") == "Ward Wi-Fi, Homes"


def test_a_screen_reader_hears_each_place(hands: Hands) -> None:
    hands.go("Ward Wi-Fi", "Homes")
    index = hands.page.view.currentIndex()
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Ward Wi-Fi, Homes: missing, 1,400 people not told"
    table = QAccessible.queryAccessibleInterface(hands.page.view)
    assert table.text(QAccessible.Text.Name) == "Message coverage"


def test_without_projects_the_page_says_what_will_be_here(hands: Hands) -> None:
    with hands.driver.workspace.write("Delete") as batch:
        batch.delete(hands.wifi)
        batch.delete(hands.sign_on)
    hands.until(lambda: hands.page.first.isVisible())
    assert not hands.page.view.isVisible()
    hands.driver.press("emptyMessages")
    assert hands.driver.window.page is not None
    assert hands.driver.window.page.name == "projects"


def test_words_are_counted_and_remarked_on(hands: Hands) -> None:
    hands.go("Ward Wi-Fi", "Homes")
    hands.keys("Return")
    hands.write("One two three.")
    assert hands.driver.text("bodyCount") == "14 of 240"
    said = [w.text() for w in hands.page.pane.hints.findChildren(QLabel) if w.isVisible()]
    assert {"Plain words", "3 words a sentence", "No minutes saved yet. Staff ask for time."} <= set(said)
    assert isinstance(hands.page.pane.form.text, QPlainTextEdit)
    assert hands.driver.find(QLineEdit, "field-channel").accessibleName() == "How they are told"


def test_a_message_leads_to_its_cell(hands: Hands) -> None:
    made: Message = hands.message()
    hands.driver.window.go("messages", f"message:{made.id}")
    assert hands.driver.text("cellTitle") == "Ward Wi-Fi, Acute"
