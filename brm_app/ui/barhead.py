"""The end of a table's heading that stands above its scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView


class BarHead(QFrame):
    """As high as the heading it continues; shown only while there is a scroll bar."""

    def __init__(self, head: QHeaderView) -> None:
        super().__init__()
        self.setProperty("role", "barhead")
        self.setFixedHeight(0)
        head.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the height of the heading."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide) and isinstance(
            watched, QHeaderView
        ):
            self._end_with(watched)
        return False

    def _end_with(self, head: QHeaderView) -> None:
        here = self.mapTo(head.parentWidget(), QPoint()).y()
        self.setFixedHeight(0 if head.isHidden() else max(0, head.geometry().bottom() + 1 - here))


def reach_over_bar(table: QTableView) -> None:
    """Lets the heading of a table reach over its scroll bar."""
    table.addScrollBarWidget(BarHead(table.horizontalHeader()), Qt.AlignmentFlag.AlignTop)
