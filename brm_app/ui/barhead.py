"""The end of a table's heading that stands above its scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QTableView

from brm_app.ui.widgets import restyle


class BarHead(QFrame):
    """Ends where the heading that it continues ends; shown only while there is a scroll bar."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self._table = table
        self.setProperty("role", "barhead")
        self.setFixedHeight(0)
        table.horizontalHeader().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follows the height of the heading."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            head = self._table.horizontalHeader()
            here = self.mapTo(self._table, QPoint()).y()
            self.setFixedHeight(0 if head.isHidden() else max(0, head.geometry().bottom() + 1 - here))
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """The heading goes on over the bar: its last corner is round no longer."""
        super().showEvent(event)
        self._meet(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Round again where the bar has gone, and not only the page with it."""
        super().hideEvent(event)
        self._meet(self.isVisibleTo(self._table))

    def _meet(self, on: bool) -> None:
        head = self._table.horizontalHeader()
        if head.property("bar") != ("true" if on else "false"):
            restyle(head, "bar", "true" if on else "false")


def reach_over_bar(table: QTableView) -> None:
    """Lets the heading of a table reach over its scroll bar."""
    table.addScrollBarWidget(BarHead(table), Qt.AlignmentFlag.AlignTop)
