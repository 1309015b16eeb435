"""The place where any PDF can be dropped to be identified."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from brm_app.ui.desk import Theme
from brm_app.ui.theme import scaled
from brm_app.ui.widgets import button, label


class DropZone(QFrame):
    """Takes one file; `dropped` carries its path. `asked`: the person wants to choose one."""

    dropped = Signal(object)
    asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._over = theme, False
        self.setObjectName("identifyZone")
        self.setAccessibleName("Drop any PDF here to identify it")
        self.setAcceptDrops(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(scaled(12), scaled(16), scaled(12), scaled(12))
        box.setSpacing(scaled(4))
        icon = QLabel()
        icon.setPixmap(theme.icon("file-search").pixmap(scaled(24)))
        icon.setAccessibleName("Identify")
        words = label("Drop any PDF here to identify it", "subheading", wrap=True)
        quiet = label("Nothing leaves this computer.", "secondary", wrap=True)
        for widget in (icon, words, quiet):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(widget)
        box.addWidget(
            button("identifyFile", "Choose a file…", self.asked.emit, "link"), 0, Qt.AlignmentFlag.AlignHCenter
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Shows that a file can be let go here."""
        if _file(event):
            event.acceptProposedAction()
            self._show(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """As before."""
        self._show(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the file."""
        self._show(False)
        if path := _file(event):
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _show(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A dashed frame, tinted while a file is held over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("focus" if self._over else "ctl"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if self._over:
            painter.setBrush(self._theme.colour("accS"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)


def _file(event: QDropEvent) -> Path | None:
    """The one file of what is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None
