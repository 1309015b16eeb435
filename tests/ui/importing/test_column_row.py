"""A row of the mapping, turned over by a mouse wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brm_app.ui.importing.columns import ColumnRow
from brm_app.ui.importing.intake import Use


def test_a_wheel_that_scrolls_the_rows_changes_no_field(qtbot: QtBot) -> None:
    row = ColumnRow(Use("Name", "name"), [("name", "Name"), ("code", "Code")], "Surgery")
    qtbot.addWidget(row)
    row.show()
    row.more.setFocus()
    turn = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(row.field, turn)
    assert row.field.currentText() == "Name"
