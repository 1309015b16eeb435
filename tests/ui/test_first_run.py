"""The first page, and what is there before a workspace is."""

from __future__ import annotations

import builtins
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from brm_app.domain.records import Project, Unit
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui.importing.dialog import ImportDialog
from tests.ui.conftest import Driver

HEAVY = ("alembic", "reportlab", "pypdfium2", "pikepdf", "numpy", "sqlalchemy")
SHOWN = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
app = QApplication([])
from brm_app.app import make_window
window = make_window(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window.show()
app.processEvents()
assert window.first.isVisible()
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""
PAINTED = """
import sys
from PySide6 import QtCore
from brm_app import app

def tell(_first_piece):
    print("Qt" in vars(QtCore), *(name for name in sys.modules if name.startswith("brm_app.ui.")))
    raise SystemExit

app.import_module = tell
sys.excepthook = sys.__excepthook__
app.run(None)
"""
READ = """
import sys
from enum import Enum
from brm_app import app

class Window(app.Window):
    def _on_opened(self, then_import):
        super()._on_opened(then_import)
        self.reading = True

    def paintEvent(self, event):
        super().paintEvent(event)
        if getattr(self, "reading", False) and not self.held:
            print(self.page.name, *(name for name in sys.argv[2:] if name in sys.modules))
            print(*(kind for kind in map(str, Enum.__subclasses__()) if "ButtonPosition" in kind))  # of QTabBar
            raise SystemExit

app.Window = Window
sys.excepthook = sys.__excepthook__
app.run(app.Path(sys.argv[1]))
"""


def test_the_sample_opens_as_a_copy_on_the_projects_page(empty_window: Driver, tmp_path: Path) -> None:
    empty_window.answers.save = tmp_path / "copy.brm"
    empty_window.keys("1")
    empty_window.until(lambda: empty_window.window.desk is not None)
    assert empty_window.workspace.path == tmp_path / "copy.brm"
    assert empty_window.workspace.count(Unit) >= 14
    assert empty_window.window.page is not None
    assert empty_window.window.page.name == "projects"
    assert empty_window.workspace.undo_label() == ""


def test_a_press_anywhere_in_a_row_is_a_press_of_its_button(empty_window: Driver, tmp_path: Path) -> None:
    empty_window.answers.save = tmp_path / "copy.brm"
    QTest.mouseClick(empty_window.window.first.form.sampleAbout, Qt.MouseButton.LeftButton)
    empty_window.until(lambda: empty_window.window.desk is not None)


def test_a_place_that_can_t_be_written_is_told_where_it_was_asked_for(empty_window: Driver, tmp_path: Path) -> None:
    empty_window.answers.save = tmp_path / "gone" / "new.brm"
    empty_window.keys("2")
    empty_window.type("organisationName", "Harbour Trust")
    empty_window.type("currency", "AUD")
    empty_window.press("create")
    empty_window.until(lambda: empty_window.window.first.form.newError.isVisible())
    assert "does not exist. Nothing was made." in empty_window.text("newError")
    assert empty_window.window.first.form.create.hasFocus()
    empty_window.answers.save = tmp_path / "new.brm"
    empty_window.keys("Space")
    empty_window.until(lambda: empty_window.window.desk is not None)


def test_a_new_workspace_asks_for_name_currency_and_rate(empty_window: Driver, tmp_path: Path) -> None:
    empty_window.answers.save = tmp_path / "new.brm"
    empty_window.keys("2")
    empty_window.press("create")
    assert empty_window.text("newError") == "Organisation is empty."
    form = empty_window.window.first.form
    assert form.organisationName.hasFocus()
    empty_window.type("organisationName", "Harbour Trust")
    empty_window.type("currency", "dollars")
    empty_window.type("rate", "much")
    empty_window.press("create")
    assert form.currency.hasFocus()
    assert [line.property("error") for line in (form.organisationName, form.currency, form.rate)] == [
        "false", "true", "true",
    ]  # fmt: skip
    empty_window.type("currency", "aud")
    empty_window.type("rate", "46.50")
    empty_window.press("create")
    empty_window.until(lambda: empty_window.window.desk is not None)
    organisation = empty_window.workspace.organisation
    assert (organisation.name, organisation.currency, organisation.hourly_rate) == ("Harbour Trust", "AUD", 4650)
    assert empty_window.workspace.count(Project) == 0
    empty_window.find(QPushButton, "emptyAdd")


def test_a_file_that_is_no_workspace_is_refused_with_a_sentence(empty_window: Driver, tmp_path: Path) -> None:
    path = tmp_path / "notes.brm"
    path.write_text("not a workspace, only some words about one" * 50)
    empty_window.answers.open = path
    empty_window.press("open")
    empty_window.until(lambda: "is not a Liaison workspace" in empty_window.text("working"))
    assert empty_window.window.desk is None


def test_another_workspace_takes_the_place_of_the_open_one(driver: Driver, tmp_path: Path) -> None:
    Workspace.create(tmp_path / "second.brm", "Second").close()
    driver.answers.open = tmp_path / "second.brm"
    driver.keys("Ctrl+O")
    driver.until(lambda: driver.workspace.organisation.name == "Second")
    assert driver.text("organisation") == "Second"


def test_the_first_page_needs_neither_database_nor_typesetter(tmp_path: Path, checkout: Path) -> None:
    command = [sys.executable, "-c", SHOWN, str(tmp_path / "w.ini"), *HEAVY]
    done = subprocess.run(command, capture_output=True, text=True, cwd=checkout, check=True)
    assert done.stdout.split() == []


def test_the_first_page_with_data_is_painted_before_the_database_library_and_all_widgets_of_qt_are_imported(
    tmp_path: Path, checkout: Path
) -> None:
    create(tmp_path / "w.brm", dt.date(2026, 11, 19)).close()
    settings = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE")}
    command = [sys.executable, "-c", READ, str(tmp_path / "w.brm"), *HEAVY, "asyncio", "brm_app.storage.schema"]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=checkout, env={**os.environ, **settings}, timeout=60, check=False
    )
    assert done.stdout.split() == ["projects"], done.stderr


def test_the_grounds_are_painted_before_the_pieces_of_the_window_are_imported(tmp_path: Path, checkout: Path) -> None:
    settings = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE")}
    command = [sys.executable, "-c", PAINTED]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=checkout, env={**os.environ, **settings}, timeout=60, check=False
    )
    has_enumerations, *pieces = done.stdout.split()
    assert has_enumerations == "False"
    assert {name.removeprefix("brm_app.ui.") for name in pieces} == {
        "drawn", "drawn.theme", "ground", "handover", "layouts", "window",
    }  # fmt: skip


def test_imports_do_not_read_sources_once_the_window_is_there() -> None:
    assert builtins.__import__.__name__ != "__feature_import__"


def test_quit_when_shown_leaves_once_the_first_page_shows_its_data(tmp_path: Path, checkout: Path) -> None:
    Workspace.create(tmp_path / "w.brm", "Meridian").close()
    command = [sys.executable, "-m", "brm_app", str(tmp_path / "w.brm"), "--quit-when-shown"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=checkout, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_quit_when_shown_says_why_a_file_was_not_opened(tmp_path: Path, checkout: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear board", "utf-8")
    command = [sys.executable, "-m", "brm_app", str(tmp_path / "letter.txt"), "--quit-when-shown"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=checkout, timeout=60, check=False)
    assert done.returncode == 1
    assert "not a Liaison workspace" in done.stderr


def test_the_appearance_can_be_changed_and_is_remembered(driver: Driver) -> None:
    driver.window.menus.appearances["dark"].trigger()
    assert driver.window.theme.dark
    assert driver.window.settings.value("appearance") == "dark"
    driver.window.menus.appearances["light"].trigger()
    assert not driver.window.theme.dark


def test_import_makes_a_workspace_and_then_asks_for_the_table(empty_window: Driver, tmp_path: Path) -> None:
    empty_window.answers.save = tmp_path / "new.brm"
    empty_window.keys("3")
    empty_window.type("organisationName", "Harbour Trust")
    QTest.keyClick(empty_window.window.first.form.organisationName, Qt.Key.Key_Return)
    empty_window.until(lambda: bool(empty_window.window.findChildren(ImportDialog)))
    (dialog,) = empty_window.window.findChildren(ImportDialog)
    empty_window.until(dialog.isVisible)
    assert dialog.intake.cls is Unit
    dialog.reject()


def test_esc_closes_the_questions_of_a_new_workspace(empty_window: Driver) -> None:
    empty_window.keys("2")
    assert empty_window.window.first.form.newForm.isVisible()
    QTest.keyClick(empty_window.window.first.form.organisationName, Qt.Key.Key_Escape)
    assert not empty_window.window.first.form.newForm.isVisible()


@pytest.mark.parametrize(
    "place", ["projects", "journeys", "touchpoints", "units", "people", "promises", "concerns", "decisions"]
)
def test_enter_on_an_empty_page_makes_the_first_record(driver: Driver, place: str) -> None:
    driver.window.go(place)
    focus = driver.window.focusWidget()
    assert isinstance(focus, QPushButton), "the one thing to do there has the keyboard"
    assert focus.text().startswith(("New ", "Log "))
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert isinstance(driver.window.focusWidget(), QLineEdit | QPlainTextEdit), "which can be typed at once"


class Paints(QObject):
    """Names the pieces that are painted, one after the other."""

    def __init__(self, *pieces: QWidget) -> None:
        super().__init__()
        self.names: list[str] = []
        for piece in pieces:
            piece.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.names.append(watched.objectName())
        return False


def test_a_held_window_shows_grounds_and_is_then_painted_once_with_all_its_pieces(driver: Driver) -> None:
    window = driver.window
    with driver.bot.waitSignal(window.seen):
        window.wait_for_paint()
    paints = Paints(window, window.form.sidebar, window.form.statusBar)
    window.hold(True)
    driver.until(lambda: paints.names == ["window"])
    window.hold(False)
    driver.until(lambda: len(paints.names) > 1)
    QApplication.processEvents()
    assert paints.names == ["window", "window", "sidebar", "statusBar"]
