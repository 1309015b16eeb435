"""The acts of a working day in the whole window, by mouse and keys; what each costs is printed beside the ideal."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from brm_app.domain.records import Card, Journey, Message, Project, Reading, Stage, Unit
from brm_app.services import exchange
from tests.acceptance.hands import Hands
from tests.acceptance.portfolio import PORTFOLIO


def tell(task: str, acts: int, unit: str, ideal: int) -> None:
    """Prints a count beside the ideal, and keeps to it."""
    print(f"{task}: {acts} {unit}{'s' if acts != 1 else ''}, ideal {ideal}")
    assert acts <= ideal


def drop(hands: Hands, file: Path) -> None:
    """Drops a file from elsewhere on the middle of the window; the platform's window says which widget it reaches."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at = hands.window.rect().center()
    handle, left, none = hands.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(handle, enter)
    assert enter.isAccepted(), "the window takes no files here"
    QApplication.sendEvent(handle, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none))


def open_project(hands: Hands, name: str) -> Project:
    """Opens a project from the list."""
    hands.keys("Ctrl+6")
    hands.until_seen("projectsList")
    hands.pick("projectsList", name)
    hands.keys("Return")
    hands.until_seen("projectName")
    return next(p for p in hands.workspace.find(Project) if p.name == name)


def test_a_new_reading_takes_two_clicks_and_a_number(at_work: Hands) -> None:
    open_project(at_work, "CareChart")
    before = at_work.workspace.count(Reading)
    table = at_work.find(QTableView, "benefitsTable")
    last = table.visualRect(table.model().index(0, table.model().columnCount() - 1)).center()
    at_work.click_on(table.viewport(), QPoint(last.x(), last.y() + 8))
    at_work.until_seen("field-value")
    at_work.write("33")
    at_work.click("save")
    made = at_work.workspace.find(Reading, equals={"value": Decimal(33)})
    assert (len(made), at_work.workspace.count(Reading)) == (1, before + 1)
    assert made[0].as_of == dt.date.today()
    tell("new reading, besides the number", 2, "click", 2)
    at_work.keys("Ctrl+Z")
    assert at_work.workspace.count(Reading) == before


def approved(hands: Hands) -> set[str]:
    """The ids of the approved messages."""
    return {m.id for m in hands.workspace.find(Message, equals={"state": "approved"})}


def test_a_message_is_approved_with_one_key(at_work: Hands) -> None:
    project = open_project(at_work, "CareChart")
    before = approved(at_work)
    at_work.keys("A")
    (now,) = approved(at_work) - before
    assert at_work.workspace.need(Message, now).project == project.id
    tell("approve a message", 1, "key", 1)
    at_work.keys("Ctrl+Z")
    assert approved(at_work) == before


def test_a_stage_and_a_card_are_added_to_a_journey_by_keyboard(at_work: Hands) -> None:
    at_work.keys("Ctrl+3")
    at_work.until_seen("journeyList")
    at_work.keys("Return")
    at_work.until_seen("journeyMap")
    journey = at_work.workspace.need(Journey, at_work.window.page.shown_record() if at_work.window.page else "")
    at_work.keys("Insert")
    at_work.write("Hand over")
    at_work.keys("Return")
    (stage,) = at_work.workspace.find(Stage, equals={"name": "Hand over"})
    assert stage.journey == journey.id
    tell("add a stage to a journey, besides the words", 2, "key", 3)
    at_work.keys("Down")
    at_work.write("Tells the night shift what is open")
    at_work.keys("Return")
    (card,) = at_work.workspace.find(Card, equals={"stage": stage.id})
    assert card.text == "Tells the night shift what is open"
    tell("add a card to it, besides the words", 2, "key", 3)
    at_work.keys("Ctrl+Z", "Ctrl+Z")
    assert at_work.workspace.get(Stage, stage.id) is None


def test_a_table_is_dropped_checked_and_imported(at_work: Hands) -> None:
    at_work.keys("Ctrl+6")  # what the rows are is told by the file, not by the page
    before = at_work.workspace.count(Unit)
    drop(at_work, PORTFOLIO / "business_units.csv")
    rows = len(exchange.read_table(PORTFOLIO / "business_units.csv").rows)
    at_work.until(lambda: at_work.seen("go") and at_work.reads("go") == f"Import {rows} rows")
    assert at_work.workspace.count(Unit) == before
    at_work.click("go")
    at_work.until(lambda: at_work.reads("go") == "Done")
    assert at_work.workspace.count(Unit) == before + rows
    tell("import a table: the drop, the look at the check, Import", 3, "act", 3)
    at_work.keys("Return")
    at_work.until(lambda: not at_work.seen("go"))
    at_work.until_seen("unitsList")  # what came in is shown
    at_work.keys("Ctrl+Z")
    assert at_work.workspace.count(Unit) == before


def test_a_briefing_is_exported_with_three_keys(at_work: Hands, tmp_path: Path) -> None:
    at_work.answers.save = tmp_path / "board.pdf"
    at_work.keys("Ctrl+B")
    at_work.until_seen("savePdf")
    at_work.keys("Ctrl+Shift+E")  # and Enter in the chooser, which has the name filled in
    at_work.until(lambda: at_work.seen("openPdf"))
    assert (tmp_path / "board.pdf").read_bytes().startswith(b"%PDF-")
    tell("export a briefing, with Enter for the name offered", 3, "key", 3)
    assert at_work.find(QWidget, "openPdf").hasFocus()
