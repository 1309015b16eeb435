"""The frame around the pages: search and Log, places, keys, looks, files, and what is remembered."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QSplitter, QWidget

from brm_app.domain.records import Organisation, Promise, Unit
from brm_app.services.safekeeping import back_up
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui.importing.dialog import ImportDialog
from brm_app.ui.menus import Menus
from brm_app.ui.restoring import RestoreDialog
from brm_app.ui.sidebar import PLACES
from brm_app.ui.theme import font, scaled
from tests.ui.conftest import Driver


@pytest.fixture
def sample(empty_window: Driver, tmp_path: Path) -> Driver:
    path = tmp_path / "sample.brm"
    create(path, dt.date(2026, 11, 19)).close()
    empty_window.window.open_path(path)
    empty_window.until(lambda: empty_window.window.desk is not None)
    return empty_window


def focus() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def drop(window: QWidget, path: Path) -> None:
    data, at = QMimeData(), QPoint(400, 300)
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, keys))


# Search and Log


def test_ctrl_k_puts_the_cursor_into_the_search_field_and_esc_gives_it_back(sample: Driver) -> None:
    before = focus()
    sample.keys("Ctrl+K")
    assert focus() == "search"
    sample.keys("Esc")
    assert focus() == before


def test_ctrl_l_and_the_button_open_the_quick_log(sample: Driver) -> None:
    sample.keys("Ctrl+L")
    sample.find(QWidget, "quickLog")
    sample.keys("Esc")
    sample.press("log")
    sample.find(QWidget, "quickLog")


def test_without_a_workspace_neither_can_be_used(empty_window: Driver) -> None:
    assert not empty_window.window.bar.search.isEnabled()
    assert not empty_window.window.bar.log.isEnabled()


# Places


def test_the_sidebar_counts_and_says_what_is_due(sample: Driver) -> None:
    buttons = sample.window.sidebar.buttons
    sample.until(lambda: buttons["units"].count == f"{sample.workspace.count(Unit)}")
    with sample.workspace.write("Promise") as batch:
        batch.save(Promise(words="A second badge reader", due=dt.date(2020, 1, 1)))
    if "promises" in buttons:
        sample.until(lambda: buttons["promises"].due)
        assert "due of" in buttons["promises"].accessibleDescription()


def test_a_narrow_window_shows_icons_and_a_wide_one_words_unless_the_person_wants_icons(sample: Driver) -> None:
    sample.window.resize(960, 640)
    assert sample.window.form.sidebar.width() == 48
    assert sample.window.sidebar.buttons["people"].toolTip().startswith("People")
    sample.window.resize(1200, 700)
    assert sample.window.form.sidebar.width() == 208
    sample.window.menus.sidebar.trigger()
    assert sample.window.form.sidebar.width() == 48
    assert sample.window.settings.value("sidebar") == "narrow"


def test_f6_goes_round_all_panes_and_back(sample: Driver) -> None:
    sample.window.go("units")
    sample.keys("F6")
    seen = [focus()]
    while len(seen) < 12 and seen.count(seen[0]) == 1:
        sample.keys("F6")
        seen.append(focus())
    assert seen[0] == seen[-1]
    assert {"place-units", "unitsTree"} <= set(seen) or len(set(seen)) >= 3
    sample.keys("Shift+F6")
    assert focus() == seen[-2]


def test_tab_goes_from_the_sidebar_through_the_bar_to_the_page(sample: Driver) -> None:
    sample.window.sidebar.buttons["settings"].setFocus()
    seen = []
    for _ in range(8):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        seen.append(focus())
    assert seen.index("search") < seen.index("log") < len(seen) - 1


# Keys and menus


def test_f1_lists_the_keys_of_the_actions_and_of_the_page_and_filters_them(sample: Driver) -> None:
    sample.keys("F1")
    listed = sample.find(QListWidget, "keysList")
    rows = [listed.item(n) for n in range(listed.count())]
    said = {row.text() for row in rows}
    assert {"Undo", "Search everything", "Log a touchpoint", "Next pane"} <= said
    assert sample.window.page is not None
    assert all(does.capitalize() in said for _, does in sample.window.page.hints)
    assert [row.text() for row in rows].count("New") == 1, "the page and the menu say the same"
    QTest.keyClicks(focused(), "log a")
    assert [row.text() for row in rows if not row.isHidden()] == ["Record", "Log a touchpoint"]
    sample.keys("Esc")
    assert not listed.isVisible()


def test_enter_in_the_list_of_keys_does_what_is_marked(sample: Driver) -> None:
    sample.keys("F1")
    QTest.keyClicks(focused(), "people")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert sample.window.page is not None
    assert sample.window.page.name == "people"


def test_every_action_of_the_menus_has_a_name_and_does_something(sample: Driver) -> None:
    menus: Menus = sample.window.menus
    assert [title for title, _ in menus.listed()] == ["File", "Edit", "View", "Go", "Record", "Briefing", "Help"]
    assert len(menus.actions()) > 35
    assert all(action.text() for action in menus.actions())
    assert [a.text() for _, listed in menus.listed() for a in listed if a.shortcut().toString() == "Ctrl+1"] == [
        PLACES[0].words
    ]


# Looks


def test_larger_text_makes_everything_grow_at_once_and_is_remembered(sample: Driver) -> None:
    sample.window.go("people")
    sample.window.menus.sizes[1.5].trigger()
    assert font("body").pixelSize() == 20
    assert scaled(36) == 54
    assert sample.window.form.commandBar.height() == 72
    assert sample.window.page is not None
    assert sample.window.page.name == "people"
    assert sample.window.settings.value("text") == "1.5"
    sample.window.menus.sizes[1.0].trigger()
    assert sample.window.form.commandBar.height() == 48


def test_a_splitter_stays_where_it_was_moved(sample: Driver) -> None:
    sample.window.go("units")
    assert sample.window.page is not None
    splitter = sample.window.page.findChildren(QSplitter)[0]
    handle = splitter.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    QTest.mouseMove(handle, handle.rect().center() + QPoint(90, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center() + QPoint(90, 0))
    sizes = splitter.sizes()
    sample.window.menus.appearances["dark"].trigger()
    again = sample.window.page.findChildren(QSplitter)[0]
    assert again is not splitter
    assert again.sizes() == sizes
    sample.window.menus.appearances["light"].trigger()


# The status bar


def test_the_status_bar_says_that_all_is_saved_and_when(driver: Driver) -> None:
    assert driver.text("saved") == "All changes saved"
    assert driver.window.desk is not None
    driver.window.desk.save(Unit(name="Pharmacy"))
    assert driver.text("toast").startswith("Saved Pharmacy")
    driver.press("toastUndo")
    assert driver.workspace.find(Unit) == []
    driver.window.line.quiet()
    assert driver.text("saved").startswith("All changes saved ")


# Files


def test_recent_workspaces_are_listed_the_latest_first_and_can_be_forgotten(driver: Driver, tmp_path: Path) -> None:
    Workspace.create(tmp_path / "second.brm", "Second").close()
    driver.window.open_path(tmp_path / "second.brm")
    driver.until(lambda: driver.text("organisation") == "Second")
    recent = [action for _, listed in driver.window.menus.listed()[:1] for action in listed]
    words = [action.text() for action in recent]
    assert words.index("second") < words.index("meridian")
    next(action for action in recent if action.text() == "meridian").trigger()
    driver.until(lambda: driver.text("organisation") == "Meridian")
    driver.window.files.forget_recent()
    assert driver.window.files.recent == []


def test_a_workspace_that_is_dropped_opens(driver: Driver, tmp_path: Path) -> None:
    Workspace.create(tmp_path / "second.brm", "Second").close()
    drop(driver.window, tmp_path / "second.brm")
    driver.until(lambda: driver.text("organisation") == "Second")


def test_a_table_that_is_dropped_opens_the_import_with_it(driver: Driver, tmp_path: Path) -> None:
    table = tmp_path / "units.csv"
    table.write_text("Name\nPharmacy\n", "utf-8")
    driver.window.go("units")
    drop(driver.window, table)
    (dialog,) = driver.window.findChildren(ImportDialog)
    driver.until(lambda: dialog.intake.source is not None)
    assert dialog.intake.cls is Unit
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("letter.odt", "can't be taken"),
        ("broken.brm", "not a Liaison workspace"),
        ("logo.svg", "Drop it on the logo of a project"),
    ],
)
def test_a_file_that_is_neither_is_told_in_a_sentence(driver: Driver, tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(b"no such thing" * 100)
    drop(driver.window, tmp_path / name)
    driver.until(lambda: words in driver.window.line.words.text())
    assert driver.text("organisation") == "Meridian"


def test_a_table_dropped_before_a_workspace_is_open_is_told_what_to_do(empty_window: Driver, tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("Name\n", "utf-8")
    drop(empty_window.window, tmp_path / "units.csv")
    assert "imported into a workspace" in empty_window.text("working")


def test_the_list_of_the_page_is_exported(sample: Driver, tmp_path: Path) -> None:
    sample.window.go("people")
    sample.answers.save = tmp_path / "people.csv"
    sample.window.menus.export.trigger()
    sample.until(lambda: (tmp_path / "people.csv").exists())
    sample.until(lambda: "Exported" in sample.window.line.words.text())


def test_tables_come_in_and_go_out_at_every_place(sample: Driver, tmp_path: Path) -> None:
    for place in PLACES:
        sample.window.go(place.name)
        sample.window.commands.import_table()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog), place.name
        dialog.reject()
        path = sample.answers.save = tmp_path / f"{place.name}.csv"
        sample.window.menus.export.trigger()
        sample.until(path.exists)


def test_a_backup_is_brought_back_and_the_file_as_it_was_is_kept(driver: Driver) -> None:
    back_up(driver.workspace.path)
    with driver.workspace.write("Rename") as batch:
        before = driver.workspace.find(Organisation)[0]
        batch.save(Organisation(id=before.id, name="Elsewhere"), base=before)
    driver.window.commands.show_backups()
    (dialog,) = driver.window.findChildren(RestoreDialog)
    driver.until(dialog.go.isEnabled)
    QTest.keyClick(dialog.dates, Qt.Key.Key_Return)
    driver.until(lambda: "Restored the backup" in driver.window.line.words.text())
    assert driver.text("organisation") == "Meridian"
    assert list(driver.workspace.path.parent.glob("*replaced*"))
