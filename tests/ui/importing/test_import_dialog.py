"""The import dialog, driven by mouse and keys, on the public portfolio where it is at hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from xlsxwriter import Workbook  # type: ignore[import-untyped, unused-ignore]

from brm_app.domain.records import Benefit, Person, Project, Site, Unit
from brm_app.services.exchange import read_table
from brm_app.services.workspace import Workspace
from brm_app.ui.desk import Desk, Runner, Theme
from brm_app.ui.importing.dialog import ImportDialog
from tests.acceptance.portfolio import PORTFOLIO, WHOLE
from tests.answers import Answers

# The offscreen platform has no window manager to tell of size limits.

PEOPLE = """Position title;Name;Dept;Extn;Email;Notes
Nurse Unit Manager;Ada Moss;acute wards;4402;ada@example.org;
Ward Clerk;Ben Ash;Dept 9;4403;ben@example.org;has dog
Pharmacist;Cy Dunn;Pharmacy;4404;cy@example.org;
"""


@pytest.fixture
def answers() -> Answers:
    return Answers()


def opened(qtbot: QtBot, workspace: Workspace, kind: str, answers: Answers) -> ImportDialog:
    dialog = ImportDialog(Desk(workspace, Theme(), answers, Runner()), kind)
    qtbot.addWidget(dialog, before_close_func=lambda d: d.done(0))
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def press(button: QPushButton | QToolButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def ready(qtbot: QtBot, dialog: ImportDialog) -> str:
    qtbot.waitUntil(lambda: dialog.form.go.text().startswith("Import ") and dialog.form.go.isEnabled(), timeout=10_000)
    return dialog.form.go.text()


def choose(dialog: ImportDialog, column: str, label: str, row: int = 0) -> None:
    """Picks a field in the combo of a column with the keyboard, as a person does."""
    combo = dialog.form.columnRows.findChildren(QComboBox, f"field-{column}")[row]
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentText() != label:
        before = combo.currentText()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentText() != before, f"no field {label}"


def read(qtbot: QtBot, dialog: ImportDialog, answers: Answers, path: Path) -> str:
    answers.open = path
    press(dialog.form.go)
    return ready(qtbot, dialog)


def has_two_uses(dialog: ImportDialog, column: str) -> bool:
    return len(dialog.form.columnRows.findChildren(QComboBox, f"field-{column}")) == 2


def finish(qtbot: QtBot, dialog: ImportDialog) -> None:
    press(dialog.form.go)
    qtbot.waitUntil(lambda: dialog.form.go.text() == "Done", timeout=20_000)
    press(dialog.form.go)
    assert not dialog.isVisible()


def people_file(folder: Path) -> Path:
    path = folder / "people-nov.csv"
    path.write_text(PEOPLE, "utf-8")
    return path


def with_units(workspace: Workspace) -> None:
    with workspace.write("Add units") as batch:
        batch.add(Unit(name="Acute Wards"))
        batch.add(Unit(name="Pharmacy"))


def test_a_whole_portfolio_comes_in_through_the_dialog(qtbot: QtBot, workspace: Workspace, answers: Answers) -> None:
    wanted = ((Unit, "business_units.csv"), (Project, "investments.csv"), (Benefit, "metrics.csv"))
    counts = {cls: len(read_table(PORTFOLIO / file).rows) for cls, file in wanted}
    assert PORTFOLIO != WHOLE or list(counts.values()) == [10, 43, 262]
    for cls, file in wanted:
        dialog = opened(qtbot, workspace, cls.collection, answers)
        read(qtbot, dialog, answers, PORTFOLIO / file)
        if cls is Project:
            press(dialog.form.columnRows.findChildren(QToolButton, "also-Identifier")[0])
            qtbot.waitUntil(partial(has_two_uses, dialog, "Identifier"))
            choose(dialog, "Identifier", "Name (needed)", row=1)
        assert ready(qtbot, dialog) == f"Import {counts[cls]} rows"
        finish(qtbot, dialog)
        assert workspace.count(cls) == counts[cls]
    workspace.undo()
    assert (workspace.count(Benefit), workspace.count(Project)) == (0, counts[Project])


def test_the_same_file_again_changes_nothing(qtbot: QtBot, workspace: Workspace, answers: Answers) -> None:
    for _ in range(2):
        dialog = opened(qtbot, workspace, "units", answers)
        read(qtbot, dialog, answers, PORTFOLIO / "business_units.csv")
        finish(qtbot, dialog)
    assert dialog.counts is not None
    assert (dialog.counts.created, dialog.counts.unchanged) == (0, 10)


def test_rows_that_stay_out_are_named_with_their_reason_and_can_be_saved(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    with_units(workspace)
    dialog = opened(qtbot, workspace, "people", answers)
    read(qtbot, dialog, answers, people_file(tmp_path))
    choose(dialog, "Position title", "Job title")
    choose(dialog, "Dept", "Unit")
    assert ready(qtbot, dialog) == "Import 2 rows"
    qtbot.waitUntil(lambda: dialog.form.refused.isVisible())
    model = dialog.form.refused.model()
    assert [model.index(0, column).data() for column in (0, 2)] == ["3", "No unit is called “Dept 9”."]
    assert (dialog.form.leftOut.number.text(), dialog.form.mended.number.text()) == ("1", "1")
    answers.save = tmp_path / "left out.csv"
    press(dialog.form.saveRefused)
    assert "Dept 9" in answers.save.read_text("utf-8")
    assert workspace.count(Person) == 0, "a dry run writes nothing"
    finish(qtbot, dialog)
    assert {p.name for p in workspace.find(Person)} == {"Ada Moss", "Cy Dunn"}


def test_a_mapping_is_remembered_for_the_next_file_with_these_columns(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    with_units(workspace)
    first = opened(qtbot, workspace, "people", answers)
    read(qtbot, first, answers, people_file(tmp_path))
    choose(first, "Position title", "Job title")
    ready(qtbot, first)
    finish(qtbot, first)
    second = opened(qtbot, workspace, "people", answers)
    read(qtbot, second, answers, people_file(tmp_path))
    assert second.form.columnRows.findChildren(QComboBox, "field-Position title")[0].currentText() == "Job title"


def test_a_file_that_is_no_table_says_so_and_the_dialog_stays(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 this is no workbook")
    answers.open = broken
    dialog = opened(qtbot, workspace, "units", answers)
    QTest.keyClick(dialog.form.drop, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.form.fileError.isVisible())
    assert "broken.xlsx" in dialog.form.fileError.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_dropped_file_is_read(qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path) -> None:
    with_units(workspace)
    dialog = opened(qtbot, workspace, "people", answers)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(people_file(tmp_path)))])
    centre = QPointF(QPoint(40, 40))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.form.drop.dropEvent(QDropEvent(centre, Qt.DropAction.CopyAction, data, left, none))
    assert ready(qtbot, dialog) == "Import 2 rows"


def test_a_cancelled_import_writes_nothing(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    many = tmp_path / "many.csv"
    many.write_text("Name\n" + "\n".join(f"Unit {n}" for n in range(20_000)), "utf-8")
    dialog = opened(qtbot, workspace, "units", answers)
    read(qtbot, dialog, answers, many)
    press(dialog.form.go)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.form.checkError.isVisible(), timeout=20_000)
    assert "Nothing was written" in dialog.form.checkError.text()
    assert workspace.count(Unit) == 0


def test_a_needed_field_without_a_column_is_named(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "units.csv"
    path.write_text("Strange\nPharmacy\n", "utf-8")
    answers.open = path
    dialog = opened(qtbot, workspace, "units", answers)
    press(dialog.form.go)
    qtbot.waitUntil(lambda: dialog.form.checkError.isVisible())
    assert "“Name”" in dialog.form.checkError.text()
    assert not dialog.form.go.isEnabled()
    choose(dialog, "Strange", "Name (needed)")
    assert ready(qtbot, dialog) == "Import 1 row"


def test_a_sheet_of_a_workbook_is_chosen(qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "units.xlsx"
    with Workbook(path) as book:
        book.add_worksheet("Notes").write_row(0, 0, ["Nothing here"])
        units = book.add_worksheet("Units")
        for row, cells in enumerate((["Name", "Code"], ["Pharmacy", "P1"], ["Acute Wards", "A1"])):
            units.write_row(row, 0, cells)
    answers.open = path
    dialog = opened(qtbot, workspace, "units", answers)
    press(dialog.form.go)
    qtbot.waitUntil(dialog.form.sheet.isVisible)
    QTest.keyClick(dialog.form.sheet, Qt.Key.Key_Down)
    assert ready(qtbot, dialog) == "Import 2 rows"
    assert "Sheet “Units”" in dialog.form.about.text()
    finish(qtbot, dialog)
    assert {u.code for u in workspace.find(Unit)} == {"P1", "A1"}


def mend(qtbot: QtBot, dialog: ImportDialog, row: int, words: str) -> None:
    """Clicks what can be done about a row, and types an answer."""
    table = dialog.form.refused
    place = table.visualRect(table.model().index(row, 3)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at = dialog.focusWidget()
    editor = at.lineEdit() if isinstance(at, QComboBox) else at
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.form.go.text() == "Checking…")


def test_a_unit_is_chosen_once_for_every_row_that_names_it_so(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    with_units(workspace)
    path = tmp_path / "people.csv"
    path.write_text("Name,Unit,Phone\nAda,Dept 9,1\nBen,Pharmacy,2\nCy,Dept 9,3\n", "utf-8")
    dialog = opened(qtbot, workspace, "people", answers)
    assert read(qtbot, dialog, answers, path) == "Import 1 row"
    assert dialog.form.refused.model().index(0, 3).data() == "Choose a unit"
    mend(qtbot, dialog, 0, "Acute Wards")
    assert ready(qtbot, dialog) == "Import 3 rows"
    assert dialog.form.everyPanel.isVisible()
    finish(qtbot, dialog)
    acute = next(u for u in workspace.find(Unit) if u.name == "Acute Wards")
    assert sorted(p.name for p in workspace.find(Person) if p.unit == acute.id) == ["Ada", "Cy"]


def test_what_lacks_is_typed_for_one_row(qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Phone\nAda,1\n,2\n", "utf-8")
    dialog = opened(qtbot, workspace, "people", answers)
    assert read(qtbot, dialog, answers, path) == "Import 1 row"
    assert dialog.form.refused.model().index(0, 3).data() == "Type the name"
    mend(qtbot, dialog, 0, "Ben")
    assert ready(qtbot, dialog) == "Import 2 rows"


def test_a_file_that_would_come_in_twice_is_told_and_can_be_matched(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name,Phone\nAda,1\nBen,2\n", "utf-8")
    first = opened(qtbot, workspace, "people", answers)
    read(qtbot, first, answers, path)
    assert "again would add them again" in first.form.warnText.text()
    finish(qtbot, first)
    again = opened(qtbot, workspace, "people", answers)
    read(qtbot, again, answers, path)
    assert again.form.warnText.text().startswith("2 rows have the names of people already here")
    press(again.form.matchOn)
    ready(qtbot, again)
    assert not again.form.warnPanel.isVisible()
    finish(qtbot, again)
    assert workspace.count(Person) == 2


def test_the_key_to_import_is_under_the_hand_once_a_file_is_checked(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    with_units(workspace)
    dialog = opened(qtbot, workspace, "people", answers)
    dialog.read(people_file(tmp_path))
    assert ready(qtbot, dialog) == "Import 2 rows"
    assert dialog.form.go.hasFocus(), "Enter brings the rows in"


def test_what_the_rows_of_a_dropped_file_are_is_told_by_it_and_can_be_said_above_its_columns(
    qtbot: QtBot, workspace: Workspace, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Name\nAda\n", "utf-8")
    dialog = opened(qtbot, workspace, "units", answers)
    dialog.read(path)
    assert ready(qtbot, dialog) == "Import 1 row"
    assert (dialog.windowTitle(), dialog.form.kind.currentText()) == ("Import people", "People")
    assert dialog.form.kind.isVisible()
    dialog.form.kind.setFocus()
    QTest.keyClicks(dialog.form.kind, "Site")
    assert ready(qtbot, dialog) == "Import 1 row"
    finish(qtbot, dialog)
    assert [site.name for site in workspace.find(Site)] == ["Ada"]
