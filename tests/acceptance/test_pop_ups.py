"""What comes up beside a field, its menu and its calendar, can be used by everybody as the window can."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from brm_app.ui import theme
from brm_app.ui.editing.calendar import Calendar
from tests.acceptance.hands import Hands
from tests.acceptance.painted import all_painted, astray, cut_off, overlapping, settle
from tests.acceptance.seeing import heard, legible
from tests.acceptance.touring import everything, open_sample, pages

# The offscreen platform has no window manager to tell of size limits, nor anybody to activate a window.

TEXT = 4.5  # the contrast of WCAG 2.1 AA
TYPED = (QLineEdit, QPlainTextEdit, QTextEdit)
LOOKS = ["light", "dark", "large text", "longer words", "mirrored"]
SOME = ("touchpoints", "concerns", "messages")


def opened() -> QWidget | None:
    """What has popped up."""
    settle()
    return QApplication.activePopupWidget()


def text_fields(top: QWidget) -> list[QWidget]:
    """The fields of a window that text is typed into or read from, now."""
    return [each for each in top.findChildren(QWidget) if isinstance(each, TYPED) and _stands(each, top)]


def calendar_buttons(top: QWidget) -> list[QWidget]:
    """The buttons that open a calendar, now."""
    return [b for b in top.findChildren(QToolButton) if b.objectName().startswith("calendar-") and _stands(b, top)]


def _stands(widget: QWidget, top: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.window() is top


def unmet(found: Iterable[QWidget], met: set[str]) -> Iterator[tuple[str, QWidget]]:
    """Those of them whose like was not met yet, with the focus in them; each by its name."""
    for each in found:
        within = each.parentWidget()
        of_combo = f" of {within.objectName()}" if isinstance(within, QComboBox) else ""
        name = f"{type(each).__name__} {each.objectName()} {each.accessibleName()}{of_combo}"
        if name in met or not isValid(each) or not each.isVisible():
            continue
        met.add(name)
        above = each.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(each)
            above = above.parentWidget()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        yield name, each


def test_the_menu_of_every_field_opens_at_a_key_and_leaves_everything_as_it_is(hands: Hands, tmp_path: Path) -> None:
    faults, met = [], set[str]()
    for view, top in everything(hands, tmp_path):
        if QApplication.activePopupWidget():
            continue
        for name, field in unmet(text_fields(top), met):
            for key in ("Menu", "Shift+F10"):
                hands.keys(key)
                menu = opened()
                if not isinstance(menu, QMenu):
                    faults.append(f"{view}: {key} in {name} opens {menu}")
                    continue
                told = menu.accessibleName()
                faults += [] if told == f"Menu of {field.accessibleName()}" else [f"{view}: {name} has {told}"]
                hands.keys("Esc")
                if opened() is not None or not field.isVisible() or not field.hasFocus():
                    faults.append(f"{view}: Esc closes more than the menu of {name}, or less")
    assert len(met) > 60
    assert not faults, "\n".join(faults)


def test_copy_and_paste_of_a_menu_are_done_by_the_arrows_and_enter(at_work: Hands) -> None:
    at_work.keys("Ctrl+L")
    at_work.write("labels")
    at_work.keys("Ctrl+A", "Menu", "C")
    at_work.keys("End", "Shift+F10", "P")
    assert at_work.reads("logText") == "labelslabels"
    at_work.keys("Shift+F10", "Up", "Return", "Backspace")  # the last of the menu chooses everything
    assert at_work.reads("logText") == ""
    at_work.keys("Esc")


def test_every_calendar_is_gone_through_with_keys_and_left_alone_with_esc(hands: Hands, tmp_path: Path) -> None:
    hands.window.resize(1440, 900)
    open_sample(hands, tmp_path)
    faults, met = [], set[str]()
    for view, top in pages(hands):
        for name, button in unmet(calendar_buttons(top), met):
            fields = [line.text() for line in text_fields(top) if isinstance(line, QLineEdit)]
            hands.keys("Space")
            calendar = opened()
            assert isinstance(calendar, Calendar), f"{view}: {name} opens {calendar}"
            day = calendar.days.day
            hands.keys("Right", "Down", "PgDown", "Esc")
            left = [line.text() for line in text_fields(top) if isinstance(line, QLineEdit)]
            if opened() is not None or not button.hasFocus() or left != fields:
                faults.append(f"{view}: Esc does more than to close {name}, or less")
            assert day
    assert len(met) > 5
    assert not faults, "\n".join(faults)


class WideFont(QFont):
    """Letters two fifths wider: whatever is written is then as long as in a wordier language."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)
        self.setStretch(140)


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A way of looking at the window, while a screen reader listens."""
    if request.param == "longer words":
        monkeypatch.setattr(theme, "QFont", WideFont)
    if request.param == "mirrored":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QAccessible.setActive(True)
    yield request.param
    QAccessible.setActive(False)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_menus_and_calendars_are_told_legible_and_whole(
    look: str, hands: Hands, tmp_path: Path, counted: Callable[[int, int], int]
) -> None:
    if look in hands.window.menus.appearances:
        hands.window.menus.appearances[look].trigger()
    if look == "large text":
        hands.window.menus.sizes[1.5].trigger()
    hands.window.resize(1440, 900)
    open_sample(hands, tmp_path)
    faults, met = set[str](), set[str]()
    for view, top in pages(hands) if counted(0, 1) else pages(hands, SOME):
        for key, found in (("Menu", text_fields(top)), ("Space", calendar_buttons(top))):
            for name, _ in unmet(found, met):
                hands.keys(key)
                shown = opened()
                assert shown is not None, f"{view}: {key} opens nothing in {name}"
                faults |= {f"{view}, {name}: {fault}" for fault in faults_of(shown)}
                hands.keys("Esc")
                assert opened() is None
    assert len(met) > 20
    assert not faults, "\n".join(sorted(faults))


def faults_of(shown: QWidget) -> Iterator[str]:
    """What somebody can't hear, read, or see whole in what has popped up."""
    for it in heard(shown):
        if it.focusable and (not it.name.strip() or it.role == "NoRole"):
            yield f"{it} has no name"
    found, image = list(all_painted(shown)), shown.grab().toImage()
    yield from overlapping(found)
    for words in found:
        yield from filter(None, (cut_off(words), *astray(words)))
        if legible(words, image) < TEXT:
            yield f"{words} has a contrast of {legible(words, image):.2f}"
    room = shown.screen().availableGeometry()
    if isinstance(shown, Calendar) and not room.contains(shown.geometry()):
        yield f"{shown.geometry()} leaves the screen"
