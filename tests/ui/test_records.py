"""Units, people, touchpoints and settings, made, changed, deleted and brought back by hand."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from brm_app.domain.records import Audience, Person, Promise, Term, Touchpoint, Unit
from brm_app.services.workspace import Workspace
from brm_app.ui.listing import RecordTable
from brm_app.ui.units.tree import UnitTree
from tests.ui.conftest import Driver


def add_unit(driver: Driver, name: str) -> None:
    driver.press("place-units")
    driver.keys("Ctrl+N")
    driver.type("field-name", name)
    driver.keys("Ctrl+Return")


def test_a_unit_is_made_changed_deleted_and_brought_back(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    assert [u.name for u in driver.workspace.find(Unit)] == ["Pharmacy"]
    assert driver.text("toast") == "Saved Pharmacy."
    driver.press("editRecord")
    driver.type("field-code", "PH")
    driver.type("field-headcount", "1,212")
    driver.press("save")
    (unit,) = driver.workspace.find(Unit)
    assert (unit.code, unit.headcount) == ("PH", 1212)
    driver.press("deleteRecord")
    assert driver.workspace.find(Unit) == []
    assert driver.text("toast") == "Deleted Pharmacy."
    driver.press("toastUndo")
    assert driver.workspace.find(Unit) == [unit]
    assert driver.text("unitName") == "Pharmacy"
    driver.keys("Ctrl+Z")
    assert driver.workspace.need(Unit, unit.id).code == ""
    driver.keys("Ctrl+Shift+Z")
    assert driver.workspace.find(Unit) == [unit]


def test_a_person_is_made_with_a_unit_changed_deleted_and_brought_back(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    driver.press("place-people")
    driver.press("emptyAdd")
    driver.type("field-name", "Ada Moss")
    driver.type("field-unit", "pharmacy")
    driver.press("save")
    (person,) = driver.workspace.find(Person)
    assert person.unit == driver.workspace.find(Unit)[0].id
    driver.keys("E")
    driver.type("field-job_title", "Dispensary lead")
    driver.keys("Ctrl+Return")
    assert driver.workspace.need(Person, person.id).job_title == "Dispensary lead"
    QTest.keyClick(driver.find(RecordTable, "peopleList"), Qt.Key.Key_Delete)
    assert driver.workspace.find(Person) == []
    driver.keys("Ctrl+Z")
    assert driver.workspace.find(Person)[0].name == "Ada Moss"


def test_a_fault_is_said_below_its_field_and_nothing_is_saved(driver: Driver) -> None:
    driver.press("place-units")
    driver.keys("Ctrl+N")
    driver.type("field-headcount", "many")
    driver.press("save")
    assert driver.text("error-name") == "Name is empty."
    assert driver.text("error-headcount") == "“many” is not a number."
    assert driver.workspace.find(Unit) == []
    driver.press("cancel")
    assert driver.workspace.find(Unit) == []


def test_leaving_a_page_saves_what_was_typed_and_asks_where_it_can_not(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    driver.keys("E")
    driver.type("field-name", "Dispensary")
    driver.press("place-people")
    assert [u.name for u in driver.workspace.find(Unit)] == ["Dispensary"]
    driver.press("place-units")
    driver.keys("E")
    driver.type("field-name", "")
    driver.answers.yes = False
    driver.press("place-people")
    assert "Name is empty." in driver.answers.asked[0]
    assert driver.window.page is not None
    assert driver.window.page.name == "units"
    driver.answers.yes = True
    driver.press("place-people")
    assert driver.window.page.name == "people"
    assert [u.name for u in driver.workspace.find(Unit)] == ["Dispensary"]


def test_the_filter_finds_words_and_escape_empties_it(driver: Driver) -> None:
    for name in ("Pharmacy", "Élan Nord", "Finance"):
        add_unit(driver, name)
    driver.keys("Ctrl+F")
    driver.type("unitsFilter", "elan")
    tree = driver.find(UnitTree, "unitsList")
    driver.until(lambda: [entry.name for entry in tree.entries()] == ["Élan Nord"])
    driver.keys("Esc")
    driver.until(lambda: len(tree.ids()) == 3)


def test_units_stand_below_the_unit_they_are_part_of(driver: Driver) -> None:
    add_unit(driver, "Zeta Care")
    add_unit(driver, "Alpha Ward")
    driver.keys("E")
    driver.type("field-part_of", "Zeta Care")
    driver.keys("Ctrl+Return")
    tree = driver.find(UnitTree, "unitsList")
    assert [(entry.name, entry.depth) for entry in tree.entries()] == [("Zeta Care", 0), ("Alpha Ward", 1)]


def test_a_touchpoint_is_logged_with_a_quote_a_mood_and_a_promise_in_one_step(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    driver.press("place-touchpoints")
    driver.keys("Ctrl+N")
    driver.type("field-happened_at", "18 Nov 2026, 14:30")
    driver.choose("field-kind", "Check-in")
    driver.type("field-unit", "Pharmacy")
    driver.press("field-mood-4")
    driver.type("field-summary", "Labels jam")
    driver.type("field-quote", "The labels jam on every second box.")
    driver.press("field-consent")
    driver.type("promise-words", "A trial date for the new printer")
    driver.press("save")
    assert driver.text("error-due") == "Due is empty."
    assert driver.workspace.find(Touchpoint) == []
    driver.type("promise-due", "4 Dec 2026")
    driver.press("save")
    (touchpoint,) = driver.workspace.find(Touchpoint)
    (promise,) = driver.workspace.find(Promise)
    assert (touchpoint.mood, touchpoint.consent, touchpoint.kind) == (4, True, "check-in")
    assert touchpoint.happened_at == dt.datetime(2026, 11, 18, 14, 30).astimezone()
    assert (promise.touchpoint, promise.due, promise.state) == (touchpoint.id, dt.date(2026, 12, 4), "open")
    driver.press("kept-0")
    assert driver.workspace.need(Promise, promise.id).state == "kept"
    driver.keys("Ctrl+Z")
    driver.keys("Ctrl+Z")
    assert driver.workspace.find(Touchpoint) == []
    assert driver.workspace.find(Promise) == []


def test_a_promise_is_broken_where_it_was_made_with_the_reason(driver: Driver) -> None:
    touchpoint = Touchpoint(happened_at=dt.datetime(2026, 11, 18, 9, tzinfo=dt.UTC), summary="Labels jam")
    promise = Promise(words="A trial date", due=dt.date(2026, 12, 4), touchpoint=touchpoint.id)
    with driver.workspace.write("Add") as batch:
        batch.add(touchpoint)
        batch.add(promise)
    driver.press("place-touchpoints")
    driver.press("broken-0")
    driver.keys("Esc")
    assert driver.workspace.need(Promise, promise.id).state == "open"
    driver.press("broken-0")
    driver.type("reason-0", "The printer was not delivered")
    driver.keys("Return")
    held = driver.workspace.need(Promise, promise.id)
    assert (held.state, held.reason) == ("broken", "The printer was not delivered")
    driver.keys("Ctrl+Z")
    assert driver.workspace.need(Promise, promise.id).state == "open"


def test_the_hourly_rate_is_typed_in_whole_units_and_kept_in_minor_ones(driver: Driver) -> None:
    driver.press("place-settings")
    driver.type("field-hourly_rate", "52.50")
    driver.choose("field-page_size", "Letter")
    driver.keys("Ctrl+Return")
    assert (driver.workspace.organisation.hourly_rate, driver.workspace.organisation.page_size) == (5250, "Letter")


def test_an_audience_is_added_in_the_settings(driver: Driver) -> None:
    driver.press("place-settings")
    driver.press("addAudience")
    form = driver.window.page
    assert form is not None
    driver.find(type(form), "settingsPage").audiences.form.cells["name"].editor.field.setFocus()  # type: ignore[attr-defined]
    QTest.keyClicks(driver.window.focusWidget(), "Regulator")
    driver.press("field-lenses-risk")
    driver.keys("Ctrl+Return")
    found = driver.workspace.find(Audience, sort="order")
    assert [(a.name, a.lenses) for a in found][2] == ("Regulator", ("risk",))
    driver.press("place-projects")
    driver.keys("Ctrl+N")
    driver.type("field-name", "One Sign-on")
    driver.keys("Ctrl+Return")
    driver.keys("Esc")
    table = driver.find(RecordTable, "projectsList")
    heads = [table.records.headerData(n, Qt.Orientation.Horizontal, 0) for n in range(table.records.columnCount())]
    assert heads[-3:] == ["Staff", "Board", "Regulator"]


def test_a_word_to_explain_is_added_changed_and_deleted_in_the_settings(driver: Driver) -> None:
    driver.press("place-settings")
    driver.press("addTerm")
    driver.type("field-word", "uplift")
    driver.type("field-plain", "rise")
    driver.keys("Ctrl+Return")
    (term,) = driver.workspace.find(Term)
    assert (term.word, term.plain, term.known_by) == ("uplift", "rise", ())
    driver.press("editTerm-0")
    driver.type("field-plain", "growth")
    driver.keys("Ctrl+Return")
    assert driver.workspace.need(Term, term.id).plain == "growth"
    driver.press("deleteTerm-0")
    assert driver.workspace.count(Term) == 0
    driver.keys("Ctrl+Z")
    assert driver.workspace.count(Term) == 1


def test_a_currency_without_cents_takes_whole_amounts_at_once(driver: Driver) -> None:
    driver.press("place-settings")
    driver.type("field-currency", "JPY")
    driver.keys("Ctrl+Return")
    driver.until(lambda: driver.text("field-hourly_rate") == "4600")
    driver.type("field-hourly_rate", "5200")
    driver.keys("Ctrl+Return")
    assert driver.workspace.organisation.hourly_rate == 5200


def test_somebody_elses_change_of_the_same_field_is_told_and_the_typed_text_stays(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    (unit,) = driver.workspace.find(Unit)
    driver.keys("E")
    driver.type("field-name", "Mine")
    other = Workspace.open(driver.workspace.path, who="somebody else")
    with other.write("Theirs") as batch:
        batch.save(type(unit)(id=unit.id, name="Theirs"))
    other.close()
    driver.press("save")
    assert "Somebody else changed Name" in driver.text("formError")
    assert driver.text("field-name") == "Mine"
    driver.press("cancel")


def test_back_and_forward_return_to_the_record(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    driver.press("place-projects")
    driver.keys("Alt+Left")
    assert driver.text("unitName") == "Pharmacy"
    driver.press("forward")
    assert driver.window.page is not None
    assert driver.window.page.name == "projects"


HOSTILE = "Grüße\u2028& <b>bold</b> =1+1 \u202eright-to-left\u202c e\u0301 𝄞 tab\there"


def test_texts_that_nobody_touched_are_saved_to_the_letter(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    (unit,) = driver.workspace.find(Unit)
    hostile = Unit(id=unit.id, name=HOSTILE, kind=f"a\n{HOSTILE}", note=f"{HOSTILE}\r\nline\u00a0two")
    with driver.workspace.write("From a file") as batch:
        batch.save(hostile, base=unit)
    driver.keys("E")
    driver.type("field-code", "PH")
    driver.keys("Ctrl+Return")
    held = driver.workspace.need(Unit, unit.id)
    assert (held.name, held.kind, held.note, held.code) == (hostile.name, hostile.kind, hostile.note, "PH")


def test_a_filled_form_that_is_cancelled_shows_the_record_again(driver: Driver) -> None:
    add_unit(driver, "Pharmacy")
    driver.keys("E")
    driver.type("field-part_of", "nowhere")
    driver.type("field-code", "X")
    driver.press("save")
    assert "There is no unit “nowhere”" in driver.text("error-part_of")
    driver.press("cancel")
    driver.keys("E")
    assert driver.find(QComboBox, "field-part_of").currentText() == ""
    assert driver.text("field-code") == ""
