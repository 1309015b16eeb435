"""Whatever people typed is shown on every page as they typed it: never as markup, and no letter of it as a key."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QGroupBox, QLabel, QWidget

from brm_app.domain.fields import specs
from brm_app.domain.records import RECORDS
from brm_app.services.samples import create
from brm_app.services.workspace import Workspace
from brm_app.ui.sidebar import PLACES
from tests.acceptance.hands import Hands

TODAY = dt.date(2026, 11, 22)
OPENED = ("projects", "journeys", "people")  # Enter opens the chosen row as a page of its own
SETTINGS = {"currency", "locale", "media_type"}
MARKUP = "<b>x</b>&amp;&zz"
TEXTS = {
    "long": "W" * 4_000,
    "markup": MARKUP,
    "right to left": "\u202eשלום\u2066",
    "lines": "one\ntwo\u2028three\x0b\x07",
    "astral": "𝄞👩🏽‍⚕️🏳️‍🌈Z͑͗͊" + "\u0301" * 200,
}


def spoiled(path: Path, text: str) -> None:
    """The sample with `text` at the head of everything that somebody typed."""
    workspace: Workspace = create(path, TODAY)
    with workspace.write("Spoil") as batch:
        for cls in RECORDS.values():
            names = [spec for spec in specs(cls) if spec.textual and spec.attr not in SETTINGS]
            for record in workspace.find(cls):
                held = {spec.attr: getattr(record, spec.attr) for spec in names}
                new: dict[str, Any] = {
                    spec.attr: f"{text} {held[spec.attr]}"[: spec.length] for spec in names if held[spec.attr]
                }
                batch.save(attrs.evolve(record, **new), base=record)
    workspace.close()


def everywhere(hands: Hands) -> Iterator[str]:
    """Goes to all pages, opens a record where a list does, and then the panels that float over a page."""
    for place in PLACES:
        hands.click_on(hands.window.sidebar.buttons[place.name])
        hands.bot.wait(100)
        yield place.name
        if place.name in OPENED:
            hands.keys("Return")
            hands.bot.wait(100)
            yield f"{place.name}, one open"
    for key, words in (("Ctrl+L", "Call Pharmacy: labels jam :2 @tomorrow"), ("Ctrl+K", "pharm")):
        hands.keys(key)
        hands.write(words)
        hands.bot.wait(250)
        yield key
        hands.keys("Esc")


def misread(top: QWidget) -> Iterator[str]:
    """Everything in a window whose markup or ampersands Qt would not show as they are."""
    for widget in top.findChildren(QWidget):
        name = f"{type(widget).__name__} {widget.objectName()}"
        tips, keyed = [widget.toolTip()], []
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
            tips.append(widget.text())
        if isinstance(widget, QAbstractButton):
            keyed.append(widget.text())
        if isinstance(widget, QGroupBox):
            keyed.append(widget.title())
        if isinstance(widget, QAbstractItemView) and widget.model():
            tips += [str(tip) for tip in item_tips(widget, QModelIndex(), 0) if tip]
        yield from (f"{name}: {tip[:60]}" for tip in tips if "<b>" in tip and Text.mightBeRichText(tip))
        yield from (f"{name}: {text[:60]}" for text in keyed if "&zz" in text.replace("&&", ""))
    for action in top.findChildren(QAction):
        if "&zz" in action.text().replace("&&", ""):
            yield f"action: {action.text()[:60]}"


def beyond(top: QWidget) -> Iterator[str]:
    """The buttons that long words have pushed out of the window."""
    for each in top.findChildren(QAbstractButton):
        if each.isVisible() and each.window() is top:
            left = each.mapTo(top, QPoint()).x()
            if left < 0 or left + each.width() > top.width():
                yield f"{each.objectName()[:60]} stands at {left}–{left + each.width()} of {top.width()}"


def item_tips(view: QAbstractItemView, parent: QModelIndex, depth: int) -> Iterator[object]:
    """The tooltips of the first rows."""
    model = view.model()
    for row in range(min(model.rowCount(parent), 40)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield index.data(Qt.ItemDataRole.ToolTipRole)
            if column == 0 and depth < 5:
                yield from item_tips(view, index, depth + 1)


@pytest.mark.parametrize("name", TEXTS)
def test_typed_text_is_shown_as_it_is_on_every_page(
    hands: Hands, tmp_path: Path, name: str, counted: Callable[[int, int], int]
) -> None:
    if [*TEXTS].index(name) >= counted(1, len(TEXTS)):
        pytest.skip("one text in a slice, all with --full")
    hands.window.resize(1440, 900)
    spoiled(tmp_path / "tour.brm", TEXTS[name])
    hands.window.open_path(tmp_path / "tour.brm")
    hands.until(lambda: hands.window.desk)
    wrong: set[str] = set()
    seen = []
    for place in everywhere(hands):
        seen.append(place)
        wrong |= set(misread(hands.window))
        wrong |= {f"{place}: {fault}" for fault in beyond(hands.window)}
    assert wrong == set()
    assert len(seen) > len(PLACES)
