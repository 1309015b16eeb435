"""Chips and ticks are set in lines like words, and may come and go at any time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from brm_app.ui.editing.flow import Flow


def shown(qtbot: QtBot, *words: str) -> Flow:
    flow = Flow()
    for word in words:
        flow.add(QPushButton(word))
    qtbot.addWidget(flow)
    flow.resize(220, 300)
    flow.show()
    qtbot.waitExposed(flow)
    return flow


def lines(flow: Flow) -> list[int]:
    return sorted({child.y() for child in flow.findChildren(QPushButton) if child.isVisible()})


def test_what_does_not_fit_begins_a_new_line(qtbot: QtBot) -> None:
    flow = shown(qtbot, "one", "two", "three", "four", "five")
    assert len(lines(flow)) > 1
    assert flow.heightForWidth(2_000) < flow.heightForWidth(200)


def test_mirrored_it_begins_at_the_right(qtbot: QtBot) -> None:
    flow = shown(qtbot, "one")
    flow.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    child = flow.findChild(QPushButton)
    assert child is not None
    assert child.geometry().right() == flow.width() - 1


def test_a_hidden_one_takes_no_room_and_a_deleted_one_is_forgotten(qtbot: QtBot) -> None:
    flow = shown(qtbot, "one", "two", "three", "four", "five", "six", "seven")
    full = flow.heightForWidth(200)
    for child in flow.findChildren(QPushButton)[:3]:
        child.hide()
    assert flow.heightForWidth(200) < full
    flow.findChildren(QPushButton)[-1].deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert flow.heightForWidth(200) < full
    flow.clear()
    assert flow.heightForWidth(200) == 0
