"""A question shows the words of people as they typed them."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from brm_app.ui.ask import Dialogs


@pytest.mark.parametrize("way", ["say", "confirm"])
def test_a_name_with_markup_is_no_markup_in_a_question(qtbot: QtBot, way: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sentence = "“<b>Ward</b> &amp; 3” is not there."
    formats: list[Qt.TextFormat] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        formats.extend(label.textFormat() for label in box.findChildren(QLabel) if label.text() == sentence)
        box.close()

    QTimer.singleShot(0, look)
    asked = Dialogs(window)
    if way == "say":
        asked.say(sentence)
    else:
        asked.confirm(sentence, "Leave")
    assert formats == [Qt.TextFormat.PlainText]
