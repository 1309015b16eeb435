"""Choices are said on the screen as people say them, and kept as files know them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from brm_app.domain.fields import by_name
from brm_app.domain.records import Benefit
from brm_app.ui.editing.editors import ChoiceEditor


def test_measures_are_spelled_out_and_kept_in_their_short_form(qtbot: QtBot) -> None:
    editor = ChoiceEditor(by_name(Benefit)["measure"])
    qtbot.addWidget(editor)
    words = [editor.combo.itemText(n) for n in range(editor.combo.count())]
    assert words == ["Not set", "Minutes", "Seconds", "Count", "Percent", "Money"]
    editor.combo.setCurrentIndex(2)
    assert editor.read() == "s"
