"""A widget that sets its children in lines like words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget
from shiboken6 import isValid


class Flow(QWidget):
    """One after the other as writing runs, then the next line; as high as its lines need.

    It is no layout of its own kind: Qt and Python would each believe that they own the items of such a one.
    """

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Puts a widget at the end and shows it; one that is hidden later takes no room."""
        self._widgets.append(widget)
        widget.setParent(self)
        widget.show()
        self._changed()

    def set_widgets(self, widgets: Iterable[QWidget]) -> None:
        """Puts these widgets, which may be there already, in this order; others leave the flow and stay children."""
        self._widgets = list(widgets)
        for widget in self._widgets:
            if widget.parentWidget() is not self:
                widget.setParent(self)
        self._changed()

    def clear(self) -> None:
        """Takes everything out and deletes it."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self._changed()

    def _seen(self) -> list[QWidget]:
        self._widgets = [widget for widget in self._widgets if isValid(widget)]  # others may delete a child
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _changed(self) -> None:
        self.updateGeometry()
        self._arrange(self.width(), move=True)

    def heightForWidth(self, width: int) -> int:
        """The height that all lines need."""
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:
        """All in lines as wide as the flow is now."""
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """The widest child in one line."""
        size = QSize()
        for widget in self._seen():
            size = size.expandedTo(widget.sizeHint())
        return size

    def event(self, event: QEvent) -> bool:
        """Sets the children anew when one of them wants another size."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self._changed()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sets the children for the new width."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def _arrange(self, width: int, move: bool) -> int:
        x = y = line = 0
        whole = QRect(0, 0, width, self.height())
        for widget in self._seen():
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            if x and x + size.width() > width:
                x, y, line = 0, y + line + self._gap, 0
            if move:
                widget.setGeometry(QStyle.visualRect(self.layoutDirection(), whole, QRect(QPoint(x, y), size)))
            x, line = x + size.width() + self._gap, max(line, size.height())
        return y + line
