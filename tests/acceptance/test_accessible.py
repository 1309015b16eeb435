"""Everybody can use the window: by ear, by keys alone, with large text, mirrored, and in both colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from brm_app.ui.sidebar import PLACES
from tests.acceptance.hands import Hands
from tests.acceptance.seeing import contrast, ground, heard, text_contrast

PAGES = tuple(place.name for place in PLACES)
FORMS = (QLabel, QPushButton, QToolButton, QComboBox, QLineEdit)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, at_work: Hands) -> Hands:
    """A person at one of the pages, with its first record open."""
    go(at_work, request.param)
    return at_work


def go(hands: Hands, name: str) -> None:
    """Goes to a page and lets it finish what it does in the background."""
    hands.click_on(hands.window.sidebar.buttons[name])
    if name in ("projects", "journeys"):
        hands.keys("Return")
    hands.bot.wait(300)


def test_everything_that_can_be_reached_has_a_name_and_a_role(page: Hands) -> None:
    nameless = [it for it in heard(page.window) if it.focusable and not it.name.strip()]
    roleless = [it for it in heard(page.window) if it.focusable and it.role == "NoRole"]
    assert nameless == []
    assert roleless == []


def test_tab_reaches_every_control_and_is_never_trapped(page: Hands) -> None:
    wanted = {widget for widget in page.window.findChildren(QWidget) if takes_tab(widget, page.window)}
    start = page.window.sidebar.buttons[PAGES[0]]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 20):
        found = QApplication.focusWidget()
        assert found is not None
        reached.add(found)
        QTest.keyClick(found, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in reached
    missed = {named(widget) for widget in wanted - reached if takes_tab(widget, page.window)}
    assert missed == set()


def takes_tab(widget: QWidget, window: QWidget) -> bool:
    """Whether Tab should stop at a widget: it takes focus so, can be seen, and is no button of a chosen group."""
    if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or not widget.isVisible() or not widget.isEnabled():
        return False
    if widget.window() is not window or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and widget.group() and widget.group().exclusive():
        return widget.isChecked()
    return True


def named(widget: QWidget) -> str:
    """A widget in words."""
    return f"{type(widget).__name__} {widget.objectName()}"


def test_f6_goes_round_the_panes_and_comes_back(page: Hands) -> None:
    start = page.window.sidebar.buttons[PAGES[0]]
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(8):
        page.keys("F6")
        found = QApplication.focusWidget()
        assert found is not None
        seen.append(found)
    assert len(set(map(id, seen))) >= 3
    assert any(page.window.sidebar.buttons[name] in seen for name in PAGES)


def test_no_two_actions_share_a_key(at_work: Hands) -> None:
    window = at_work.window
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    keys += [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_text_and_controls_stand_out(page: Hands, appearance: str) -> None:
    page.window.commands.set_appearance(appearance)
    page.bot.wait(200)
    weak = list(too_weak(page.window))
    assert weak == []


def too_weak(window: QWidget) -> Iterator[str]:
    """Labels and buttons whose words, and fields whose edges, are hard to make out."""
    image = window.grab().toImage()
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, FORMS) or not in_sight(widget, window):
            continue
        rect = QRect(widget.mapTo(window, QPoint()), widget.size())
        if isinstance(widget, QLabel | QPushButton) and widget.text().strip():
            ratio = text_contrast(image, rect)
            if ratio < 4.5:
                yield f"{named(widget)} “{widget.text()[:40]}” {ratio:.1f}"
        if isinstance(widget, QLineEdit | QComboBox) and not widget.property("quiet") and widget.parentWidget():
            around = ground(image, rect.adjusted(-4, -4, 4, 4))
            edge = image.pixelColor(rect.left() + rect.width() // 2, rect.top())
            if isinstance(widget.parentWidget(), QComboBox) or not rect.isValid():
                continue
            if contrast(edge, around) < 3 and contrast(edge, ground(image, rect)) < 3:
                yield f"the edge of {named(widget)} {contrast(edge, around):.1f}"


def in_sight(widget: QWidget, window: QWidget) -> bool:
    """Whether the whole of a widget can be seen in the window now."""
    if not widget.isVisible() or widget.window() is not window or widget.size().isEmpty():
        return False
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("way", ["large text", "longer words", "mirrored"])
def test_nothing_is_cut_off(page: Hands, way: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if way == "large text":
        page.window.commands.set_text_size(1.5)
    elif way == "longer words":
        lengthen(page.window)
    else:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page.bot.wait(300)
        assert sorted(set(cut_off(page.window))) == []
        if way == "mirrored":
            bar = page.window.sidebar.buttons[PAGES[0]]
            assert bar.mapTo(page.window, QPoint()).x() > page.window.width() // 2
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        page.window.commands.set_text_size(1.0)


def lengthen(window: QWidget) -> None:
    """Makes the fixed words of a window two fifths longer, as a translation may."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            extra = "~" * max(1, round(len(widget.text()) * 0.4))
            widget.setText(widget.text() + extra)


def cut_off(window: QWidget) -> Iterator[str]:
    """Words that do not fit the widget that shows them."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not window or not isinstance(widget, FORMS):
            continue
        if isinstance(widget, QLabel) and widget.text():
            need = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if need > widget.height() + 1:
                yield f"{named(widget)} “{widget.text()[:40]}” is {widget.height()} high and needs {need}"
            if not widget.wordWrap() and not widget.property("elided"):
                need = widget.fontMetrics().horizontalAdvance(widget.text())
                if need > widget.contentsRect().width() + 1:
                    yield f"{named(widget)} “{widget.text()[:40]}” is {widget.width()} wide and needs {need}"
        elif isinstance(widget, QPushButton) and widget.text():
            least = widget.minimumSizeHint()
            if least.width() > widget.width() + 1 or least.height() > widget.height() + 1:
                yield f"{named(widget)} “{widget.text()[:40]}” is too small"
        if outside(widget):
            yield f"{named(widget)} lies outside of its parent"


def outside(widget: QWidget) -> bool:
    """Whether a widget begins or ends beyond the part of its parent that can be scrolled to."""
    parent = widget.parentWidget()
    if parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    return not parent.rect().adjusted(-2, -2, 2, 2).contains(widget.geometry())
