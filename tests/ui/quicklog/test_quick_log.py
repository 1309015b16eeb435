"""One line, Ctrl+Enter: a check-in is logged, and the follow-up from it costs nothing more."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from brm_app.domain.records import Promise, Touchpoint, Unit
from tests.ui.quicklog.conftest import NOW, Logger

LINE = "Call Pharmacy: labels jam on every second box, trial date @fri"


def test_a_check_in_and_its_follow_up_are_one_line_and_one_step(logger: Logger) -> None:
    logger.open()
    logger.write(LINE)
    logger.keys("Ctrl+Return")
    (touchpoint,), (promise,) = logger.logged()
    assert (touchpoint.kind, touchpoint.unit, touchpoint.happened_at) == ("check-in", "pharmacy", NOW)
    assert touchpoint.summary == "Labels jam on every second box"
    assert (promise.words, promise.due, promise.touchpoint) == ("Trial date", dt.date(2026, 11, 20), touchpoint.id)
    assert logger.said[-1] == "Logged check-in with Pharmacy."
    assert not logger.log.isVisible()
    logger.workspace.undo()
    assert logger.logged() == ([], [])


def test_chips_show_what_was_understood(logger: Logger) -> None:
    logger.open()
    logger.write(LINE)
    chips = logger.log.body.chips.chips
    assert [chips[name].text() for name in ("kind", "units", "people", "due")] == [
        "Call",
        "Pharmacy",
        "Person",
        "Follow up Fri 20 Nov",
    ]
    assert chips["people"].accessibleName() == "Person: not said"
    assert logger.log.body.place.text() == "Goes on Pharmacy’s page. Comes back in Promises on Fri 20 Nov."


def test_tab_takes_the_other_day_then_goes_on(logger: Logger) -> None:
    logger.open()
    logger.write(LINE)
    logger.keys("Tab")
    assert logger.log.body.line.text.toPlainText().endswith("@27 nov 2026 ")
    assert logger.log.body.chips.chips["due"].text() == "Follow up Fri 27 Nov"
    logger.keys("Tab")
    assert not logger.log.body.line.text.hasFocus()
    assert logger.log.isAncestorOf(logger.focus)


def test_a_chip_is_changed_by_typing_part_of_a_name(logger: Logger) -> None:
    logger.open()
    logger.write(LINE)
    chips = logger.log.body.chips
    chips.chips["units"].setFocus()
    logger.keys("Return")
    logger.bot.waitUntil(lambda: logger.log.body.chips.line.hasFocus() or bool(QApplication.activePopupWidget()))
    QTest.keyClicks(chips.line, "4b")
    popup = QApplication.activePopupWidget()
    if popup is not None:
        QTest.keyClick(popup, Qt.Key.Key_Return)
    if chips.line.isVisible():
        QTest.keyClick(chips.line, Qt.Key.Key_Return)
    assert chips.chips["units"].text() == "Ward 4B"
    logger.keys("Ctrl+Return")
    assert logger.logged()[0][0].unit == "4b"


def test_backspace_takes_a_chip_out(logger: Logger) -> None:
    logger.open()
    logger.write(LINE)
    for name in ("units", "due"):
        logger.log.body.chips.chips[name].setFocus()
        logger.keys("Backspace")
    logger.keys("Ctrl+Return")
    (touchpoint,), promises = logger.logged()
    assert (touchpoint.unit, promises) == (None, [])


def test_a_day_is_typed_into_its_chip(logger: Logger) -> None:
    logger.open()
    logger.write("Pharmacy: labels jam")
    chips = logger.log.body.chips
    chips.chips["due"].setFocus()
    logger.keys("Return")
    logger.bot.waitUntil(chips.line.hasFocus)
    logger.write("someday")
    logger.keys("Return")
    assert logger.log.body.error.text().startswith("“someday” is no day.")
    chips.line.clear()
    logger.write("12 dec")
    logger.keys("Return")
    assert chips.chips["due"].text() == "Follow up Sat 12 Dec"


def test_an_unclear_name_asks_and_is_not_guessed(logger: Logger) -> None:
    logger.open()
    logger.write("Visit ward 4: all fine")
    assert logger.log.body.chips.chips["units"].text() == "Ward 4A or 1 more?"
    logger.keys("Ctrl+Return")
    assert logger.log.body.error.text().startswith("Several units have that name.")
    assert logger.logged() == ([], [])
    assert logger.log.body.line.text.toPlainText() == "Visit ward 4: all fine"


def test_f2_turns_the_kind_and_numbers_say_the_mood(logger: Logger) -> None:
    logger.open()
    logger.write("Pharmacy: labels jam 5")
    logger.keys("F2")
    assert logger.log.body.chips.chips["kind"].text() == "Outreach visit"
    assert logger.log.body.moods.mood == 0
    logger.log.body.chips.chips["kind"].setFocus()
    logger.keys("4")
    assert logger.log.body.moods.mood == 4
    logger.keys("Ctrl+Return")
    assert [(t.kind, t.mood) for t in logger.logged()[0]] == [("outreach visit", 4)]


def test_a_mood_is_pressed_and_pressed_away(logger: Logger) -> None:
    logger.open()
    moods = logger.log.body.moods
    for expected in (2, 0):
        QTest.mouseClick(moods.buttons[1], Qt.MouseButton.LeftButton)
        assert moods.mood == expected
    moods.buttons[0].setFocus()
    logger.keys("Right")
    assert moods.mood == 2


def test_their_words_are_asked_for_once_they_may_be_quoted(logger: Logger) -> None:
    logger.open()
    logger.write("Ann Moss: labels jam")
    assert not logger.log.body.quote.isVisible()
    logger.log.body.consent.click()
    assert logger.log.body.quote.isVisible()
    logger.log.body.quote.setFocus()
    logger.write("Every second box.")
    logger.keys("Ctrl+Return")
    (touchpoint,) = logger.logged()[0]
    assert (touchpoint.quote, touchpoint.consent, touchpoint.people) == ("Every second box.", True, ("ann",))
    assert touchpoint.speaker_role == "Director of Pharmacy"


def test_esc_keeps_a_draft_that_outlives_the_program(logger: Logger) -> None:
    behind = logger.window.findChild(QPushButton, "behind")
    assert behind is not None
    behind.setFocus()
    logger.open()
    logger.write("Pharmacy: labels")
    logger.keys("Esc")
    assert not logger.log.isVisible()
    assert logger.focus.objectName() == "behind"
    logger.stop()
    logger.start()
    logger.open()
    assert logger.log.body.line.text.toPlainText() == "Pharmacy: labels"
    assert logger.log.body.anew.isVisible()
    logger.log.body.anew.click()
    logger.keys("Esc")
    assert logger.workspace.remembered("quick log draft") is None
    assert logger.logged() == ([], [])


def test_words_from_elsewhere_are_offered_beside_a_draft_that_waits(logger: Logger) -> None:
    logger.open()
    logger.write("Pharmacy: labels")
    logger.keys("Esc")
    logger.log.open("Call Pharmacy about toner")
    assert logger.log.body.line.text.toPlainText() == "Pharmacy: labels"
    assert logger.log.body.anew.text() == "Log “Call Pharmacy about ton…” instead"
    logger.log.body.anew.click()
    assert logger.log.body.line.text.toPlainText() == "Call Pharmacy about toner"


def test_a_day_that_is_none_is_told_while_it_is_written(logger: Logger) -> None:
    logger.open()
    logger.write("Call Pharmacy: trial @31 feb")
    assert logger.log.body.error.text().startswith("“31 feb” is no day.")
    logger.keys("Backspace", "Backspace", "Backspace")
    logger.write("mar")
    assert not logger.log.body.error.isVisible()


def test_a_promise_whose_day_is_none_is_not_lost_in_saving(logger: Logger) -> None:
    logger.open()
    logger.write("Call Pharmacy: trial @31 feb")
    before = logger.workspace.count(Touchpoint)
    logger.keys("Ctrl+Return")
    assert logger.workspace.count(Touchpoint) == before
    assert logger.log.body.error.text().endswith("Or take the @ out.")
    logger.keys(*["Backspace"] * 7, "Ctrl+Return")
    assert logger.workspace.count(Touchpoint) == before + 1


def test_closing_the_workspace_keeps_what_was_typed(logger: Logger) -> None:
    logger.open()
    logger.write("Pharmacy: labels")
    logger.stop()
    logger.start()
    logger.open()
    assert logger.log.body.line.text.toPlainText() == "Pharmacy: labels"


def test_opened_from_a_unit_it_is_about_that_unit(logger: Logger) -> None:
    logger.open(logger.workspace.get(Unit, "pharmacy"))
    logger.write("labels jam")
    logger.keys("Ctrl+Return")
    assert logger.logged()[0][0].unit == "pharmacy"


def test_a_draft_forgets_what_was_deleted_meanwhile(logger: Logger) -> None:
    unit = logger.workspace.need(Unit, "pharmacy")
    logger.open(unit)
    logger.write("labels jam")
    logger.keys("Esc")
    logger.desk.delete(unit)
    logger.open()
    logger.keys("Ctrl+Return")
    assert [t.unit for t in logger.logged()[0]] == [None]


def test_nothing_said_is_not_saved(logger: Logger) -> None:
    logger.open()
    logger.keys("Ctrl+Return")
    assert logger.log.body.error.text().startswith("Nothing is said yet.")
    assert logger.log.isVisible()
    assert logger.logged() == ([], [])


def test_save_and_log_another_leaves_an_empty_line(logger: Logger) -> None:
    logger.open()
    logger.write("Pharmacy: labels jam")
    logger.log.body.another.click()
    assert logger.log.isVisible()
    assert logger.log.body.line.text.toPlainText() == ""
    assert logger.log.body.line.text.hasFocus()
    assert len(logger.workspace.find(Touchpoint)) == 1


def test_the_promise_is_worded_by_hand_or_taken_out(logger: Logger) -> None:
    logger.open()
    logger.write("Pharmacy: labels jam @fri")
    promise = logger.log.body.promise
    promise.words.setFocus()
    logger.keys("Ctrl+A")
    logger.write("A trial printer")
    logger.log.body.another.click()
    assert [p.words for p in logger.workspace.find(Promise)] == ["A trial printer"]
    logger.write("Pharmacy: labels jam @fri")
    promise.remove.click()
    logger.keys("Ctrl+Return")
    assert len(logger.workspace.find(Promise)) == 1


def test_a_line_saved_before_the_names_are_read_is_read_with_them(logger: Logger) -> None:
    logger.log.open(None)
    logger.write(LINE)
    logger.keys("Ctrl+Return")
    assert [t.unit for t in logger.logged()[0]] == ["pharmacy"]


def test_a_unit_made_meanwhile_is_known(logger: Logger) -> None:
    logger.open()
    logger.desk.save(Unit(id="finance", name="Finance"))
    logger.write("Finance: fine")
    logger.bot.waitUntil(lambda: logger.log.body.chips.chips["units"].text() == "Finance")


def test_the_kind_is_chosen_from_a_menu(logger: Logger) -> None:
    logger.open()
    logger.log.body.chips.chips["kind"].setFocus()
    logger.keys("Return")
    logger.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    logger.keys("Down", "Return")
    assert logger.log.body.chips.chips["kind"].text() == "Meeting"


def test_ctrl_s_saves_the_log_and_not_the_page(logger: Logger) -> None:
    logger.open()
    logger.write("Pharmacy: fine")
    logger.keys("Ctrl+S")
    assert len(logger.logged()[0]) == 1


def test_with_large_text_in_a_small_window_it_scrolls_and_stays_inside(logger: Logger) -> None:
    logger.window.resize(900, 360)
    logger.open()
    logger.write(LINE)
    inside = logger.window.rect().contains(logger.log.geometry())
    assert inside
    assert logger.log.body.save.visibleRegion().boundingRect() == logger.log.body.save.rect()
