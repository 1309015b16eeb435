"""A person who wanders through the window without a plan: clicks, types and presses whatever is there."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from brm_app.ui.sidebar import PLACES
from brm_app.ui.widgets import seen_within
from tests.acceptance import errands
from tests.acceptance.hands import Hands

WORDS = (
    "Pharmacy", "labels jam", "@fri", "12", "4.5", "2026-12-01", "#2A5BC7", "<b>&amp;</b>", "'; drop table units; --",
    "=1+1", "Ωmega ñ 漢字", "x" * 80, "visit Harbour View: phone dies @tomorrow", "",
)  # fmt: skip
PAGE_KEYS = (
    "Return", "Space", "Down", "Up", "End", "Home", "Left", "Right", "Delete", "K", "B", "C", "D", "A", "R", "T", "E",
    "N", "P", "M", "Insert", "F2", "Tab", "Shift+Tab",
)  # fmt: skip
# Not F1: its list runs any command, and so ends the walk by Quit.
WINDOW_KEYS = (
    "Ctrl+N", "Ctrl+Return", "Esc", "Ctrl+F", "Ctrl+L", "Ctrl+K", "F6", "Shift+F6", "Alt+Left", "Alt+Right",
    "Tab", "F9",
)  # fmt: skip
NOT_PRESSED = {"leave"}  # nothing of the window proper: what closes it is in the menus only


class Wanderer:
    """Does one thing after the other, chosen by a seed. `did` tells the last one, for whom a test fails."""

    def __init__(self, hands: Hands, seed: int, errands_too: bool = False) -> None:
        self.hands, self.random = hands, random.Random(seed)
        self._errands = 20 if errands_too else 0  # they wait for pages, which takes its time
        self.did = ""
        self.been: Counter[str] = Counter()  # steps at each place
        self.sent: Counter[str] = Counter()  # errands to each

    def step(self) -> None:
        """Does something that can be done where the person is."""
        ways: list[tuple[Callable[[], bool], int]] = [
            (self._go_elsewhere, 3), (self._press_button, 8), (self._type_into, 14), (self._act_in_list, 12),
            (self._choose, 3), (self._press_keys, 6), (self._run_errand, self._errands),
        ]  # fmt: skip
        while ways:
            way = self.random.choices(ways, [weight for _, weight in ways])[0]
            if way[0]():
                break
            ways.remove(way)
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as an event loop does that runs
        if self.hands.window.page:
            self.been[self.hands.window.page.name] += 1

    def step_aside(self) -> None:
        """Closes what is open over the page, and leaves what is being typed to be saved, by going where one is."""
        for _ in range(4):
            if not (QApplication.activePopupWidget() or QApplication.activeModalWidget()):
                break
            self.hands.keys("Esc")
        place = self.hands.window.page.name if self.hands.window.page else PLACES[0].name
        button = self.hands.window.sidebar.buttons[place]
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        QApplication.processEvents()
        button.setFocus(Qt.FocusReason.OtherFocusReason)  # in a field, undo is of what was typed there

    def go_home(self) -> None:
        """Closes the window; what could not be saved as it was typed was asked about, and given up."""
        self.step_aside()
        self.hands.window.close()
        self.hands.answers.asked.clear()

    # What there is to do

    def _any(self, kind: type[QWidget]) -> list[QWidget]:
        top = QApplication.activeModalWidget() or self.hands.window
        return [
            widget
            for widget in seen_within(top)
            if isinstance(widget, kind)
            and widget.isEnabled()
            and widget.objectName() not in NOT_PRESSED
            and _shown(widget)
        ]

    def _hit(self, widget: QWidget, at: QPoint | None = None) -> None:
        where = (at or widget.rect().center()) if at or not widget.rect().isEmpty() else QPoint(1, 1)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def _tell(self, what: str, widget: QWidget | None = None) -> bool:
        self.did = f"{what} {widget.objectName() if widget else ''}".strip()
        return True

    def _go_elsewhere(self) -> bool:
        if QApplication.activeModalWidget():
            return False
        buttons = self.hands.window.sidebar.buttons
        seldom = min(buttons, key=lambda place: self.been[place])
        button = buttons[self.random.choice((seldom, *buttons))]
        self._tell("go to", button)
        self._hit(button)
        return True

    def _run_errand(self) -> bool:
        """Goes to a place for something that is done there only."""
        if QApplication.activeModalWidget():
            return False
        seldom = min(errands.ERRANDS, key=lambda place: self.sent[place])
        place = self.random.choice((seldom, *errands.ERRANDS))
        self.sent[place] += 1
        self._tell(f"an errand to {place}")
        self.hands.keys("Esc", "Ctrl+L", "Esc", "Ctrl+K", "Esc")
        self._hit(self.hands.window.sidebar.buttons[place])
        QApplication.processEvents()
        if self._covered():  # a panel that offers something takes Esc for itself first
            self.hands.keys("Ctrl+L", "Esc", "Esc", "Ctrl+K", "Esc", "Esc")
        there = self.hands.window.page and self.hands.window.page.name == place  # else what is typed can't be saved
        if there and not self._covered():
            self._tell(f"{errands.run(self.hands, self.random, place)} at {place}")
        return True

    def _covered(self) -> bool:
        return any(each.property("role") == "floating" for each in self._any(QFrame))

    def _press_button(self) -> bool:
        buttons = [b for b in self._any(QAbstractButton) if not b.objectName().startswith("place-")]
        if not buttons:
            return False
        chosen = self.random.choice(buttons)
        self._tell("press", chosen)
        keys = self.random.choice((("Esc",), ("Down", "Return"), ("Down", "Down", "Return")))
        QTimer.singleShot(0, lambda: _in_menu(*keys))  # a button's menu keeps the click until something is chosen
        self._hit(chosen)
        return True

    def _type_into(self) -> bool:
        fields = [
            field
            for field in (*self._any(QLineEdit), *self._any(QPlainTextEdit))
            if not (isinstance(field, QLineEdit | QPlainTextEdit) and field.isReadOnly())
        ]
        if not fields:
            return False
        field, words = self.random.choice(fields), self.random.choice(WORDS)
        self._tell(f"type {words!r} into", field)
        self._hit(field)
        if self.random.random() < 0.5:
            QTest.keySequence(field, "Ctrl+A")
        if words.isascii():
            QTest.keyClicks(field, words)
        else:
            _paste(field, words)
        if self.random.random() < 0.8:
            QTest.keySequence(field, self.random.choice(("Ctrl+Return", "Ctrl+Return", "Return", "Esc", "Tab")))
        return True

    def _act_in_list(self) -> bool:
        views = [view for view in self._any(QAbstractItemView) if isinstance(view, QAbstractItemView) and view.model()]
        if not views:
            return False
        view = self.random.choice(views)
        assert isinstance(view, QAbstractItemView)
        rows = min(view.model().rowCount(), 40)
        if rows:
            cell = view.visualRect(view.model().index(self.random.randrange(rows), 0))
            if QRect(view.viewport().rect()).contains(cell.center()):
                self._hit(view.viewport(), cell.center())
        key = self.random.choice(PAGE_KEYS)
        self._tell(f"{key} in", view)
        if view.isVisible():
            QTest.keySequence(view, key)
        return True

    def _choose(self) -> bool:
        combos = self._any(QComboBox)
        if not combos:
            return False
        combo = self.random.choice(combos)
        self._tell("choose in", combo)
        combo.setFocus(Qt.FocusReason.OtherFocusReason)
        for key in (*[Qt.Key.Key_Down] * self.random.randrange(4), Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget() or combo, key)
        return True

    def _press_keys(self) -> bool:
        key = self.random.choice((*WINDOW_KEYS, *PAGE_KEYS))
        self._tell(f"press {key}")
        QTest.keySequence(QApplication.focusWidget() or self.hands.window, key)
        return True


def _in_menu(*keys: str) -> None:
    for key in keys:
        menu = QApplication.activePopupWidget()
        if menu is not None:
            QTest.keySequence(menu, key)


def _paste(field: QWidget, words: str) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText(words)
    QTest.keySequence(field, "Ctrl+V")
    clipboard.clear()


def _shown(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()
