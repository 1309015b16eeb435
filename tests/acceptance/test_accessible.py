"""Everybody can use the window: by ear, by keys alone, with large text, mirrored, and in both colours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QFont, QRegion, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from brm_app.ui import theme
from tests.acceptance.hands import Hands
from tests.acceptance.painted import all_painted, astray, astray_stops, cut_off, overlapping, settle
from tests.acceptance.seeing import changed, edge_contrast, heard, legible, stop_of, takes_tab, unheard
from tests.acceptance.touring import everything

# The offscreen platform has no window manager to tell of size limits, nor anybody to activate a window.

TEXT, SHAPE = 4.5, 3.0  # contrasts of WCAG 2.1 AA
FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)
IN_PLACE = ("title-edit", "page-text")  # roles of fields that look like the text they edit until they are entered
PANELS = ("quick log", "search", "all keys")
RING = 120  # px of a ring that are enough, however large what it is around


def named(widget: QWidget | None) -> str:
    """A widget in words."""
    return f"{type(widget).__name__} {widget.objectName()}" if widget else "nothing"


def listed(faults: Iterable[str]) -> str:
    """Faults, one in a line."""
    return "\n".join(("", *sorted(faults)))


# By ear


@pytest.fixture
def _listening() -> Iterator[None]:
    """A screen reader is there, so that Qt keeps its tree in step with the models."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("_listening")
def test_all_that_can_be_reached_or_read_is_told_with_a_name_and_a_role(hands: Hands, tmp_path: Path) -> None:
    faults: Counter[str] = Counter()
    for view, top in everything(hands, tmp_path):
        for it in heard(top):
            if it.focusable and (not it.name.strip() or it.role == "NoRole"):
                faults[f"{view}: {it}"] += 1
        said: dict[QWidget, str] = {}
        faults.update(f"{view}: {words} is not told" for words in all_painted(top) if unheard(words, said))
    assert not faults, listed(faults)


# By keys


def test_tab_reaches_all_and_is_never_trapped(hands: Hands, tmp_path: Path) -> None:
    faults = []
    for view, top in everything(hands, tmp_path):
        if QApplication.activePopupWidget():  # arrows go through it, and Tab is not its key
            continue
        wanted = [widget for widget in inside(view, top) if takes_tab(widget, top)]
        for key in ("Tab", "Shift+Tab"):
            reached = walk(hands, key, 2 * len(top.findChildren(QWidget)))
            if reached is None:
                faults.append(f"{view}: {key} never comes back from {named(QApplication.focusWidget())}")
                continue
            stops = {stop_of(widget) for widget in reached if isValid(widget)}
            missed = [each for each in wanted if isValid(each) and takes_tab(each, top) and stop_of(each) not in stops]
            faults += [f"{view}: {key} misses {named(widget)}" for widget in missed]
    assert not faults, listed(faults)


def inside(view: str, top: QWidget) -> list[QWidget]:
    """The widgets of a window, or of the panel that floats over it."""
    if view in PANELS:
        (panel,) = (each for each in top.findChildren(QFrame) if each.property("role") == "floating" and seen(each))
        return panel.findChildren(QWidget)
    return top.findChildren(QWidget)


def seen(widget: QWidget) -> bool:
    """Whether anything of a widget is on the screen."""
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def walk(hands: Hands, key: str, most: int) -> list[QWidget] | None:
    """Presses a key until the focus is where it began, and tells where it was; None where it goes elsewhere.

    A key may be used up once where the focus is: the line of the log takes Tab while it offers a day.
    """
    reached: list[QWidget] = []
    for _ in range(most):
        hands.keys(key)
        found = QApplication.focusWidget()
        if found is None or found in reached[1:]:
            return None
        if reached and found is reached[0] and len(reached) > 1:
            return reached
        if not reached or found is not reached[-1]:
            reached.append(found)
    return reached if len(reached) == 1 else None


def test_f6_goes_round_all_panes(hands: Hands, tmp_path: Path) -> None:
    faults = []
    for view, top in everything(hands, tmp_path):
        if top is not hands.window or hands.window.page is None or view in PANELS:
            continue
        fixed = (hands.window.form.sidebar, hands.window.form.commandBar, hands.window.page)
        for key in ("F6", "Shift+F6"):
            reached = walk(hands, key, 30)
            if reached is None:
                faults.append(f"{view}: {key} does not come round")
                continue
            faults += [
                f"{view}: {key} never enters {named(pane)}"
                for pane in fixed
                if not any(pane.isAncestorOf(widget) for widget in reached)
            ]
    assert not faults, listed(faults)


def test_no_two_actions_share_a_key(at_work: Hands) -> None:
    window = at_work.window
    keys = [key.toString() for action in window.findChildren(QAction) for key in action.shortcuts()]
    keys += [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]
    assert len(keys) > 20
    assert [key for key, count in Counter(keys).items() if count > 1] == []


# By eye


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_words_and_fields_stand_out(hands: Hands, tmp_path: Path, colours: str) -> None:
    hands.window.menus.appearances[colours].trigger()
    faults: set[str] = set()
    for view, top in everything(hands, tmp_path):
        image = top.grab().toImage()
        for words in all_painted(top):
            if whole(words.widget, words.ink.toAlignedRect()) and words.widget.isEnabled():
                ratio = legible(words, image)
                faults |= {f"{view}: {words} {ratio:.2f}"} if ratio < TEXT else set()
        for field in top.findChildren(QWidget):
            if has_edge(field) and whole(field, field.rect()):
                ratio = edge_contrast(image, QRect(field.mapTo(top, QPoint()), field.size()))
                faults |= {f"{view}: the edge of {named(field)} {ratio:.2f}"} if ratio < SHAPE else set()
    assert not faults, listed(faults)


def whole(widget: QWidget, part: QRect) -> bool:
    """Whether a part of a widget can be seen whole now, neither scrolled away nor below a panel."""
    return QRegion(part).subtracted(widget.visibleRegion()).isEmpty() and _on_top(widget, part)


def _on_top(widget: QWidget, part: QRect) -> bool:
    hit = widget.window().childAt(widget.mapTo(widget.window(), part.center()))
    return hit is None or hit is widget or widget.isAncestorOf(hit) or hit.isAncestorOf(widget)


def has_edge(field: QWidget) -> bool:
    """Whether a widget is a field with a box of its own: `quiet` ones and those in a combo stand in another's box."""
    inner = isinstance(field.parentWidget(), QComboBox | QAbstractSpinBox)
    plain = field.property("role") not in IN_PLACE and not field.property("quiet")
    return isinstance(field, FIELDS) and field.isEnabled() and plain and not inner


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_ring_of_the_focus_stands_out_wherever_tab_stops(
    hands: Hands, tmp_path: Path, colours: str, counted: Callable[[int, int], int]
) -> None:
    each = 1 if counted(0, 1) else 3  # in the slice every third stop, in the dark other ones than in the light
    hands.window.menus.appearances[colours].trigger()
    faults = []
    for view, top in everything(hands, tmp_path):
        stops = [widget for widget in inside(view, top) if takes_tab(widget, top)]
        pairs = list(zip(stops, (*stops[1:], *stops[:1]), strict=True))
        for one, other in pairs[(colours == "dark") % each :: each]:
            if one is not other and isValid(one) and isValid(other) and takes_tab(one, top) and takes_tab(other, top):
                short = ring_lacks(one, top, other)
                faults += [f"{view}: {named(one)} {short}"] if short else []
    assert not faults, listed(faults)


def ring_lacks(widget: QWidget, top: QWidget, elsewhere: QWidget) -> str:
    """What a ring lacks: in the box around a focused widget half as many pixels as its outline has must change."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
    pictures = []
    around = widget.parentWidget() or top
    for each in (widget, elsewhere):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        box = QRect(around.mapTo(top, QPoint()), around.size()).intersected(top.rect())
        pictures.append(top.grab(box).toImage())
    if pictures[0].size() != pictures[1].size():
        return "moves as it loses the focus"
    count, needed = changed(pictures[0], pictures[1], SHAPE), min(widget.width() + widget.height(), RING)
    return f"shows {count} px of {needed}" if count < needed else ""


# Whole


class WideFont(QFont):
    """Letters two fifths wider: whatever is written is then as long as in a wordier language."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)
        self.setStretch(140)


@pytest.fixture(params=["as designed", "large text", "longer words", "mirrored"])
def way(request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A way of looking at the window, in force before it is made."""
    if request.param == "longer words":
        monkeypatch.setattr(theme, "QFont", WideFont)
    if request.param == "mirrored":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_nothing_is_cut_off(way: str, hands: Hands, tmp_path: Path, counted: Callable[[int, int], int]) -> None:
    if way == "as designed" and not counted(0, 1):
        pytest.skip("the other ways ask more")
    if way == "large text":
        hands.window.menus.sizes[1.5].trigger()
    faults: set[str] = set()
    for view, top in everything(hands, tmp_path):
        found = list(all_painted(top))
        told = (*map(cut_off, found), *overlapping(found), *(fault for words in found for fault in astray(words)))
        told = (*told, *astray_stops(found)) if way == "mirrored" else told
        faults |= {f"{view}: {fault}" for fault in told if fault}
    assert not faults, listed(faults)
