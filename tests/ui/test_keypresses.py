"""A field keeps its keys from the window's menus; a page's letters wait while somebody types."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from brm_app.ui.keypresses import act_of, claims


def key(which: Qt.Key, kind: QEvent.Type = QEvent.Type.KeyPress, held: Qt.KeyboardModifier | None = None) -> QKeyEvent:
    return QKeyEvent(kind, which, held or Qt.KeyboardModifier.NoModifier)


def test_a_field_claims_its_keys_where_the_window_asks() -> None:
    asked = key(Qt.Key.Key_Escape, QEvent.Type.ShortcutOverride)
    asked.ignore()
    assert claims(asked, Qt.Key.Key_Escape)
    assert asked.isAccepted()
    assert not claims(asked, Qt.Key.Key_Return)
    assert not claims(key(Qt.Key.Key_Escape), Qt.Key.Key_Escape)


def test_a_letter_acts_on_the_page_unless_somebody_types(qtbot: QtBot) -> None:
    page, field = QWidget(), QLineEdit()
    QVBoxLayout(page).addWidget(field)
    qtbot.addWidget(page)
    acts = {Qt.Key.Key_C: page.show}
    assert act_of(page, key(Qt.Key.Key_C), acts) == page.show
    assert act_of(page, key(Qt.Key.Key_E), acts) is None
    assert act_of(page, key(Qt.Key.Key_C, held=Qt.KeyboardModifier.ControlModifier), acts) is None
    field.setFocus()
    assert act_of(page, key(Qt.Key.Key_C), acts) is None
